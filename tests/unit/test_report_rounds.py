"""What the room is told of a round: never a level before the reveal, then what the talk needs."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Voting, new_ballot
from culture_tui.domain.gathering import GatheredVotes, with_gathered
from culture_tui.domain.hands import ShowOfHands
from culture_tui.reports.reveal import (
    enough_rounds_text,
    reason_asked,
    revealed_told,
    vote_lines,
    why_not_accepted,
)
from culture_tui.reports.rounds import Told, hands_told, under_way_text, voting_told
from support import NOW, assessment, skeleton

WORDS = NullTranslations()
WORKSHOP = assessment(skeleton({"care": ["a", "b"]}))


def held(*rounds: tuple[int, ...], of: Assessment = WORKSHOP) -> Assessment:
    """A workshop that has held these rounds about a practice."""
    for votes in rounds:
        of = of.with_round("a", votes, NOW)
    return of


def told(*rounds: tuple[int, ...], of: Assessment = WORKSHOP) -> Told:
    """What the room is told of the last of these rounds."""
    found = revealed_told(held(*rounds, of=of), "a", WORDS)
    assert found is not None
    return found


@given(
    st.lists(st.integers(1, 5), min_size=3, max_size=3), st.lists(st.integers(1, 5), min_size=3, max_size=3)
)
def test_while_the_laptop_goes_round_nothing_tells_what_was_pressed(one: list[int], other: list[int]) -> None:
    """Two rooms that have pressed as often look the same, whatever they pressed."""
    said = []
    for levels in (one, other):
        voting = Voting(new_ballot(WORKSHOP, "a"), 9)
        for number, level in enumerate(levels):
            voting = voting.with_key(level, number * 10.0)
        said.append((voting_told(voting, WORDS), vote_lines(WORKSHOP, "a", voting.ballot, WORDS)))
    assert said[0] == said[1]


def test_the_count_is_dots_and_a_number() -> None:
    """Everybody sees who is still missing: how many, not who."""
    voting = Voting(new_ballot(WORKSHOP, "a").with_vote(2).with_vote(5), 4)
    said = voting_told(voting, WORDS)
    assert (said.heading, said.figures) == ("Voting, round 1   ● ● ○ ○", "2 of 4 voted")
    assert said.prompts == ("Pass the laptop; each presses one digit, 1 to 5, unseen.",)


@pytest.mark.parametrize(("people", "figures"), [(None, "2 have voted"), (40, "2 of 40 voted")])
def test_without_a_head_count_or_with_a_crowd_there_is_the_number_only(
    people: int | None, figures: str
) -> None:
    """Forty dots are not counted by anybody."""
    said = voting_told(Voting(new_ballot(WORKSHOP, "a").with_vote(2).with_vote(5), people), WORDS)
    assert (said.heading, said.figures) == ("Voting, round 1", figures)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (2, "That would be 3 votes of 2 people; press the digit again to add it."),
        (1, "That would be 3 votes of 1 person; press the digit again to add it."),
    ],
)
def test_one_vote_too_many_is_a_question_with_numbers(people: int, said: str) -> None:
    """The facilitator decides whether somebody came in late."""
    voting = Voting(new_ballot(WORKSHOP, "a").with_vote(2).with_vote(5), people).with_key(4, 1.0)
    assert voting_told(voting, WORDS).notice == said


def test_a_vote_that_was_left_says_how_far_it_came_and_how_it_goes_on() -> None:
    """After the break nobody remembers."""
    ballot = new_ballot(WORKSHOP, "a").with_vote(3)
    assert under_way_text(ballot, 9, WORDS) == "Round 1 under way: 1 of 9 voted; v goes on"
    assert under_way_text(ballot, None, WORDS) == "Round 1 under way: 1 has voted; v goes on"


def test_hands_are_read_while_they_are_typed() -> None:
    """A slip is seen before it is kept."""
    said = hands_told(ShowOfHands(5, 2, 9, "0 2 5 1 1"), WORDS)
    assert (said.heading, said.figures) == ("Hands, round 2", "2:2 3:5 4:1 5:1 · 9 votes")
    assert said.picture[2] == "3 │ ■■■■■ 5"
    assert said.prompts[0] == "Read as counts a level."


def test_two_readings_are_said_with_the_key_that_changes_them() -> None:
    """The screen must not choose in silence."""
    hands = ShowOfHands(5, 1, 9, "1 2 3 2 1")
    assert hands_told(hands, WORDS).prompts[0] == "Read as counts a level; Tab reads them as hands."
    other = hands_told(hands.with_other_reading(), WORDS)
    assert other.prompts[0] == "Read as a level for each hand; Tab reads them as counts."
    assert other.figures == "1:2 2:2 3:1 · 5 votes, 9 in the room"


def test_what_cannot_be_read_says_what_can() -> None:
    """Not “invalid input”."""
    hands = ShowOfHands(5, 1, 9, "two")
    expected = "A level for each hand, such as 2 3 3 4, or 5 counts, the lowest level first."
    assert hands_told(hands, WORDS).prompts == (expected,)
    wrong = hands.with_enter()
    assert isinstance(wrong, ShowOfHands)
    assert hands_told(wrong, WORDS).notice == f"This cannot be read as votes. {expected}"


def test_too_many_hands_are_a_question_with_numbers() -> None:
    """As with the laptop."""
    asked = ShowOfHands(5, 1, 9, "0 0 9 4 0").with_enter()
    assert isinstance(asked, ShowOfHands)
    assert hands_told(asked, WORDS).notice == "13 votes, 9 in the room; Enter again keeps them."


def test_a_spread_round_is_told_with_its_figures_its_picture_and_who_speaks_first() -> None:
    """Measurement, section 1.2: what the room needs in order to talk about behaviour."""
    said = told((0, 2, 5, 1, 1))
    assert said.heading == "Round 1 revealed: spread"
    assert said.figures == "median 3 · range 2–5 · 9 votes"
    assert said.picture[1:3] == ("2 │ ■■    2", "3 │ ■■■■■ 5  ← median")
    assert said.row == "2:2 3:5 4:1 5:1"
    assert said.prompts == (
        "Let a 2 speak first, then a 5; the leader speaks last.",
        "“What did you see last month that made it a 2?”",
        "“Is this what is written, or what happened last week?”",
    )
    assert said.keys == "a Accept 3 · v Vote again · s Record the split · p Park · 1-5 Other level"
    assert (said.most, said.compared, said.notes) == ((3,), (2, 3), ())


def test_the_next_round_asks_something_else_and_says_what_moved() -> None:
    """The same question twice is heard once."""
    first, second = told((4, 0, 0, 0, 5)), told((4, 0, 0, 0, 5), (0, 4, 0, 5, 0))
    assert first.prompts[1:] != second.prompts[1:]
    assert second.notes == (
        "The median went from 5 to 4, the range from 1–5 to 2–4.",
        "Round 1: 4 0 0 0 5",
    )


def test_after_the_third_round_nobody_is_asked_to_vote_again() -> None:
    """What cannot be done is not offered."""
    third = held((1, 1, 1, 1, 1), (1, 1, 1, 1, 1), (1, 1, 1, 1, 1))
    said = revealed_told(third, "a", WORDS)
    assert said is not None
    assert "Vote again" not in said.keys
    assert enough_rounds_text(third, "a", WORDS) == (
        "3 rounds are enough: a accepts 3, s records the split, p parks it."
    )
    assert enough_rounds_text(third, "b", WORDS) == ""


def test_a_split_round_has_two_middles_and_no_level_to_accept() -> None:
    """A level that nobody voted for is not offered by a key."""
    said = told((0, 4, 0, 4, 0))
    assert said.heading == "Round 1 revealed: split in two"
    assert said.figures == "median 2 and 4 · range 2–4 · 8 votes"
    assert [row for row in said.picture if "←" in row] == ["2 │ ■■■■ 4  ← middle", "4 │ ■■■■ 4  ← middle"]
    assert "Accept" not in said.keys
    assert why_not_accepted((0, 4, 0, 4, 0), WORDS) == (
        "The middle lies between 2 and 4: choose a level, or s records the split."
    )
    three = held((4, 0, 0, 0, 4), (4, 0, 0, 0, 4), (4, 0, 0, 0, 4))
    assert enough_rounds_text(three, "a", WORDS) == "3 rounds are enough: s records the split, p parks it."


@pytest.mark.parametrize(
    ("votes", "prompts"),
    [
        ((0, 0, 9, 0, 0), ("Everybody chose 3.", "No discussion needed; a accepts 3.")),
        (
            (0, 4, 5, 0, 0),
            ("No discussion needed; a accepts 3.", "“What would have to be true for one level more?”"),
        ),
    ],
)
def test_where_all_agree_or_nearly_no_discussion_is_asked_for(
    votes: tuple[int, ...], prompts: tuple[str, ...]
) -> None:
    """Eight minutes are for those questions on which people differ."""
    assert told(votes).prompts == prompts


def test_below_five_votes_there_is_no_word_and_no_median_but_a_level_to_accept() -> None:
    """Measurement, section 3: people are shown the histogram only; the level still comes from somewhere."""
    said = told((0, 1, 2, 0, 0))
    assert (said.heading, said.figures) == ("Round 1 revealed", "range 2–3 · 3 votes")
    assert not any("←" in row for row in said.picture)
    assert said.keys.startswith("a Accept 3")
    assert told((0, 1, 2, 0, 0), (0, 0, 3, 0, 0)).notes == ("Round 1: 0 1 2 0 0",)


def test_votes_gathered_before_are_told_after_the_reveal() -> None:
    """They would sway the vote; afterwards they are something to talk about."""
    before = with_gathered(WORKSHOP, GatheredVotes(9, {"a": (9, 0, 0, 0, 0)}), "", NOW)
    assert revealed_told(before, "a", WORDS) is None
    assert told((0, 0, 9, 0, 0), of=before).notes == (
        "The median went from 1 to 3, the range from 1 to 3.",
        "Before the workshop: 9 0 0 0 0",
    )


@pytest.mark.parametrize(
    ("votes", "level", "asked"),
    [
        ((0, 2, 5, 1, 1), 3, ""),
        ((0, 2, 5, 1, 1), 4, "Why 4, and not the median of the votes, 3"),
        ((0, 4, 0, 4, 0), 4, ""),
        ((0, 4, 0, 4, 0), 3, "Why 3, when the middle votes are 2 and 4"),
    ],
)
def test_a_level_beside_the_votes_is_asked_for_its_reason(
    votes: tuple[int, ...], level: int, asked: str
) -> None:
    """A year later somebody asks."""
    assert reason_asked(votes, level, WORDS) == asked


def test_a_projector_shows_the_count_then_the_votes_then_nothing() -> None:
    """Large letters on a wall: what is secret must never be among them."""
    ballot = new_ballot(WORKSHOP, "a").with_vote(5)
    assert vote_lines(WORKSHOP, "a", None, WORDS) == ()
    assert vote_lines(WORKSHOP, "a", ballot, WORDS)[1] == "1 of 9 voted"
    lines = vote_lines(held((0, 2, 5, 1, 1)), "a", None, WORDS)
    assert lines[:2] == ("Round 1 revealed: spread", "median 3 · range 2–5 · 9 votes")
    assert len(lines) == 7
    assert vote_lines(held((0, 2, 5, 1, 1)).with_level("a", 3, NOW), "a", None, WORDS) == ()
