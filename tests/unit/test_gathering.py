"""Votes gathered before the workshop: round 0, and what a group may take from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import (
    GatheredVotes,
    awaits_the_room,
    gathered_round,
    rounds_of,
    with_gathered,
    with_medians_accepted,
)
from culture_tui.domain.records import Rating
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from documents import bent, doc, written
from support import NOW, assessment, skeleton

MODEL = skeleton({"purpose": ["mission", "vision"], "care": ["welcome"]})
VOTES = GatheredVotes(41, {"mission": (0, 20, 0, 20, 0)}, ("vision",))
REASON = "It does not apply."


def gathered() -> Assessment:
    """A workshop to come, with votes for one practice, and one that does not apply."""
    return with_gathered(assessment(MODEL), VOTES, REASON, NOW)


def test_votes_are_kept_as_one_round_and_settle_nothing() -> None:
    """A form prepares the talk; it does not replace it."""
    kept = gathered()
    assert kept.workshop.gathered == 41
    assert kept.ratings["mission"] == Rating(rounds=((0, 20, 0, 20, 0),))
    assert awaits_the_room(kept)


def test_a_practice_that_applies_to_nobody_is_not_applicable_with_the_reason() -> None:
    """Nobody in the room need be asked what no respondent knows."""
    rating = gathered().ratings["vision"]
    assert (rating.not_applicable, rating.rated_at, rating.rounds) == (REASON, NOW, ())


def test_a_practice_that_nobody_answered_has_no_rating_at_all() -> None:
    """An empty table would look like something that was talked about."""
    assert "welcome" not in gathered().ratings


def test_accepting_the_median_takes_the_lower_of_two() -> None:
    """Of 2 and 4 the 2: nobody voted for 3, and the benefit of the doubt is not ours to give."""
    kept = with_medians_accepted(gathered(), NOW)
    rating = kept.ratings["mission"]
    assert (rating.level, rating.rated_at, rating.rounds) == (2, NOW, ((0, 20, 0, 20, 0),))
    assert kept.ratings["vision"].level is None
    assert not awaits_the_room(kept)


def test_what_was_gathered_before_is_round_0_and_the_room_begins_at_1() -> None:
    """Votes of other people on another day must never pass for a first round in the room."""
    kept = gathered()
    ratings = {**kept.ratings, "mission": Rating(rounds=((0, 1, 0, 0, 0), (0, 0, 2, 0, 0)))}
    later = kept.model_copy(update={"ratings": ratings})
    assert rounds_of(later, later.rating("mission")) == [(0, (0, 1, 0, 0, 0)), (1, (0, 0, 2, 0, 0))]
    assert gathered_round(later, "mission") == (0, 1, 0, 0, 0)


def test_without_votes_gathered_before_the_first_round_is_the_rooms() -> None:
    """Files from before there were such votes keep their meaning."""
    held = assessment(MODEL, ratings={"mission": Rating(rounds=((0, 1, 0, 0, 0),))})
    assert rounds_of(held, held.rating("mission")) == [(1, (0, 1, 0, 0, 0))]
    assert gathered_round(held, "mission") is None
    assert not awaits_the_room(held)


def test_an_empty_round_0_is_no_round_of_votes() -> None:
    """Nobody had answered before, and the room voted: its round is still the first."""
    kept = gathered()
    ratings = {"welcome": Rating(rounds=((0, 0, 0, 0, 0), (0, 0, 2, 0, 0)))}
    later = kept.model_copy(update={"ratings": ratings})
    assert rounds_of(later, later.rating("welcome")) == [(1, (0, 0, 2, 0, 0))]
    assert gathered_round(later, "welcome") is None


def test_what_was_gathered_comes_back_from_disk(tmp_path: Path) -> None:
    """The file is the only memory."""
    kept = gathered()
    path = written(tmp_path, to_toml(to_table(kept)))
    assert load_assessment(path).assessment == kept
    assert "gathered = 41\n" in path.read_text("utf-8")


@pytest.mark.parametrize("said", ["0", "-1", "1000001", "2.0", "true", '"3"'])
def test_an_impossible_number_of_people_is_refused_with_its_key(said: str, tmp_path: Path) -> None:
    """A head count is used in statistics."""
    path = written(tmp_path, bent(doc(), "participants = 9", f"participants = 9\ngathered = {said}"))
    with pytest.raises(UnsoundInputError) as caught:
        load_assessment(path)
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.place.key) == (15, "workshop.gathered")
