"""An assessment is a value: each answer makes another, and what does not fit is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from pydantic import ValidationError

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.consistency import problems_of
from culture_tui.domain.records import Evidence, Rating, RoadmapRecord, SymptomSeen, Workshop
from culture_tui.errors import UnsoundInputError
from support import NOW, assessment, skeleton

MODEL = skeleton({"care": ["a", "b"]})
LATER = NOW + timedelta(minutes=5)
FULL = Rating(
    level=3,
    target=4,
    confidence="low",
    note="loud",
    evidence=(Evidence(text="a list"),),
    rounds=((0, 2, 3, 0, 0),),
    reason="the boss spoke first",
    rated_at=NOW,
)


def kept() -> Assessment:
    """An assessment in which much is known about `a`."""
    return assessment(MODEL, {"b": 2}, ratings={"a": FULL})


def told(of: Assessment) -> list[str]:
    """The problems as a person reads them."""
    return [str(problem) for problem in problems_of(of)]


def test_to_rate_makes_another_assessment_and_leaves_the_old_one() -> None:
    """Undo is keeping the old one."""
    before = kept()
    after = before.with_level("b", 5, LATER)
    assert (before.rating("b").level, after.rating("b").level) == (2, 5)
    assert (before.updated, after.updated) == (NOW, LATER)
    assert after.rating("b").rated_at == LATER


def test_a_new_level_keeps_all_that_was_said() -> None:
    """A change of mind must not cost the notes, the evidence or the votes; a reason was for the old level."""
    after = kept().with_level("a", 4, LATER)
    assert after.rating("a") == FULL.model_copy(update={"level": 4, "rated_at": LATER, "reason": ""})
    assert after.rating("b") == kept().rating("b")


def test_a_level_off_the_median_comes_with_its_reason() -> None:
    """Somebody will ask why the group did not take the middle."""
    after = kept().with_level("a", 4, LATER, "the new tool counts as well")
    assert (after.rating("a").level, after.rating("a").reason) == (4, "the new tool counts as well")


def test_a_round_is_kept_behind_those_before_and_the_level_stays() -> None:
    """All rounds are kept; what was agreed holds until something else is."""
    after = kept().with_round("a", (0, 0, 5, 0, 0), LATER)
    assert after.rating("a") == FULL.model_copy(update={"rounds": ((0, 2, 3, 0, 0), (0, 0, 5, 0, 0))})


def test_the_first_round_of_the_room_is_never_taken_for_the_votes_before() -> None:
    """Where votes were gathered before, a practice that nobody answered then has an empty round 0."""
    before = kept().with_workshop(kept().workshop.model_copy(update={"gathered": 9}), NOW)
    once = before.with_round("b", (0, 0, 0, 4, 0), LATER)
    assert once.rating("b").rounds == ((0, 0, 0, 0, 0), (0, 0, 0, 4, 0))
    assert once.with_round("b", (0, 0, 0, 0, 4), LATER).rating("b").rounds[2:] == ((0, 0, 0, 0, 4),)


@pytest.mark.parametrize("votes", [(0, 0, 0, 0, 0), (1, 2, 3), (1, 2, 3, 4, 5, 6), (-1, 2, 0, 0, 0)])
def test_a_round_that_is_no_round_is_refused(votes: tuple[int, ...]) -> None:
    """A histogram of another scale would be counted against the wrong levels."""
    with pytest.raises(UnsoundInputError):
        kept().with_round("a", votes, LATER)


@pytest.mark.parametrize("how", ["split", "parked"])
def test_what_is_left_open_has_no_level_and_keeps_its_votes(how: Literal["split", "parked"]) -> None:
    """A split is a result: it is kept as votes, and never as a number that nobody chose."""
    after = kept().with_left_open("a", how, LATER)
    rating = after.rating("a")
    assert (rating.left_open, rating.level, rating.reason) == (how, None, "")
    assert (rating.rounds, rating.note) == (FULL.rounds, FULL.note)
    assert rating.is_settled


@pytest.mark.parametrize(
    "settled",
    [
        lambda of: of.with_level("a", 2, LATER),
        lambda of: of.with_not_applicable("a", "no guests", LATER),
        lambda of: of.with_round("a", (1, 0, 0, 0, 1), LATER),
    ],
)
def test_settling_it_after_all_closes_what_was_open(settled: Callable[[Assessment], Assessment]) -> None:
    """A practice that was parked in the morning and rated in the afternoon is rated."""
    assert settled(kept().with_left_open("a", "parked", NOW)).rating("a").left_open is None


def test_a_rating_is_settled_in_one_way_only() -> None:
    """A level for what was left open would count in one place and not in another."""
    for other in ({"level": 3}, {"not_applicable": "no guests"}):
        with pytest.raises(ValidationError):
            Rating.model_validate({"left_open": "split", **other})


def test_a_symptom_is_answered_and_taken_back() -> None:
    """Not asked is something else than never seen."""
    seen = SymptomSeen(seen="often", note="each month")
    after = kept().with_symptom("turnover", seen, LATER).with_symptom("rework", seen, LATER)
    assert dict(after.symptoms) == {"turnover": seen, "rework": seen}
    assert dict(after.with_symptom("turnover", None, LATER).symptoms) == {"rework": seen}


def test_in_pulse_mode_answers_go_to_the_dimensions_and_those_of_practices_stay() -> None:
    """Switching the mode must not cost an answer."""
    full = kept()
    pulse = full.with_workshop(full.workshop.model_copy(update={"mode": "pulse"}), NOW)
    assert pulse.answer("care") == Rating()
    after = pulse.with_level("care", 3, LATER).with_note("care", "quiet", LATER)
    assert (after.answer("care").level, after.answer("care").note) == (3, "quiet")
    assert after.ratings == full.ratings
    back = after.with_workshop(full.workshop, LATER)
    assert back.answer("a") == FULL
    with pytest.raises(UnsoundInputError, match=r"pulse\.a"):
        after.with_level("a", 3, LATER)


def test_taking_a_level_back_leaves_the_practice_unrated() -> None:
    """Taken back is as if never rated: no level, no time, but the note is still there."""
    after = kept().with_level("a", None, LATER)
    assert after.rating("a") == FULL.model_copy(update={"level": None, "rated_at": None, "reason": ""})


def test_not_applicable_drops_the_level_and_a_level_drops_not_applicable() -> None:
    """A practice is one or the other, never both."""
    aside = kept().with_not_applicable("a", "no night shift", LATER)
    assert (aside.rating("a").level, aside.rating("a").not_applicable) == (None, "no night shift")
    assert aside.rating("a").note == "loud"
    back = aside.with_level("a", 2, LATER)
    assert (back.rating("a").level, back.rating("a").not_applicable) == (2, None)
    with pytest.raises(ValidationError):
        Rating(level=3, not_applicable="no night shift")


def test_target_note_and_evidence_change_nothing_else() -> None:
    """Each key does one thing."""
    assert kept().with_target("a", 5, LATER).rating("a") == FULL.model_copy(update={"target": 5})
    assert kept().with_target("a", None, LATER).rating("a") == FULL.model_copy(update={"target": None})
    assert kept().with_note("a", "calm", LATER).rating("a") == FULL.model_copy(update={"note": "calm"})
    shown = (Evidence(text="a photo", link="https://example.org"),)
    assert kept().with_evidence("a", shown, LATER).rating("a") == FULL.model_copy(update={"evidence": shown})


@pytest.mark.parametrize("level", [0, 6, -1])
def test_a_level_or_target_off_the_scale_is_refused(level: int) -> None:
    """A slip on the keyboard must not become a rating; the message names the scale."""
    sentence = f"ratings.a: level {level} is not on the scale of 1 to 5"
    with pytest.raises(UnsoundInputError) as refused:
        kept().with_level("a", level, LATER)
    assert str(refused.value) == sentence
    with pytest.raises(UnsoundInputError) as refused:
        kept().with_target("a", level, LATER)
    assert str(refused.value) == sentence


def test_both_ends_of_the_scale_are_levels() -> None:
    """A model may have ten levels, or two."""
    ten = assessment(skeleton({"care": ["a"]}, levels=10))
    assert ten.with_level("a", 10, NOW).with_target("a", 10, NOW).rating("a").level == 10
    assert ten.with_level("a", 1, NOW).with_target("a", 1, NOW).rating("a").target == 1


def test_a_practice_that_the_model_does_not_have_is_refused() -> None:
    """A level for a mistyped id would be lost without a word."""
    with pytest.raises(UnsoundInputError) as refused:
        kept().with_note("visoin", "?", LATER)
    assert str(refused.value) == "ratings.visoin: the model has no practice `visoin`"


def test_a_text_that_people_type_is_cleaned() -> None:
    """What is typed or pasted is as untrusted as what is read."""
    assert kept().with_note("a", "a\x1b[2Jb", LATER).rating("a").note == "a␛[2Jb"


def test_a_roadmap_is_kept_beside_the_ratings() -> None:
    """To plan changes nothing that the group said."""
    plan = RoadmapRecord(start=NOW.date(), quarters=1, capacity=(5.0,))
    after = kept().with_roadmap(plan, LATER)
    assert (after.roadmap, after.updated, after.ratings) == (plan, LATER, kept().ratings)


def test_values_cannot_be_changed_in_place() -> None:
    """Whoever holds an assessment holds what it was."""
    name = "level"
    with pytest.raises(ValidationError):
        setattr(FULL, name, 1)


@pytest.mark.parametrize("level", [True, "3", 3.0, 0, 11])
def test_nothing_is_guessed_from_a_file(level: object) -> None:
    """A quoted 3 is a mistake to be told, not a level."""
    with pytest.raises(ValidationError):
        Rating.model_validate({"level": level})


def test_a_sound_assessment_has_no_problems() -> None:
    """A whole workshop passes."""
    assert told(kept()) == []


def test_every_level_target_and_round_is_held_against_the_scale() -> None:
    """A file edited by hand says where it went wrong."""
    small = skeleton({"care": ["a", "b"]}, levels=3)
    bad = {"a": Rating(level=4, target=5, rounds=((1, 0, 0), (1, 0))), "b": Rating(level=3, target=3)}
    of = assessment(small, ratings=bad).model_copy(update={"pulse": {"care": Rating(level=4)}})
    assert told(of) == [
        "ratings.a.level: level 4 is not on the scale of 1 to 3",
        "ratings.a.target: level 5 is not on the scale of 1 to 3",
        "ratings.a.rounds: a round of 2 numbers for a scale of 3 levels",
        "pulse.care.level: level 4 is not on the scale of 1 to 3",
    ]


def test_a_scope_that_the_model_does_not_have_is_told() -> None:
    """A mistyped part would silently leave the group without a single question."""
    workshop = Workshop(date=NOW.date(), scope=("whole", "care", "cure"))
    of = kept().model_copy(update={"workshop": workshop})
    assert told(of) == ["workshop.scope: the model has no part or dimension `cure`"]
