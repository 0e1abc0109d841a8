"""A thousand assessments of a thousand units, and what it costs merely to read them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from culture_tui.storage.assessment_files import assessments_in, load_assessment, to_table, to_toml

UNITS = 1_000


def make(example: Path, folder: Path) -> None:
    """Write a thousand copies of an example, each of another unit."""
    folder.mkdir()
    shown = load_assessment(example).assessment
    for number in range(UNITS):
        subject = shown.subject.model_copy(update={"unit": f"Unit {number}"})
        copy = shown.model_copy(update={"id": f"unit-{number}", "subject": subject})
        (folder / f"unit-{number}.toml").write_bytes(to_toml(to_table(copy)))


def reading(folder: Path) -> Sequence[str]:
    """The command that reads and checks them, and does nothing else."""
    return [sys.executable, __file__, str(folder)]


if __name__ == "__main__":
    assert sum(1 for _each in assessments_in(Path(sys.argv[1]))) == UNITS
