"""Times builds and checks as whole processes, ours and others', in one run: medians and ratios, since machines differ.

python benchmarks/run.py                    the shipped course, and courses of 100 and 1,000 lessons
python benchmarks/run.py --peers            also MkDocs on the same texts, installed in a folder of its own
python benchmarks/run.py --lessons 100 --runs 9
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus import course

ROOT = Path(__file__).parent.parent
PEERS = ("mkdocs==1.6.1",)


@dataclass
class Measured:
    """Medians over the runs of one command."""

    seconds: float
    cpu: float
    """Seconds of processor time: steadier than the clock on a busy machine."""
    mebibytes: float


def main() -> None:
    """Measure and print a table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--lessons", type=int, nargs="*", default=[100, 1000])
    ask.add_argument("--runs", type=int, default=5)
    ask.add_argument("--peers", action="store_true")
    options = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        row("what", None)
        ours = measure(build(ROOT, folder / "shipped"), fresh(folder / "shipped"), options.runs)
        row("shipped course, cold", ours)
        again = measure(build(ROOT, folder / "shipped"), lambda: None, options.runs)
        row("shipped course, again", again)
        for lessons in options.lessons:
            source = folder / str(lessons)
            course(source, lessons)
            ours = measure(build(source, source / "site"), fresh(source / "site"), options.runs)
            row(f"{lessons} lessons, 2 questions each, cold", ours)
            check = [sys.executable, "-m", "minicourse", "check", str(source)]
            row(f"{lessons} lessons, check, cold", measure([*check, "--no-cache"], lambda: None, options.runs))
            row(f"{lessons} lessons, check, nothing changed", measure(check, lambda: None, options.runs))
            if options.peers:
                plain = folder / f"plain-{lessons}"
                course(plain, lessons, questions=False)
                config = plain / "mkdocs.yml"
                config.write_text("site_name: A large course\ndocs_dir: content\nplugins: []\n", encoding="utf-8")
                command = [str(peer_python(folder)), "-m", "mkdocs", "build", "-q", "-f", str(config)]
                theirs = measure(command, fresh(plain / "site"), max(1, options.runs // 2))
                row(f"{lessons} lessons, MkDocs, cold", theirs, ours)


def build(source: Path, output: Path) -> list[str]:
    """The command that builds a course."""
    return [sys.executable, "-m", "minicourse", "build", str(source), "--output", str(output)]


def fresh(output: Path) -> Callable[[], None]:
    """Something that takes an old site away before a run."""
    return lambda: shutil.rmtree(output, ignore_errors=True)


def measure(command: list[str], before: Callable[[], None], runs: int) -> Measured:
    """Run a command several times after one run that doesn't count."""
    seconds, cpu, mebibytes = [], [], []
    for number in range(runs + 1):
        before()
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(command)} left with {process.returncode}")
        if number:
            seconds.append(time.perf_counter() - start)
            cpu.append(usage.ru_utime + usage.ru_stime)
            mebibytes.append(usage.ru_maxrss / 1024)
    return Measured(statistics.median(seconds), statistics.median(cpu), statistics.median(mebibytes))


def peer_python(folder: Path) -> Path:
    """Python with the other tools installed."""
    venv = folder / "peers"
    if not venv.exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin/python", "-m", "pip", "install", "-q", *PEERS], check=True)
    return venv / "bin/python"


def row(what: str, measured: Measured | None, ours: Measured | None = None) -> None:
    """Print a row of the table, or its head; with `ours`, how many times as long another tool took."""
    cells = ["clock s", "cpu s", "peak MiB", "x ours"]
    if measured:
        ratio = f"{measured.cpu / ours.cpu:.2f}" if ours else ""
        cells = [f"{measured.seconds:.2f}", f"{measured.cpu:.2f}", f"{measured.mebibytes:.0f}", ratio]
    print(f"{what:45}" + "".join(f"{cell:>10}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
