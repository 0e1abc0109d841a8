"""A survey of 300,000 people on 36 practices: how long it takes to read, and in how much memory."""

from __future__ import annotations

import csv
import random
import sys
import time
from pathlib import Path

from culture_tui.storage.model_files import DEFAULT_MODEL, find_model, shipped_models
from culture_tui.storage.votes_file import read_votes

PEOPLE = 300_000
DIFFERENT = 5_000
"""People who answer in ways of their own; the others do as one of them did."""


def make(path: Path) -> None:
    """Write the survey."""
    practices = list(find_model(DEFAULT_MODEL, [shipped_models()]).model.practices)
    chance = random.Random(1)  # noqa: S311 (drawn answers, no secret)
    rows = [[chance.choice("1223334445") for _ in practices] for _ in range(DIFFERENT)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(practices)
        for _ in range(PEOPLE // DIFFERENT):
            writer.writerows(rows)


def peak_megabytes() -> float:
    """The most memory that this process has had, in MB."""
    status = Path("/proc/self/status").read_text("ascii")
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1000


def main() -> None:
    """Print the seconds that a bare pass takes, ours, and the most memory."""
    path = Path(sys.argv[1])
    begin = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        rows = sum(1 for _row in csv.reader(file))
    bare = time.perf_counter() - begin
    model = find_model(DEFAULT_MODEL, [shipped_models()])
    begin = time.perf_counter()
    found = read_votes(path, model)
    ours = time.perf_counter() - begin
    assert found.votes.people == found.complete == rows - 1 == PEOPLE
    print(bare, ours, peak_megabytes())  # noqa: T201


if __name__ == "__main__":
    main()
