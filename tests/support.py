"""Small models and assessments that tests build on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import (
    Dimension,
    DimensionSkeleton,
    Gate,
    Initiative,
    Link,
    MaturityModel,
    ModelSkeleton,
    Part,
    PartSkeleton,
    Practice,
    PracticeSkeleton,
    ScaleLevel,
    Step,
    Symptom,
)
from culture_tui.domain.records import Rating, Subject, Workshop
from culture_tui.domain.roadmap import Candidate, candidates
from culture_tui.planning.greedy import Job
from culture_tui.storage.model_files import LoadedModel, find_model, shipped_models

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
CONFORMANCE = Path(__file__).parent / "conformance"


def scale(levels: int = 5) -> tuple[ScaleLevel, ...]:
    """A scale of as many levels as wanted."""
    return tuple(
        ScaleLevel(level=n, id=f"l{n}", name=f"Level {n}", meaning="m") for n in range(1, levels + 1)
    )


def skeleton(
    dimensions: Mapping[str, Sequence[str]],
    *,
    levels: int = 5,
    weights: Mapping[str, float] | None = None,
    part_of: Mapping[str, str] | None = None,
    gates: tuple[Gate, ...] = (),
    links: tuple[Link, ...] = (),
) -> ModelSkeleton:
    """A model with these dimensions and their practices; all in the part `whole` unless told."""
    weighted, parts = weights or {}, part_of or {}
    return ModelSkeleton(
        id="small",
        version="1.0.0",
        digest="0" * 32,
        language="en",
        title="Small",
        scale=scale(levels),
        parts={key: PartSkeleton(title=key) for key in {"whole": 0, **dict.fromkeys(parts.values())}},
        dimensions={
            key: DimensionSkeleton(title=key, part=parts.get(key, "whole"), weight=weighted.get(key, 1.0))
            for key in dimensions
        },
        practices={
            practice: PracticeSkeleton(title=practice, dimension=key, weight=weighted.get(practice, 1.0))
            for key, practices in dimensions.items()
            for practice in practices
        },
        gates=gates,
        links=links,
    )


def assessment(
    model: ModelSkeleton,
    levels: Mapping[str, int | None] | None = None,
    *,
    ratings: Mapping[str, Rating] | None = None,
    scope: tuple[str, ...] = (),
) -> Assessment:
    """An assessment of a fictional unit with these levels, or with whole ratings."""
    rated = {key: Rating(level=level) for key, level in (levels or {}).items()}
    return Assessment(
        id="2026-11-21-payments-7f3a",
        title="Payments desk",
        language="en",
        created=NOW,
        updated=NOW,
        subject=Subject(organisation="Harbour Bank", unit="Payments desk"),
        workshop=Workshop(date=date(2026, 11, 21), participants=9, scope=scope),
        model=model,
        ratings=rated | dict(ratings or {}),
    )


def shipped(model_id: str) -> LoadedModel:
    """A model that ships, whole."""
    return find_model(model_id, [shipped_models()])


def flagship() -> LoadedModel:
    """The model that a workshop begins with unless told otherwise."""
    return shipped("service-culture")


def step(practice: str, start: int, end: int) -> Step:
    """One lift of one practice."""
    return Step.model_validate({"practice": practice, "from": start, "to": end})


def initiative(*steps: Step, effort: float = 5.0, weeks: int = 10, needs: tuple[str, ...] = ()) -> Initiative:
    """Something to do; five days within one quarter unless told."""
    return Initiative(
        title="To do",
        action="Do it.",
        done_when="Done.",
        steps=steps,
        effort_days=effort,
        weeks=weeks,
        needs=needs,
    )


def maturity_model(
    dimensions: Mapping[str, Sequence[str]],
    initiatives: Mapping[str, Initiative] | None = None,
    *,
    rests_on: Mapping[str, tuple[str, ...]] | None = None,
    symptoms: Mapping[str, Symptom] | None = None,
    weights: Mapping[str, float] | None = None,
    gates: tuple[Gate, ...] = (),
) -> MaturityModel:
    """A whole model of five levels with these dimensions, their practices and what can be done."""
    rests, weighted = rests_on or {}, weights or {}
    return MaturityModel(
        format=1,
        id="small",
        version="1.0.0",
        language="en",
        title="Small",
        scale=scale(),
        parts={"whole": Part(title="whole")},
        dimensions={
            key: Dimension(title=key, part="whole", rests_on=rests.get(key, ())) for key in dimensions
        },
        practices={
            practice: Practice(
                title=practice,
                dimension=key,
                weight=weighted.get(practice, 1.0),
                question="How is it here?",
                levels=("a", "b", "c", "d", "e"),
            )
            for key, practices in dimensions.items()
            for practice in practices
        },
        symptoms=symptoms or {},
        initiatives=initiatives or {},
        gates=gates,
    )


def digested(model: MaturityModel) -> ModelSkeleton:
    """What an assessment of a small model carries."""
    return model.skeleton("0" * 32)


def rated(model: MaturityModel, **levels: int) -> Assessment:
    """An assessment against a small model, with these levels."""
    return assessment(digested(model), levels)


def aimed(of: Assessment, **targets: int) -> Assessment:
    """The same with targets of the group's own."""
    for practice, target in targets.items():
        of = of.with_target(practice, target, NOW)
    return of


def candidates_by_id(of: Assessment, model: MaturityModel) -> dict[str, Candidate]:
    """What is worth planning, by id."""
    return {each.id: each for each in candidates(of, model)}


def benefit(jobs: Sequence[Job], starts: Mapping[str, int], horizon: int) -> float:
    """What a schedule is worth (measurement.md section 5): Σ value × (horizon - finish + 1)."""
    return sum(
        job.value * (horizon - (starts[job.id] + job.quarters - 1) + 1) for job in jobs if job.id in starts
    )
