"""How reliably a whole workshop's votes order its practices: an appendix for consultants.

Reliability is not agreement. Six people who all but agree reach an r_WG above .9 and an alpha
below 0, because practices that all stand alike cannot be told apart. Nothing is ever flagged on
these figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import fsum
from typing import Final, Literal

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
NoAlpha = Literal["too-few", "all-equal"]

_TWO: Final = 2


class Concordance:
    """Kendall's W of raters who come in one after the other; their votes are added up, not kept.

    Source: Kendall & Babington Smith 1939, with the correction for ties (Siegel & Castellan 1988,
    eq. 9.18): W = (12 ΣR² - 3m²n(n+1)²) / (m²n(n²-1) - mΣ(t³-t)) for m raters of n practices.
    """

    def __init__(self, practices: int) -> None:
        self._practices = practices
        self._doubled_ranks = [0] * practices
        self._ties = 0
        self.raters = 0

    def add(self, votes: Sequence[int]) -> None:
        """Take in one person's vote for every practice: levels, in the practices' order."""
        below, doubled = 0, {}
        for level in sorted(set(votes)):
            tied = votes.count(level)
            doubled[level] = 2 * below + tied + 1
            below += tied
            self._ties += tied**3 - tied
        for practice, level in enumerate(votes):
            self._doubled_ranks[practice] += doubled[level]
        self.raters += 1

    def w(self) -> float | None:
        """W, from 0 (no common order) to 1; None for fewer than two people or practices, or all tied."""
        m, n = self.raters, self._practices
        if m < _TWO or n < _TWO:
            return None
        most = m * m * n * (n * n - 1) - m * self._ties
        squares = sum(rank * rank for rank in self._doubled_ranks)
        return (3 * squares - 3 * m * m * n * (n + 1) ** 2) / most if most else None


def kendalls_w(rows: Iterable[Sequence[int]]) -> float | None:
    """Kendall's W with ties: a row a person, a vote for each practice; None where it is not defined.

    Saved assessments hold no rows, only histograms: W can be had while votes are imported.
    """
    concordance: Concordance | None = None
    for row in rows:
        concordance = concordance or Concordance(len(row))
        concordance.add(row)
    return None if concordance is None else concordance.w()


def krippendorffs_alpha(rounds: Iterable[Sequence[int]], metric: Metric = "ordinal") -> float | None:
    """Krippendorff's alpha from histograms, one a practice: 1 - D_o/D_e, at most 1.

    Source: Krippendorff 2004, chapter 11: coincidences o_ck = Σ n_c(n_k - [c = k])/(m - 1), so
    missing votes are allowed and who voted what is not needed. None where `no_alpha` has a reason.
    """
    units = _pairable(rounds)
    if no_alpha(units) is not None:
        return None
    values: list[int] = [sum(counts) for counts in zip(*units, strict=True)]
    distance = _distance(metric, values)
    pairs = [(low, high) for high in range(len(values)) for low in range(high)]
    total = sum(values)
    observed = fsum(
        counts[low] * counts[high] * distance(low, high) / (sum(counts) - 1)
        for counts in units
        for low, high in pairs
    )
    expected = fsum(values[low] * values[high] * distance(low, high) for low, high in pairs)
    return 1 - observed * (total - 1) / expected


def no_alpha(rounds: Iterable[Sequence[int]]) -> NoAlpha | None:
    """Why there is no alpha: no practice with two votes, or all votes equal; None where there is one."""
    units = _pairable(rounds)
    if not units:
        return "too-few"
    return "all-equal" if len([each for each in zip(*units, strict=True) if any(each)]) < _TWO else None


def _pairable(rounds: Iterable[Sequence[int]]) -> list[Sequence[int]]:
    """The histograms with at least two votes: the others hold no pair to compare."""
    return [votes for votes in rounds if sum(votes) >= _TWO]


def _distance(metric: Metric, values: Sequence[int]) -> Callable[[int, int], float]:
    """The squared difference of two levels (from 0, the lower first) in a metric."""

    def between(low: int, high: int) -> float:
        if metric == "nominal":
            return 1.0
        apart = float(high - low)
        if metric == "ordinal":
            apart = sum(values[low : high + 1]) - (values[low] + values[high]) / 2
        if metric == "ratio":
            apart /= low + high + 2
        return apart * apart

    return between
