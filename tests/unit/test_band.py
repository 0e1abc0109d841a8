"""When agreement may be given a name, and when so few people do not tell it from chance."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.agreement import Band, band, p_slight_skew, p_uniform, rwg_star
from culture_tui.domain.chance import SLIGHT_SKEW, chance_of_scatter, scatter, uniform
from histograms import Histogram, close_rounds, outcomes, rounds

NAMES: list[Band | None] = [None, *get_args(Band)]
thorough = settings(max_examples=120, derandomize=True, deadline=None)
scales = st.sampled_from([2, 3, 5, 10])
of_any_scale = st.one_of(
    scales.flatmap(lambda levels: rounds(levels, least=2, most=16)),
    scales.flatmap(lambda levels: close_rounds(levels, least=2, most=16)),
)
of_five = st.one_of(rounds(5, least=5, most=13), close_rounds(5, least=5, most=13))


@pytest.mark.parametrize(
    ("votes", "name"),
    [
        ((0, 0, 5, 0, 0), "very strong"),
        ((0, 0, 1, 10, 0), "very strong"),
        ((0, 0, 1, 9, 1), "strong"),
        ((0, 0, 0, 1, 4), "strong"),
        ((0, 0, 3, 2, 0), "strong"),
        ((0, 1, 4, 1, 0), "strong"),
        ((0, 0, 3, 5, 3), "moderate"),
        ((0, 0, 3, 6, 6), "moderate"),
        ((0, 0, 2, 3, 2), "moderate"),
        ((0, 0, 5, 1, 5), "weak"),
        ((0, 1, 1, 2, 7), "weak"),
        ((0, 4, 9, 1, 17), "lack"),
        ((0, 5, 6, 1, 23), "lack"),
        ((4, 0, 22, 0, 8), "weak"),
        ((0, 19, 1, 20, 0), "moderate"),
        ((0, 7, 1, 32, 0), "strong"),
        ((0, 1, 5, 34, 0), "very strong"),
    ],
)
def test_a_bound_belongs_to_the_lower_band(votes: Histogram, name: str) -> None:
    """The bands end at .30, .50, .70 and .90 (LeBreton & Senter): rounds on each end, and just above it."""
    assert band(votes) == name


@pytest.mark.parametrize(
    ("votes", "why"),
    [
        ((0, 0, 4, 0, 0), "four people, though p is .008"),
        ((0, 1, 3, 1, 0), "p is .059"),
        ((0, 1, 2, 2, 7), "p is .0504, just above"),
        ((0, 5), "on two levels one room in sixteen is unanimous by chance"),
        ((3, 0, 0, 0, 3), "two camps"),
        ((0, 0, 0, 0, 0), "nobody voted"),
        ((0, 0, 1, 0, 0), "one vote"),
        ((20, 0, 0, 0, 21), "two camps, however many they are"),
        ((10, 10, 10, 10, 10), "exactly as chance has it"),
    ],
)
def test_so_few_people_do_not_tell_agreement_from_chance(votes: Histogram, why: str) -> None:
    """Four random voters reach r_WG ≥ .70 one time in ten: a name for that would be a lie."""
    assert band(votes) is None, why


@thorough
@given(of_any_scale)
def test_a_name_needs_five_votes_and_a_chance_of_one_in_twenty(votes: Histogram) -> None:
    """The two conditions are the whole rule, on any scale: no name without them, no silence with them."""
    chance = p_uniform(votes)
    assert chance is not None
    assert (band(votes) is not None) == (sum(votes) >= 5 and chance <= 0.05)


@thorough
@given(of_five, st.integers(2, 3))
def test_more_people_in_the_same_proportions_never_lose_the_name(votes: Histogram, times: int) -> None:
    """If nine people told agreement from chance, eighteen who voted alike tell it all the more."""
    more = tuple(times * count for count in votes)
    assert NAMES.index(band(more)) >= NAMES.index(band(votes))


@thorough
@given(st.integers(5, 13).flatmap(lambda n: st.tuples(rounds(5, n, n), close_rounds(5, n, n))))
def test_of_two_rounds_of_as_many_the_closer_one_has_the_better_name(
    two: tuple[Histogram, Histogram],
) -> None:
    """The word and the histogram stand side by side, so their order must be the same."""
    wide, close = sorted(two, key=scatter, reverse=True)
    assert NAMES.index(band(close)) >= NAMES.index(band(wide))


@pytest.mark.parametrize(("levels", "n"), [(2, 41), (2, 200), (5, 41), (5, 50), (5, 60), (10, 41)])
def test_a_yes_beyond_forty_votes_is_never_wrong(levels: int, n: int) -> None:
    """There chance is bounded instead of counted; the bound may be too careful, never too generous."""
    least, *_, widest = sorted(filter(band, parting(levels, n)), key=scatter)
    assert chance_of_scatter(scatter(least), n, uniform(levels)) > 0
    assert chance_of_scatter(scatter(widest), n, uniform(levels)) <= 0.05


def parting(levels: int, n: int) -> list[Histogram]:
    """Rounds from unanimity at the lowest level to two even camps at the ends, one vote after the other."""
    return [(n - far, *[0] * (levels - 2), far) for far in range(n // 2 + 1)]


@pytest.mark.parametrize(
    ("named", "unnamed"),
    [
        ((2, 10, 18, 9, 2), (6, 7, 15, 7, 6)),
        ((3, 10, 20, 14, 3), (8, 10, 14, 10, 8)),
        ((13, 28), (15, 26)),
        ((16, 34), (18, 32)),
    ],
)
def test_a_little_beyond_forty_votes_a_round_is_judged_as_if_forty_had_agreed_so_well(
    named: Histogram, unnamed: Histogram
) -> None:
    """The forty-first voter must not turn a moderate agreement into none; Cantelli alone would."""
    for votes, beats in ((named, True), (unnamed, False)):
        assert cantelli(votes) > Fraction(1, 20)
        assert (band(votes) is not None) == beats


@pytest.mark.parametrize(
    ("named", "unnamed"),
    [
        ((61, 79, 117, 81, 62), (63, 79, 114, 85, 59)),
        ((179, 197, 261, 199, 164), (165, 197, 264, 195, 179)),
        ((173, 227), (174, 226)),
        ((22, 43, 38, 44, 39, 75, 37, 38, 37, 27), (24, 43, 40, 41, 38, 71, 42, 40, 38, 23)),
    ],
)
def test_in_a_crowd_a_little_agreement_is_told_from_chance_by_cantelli(
    named: Histogram, unnamed: Histogram
) -> None:
    """A thousand answers that agree little do agree a little: rounds next to the bound on either side."""
    for votes, beats in ((named, True), (unnamed, False)):
        assert (cantelli(votes) <= Fraction(1, 20)) == beats
        assert (band(votes) is not None) == beats


def cantelli(votes: Histogram) -> Fraction:
    """V/(V + k²) with the exact variance V of s² under the uniform null."""
    n, levels = sum(votes), len(votes)
    spread, fourth = (moment(levels, power) for power in (2, 4))
    below = spread - Fraction(scatter(votes), n * (n - 1))
    variance = fourth / n - spread**2 * Fraction(n - 3, n * (n - 1))
    return variance / (variance + below**2)


def moment(levels: int, power: int) -> Fraction:
    """A central moment of one vote under the uniform null."""
    middle = Fraction(levels + 1, 2)
    return sum(((level - middle) ** power for level in range(1, levels + 1)), Fraction(0)) / levels


@pytest.mark.parametrize(("levels", "n"), [(2, 5), (5, 4), (3, 5)])
def test_the_variance_of_s2_is_the_one_of_all_vote_sequences(levels: int, n: int) -> None:
    """The formula behind the bound, counted instead of believed."""
    values = [Fraction(scatter(votes), n * (n - 1)) for votes, _ in outcomes(n, uniform(levels))]
    mean = sum(values, Fraction(0)) / len(values)
    spread, fourth = (moment(levels, power) for power in (2, 4))
    assert mean == spread
    assert sum(((value - mean) ** 2 for value in values), Fraction(0)) / len(values) == (
        fourth / n - spread**2 * Fraction(n - 3, n * (n - 1))
    )


def counted(votes: Histogram, null: Sequence[int]) -> float:
    """How often chance gives an r_WG at least as high, over all vote sequences."""
    n, mine = sum(votes), scatter(votes)
    ways = sum(weight for other, weight in outcomes(n, null) if scatter(other) <= mine)
    everything: int = sum(null) ** n
    return ways / everything


@thorough
@given(st.sampled_from([2, 3, 5]).flatmap(lambda levels: rounds(levels, least=2, most=5)))
def test_the_chance_of_agreement_is_the_one_of_all_vote_sequences(votes: Histogram) -> None:
    """Also for rounds worse than chance, which an index floored at 0 all reach."""
    star = rwg_star(votes)
    assert star is not None
    assert p_uniform(votes) == (1 if star <= 0 else counted(votes, uniform(len(votes))))


@thorough
@given(rounds(5, least=2, most=5))
def test_the_skewed_chance_is_the_one_of_all_vote_sequences(votes: Histogram) -> None:
    """People are polite and vote high; against such voters the same agreement says less."""
    n = sum(votes)
    worse = Fraction(scatter(votes), n * (n - 1)) >= Fraction(134, 100)
    assert p_slight_skew(votes) == (1 if worse else counted(votes, SLIGHT_SKEW))


@pytest.mark.parametrize("levels", [2, 4, 6, 10])
def test_the_skewed_chance_is_told_for_five_levels_only(levels: int) -> None:
    """The published null has five levels; for another scale nothing is guessed."""
    assert p_slight_skew((0,) * (levels - 1) + (6,)) is None


def test_the_skewed_chance_needs_two_votes_and_at_most_forty() -> None:
    """As the uniform one does."""
    assert p_slight_skew((0, 0, 0, 1, 0)) is None
    assert p_slight_skew((0, 0, 0, 41, 0)) is None
    assert p_slight_skew((0, 0, 0, 40, 0)) == pytest.approx(sum((w / 20) ** 40 for w in SLIGHT_SKEW))
