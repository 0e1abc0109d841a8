"""Full and pulse: what each asks and takes, and that changing from one to the other loses nothing."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.modes import (
    Kept,
    Mode,
    Workload,
    deeper,
    kept_apart,
    place_in,
    scope_of,
    weakest,
    workload,
    workload_of,
)
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.projecting import projections
from culture_tui.domain.records import Rating
from culture_tui.domain.roadmap import candidates
from culture_tui.domain.settings import Settings
from culture_tui.planning.plan import plan
from culture_tui.reports.document import Document
from culture_tui.reports.markdown import markdown
from culture_tui.reports.modes import (
    kept_texts,
    mode_text,
    pulse_roadmap_text,
    switched_text,
    time_text,
    workload_text,
)
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.reports.roadmap import roadmap_document
from support import NOW, assessment, digested, flagship, initiative, maturity_model, skeleton, step

USUAL = Settings()
WORDS = NullTranslations()
MODEL = skeleton(
    {"one": ["a", "b"], "two": ["c"], "three": ["d"]},
    part_of={"one": "left", "two": "left", "three": "right"},
)


def prose(document: Document) -> str:
    """A document as it is read."""
    return markdown(document)


def asked_in(of: Assessment, mode: Mode, *scope: str) -> Assessment:
    """The same workshop in this mode and this scope."""
    return of.with_workshop(of.workshop.model_copy(update={"mode": mode, "scope": scope}), NOW)


def mixed() -> Assessment:
    """A workshop in full mode with three rated practices, and two answers of a pulse before it."""
    pulse = asked_in(assessment(MODEL), "pulse").with_level("one", 2, NOW).with_level("three", 4, NOW)
    full = asked_in(pulse, "full")
    return full.with_level("a", 3, NOW).with_level("c", 2, NOW).with_level("d", 5, NOW)


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("full", "36 practices, about 4 h 48 min at 8 minutes each"),
        ("pulse", "12 questions, about 1 h 30 min at 7.5 minutes each"),
    ],
)
def test_the_model_that_ships_takes_half_a_day_or_ninety_minutes(mode: Mode, said: str) -> None:
    """A facilitator books the room by this sentence."""
    model = flagship().model
    assert workload_text(workload(model.practices, mode, tuple(model.dimensions), USUAL), WORDS) == said
    assert workload_text(workload_of(asked_in(assessment(digested(model)), mode), USUAL), WORDS) == said


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (8, "8 min"), (60, "1 h"), (61, "1 h 1 min"), (1600, "26 h 40 min")]
)
def test_a_time_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    """Nobody divides 288 by 60 in front of a group."""
    assert time_text(minutes, WORDS) == said


def test_a_workload_follows_the_dimensions() -> None:
    """Half of the scope is half of the day; one question takes more than seven minutes."""
    assert workload(MODEL.practices, "full", ("one", "three"), USUAL) == Workload("full", 3, 8.0)
    assert workload(MODEL.practices, "full", ("one", "three"), USUAL).minutes == 24
    assert workload(MODEL.practices, "pulse", ("one",), USUAL).minutes == 8
    assert mode_text(Workload("pulse", 1, 7.5), WORDS) == "Pulse: 1 question, 8 min"
    assert mode_text(Workload("full", 1, 8.0), WORDS) == "Full: 1 practice, 8 min"


def test_a_workload_goes_by_the_minutes_of_the_settings() -> None:
    """Whoever gives a practice ten minutes books the room for longer: 4 x 10 = 40, and 3 x 5 = 15."""
    patient = Settings(minutes_a_practice=10, minutes_a_question=5)
    assert workload_of(assessment(MODEL), patient).minutes == 40
    assert workload(MODEL.practices, "full", ("one",), patient).minutes == 20
    said = workload_text(workload_of(asked_in(assessment(MODEL), "pulse"), patient), WORDS)
    assert said == "3 questions, about 15 min at 5 minutes each"


def test_a_scope_of_everything_is_kept_as_none() -> None:
    """A model that grows by a dimension is talked about as a whole by the next round too."""
    assert scope_of(MODEL.dimensions, ("three", "two", "one")) == ()
    assert scope_of(MODEL.dimensions, {"three", "one"}) == ("one", "three")


def test_what_does_not_count_now_is_kept_and_counted() -> None:
    """Whoever changes the mode sees that nothing is gone."""
    assert kept_apart(mixed()) == Kept(questions=2)
    assert kept_apart(asked_in(mixed(), "full", "left")) == Kept(questions=2, not_in_scope=1)
    assert kept_apart(asked_in(mixed(), "pulse")) == Kept(practices=3)
    assert kept_apart(asked_in(mixed(), "pulse", "right")) == Kept(practices=3, not_in_scope=1)
    assert kept_apart(assessment(MODEL)) == Kept()


def test_a_change_of_mode_says_what_became_of_the_answers() -> None:
    """The sentence that takes the fear out of the key."""
    assert switched_text(asked_in(mixed(), "pulse"), USUAL, WORDS) == (
        "3 questions now, about 23 min at 7.5 minutes each; "
        "the 3 practices answered so far are kept and count again in full mode"
    )
    assert switched_text(asked_in(mixed(), "full", "left"), USUAL, WORDS) == (
        "3 practices now, about 24 min at 8 minutes each; the 2 answers given so far are kept and count "
        "again in pulse mode; one answer that is not in scope is kept"
    )
    assert switched_text(assessment(MODEL), USUAL, WORDS) == "4 practices now, about 32 min at 8 minutes each"


def test_the_documents_say_what_is_kept_and_does_not_count() -> None:
    """The profile leaves it out; the reader must know that there is more."""
    assert kept_texts(assessment(MODEL), WORDS) == []
    told = prose(profile_document(asked_in(mixed(), "full", "two"), WORDS))
    assert "Kept, not in scope: 2 practices." in told
    assert "Kept from pulse mode: 2 answers. Full mode counts practices only." in told
    told = prose(profile_document(asked_in(mixed(), "pulse", "three"), WORDS))
    assert "Kept, not in scope: 1 question." in told
    assert "Kept from full mode: 3 practices. Pulse mode counts its own questions only." in told


def test_switching_there_and_back_gives_the_very_same_profile() -> None:
    """To look at the other mode costs nothing."""
    back = asked_in(asked_in(mixed(), "pulse", "left"), "full")
    assert profile_json(back) == profile_json(mixed())


def test_the_place_stays_with_what_is_talked_about() -> None:
    """The screen must not jump to the other end of the model when the mode changes."""
    assert place_in(asked_in(mixed(), "pulse"), "d") == "three"
    assert place_in(asked_in(mixed(), "full"), "d") == "d"
    assert place_in(asked_in(mixed(), "full"), "one") == "b"
    assert place_in(asked_in(mixed(), "full"), "three") == "d"
    assert place_in(asked_in(mixed(), "full", "left"), "d") == "b"
    assert place_in(asked_in(mixed(), "full", "two"), "a") == "c"
    assert place_in(asked_in(mixed(), "full"), "nonsense") == "b"


def test_the_weakest_of_a_pulse_are_asked_in_full() -> None:
    """An hour more goes where it helps most; what was answered stays."""
    pulse = asked_in(assessment(MODEL), "pulse")
    assert weakest(pulse) == []
    for key, level in (("one", 4), ("two", 1), ("three", 2)):
        pulse = pulse.with_level(key, level, NOW)
    assert weakest(pulse) == ["two", "three"]
    full = deeper(pulse, NOW)
    assert (full.workshop.mode, full.workshop.scope) == ("full", ("two", "three"))
    assert items_in_scope(full) == ["c", "d"]
    assert full.pulse == pulse.pulse
    assert deeper(asked_in(assessment(MODEL), "pulse"), NOW).workshop.scope == ()


def test_a_pulse_says_that_a_roadmap_needs_practices() -> None:
    """An empty plan without a word looks like a defect."""
    pulse = asked_in(assessment(MODEL), "pulse")
    assert pulse_roadmap_text(mixed(), WORDS) == ""
    assert pulse_roadmap_text(pulse, WORDS) == "Pulse mode: a roadmap needs rated practices."
    assert pulse_roadmap_text(pulse.with_level("two", 1, NOW), WORDS).endswith("Weakest in this pulse: two.")


def test_the_plan_of_full_mode_outlives_a_pulse() -> None:
    """Looking at the roadmap while a pulse asks must not empty it."""
    model = maturity_model({"one": ["a"], "two": ["b"]}, {"do-it": initiative(step("a", 2, 3))})
    full = assessment(digested(model), {"a": 2, "b": 2})
    pulse = asked_in(full, "pulse").with_level("two", 1, NOW)
    record = plan(full, model, start=NOW.date(), quarters=2, capacity=(10.0, 10.0))
    assert list(record.steps) == ["do-it"]
    assert [each.id for each in candidates(pulse, model)] == ["do-it"]
    assert projections(pulse, model, record)[-1].overall.score == 2.5
    told = prose(roadmap_document(pulse, model, record, WORDS))
    assert "Pulse mode: this roadmap rests on the practices rated in full mode." in told
    assert "Weakest in this pulse: two." in told


def test_a_pulse_lists_its_questions_with_votes_notes_and_evidence() -> None:
    """A report of a pulse that lists 36 practices as not rated is a report about something else."""
    pulse = asked_in(mixed(), "pulse").with_note("three", "Said by all [post-mortem]", NOW)
    told = prose(profile_document(pulse, WORDS))
    assert "Questions" in told
    assert "### three\n\n> Said by all" in told
    assert "Practices" not in told.split("Questions", 1)[1]


def test_the_data_of_a_pulse_have_a_table_of_their_own() -> None:
    """Other programs read the same keys as for a practice; in full mode the table is empty."""
    assert profile_json(mixed())["pulse"] == {}
    found = profile_json(asked_in(mixed(), "pulse", "left").with_round("one", (0, 2, 1, 0, 0), NOW))
    pulse, practices = found["pulse"], found["practices"]
    assert isinstance(pulse, dict)
    assert isinstance(practices, dict)
    assert list(pulse) == ["one", "two"]
    assert pulse["one"].keys() == practices["a"].keys()
    assert (pulse["one"]["level"], pulse["one"]["target"]) == (2, 3)
    assert pulse["one"]["agreement"]["n"] == 3
    assert (practices["a"]["level"], practices["a"]["target"]) == (3, 4)


def test_answers_to_what_the_model_does_not_know_are_not_counted_as_kept() -> None:
    """They are named by `culture check`; here they would make the numbers lie."""
    of = assessment(MODEL, ratings={"stranger": Rating(level=2)})
    assert kept_apart(asked_in(of, "pulse")) == Kept()
