"""The profile that a roadmap promises after each quarter."""

from __future__ import annotations

from culture_tui.domain.projecting import projections
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from support import NOW, initiative, maturity_model, rated, step


def record(quarters: int = 3, **steps: PlannedStep) -> RoadmapRecord:
    """A roadmap with these steps."""
    return RoadmapRecord(start=NOW.date(), quarters=quarters, capacity=(9.0,) * quarters, steps=steps)


def test_the_promised_profile_rises_in_the_quarter_in_which_a_step_ends() -> None:
    """A sponsor sees when to expect what; work that is under way has not lifted anything yet."""
    works = {"slow": initiative(step("a", 1, 2), weeks=26), "next": initiative(step("a", 2, 3))}
    model = maturity_model({"care": ["a", "b"]}, works)
    planned = record(slow=PlannedStep(quarter=1), next=PlannedStep(quarter=3))
    promised = projections(rated(model, a=1, b=1), model, planned)
    assert [each.overall.score for each in promised] == [1, 1.5, 2]


def test_dropped_steps_and_unknown_ones_promise_nothing() -> None:
    """What was given up, or belongs to another version of the model, lifts nobody."""
    model = maturity_model({"care": ["a"]}, {"a1": initiative(step("a", 1, 2))})
    planned = record(1, a1=PlannedStep(quarter=1, status="dropped"), gone=PlannedStep(quarter=1))
    assert projections(rated(model, a=1), model, planned)[0].overall.score == 1


def test_a_step_lifts_only_who_has_reached_its_start_and_never_lowers() -> None:
    """Two levels at once, a level back, or a level for what nobody rated would all be untrue."""
    model = maturity_model(
        {"care": ["a", "b", "c"]}, {"all": initiative(step("a", 2, 3), step("b", 1, 3), step("c", 1, 2))}
    )
    promised = projections(rated(model, a=1, b=4), model, record(1, all=PlannedStep(quarter=1)))
    assert [(each.id, each.level) for each in promised[0].dimensions["care"].counted] == [("a", 1), ("b", 4)]
