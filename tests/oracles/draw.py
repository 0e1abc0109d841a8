"""Draw workshops by chance, so that our figures can be held against R's.

`draw.py FOLDER` writes the same files from the same seed on every machine. Workshops come in
pairs on one scale with the same practices: an even one and, later, the odd one after it.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

Weights = list[int]
"""How likely each level of a scale is to be voted for, the lowest first."""

USUAL_LEVELS: Final = 5
CROWDS: Final = 100
CHANCES: Final = 200
PROBABILITIES: Final = (0.5, 0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995, 0.9995)
DEGREES: Final = (*range(1, 61), 1.5, 2.5, 7.25, 75, 100, 118, 250, 500, 1000, 10_000)


class Draws:
    """Whole numbers by chance from a seed, whatever the version of Python."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._drawn = 0

    def below(self, bound: int) -> int:
        """A number from 0 up to below a bound, each as likely."""
        self._drawn += 1
        digest = sha256(f"{self._seed}/{self._drawn}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % bound

    def between(self, low: int, high: int) -> int:
        """A number from low to high, both included."""
        return low + self.below(high - low + 1)

    def vote(self, weights: Weights) -> int:
        """A level from 1 on, by its weight."""
        left = self.below(sum(weights))
        for level, weight in enumerate(weights, start=1):
            left -= weight
            if left < 0:
                return level
        raise AssertionError(weights)


def unanimous(levels: int, draws: Draws) -> Weights:
    """Everybody at one level."""
    chosen = draws.below(levels)
    return [int(level == chosen) for level in range(levels)]


def neighbours(levels: int, draws: Draws) -> Weights:
    """Everybody at one of two levels side by side."""
    low = draws.below(levels - 1)
    return [draws.between(1, 4) if level in {low, low + 1} else 0 for level in range(levels)]


def two_camps(levels: int, draws: Draws) -> Weights:
    """Both ends of the scale and nothing between."""
    return [draws.between(1, 3), *[0] * (levels - 2), draws.between(1, 3)]


def near_an_end(levels: int, draws: Draws) -> Weights:
    """Nearly everybody at an end: means that a_WG is not defined for."""
    weights = [draws.between(8, 40), *[1] * (levels - 1)]
    return weights if draws.below(2) else weights[::-1]


def dissenters(levels: int, draws: Draws) -> Weights:
    """One level, and a few votes anywhere."""
    chosen = draws.below(levels)
    return [draws.between(6, 30) if level == chosen else 1 for level in range(levels)]


def hump(levels: int, draws: Draws) -> Weights:
    """A middle that most are near to."""
    middle = draws.below(levels)
    return [60 // (1 + abs(level - middle)) ** 2 for level in range(levels)]


def anything(levels: int, draws: Draws) -> Weights:
    """Any distribution at all."""
    return [1 + draws.below(9) * draws.below(2) for _ in range(levels)]


SHAPES: Final[tuple[Callable[[int, Draws], Weights], ...]] = (
    unanimous,
    neighbours,
    two_camps,
    near_an_end,
    dissenters,
    hump,
    anything,
)


def workshop(levels: int, practices: int, draws: Draws) -> list[list[int | None]]:
    """A row a person, a vote for each practice; None where somebody did not vote."""
    people = draws.between(2, draws.between(4, 30))
    holes = draws.below(5) == 0
    if draws.below(20) == 0:
        shapes = [unanimous(levels, draws)] * practices
    else:
        shapes = [SHAPES[draws.below(len(SHAPES))](levels, draws) for _ in range(practices)]
    return [
        [None if holes and draws.below(8) == 0 else draws.vote(weights) for weights in shapes]
        for _ in range(people)
    ]


def votes(workshops: int, draws: Draws) -> Iterator[Sequence[object]]:
    """Every vote of all workshops; the vote is empty where there is none."""
    levels = practices = 0
    for number in range(workshops):
        if number % 2 == 0:
            levels = USUAL_LEVELS if draws.below(10) < 6 else draws.between(2, 10)
            practices = draws.between(1, 12)
        for person, row in enumerate(workshop(levels, practices, draws)):
            for practice, vote in enumerate(row):
                yield number, levels, person, practice, vote


def crowds(draws: Draws) -> Iterator[Sequence[object]]:
    """Pairs of groups too large to count every way to deal their votes out."""
    for crowd in range(CROWDS):
        for group in ("earlier", "later"):
            weights = hump(USUAL_LEVELS, draws) if draws.below(2) else anything(USUAL_LEVELS, draws)
            for person in range(draws.between(60, 200)):
                yield crowd, group, person, draws.vote(weights)


def chances(draws: Draws) -> Iterator[Sequence[object]]:
    """Sets of p, some of them equal, 0 or 1."""
    for row in range(CHANCES):
        finest = 10 ** draws.between(1, 6)
        for place in range(draws.between(1, 40)):
            yield row, place, draws.between(0, finest) / finest


def write(path: Path, head: str, rows: Iterable[Sequence[object]]) -> None:
    """A table with a header, its numbers with all their digits."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head.split())
        writer.writerows(rows)


def main() -> None:
    """Write the tables into the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workshops", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    draws = Draws(asked.seed)
    asked.folder.mkdir(parents=True, exist_ok=True)
    write(
        asked.folder / "votes.csv",
        "workshop levels person practice vote",
        votes(asked.workshops, draws),
    )
    write(asked.folder / "crowds.csv", "crowd group person vote", crowds(draws))
    write(asked.folder / "chances.csv", "row place p", chances(draws))
    write(
        asked.folder / "quantiles.csv",
        "probability degrees",
        ((probability, degrees) for probability in PROBABILITIES for degrees in DEGREES),
    )


if __name__ == "__main__":
    main()
