"""How often chance puts two groups so far apart: every deal counted, or nearly so for a crowd."""

from __future__ import annotations

from itertools import product
from math import comb, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings

from culture_tui.domain import effect
from culture_tui.domain.effect import MOST_FOR_EXACT_P, Chance, permutation_p
from histograms import Histogram, as_cast, deals, histogram, pairs, wins

Two = tuple[Histogram, Histogram]

thorough = settings(max_examples=120, derandomize=True, deadline=None)
quick = settings(max_examples=40, derandomize=True, deadline=None)


def chance_of(earlier: Histogram, later: Histogram) -> Chance:
    """The chance of two groups that both have votes."""
    chance = permutation_p(earlier, later)
    assert chance is not None
    return chance


@quick
@given(pairs(most=5))
def test_the_chance_is_the_one_of_all_deals(two: Two) -> None:
    """Every way to deal the votes out is tried: rank sums at least as far off, on either side."""
    counts = [0, 0]
    mine = abs(off_by(*map(as_cast, two)))
    for earlier, later in deals(*two):
        counts[abs(off_by(earlier, later)) >= mine] += 1
    chance = permutation_p(*two)
    assert chance == Chance(counts[1] / sum(counts), exact=True)


def off_by(earlier: list[int], later: list[int]) -> int:
    """Twice how far the rank sum is from the expected one: with midranks, the wins less the losses."""
    return sum(wins(*pair) for pair in product(earlier, later))


@thorough
@given(pairs(most=20))
def test_a_chance_is_above_0_and_at_most_1(two: Two) -> None:
    """The deal that came up is one of them, so it is never impossible."""
    chance = chance_of(*two)
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
    at_the_limit = chance_of(fifty, (0, 10, 20, 10, 10))
    assert at_the_limit.exact
    beyond = chance_of(fifty, more)
    assert not beyond.exact
    few_against_many = chance_of((5, 0, 5), (0, 400, 90))
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
    counted = chance_of(earlier, later)
    monkeypatch.setattr(effect, "MOST_FOR_EXACT_P", 0)
    for two in ((earlier, later), (later, earlier)):
        near = chance_of(*two)
        assert not near.exact
        assert near.p == pytest.approx(counted.p, rel=0.025, abs=0.002)


@pytest.mark.parametrize(
    ("later", "p"),
    [([*range(41, 60), *range(80, 121)], 9.3027473436617272e-14), ([*range(1, 121, 2)], 0.87695152018682465)],
)
def test_without_ties_a_crowd_has_the_chance_that_r_prints(later: list[int], p: float) -> None:
    """R's wilcox.test with exact = FALSE, correct = TRUE: whoever checks there finds the same."""
    highs = histogram(later, 120)
    chance = chance_of(tuple(1 - high for high in highs), highs)
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
    chance = chance_of((ones, 0, 0, 0, fives), (other_ones, 0, 0, 0, other_fives))
    assert not chance.exact
    assert chance.p == pytest.approx(2 * NormalDist().cdf(-z))


def test_with_dense_ties_a_crowd_has_the_chance_that_r_prints() -> None:
    """The same with the votes of 53 and 67 people on five levels."""
    chance = chance_of((9, 11, 3, 2, 28), (3, 6, 9, 20, 29))
    assert not chance.exact
    assert chance.p == pytest.approx(0.46786959541169482)


def test_a_chance_that_is_too_small_to_write_down_is_not_0() -> None:
    """However many people voted and however far apart, chance could have done it."""
    chance = chance_of((1_000, 0), (0, 1_000))
    assert not chance.exact
    assert 0 < chance.p < 1e-300


def test_a_crowd_that_voted_alike_has_a_chance_of_1() -> None:
    """All ranks tie there, so nothing can be far apart."""
    assert permutation_p((0, 80, 0), (0, 90, 0)) == Chance(1, exact=False)
    assert permutation_p((40, 40, 0), (40, 40, 0)) == Chance(1, exact=False)
