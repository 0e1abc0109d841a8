"""How often people who vote at random would agree so well: exactly, not by simulation.

Every sequence of n votes is counted, each with its weight. A null is a row of whole numbers, one
a level, in proportion to how likely a random voter is to choose it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

SLIGHT_SKEW: Final = (1, 3, 4, 7, 5)
"""Five levels, leaning to the upper ones: .05 .15 .20 .35 .25 (LeBreton & Senter 2008, table 2)."""

_A_ROOM: Final = 40
"""Up to so many votes all digits are of one width, so that one row of sums leads to the next."""


def uniform(levels: int) -> tuple[int, ...]:
    """The null in which a random voter likes every level alike."""
    return (1,) * levels


def null_variance(null: Sequence[float]) -> float:
    """σ²_E: the variance of one vote under a null; (A²-1)/12 for the uniform one of A levels."""
    total = sum(null)
    mean = sum(level * weight for level, weight in enumerate(null)) / total
    return sum((level - mean) ** 2 * weight for level, weight in enumerate(null)) / total


def scatter(histogram: Sequence[int]) -> int:
    """n·Σx² - (Σx)²: n(n-1) times the sample variance, a whole number, so that ties compare exactly."""
    n = sum(histogram)
    total = sum(level * count for level, count in enumerate(histogram))
    squares = sum(level * level * count for level, count in enumerate(histogram))
    return n * squares - total * total


@lru_cache(maxsize=4_096)
def chance_of_scatter(most: int, n: int, null: tuple[int, ...]) -> float:
    """The chance, in [0, 1], that n votes drawn from a null scatter at most so much."""
    digit = _digit(max(n, _A_ROOM), null)
    ways = 0
    for total, row in enumerate(_sums(n, null, digit), start=-n * _middle(null)):
        squares = (most + total * total) // n
        if squares >= 0:
            ways += (row & ((1 << digit * (squares + 1)) - 1)) % ((1 << digit) - 1)
    everything: int = sum(null) ** n
    return ways / everything


@lru_cache(maxsize=2 * _A_ROOM)
def _sums(n: int, null: tuple[int, ...], digit: int) -> tuple[int, ...]:
    """By Σx, the lowest first: the weights of all vote sequences by Σx², as one long number.

    Levels count from the middle one, where their squares are smallest and the numbers shortest.
    The weight for Σx² = q is the number's q-th digit in base 2 ** `digit`. Adding and shifting
    such numbers treats all values of q at once; and the sum of the digits is the remainder by
    the base less one, since all weights together are less than that. Each number of votes builds
    on the one before, which is kept: the practices of a workshop have many such numbers.
    """
    if n == 0:
        return (1,)
    width, middle = len(null) - 1, _middle(null)
    after = [0] * (n * width + 1)
    for total, row in enumerate(_sums(n - 1, null, digit)):
        for level, weight in enumerate(null):
            after[total + level] += row * weight << digit * (level - middle) ** 2
    return tuple(after)


def _middle(null: tuple[int, ...]) -> int:
    """The middle level, counted from 0; the upper one of two."""
    return len(null) // 2


def _digit(n: int, null: tuple[int, ...]) -> int:
    """Bits enough for the weight of everything, and one to spare."""
    everything: int = sum(null) ** n
    return everything.bit_length() + 1
