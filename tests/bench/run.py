"""`make bench`: how fast the program is, as ratios measured in one run on this machine."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from counting import counting
from large_model import make as make_large
from large_votes import make
from library import library
from many_units import make as make_units
from many_units import reading
from pty_app import PtyApp

from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.saver import Saver

HERE = Path(__file__).parent
EXAMPLE = max((HERE.parents[1] / "assessments").glob("*.toml"))
CULTURE = [sys.executable, "-m", "culture_tui"]
ENVIRONMENT = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "COLORTERM": "truecolor"}
ROUNDS = 15
KEYS = 120


def seconds_of(command: Sequence[str], rounds: int = ROUNDS) -> float:
    """Median time of a command from start to end."""

    def once() -> float:
        before = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - before

    times: list[float] = [once() for _ in range(rounds)]
    return median(times)


def first_frame(command: Sequence[str]) -> float:
    """Median time until the footer is drawn."""

    def once() -> float:
        with PtyApp(command, ENVIRONMENT) as app:
            return app.wait_for(b"Help") - app.started

    times: list[float] = [once() for _ in range(ROUNDS)]
    return median(times)


def key_times(command: Sequence[str], settled: bytes) -> list[float]:
    """Times from a digit key to the first byte drawn."""
    with PtyApp(command, ENVIRONMENT) as app:
        app.wait_for(settled)
        app.rest(1.0)
        times = []
        for index in range(KEYS):
            times.append(app.press(b"2" if index % 2 else b"4"))
            app.rest(0.06)
        return times


def late(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


async def longest_block(folder: Path) -> float:
    """The longest time for which the event loop could not run while full assessments were saved."""
    stored = load_assessment(EXAMPLE)
    saver = Saver(folder / "saved.toml", None, lambda _state: None)
    worst, end = 0.0, time.perf_counter() + 4.0
    practices = list(stored.assessment.model.practices)
    count = 0
    while time.perf_counter() < end:
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - before - 0.001)
        if count % 20 == 0:
            practice = practices[count // 20 % len(practices)]
            saver.save(stored.assessment.with_level(practice, 3, stored.assessment.updated))
        count += 1
    saver.close()
    return worst


def large_survey(folder: Path) -> tuple[float, float, float]:
    """Of 300,000 rows: our time as a multiple of a bare pass, our seconds, and the most memory in MB."""
    make(folder / "votes.csv")
    command = [sys.executable, str(HERE / "large_votes.py"), str(folder / "votes.csv")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    bare, ours, megabytes = map(float, done.stdout.split())
    return ours / bare, ours, megabytes


def report(name: str, measured: float, bound: float, unit: str = "×") -> bool:
    """Print a figure beside its bound; whether it keeps it."""
    kept = measured <= bound
    print(f"{'ok  ' if kept else 'OVER'}  {measured:6.2f} {unit} (at most {bound:g} {unit})  {name}")  # noqa: T201
    return kept


def main() -> int:
    """Measure everything; 1 where a bound was not kept."""
    bare = [sys.executable, "-c", "pass"]
    needs = [sys.executable, "-c", "import pydantic, rich.console, rich.table, click; pydantic.BaseModel"]
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(EXAMPLE, folder)
        home = [*CULTURE, "--workspace", folder]
        score = [*CULTURE, "--workspace", folder, "assess", copy]
        minimal = [sys.executable, str(HERE / "minimal.py")]
        ours, theirs = key_times(score, b"Vote"), key_times([*minimal, "card"], b"Help")
        version = seconds_of([*CULTURE, "--version"]) / seconds_of(bare)
        show = seconds_of([*CULTURE, "show", str(EXAMPLE)]) / seconds_of(needs)
        frame = first_frame(home) / first_frame([*minimal, "home"])
        times, seconds, megabytes = large_survey(Path(folder))
        units = Path(folder) / "units"
        make_units(EXAMPLE, units)
        large = make_large(Path(folder))
        for path in units.glob("*.toml"):
            shutil.copy(path, large.parent)
        many = key_times([*CULTURE, "--workspace", folder, "assess", str(large)], b"Vote")
        compare = seconds_of([*CULTURE, "compare", str(units)], 5) / seconds_of(reading(units), 5)
        shelves = library(EXAMPLE, Path(folder))
        blocked = asyncio.run(longest_block(Path(folder))) * 1000
    kept = [
        report("culture --version / python -c pass", version, 8),
        report("culture show FILE / importing what it needs", show, 1.5),
        report("first frame / minimal app", frame, 1.3),
        report("key to painted level, median / minimal app", median(ours) / median(theirs), 1.5),
        report("key to painted level, 95th percentile / minimal app", late(ours) / late(theirs), 2),
        report("the same of 200 practices, 1,000 in the library, median", median(many) / median(theirs), 1.5),
        report("the same, 95th percentile", late(many) / late(theirs), 2),
        report("votes of 300,000 people / a bare pass over their file", times, 20),
        report("votes of 300,000 people", seconds, 10, "s"),
        report("memory for them, at most", megabytes, 200, "MB"),
        report("culture compare of 1,000 files / reading them", compare, 2),
        report("event loop blocked while saving, at most", blocked, 16, "ms"),
        *[report(name, figure, bound, unit) for name, figure, bound, unit in shelves],
        *[report(name, multiple, most) for name, multiple, most in counting()],
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
