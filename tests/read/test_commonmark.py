"""Our Markdown is CommonMark: all 652 examples of its specification, with every extension of ours switched on.

The examples are those of https://spec.commonmark.org/0.31.2/ by John MacFarlane, CC BY-SA 4.0.
"""

import json
import re
from pathlib import Path

import pytest

from minicourse.read.markdown import parser

EXAMPLES = json.loads(Path(__file__).with_name("commonmark-0.31.2.json").read_text(encoding="utf-8"))


def normal(html: str) -> str:
    """HTML without white space, and without the frame and the colours that we give code."""
    html = re.sub(
        r'<div class="highlight"><pre tabindex="0">(.*?)</pre></div>', r"<pre>\1</pre>", html, flags=re.DOTALL
    )
    html = re.sub(r'<span class="\w+">|</span>', "", html)
    return "".join(html.replace("&quot;", '"').split())


def test_the_specification_is_complete() -> None:
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("section", sorted({example["section"] for example in EXAMPLES}))
def test_section(section: str) -> None:
    for example in EXAMPLES:
        if example["section"] == section:
            rendered = parser().render(example["markdown"], {})
            assert normal(rendered) == normal(example["html"]), f"example {example['example']}"
