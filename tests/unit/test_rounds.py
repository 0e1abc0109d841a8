"""Rounds held in the room: how many there may be, and what may follow from the last one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culture_tui.domain.agreement import is_even, median
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import GatheredVotes, with_gathered
from culture_tui.domain.rounds import (
    MOST_ROUNDS,
    accepted_level,
    another_view,
    in_question,
    last_held,
    may_vote,
    most_voted,
    needs_reason,
    next_number,
    range_of,
    rounds_held,
    ways_on,
)
from support import NOW, assessment, skeleton

HISTOGRAMS = st.lists(st.integers(0, 9), min_size=2, max_size=10).filter(any).map(tuple)


def workshop() -> Assessment:
    """A workshop about two practices."""
    return assessment(skeleton({"care": ["a", "b"]}))


def test_rounds_in_the_room_are_counted_from_one() -> None:
    """The facilitator says “round two” aloud, and the screen must say the same."""
    first = workshop().with_round("a", (0, 2, 5, 1, 0), NOW)
    second = first.with_round("a", (0, 1, 7, 0, 0), NOW)
    assert next_number(workshop(), "a") == 1
    assert (next_number(first, "a"), next_number(second, "a"), next_number(second, "b")) == (2, 3, 1)
    assert rounds_held(second, "a") == [(1, (0, 2, 5, 1, 0)), (2, (0, 1, 7, 0, 0))]
    assert last_held(second, "a") == (0, 1, 7, 0, 0)
    assert last_held(second, "b") is None


def test_votes_gathered_before_are_no_round_of_the_room() -> None:
    """Three rounds are for those who sit here; a form from last week takes none of them."""
    before = with_gathered(workshop(), GatheredVotes(9, {"a": (9, 0, 0, 0, 0)}), "", NOW)
    assert (rounds_held(before, "a"), next_number(before, "a"), last_held(before, "a")) == ([], 1, None)
    after = before.with_round("a", (0, 9, 0, 0, 0), NOW).with_round("b", (0, 0, 9, 0, 0), NOW)
    assert rounds_held(after, "a") == [(1, (0, 9, 0, 0, 0))]
    assert rounds_held(after, "b") == [(1, (0, 0, 9, 0, 0))]


def test_three_rounds_are_enough() -> None:
    """More talk than that moves nobody, and the workshop has other questions."""
    held = workshop()
    for _ in range(MOST_ROUNDS):
        assert may_vote(held, "a")
        held = held.with_round("a", (1, 1, 1, 1, 1), NOW)
    assert not may_vote(held, "a")
    assert may_vote(held, "b")


def test_the_ways_on_are_those_that_work() -> None:
    """What is offered and does nothing teaches people not to trust the other keys."""
    assert ways_on(workshop(), "a") == {"vote", "park"}
    assert ways_on(workshop().with_round("a", (0, 2, 5, 1, 1), NOW), "a") == {
        "accept",
        "vote",
        "split",
        "park",
    }
    assert ways_on(workshop().with_round("a", (0, 0, 9, 0, 0), NOW), "a") == {"accept", "vote", "park"}
    tied = workshop()
    for _ in range(MOST_ROUNDS):
        tied = tied.with_round("a", (4, 0, 0, 0, 4), NOW)
    assert ways_on(tied, "a") == {"split", "park"}


@pytest.mark.parametrize(
    ("votes", "level"),
    [
        ((0, 2, 5, 1, 1), 3),
        ((0, 1, 1, 0, 0), 2),
        ((0, 0, 0, 0, 1), 5),
        ((0, 4, 0, 4, 0), None),
        ((3, 0, 0, 0, 3), None),
    ],
)
def test_the_lower_median_stands_for_a_round_unless_the_middle_is_empty(
    votes: tuple[int, ...], level: int | None
) -> None:
    """A middle level that nobody voted for would be nobody's."""
    assert accepted_level(votes) == level


@pytest.mark.parametrize(
    ("votes", "needing"),
    [
        ((0, 2, 5, 1, 1), {1, 2, 4, 5}),
        ((0, 2, 2, 0, 0), {1, 3, 4, 5}),
        ((0, 4, 0, 4, 0), {1, 3, 5}),
        ((0, 0, 0, 0, 1), {1, 2, 3, 4}),
    ],
)
def test_a_level_that_the_votes_do_not_give_needs_a_reason(votes: tuple[int, ...], needing: set[int]) -> None:
    """Of two middle votes that are apart neither does: half the room stands behind each."""
    assert {level for level in range(1, 6) if needs_reason(votes, level)} == needing


@pytest.mark.parametrize(
    ("votes", "most", "other", "compared"),
    [
        ((0, 2, 5, 1, 1), (3,), 2, (2, 3)),
        ((0, 0, 9, 0, 0), (3,), None, (3,)),
        ((0, 1, 5, 1, 0), (3,), 2, (2, 3)),
        ((0, 5, 1, 0, 1), (2,), 5, (2, 5)),
        ((4, 0, 0, 0, 5), (5,), 1, (1, 5)),
        ((4, 1, 0, 0, 4), (1, 5), None, (1, 5)),
        ((1, 0, 0, 0, 1), (1, 5), None, (1, 5)),
        ((3, 1, 3, 0, 3), (1, 3, 5), None, ()),
        ((3, 0, 3, 0, 3), (), None, ()),
        ((1, 1, 1, 1, 1), (), None, ()),
    ],
)
def test_the_levels_in_question_are_the_most_voted_ones_or_that_one_and_another_view(
    votes: tuple[int, ...], most: tuple[int, ...], other: int | None, compared: tuple[int, ...]
) -> None:
    """The group reads two descriptors side by side, but never two that were picked out of equals."""
    assert (most_voted(votes), another_view(votes), in_question(votes)) == (most, other, compared)
    assert is_even(votes) == (not most)


@given(HISTOGRAMS)
def test_whatever_was_voted_the_levels_named_were_voted(votes: tuple[int, ...]) -> None:
    """A word about a level that nobody chose would be made up."""
    voted = {level for level, count in enumerate(votes, start=1) if count}
    assert {*most_voted(votes), *in_question(votes)} <= voted
    assert {votes[level - 1] for level in most_voted(votes)} <= {max(votes)}
    assert len(in_question(votes)) <= 2
    assert range_of(votes) == (min(voted), max(voted))
    one = accepted_level(votes)
    assert (one is None) == ("|" in median(votes))
    assert one is None or not needs_reason(votes, one)
