"""Votes in words: a word for the room, a band only where so many people can tell, else the histogram."""

from __future__ import annotations

from gettext import NullTranslations
from typing import get_args

import pytest

from culture_tui.domain.agreement import Agreement, Band, Label, agreement
from culture_tui.reports.votes import (
    Word,
    agreement_text,
    band_text,
    figures_texts,
    median_text,
    movement_text,
    range_text,
    round_text,
    word_text,
)

WORDS = NullTranslations()


def votes(*histogram: int) -> Agreement:
    """The figures of a round in which somebody voted."""
    found = agreement(histogram)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("histogram", "said"),
    [
        ((0, 0, 9, 0, 0), "all agreed, very strong agreement"),
        ((0, 0, 5, 4, 0), "neighbouring levels, strong agreement"),
        ((0, 2, 5, 1, 0), "spread, strong agreement"),
        ((0, 3, 0, 3, 0), "split in two, too few people to tell"),
        ((0, 0, 3, 2, 0), "neighbouring levels, strong agreement"),
        ((1, 1, 2, 1, 0), "spread, too few people to tell"),
        ((12, 10, 8, 10, 12), "split in two, no more than chance may bring"),
        ((0, 0, 4, 0, 0), ""),
        ((0, 2, 0, 2, 0), ""),
    ],
)
def test_a_round_has_a_word_and_a_band_only_where_so_many_people_can_tell(
    histogram: tuple[int, ...], said: str
) -> None:
    """Four people who agree by chance must not be praised; below five even the word is too much."""
    assert agreement_text(votes(*histogram), WORDS) == said


def test_every_label_and_every_band_has_a_word_of_its_own() -> None:
    """A new label without a word would end a command in the middle of a report."""
    labels: tuple[Word, ...] = (*get_args(Label), "even")
    bands: tuple[Band, ...] = get_args(Band)
    assert len({word_text(each, WORDS) for each in labels}) == len(labels)
    assert len({band_text(each, WORDS) for each in bands}) == len(bands)


def test_a_round_is_told_with_its_votes_median_and_range() -> None:
    """Read aloud, it is enough to remember the talk."""
    assert round_text(2, (0, 2, 5, 1, 0), WORDS) == (
        "Round 2: 0 2 5 1 0 (8 votes, from the lowest level to the highest): spread, median 3, range 2–4."
    )
    assert round_text(1, (3, 0, 0, 0, 3), WORDS).endswith("split in two, median 1 and 5, range 1–5.")
    assert round_text(1, (1, 1, 1, 1, 1), WORDS).endswith("spread evenly, median 3, range 1–5.")


@pytest.mark.parametrize("histogram", [(0, 1, 0, 0, 0), (0, 2, 0, 2, 0)])
def test_a_round_of_fewer_than_five_votes_is_only_counted(histogram: tuple[int, ...]) -> None:
    """No label, no median, no range: the votes themselves say all that there is to say."""
    said = round_text(1, histogram, WORDS)
    count = sum(histogram)
    shown = " ".join(map(str, histogram))
    noun = "vote" if count == 1 else "votes"
    assert said == f"Round 1: {shown} ({count} {noun}, from the lowest level to the highest)."
    assert figures_texts(votes(*histogram), WORDS) == [
        "With fewer than 5 votes look at the votes only: any figure says more than it knows."
    ]


def test_a_round_in_which_nobody_voted_says_so() -> None:
    """A round that was opened by mistake is no vote for nothing."""
    assert round_text(1, (0, 0, 0), WORDS) == "Round 1: nobody voted."


def test_movement_tells_how_a_talk_changed_the_votes() -> None:
    """The group sees what half an hour of talk was good for."""
    assert movement_text((1, 3, 3, 2, 0), (0, 7, 2, 0, 0), WORDS) == (
        "The median went from 3 to 2, the range from 1–4 to 2–3."
    )
    assert movement_text((0, 7, 2, 0, 0), (0, 7, 2, 0, 0), WORDS) == "The votes did not move."


@pytest.mark.parametrize("before", [(0, 4, 0, 0, 0), (0, 0, 0, 0, 0)])
def test_movement_of_fewer_than_five_votes_is_not_told(before: tuple[int, ...]) -> None:
    """One of four who changes her mind is not a trend."""
    assert movement_text(before, (0, 7, 2, 0, 0), WORDS) == ""
    assert movement_text((0, 7, 2, 0, 0), before, WORDS) == ""


def test_the_figures_of_a_round_are_those_of_the_domain_with_what_they_say() -> None:
    """Eight votes with s² = 23/56: a consultant can find each figure again in the data."""
    assert figures_texts(votes(0, 2, 5, 1, 0), WORDS) == [
        "Agreement (r_WG): 0.795, where 0 is chance and 1 is all the same: strong agreement.",
        (
            "Chance: people who vote at random agree at least so well with p = 0.006; "
            "people who lean to the upper levels, with p = 0.052."
        ),
        (
            "On average a vote lies 0.438 levels from the mean and 0.375 from the middle (AD); "
            "up to 0.83 is usual where people agree."
        ),
        "a_WG, which allows for a mean near an end of the scale: 0.820.",
        "Consensus: 0.823, where 1 is all the same and 0 is two equal camps at the ends of the scale.",
    ]


def test_two_camps_are_told_without_the_floor_and_a_figure_that_is_not_defined_is_not_made_up() -> None:
    """0.000 would hide that the votes are further apart than chance."""
    said = figures_texts(votes(3, 0, 0, 0, 3), WORDS)
    assert said[0].startswith("Agreement (r_WG): 0.000")
    assert said[0].endswith("too few people to tell.")
    assert said[1] == "Without its floor r_WG is -1.400: below 0 there are two camps."
    assert "a_WG is not defined here: the mean is too near an end of the scale." in figures_texts(
        votes(7, 2, 0, 0, 0), WORDS
    )


def test_another_scale_has_no_chance_for_those_who_lean() -> None:
    """The table of that null is for five levels; four must not borrow it."""
    said = figures_texts(votes(0, 6, 0, 0), WORDS)
    assert "Chance: people who vote at random agree at least so well with p < 0.001." in said


@pytest.mark.parametrize(
    ("histogram", "said"),
    [((0, 25, 25, 0, 0), "strong agreement"), ((9, 9, 8, 9, 9), "no more than chance may bring")],
)
def test_beyond_forty_votes_the_chance_is_bounded_and_the_band_still_told(
    histogram: tuple[int, ...], said: str
) -> None:
    """A survey of a whole department gets its word too."""
    assert any(
        each.startswith("With more than 40 votes the chance is not worked out") and said in each
        for each in figures_texts(votes(*histogram), WORDS)
    )


def test_medians_and_ranges_are_said_as_they_are() -> None:
    """Both middle votes where they are apart; one number where all stand alike."""
    assert (median_text("2|4", WORDS), median_text("3", WORDS)) == ("2 and 4", "3")
    assert (range_text((0, 1, 0, 2)), range_text((0, 3, 0, 0))) == ("2–4", "2")
