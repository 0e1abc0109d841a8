"""What `draw.py` has drawn, as the histograms and rows that our figures are worked out from."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Histogram = tuple[int, ...]
Comparison = tuple[Histogram, Histogram]
"""The earlier votes for a practice and the later ones."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything drawn, by case: "17" is a workshop or a set, "17/3" a practice or a place in it."""

    rounds: dict[str, Histogram]
    """The votes for one practice of a workshop."""

    practices: dict[str, list[str]]
    """Of a workshop: the cases of its practices, in their order."""

    people: dict[str, list[tuple[int, ...]]]
    """Of a workshop: the votes of each person who voted for every practice."""

    comparisons: dict[str, Comparison]
    """A practice of a workshop against the same one of the workshop after it, where both have votes."""

    crowds: dict[str, Comparison]
    """Two groups of many people."""

    chances: dict[str, list[float]]
    """Sets of p, to be adjusted for how many there are."""


def read(folder: Path) -> Drawn:
    """Read what was drawn into this folder."""
    rounds: dict[str, list[int]] = {}
    people: dict[tuple[str, str], list[int]] = defaultdict(list)
    for workshop, levels, person, practice, vote in _rows(folder / "votes.csv"):
        histogram = rounds.setdefault(f"{workshop}/{practice}", [0] * int(levels))
        people[workshop, person].append(int(vote or 0))
        if vote:
            histogram[int(vote) - 1] += 1
    complete: dict[str, list[tuple[int, ...]]] = {workshop: [] for workshop, _ in people}
    for (workshop, _), votes in people.items():
        if all(votes):
            complete[workshop].append(tuple(votes))
    histograms = {case: tuple(counts) for case, counts in rounds.items()}
    practices: dict[str, list[str]] = defaultdict(list)
    for case in histograms:
        practices[case.split("/")[0]].append(case)
    return Drawn(
        rounds=histograms,
        practices=practices,
        people=complete,
        comparisons=dict(_comparisons(histograms)),
        crowds=_crowds(folder / "crowds.csv"),
        chances=_chances(folder / "chances.csv"),
    )


def _rows(path: Path) -> Iterator[Sequence[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def _comparisons(rounds: dict[str, Histogram]) -> Iterator[tuple[str, Comparison]]:
    for case, earlier in rounds.items():
        workshop, practice = case.split("/")
        later = rounds.get(f"{int(workshop) + 1}/{practice}", ())
        if int(workshop) % 2 == 0 and any(earlier) and any(later):
            yield case, (earlier, later)


def _crowds(path: Path) -> dict[str, Comparison]:
    groups: dict[str, dict[str, list[int]]] = {}
    for crowd, group, _, vote in _rows(path):
        groups.setdefault(crowd, {"earlier": [0] * 5, "later": [0] * 5})[group][int(vote) - 1] += 1
    return {crowd: (tuple(both["earlier"]), tuple(both["later"])) for crowd, both in groups.items()}


def _chances(path: Path) -> dict[str, list[float]]:
    sets: dict[str, list[float]] = defaultdict(list)
    for row, _, p in _rows(path):
        sets[row].append(float(p))
    return sets
