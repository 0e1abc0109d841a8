"""Votes of one practice: the word for the room, and the figures for consultants."""

from __future__ import annotations

from statistics import mean, variance
from statistics import median as textbook_median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.agreement import (
    MOST_VOTES_FOR_EXACT_P,
    SLIGHT_SKEW_VARIANCE,
    agreement,
    awg,
    consensus,
    label,
    median,
    middle_votes,
    p_uniform,
    rwg_slight_skew,
    rwg_star,
    rwg_star_j,
    sample_variance,
)
from histograms import Histogram, histogram
from histograms import rounds as votes_of

rounds = st.lists(st.integers(0, 4), min_size=2, max_size=7).filter(lambda votes: sum(votes) > 0)
small_rounds = st.lists(st.integers(0, 3), min_size=5, max_size=5).filter(lambda votes: sum(votes) > 1)
scales = st.sampled_from([2, 3, 5, 10])
thorough = settings(max_examples=120, derandomize=True, deadline=None)


@pytest.mark.parametrize(
    ("votes", "word"),
    [
        ((0, 0, 9, 0, 0), "agreed"),
        ((0, 0, 1, 0, 0), "agreed"),
        ((0, 4, 5, 0, 0), "adjacent"),
        ((0, 1, 7, 1, 0), "spread"),
        ((0, 4, 4, 1, 0), "spread"),
        ((2, 2, 2, 0, 0), "spread"),
        ((1, 2, 3, 2, 1), "spread"),
        ((1, 0, 3, 0, 1), "spread"),
        ((1, 1, 1, 1, 1), "split"),
        ((0, 4, 1, 4, 0), "split"),
        ((1, 0, 1, 0, 0), "split"),
        ((2, 2, 0, 2, 0), "split"),
        ((4, 0, 0, 0, 5), "split"),
        ((5, 4, 0, 0, 4), "split"),
    ],
)
def test_the_room_is_told_in_one_word_how_it_voted(votes: tuple[int, ...], word: str) -> None:
    """The word decides whether the group talks at all, so each edge of it counts."""
    assert label(votes) == word


def test_one_mode_with_two_camps_is_a_split() -> None:
    """Neighbouring modes can hide a far camp; below zero, r*_WG gives it away."""
    votes = (5, 4, 0, 0, 4)
    star = rwg_star(votes)
    assert star is not None
    assert star < 0
    assert label(votes) == "split"


@pytest.mark.parametrize(
    ("votes", "middle"),
    [
        ((0, 1, 0, 1, 0), "2|4"),
        ((3, 0, 0, 0, 3), "1|5"),
        ((0, 2, 2, 0, 0), "2"),
        ((0, 1, 1, 1, 0), "3"),
        ((0, 0, 0, 0, 1), "5"),
        ((0, 1, 2, 1, 0), "3"),
        ((1, 1, 0, 3, 0), "4"),
    ],
)
def test_the_median_is_a_level_that_somebody_voted_or_both(votes: tuple[int, ...], middle: str) -> None:
    """A facilitator who proposes a level that nobody chose loses the room."""
    assert median(votes) == middle


@thorough
@given(rounds)
def test_the_middle_votes_are_those_in_the_middle_of_the_row(votes: list[int]) -> None:
    """Whoever lays the slips out on a table finds the same ones."""
    row = [level for level, count in enumerate(votes, start=1) for _ in range(count)]
    assert middle_votes(votes) == (row[(len(row) - 1) // 2], row[len(row) // 2])


def test_the_middle_votes_of_a_whole_country_are_found_at_once() -> None:
    """A list of a million votes would take longer than a key press."""
    assert middle_votes((0, 500_000, 0, 500_000, 0)) == (2, 4)


def test_a_round_in_which_nobody_voted_has_no_figures() -> None:
    """An empty round is a round that was closed too early, not agreement."""
    assert agreement((0, 0, 0, 0, 0)) is None


def test_all_figures_of_a_round_stand_together() -> None:
    """Ten votes with a mean of 3: each figure worked out by hand from its source."""
    found = agreement((0, 2, 6, 2, 0))
    assert found is not None
    assert (found.n, found.histogram, found.median, found.label) == (10, (0, 2, 6, 2, 0), "3", "spread")
    assert found.rwg == found.rwg_star == pytest.approx(1 - 4 / 9 / 2)
    assert found.rwg_slight_skew == pytest.approx(1 - 4 / 9 / 1.34)
    assert found.ad_mean == found.ad_median == pytest.approx(0.4)
    assert found.awg == pytest.approx(1 - 2 * (4 / 9) / (4 * 10 / 9))
    assert found.consensus == pytest.approx(1 + 0.4 * -0.4150374992788438)
    assert found.p_uniform == p_uniform((0, 2, 6, 2, 0))


def test_two_camps_have_an_agreement_of_none_and_a_star_below_it() -> None:
    """r_WG is floored at nought; the figure without the floor still tells two camps from noise."""
    found = agreement((3, 0, 0, 0, 3))
    assert found is not None
    assert (found.rwg, found.rwg_slight_skew) == (0, 0)
    assert found.rwg_star == pytest.approx(1 - 4.8 / 2)
    assert found.consensus == 0
    assert found.ad_mean == found.ad_median == 2


def test_deviations_are_measured_from_the_mean_and_from_the_median() -> None:
    """Burke & Dunlap have one of each; they differ as soon as a round leans to one side."""
    found = agreement((0, 2, 0, 1, 1))
    assert found is not None
    assert found.ad_median == (1 + 1 + 1 + 2) / 4
    assert found.ad_mean == (1.25 + 1.25 + 0.75 + 1.75) / 4


def test_one_vote_has_a_level_but_no_variance() -> None:
    """One person cannot agree with anybody: figures that need two votes are not made up."""
    found = agreement((0, 0, 1, 0, 0))
    assert found is not None
    assert (found.median, found.label, found.consensus, found.ad_mean) == ("3", "agreed", 1, 0)
    assert (found.rwg, found.rwg_star, found.rwg_slight_skew) == (None, None, None)
    assert (found.awg, found.p_uniform, sample_variance((0, 0, 1, 0, 0))) == (None, None, None)


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((6, 0, 0, 0, 0), 1.0),
        ((0, 0, 0, 0, 6), 1.0),
        ((0, 0, 6, 0, 0), 1.0),
        ((5, 0, 0, 0, 1), -1.0),
        ((1, 0, 0, 0, 5), -1.0),
        ((3, 0, 0, 0, 3), -1.0),
    ],
)
def test_awg_runs_from_the_worst_that_a_mean_allows_to_full_agreement(
    votes: tuple[int, ...], expected: float
) -> None:
    """Brown & Hauenstein compare with the greatest variance at that mean, also where it only just exists."""
    assert awg(votes) == pytest.approx(expected)


@pytest.mark.parametrize("votes", [(5, 1, 0, 0, 0), (0, 0, 0, 1, 5)])
def test_awg_is_not_defined_too_near_an_end(votes: tuple[int, ...]) -> None:
    """There the greatest variance cannot be reached and the index would be nonsense."""
    assert awg(votes) is None


def test_a_scale_without_a_tabled_null_has_no_skewed_figure() -> None:
    """The published table runs from 5 to 11 levels; outside it nothing is guessed."""
    assert list(SLIGHT_SKEW_VARIANCE.items()) == [
        (5, 1.34),
        (6, 1.85),
        (7, 2.90),
        (8, 3.47),
        (9, 5.66),
        (10, 6.30),
        (11, 7.31),
    ]
    assert rwg_slight_skew((0, 2, 3, 1)) is None
    assert rwg_slight_skew((0, 2, 3, 1, 0, 0)) == pytest.approx(1 - (17 / 6 / 5) / 1.85)


def test_the_exact_chance_is_given_up_to_forty_votes() -> None:
    """Beyond, a person would wait; below two votes there is nothing to compare."""
    assert MOST_VOTES_FOR_EXACT_P == 40
    assert p_uniform((0, 0, 40, 0, 0)) == pytest.approx(5 / 5**40)
    assert p_uniform((0, 0, 41, 0, 0)) is None
    assert p_uniform((0, 0, 1, 0, 0)) is None
    assert p_uniform((0, 0, 2, 0, 0)) == 5 / 25


@thorough
@given(rounds)
def test_the_mirrored_scale_gives_the_same_agreement(votes: list[int]) -> None:
    """Agreement is about nearness; which end of the scale is good does not matter."""
    one, other = agreement(votes), agreement(votes[::-1])
    assert one is not None
    assert other is not None
    assert one.label == other.label
    assert one.p_uniform == other.p_uniform
    assert one.rwg == other.rwg
    assert one.ad_median == pytest.approx(other.ad_median)
    assert one.consensus == pytest.approx(other.consensus)
    assert one.awg == pytest.approx(other.awg)


@thorough
@given(rounds)
def test_figures_stay_within_their_ranges(votes: list[int]) -> None:
    """A figure outside its range would end the consultant's trust in all of them."""
    found = agreement(votes)
    assert found is not None
    assert found.rwg is None or 0 <= found.rwg <= 1
    assert found.p_uniform is None or 0 < found.p_uniform <= 1
    assert found.awg is None or -1 - 1e-9 <= found.awg <= 1
    assert -1e-9 <= consensus(votes) <= 1
    assert set(found.median.split("|")) <= {str(level) for level, n in enumerate(votes, start=1) if n}


@thorough
@given(small_rounds)
def test_more_agreement_is_never_more_likely_by_chance(votes: list[int]) -> None:
    """The chance of as much agreement falls as agreement rises, for the same number of voters."""
    n = sum(votes)
    widest = (n // 2, 0, 0, 0, n - n // 2)
    middle = (0, 0, n, 0, 0)
    chances = [p_uniform(middle), p_uniform(votes), p_uniform(widest)]
    assert chances == sorted(chance for chance in chances if chance is not None)
    assert chances[-1] == 1


@thorough
@given(scales.flatmap(lambda levels: st.lists(st.integers(1, levels), min_size=2, max_size=12)), st.data())
def test_figures_are_the_textbooks_in_whatever_order_people_voted(
    votes: list[int], data: st.DataObject
) -> None:
    """Anybody with a spreadsheet finds the same, and nothing depends on who pressed a key first."""
    found = agreement(histogram(votes, 10))
    assert found is not None
    cast = data.draw(st.permutations(votes))
    spread = variance(map(float, cast))
    middle = mean(cast)
    assert found.rwg_star == pytest.approx(1 - spread / 8.25)
    assert found.rwg == pytest.approx(max(0, 1 - spread / 8.25))
    assert found.rwg_slight_skew == pytest.approx(max(0, 1 - spread / 6.30))
    assert found.ad_mean == pytest.approx(mean(abs(vote - middle) for vote in cast))
    assert found.ad_median == pytest.approx(mean(abs(vote - textbook_median(cast)) for vote in cast))


@thorough
@given(scales, st.data(), st.integers(2, 12))
def test_people_who_all_say_the_same_agree_fully_in_every_index(
    levels: int, data: st.DataObject, n: int
) -> None:
    """Whatever the scale and whatever they say; one more who says so changes nothing."""
    level = data.draw(st.integers(1, levels))
    one, more = (agreement(histogram([level] * people, levels)) for people in (n, n + 1))
    assert one is not None
    assert more is not None
    for found in (one, more):
        defined = levels - 1 <= found.n * (level - 1) <= (found.n - 1) * (levels - 1)
        assert found.awg == (1 if defined or level in {1, levels} else None)
        assert (found.rwg, found.rwg_star, found.consensus) == (1, 1, 1)
        assert (found.ad_mean, found.ad_median, found.label) == (0, 0, "agreed")
        assert found.rwg_slight_skew == (1 if levels in SLIGHT_SKEW_VARIANCE else None)
    assert (one.p_uniform, more.p_uniform) == (levels / levels**n, levels / levels ** (n + 1))


@pytest.mark.parametrize(
    ("votes", "star", "consensus_of_it"),
    [
        ((2, 2), -1 / 3, 0.0),
        ((1, 4), 0.2, 1 + 0.2 * -2.321928094887362 + 0.8 * -0.32192809488736235),
        ((0, 0, 0, 0, 1, 1, 0, 0, 0, 0), 1 - 0.5 / 8.25, 1 - 0.08246216019197298),
        ((2, 0, 0, 0, 0, 0, 0, 0, 0, 2), 1 - 27 / 8.25, 0.0),
    ],
)
def test_short_and_long_scales_have_figures_too(
    votes: Histogram, star: float, consensus_of_it: float
) -> None:
    """A model may have two levels or ten; nothing is built for five alone."""
    found = agreement(votes)
    assert found is not None
    assert found.rwg_star == pytest.approx(star)
    assert found.consensus == pytest.approx(consensus_of_it)


@thorough
@given(st.lists(votes_of(5, least=2), min_size=1, max_size=5), st.integers(2, 4))
def test_agreement_over_practices_does_not_grow_with_their_number(
    practices: list[Histogram], times: int
) -> None:
    """The r_WG(J) that everybody prints rises when a practice is asked twice; this one does not."""
    once = rwg_star_j(practices)
    assert once == pytest.approx(1 - mean(sample_variance(votes) or 0 for votes in practices) / 2)
    assert rwg_star_j(practices * times) == pytest.approx(once)
    assert rwg_star_j(reversed(practices)) == pytest.approx(once)


def test_agreement_over_practices_leaves_out_who_sat_alone() -> None:
    """One vote has no variance; a practice that one person rated neither helps nor harms."""
    alone, camps = (0, 0, 1, 0, 0), (1, 0, 0, 0, 1)
    assert rwg_star_j([alone, camps, (0, 0, 0, 0, 0), (0, 2, 0, 0, 0)]) == (1 - 8 / 2 + 1) / 2
    assert rwg_star_j([alone]) is None
    assert rwg_star_j([]) is None
