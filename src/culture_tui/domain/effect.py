"""How far the votes of two groups lie apart, and whether chance alone could do that.

Both groups are histograms on one scale. Votes are anonymous, so nobody knows who was in both
groups, and an unpaired test is the only honest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, erfc, gcd, sqrt, ulp
from typing import Final, Literal

from culture_tui.domain.student import t_quantile

Magnitude = Literal["negligible", "small", "medium", "large"]

MEDIUM: Final = 0.33
"""From here on an effect is medium (Romano et al. 2006)."""

_MAGNITUDES: Final[tuple[tuple[float, Magnitude], ...]] = (
    (0.147, "negligible"),
    (MEDIUM, "small"),
    (0.474, "medium"),
)
_SURE: Final = 0.975
"""Of either side: the interval is one of 95 %."""

MOST_FOR_EXACT_P: Final = 5_000
"""Votes of the smaller group times votes of both: beyond, counting every way takes too long to wait."""

_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Effect:
    """Cliff's delta of one group of votes against an earlier one."""

    delta: float
    """P(later > earlier) - P(later < earlier): from -1 to 1, above 0 if the later votes are higher."""

    variance: float | None
    """Cliff's unbiased estimate; None with fewer than two votes on a side."""

    low: float | None
    high: float | None
    """The 95 % interval; None with fewer than two votes on a side."""

    @property
    def superiority(self) -> float:
        """A = (δ+1)/2: how often a later vote is higher than an earlier one, ties counting half."""
        return (self.delta + 1) / 2


@dataclass(frozen=True, slots=True)
class Chance:
    """How often chance alone puts two groups at least so far apart."""

    p: float
    exact: bool
    """False where there are too many votes to count every way to deal them out."""


def cliffs_delta(earlier: Sequence[int], later: Sequence[int]) -> Effect | None:
    """Cliff's delta with its variance and interval; None where one side has no votes.

    Source: Cliff 1993, with the unbiased variance (Cliff 1996, eq. 5.8), never below its least
    possible value (1-δ²)/(n₁n₂-1), and the asymmetric interval of Feng & Cliff 2004 with
    t(n₁+n₂-2). Where one side lies wholly above the other the variance is 0 and the interval ends
    at (n-t²)/(n+t²), n being the smaller group.
    """
    n, m = sum(earlier), sum(later)
    if not n or not m:
        return None
    above = [sum(later[level + 1 :]) - sum(later[:level]) for level in range(len(earlier))]
    below = [sum(earlier[:level]) - sum(earlier[level + 1 :]) for level in range(len(later))]
    delta = sum(count * each for count, each in zip(earlier, above, strict=True)) / (n * m)
    if n < _TWO or m < _TWO:
        return Effect(delta, None, None, None)
    rows = sum(count * (each / m - delta) ** 2 for count, each in zip(earlier, above, strict=True))
    columns = sum(count * (each / n - delta) ** 2 for count, each in zip(later, below, strict=True))
    untied = n * m - sum(one * other for one, other in zip(earlier, later, strict=True))
    cells = untied - n * m * delta**2
    estimate = (m * m * rows + n * n * columns - cells) / (n * m * (n - 1) * (m - 1))
    variance = max(estimate, (1 - delta**2) / (n * m - 1))
    return Effect(delta, variance, *_interval(delta, variance, n, m))


def magnitude(delta: float) -> Magnitude:
    """What an effect is called, whatever its direction (Romano et al. 2006)."""
    return next((name for bound, name in _MAGNITUDES if abs(delta) < bound), "large")


def permutation_p(earlier: Sequence[int], later: Sequence[int]) -> Chance | None:
    """The two-sided chance, in (0, 1], of rank sums at least so far from the expected one.

    Every way to deal the votes out to two groups of these sizes is counted, with midranks for
    ties, conditional on the votes there are (Pitman 1937; Lehmann 1975, section 1.4). Beyond
    `MOST_FOR_EXACT_P` it is the normal approximation with correction for ties and continuity. None
    where one side has no votes.
    """
    n, m = sum(earlier), sum(later)
    if not n or not m:
        return None
    few = earlier if n <= m else later
    tied = [one + other for one, other in zip(earlier, later, strict=True)]
    if min(n, m) * (n + m) > MOST_FOR_EXACT_P:
        return Chance(_normal_p(few, tied), exact=False)
    return Chance(_exact_p(few, tied), exact=True)


def holm(chances: Sequence[float]) -> list[float]:
    """Chances adjusted for how many there are, in their order (Holm 1979)."""
    adjusted = [0.0] * len(chances)
    highest = 0.0
    order = sorted(range(len(chances)), key=chances.__getitem__)
    for rank, index in enumerate(order):
        highest = max(highest, min(1.0, (len(chances) - rank) * chances[index]))
        adjusted[index] = highest
    return adjusted


def _interval(delta: float, variance: float, n: int, m: int) -> tuple[float, float]:
    t = t_quantile(_SURE, n + m - 2)
    if abs(delta) == 1:
        least = max(-1.0, (min(n, m) - t * t) / (min(n, m) + t * t))
        return (least, 1.0) if delta > 0 else (-1.0, -least)
    reach = t * sqrt(variance) * sqrt((1 - delta**2) ** 2 + t * t * variance)
    centre, width = delta - delta**3, 1 - delta**2 + t * t * variance
    return max(-1.0, (centre - reach) / width), min(1.0, (centre + reach) / width)


def _doubled_midranks(tied: Sequence[int]) -> list[int]:
    """Twice the midrank of each level, given how many votes it has in all."""
    ranks, below = [], 0
    for count in tied:
        ranks.append(2 * below + count + 1)
        below += count
    return ranks


def _step(tied: Sequence[int]) -> int:
    """The step in which twice a rank sum can change; 1 where all votes are tied and it cannot."""
    ranks = [rank for rank, count in zip(_doubled_midranks(tied), tied, strict=True) if count]
    return gcd(*(rank - ranks[0] for rank in ranks)) or 1


def _exact_p(few: Sequence[int], tied: Sequence[int]) -> float:
    """By a generating function whose coefficients are the digits of long numbers (as in `chance`)."""
    size, total = sum(few), sum(tied)
    ranks = [rank for rank, count in zip(_doubled_midranks(tied), tied, strict=True) if count]
    counts = [(count, mine) for count, mine in zip(tied, few, strict=True) if count]
    unit = _step(tied)
    scores = [(rank - ranks[0]) // unit for rank in ranks]
    ways = comb(total, size)
    digit = ways.bit_length() + 1
    rows = [1] + [0] * size
    for (count, _), score in zip(counts, scores, strict=True):
        for taken in range(size, 0, -1):
            rows[taken] += sum(
                comb(count, part) * rows[taken - part] << digit * score * part
                for part in range(1, min(count, taken) + 1)
            )
    expected = size * sum(count * score for (count, _), score in zip(counts, scores, strict=True))
    reached = sum(mine * score for (_, mine), score in zip(counts, scores, strict=True))
    off = abs(total * reached - expected)
    if not off:
        return 1.0
    lowest, highest = (expected - off) // total, -((-expected - off) // total)
    every = (1 << digit) - 1
    low = (rows[size] & ((1 << digit * (lowest + 1)) - 1)) % every if lowest >= 0 else 0
    return (low + (rows[size] >> digit * highest) % every) / ways


def _normal_p(few: Sequence[int], tied: Sequence[int]) -> float:
    """With a correction of half a step: on two levels steps are wide, and half a rank makes p too small."""
    size, total = sum(few), sum(tied)
    reached = sum(mine * rank for mine, rank in zip(few, _doubled_midranks(tied), strict=True)) / 2
    ties = sum(count**3 - count for count in tied)
    variance = size * (total - size) / 12 * (total + 1 - ties / (total * (total - 1)))
    off = max(0.0, abs(reached - size * (total + 1) / 2) - max(_TWO, _step(tied)) / 4)
    return max(erfc(off / sqrt(2 * variance)), ulp(0.0)) if variance > 0 else 1.0
