"""Whether a model fits together: each mistake of an author is told with its place and a next step."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from culture_tui.domain.model import (
    DimensionSkeleton,
    Gate,
    Link,
    MaturityModel,
    Part,
    PracticeSkeleton,
    Source,
    Symptom,
)
from culture_tui.domain.soundness import problems_of, problems_of_skeleton, uncovered_steps
from support import digested, initiative, maturity_model, scale, step

SOUND = maturity_model(
    {"care": ["mission", "vision"], "craft": ["skill"]},
    {
        "talk": initiative(step("mission", 1, 2)),
        "walk": initiative(step("vision", 1, 3), needs=("talk",)),
        "teach": initiative(step("skill", 4, 5)),
    },
    rests_on={"craft": ("care",)},
    symptoms={"pain": Symptom(title="It hurts", probe="Where?", points_to=("mission",))},
    gates=(Gate(id="floor", dimension="care", every_practice_at_least=4, caps_overall_at=4),),
)


def told(**changes: object) -> list[str]:
    """What is wrong with the sound model after these changes, as a person reads it."""
    return [str(problem) for problem in problems_of(SOUND.model_copy(update=changes))]


def with_dimension(key: str, **changes: object) -> Mapping[str, object]:
    """The sound model's dimensions with one of them changed."""
    return {**SOUND.dimensions, key: SOUND.dimensions[key].model_copy(update=changes)}


def with_practice(key: str, **changes: object) -> Mapping[str, object]:
    """The sound model's practices with one of them changed."""
    return {**SOUND.practices, key: SOUND.practices[key].model_copy(update=changes)}


def test_a_sound_model_has_no_problems() -> None:
    """The author of a sound model hears nothing."""
    assert told() == []
    assert problems_of_skeleton(digested(SOUND)) == []


def test_a_scale_counts_from_one_without_a_gap() -> None:
    """The number that people press is the place in the scale."""
    first, second, *rest = scale()
    sentence = "scale: the levels must be 1, 2, 3 … in this order, without a gap"
    assert told(scale=(second, first, *rest)) == [sentence]
    assert told(scale=(first, first.model_copy(update={"id": "again"}), *rest)) == [sentence]
    twin = second.model_copy(update={"id": "l1"})
    assert told(scale=(first, twin, *rest)) == ["scale.1.id: the id `l1` stands here twice"]


def test_an_id_that_nothing_has_is_told_with_the_nearest_one() -> None:
    """Most mistakes are typing mistakes."""
    assert told(practices=with_practice("vision", dimension="caer")) == [
        "practices.vision.dimension: nothing here has the id `caer`; did you mean `care`?"
    ]
    assert told(practices=with_practice("vision", dimension="xyz")) == [
        "practices.vision.dimension: nothing here has the id `xyz`"
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"dimensions": with_dimension("craft", part="hole")}, "dimensions.craft.part"),
        ({"dimensions": with_dimension("craft", rests_on=("cere",))}, "dimensions.craft.rests_on"),
        ({"dimensions": with_dimension("craft", sources=("cere",))}, "dimensions.craft.sources"),
        ({"links": (Link(between=("care", "cere")),)}, "links.0.between"),
        (
            {"gates": (Gate(id="g", dimension="cere", every_practice_at_least=4, caps_overall_at=4),)},
            "gates.0.dimension",
        ),
        (
            {"symptoms": {"pain": Symptom(title="x", probe="x", points_to=("mission", "cere"))}},
            "symptoms.pain.points_to",
        ),
        ({"initiatives": {"do": initiative(step("cere", 1, 2))}}, "initiatives.do.steps"),
        ({"initiatives": {"do": initiative(step("skill", 1, 2), needs=("cere",))}}, "initiatives.do.needs"),
    ],
)
def test_every_id_that_is_mentioned_must_exist(changes: Mapping[str, object], sentence: str) -> None:
    """A reference that leads nowhere would be lost without a word."""
    (found,) = told(**changes)
    assert found.startswith(f"{sentence}: nothing here has the id `")


def test_parts_and_dimensions_that_nothing_uses_are_told() -> None:
    """An empty dimension would be shown as never rated, for ever."""
    parts = {**SOUND.parts, "hole": Part(title="hole")}
    assert told(parts=parts) == ["parts.hole: nothing else mentions this id; did you mean `whole`?"]
    empty = {**SOUND.dimensions, "zzz": SOUND.dimensions["craft"]}
    assert told(dimensions=empty) == ["dimensions.zzz: nothing else mentions this id"]


@pytest.mark.parametrize(("floor", "cap"), [(6, 4), (4, 6)])
def test_gates_stay_on_the_scale(floor: int, cap: int) -> None:
    """A floor above the top could never be passed, a cap above it never works."""
    (found,) = told(
        gates=(Gate(id="g", dimension="care", every_practice_at_least=floor, caps_overall_at=cap),)
    )
    assert found.endswith(": level 6 is not on the scale of 1 to 5")


def test_two_of_one_name_are_told() -> None:
    """Of two gates or sources with one id, one would hide the other."""
    assert told(gates=SOUND.gates * 2) == ["gates.1.id: the id `floor` stands here twice"]
    source = Source(id="book", title="A book")
    assert told(sources=(source, source)) == ["sources.1.id: the id `book` stands here twice"]


def test_a_practice_has_a_descriptor_for_each_level() -> None:
    """A missing one would shift all the others by a level."""
    assert told(practices=with_practice("mission", levels=("a", "b", "c", "d"))) == [
        "practices.mission.levels: 4 descriptors for a scale of 5 levels"
    ]


def test_a_step_goes_up_and_stays_on_the_scale() -> None:
    """A step that leads nowhere would be planned, paid for and lift nobody."""
    flat, high = initiative(step("skill", 2, 2)), initiative(step("skill", 4, 6))
    assert told(initiatives={"do": flat}) == ["initiatives.do.steps: a step goes up: from 2 to 2 does not"]
    assert told(initiatives={"do": high}) == ["initiatives.do.steps: level 6 is not on the scale of 1 to 5"]


def test_what_runs_in_a_circle_is_told_with_the_circle() -> None:
    """Two that wait for each other would never begin."""
    assert told(dimensions=with_dimension("care", rests_on=("craft",))) == [
        "dimensions.care.rests_on: this runs in a circle: care → craft → care"
    ]
    works = {"talk": initiative(step("mission", 1, 2), needs=("talk",))}
    assert told(initiatives=works) == ["initiatives.talk.needs: this runs in a circle: talk → talk"]


def test_an_assessments_copy_of_a_model_keeps_all_that_scoring_needs() -> None:
    """The assessment is read years later, perhaps without the model file."""
    heavy = SOUND.model_copy(
        update={
            "dimensions": with_dimension("craft", weight=2.0),
            "practices": with_practice("skill", weight=3.0),
        }
    )
    kept = digested(heavy)
    assert kept.dimensions["craft"] == DimensionSkeleton(
        title="craft", part="whole", weight=2.0, rests_on=("care",)
    )
    assert kept.practices["skill"] == PracticeSkeleton(title="skill", dimension="craft", weight=3.0)
    assert (kept.gates, kept.links, kept.scale) == (heavy.gates, heavy.links, heavy.scale)


def test_an_assessments_copy_of_a_model_is_held_to_the_same_rules() -> None:
    """An assessment that somebody edited must still be one that can be scored."""
    broken = digested(SOUND).model_copy(update={"links": (Link(between=("care", "cere")),)})
    assert [str(problem) for problem in problems_of_skeleton(broken)] == [
        "links.0.between: nothing here has the id `cere`; did you mean `care`?"
    ]


def test_every_problem_is_told_at_once() -> None:
    """An author mends a file in one go, not in ten."""
    bad: MaturityModel = SOUND.model_copy(
        update={
            "practices": with_practice("mission", levels=("a",)),
            "links": (Link(between=("x", "y")),),
            "initiatives": {"do": initiative(step("skill", 3, 2))},
        }
    )
    assert len(problems_of(bad)) == 4


def test_steps_that_no_initiative_takes_are_listed() -> None:
    """An author sees where a group would be left without anything to do."""
    listed = uncovered_steps(SOUND)
    assert [each for each in listed if each[0] == "mission"] == [
        ("mission", 2),
        ("mission", 3),
        ("mission", 4),
    ]
    assert [each for each in listed if each[0] == "vision"] == [("vision", 3), ("vision", 4)]
    assert [each for each in listed if each[0] == "skill"] == [("skill", 1), ("skill", 2), ("skill", 3)]
