"""Problems as SARIF 2.1.0, which code scanning of GitHub and many editors read.

The form is that of the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from minicourse.problems.catalogue import FAMILIES, RULES, Rule
from minicourse.problems.fingerprint import fingerprints
from minicourse.problems.problem import Problem
from minicourse.problems.span import Span
from minicourse.problems.text import SourceLine
from minicourse.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "advice": "note"}


def format_sarif(problems: Iterable[Problem], source_line: SourceLine) -> str:
    """A log of one run, with the rules that it speaks of; paths are relative to the project."""
    listed = list(problems)
    codes = sorted({problem.code for problem in listed})
    results = [
        _result(problem, codes.index(problem.code), fingerprint)
        for problem, fingerprint in zip(listed, fingerprints(listed, source_line), strict=True)
    ]
    driver = {"name": "minicourse", "version": __version__, "rules": [_rule(RULES[code]) for code in codes]}
    # Our columns count characters, where SARIF would otherwise take them for UTF-16 code units.
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    source = f"\n\nSource: {rule.source}" if rule.source else ""
    help = f"{rule.why}\n\nInstead of\n\n{rule.bad}\n\nwrite\n\n{rule.good}{source}"
    family = next(name for name, rules in FAMILIES.items() if rule in rules)
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": help},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [family]},
    }


def _result(problem: Problem, index: int, fingerprint: str) -> dict[str, Any]:
    span = problem.span
    text = problem.message + (f" ({' '.join(problem.help.split())})" if problem.help else "")
    result = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _LEVEL[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": _file(span), "region": _region(span)}}],
        "partialFingerprints": {"minicourse/v1": fingerprint},
    }
    if problem.fix:
        changed = [{"deletedRegion": _region(e.span), "insertedContent": {"text": e.text}} for e in problem.fix]
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": _file(span), "replacements": changed}]}]
    return result


def _file(span: Span) -> dict[str, str]:
    return {"uri": quote(span.path), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
