"""How far two groups lie apart: delta, its interval and its chance, by their definitions."""

from __future__ import annotations

from itertools import product
from math import nextafter, sqrt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from culture_tui.domain.effect import (
    Chance,
    Effect,
    cliffs_delta,
    magnitude,
    permutation_p,
)
from culture_tui.domain.student import t_quantile
from histograms import Histogram, as_cast, pairs, wins

Two = tuple[Histogram, Histogram]

thorough = settings(max_examples=120, derandomize=True, deadline=None)


def known(two: Two) -> tuple[Effect, Chance]:
    """Effect and chance of two groups that both have votes."""
    found, chance = cliffs_delta(*two), permutation_p(*two)
    assert found is not None
    assert chance is not None
    return found, chance


def plain_variance(earlier: list[int], later: list[int]) -> float:
    """Cliff's unbiased estimate, written down as he prints it, with its least possible value."""
    n, m = len(earlier), len(later)
    delta = sum(wins(*pair) for pair in product(earlier, later)) / n / m
    rows = sum((sum(wins(one, other) for other in later) / m - delta) ** 2 for one in earlier)
    columns = sum((sum(wins(one, other) for one in earlier) / n - delta) ** 2 for other in later)
    cells = sum((wins(*pair) - delta) ** 2 for pair in product(earlier, later))
    estimate = (m**2 * rows + n**2 * columns - cells) / (n * m * (n - 1) * (m - 1))
    return max(estimate, (1 - delta**2) / (n * m - 1))


@thorough
@given(pairs())
def test_delta_is_how_much_oftener_a_later_vote_is_higher_than_lower(two: Two) -> None:
    """By its definition, pair by pair; A counts the ties half."""
    votes = [*product(*map(as_cast, two))]
    won, lost = (sum(wins(*pair) == sign for pair in votes) for sign in (1, -1))
    found, _ = known(two)
    assert found.delta == (won - lost) / len(votes)
    assert found.superiority == pytest.approx((won + (len(votes) - won - lost) / 2) / len(votes))
    assert -1 <= found.delta <= 1


@thorough
@given(pairs(least=2))
def test_the_variance_is_cliffs(two: Two) -> None:
    """By its definition, and never below what it can be at that delta."""
    found, _ = known(two)
    assert found.variance == pytest.approx(plain_variance(*map(as_cast, two)), abs=1e-12)


@thorough
@given(pairs())
def test_the_other_way_round_everything_mirrors(two: Two) -> None:
    """To swap then and now turns a gain into a loss of the same size, as sure and as likely."""
    earlier, later = two
    (there, chance), (back, same) = known(two), known((later, earlier))
    assert there.delta == -back.delta
    assert (there.variance is None) == (back.variance is None)
    if there.low is not None and there.high is not None:
        assert there.variance == pytest.approx(back.variance)
        assert (back.low, back.high) == pytest.approx((-there.high, -there.low), abs=1e-9)
    assert chance == same


@thorough
@given(pairs())
def test_on_the_scale_read_backwards_everything_mirrors(two: Two) -> None:
    """Which end of the scale is good is the model's business, not that of chance."""
    earlier, later = two
    (there, chance), (back, same) = known(two), known((earlier[::-1], later[::-1]))
    assert there.delta == -back.delta
    assert chance == same


@thorough
@given(pairs(), st.integers(0, 2))
def test_levels_that_nobody_chose_change_nothing(two: Two, place: int) -> None:
    """Only order counts: a finer scale that nobody uses is the same scale."""
    earlier, later = ((*votes[:place], 0, *votes[place:]) for votes in two)
    assert known((earlier, later)) == known(two)


@thorough
@given(pairs(least=2))
def test_the_interval_holds_delta_and_stays_in_range(two: Two) -> None:
    """An interval beside its own estimate, or beyond what can be, ends all trust."""
    found, _ = known(two)
    assert found.low is not None
    assert found.high is not None
    assert -1 <= found.low <= found.delta <= found.high <= 1
    assert found.low < found.high


@pytest.mark.parametrize(
    ("n", "m", "t"),
    [
        (2, 2, 4.3026527297494638523),
        (8, 8, 2.1447866879178038287),
        (16, 16, 2.0422724563012383100),
        (5, 27, 2.0422724563012383100),
    ],
)
def test_groups_wholly_apart_are_as_sure_as_the_smaller_one_is_large(n: int, m: int, t: float) -> None:
    """The variance is 0 there, which no sample of people can promise: Feng & Cliff's limit holds."""
    expected = max(-1, (n - t * t) / (n + t * t))
    for earlier, later in (((n, 0), (0, m)), ((m, 0), (0, n))):
        up, down = cliffs_delta(earlier, later), cliffs_delta(later, earlier)
        assert up is not None
        assert down is not None
        assert (up.delta, up.variance, up.high) == (1, 0, 1)
        assert (down.delta, down.variance, down.low) == (-1, 0, -1)
        assert up.low == pytest.approx(expected)
        assert down.high == pytest.approx(-expected)


@thorough
@given(pairs(least=2))
def test_the_interval_is_fengs_and_cliffs(two: Two) -> None:
    """The asymmetric one, at t(n₁+n₂-2): with its ends, delta and the variance solve a quadratic."""
    found, _ = known(two)
    delta, variance = found.delta, found.variance
    assume(abs(delta) < 1)
    assert variance is not None
    t = t_quantile(0.975, sum(two[0]) + sum(two[1]) - 2)
    root = t * sqrt(variance * ((1 - delta**2) ** 2 + t**2 * variance))
    below = 1 - delta**2 + t**2 * variance
    ends = [(delta * (1 - delta**2) + sign * root) / below for sign in (-1, 1)]
    assert found.low == pytest.approx(max(-1, ends[0]), abs=1e-9)
    assert found.high == pytest.approx(min(1, ends[1]), abs=1e-9)


@pytest.mark.parametrize(
    ("earlier", "later"), [((0, 0, 0), (1, 2, 0)), ((1, 2, 0), (0, 0, 0)), ((0, 0), (0, 0))]
)
def test_nobody_is_compared_with_nobody(earlier: Histogram, later: Histogram) -> None:
    """Without votes on a side there is no difference, which is not a difference of 0."""
    assert cliffs_delta(earlier, later) is None
    assert permutation_p(earlier, later) is None


@pytest.mark.parametrize(("earlier", "later"), [((1, 2), (1, 2, 1)), ((1, 2, 1), (1, 2))])
def test_groups_on_scales_of_different_lengths_are_not_compared(earlier: Histogram, later: Histogram) -> None:
    """Level 2 of two is not level 2 of three: no figure is better than a wrong one."""
    for compare in (cliffs_delta, permutation_p):
        with pytest.raises(ValueError, match="zip"):
            compare(earlier, later)


@pytest.mark.parametrize(("earlier", "later"), [((1, 0, 0), (1, 2, 1)), ((1, 2, 1), (0, 0, 1))])
def test_one_vote_has_a_place_but_no_interval(earlier: Histogram, later: Histogram) -> None:
    """How sure one person is cannot be told from one vote."""
    found, chance = known((earlier, later))
    assert found == Effect(0.75, None, None, None)
    assert chance.exact
    assert 0 < chance.p <= 1


@pytest.mark.parametrize(
    ("earlier", "later", "delta", "name"),
    [
        ((2, 6, 7, 3, 2), (9, 8, 10, 11, 12), 0.147, "small"),
        ((1, 4, 2, 2, 1), (1, 1, 2, 4, 2), 0.33, "medium"),
        ((9, 5, 3, 2, 1), (4, 5, 1, 10, 5), 0.474, "large"),
    ],
)
def test_an_effect_on_a_bound_is_on_it_to_the_last_digit(
    earlier: Histogram, later: Histogram, delta: float, name: str
) -> None:
    """A change from .33 on is reported; 33 wins in 100 pairs must not come out as .32999999999999996."""
    for sign, two in ((1, (earlier, later)), (-1, (later, earlier))):
        found, _ = known(two)
        assert found.delta == sign * delta
        assert magnitude(found.delta) == name


@pytest.mark.parametrize("bound", [0.147, 0.33, 0.474])
def test_a_bound_belongs_to_the_larger_effect(bound: float) -> None:
    """As Romano has them; the vectors tell the names, this the last digit."""
    names = ["negligible", "small", "medium", "large"]
    below, above = names.index(magnitude(nextafter(bound, 0))), names.index(magnitude(-bound))
    assert above == below + 1
