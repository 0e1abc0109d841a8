"""Student's t distribution, as far as an interval needs it."""

from __future__ import annotations

from math import exp, lgamma, log, log1p
from typing import Final

_TINY: Final = 1e-300
_CLOSE: Final = 1e-15
_MOST_STEPS: Final = 10_000


def t_quantile(probability: float, degrees: float) -> float:
    """The t that a variable with so many degrees of freedom stays below with this probability.

    For probabilities from .5 up to below 1. The distribution function is the incomplete beta
    function (Abramowitz & Stegun 1964, 26.7.1 and 26.5.8); it is inverted by bisection to the last
    digit.
    """
    low, high = 0.0, 1.0
    while _above(high, degrees) > 1 - probability:
        low, high = high, high * 2
    while low < (middle := (low + high) / 2) < high:
        if _above(middle, degrees) > 1 - probability:
            low = middle
        else:
            high = middle
    return high


def _above(t: float, degrees: float) -> float:
    """The chance of more than t, for t ≥ 0: half of I_x(d/2, 1/2) at x = d/(d+t²)."""
    return _incomplete_beta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction."""
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d, c = 1 / _not_zero(1 + term * d), _not_zero(1 + term / c)
            value *= d * c
        if abs(d * c - 1) < _CLOSE:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
