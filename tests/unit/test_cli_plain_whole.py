"""The whole line by line: moving about, results, symptoms, roadmap, the frame, and the end."""

from __future__ import annotations

from datetime import date

import pytest

from culture_tui.commands.plain.conversation import prompt
from culture_tui.domain.own_steps import with_own_step
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord
from support import NOW, maturity_model, step
from talking import MODEL, Room, resumed, room

RATED = ("2", "3", "4", "4")


@pytest.mark.parametrize("where", ["3", "welcome", "WELCOME", "wel", "elcom", "Wélcome"])
def test_goto_takes_a_number_an_id_or_a_part_of_a_title(where: str) -> None:
    """A group jumps to what it wants to talk about."""
    assert room(f"goto {where}").session.item == "welcome"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("5", "there are 4, from 1 on"),
        ("0", "there are 4, from 1 on"),
        ("wlcome", "did you mean welcome (welcome)?"),
        ("e", "did you mean welcome (welcome), farewell (farewell)?"),
        ("xyzzy", "nothing is called so; list tells what there is"),
    ],
)
def test_goto_asks_where_it_is_not_sure(where: str, said: str) -> None:
    """A guess would rate the wrong practice."""
    held = room(f"goto {where}")
    assert held.wrong == (said,)
    assert held.session.item == "mission"


def test_back_stays_at_the_first_and_comes_back_from_the_end() -> None:
    """There is nothing before the first."""
    first = room("back")
    assert (first.session.item, first.said) == ("mission", ("This is the first one.",))
    assert room(*RATED, "back").session.item == "farewell"


def test_on_from_the_end_leads_to_what_has_no_answer() -> None:
    """What was skipped is not lost."""
    held = room("skip", "3", "4", "4", "")
    assert held.session.item == "mission"
    assert room(*RATED, "").session.item is None


def test_again_reads_the_question_once_more() -> None:
    """Somebody came in late."""
    held = room("again")
    assert held.said[:2] == ("Practice 1 of 4, purpose: mission.", "How is it here?")
    assert "Level 2, Level 2: b" in held.said


def test_what_is_settled_is_said_with_the_question() -> None:
    """Whoever goes back hears what was agreed."""
    held = room("target 5", "note hello", "3", "back")
    assert "So far: level 3 Level 3, target 5." in held.said
    assert "There is a note; more reads it." in held.said


def test_more_reads_all_that_is_known() -> None:
    """Nothing that was written down is out of reach."""
    lines = ("note hello", "evidence The board", "confidence low", "hands 2 2 3 3 3", "hands 3 3 3 3 3")
    held = room(*lines, "2 because of us", "back", "more")
    assert held.said[:4] == (
        "Why this level: of us",
        "Confidence: low.",
        "Note: hello",
        "Evidence: The board",
    )
    assert [said for said in held.said if said.startswith("Round")] == [
        "Round 1, 5 votes.",
        "Round 2, 5 votes.",
    ]
    assert room("more").said == ("There is nothing more about it.",)


def test_list_tells_everything_with_its_state() -> None:
    """Each with its number, which goto takes."""
    held = room("3", "park", "na not ours.", "list")
    assert held.said == (
        "1, mission: level 3 Level 3.",
        "2, vision: parked for later.",
        "3, welcome: not applicable, because: not ours.",
        "4, farewell: no answer yet.",
    )


def test_open_tells_what_is_left() -> None:
    """Parked is not forgotten."""
    held = room("3", "park", "open")
    assert held.said == (
        "2, vision: parked for later.",
        "Without an answer, 2: welcome, farewell.",
    )
    assert room(*RATED, "open").said == ("Nothing is open: everything has an answer.",)


def test_results_are_sentences() -> None:
    """Level, score, coverage, what holds back, each dimension."""
    held = room(*RATED, "results")
    assert held.said[0] == "Overall it holds level 2 Level 2 of 5, score 3.3; 4 of 4 rated."
    assert held.said[1].startswith("Held back by: purpose (holds 2)")
    assert "care: level 4 Level 4, score 4.0, 2 of 2 rated." in held.said
    assert "Worth a talk: care 4.0, but purpose 2.5: Care shows the purpose." in held.said
    assert "Nothing is rated in: care." in room("2", "results").said
    wide = maturity_model({key: [f"of-{key}"] for key in "abcd"}, {})
    told = room("1", "1", "1", "1", "results", model=wide).said[1]
    assert told == "Held back by: a (holds 1), b (holds 1), c (holds 1) and 1 more."
    assert room("results").said == ("Nothing is rated yet, so there is no level and no score.",)


def test_results_say_how_far_the_votes_agreed() -> None:
    """Only rounds of five votes and more have a word."""
    held = room("hands 3 3 3 3 3", "accept", "hands 1 1", "accept", "park", "results")
    assert held.said[-2:] == (
        "Last rounds of votes: 1 all agreed, 1 of fewer than 5 votes.",
        "Left open: parked 1.",
    )
    assert room("park", "results").said[-1] == "Left open: parked 1."


def test_a_contradiction_is_told_when_it_arises_and_once() -> None:
    """It is a conversation to have while the people are there."""
    told = "Worth a talk: care 4.0, but purpose 2.5: Care shows the purpose."
    held = room("2", "3", "4")
    assert told not in held.said, "one practice of care is still to come"
    assert told in held.hear("4").said
    for lines in (("back", "5"), ("mode pulse", "mode full")):
        assert not [said for said in held.hear(*lines).said if said.startswith("Worth")]


def test_a_symptom_that_nothing_explains_is_told() -> None:
    """People leave, and the welcome is rated 4."""
    held = room(*RATED, "symptoms", "often")
    assert any(said.startswith("Worth a talk: “People leave” is seen often") for said in held.said)


def test_symptoms_are_asked_one_by_one() -> None:
    """Never, sometimes, often; an empty line leaves one out."""
    held = room("symptoms")
    assert held.said[1:] == ("Symptom 1 of 2: People leave.", "Who left?")
    assert prompt(held.session) == "People leave"
    held.hear("", "s")
    assert held.said[-1] == "All symptoms have been asked."
    assert {key: each.seen for key, each in held.session.assessment.symptoms.items()} == {
        "silence": "sometimes"
    }
    assert prompt(held.session) == "mission"


def test_among_symptoms_one_can_go_back_undo_and_leave() -> None:
    """The second thought belongs to the first symptom."""
    held = room("symptoms", "never", "back")
    assert held.said == ("Symptom 1 of 2: People leave.", "Who left?", "So far: never.")
    held.hear("often", "undo")
    assert held.session.assessment.symptoms["turnover"].seen == "never"
    assert prompt(held.session) == "People leave"
    assert held.hear("list").said[0].startswith("1, mission")
    assert prompt(held.session) == "mission"


def test_the_roadmap_is_told_by_quarters() -> None:
    """What to do, by whom, and what it brings; no arrows, which are read out as such."""
    held = room(*RATED, "roadmap")
    assert held.said[0].startswith("Q1 2027: ")
    assert "In Q1 2027, planned: To do. Lifts mission 2 to 3. 5 days, led by nobody yet." in held.said
    assert held.session.assessment.roadmap is None
    own = OwnInitiative(title="Mirror", steps=(step("mission", 2, 3),), effort_days=9.0, weeks=4)
    record = RoadmapRecord(start=date(2027, 1, 1), quarters=1, capacity=(20.0,))
    of = held.session.assessment.with_roadmap(record, NOW)
    told = resumed(with_own_step(of, "own-mirror", own, PlannedStep(quarter=1), NOW)).hear("roadmap").text
    assert "In Q1 2027, planned: Mirror. Lifts mission 2 to 3. 9 days, led by nobody yet." in told
    assert room("roadmap").said == ("Nothing is rated yet, so there is nothing to plan.",)


def test_the_assessment_before_is_told() -> None:
    """Did we do what we set out to do?"""
    before = room("note was cold", "target 4", "hands 2 2 3", "2").session.assessment
    steps = {"say-why": PlannedStep(quarter=1, status="started"), "greet": PlannedStep(quarter=1)}
    record = RoadmapRecord(start=date(2026, 10, 1), quarters=1, capacity=(20.0,), steps=steps)
    before = before.model_copy(update={"id": "2026-05-12-desk-aaaa"})
    held = resumed(room().session.assessment, previous=before.with_roadmap(record, NOW)).hear("last")
    assert held.said == (
        "On 2026-11-21: level 2 Level 2.",
        "The target was 4.",
        "Note: was cold",
        "Round 1, 3 votes.",
        "Level 2: 2, level 3: 1.",
        "Still to do: To do, Q4 2026, started.",
    )
    assert "The target of 4 is met." in held.hear("4", "back", "last").said
    assert "The target of 4 is not met yet." in held.hear("3", "back", "last").said
    assert held.hear("goto vision", "last").said == ("The assessment before this one says nothing about it.",)
    assert room("last").wrong == ("no assessment before this one is at hand",)


def test_help_tells_everything_and_then_what_matters_here() -> None:
    """The last line is what one needs."""
    held = room("help")
    assert held.said[0] == "1 to 5: the group agrees on this level."
    assert held.said[-1] == "Here: a level from 1 to 5, votes, note, na, next, back."
    assert room("help back").said == room("help b").said == ("back: go to the one before.",)
    assert room("help note").said == ("note TEXT: keep what was said, in place of the note before.",)
    assert room("help 3").wrong == room("help xyzzy").wrong == ("help tells what can be typed",)
    assert room("hands 2 3", "help").said[-1].startswith("Here: accept, LEVEL because REASON")
    assert room(*RATED, "help").said[-1].startswith("Here: results")


def test_a_pulse_asks_one_question_a_dimension_and_keeps_what_there_was() -> None:
    """Time runs out; the group goes on in short."""
    held = room("3", "4", "mode pulse")
    assert held.said[:2] == ("Mode: pulse.", "2 questions are asked.")
    assert held.session.item == "care"
    assert "Question 2 of 2, whole: care." in held.said
    held.hear("2", "mode full")
    assert held.rating("mission").level == 3
    assert held.session.assessment.pulse["care"].level == 2
    assert held.said[0] == "Mode: full."
    assert room("3", "mode pulse", "mode full").session.item == "vision", "mission is settled"
    assert room("mode").said == ("Mode: full.", "4 practices are asked.")
    assert room("mode half").wrong == ("the mode is full or pulse",)


def test_the_scope_can_be_narrowed_and_widened() -> None:
    """Half a day becomes an hour."""
    held = room("scope care")
    assert held.said[:2] == ("Scope: care.", "2 practices are asked.")
    assert held.session.item == "welcome"
    assert held.hear("scope all").said[:2] == ("Scope: everything.", "4 practices are asked.")
    assert held.session.item == "welcome"
    assert held.hear("scope purpose, care").session.assessment.workshop.scope == ("purpose", "care")
    assert held.hear("scope").said[0] == "Scope: purpose, care."
    assert held.hear("scope caer").wrong == ("did you mean care (care)?",)
    assert held.hear("scope ,").wrong


def test_people_come_and_go() -> None:
    """The head count is what votes are held against."""
    held = room("people 7")
    assert (held.session.assessment.workshop.participants, held.said) == (7, ("7 people in the room.",))
    assert held.hear("people 1").said == ("1 person in the room.",)
    assert held.hear("people").said == ("1 person in the room.",)
    assert room("people").said == ("How many people are in the room has not been said.",)
    for many in ("0", "-1", "1000001", "many", "1.5"):
        assert held.hear(f"people {many}").wrong


def finished(held: Room) -> bool:
    """Whether it has become final, and the run is over."""
    return held.session.ended and held.session.assessment.status == "final"


def test_finish_makes_it_final_and_ends() -> None:
    """The workshop is over."""
    assert finished(room(*RATED, "finish"))


def test_finish_asks_where_something_has_no_answer() -> None:
    """Final takes no change."""
    held = room("3", "finish")
    assert held.said == (
        "Still open:",
        "3 not rated: vision, welcome, farewell.",
        "1 without a note or evidence: mission.",
    )
    assert prompt(held.session) == "Make it final all the same, yes or no?"
    assert not finished(held)
    assert finished(held.hear("yes"))
    held = room("3", "finish", "no")
    assert (held.said, finished(held)) == (("It stays a draft.",), False)
    assert room("3", "finish", "4").rating("vision").level == 4


def test_split_and_parked_do_not_keep_from_finishing() -> None:
    """The group left them open on purpose."""
    held = room("park", "hands 1 5", "split", "4", "note x", "4", "finish")
    assert finished(held)
    assert held.said == (
        "Still open:",
        "1 parked: mission.",
        "1 recorded as split: vision.",
        "1 without a note or evidence: welcome.",
        "The assessment is final: it can be read and exported, not changed.",
        "`culture assess --plain --reopen REASON FILE` makes it a draft again.",
    )


@pytest.mark.parametrize("line", ["quit", "q", "QUIT"])
def test_quit_ends_and_changes_nothing(line: str) -> None:
    """Leaving is one word."""
    held = room("3")
    before = held.session.assessment
    assert held.hear(line).session.ended
    assert held.session.assessment is before


def test_a_model_without_symptoms_has_none_to_ask() -> None:
    """A model of one's own may be small."""
    bare = MODEL.model_copy(update={"symptoms": {}})
    assert room("symptoms", model=bare).wrong == ("the model has no symptoms",)
