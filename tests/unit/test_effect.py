"""How far two groups lie apart: delta, its interval and its chance, by their definitions."""

from __future__ import annotations

from itertools import product
from math import comb, nextafter, sqrt
from statistics import NormalDist

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from culture_tui.domain import effect
from culture_tui.domain.effect import (
    MOST_FOR_EXACT_P,
    Chance,
    Effect,
    cliffs_delta,
    magnitude,
    permutation_p,
)
from culture_tui.domain.student import t_quantile
from votes import Histogram, as_cast, deals, histogram, pairs

Two = tuple[Histogram, Histogram]

thorough = settings(max_examples=120, derandomize=True, deadline=None)
quick = settings(max_examples=40, derandomize=True, deadline=None)


def known(two: Two) -> tuple[Effect, Chance]:
    """Effect and chance of two groups that both have votes."""
    found, chance = cliffs_delta(*two), permutation_p(*two)
    assert found is not None
    assert chance is not None
    return found, chance


def wins(one: int, other: int) -> int:
    """1 where the other is higher, -1 where it is lower."""
    return (other > one) - (other < one)


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
    assert found.delta == pytest.approx((won - lost) / len(votes), abs=1e-12)
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
    assert there.delta == pytest.approx(-back.delta, abs=1e-12)
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
    assert there.delta == pytest.approx(-back.delta, abs=1e-12)
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


@quick
@given(pairs(most=5))
def test_the_chance_is_the_one_of_all_deals(two: Two) -> None:
    """Every way to deal the votes out is tried: rank sums at least as far off, on either side."""
    counts = [0, 0]
    mine = abs(_doubled_off(*map(as_cast, two)))
    for earlier, later in deals(*two):
        counts[abs(_doubled_off(earlier, later)) >= mine] += 1
    chance = permutation_p(*two)
    assert chance == Chance(counts[1] / sum(counts), exact=True)


def _doubled_off(earlier: list[int], later: list[int]) -> int:
    """Twice how far the rank sum is from the expected one: midranks make it the sum of wins."""
    return sum(wins(*pair) for pair in product(earlier, later))


@thorough
@given(pairs(most=20))
def test_a_chance_is_above_0_and_at_most_1(two: Two) -> None:
    """The deal that came up is one of them, so it is never impossible."""
    _, chance = known(two)
    assert chance.exact
    least = 1 / comb(sum(two[0]) + sum(two[1]), sum(two[0]))
    assert least <= chance.p <= 1


@pytest.mark.parametrize("votes", [(0, 3, 0, 0, 0), (1, 2, 4, 2, 1), (3, 0, 0, 0, 3)])
def test_groups_that_voted_alike_are_what_chance_does(votes: Histogram) -> None:
    """No difference has a p of exactly 1, whatever the spread."""
    assert permutation_p(votes, votes) == Chance(1, exact=True)


def test_up_to_fifty_and_fifty_every_deal_is_counted() -> None:
    """One more vote and a person would begin to wait: then p says that it is not exact."""
    assert MOST_FOR_EXACT_P == 50 * (50 + 50)
    fifty, more = (10, 10, 10, 10, 10), (10, 10, 10, 10, 11)
    _, at_the_limit = known((fifty, (0, 10, 20, 10, 10)))
    assert at_the_limit.exact
    _, beyond = known((fifty, more))
    assert not beyond.exact
    _, few_against_many = known(((5, 0, 5), (0, 400, 90)))
    assert few_against_many.exact


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ((10, 10, 10, 10, 10), (5, 10, 15, 10, 10)),
        ((10, 10, 10, 10, 10), (2, 8, 15, 12, 13)),
        ((0, 5, 20, 15, 10), (10, 20, 15, 5, 0)),
        ((9, 11, 3, 2, 8), (3, 6, 9, 20, 29)),
        ((30, 20), (20, 30)),
    ],
)
def test_just_under_the_limit_the_approximation_is_as_good(
    earlier: Histogram, later: Histogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody may learn another result because one more person came."""
    _, counted = known((earlier, later))
    monkeypatch.setattr(effect, "MOST_FOR_EXACT_P", 0)
    for two in ((earlier, later), (later, earlier)):
        _, near = known(two)
        assert not near.exact
        assert near.p == pytest.approx(counted.p, rel=0.025, abs=0.002)


@pytest.mark.parametrize(
    ("later", "p"),
    [([*range(41, 60), *range(80, 121)], 9.3027473436617272e-14), ([*range(1, 121, 2)], 0.87695152018682465)],
)
def test_without_ties_a_crowd_has_the_chance_that_r_prints(later: list[int], p: float) -> None:
    """R's wilcox.test with exact = FALSE, correct = TRUE: whoever checks there finds the same."""
    highs = histogram(later, 120)
    _, chance = known((tuple(1 - high for high in highs), highs))
    assert not chance.exact
    assert chance.p == pytest.approx(p)


@pytest.mark.parametrize(("ones", "fives", "other_ones", "other_fives"), [(50, 20, 35, 45), (60, 90, 90, 80)])
def test_on_two_levels_a_crowd_is_compared_as_two_shares(
    ones: int, fives: int, other_ones: int, other_fives: int
) -> None:
    """A rank sum of two levels moves in wide steps: the chance is that of Yates's corrected chi-square."""
    n, m = ones + fives, other_ones + other_fives
    low, high, total = ones + other_ones, fives + other_fives, n + m
    apart = abs(ones * other_fives - other_ones * fives) - total / 2
    z = apart * sqrt((total - 1) / (n * m * low * high))
    _, chance = known(((ones, 0, 0, 0, fives), (other_ones, 0, 0, 0, other_fives)))
    assert not chance.exact
    assert chance.p == pytest.approx(2 * NormalDist().cdf(-z))


def test_with_dense_ties_a_crowd_has_the_chance_that_r_prints() -> None:
    """The same with the votes of 53 and 67 people on five levels."""
    _, chance = known(((9, 11, 3, 2, 28), (3, 6, 9, 20, 29)))
    assert not chance.exact
    assert chance.p == pytest.approx(0.46786959541169482)


def test_a_chance_that_is_too_small_to_write_down_is_not_0() -> None:
    """However many people voted and however far apart, chance could have done it."""
    _, chance = known(((1_000, 0), (0, 1_000)))
    assert not chance.exact
    assert 0 < chance.p < 1e-300


def test_a_crowd_that_voted_alike_has_a_chance_of_1() -> None:
    """All ranks tie there, so nothing can be far apart."""
    assert permutation_p((0, 80, 0), (0, 90, 0)) == Chance(1, exact=False)
    assert permutation_p((40, 40, 0), (40, 40, 0)) == Chance(1, exact=False)


@pytest.mark.parametrize("bound", [0.147, 0.33, 0.474])
def test_a_bound_belongs_to_the_larger_effect(bound: float) -> None:
    """As Romano has them; the vectors tell the names, this the last digit."""
    names = ["negligible", "small", "medium", "large"]
    below, above = names.index(magnitude(nextafter(bound, 0))), names.index(magnitude(-bound))
    assert above == below + 1
