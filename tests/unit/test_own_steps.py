"""Steps that a group adds to a roadmap itself: kept, planned with, and harmless where they are odd."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.consistency import problems_of
from culture_tui.domain.own_steps import own_id, with_own_step, with_own_steps, without_step
from culture_tui.domain.projecting import projections
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord
from culture_tui.errors import UnsoundInputError
from culture_tui.planning.plan import plan
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from support import NOW, initiative, maturity_model, rated, step

START = date(2027, 1, 1)
MODEL = maturity_model(
    {"care": ["a", "b"]}, {"a1": initiative(step("a", 1, 2)), "b1": initiative(step("b", 1, 2))}
)
MIRROR = OwnInitiative(title="Mirror", steps=(step("a", 1, 2),), effort_days=9.0, weeks=4)
BARE = OwnInitiative(title="Talk", effort_days=1.0, weeks=1)


def planned(**own: OwnInitiative) -> Assessment:
    """Both practices at 1, with a plan of three quarters and these own steps in its last one."""
    of = rated(MODEL, a=1, b=1)
    for key, each in own.items():
        of = of if of.roadmap else of.with_roadmap(plan(of, MODEL, start=START, quarters=3), NOW)
        of = with_own_step(of, f"own-{key}", each, PlannedStep(quarter=3), NOW)
    return of


def replanned(of: Assessment) -> RoadmapRecord:
    """Planned anew."""
    return plan(of, with_own_steps(MODEL, of), start=START)


def test_an_assessment_without_own_steps_has_the_model_as_it_is() -> None:
    """Nothing is copied for those who need nothing."""
    assert with_own_steps(MODEL, rated(MODEL, a=1)) is MODEL


def test_an_own_step_is_one_of_the_initiatives() -> None:
    """Planning, projections and documents need no second path."""
    of = planned(mirror=MIRROR)
    whole = with_own_steps(MODEL, of)
    assert list(whole.initiatives) == ["a1", "b1", "own-mirror"]
    assert of.roadmap is not None
    assert [each.overall.score for each in projections(of, whole, of.roadmap)] == [2.0, 2.0, 2.0]


def test_an_own_step_stays_where_it_was_put() -> None:
    """What the group thought of itself is not moved by a program."""
    of = planned(mirror=MIRROR, talk=BARE)
    assert of.roadmap is not None
    after = replanned(of)
    assert after.own == of.roadmap.own
    assert {key: after.steps[key] for key in after.own} == {key: PlannedStep(quarter=3) for key in after.own}


def test_what_an_own_step_brings_is_not_planned_twice() -> None:
    """The group has chosen its own way to the level; the model's is not needed beside it."""
    assert sorted(replanned(planned(mirror=MIRROR)).steps) == ["b1", "own-mirror"]
    assert sorted(replanned(planned(talk=BARE)).steps) == ["a1", "b1", "own-talk"]


def test_a_dropped_initiative_makes_room_for_another_that_brings_the_same() -> None:
    """To say no to one way is not to give up the level."""
    two = maturity_model(
        {"care": ["a"]},
        {"dear": initiative(step("a", 1, 2), effort=9), "cheap": initiative(step("a", 1, 2), effort=3)},
    )
    of = rated(two, a=1)
    first = plan(of, two, start=START)
    assert list(first.steps) == ["cheap"]
    dropped = of.with_roadmap(first, NOW).with_step("cheap", NOW, status="dropped")
    after = plan(dropped, two, start=START)
    assert {key: each.status for key, each in after.steps.items()} == {"cheap": "dropped", "dear": "planned"}


def test_an_own_step_without_a_place_is_in_the_first_quarter() -> None:
    """A file written by hand is not refused for a line that can be guessed."""
    kept = RoadmapRecord(start=START, quarters=1, capacity=(9.0,), own={"own-talk": BARE})
    assert replanned(rated(MODEL, a=1).with_roadmap(kept, NOW)).steps["own-talk"] == PlannedStep(quarter=1)


def test_what_an_own_step_says_about_unknown_things_is_left_out() -> None:
    """A file from a colleague with another model must never crash a plan."""
    odd = BARE.model_copy(update={"steps": (step("gone", 1, 2), step("b", 1, 2)), "needs": ("gone", "a1")})
    of = planned(odd=odd)
    found = with_own_steps(MODEL, of).initiatives["own-odd"]
    assert (found.steps, found.needs) == ((step("b", 1, 2),), ("a1",))
    assert "own-odd" in replanned(of).steps


def test_a_removed_own_step_leaves_nothing_behind() -> None:
    """An id without an initiative would be a stranger in the plan."""
    of = planned(mirror=MIRROR)
    after = without_step(of, "own-mirror", NOW)
    assert after.roadmap is not None
    assert (dict(after.roadmap.own), "own-mirror" in after.roadmap.steps) == ({}, False)


def test_without_a_plan_there_is_no_place_for_an_own_step() -> None:
    """In pulse mode nothing is planned; what cannot be kept is refused, not lost."""
    with pytest.raises(UnsoundInputError, match="not in the plan"):
        with_own_step(rated(MODEL), "own-talk", BARE, PlannedStep(quarter=1), NOW)


@pytest.mark.parametrize(
    ("title", "taken", "key"),
    [
        ("Mirror at the door", (), "own-mirror-at-the-door"),
        ("Ärger [früh] ansprechen!", (), "own-arger-fruh-ansprechen"),
        ("مرآة", (), "own-step"),
        ("Talk", ("own-talk",), "own-talk-2"),
        ("Talk", ("own-talk", "own-talk-2"), "own-talk-3"),
        ("x" * 300, (), "own-" + "x" * 40),
        ("...", ("own-step",), "own-step-2"),
    ],
)
def test_an_id_is_made_from_the_title(title: str, taken: tuple[str, ...], key: str) -> None:
    """A file that people read names its steps in words."""
    assert own_id(title, taken) == key


def test_an_own_step_comes_back_from_its_file(tmp_path: Path) -> None:
    """What was added in the room is there tomorrow."""
    of = planned(mirror=MIRROR, talk=BARE)
    path = tmp_path / "a.toml"
    path.write_bytes(to_toml(to_table(of)))
    assert load_assessment(path).assessment == of
    assert "from = 1" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("lifted", "said"),
    [
        (step("gone", 1, 2), "the model has no practice `gone`"),
        (step("a", 1, 9), "level 9 is not on the scale of 1 to 5"),
        (step("a", 3, 3), "a step goes up: from 3 to 3 does not"),
    ],
)
def test_an_own_step_that_does_not_fit_the_model_is_named_with_its_line(
    lifted: object, said: str, tmp_path: Path
) -> None:
    """A slip in a file is told by the file, the line and the key."""
    of = planned(odd=BARE.model_copy(update={"steps": (lifted,)}))
    (problem,) = problems_of(of)
    assert (str(problem.place), str(problem.what)) == ("roadmap.own.own-odd.steps.0", said)
    path = tmp_path / "a.toml"
    path.write_bytes(to_toml(to_table(of)))
    lines = path.read_text("utf-8").splitlines()
    with pytest.raises(UnsoundInputError) as caught:
        load_assessment(path)
    (told,) = caught.value.problems
    assert told.place.line is not None
    assert lines[told.place.line - 1].startswith(("steps", "[[roadmap.own.own-odd.steps", "[roadmap.own"))
