"""Hold our figures against R's: `agree.py FOLDER`, after `draw.py` and `oracle.R`.

Prints each figure with its oracle, how many cases were compared and the largest difference; then
the cases with a note by R, waived or undefined; then every disagreement. Exit status 1 if any.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drawn import read
from ours import FIGURES

CLOSE: Final = 1e-9

WAIVED: Final = frozenset(
    [
        "one vote: multilevel gives no AD",
        "wholly apart: effsize uses delta * (nm-1)/nm",
        "variance below its least value: effsize leaves it there",
        "exactRankTests gives another p for the groups swapped",
        "wide steps: wilcox.test corrects by half a rank all the same",
    ]
)
"""Notes under which R may differ from us, for the reasons in the README; any other note only explains."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure of one case, as R has it and as we have it; None where it is not defined."""

    figure: str
    oracle: str
    case: str
    note: str
    theirs: float | None
    ours: float | None

    @property
    def both(self) -> bool:
        """Whether both sides define it."""
        return self.theirs is not None and self.ours is not None

    @property
    def waived(self) -> bool:
        """Whether the sides are known to differ here, and why."""
        return self.note in WAIVED

    @property
    def apart(self) -> float:
        """How far the sides lie apart; infinitely where one of them does not define it."""
        if self.theirs is None or self.ours is None:
            return 0.0 if self.theirs is self.ours else float("inf")
        return abs(self.theirs - self.ours)


def pairs(folder: Path) -> list[Pair]:
    """Every figure that R has given, with ours beside it."""
    drawn = read(folder)
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["figure"],
                row["oracle"],
                row["case"],
                row["note"],
                float(row["value"]) if row["value"] else None,
                FIGURES[row["figure"]](drawn, row["case"]),
            )
            for row in csv.DictReader(file)
            if row["figure"] in FIGURES
        ]


def largest(compared: Iterable[Pair]) -> str:
    """The largest difference where both sides define the figure."""
    both = [pair.apart for pair in compared if pair.both]
    return f"{max(both):.1e}" if both else "-"


def summary(compared: list[Pair]) -> list[list[str]]:
    """A row for each figure and oracle: what was compared as it stands."""
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in compared:
        groups[pair.figure, pair.oracle].append(pair)
    order = list(FIGURES)
    return [
        [
            figure,
            oracle,
            str(sum(pair.both for pair in group)),
            largest(group),
            str(sum(pair.apart > CLOSE for pair in group)),
        ]
        for (figure, oracle), group in sorted(groups.items(), key=lambda each: order.index(each[0][0]))
    ]


def set_aside(noted: list[Pair]) -> list[list[str]]:
    """A row for each figure and note: who defines such cases, and how far apart both sides are."""
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in noted:
        groups[f"{pair.figure} ({pair.oracle})", pair.note].append(pair)
    return [
        [
            figure,
            note,
            str(len(group)),
            str(sum(pair.theirs is None and pair.ours is None for pair in group)),
            str(sum(pair.theirs is not None and pair.ours is None for pair in group)),
            str(sum(pair.theirs is None and pair.ours is not None for pair in group)),
            largest(group),
        ]
        for (figure, note), group in groups.items()
    ]


def table(head: str, rows: list[list[str]]) -> str:
    """Columns with a head: names to the left from the first two on, numbers to the right."""
    lines = [head.split(" | "), *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    cells = [
        [
            cell.rjust(width) if column > 1 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        for line in lines
    ]
    return "".join(f"{'  '.join(line).rstrip()}\n" for line in cells) + "\n"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    found = pairs(parser.parse_args().folder)
    compared = [pair for pair in found if not pair.waived]
    wrong = [pair for pair in compared if pair.apart > CLOSE]
    absent = [name for name in FIGURES if all(pair.figure != name for pair in compared)]
    put = sys.stdout.write
    put(table("figure | oracle | compared | largest difference | over 1e-9", summary(compared)))
    put(
        table(
            "noted | why | cases | both undefined | only R | only ours | largest difference",
            set_aside([pair for pair in found if pair.note]),
        )
    )
    rows = [[pair.figure, pair.oracle, pair.case, str(pair.theirs), str(pair.ours)] for pair in wrong]
    rows += [[name, "none", "", "", ""] for name in absent]
    put(table("disagreement | oracle | case | R | ours", rows) if rows else "No disagreement.\n")
    return 1 if rows else 0


if __name__ == "__main__":
    sys.exit(main())
