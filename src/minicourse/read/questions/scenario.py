"""A `::: scenario` block: headings make scenes, and the links at the end of a scene its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from minicourse.model.questions import Decision, Scenario, Scene
from minicourse.problems import Problem, Span
from minicourse.problems.spelling import did_you_mean
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.parts import Block, blocks, equals
from minicourse.read.source import Source

_LINK = "make it a link to a scene: `- [Do this](#what-happens)`"


def read_scenario(
    tokens: Sequence[Token], fields: dict[str, Any], source: Source, rendering: Rendering
) -> tuple[Scenario | None, list[Problem]]:
    """The scenario out of its container's tokens; none without scenes."""
    span: Span = fields["span"]
    before: list[Token] = []
    scenes: list[tuple[Block, list[Block]]] = []
    for block in blocks(tokens[1:-1]):
        if block[0].type == "heading_open":
            scenes.append((block, []))
        elif scenes:
            scenes[-1][1].append(block)
        else:
            before += block
    if len(scenes) < 2:
        help = "begin scenes with a heading, `### What happens`; end them with links: `- [Do this](#what-happens)`"
        return None, [Problem("scenario-unclear", "a scenario of fewer than two scenes", span, help=help)]
    reading = _Reading([str(heading[0].attrGet("id")) for heading, _ in scenes], source, rendering)
    made = [reading.scene(heading, text) for heading, text in scenes]
    problems = reading.problems or _ways(made)
    fields["scenario_html"] = rendering.html(before) if before else ""
    return Scenario(**fields, scenes=tuple(made)), problems


class _Reading:
    """Reads the scenes of one scenario."""

    def __init__(self, anchors: Sequence[str], source: Source, rendering: Rendering) -> None:
        self.anchors = anchors
        self.source = source
        self.rendering = rendering
        self.problems: list[Problem] = []

    def scene(self, heading: Block, text: list[Block]) -> Scene:
        """What happens under a heading, and the decisions at its end."""
        decisions: list[Decision] = []
        place = next((place for place in reversed(range(len(text))) if _decides(text[place])), None)
        if place is not None:
            items = list(blocks(text[place][1:-1]))
            boxed = next((item for item in items if "checked" in item[0].meta), None)
            if boxed:
                help = "remove the boxes: what was right shows in what follows"
                self._add("a box before a decision", self._line(boxed), help)
            decisions = [made for item in items if (made := self._decision(item))]
            self.problems += equals(((plain_text(_children(item)), self._line(item)) for item in items), "decision")
            if place < len(text) - 1:
                message, help = "text behind the decisions", "move it above the list, or into a scene"
                self._add(message, self._line(text[place + 1]), help)
            text = text[:place]
        span = self._line(heading)
        if not text and place is None:
            self._add("nothing happens in this scene", span, "write below it what happens, or remove it")
        html = self.rendering.html([token for block in text for token in block])
        title = self.rendering.html([heading[1]])
        return Scene(str(heading[0].attrGet("id")), title, html, tuple(decisions), span)

    def _decision(self, item: Block) -> Decision | None:
        """The link that an item is; what is wrong with it is added to the problems."""
        span, children = self._line(item), _children(item)
        fault = _fault(children) or _more(item)
        if fault:
            self._add(fault[0], span, fault[1])
            return None
        target = unquote(str(children[0].attrGet("href") or ""))
        if target.startswith("#") and target[1:] in self.anchors:
            inline = Token("inline", "", 0, content=plain_text(children[1:-1]), children=children[1:-1])
            return Decision(self.rendering.html([inline]), target[1:], span)
        if target in self.anchors:
            self._add(f"`{target}` is the name of a file", span, f"write `#{target}` for the scene")
        elif target.startswith("#"):
            known = tuple(f"#{anchor}" for anchor in self.anchors)
            help = did_you_mean(target, known, f"the scenes are {', '.join(f'`{anchor}`' for anchor in known)}")
            message = f"there is no scene `{target}` in this scenario"
            self.problems.append(Problem("broken-anchor", message, span, help=help))
        else:
            self._add("this decision leads out of the scenario", span, _LINK)
        return None

    def _add(self, message: str, span: Span, help: str) -> None:
        self.problems.append(Problem("scenario-unclear", message, span, help=help))

    def _line(self, block: Block) -> Span:
        return self.source.line((block[0].map or [0])[0])


def _fault(children: Sequence[Token]) -> tuple[str, str] | None:
    """Why an item that says this is no decision, and what to do."""
    if not children or children[0].type != "link_open":
        return "this item leads nowhere", _LINK
    if children[-1].type != "link_close" or sum(child.type == "link_open" for child in children) > 1:
        return "text behind the link of a decision", "put all of it in brackets: `- [Do this, and that](#what-happens)`"
    if not plain_text(children[1:-1]):
        return "this decision says nothing", "say what to do: `- [Do this](#what-happens)`"
    return None


def _more(item: Block) -> tuple[str, str] | None:
    """What is wrong with an item that says something below its link, as feedback does elsewhere."""
    if len(list(blocks(item[1:-1]))) == 1:
        return None
    return "text below a decision", "what comes of it is told in the scene that it leads to: move it there"


def _decides(block: Block) -> bool:
    """Is it a list in which an item begins with a link?"""
    if block[0].type not in ("bullet_list_open", "ordered_list_open"):
        return False
    first = [_children(item)[:1] for item in blocks(block[1:-1])]
    return any(children and children[0].type == "link_open" for children in first)


def _children(item: Block) -> list[Token]:
    """What an item says in its first paragraph."""
    first = next(iter(blocks(item[1:-1])), [])
    return (first[1].children or []) if first and first[0].type == "paragraph_open" else []


def _ways(scenes: Sequence[Scene]) -> list[Problem]:
    """Something leads on from the beginning, every scene can be reached, and there is an end."""
    first, known = scenes[0], {scene.anchor: scene for scene in scenes}
    if not first.decisions:
        help = f"end it with a list of links: `- [Do this](#{scenes[1].anchor})`"
        return [Problem("scenario-unclear", "nothing leads on from the first scene", first.span, help=help)]
    problems = []
    reached, waiting = set[str](), [first.anchor]
    while waiting:
        anchor = waiting.pop()
        if anchor not in reached:
            reached.add(anchor)
            waiting += [decision.target for decision in known[anchor].decisions]
    for scene in scenes:
        if scene.anchor not in reached:
            message, help = (
                "no decision leads to this scene",
                f"link to it, `- [Do this](#{scene.anchor})`; or remove it",
            )
            problems.append(Problem("scenario-unclear", message, scene.span, help=help))
    if all(scene.decisions for scene in scenes):
        help = "leave the links out of a scene that ends it"
        problems.append(Problem("scenario-unclear", "this scenario never ends", first.span, help=help))
    return problems
