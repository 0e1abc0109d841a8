"""From gaps to candidates: what is worth planning, and what it is worth."""

from __future__ import annotations

import pytest

from culture_tui.domain.model import Gate, Symptom
from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.domain.roadmap import (
    Candidate,
    Lift,
    candidates,
    dimension_target,
    gap_of,
    quarters_of,
    target_of,
)
from culture_tui.domain.urgency import Reason, urgent_practices
from support import (
    aimed,
    assessment,
    candidates_by_id,
    digested,
    initiative,
    maturity_model,
    rated,
    step,
)

CARE = {"care": ["a", "b"]}
LADDER = {f"a{n}": initiative(step("a", n, n + 1)) for n in (1, 2, 3, 4)}


@pytest.mark.parametrize(
    ("rating", "target", "gap"),
    [
        (Rating(level=1), 2, 1),
        (Rating(level=4), 5, 1),
        (Rating(level=5), 5, 0),
        (Rating(level=2, target=5), 5, 3),
        (Rating(level=4, target=3), 3, 0),
        (Rating(), None, None),
        (Rating(target=4), 4, None),
        (Rating(not_applicable="no shop", target=4), None, None),
    ],
)
def test_the_next_level_comes_first(rating: Rating, target: int | None, gap: int | None) -> None:
    """Nobody skips a level unless the group says so, and nothing aims above the top."""
    of = assessment(digested(maturity_model(CARE)), ratings={"a": rating})
    assert (target_of(of, "a"), gap_of(of, "a")) == (target, gap)


def test_a_dimension_aims_at_the_mean_of_its_targets() -> None:
    """The radar draws it as a ring; unrated practices do not pull it, and no target pulls it down."""
    model = maturity_model({"care": ["a", "b", "c"]}, weights={"b": 3.0})
    of = aimed(rated(model, a=1, b=4), a=3, b=2, c=5)
    assert dimension_target(of, "care") == (3 + 3 * 4) / 4
    assert dimension_target(rated(model), "care") is None


def test_only_the_next_step_is_a_candidate_by_default() -> None:
    """A roadmap of everything that could be done is no roadmap."""
    model = maturity_model(CARE, LADDER)
    wanted = Candidate("a2", (Lift("a", 2, 3),), value=1, effort=5, quarters=1, after=frozenset())
    assert candidates(rated(model, a=2), model) == [wanted]
    assert candidates(rated(model, a=5), model) == []
    assert candidates(rated(model), model) == []


def test_a_higher_target_chains_the_steps_in_order() -> None:
    """A practice climbs from level to level, each step waiting for the one before."""
    model = maturity_model(CARE, LADDER)
    found = candidates_by_id(aimed(rated(model, a=1), a=4), model)
    assert {key: sorted(each.after) for key, each in found.items()} == {
        "a1": [],
        "a2": ["a1"],
        "a3": ["a1", "a2"],
    }


def test_a_chain_with_a_gap_ends_there() -> None:
    """A step that nothing leads up to cannot be promised."""
    model = maturity_model(CARE, {key: LADDER[key] for key in ("a1", "a3")})
    assert list(candidates_by_id(aimed(rated(model, a=1), a=4), model)) == ["a1"]


def test_a_step_that_began_lower_still_counts_for_what_is_missing() -> None:
    """An initiative from 1 to 3 helps a group at 2, by one level."""
    model = maturity_model(CARE, {"long": initiative(step("a", 1, 3))})
    (found,) = candidates(rated(model, a=2), model)
    assert (found.lifts, found.value) == ((Lift("a", 2, 3),), 1)


def test_a_step_that_ends_above_the_target_is_no_candidate() -> None:
    """The group said how far it wants to go."""
    model = maturity_model(CARE, {"long": initiative(step("a", 1, 3))})
    assert candidates(rated(model, a=1), model) == []


def test_two_steps_of_one_initiative_count_together() -> None:
    """An initiative that lifts a practice twice gains two levels."""
    model = maturity_model(CARE, {"twice": initiative(step("a", 1, 2), step("a", 2, 3))})
    (found,) = candidates(aimed(rated(model, a=1), a=3), model)
    assert (found.lifts, found.value) == ((Lift("a", 1, 3),), 2)


def test_steps_that_overlap_come_in_order() -> None:
    """What starts at 2 cannot begin while the practice is still at 1, whatever else it lifts."""
    model = maturity_model(
        CARE, {"base": initiative(step("a", 1, 3)), "more": initiative(step("a", 2, 3), step("b", 1, 2))}
    )
    found = candidates_by_id(aimed(rated(model, a=1, b=1), a=3), model)
    assert found["more"].after == {"base"}


def test_a_step_that_is_reached_gains_nothing_beside_one_that_is_not() -> None:
    """An initiative is valued by what it still brings this group."""
    model = maturity_model(CARE, {"both": initiative(step("a", 1, 2), step("b", 1, 2))})
    (found,) = candidates(rated(model, a=3, b=1), model)
    assert (found.lifts, found.value) == ((Lift("b", 1, 2),), 1)


def test_practices_outside_the_scope_are_not_planned() -> None:
    """A roadmap stays with what the workshop talked about."""
    model = maturity_model({"care": ["a"], "rest": ["b"]}, {**LADDER, "b1": initiative(step("b", 1, 2))})
    of = assessment(digested(model), {"a": 1, "b": 1}, scope=("rest",))
    assert list(candidates_by_id(of, model)) == ["b1"]


def test_of_two_ways_to_one_step_the_better_value_for_effort_is_kept() -> None:
    """Nobody does the same thing twice."""
    model = maturity_model(
        CARE,
        {
            "dear": initiative(step("a", 1, 2), effort=9),
            "cheap": initiative(step("a", 1, 2), effort=3),
            "both": initiative(step("a", 1, 2), step("b", 1, 2), effort=20),
        },
    )
    assert list(candidates_by_id(rated(model, a=1, b=1), model)) == ["cheap", "both"]
    assert list(candidates_by_id(rated(model, a=1), model)) == ["cheap"]


def test_value_is_weight_by_levels_and_effort_is_in_days() -> None:
    """The figures by which the plan chooses can be checked by hand."""
    works = {"both": initiative(step("a", 1, 3), step("b", 1, 2), effort=12, weeks=14)}
    model = maturity_model(CARE, works, weights={"a": 2.0, "b": 0.5})
    (found,) = candidates(aimed(rated(model, a=1, b=1), a=3), model)
    assert (found.value, found.effort, found.quarters) == (4.5, 12, 2)


@pytest.mark.parametrize(("weeks", "quarters"), [(1, 1), (13, 1), (14, 2), (26, 2), (27, 3)])
def test_a_quarter_has_thirteen_weeks(weeks: int, quarters: int) -> None:
    """What runs a week longer blocks people for another quarter."""
    assert quarters_of(initiative(step("a", 1, 2), weeks=weeks)) == quarters


@pytest.mark.parametrize(("seen", "value"), [("never", 1.0), ("sometimes", 1.25), ("often", 1.25)])
def test_a_symptom_that_the_group_sees_makes_its_practices_urgent(seen: str, value: float) -> None:
    """What hurts today goes first; what nobody has seen does not."""
    pain = Symptom(title="It hurts", probe="Where?", points_to=("a",))
    model = maturity_model(
        CARE, {"a1": LADDER["a1"], "b1": initiative(step("b", 1, 2))}, symptoms={"pain": pain}
    )
    noticed = SymptomSeen.model_validate({"seen": seen})
    of = rated(model, a=1, b=1).model_copy(update={"symptoms": {"pain": noticed, "unheard-of": noticed}})
    assert {key: each.value for key, each in candidates_by_id(of, model).items()} == {"a1": value, "b1": 1.0}


def test_a_gate_that_is_not_passed_makes_its_practices_urgent() -> None:
    """The floor is what keeps the whole down, so it is mended first."""
    gate = Gate(id="floor", dimension="care", every_practice_at_least=4, caps_overall_at=4)
    model = maturity_model(CARE, {**LADDER, "b4": initiative(step("b", 4, 5))}, gates=(gate,))
    found = candidates_by_id(rated(model, a=3, b=4), model)
    assert {key: each.value for key, each in found.items()} == {"a3": 1.25, "b4": 1.0}


def test_every_reason_why_a_practice_is_urgent_is_kept_with_it() -> None:
    """Who asks why an initiative comes first is told all of it, and it still counts once."""
    gate = Gate(id="floor", dimension="care", every_practice_at_least=4, caps_overall_at=4)
    symptoms = {key: Symptom(title=key, probe="Where?", points_to=("a", "a")) for key in ("pain", "rest")}
    model = maturity_model(CARE, LADDER, symptoms=symptoms, gates=(gate,))
    noticed = {"rest": SymptomSeen(seen="never"), "pain": SymptomSeen(seen="often")}
    of = rated(model, a=3, b=4).model_copy(update={"symptoms": noticed})
    reasons = (Reason("gate", "floor"), Reason("symptom", "pain"))
    assert urgent_practices(of, model) == {"a": reasons}
    found = candidates_by_id(of, model)["a3"]
    assert (found.lifts, found.value) == ((Lift("a", 3, 4, reasons),), 1.25)
