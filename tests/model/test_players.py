"""Which video is played, by whom, and what is not taken for one."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minicourse.model.players import player

YOUTUBE = "https://www.youtube-nocookie.com/embed/abcDEF_123-"
VIMEO = "https://player.vimeo.com/video/123456789?dnt=1"
TUBE = "https://tube.example.org/videos/embed/4oHn5zqVqgQ8"


@pytest.mark.parametrize(
    ("address", "site", "plays"),
    [
        ("https://www.youtube.com/watch?v=abcDEF_123-", "youtube.com", YOUTUBE),
        ("https://youtube.com/watch?list=PL1&v=abcDEF_123-", "youtube.com", YOUTUBE),
        ("https://m.youtube.com/watch?v=abcDEF_123-&t=1m30s", "youtube.com", YOUTUBE),
        ("https://www.youtube.com/watch?v=abcDEF_123-&t=90s", "youtube.com", f"{YOUTUBE}?start=90"),
        ("https://youtu.be/abcDEF_123-?si=x&t=90", "youtube.com", f"{YOUTUBE}?start=90"),
        ("https://www.youtube.com/shorts/abcDEF_123-", "youtube.com", YOUTUBE),
        ("https://www.youtube.com/live/abcDEF_123-?feature=share", "youtube.com", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/abcDEF_123-", "youtube.com", YOUTUBE),
        ("https://WWW.YouTube.com/embed/abcDEF_123-/", "youtube.com", YOUTUBE),
        ("https://vimeo.com/123456789", "vimeo.com", VIMEO),
        ("https://vimeo.com/123456789/0123abcdef", "vimeo.com", f"{VIMEO}&h=0123abcdef"),
        ("https://player.vimeo.com/video/123456789?h=0123abcdef&autoplay=1", "vimeo.com", f"{VIMEO}&h=0123abcdef"),
        ("https://tube.example.org/w/4oHn5zqVqgQ8", "tube.example.org", TUBE),
        ("https://tube.example.org/videos/watch/4oHn5zqVqgQ8", "tube.example.org", TUBE),
        ("https://tube.example.org/videos/embed/4oHn5zqVqgQ8?autoplay=1", "tube.example.org", TUBE),
    ],
)
def test_videos(address: str, site: str, plays: str) -> None:
    found = player(address, ["tube.example.org"])
    assert found is not None
    assert (found.site, found.address) == (site, plays)
    assert plays.startswith(f"{found.origin}/")


@pytest.mark.parametrize(
    "address",
    [
        "http://www.youtube.com/watch?v=abcDEF_123-",
        "//www.youtube.com/watch?v=abcDEF_123-",
        "https://www.youtube.com.evil.example/watch?v=abcDEF_123-",
        "https://evil.example/www.youtube.com/watch?v=abcDEF_123-",
        "https://evil.example?https://www.youtube.com/watch?v=abcDEF_123-",
        "https://www.youtube.com@evil.example/watch?v=abcDEF_123-",
        "https://evil.example\\@www.youtube.com/watch?v=abcDEF_123-",
        "https://www.youtube.com\\.evil.example/watch?v=abcDEF_123-",
        "https://www.youtube.com:8443/watch?v=abcDEF_123-",
        "https://notyoutube.com/watch?v=abcDEF_123-",
        "https://www.yоutube.com/watch?v=abcDEF_123-",  # a Cyrillic letter
        "https://www.youtube.com/watch?v=abcDEF_123-%22%3E",
        "https://www.youtube.com/watch?v=../../evil..",
        "https://www.youtube.com/redirect?q=https://evil.example",
        "https://www.youtube.com/@somebody",
        "https://www.youtube.com/somechannel",
        "https://youtu.be/short",
        "https://vimeo.com/somebody",
        "https://vimeo.com/١٢٣٤٥٦٧٨٩",  # digits, and none of an address
        "https://tube.example.org/c/somebody",
        "https://tube.example.org/w/..%2f..%2fevil",
        "https://sub.tube.example.org/w/4oHn5zqVqgQ8",
        "javascript:alert(1)",
        "data:text/html,https://youtu.be/abcDEF_123-",
        "https://[",
        "",
    ],
)
def test_what_is_no_video(address: str) -> None:
    assert player(address, ["tube.example.org"]) is None


@given(
    st.sampled_from(["youtu.be", "www.youtube.com", "vimeo.com", "tube.example.org"]),
    st.text("/?#&=%.:@\\ \"'<>\t\nabcvwt01-_é", max_size=40),
)
def test_whatever_stands_behind_the_host_a_player_is_of_that_site(host: str, rest: str) -> None:
    found = player(f"https://{host}{rest}", ["tube.example.org"])
    if found:
        parts = urlsplit(found.address)
        assert f"{parts.scheme}://{parts.netloc}" == found.origin
        assert found.origin.startswith("https://")
        assert not set(found.address) & set("\"'<>\\ \t\n@#")
        assert "autoplay" not in found.address
