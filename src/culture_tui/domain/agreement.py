"""How far the votes for one practice agree: figures for consultants, a word for the room.

A round is a histogram, `(0, 2, 5, 1, 0)`: how many voted for each level, the lowest first.
Levels run from 1 to A, the length of the histogram.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log2
from typing import Final, Literal

from culture_tui.domain.chance import SLIGHT_SKEW, chance_of_scatter, scatter, uniform

Label = Literal["agreed", "adjacent", "spread", "split"]
Band = Literal["lack", "weak", "moderate", "strong", "very strong"]

SLIGHT_SKEW_VARIANCE: Final = {5: 1.34, 6: 1.85, 7: 2.90, 8: 3.47, 9: 5.66, 10: 6.30, 11: 7.31}
"""σ²_E of the slightly skewed null by number of levels (LeBreton & Senter 2008, table 2)."""

MOST_VOTES_FOR_EXACT_P: Final = 40
"""Beyond this, counting every possible vote takes longer than a person waits."""

FEWEST_VOTES: Final = 5
"""Below this, people are shown the histogram only: any other figure says more than it knows."""

CONVINCING: Final = 0.05
"""A band is named only where chance agrees so well at most so often."""

_BANDS: Final[tuple[tuple[float, Band], ...]] = (
    (0.30, "lack"),
    (0.50, "weak"),
    (0.70, "moderate"),
    (0.90, "strong"),
)
"""Upper bounds of r_WG (LeBreton & Senter 2008, table 3)."""

_TWO: Final = 2
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures of one round; None where a figure is not defined for so few votes or this scale."""

    n: int
    histogram: tuple[int, ...]
    median: str
    label: Label
    rwg: float | None
    rwg_star: float | None
    rwg_slight_skew: float | None
    ad_mean: float
    ad_median: float
    awg: float | None
    consensus: float
    p_uniform: float | None


def agreement(histogram: Sequence[int]) -> Agreement | None:
    """All figures of a round; None of a round in which nobody voted."""
    votes = tuple(histogram)
    n = sum(votes)
    if n == 0:
        return None
    star = rwg_star(votes)
    slight = rwg_slight_skew(votes)
    return Agreement(
        n=n,
        histogram=votes,
        median=median(votes),
        label=label(votes),
        rwg=None if star is None else max(0.0, star),
        rwg_star=star,
        rwg_slight_skew=slight,
        ad_mean=deviation_from_mean(votes),
        ad_median=deviation_from_median(votes),
        awg=awg(votes),
        consensus=consensus(votes),
        p_uniform=p_uniform(votes),
    )


def middle_votes(histogram: Sequence[int]) -> tuple[int, int]:
    """The two middle votes of at least one vote, the lower first; equal where n is odd."""
    up_to, n = list(accumulate(histogram)), sum(histogram)
    return bisect_right(up_to, (n - 1) // 2) + 1, bisect_right(up_to, n // 2) + 1


def median(histogram: Sequence[int]) -> str:
    """The lower median where the middle votes are neighbours, both ("2|4") where they are not."""
    low, high = middle_votes(histogram)
    return str(low) if high - low <= 1 else f"{low}|{high}"


def label(histogram: Sequence[int]) -> Label:
    """What to call a round in the room; never a statistic."""
    voted = [level for level, count in enumerate(histogram, start=1) if count]
    spread = voted[-1] - voted[0]
    if spread <= 1:
        return "adjacent" if spread else "agreed"
    most = max(histogram)
    modes = [level for level, count in enumerate(histogram, start=1) if count == most]
    star = rwg_star(histogram)
    apart = modes[-1] - modes[0] >= len(modes)
    return "split" if apart or (star is not None and star < 0) else "spread"


def is_even(histogram: Sequence[int]) -> bool:
    """Whether three levels or more were voted for, each as often as every other."""
    counts = [count for count in histogram if count]
    return len(counts) > _TWO and len(set(counts)) == 1


def rwg_star(histogram: Sequence[int]) -> float | None:
    """r*_WG = 1 - s²/σ²_E with the uniform null σ²_E = (A²-1)/12; below 0 are two camps.

    Source: Lindell & Brandt 1997; floored at 0 it is r_WG of James, Demaree & Wolf 1984, eq. 1.
    None for fewer than two votes.
    """
    variance = sample_variance(histogram)
    levels = len(histogram)
    return None if variance is None else 1 - variance / ((levels**2 - 1) / 12)


def rwg_slight_skew(histogram: Sequence[int]) -> float | None:
    """r_WG against a slightly skewed null (LeBreton & Senter 2008); None without a tabled null."""
    variance = sample_variance(histogram)
    null = SLIGHT_SKEW_VARIANCE.get(len(histogram))
    return None if variance is None or null is None else max(0.0, 1 - variance / null)


def deviation_from_mean(histogram: Sequence[int]) -> float:
    """AD_M, the mean absolute deviation from the mean (Burke & Dunlap 2002)."""
    return _mean_distance(histogram, _mean(histogram))


def deviation_from_median(histogram: Sequence[int]) -> float:
    """AD_Md, the mean absolute deviation from the textbook median (Burke & Dunlap 2002)."""
    return _mean_distance(histogram, sum(middle_votes(histogram)) / 2)


def awg(histogram: Sequence[int]) -> float | None:
    """a_WG = 1 - 2s²/{[(H+L)M - M² - HL]·n/(n-1)} (Brown & Hauenstein 2005, eq. 5).

    1 where all votes are at an end of the scale; None for fewer than two votes, and for means
    too near an end for the maximum variance to be reached.
    """
    variance = sample_variance(histogram)
    if variance is None:
        return None
    n, low, high, mean = sum(histogram), 1, len(histogram), _mean(histogram)
    if mean in {low, high}:
        return 1.0
    lowest, highest = (low * (n - 1) + high) / n, (high * (n - 1) + low) / n
    if not lowest - _ROUNDING <= mean <= highest + _ROUNDING:
        return None
    return 1 - 2 * variance / (((high + low) * mean - mean**2 - high * low) * n / (n - 1))


def consensus(histogram: Sequence[int]) -> float:
    """Cns = 1 + Σ pᵢ·log₂(1 - |i-μ|/(A-1)) (Tastle & Wierman 2007)."""
    n, width, mean = sum(histogram), len(histogram) - 1, _mean(histogram)
    return 1 + sum(
        count / n * log2(1 - abs(level - mean) / width)
        for level, count in enumerate(histogram, start=1)
        if count
    )


def rwg_star_j(rounds: Iterable[Sequence[int]]) -> float | None:
    """r*_WG(J) = 1 - mean s²/σ²_E over J practices, uniform null; it does not grow with J.

    Source: Lindell & Brandt 1997. Rounds of fewer than two votes are left out; None where that
    leaves none.
    """
    stars = [star for votes in rounds if (star := rwg_star(votes)) is not None]
    return sum(stars) / len(stars) if stars else None


def band(histogram: Sequence[int]) -> Band | None:
    """What r_WG is called, or None: so few people do not tell it from chance.

    Source of the bands: LeBreton & Senter 2008. Fixed bounds mislead small groups, so a band needs
    at least five votes and a chance of at most .05 (Dunlap, Burke & Smith-Crowe 2003).
    """
    star = rwg_star(histogram)
    if star is None or sum(histogram) < FEWEST_VOTES or not _beats_chance(histogram, star):
        return None
    return next((name for bound, name in _BANDS if star <= bound + _ROUNDING), "very strong")


def p_uniform(histogram: Sequence[int]) -> float | None:
    """The chance that as many voters at random agree at least so well in r_WG: exact, in (0, 1].

    All vote sequences are counted (Dunlap, Burke & Smith-Crowe 2003, exactly instead of by
    simulation). r_WG is floored at 0, which every outcome reaches. None for fewer than two or
    more than 40 votes.
    """
    return _chance(histogram, uniform(len(histogram)), rwg_star(histogram))


def p_slight_skew(histogram: Sequence[int]) -> float | None:
    """The same for random voters who lean to the upper levels; None without five levels."""
    if len(histogram) != len(SLIGHT_SKEW):
        return None
    return _chance(histogram, SLIGHT_SKEW, rwg_slight_skew(histogram))


def sample_variance(histogram: Sequence[int]) -> float | None:
    """s² with n-1; None for fewer than two votes."""
    n = sum(histogram)
    return None if n < _TWO else scatter(histogram) / (n * (n - 1))


def _chance(histogram: Sequence[int], null: tuple[int, ...], index: float | None) -> float | None:
    n = sum(histogram)
    if index is None or n > MOST_VOTES_FOR_EXACT_P:
        return None
    return 1.0 if index <= 0 else chance_of_scatter(scatter(histogram), n, null)


def _beats_chance(histogram: Sequence[int], star: float) -> bool:
    """Whether p ≤ .05: counted out, or for sure where there are too many votes for that."""
    p = p_uniform(histogram)
    if p is not None:
        return p <= CONVINCING
    if star <= 0:
        return False
    return _chance_among_forty(histogram) <= CONVINCING / 2 or _cantelli(histogram, star) <= CONVINCING


def _chance_among_forty(histogram: Sequence[int]) -> float:
    """The chance that only forty random votes agree at least so well as these, of which there are more.

    More votes reach an r_WG less easily. On few levels the grain of the scale can turn that round
    for a moment, so half of .05 is asked for: counted out, p is then .032 at the most for 41 to 160
    votes on two levels, and .025 on three to ten.
    """
    n, forty = sum(histogram), MOST_VOTES_FOR_EXACT_P
    most = scatter(histogram) * forty * (forty - 1) // (n * (n - 1))
    return chance_of_scatter(most, forty, uniform(len(histogram)))


def _cantelli(histogram: Sequence[int], star: float) -> float:
    """An upper bound of p for a crowd: P(s² ≤ σ² - k) ≤ V/(V + k²), V the exact variance of s².

    Source: Cantelli 1928. It is far too careful for a room, but catches a little agreement of many.
    """
    n, levels = sum(histogram), len(histogram)
    mean, variance = (levels - 1) / 2, (levels**2 - 1) / 12
    fourth = sum((level - mean) ** 4 for level in range(levels)) / levels
    spread = fourth / n - variance**2 * (n - 3) / (n * (n - 1))
    return spread / (spread + (star * variance) ** 2)


def _mean(histogram: Sequence[int]) -> float:
    return sum(level * count for level, count in enumerate(histogram, start=1)) / sum(histogram)


def _mean_distance(histogram: Sequence[int], centre: float) -> float:
    return sum(abs(level - centre) * count for level, count in enumerate(histogram, start=1)) / sum(histogram)
