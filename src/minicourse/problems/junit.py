"""Problems as a JUnit report, which most CI systems show as a list of tests."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from minicourse.problems.problem import Problem
from minicourse.problems.text import shown


def format_junit(problems: Iterable[Problem], strict: bool = False) -> str:
    """One test a problem: failed where it stops a build, under `strict` that is a warning too, else skipped.

    Without problems there is one test, which passed. There is no standard for the form; this is what Jenkins and
    GitLab read.
    """
    listed = list(problems)
    stops = {"error", "warning"} if strict else {"error"}
    suite = ElementTree.Element("testsuite", name="minicourse check", tests=str(len(listed) or 1))
    failed = sum(problem.severity in stops for problem in listed)
    suite.set("failures", str(failed))
    suite.set("skipped", str(len(listed) - failed))
    for problem in listed:
        span = problem.span
        place = shown(f"{span.path}:{span.line}:{span.column}")
        case = ElementTree.SubElement(suite, "testcase", classname=problem.code, name=place, file=shown(span.path))
        case.set("line", str(span.line))
        outcome = "failure" if problem.severity in stops else "skipped"
        said = ElementTree.SubElement(case, outcome, message=shown(problem.message))
        if outcome == "failure":
            said.set("type", problem.severity)
        said.text = "\n".join(shown(line) for line in [place, *problem.help.split("\n")] if line)
    if not listed:
        ElementTree.SubElement(suite, "testcase", classname="minicourse", name="check")
    ElementTree.indent(suite)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(suite, encoding="unicode")}\n'
