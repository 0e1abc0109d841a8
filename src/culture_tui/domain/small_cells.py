"""What is withheld in documents made for others, so that no small group's votes can be read off.

A facilitator sees everything in the facilitator's own file. What is handed on shows no histogram,
spread or comment of fewer people than the floor, nor two of them whose difference does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

FLOOR: Final = 5
"""Votes of fewer people are withheld."""

LOWEST_FLOOR: Final = 3
"""As low as the floor can be set, by explicit choice; the document says so."""

_LEAST_PAIRS: Final = 3


def is_small(histogram: Sequence[int], floor: int = FLOOR) -> bool:
    """Whether a round has fewer voters than the floor."""
    return sum(histogram) < floor


def gives_away(one: Sequence[int], other: Sequence[int], floor: int = FLOOR) -> bool:
    """Whether two histograms of one workshop, side by side, show what fewer people than the floor did."""
    gone = sum(max(0, before - after) for before, after in zip(one, other, strict=True))
    come = sum(max(0, after - before) for before, after in zip(one, other, strict=True))
    return 0 < max(gone, come) < floor


def overlap(pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> bool:
    """Whether one side looks like the other with some people added: the same votes, exported twice.

    So it looks where in every pair, of at least three, no level has lost a vote from the one side to
    the other. Two workshops of their own do that hardly ever.
    """
    if len(pairs) < _LEAST_PAIRS:
        return False
    grown = all(after >= before for one, other in pairs for before, after in zip(one, other, strict=True))
    shrunk = all(before >= after for one, other in pairs for before, after in zip(one, other, strict=True))
    return grown or shrunk
