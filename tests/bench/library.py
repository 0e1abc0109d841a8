"""How soon a thousand assessments are listed, and how long anything else has to wait meanwhile."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from statistics import median

from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from culture_tui.storage.library_index import index_path
from culture_tui.storage.shelf import shelved
from culture_tui.tui.app import CultureApp
from culture_tui.tui.widgets.row_list import RowList

FILES = 1_000
AN_HOUR_AGO = time.time() - 3600
TICK = 0.001


def make(example: Path, workspace: Path) -> None:
    """Write a thousand copies of an example, a day each, as if an hour ago."""
    folder = workspace / "assessments"
    folder.mkdir(parents=True)
    shown = load_assessment(example).assessment
    for number in range(FILES):
        name = f"2026-{number:04}-unit"
        subject = shown.subject.model_copy(update={"unit": f"Unit {number}"})
        path = folder / f"{name}.toml"
        path.write_bytes(to_toml(to_table(shown.model_copy(update={"id": name, "subject": subject}))))
        os.utime(path, (AN_HOUR_AGO, AN_HOUR_AGO))


async def opening(workspace: Path) -> tuple[float, float, float]:
    """Seconds to the first rows and to all of them, and the longest wait of the loop between the two."""
    app = CultureApp(str(workspace))
    worst, first = 0.0, 0.0
    async with app.run_test(size=(80, 24)):
        began = before = time.perf_counter()
        screen = app.screen
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            rows = screen.query_one(RowList).virtual_size.height
            if rows and not first:
                first = now - began
            elif first:
                worst = max(worst, now - before - TICK)
            if rows == FILES:
                break
            before = time.perf_counter()
        return first, time.perf_counter() - began, worst


def scanning(workspace: Path) -> float:
    """Seconds to look at all files whose rows are known."""
    before = time.perf_counter()
    assert sum(len(batch.files) for batch in shelved(workspace / "assessments")) == FILES
    return time.perf_counter() - before


def one_file(workspace: Path) -> float:
    """Seconds to read one file."""
    path = next((workspace / "assessments").iterdir())

    def once() -> float:
        before = time.perf_counter()
        load_assessment(path)
        return time.perf_counter() - before

    times: list[float] = [once() for _ in range(15)]
    return median(times)


def library(example: Path, folder: Path) -> list[tuple[str, float, float, str]]:
    """Name, figure, bound and unit of each measurement."""
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    workspace = folder / "library"
    make(example, workspace)
    index_path().unlink(missing_ok=True)
    cold = asyncio.run(opening(workspace))
    warm = asyncio.run(opening(workspace))
    file, scan = one_file(workspace), median(scanning(workspace) for _ in range(5))
    return [
        (f"first of 1,000 rows, cold ({cold[0] * 1000:.0f} ms) / reading one file", cold[0] / file, 150, "×"),
        (f"all of 1,000 rows, cold ({cold[1]:.1f} s) / reading 1,000 files", cold[1] / file / FILES, 2, "×"),
        (f"all of 1,000 rows, warm ({warm[1] * 1000:.0f} ms) / reading one file", warm[1] / file, 200, "×"),
        (f"looking at 1,000 known files ({scan * 1000:.0f} ms) / reading one", scan / file, 20, "×"),
        ("loop blocked while 1,000 rows fill in, cold", cold[2] * 1000, 30, "ms"),
        ("loop blocked while 1,000 rows fill in, warm", warm[2] * 1000, 30, "ms"),
    ]


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        for name, figure, bound, unit in library(Path(sys.argv[1]), Path(temporary)):
            print(f"{figure:8.2f} {unit} (at most {bound:g})  {name}")  # noqa: T201
