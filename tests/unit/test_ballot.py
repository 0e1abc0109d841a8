"""Passing the laptop: one key a person, and nothing told before the reveal."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culture_tui.domain.ballot import SECONDS_OF_A_PERSON, Ballot, Voting, fits, new_ballot
from support import NOW, assessment, skeleton

WORKSHOP = assessment(skeleton({"care": ["a", "b"]}))
A_PERSON_LATER = SECONDS_OF_A_PERSON + 0.01


def voting(people: int | None = 9, levels: Sequence[int] = ()) -> Voting:
    """A vote about a practice in which these levels were pressed, a person each."""
    begun = Voting(new_ballot(WORKSHOP, "a"), people)
    for number, level in enumerate(levels):
        begun = begun.with_key(level, number * 10.0)
    return begun


@given(st.lists(st.integers(1, 5), max_size=30))
def test_every_person_counts_once(levels: list[int]) -> None:
    """What is revealed is what was pressed."""
    ended = voting(None, levels)
    assert ended.ballot.counts == tuple(levels.count(level) for level in range(1, 6))
    assert ended.ballot.voted == len(levels)


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 0.69)), max_size=30))
def test_a_finger_that_stays_on_a_key_votes_once(presses: list[tuple[int, float]]) -> None:
    """A key that is held down must not be somebody's second and third vote."""
    pressed = voting(None).with_key(4, 100.0)
    at = 100.0
    for level, later in presses:
        at += later
        pressed = pressed.with_key(level, at)
    assert pressed.ballot.counts == (0, 0, 0, 1, 0)
    assert pressed.with_key(2, at + A_PERSON_LATER).ballot.counts == (0, 1, 0, 1, 0)


def test_a_key_that_was_not_counted_is_said() -> None:
    """Whoever pressed twice in a hurry must not believe that both counted."""
    assert voting(9, [3]).with_key(3, 0.2).notice == "same-key"


def test_more_votes_than_people_are_asked_not_refused() -> None:
    """Somebody came in late, and the head count is a number on a form."""
    full = voting(2, [3, 4])
    asked = full.with_key(5, 50.0)
    assert (asked.notice, asked.ballot) == ("more-than-people", full.ballot)
    held = asked.with_key(5, 50.2)
    assert (held.notice, held.ballot) == ("more-than-people", full.ballot)
    assert held.with_key(5, 51.0).ballot.counts == (0, 0, 1, 1, 1)


def test_only_the_last_vote_can_be_taken_back() -> None:
    """Nobody may go through the votes of those before."""
    taken = voting(9, [3, 4]).with_last_taken_back()
    assert (taken.ballot.counts, taken.notice) == ((0, 0, 1, 0, 0), "taken-back")
    again = taken.with_last_taken_back()
    assert (again.ballot.counts, again.notice) == ((0, 0, 1, 0, 0), "nothing-to-take-back")


def test_whoever_took_a_vote_back_may_press_at_once() -> None:
    """It was a slip, and the right key follows in the same second."""
    taken = voting(9, [3]).with_last_taken_back()
    assert taken.with_key(2, 0.1).ballot.counts == (0, 1, 0, 0, 0)


def test_all_have_voted_so_it_is_revealed() -> None:
    """Nothing to ask any more."""
    assert voting(3, [3, 4, 4]).with_reveal(30.0).ended == "revealed"


@pytest.mark.parametrize("people", [9, None])
def test_a_reveal_is_asked_once_where_people_are_missing_or_nobody_knows(people: int | None) -> None:
    """A participant who presses Enter behind the digit must not end the vote for all."""
    asked = voting(people, [3, 4]).with_reveal(30.0)
    assert (asked.notice, asked.ended) == ("fewer-than-people", None)
    assert asked.with_reveal(30.0 + A_PERSON_LATER).ended == "revealed"


def test_a_reveal_that_is_held_down_is_asked_only() -> None:
    """The answer to a question is not the key that asked it."""
    asked = voting(9, [3]).with_reveal(30.0).with_reveal(30.5)
    assert (asked.notice, asked.ended) == ("fewer-than-people", None)


def test_a_vote_between_makes_it_ask_again() -> None:
    """What was asked was about fewer votes."""
    asked = voting(9, [3]).with_reveal(30.0).with_key(4, 40.0)
    assert asked.with_reveal(50.0).ended is None


def test_without_votes_there_is_nothing_to_reveal_or_throw_away() -> None:
    """An empty round would look like a round."""
    empty = voting(9)
    assert (empty.with_reveal(1.0).notice, empty.with_start_over(1.0).notice) == ("nobody", "nobody")


def test_starting_over_is_asked_first() -> None:
    """Eight people would have to press again."""
    asked = voting(9, [3]).with_start_over(30.0)
    assert (asked.notice, asked.ended) == ("start-over", None)
    assert asked.with_start_over(30.1).ended is None
    assert asked.with_start_over(31.0).ended == "dropped"


def test_a_ballot_fits_the_round_that_it_was_begun_for() -> None:
    """Votes of a round that was revealed since must not be counted a second time."""
    ballot = new_ballot(WORKSHOP, "a").with_vote(3)
    assert fits(ballot, WORKSHOP)
    assert not fits(ballot, WORKSHOP.with_round("a", (0, 0, 1, 0, 0), NOW))
    assert not fits(ballot.without_last(), WORKSHOP)


def test_a_ballot_of_another_scale_item_or_mode_does_not_fit() -> None:
    """The model was changed, or the workshop asks something else now."""
    ballot = new_ballot(WORKSHOP, "a").with_vote(3)
    for changes in ({"counts": (0, 0, 1)}, {"item": "gone"}, {"mode": "pulse"}):
        assert not fits(Ballot.model_validate(ballot.model_dump() | changes), WORKSHOP)


def test_a_sealed_ballot_has_no_last_vote() -> None:
    """Who comes back to a vote that was left cannot learn what the one before pressed."""
    sealed = new_ballot(WORKSHOP, "a").with_vote(3).sealed()
    assert sealed.without_last() == sealed
