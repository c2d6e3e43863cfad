"""The players of other sites: which address in a frame plays the video at an address that people share.

Hosts are compared whole, as the browser will read them, and everything that goes into a player's address is matched
letter by letter: what stands in a lesson may come from a stranger.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_YOUTUBE = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"})
_VIMEO = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})
KNOWN = ("YouTube", "Vimeo")
"""Sites whose players need no setting."""


@dataclass(frozen=True, slots=True)
class Player:
    """What plays a video of another site."""

    site: str
    """The site's host, as a learner knows it: `youtube.com`."""
    origin: str
    """The origin that a page has to let into a frame."""
    address: str
    """Address of the player for this video."""


def player(address: str, embeds: Collection[str] = ()) -> Player | None:
    """The player for the video at a web address; none where it is of no site that we know, nor of one of `embeds`,
    which are hosts that run PeerTube."""
    host, path, query = _parts(address)
    if host in _YOUTUBE:
        return _youtube(f"/embed{path}" if host == "youtu.be" else path, query)
    if host in _VIMEO:
        return _vimeo(path, query)
    if host in embeds:
        found = re.fullmatch(r"/(?:w|videos/watch|videos/embed)/([A-Za-z0-9-]{8,40})/?", path)
        return Player(host, f"https://{host}", f"https://{host}/videos/embed/{found[1]}") if found else None
    return None


def is_known(host: str, embeds: Collection[str] = ()) -> bool:
    """Is this the host of a site whose videos can be played?"""
    return host in embeds or bool({host, f"www.{host}"} & (_YOUTUBE | _VIMEO))


def host_of(address: str) -> str:
    """The host that a web address names, without `www.`; empty where it names none."""
    return _parts(address)[0].removeprefix("www.")


def _parts(address: str) -> tuple[str, str, dict[str, list[str]]]:
    """Host, path and query of an https address; an empty host for anything else, or with a name or a port before or
    behind it, and wherever browsers and we might read a host differently."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", "", {}
    plain = re.fullmatch(r"https://[A-Za-z0-9.-]+(?:[/?#][^\\\s]*)?", address, re.ASCII)
    host = (parts.hostname or "") if plain and parts.netloc.lower() == parts.hostname else ""
    return host, parts.path, parse_qs(parts.query)


def _youtube(path: str, query: dict[str, list[str]]) -> Player | None:
    found = re.fullmatch(r"/(?:embed|shorts|live|v)/([\w-]{11})/?", path, re.ASCII)
    name = found[1] if found else query.get("v", [""])[0] if path == "/watch" else ""
    if not re.fullmatch(r"[\w-]{11}", name, re.ASCII):
        return None
    start = re.fullmatch(r"([0-9]{1,6})s?", (query.get("t") or query.get("start") or [""])[0], re.ASCII)
    origin = "https://www.youtube-nocookie.com"
    return Player("youtube.com", origin, f"{origin}/embed/{name}" + (f"?start={start[1]}" if start else ""))


def _vimeo(path: str, query: dict[str, list[str]]) -> Player | None:
    found = re.fullmatch(r"/(?:video/)?([0-9]{6,12})(?:/([0-9a-f]{8,20}))?/?", path, re.ASCII)
    if not found:
        return None
    unlisted = found[2] or query.get("h", [""])[0]
    secret = f"&h={unlisted}" if re.fullmatch(r"[0-9a-f]{8,20}", unlisted, re.ASCII) else ""
    origin = "https://player.vimeo.com"
    return Player("vimeo.com", origin, f"{origin}/video/{found[1]}?dnt=1{secret}")
