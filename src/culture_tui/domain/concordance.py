"""How far people put the practices in the same order, whatever levels they gave: Kendall's W.

It is a figure for consultants. It measures reliability, not agreement, so it labels nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

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
