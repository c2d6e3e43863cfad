"""Times what an author waits for in an editor: from the last keystroke until its problems are shown.

python benchmarks/keystroke.py              the shipped course, and one of 1,000 lessons
python benchmarks/keystroke.py --lessons 100 --runs 9
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from corpus import course

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.lsp.editor import Editor  # noqa: E402


def main() -> None:
    """Measure and print a table, in seconds; the pause that the server waits for is in it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--lessons", type=int, nargs="*", default=[1000])
    ask.add_argument("--runs", type=int, default=7)
    options = ask.parse_args()
    print(f"{'what':24} {'opened':>8} {'typed':>8} {'slowest':>8} {'asked':>8}")
    with tempfile.TemporaryDirectory() as name:
        row("shipped course", ROOT, options.runs)
        for lessons in options.lessons:
            source = Path(name, str(lessons))
            course(source, lessons)
            row(f"{lessons} lessons", source, options.runs)


def row(what: str, source: Path, runs: int) -> None:
    """Measure one course: from the start to the first problems, from keystrokes on, and an answer in the meantime."""
    lesson = min(path for path in (source / "content").rglob("*.md") if path.name != "index.md")
    start = time.perf_counter()
    with Editor(source) as editor:
        text = editor.open(lesson)
        opened = time.perf_counter() - start
        typed = []
        for number in range(runs):
            start = time.perf_counter()
            editor.type(lesson, text + "\n[[nothing]]\n" * (number % 2 == 0))
            typed.append(time.perf_counter() - start)
        asked = []
        for _ in range(runs):
            editor.type(lesson, text, wait=False)
            time.sleep(0.25)  # by now it looks at the course
            start = time.perf_counter()
            editor.ask("textDocument/hover", editor.at(lesson, "title"))
            asked.append(time.perf_counter() - start)
    figures = (opened, statistics.median(typed), max(typed), statistics.median(asked))
    print(f"{what:24} " + " ".join(f"{seconds:8.2f}" for seconds in figures), flush=True)


if __name__ == "__main__":
    main()
