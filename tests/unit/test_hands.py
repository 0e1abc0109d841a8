"""Typed votes: a level for each hand, or a count for each level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culture_tui.domain.hands import Reading, ShowOfHands, readings


@pytest.mark.parametrize(
    ("typed", "votes"),
    [
        ("2 3 3 4", (0, 1, 2, 1, 0)),
        ("2334", (0, 1, 2, 1, 0)),
        ("233334445111", (3, 1, 4, 3, 1)),
        ("2,3;3  4", (0, 1, 2, 1, 0)),
        ("5", (0, 0, 0, 0, 1)),
        ("1 1 1 1 1 1", (6, 0, 0, 0, 0)),
    ],
)
def test_a_level_for_each_hand(typed: str, votes: tuple[int, ...]) -> None:
    """A facilitator calls out the hands and types along."""
    assert readings(typed, 5) == (Reading(votes, "levels"),)


@pytest.mark.parametrize(
    ("typed", "votes"),
    [("0 2 5 2 0", (0, 2, 5, 2, 0)), ("02520", (0, 2, 5, 2, 0)), ("0 0 0 0 14", (0, 0, 0, 0, 14))],
)
def test_a_count_for_each_level(typed: str, votes: tuple[int, ...]) -> None:
    """Or counts the hands a level; no level is 0, so nothing else can be meant."""
    assert readings(typed, 5) == (Reading(votes, "counts"),)


def test_where_both_can_be_meant_both_are_offered_and_the_head_count_decides_the_order() -> None:
    """A guess would be somebody's vote."""
    hands, counts = Reading((1, 2, 1, 1, 0), "levels"), Reading((2, 3, 2, 4, 1), "counts")
    assert readings("2 3 2 4 1", 5, people=5) == (hands, counts)
    assert readings("2 3 2 4 1", 5, people=12) == (counts, hands)
    assert readings("2 3 2 4 1", 5) == (counts, hands)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "two",
        "2 6",
        "0 1",
        "2.5",
        "-1 2 3 4 5",
        "0 0 0 0 0",
        "1 2 3 4 9999999",
        "٣",
        "2\x1b3",
        "1e3",
    ],
)
def test_what_is_no_vote_has_no_reading(typed: str) -> None:
    """Better to ask again than to count something else."""
    assert readings(typed, 5) == ()


def test_on_ten_levels_ten_is_a_level_and_digits_need_spaces() -> None:
    """`10` is one hand for the top, not two hands."""
    assert readings("10", 10) == (Reading((0,) * 9 + (1,), "levels"),)
    assert readings("10 10 9", 10) == (Reading((0,) * 8 + (1, 2), "levels"),)
    assert readings("234", 10) == ()


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_hands_typed_in_any_order_count_the_same(hands: list[int]) -> None:
    """Nobody remembers who sat where, and the file must not either."""
    line = " ".join(map(str, hands))
    found = [each.votes for each in readings(line, 5) if each.as_written == "levels"]
    assert found == [tuple(hands.count(level) for level in range(1, 6))]
    backwards = readings(line[::-1], 5)
    assert found == [each.votes for each in backwards if each.as_written == "levels"]


HANDS = ShowOfHands(top=5, number=1, people=9)


def test_what_is_typed_is_kept_at_enter() -> None:
    """Seconds, not a form."""
    assert HANDS.with_typed("0 2 5 2 0").with_enter() == (0, 2, 5, 2, 0)
    assert HANDS.with_typed("2334").with_enter() == (0, 1, 2, 1, 0)


def test_where_both_can_be_meant_the_other_reading_is_one_key_away() -> None:
    """Five digits on a scale of five: nobody can know but who typed them."""
    typed = HANDS.with_typed("1 2 3 2 1")
    assert typed.with_enter() == (1, 2, 3, 2, 1)
    other = typed.with_other_reading()
    assert other.with_enter() == (2, 2, 1, 0, 0)
    assert other.with_other_reading().with_enter() == (1, 2, 3, 2, 1)
    assert HANDS.with_typed("2334").with_other_reading().with_enter() == (0, 1, 2, 1, 0)


def test_another_line_is_read_anew() -> None:
    """Which way the last line was meant says nothing about this one."""
    assert HANDS.with_typed("1 2 3 2 1").with_other_reading().with_typed("1 2 3 2 0").chosen == 0


def test_more_votes_than_people_are_asked_once() -> None:
    """Asked, not refused: somebody came in late."""
    asked = HANDS.with_typed("0 0 9 1 0").with_enter()
    assert isinstance(asked, ShowOfHands)
    assert asked.asked == "more-than-people"
    assert asked.with_enter() == (0, 0, 9, 1, 0)
    assert asked.with_typed("0 0 9 2 0").asked == ""


@pytest.mark.parametrize("typed", ["", " ", "6", "two", "0 0 0 0 0", "1 2 x", "-1", "0"])
def test_what_is_no_vote_is_never_kept(typed: str) -> None:
    """A round that nobody voted in would stand in the file for ever."""
    outcome = HANDS.with_typed(typed).with_enter()
    assert isinstance(outcome, ShowOfHands)
    assert outcome.asked == "unreadable"
    assert outcome.with_other_reading().reading is None
