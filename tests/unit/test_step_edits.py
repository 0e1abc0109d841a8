"""What people type about a step: each field is kept where it fits, and told in words where it does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Step
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord, Unplanned
from culture_tui.domain.step_edits import added, as_typed, edited, matching, placed
from culture_tui.planning.plan import plan
from support import NOW, digested, initiative, maturity_model, rated, step

START = date(2027, 1, 1)
WORKS = {"g1": initiative(step("greeting", 1, 2))}
MODEL = maturity_model({"care": ["greeting", "late-greeting", "parting"]}, WORKS)
BLANK = {"quarter": "", "status": "planned", "owner": "", "due": "", "note": ""}
NEW = {"title": "", "days": "5", "weeks": "6", "practice": "", "start": "", "end": ""}


def kept(*unplanned: Unplanned, **steps: PlannedStep) -> Assessment:
    """An assessment with a roadmap of six quarters from January 2027."""
    record = RoadmapRecord(start=START, quarters=6, capacity=(20.0,) * 6, steps=steps, unplanned=unplanned)
    return rated(MODEL, greeting=1).with_roadmap(record, NOW)


def step_of(of: Assessment, key: str = "g1") -> PlannedStep | None:
    """A step of the plan."""
    return of.roadmap.steps.get(key) if of.roadmap else None


def edit(of: Assessment, **typed: str) -> tuple[PlannedStep | None, dict[str, str]]:
    """The step after something was typed, and what is wrong in words."""
    before = {"quarter": "2", "status": "planned", "owner": "", "due": "", "note": ""}
    after, wrong = edited(of, "g1", before | typed, NOW)
    return step_of(after), {name: str(what) for name, what in wrong.items()}


def own(of: Assessment, **typed: str) -> tuple[OwnInitiative | None, dict[str, str]]:
    """The own step that is added by what was typed, and what is wrong in words."""
    after, key, wrong = added(of, MODEL.initiatives, BLANK | NEW | {"quarter": "1"} | typed, NOW, "")
    found = after.roadmap.own.get(key) if after.roadmap else None
    return found, {name: str(what) for name, what in wrong.items()}


@pytest.mark.parametrize(
    ("typed", "quarter"),
    [("3", 3), ("Q3 2027", 3), (" t2 2028 ", 6), ("1", 1), ("Trim. 1/2028", 5)],
)
def test_a_quarter_is_typed_by_number_or_by_name(typed: str, quarter: int) -> None:
    """Both stand on the screen, so both may be typed; a step that was moved is pinned."""
    assert edit(kept(g1=PlannedStep(quarter=2)), quarter=typed) == (
        PlannedStep(quarter=quarter, pinned=True),
        {},
    )


@pytest.mark.parametrize("typed", ["0", "99", "7", "-1", "Q5 2027", "Q3 2029", "two", "", "2.5", "٢"])
def test_a_quarter_that_the_roadmap_does_not_have_is_refused_in_words(typed: str) -> None:
    """The step stays where it was, and the words name what may be typed."""
    said = {"quarter": "the quarter must be one of the roadmap: a number from 1 to 6"}
    assert edit(kept(g1=PlannedStep(quarter=2)), quarter=typed) == (PlannedStep(quarter=2), said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-02-30", "the calendar has no day 2026-02-30"),
        ("2026-13-01", "the calendar has no day 2026-13-01"),
        ("1500-01-01", "the due date must look like 2027-03-31, or be empty"),
        ("20270331", "the due date must look like 2027-03-31, or be empty"),
        ("31.3.2027", "the due date must look like 2027-03-31, or be empty"),
        ("2027-03", "the due date must look like 2027-03-31, or be empty"),
    ],
)
def test_a_day_that_is_none_is_refused_and_the_rest_is_kept(typed: str, said: str) -> None:
    """An owner is not lost for a slip in a date."""
    after, wrong = edit(kept(g1=PlannedStep(quarter=2, due=START)), due=typed, owner="Lead")
    assert (after, wrong) == (PlannedStep(quarter=2, due=START, owner="Lead"), {"due": said})


def test_every_field_is_kept_as_it_was_typed() -> None:
    """Brackets, other scripts and line ends are text like any other."""
    note = "[post-mortem]\n\n\u0645\u0631\u062d\u0628\u0627 [/b] " + "x" * 10_000
    after, wrong = edit(
        kept(g1=PlannedStep(quarter=2)), status="started", owner=" [ops] lead ", due=" 2027-03-31 ", note=note
    )
    wanted = PlannedStep(quarter=2, status="started", owner="[ops] lead", due=date(2027, 3, 31), note=note)
    assert (after, wrong) == (wanted, {})


def test_a_text_that_is_too_long_is_refused_with_the_bound() -> None:
    """What does not fit into the file is said before it is lost."""
    after, wrong = edit(kept(g1=PlannedStep(quarter=2)), owner="x" * 301, note="x" * 20_001)
    assert after == PlannedStep(quarter=2)
    assert wrong == {"owner": "longer than 300 characters", "note": "longer than 20000 characters"}


def test_what_was_not_changed_is_no_change() -> None:
    """Opening and closing a window leaves nothing to take back."""
    of = kept(g1=PlannedStep(quarter=2))
    assert edited(of, "g1", BLANK | {"quarter": "Q2 2027"}, NOW)[0] is of


def test_what_did_not_fit_is_in_the_plan_once_it_has_a_quarter() -> None:
    """People may insist on what the program left out; then it is pinned, and no longer listed as left out."""
    of = kept(Unplanned(initiative="g1", reason="capacity"))
    assert edited(of, "g1", BLANK | {"owner": "Lead"}, NOW)[0] is of
    after, wrong = edited(of, "g1", BLANK | {"owner": "Lead", "quarter": "2"}, NOW)
    assert (step_of(after), wrong) == (PlannedStep(quarter=2, pinned=True, owner="Lead"), {})
    assert after.roadmap is not None
    assert after.roadmap.unplanned == ()


def test_steps_stay_in_the_order_of_their_quarters() -> None:
    """The file reads from first to last after a step was moved as well."""
    of = kept(a=PlannedStep(quarter=1), b=PlannedStep(quarter=2))
    after = placed(of, "a", PlannedStep(quarter=3), NOW)
    assert after.roadmap is not None
    assert list(after.roadmap.steps) == ["b", "a"]


def test_an_own_step_needs_only_a_title() -> None:
    """A good idea is written down in one line."""
    assert own(kept(), title=" Mirror [big] ") == (
        OwnInitiative(title="Mirror [big]", effort_days=5.0, weeks=6),
        {},
    )


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"title": "  "}, {"title": "the step needs a title"}),
        ({"days": "0"}, {"days": "the days must be a number above 0, at most 10000"}),
        ({"days": "nan"}, {"days": "the days must be a number above 0, at most 10000"}),
        ({"days": "10001"}, {"days": "the days must be a number above 0, at most 10000"}),
        ({"weeks": "0"}, {"weeks": "the weeks must be a whole number from 1 to 520"}),
        ({"weeks": "2.5"}, {"weeks": "the weeks must be a whole number from 1 to 520"}),
        ({"title": "x" * 301}, {"title": "longer than 300 characters"}),
    ],
)
def test_an_own_step_without_what_it_must_have_is_not_made(
    typed: dict[str, str], wrong: dict[str, str]
) -> None:
    """A step of no days would make room for everything."""
    assert own(kept(), **{"title": "Mirror", **typed}) == (None, wrong)


def test_days_may_have_a_comma() -> None:
    """Half of Europe writes half a day so."""
    found, _wrong = own(kept(), title="Mirror", days="2,5")
    assert found is not None
    assert found.effort_days == 2.5


@pytest.mark.parametrize(
    ("practice", "start", "end", "steps", "wrong"),
    [
        ("part", "1", "3", (step("parting", 1, 3),), {}),
        ("greeting", "2", "3", (step("greeting", 2, 3),), {}),
        ("GREET", "1", "2", (), {"practice": "2 practices have this in their title: pick one of them"}),
        ("zzz", "1", "2", (), {"practice": "no practice has “zzz” in its title"}),
        ("part", "", "", (), {"start": "say from which level to which it lifts the practice"}),
        ("part", "0", "2", (), {"start": "the level must be a whole number from 1 to 5"}),
        ("part", "2", "9", (), {"end": "the level must be a whole number from 1 to 5"}),
        ("part", "3", "3", (), {"end": "a step goes up: from 3 to 3 does not"}),
    ],
)
def test_what_an_own_step_lifts_is_found_by_a_part_of_the_title(
    practice: str, start: str, end: str, steps: tuple[Step, ...], wrong: dict[str, str]
) -> None:
    """Nobody knows the ids of a model; the step is kept even where its lift is not settled yet."""
    found, said = own(kept(), title="Mirror", practice=practice, start=start, end=end)
    assert found is not None
    assert (found.steps, said) == (steps, wrong)


def test_practices_match_in_any_case_and_an_exact_title_alone() -> None:
    """“greeting” names one practice although it stands in the title of another."""
    of = digested(MODEL)
    assert matching(of, "EETI") == ["greeting", "late-greeting"]
    assert matching(of, "greeting") == ["greeting"]
    assert matching(of, " late-GREET ") == ["late-greeting"]
    assert matching(of, "  ") == []


def test_an_own_step_keeps_its_place_under_the_id_of_its_newest_title() -> None:
    """It is saved at the first letter, and still gets the id of the whole title."""
    typed = BLANK | NEW | {"quarter": "2", "title": "M", "note": "n"}
    first, key, _wrong = added(kept(), MODEL.initiatives, typed, NOW, "")
    assert (key, step_of(first, key)) == ("own-m", PlannedStep(quarter=2, note="n"))
    second, key, _wrong = added(first, MODEL.initiatives, typed | {"title": "Mirror"}, NOW, key)
    assert second.roadmap is not None
    assert (list(second.roadmap.own), list(second.roadmap.steps)) == (["own-mirror"], ["own-mirror"])
    same, again, wrong = added(second, MODEL.initiatives, typed | {"title": " "}, NOW, key)
    assert (same, again, list(wrong)) == (second, "own-mirror", ["title"])


def test_an_own_step_can_be_edited_whole() -> None:
    """What the group wrote itself it may also write anew; what it lifted besides is not lost."""
    two = OwnInitiative(
        title="Mirror", steps=(step("greeting", 1, 2), step("parting", 1, 2)), effort_days=2.0, weeks=4
    )
    record = kept(**{"own-mirror": PlannedStep(quarter=2)}).roadmap
    assert record is not None
    of = kept().with_roadmap(record.model_copy(update={"own": {"own-mirror": two}}), NOW)
    typed = BLANK | {"quarter": "2"} | as_typed(of.model, two)
    assert edited(of, "own-mirror", typed, NOW)[0] is of
    after, wrong = edited(of, "own-mirror", typed | {"title": "Glass", "end": "3", "weeks": "x"}, NOW)
    assert after.roadmap is not None
    assert list(wrong) == ["weeks"]
    assert after.roadmap.own["own-mirror"] == two.model_copy(
        update={"title": "Glass", "steps": (step("greeting", 1, 3), step("parting", 1, 2))}
    )


texts = st.text(max_size=30)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys([*BLANK, *NEW], texts)))
def test_whatever_is_typed_the_plan_stays_one_that_can_be_kept(typed: dict[str, str]) -> None:
    """No text may crash the window, or make a file that cannot be read again."""
    of = kept(g1=PlannedStep(quarter=2))
    edited(of, "g1", typed, NOW)
    after, _key, _wrong = added(of, MODEL.initiatives, typed | {"title": typed["title"] + "T"}, NOW, "")
    assert Assessment.model_validate(after.model_dump(by_alias=True)) == after
    plan(after, with_own_steps(MODEL, after), start=START)
