"""How far people put the practices in the same order, whatever levels they gave: Kendall's W.

It is a figure for consultants. It measures reliability, not agreement, so it labels nothing.
Ranks are doubled, so that shared ranks such as 2.5 are whole numbers and sums are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class RankSums:
    """What remains of many people's rankings of the same things."""

    raters: int
    """How many people ranked all of them."""

    doubled: tuple[int, ...]
    """Twice the sum of the ranks that each thing got, the lowest level ranking first."""

    ties: int
    """The sum of t³ - t over every group of t equal levels that one person gave."""


def doubled_ranks(histogram: Sequence[int]) -> list[int]:
    """Twice the rank that each level has for one person who gave each level so many times."""
    ranks, below = [], 0
    for count in histogram:
        ranks.append(2 * below + count + 1)
        below += count
    return ranks


def ties_in(histogram: Sequence[int]) -> int:
    """The sum of t³ - t over the groups of equal levels that one person gave."""
    return sum(count**3 - count for count in histogram)


def kendalls_w(ranks: RankSums) -> float | None:
    """W = (12·Σ R² - 3·m²·n·(n+1)²) / (m²·n·(n²-1) - m·ΣT), with the correction for ties.

    Source: Kendall & Babington Smith 1939; ties as in Siegel & Castellan 1988, eq. 9.18. None
    for fewer than two people or two things, and where everybody gave everything the same level.
    """
    people, things = ranks.raters, len(ranks.doubled)
    if people < _TWO or things < _TWO:
        return None
    spread = 3 * sum(rank * rank for rank in ranks.doubled) - 3 * people**2 * things * (things + 1) ** 2
    most = people**2 * things * (things**2 - 1) - people * ranks.ties
    return spread / most if most else None
