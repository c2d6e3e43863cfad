"""Every payload in every field of one course: the pages hold nothing but what we wrote and allowed."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Dialog, sync_playwright

from minicourse.build import check
from minicourse.model.questions import KINDS
from minicourse.render.one_file import one_file
from minicourse.render.site import linked_files, render_site
from tests.browser.conftest import QUIET, chromium
from tests.browser.guard import Guard
from tests.browser.server import served

PAYLOADS: list[str] = [
    payload
    for payloads in json.loads(Path(__file__).with_name("payloads.json").read_text()).values()
    for payload in payloads
]


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GROUP = 5
"""How many payloads share a lesson."""
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TEXT = words(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup "
    "table tbody td tfoot th thead time tr u ul var wbr"
)
THEME = words(
    "html head meta title link script body header nav main section article aside footer dialog form fieldset legend "
    "input label button output svg path circle rect g text select option textarea template video audio track"
)
ATTRIBUTES = words(
    "abbr accept alt aria-current aria-describedby aria-haspopup aria-hidden aria-label aria-labelledby aria-pressed "
    "autocapitalize autocomplete charset cite class colspan content controls cx cy d data-asks data-attempts "
    "data-choose data-course data-digest data-do data-feedback data-finish data-fixed data-for data-index data-key "
    "data-keys data-kind data-knew data-length data-lesson data-lessons data-move data-name data-names data-objective "
    "data-part data-pass data-player data-points data-quiz data-show data-shuffle data-spot data-step data-steps "
    "data-tool data-total data-words datetime decoding default defer dir download dy fill focusable for headers "
    "height hidden href hreflang http-equiv id inputmode kind label lang loading maxlength name novalidate open "
    "playsinline popover popovertarget popovertargetaction poster preload preserveaspectratio property r readonly rel "
    "reversed role rows rowspan rx scope size span spellcheck src srclang start tabindex title type value viewbox "
    "width x xmlns y"
)


DATA = ("application/ld+json", "speculationrules")
"""Types of script that a browser reads as data: it runs nothing of them."""
PLAYER = "https://www.youtube-nocookie.com/embed/"


@dataclass
class Audit(HTMLParser):
    """Reads a page and writes down all that must not be in it."""

    base: str
    complaints: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        values = {name: value or "" for name, value in attrs}
        if tag not in TEXT | THEME:
            self.complaints.append(f"element {tag}")
        self.complaints += [f"attribute {name!r} of {tag}" for name in names if name not in ATTRIBUTES]
        if len(set(names)) < len(names):
            self.complaints.append(f"{tag} has an attribute twice: {names}")
        if not values.get("data-player", PLAYER).startswith(PLAYER):
            self.complaints.append(f"{tag} would load {values['data-player']!r}")
        for name in ("href", "src", "cite", "poster"):
            if name in values:
                self._address(tag, name, values[name])
        if tag == "meta" and "http-equiv" in values:
            assert values["http-equiv"] == "Content-Security-Policy"
            self.policies.append(values["content"])
        if tag == "script" and "src" not in values and values.get("type") not in DATA:
            self.complaints.append("an inline script")

    def _address(self, tag: str, name: str, value: str) -> None:
        bare = re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]", "", value)
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", bare)
        if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
            self.complaints.append(f"{tag} {name}={value!r}")
        if name in ("src", "poster") and (scheme or bare.startswith(("//", "\\", "/\\"))):
            self.complaints.append(f"{tag} loads {value!r}")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.data.append(data)
        self.text += data


def audit(path: str, page: bytes) -> Audit:
    found = Audit(path)
    found.feed(page.decode())
    found.close()
    assert len(found.policies) == 1
    for data in found.data:
        assert not set("<>&\u2028\u2029") & set(data)
        json.loads(data)
    assert "unsafe" not in found.policies[0]
    return found


# ---- the course ---------------------------------------------------------------------------------------------------


def line(payload: str) -> str:
    """A payload for a place where text has one line."""
    return re.sub(r"[\r\n\x0c]", " ", payload).replace("\0", "")


def header(number: int, payloads: list[str]) -> str:
    """Front matter with payloads in every setting."""
    title = f"{number} {' '.join(payloads)}"[:300]
    aims = "".join(f"  know-{number + n}: {json.dumps(f'{number + n} {p}')}\n" for n, p in enumerate(payloads))
    return (
        f"---\ntitle: {json.dumps(title)}\nsummary: {json.dumps(' '.join(payloads))}\n"
        f"tags: {json.dumps(['x' + payload for payload in payloads])}\nobjectives:\n{aims}---\n\n"
    )


def prose(number: int, payload: str) -> str:
    """A payload in each kind of running text."""
    p, value = line(payload), escape(line(payload))
    quoted, cell, title = p.replace('"', "'"), p.replace("|", "\\|"), p.replace("{", "&#123;")
    place = "" if re.search(r"[\[\];@]", p) or len(p) > 70 else f", {p}"
    return f"""\
Text {p} text, *{p}* and `{p}`.

## Heading {p}

[x {p}](a.png) [x](a.png "{quoted}") ![x {p}](a.png "{quoted}") [@k{number}{place}] x[^{number}]

![x {p}](a.png "{quoted}")

[^{number}]: Note {p}

| x {cell} |
|---|
| {cell} |

- x {p}

> x {p}

> [!NOTE]
> x {p}

Term {p}
: Definition {p}

::: example {title}
x
:::

::: details Why {title}
x
:::

{parts(p, title)}

```html
{p}
```

<a title="{value}" id="{value}" href="a.png">x</a> <span class="{value}" title="{value}">x</span>
<img title="{value}" alt="{value}" src="a.png"> <img alt="{value}" title="{value}" src="a.png" class="{value}">
<abbr lang="{value}" title="{value}" dir="{value}" aria-label="{value}" role="{value}" tabindex="{value}">x</abbr>

<div title="{value}" class="{value}">x</div>
<p title="{value}" id="p{value}">x</p>
<div data-label="{value}" aria-label="{value}">x</div>
<blockquote title="{value}" cite="{value}">x</blockquote>
<div title="{p}" class='{p}'>x</div>

{payload}
"""


def parts(p: str, title: str) -> str:
    """A payload in each kind of block that has parts or plays something, and in a fragment."""
    linked = re.sub(r"([\[\]\\`<])", r"\\\1", title)
    return f"""\
::: figure {title}
![x {linked}](a.png)
![x](a.png)
:::

::: tabs
## Tab {p}
x {p}

## Other
y
:::

::: columns
x {p}

---

x
:::

::: video [x {linked}](https://youtu.be/abcdefghijk) {{poster=a.png length=1:00}}
Said {p}
:::

::: video [x {linked}](a.mp4) {{captions=a.vtt}}
:::

::: audio [x {linked}](a.mp3)
Said {p}
:::

::: include _piece.md
:::
"""


def question(number: int, payload: str) -> str:
    """A payload in each part of a question."""
    p = line(payload)
    return f"""\
::: question {{#q{number} objective=know-{number}}}
Scenario {p}

Question {p}

- [x] Right {p}
  > Yes {p}
- [ ] Wrong {p}
  > No {p}

> [!TIP]
> Hint {p}

> Because {p}
:::

{other_kind(number, p)}
"""


def other_kind(number: int, p: str) -> str:
    """The same payload in a question of another kind, in a pack of cards, a scenario or a quiz; each in its turn."""
    cell = p.replace("|", "").replace("`", "")
    gap = re.sub(r"[\[\]|`]", "", cell)[:200]
    head = f"#k{number} objective=know-{number}"
    answers = (
        f"Fill {p}\n\nA [[one {gap}]] and [[two {gap}|(three {gap})]].\n\n1. Of the first {p}\n2. Of the second {p}",
        f"Which two {p}\n\n- [x] one {p}\n  > Yes {p}\n- [x] two {p}\n- [ ] three {p}",
        f"What {p}\n\n[[one {gap}]]\n\n- two {gap}\n  > No {p}",
        f"How many {p}\n\n[[5 ± 1]]\n\n- 7\n  > No {p}",
        f"Match {p}\n\n| {cell} | {cell} | {cell} |\n|---|---|---|\n| a {cell} | b {cell} | c {cell} |\n"
        f"| d {cell} | e {cell} | f {cell} |",
        f"Judge {p}\n\n| {cell} | b {cell} | c {cell} | {cell} |\n|---|---|---|---|\n"
        f"| a {cell} | [x] | [ ] | c {cell} |\n| d {cell} | | [x] | f {cell} |",
        f"Order {p}\n\n1. one {p}\n   > No {p}\n2. two {p}\n3. three {p}",
        f"![{gap}](a.png)\n\nWhere {p}\n\n- [x] here {p} {{at=10,20}}\n  > Yes {p}\n- [ ] there {p} {{at=30,40}}",
        f"Write {p}\n\n> Model {p}\n\n- [ ] one {p}\n- [ ] two {p}",
    )
    blocks = (
        *(f"::: question {{{head}}}\n{text}\n\n> Because {p}\n:::\n" for text in answers),
        f"::: question {{{head} kind=survey}}\nWhich {p}\n\n- [ ] one {p}\n- [ ] two {p}\n:::\n",
        f"::: flashcards {{{head}}}\nTurn {p}\n\nfront {p}\n:   back {p}\n\nother {p}\n:   back {p}\n:::\n",
        f"::: scenario {{{head}}}\nIntro {p}\n\n### First {number} {p}\n\nText {p}\n\n"
        f"- [go {gap}](#second-{number})\n\n### Second {number}\n\nEnd {p}\n:::\n",
        f":::: quiz {{#k{number} pass=80 draw=1}}\n# Quiz {p}\n\nIntro {p}\n\n::: question {{#z{number} "
        f"objective=know-{number} see=#k{number}}}\nWhich {p}\n\n- [x] one {p}\n- [ ] two {p}\n:::\n::::\n",
    )
    return blocks[number % len(blocks)]


def reference(number: int, payload: str) -> str:
    p = re.sub(r"[{}@\\\0\r\n]", " ", payload)
    names = ("title", "author", "journal", "year", "volume", "number", "pages", "publisher", "doi")
    fields = "".join(f"{name} = {{{p}}}, " for name in names[number % 3 :: 3])
    return f"@article{{k{number}, {fields}url = {{https://example.org/?{p}}}}}\n"


def write(root: Path) -> None:
    """The course, as text files."""
    content = root / "content"
    content.mkdir(parents=True)
    for number in range(0, len(PAYLOADS), GROUP):
        unit = content / f"unit-{number // (GROUP * 4)}"
        group = PAYLOADS[number : number + GROUP]
        if not unit.exists():
            unit.mkdir()
            (unit / "a.png").write_bytes(PICTURE)
            for name in ("a.mp4", "a.mp3", "a.vtt"):
                (unit / name).write_text("WEBVTT")
            # (No heading: it would be in each text twice.)
            (unit / "_piece.md").write_text("\n\n".join(f"x {line(payload)}" for payload in group), newline="")
            said = " ".join(group)
            index = f"---\ntitle: {json.dumps(said[:300])}\nsummary: {json.dumps(said)}\n---\n"
            (unit / "index.md").write_text(index, newline="")
        # A question ends each stretch of prose, so that what one payload leaves open can't cover the next.
        parts = [prose(number + n, payload) + question(number + n, payload) for n, payload in enumerate(group)]
        (unit / f"{number:03}-payload-{number}.md").write_text(header(number, group) + "\n".join(parts), newline="")
    entries = [reference(number, payload) for number, payload in enumerate(PAYLOADS)]
    terms = {f"{line(payload)} {number}": line(payload) for number, payload in enumerate(PAYLOADS)}
    (content / "references.bib").write_text("".join(entries))
    (content / "glossary.yml").write_text("\n".join(f"? {json.dumps(k)}\n: {json.dumps(v)}" for k, v in terms.items()))
    settings = {
        "title": "Course </title><script>alert(1)</script>\" onload='x {{1337*1337}}",
        "description": " ".join(PAYLOADS)[:5000],
        "audience": " ".join(PAYLOADS)[-5000:],
        "authors": PAYLOADS,
        "licence": 'https://example.org/" onclick=alert(1) x="\'><script>alert(1)</script>',
        "version": '"><script>alert(1)</script>{{1337*1337}}',
        "url": "https://example.org/deep/",
        "objectives": {f"aim-{number}": payload for number, payload in enumerate(PAYLOADS)},
    }
    (content / "course.yml").write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in settings.items()))
    names = [payload for payload in PAYLOADS if not set(payload) & set("/\0") and 0 < len(payload) < 100][::6]
    links = []
    for number, name in enumerate(names):
        (content / f"x{name}{number}.png").write_bytes(PICTURE)
        links.append(f"![x]({quote(f'x{name}{number}.png')})\n\n")
    (content / "index.md").write_text("---\ntitle: Front\nsummary: x\n---\n\n" + "".join(links))


FIRE = """
for (const e of document.querySelectorAll('[onfocus], [onclick], [onerror], [onmouseover]'))
for (const type of ['focus', 'click', 'error', 'mouseover']) e.dispatchEvent(new Event(type))
"""
# As the review does, but all at once.
ALL_CARDS = """async () => {
  const bring = (file) => { (minicourse.files ??= {})[file] = [file]; return minicourse.bring(file); };
  const all = [];
  minicourse.bank = (lesson, aims, cards) => all.push(...Object.values(cards));
  await bring(document.querySelector('.desk').dataset.index);
  await Promise.all(minicourse.asked.map(([, script]) => bring(script)));
  for (const html of all) {
    const template = document.createElement('template');
    template.innerHTML = html;
    document.querySelector('.stage').append(template.content);
  }
  return all.length;
}"""


@dataclass
class Made:
    """The site that came of it."""

    files: dict[str, bytes]
    refused: set[str]
    """Lessons that the checks refuse, by their files. They are rendered all the same: two walls, both tested."""
    one_file: str
    """The same course as one file."""

    def pages(self) -> Iterator[tuple[str, bytes]]:
        return ((path, data) for path, data in self.files.items() if path.endswith(".html"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("hostile")
    write(root)
    result = check(root)
    assert "course.yml" not in {problem.span.path for problem in result.problems if problem.severity == "error"}
    refused = {problem.span.path for problem in result.problems if problem.severity == "error"}
    own = dict(linked_files(result.course, result.project))
    page = one_file(result.course, result.project, own).decode()
    return Made(dict(render_site(result.course, result.project)), refused, page)


def test_most_payloads_are_published(made: Made) -> None:
    """So that the tests below test something."""
    assert len(PAYLOADS) >= 150
    assert len(made.refused) < len(PAYLOADS) // GROUP


def test_each_kind_of_question_holds_some(made: Made) -> None:
    lessons = b"".join(data for path, data in made.pages() if "payload" in path).decode()
    assert set(re.findall(r'data-kind="(\w+)"', lessons)) == {kind.kind for kind in KINDS}
    assert 'class="quiz"' in lessons
    for block in ('class="tab"', 'class="column"', 'class="figure"', "<video", "<audio", "data-player", "<track"):
        assert lessons.count(block) > 0.9 * len(PAYLOADS)  # a comment that one opens may swallow some


def test_nothing_in_a_page_but_what_we_wrote_and_allowed(made: Made) -> None:
    complaints = {path: audit(path, data).complaints for path, data in made.pages()}
    assert {path: sorted(set(found))[:5] for path, found in complaints.items() if found} == {}


def test_nothing_else_in_the_cards_of_a_review(made: Made) -> None:
    """They come as text in a script, which the page makes HTML of."""
    banks = [data.decode() for path, data in made.files.items() if re.match(r"assets/bank-\d", path)]
    assert len(banks) > 5
    for bank in banks:
        _, _, cards = json.loads(f"[{bank.removeprefix('minicourse.bank(').removesuffix(chr(10)).removesuffix(');')}]")
        for name, html in cards.items():
            found = Audit(name)
            found.feed(html)
            found.close()
            assert found.complaints == []
            assert not found.data


def test_nothing_in_the_one_file_but_what_we_wrote_and_allowed(made: Made) -> None:
    """Its own style and its two scripts are in it, pictures and recordings; nothing else that could run or load."""
    inside = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)
    assert [found[1] for found in inside.finditer(made.one_file)] == ["style", "script", "script"]
    complaints = audit("course.html", inside.sub("", made.one_file).encode()).complaints
    media = (("audio", "audio/"), ("video", "video/"), ("track", "text/vtt;base64,"))
    ours = (
        "img src='data:image/png;base64,",
        "img src='data:image/svg+xml;base64,",
        "link href='data:image/svg+xml;base64,",
        "img loads 'data:image/",
        *(f"a href='data:{kind}" for kind in ("image/png;base64,", "audio/", "video/")),  # to be saved
        "attribute 'download' of a",
        *(f"{tag} {how}'data:{kind}" for tag, kind in media for how in ("src=", "loads ")),
    )
    assert sorted({found for found in complaints if not found.startswith(ours)})[:5] == []


def test_the_page_for_missing_ones_loads_from_nowhere_else(made: Made) -> None:
    assert b'="//' not in made.files["404.html"]


def test_no_text_is_a_template(made: Made) -> None:
    for path, data in made.files.items():
        assert b"1787569" not in data, path
        assert b"__subclasses__ of" not in data, path
    page = next(data for path, data in made.pages() if b"data-key" in data and b"{{1337*1337}}" in data)
    assert "{{1337*1337}}" in audit("", page).text


def test_files_for_machines(made: Made) -> None:
    addresses = [loc.text or "" for loc in ElementTree.fromstring(made.files["sitemap.xml"]).iter() if loc.text]
    assert all(a.strip() == "" or a.startswith("https://example.org/") for a in addresses)
    for line in made.files["llms.txt"].decode().split("\n"):
        assert re.match(r"(# |> |## Lessons$|- \[|$)", line), line


def test_a_browser_runs_none_of_it(made: Made, tmp_path: Path) -> None:
    """A page of each kind, and the print page, which holds all the lessons."""
    for path, data in made.files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    visited = ["index.html", "print/index.html", "glossary/index.html", "references/index.html"]
    visited += [path for path, _ in made.pages() if re.search(r"payload-\d*[05]/index", path)][:3]

    def visit() -> list[str]:
        with served(tmp_path) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
            context = browser.new_context()
            guard = Guard(context, address)

            def dialog(opened: Dialog) -> None:
                guard.complaints.append(f"dialog {opened.message}")
                opened.dismiss()

            context.on("dialog", dialog)
            page = context.new_page()
            for path in visited:
                page.goto(address + path)
                page.evaluate(FIRE)
            page.goto(address + "review/index.html")
            assert page.evaluate(ALL_CARDS) > 5
            page.evaluate(FIRE)
            browser.close()
            # Pictures that the checks have found missing are missing.
            return [said for said in guard.complaints if "status of 404" not in said]

    # In a thread of its own, since the tests in `tests/browser` may have a Playwright open in this one.
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(visit).result() == []
