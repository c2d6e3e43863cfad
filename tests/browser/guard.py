"""Watches a browser: nothing it shows may complain, and nothing may leave the site."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Route, WebError

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`content security policy: ${event.violatedDirective} blocked ${event.blockedURI}`));
"""


class Guard:
    """Writes down every error in the console, every error of a script, every breach of the policy of a page, and
    every request to anything but the site. A request that leaves the site is stopped as well."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site = site
        self.complaints: list[str] = []
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.route(self._outside, self._stop)

    def _outside(self, url: str) -> bool:
        return not url.startswith((self.site, "data:", "about:"))

    def _stop(self, route: Route) -> None:
        route.abort()

    def _request(self, request: Request) -> None:
        if self._outside(request.url):
            self.complaints.append(f"request to {request.url}")

    def _error(self, error: WebError) -> None:
        # Not the page's: the browser tells of a transition between pages that it gave up.
        if not str(error.error).startswith("Transition was "):
            self.complaints.append(f"script error: {error.error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            where = message.location
            self.complaints.append(f"console {message.type}: {message.text} ({where['url']}:{where['lineNumber']})")
