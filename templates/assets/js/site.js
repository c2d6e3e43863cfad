// What every page does: words for the scripts, the colour button, short addresses, the table of contents, printing.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};
  const root = document.documentElement;
  const words = JSON.parse(document.body.dataset.words);
  const plural = new Intl.PluralRules(root.lang);

  // A text of the theme, in the course's language; `n` chooses between singular and plural.
  minicourse.say = (name, values = {}) => {
    const entry = words[name];
    const text = typeof entry === "string" ? entry : entry[plural.select(values.n)] || entry.other;
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  };

  // Colour scheme: the system's, light, dark, and round again.
  const button = document.querySelector(".scheme");
  const name = () => button.setAttribute("aria-label", minicourse.say(`scheme_${root.dataset.theme || "system"}`));
  button.addEventListener("click", () => {
    const next = { undefined: "light", light: "dark" }[root.dataset.theme];
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    try { localStorage.setItem("minicourse:scheme", next || ""); } catch { /* for this page only, then */ }
    name();
  });
  name();

  // Links name index.html so that they work from a disk; a server doesn't need it.
  if (location.protocol.startsWith("http")) {
    for (const link of document.querySelectorAll('a[href$="index.html"], a[href*="index.html#"]')) {
      if (link.origin !== location.origin) continue;
      link.setAttribute("href", link.getAttribute("href").replace(/index\.html(?=#|$)/, "") || "./");
    }
  }

  // In a frame on another site, what leads out of the course gets a tab of its own: many sites refuse to be framed.
  if (top !== self) {
    for (const link of document.links) {
      if (link.protocol.startsWith("http") && link.origin !== location.origin) link.target = "_blank";
    }
  }

  // The sheet of lessons is a phone's; it must not stay open when the window grows into a column.
  matchMedia("(min-width: 64rem)").addEventListener("change", () => {
    document.querySelector(".lessons:popover-open")?.hidePopover();
  });

  // The section being read, in the table of contents.
  const entries = new Map([...document.querySelectorAll("main ~ .toc a")].map((link) => [link.hash.slice(1), link]));
  if (entries.size) {
    const headings = [...entries.keys()].map((id) => document.getElementById(decodeURIComponent(id))).filter(Boolean);
    const mark = () => {
      const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35);
      const current = (above.pop() || headings[0])?.id;
      for (const [id, link] of entries) {
        if (decodeURIComponent(id) === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    // Not an observer of the headings: a jump past several of them crosses none.
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    }, { passive: true });
    mark();
  }

  document.querySelector(".print-now")?.addEventListener("click", () => print());

  // Paper can't be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
