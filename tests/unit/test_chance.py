"""How often chance agrees so well: the fast count is the plain count."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from statistics import variance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.chance import SLIGHT_SKEW, chance_of_scatter, null_variance, scatter, uniform
from histograms import Histogram, as_cast, outcomes, rounds

thorough = settings(max_examples=60, derandomize=True, deadline=None)
nulls = st.lists(st.integers(0, 7), min_size=2, max_size=4).filter(lambda null: sum(null) > 0)


def counted(most: int, n: int, null: Sequence[int]) -> float:
    """The same chance, one vote sequence after the other."""
    within = sum(weight for votes, weight in outcomes(n, null) if scatter(votes) <= most)
    everything: int = sum(null) ** n
    return within / everything


@pytest.mark.parametrize("levels", range(2, 12))
def test_the_uniform_null_has_the_textbook_variance(levels: int) -> None:
    """Every r_WG that was ever published on a scale of A levels divides by (A²-1)/12."""
    assert uniform(levels) == (1,) * levels
    assert null_variance(uniform(levels)) == pytest.approx((levels**2 - 1) / 12, rel=1e-14)


@thorough
@given(rounds(7, least=2, most=12))
def test_scatter_is_the_sample_variance_in_whole_numbers(votes: Histogram) -> None:
    """Two rounds with the same variance must tie exactly, or chance is counted wrong by whole rounds."""
    n = sum(votes)
    assert scatter(votes) == pytest.approx(n * (n - 1) * variance(as_cast(votes)), abs=1e-9)


@pytest.mark.parametrize(
    ("n", "null"),
    [(1, (1, 1)), (2, uniform(10)), (3, uniform(10)), (6, uniform(2)), (6, (1, 3)), (5, SLIGHT_SKEW)]
    + [(n, uniform(levels)) for n in (2, 3, 4, 5) for levels in (2, 3, 5)],
)
def test_every_scatter_has_the_chance_of_the_plain_count(n: int, null: tuple[int, ...]) -> None:
    """The count by long numbers is clever, so it is compared with one that is not, everywhere."""
    widest = scatter((n - n // 2, *[0] * (len(null) - 2), n // 2))
    for most in range(-1, widest + 2):
        assert chance_of_scatter(most, n, null) == counted(most, n, null)


@thorough
@given(st.integers(1, 5), nulls, st.integers(0, 80))
def test_any_null_is_counted_as_plainly_as_the_uniform_one(n: int, null: list[int], most: int) -> None:
    """Nobody knows how a random voter leans, so no lean may be built in; levels nobody likes count too."""
    assert chance_of_scatter(most, n, tuple(null)) == counted(most, n, null)


@thorough
@given(st.integers(2, 25), st.sampled_from([uniform(2), uniform(5), SLIGHT_SKEW]), st.integers(0, 900))
def test_more_scatter_is_never_less_likely(n: int, null: tuple[int, ...], most: int) -> None:
    """A chance that fell as the bar is lowered would call the wider of two rounds the closer."""
    assert 0 <= chance_of_scatter(most, n, null) <= chance_of_scatter(most + 1, n, null) <= 1


@pytest.mark.parametrize("levels", [2, 5, 10])
def test_large_groups_agree_by_chance_as_seldom_as_can_be_told_by_hand(levels: int) -> None:
    """Unanimity and one vote beside it are told in closed form, and so is the certainty of anything."""
    n = 40
    everything = levels**n
    beside = 2 * (levels - 1) * n
    assert chance_of_scatter(0, n, uniform(levels)) == levels / everything
    assert chance_of_scatter(n - 1, n, uniform(levels)) == (levels + beside) / everything
    assert chance_of_scatter(-1, n, uniform(levels)) == 0
    assert chance_of_scatter(n * n * levels * levels, n, uniform(levels)) == 1


def test_a_coin_is_counted_by_its_heads() -> None:
    """With two levels the scatter is h(n-h), so the chance is a tail of the binomial."""
    n = 30
    for heads in range(n // 2 + 1):
        tail = 2 * sum(comb(n, k) for k in range(heads + 1)) - (comb(n, heads) if 2 * heads == n else 0)
        assert chance_of_scatter(heads * (n - heads), n, uniform(2)) == tail / 2**n
