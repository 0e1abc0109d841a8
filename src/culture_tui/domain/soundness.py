"""Whether the ids of a model fit together: every one resolves, nothing runs in a circle.

The shape of each table is checked when it is read; this is what no single table can know.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter

from culture_tui.domain.model import MaturityModel, ModelSkeleton
from culture_tui.errors import Phrase, Place, Problem


def problems_of(model: MaturityModel) -> list[Problem]:
    """Everything that keeps a model from being used, each with the path of its key."""
    return [
        *_skeleton_problems(model),
        *_descriptor_problems(model),
        *_source_problems(model),
        *_symptom_problems(model),
        *_initiative_problems(model),
    ]


def problems_of_skeleton(skeleton: ModelSkeleton) -> list[Problem]:
    """Everything that keeps an assessment's copy of its model from being scored."""
    return list(_skeleton_problems(skeleton))


def uncovered_steps(model: MaturityModel) -> list[tuple[str, int]]:
    """Each step (practice, level it starts at) that no initiative of the model takes."""
    taken = {
        (step.practice, level)
        for initiative in model.initiatives.values()
        for step in initiative.steps
        for level in range(step.start, step.end)
    }
    return [
        (practice, level)
        for practice in model.practices
        for level in range(1, len(model.scale))
        if (practice, level) not in taken
    ]


def _skeleton_problems(model: MaturityModel | ModelSkeleton) -> Iterator[Problem]:
    levels = [step.level for step in model.scale]
    if levels != list(range(1, len(levels) + 1)):
        yield _problem("scale", Phrase("the levels must be 1, 2, 3 … in this order, without a gap"))
    yield from _repeats("scale", [step.id for step in model.scale])
    yield from _repeats("gates", [gate.id for gate in model.gates])
    for key, dimension in model.dimensions.items():
        yield from unknown_ids(f"dimensions.{key}.part", [dimension.part], model.parts)
        yield from unknown_ids(f"dimensions.{key}.rests_on", dimension.rests_on, model.dimensions)
    for key, practice in model.practices.items():
        yield from unknown_ids(f"practices.{key}.dimension", [practice.dimension], model.dimensions)
    for index, gate in enumerate(model.gates):
        yield from unknown_ids(f"gates.{index}.dimension", [gate.dimension], model.dimensions)
        for name in ("every_practice_at_least", "caps_overall_at"):
            yield from _off_scale(f"gates.{index}.{name}", getattr(gate, name), len(levels))
    for index, link in enumerate(model.links):
        yield from unknown_ids(f"links.{index}.between", link.between, model.dimensions)
    yield from _shared("dimensions", model.dimensions, "parts", model.parts)
    yield from _shared("practices", model.practices, "dimensions", model.dimensions)
    yield from _shared("practices", model.practices, "parts", model.parts)
    yield from _childless("parts", model.parts, {d.part for d in model.dimensions.values()})
    yield from _childless("dimensions", model.dimensions, {p.dimension for p in model.practices.values()})
    yield from _circle("dimensions", "rests_on", {k: d.rests_on for k, d in model.dimensions.items()})


def _descriptor_problems(model: MaturityModel) -> Iterator[Problem]:
    wanted = len(model.scale)
    for key, practice in model.practices.items():
        if len(practice.levels) != wanted:
            what = Phrase(
                "{count} descriptors for a scale of {levels} levels",
                count=len(practice.levels),
                levels=wanted,
            )
            yield _problem(f"practices.{key}.levels", what)


def _source_problems(model: MaturityModel) -> Iterator[Problem]:
    sources = [source.id for source in model.sources]
    yield from _repeats("sources", sources)
    for key, dimension in model.dimensions.items():
        yield from unknown_ids(f"dimensions.{key}.sources", dimension.sources, sources)


def _symptom_problems(model: MaturityModel) -> Iterator[Problem]:
    for key, symptom in model.symptoms.items():
        yield from unknown_ids(f"symptoms.{key}.points_to", symptom.points_to, model.practices)


def _initiative_problems(model: MaturityModel) -> Iterator[Problem]:
    for key, initiative in model.initiatives.items():
        path = f"initiatives.{key}"
        yield from unknown_ids(f"{path}.needs", initiative.needs, model.initiatives)
        yield from unknown_ids(f"{path}.steps", [step.practice for step in initiative.steps], model.practices)
        for step in initiative.steps:
            yield from _off_scale(f"{path}.steps", step.end, len(model.scale))
            if step.start >= step.end:
                what = Phrase(
                    "a step goes up: from {start} to {end} does not", start=step.start, end=step.end
                )
                yield _problem(f"{path}.steps", what)
    yield from _circle("initiatives", "needs", {k: i.needs for k, i in model.initiatives.items()})


def _problem(key: str, what: Phrase, hint: Phrase | None = None) -> Problem:
    return Problem(what, Place(key=key), hint)


def unknown_ids(key: str, ids: Sequence[str], known: Collection[str]) -> Iterator[Problem]:
    """Each id at a key that is not known, with the one that may be meant."""
    for stray in ids:
        if stray not in known:
            near = get_close_matches(stray, known, n=1)
            hint = Phrase("did you mean `{id}`?", id=near[0]) if near else None
            yield _problem(key, Phrase("nothing here has the id `{id}`", id=stray), hint)


def _childless(table: str, ids: Collection[str], used: Collection[str]) -> Iterator[Problem]:
    for key in ids:
        if key not in used:
            near = get_close_matches(key, used, n=1)
            hint = Phrase("did you mean `{id}`?", id=near[0]) if near else None
            yield _problem(f"{table}.{key}", Phrase("nothing else mentions this id"), hint)


def _repeats(table: str, ids: Sequence[str]) -> Iterator[Problem]:
    for index, key in enumerate(ids):
        if key in ids[:index]:
            yield _problem(f"{table}.{index}.id", Phrase("the id `{id}` stands here twice", id=key))


def _shared(table: str, ids: Collection[str], other: str, taken: Collection[str]) -> Iterator[Problem]:
    for key in ids:
        if key in taken:
            what = Phrase("the id stands in {other} too: each must mean one thing", other=other)
            yield _problem(f"{table}.{key}", what)


def _off_scale(key: str, level: int, top: int) -> Iterator[Problem]:
    if level > top:
        yield _problem(key, Phrase("level {level} is not on the scale of 1 to {top}", level=level, top=top))


def _circle(table: str, name: str, rests: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    try:
        TopologicalSorter({key: set(needed) for key, needed in rests.items()}).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        what = Phrase("this runs in a circle: {circle}", circle=" → ".join(circle))
        yield _problem(f"{table}.{circle[0]}.{name}", what)
