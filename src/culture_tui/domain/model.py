"""The maturity model: what a workshop talks about, and what it is scored with.

An assessment must stay readable without the model file, so a model comes in two sizes: the
skeleton, which is all that scoring needs and which every assessment carries, and the model
itself, which adds the texts that are read aloud and the initiatives.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from culture_tui.domain.values import Frozen, Level, Line, Prose, Sentence, Slug, Title, Weight

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Version = Annotated[str, StringConstraints(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$")]


class ScaleLevel(Frozen):
    """One step of the scale that every practice is rated on."""

    level: Level
    id: Slug
    name: Title
    meaning: Sentence


class Source(Frozen):
    """A document that the model paraphrases."""

    id: Slug
    author: Line = ""
    title: Title
    year: Annotated[int, Field(ge=1000, le=2199)] | None = None
    url: Annotated[
        str, StringConstraints(pattern=r"^(https?://[\x21\x23-\x3b\x3d\x3f-\x7e]+)?$", max_length=500)
    ] = ""


class PartSkeleton(Frozen):
    """A side of the culture that gets a score of its own."""

    title: Title


class Part(PartSkeleton):
    """A part with its text."""

    summary: Prose = ""


class DimensionSkeleton(Frozen):
    """A group of practices that is scored, planned and compared as one."""

    title: Title
    part: Slug

    weight: Weight = 1.0
    """How much this dimension counts for in its part's score and in the overall one."""

    rests_on: tuple[Slug, ...] = ()
    """Dimensions that come first: this one is not planned ahead of a much weaker one of them."""


class Dimension(DimensionSkeleton):
    """A dimension with its texts."""

    summary: Prose = ""
    sources: tuple[Slug, ...] = ()

    pulse: Sentence | None = None
    """The one question of this dimension in pulse mode."""


class PracticeSkeleton(Frozen):
    """The smallest thing that is scored."""

    title: Title
    dimension: Slug
    weight: Weight = 1.0


class Practice(PracticeSkeleton):
    """A practice as it is read aloud."""

    question: Sentence

    levels: tuple[Sentence, ...]
    """What one would see and hear, a descriptor a level, the lowest first."""

    probes: tuple[Sentence, ...] = ()
    evidence: tuple[Sentence, ...] = ()


class Symptom(Frozen):
    """Something that a group recognises in daily life, and the practices that it points to."""

    title: Title
    probe: Sentence
    points_to: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Step(Frozen):
    """One initiative's lift of one practice."""

    practice: Slug
    start: Annotated[Level, Field(alias="from")]
    end: Annotated[Level, Field(alias="to")]


class Initiative(Frozen):
    """Something to do that lifts practices from one level to the next."""

    title: Title
    action: Sentence
    done_when: Sentence
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    effort_days: Annotated[float, Field(gt=0, le=10_000)]
    """Work of the organisation's own people, in person-days."""

    weeks: Annotated[int, Field(ge=1, le=520)]
    """How long it takes from start to end."""

    owner_role: Line = ""
    needs: tuple[Slug, ...] = ()


class Gate(Frozen):
    """A floor: while a practice of the dimension stands below it, the overall level is capped."""

    id: Slug
    dimension: Slug
    every_practice_at_least: Level
    caps_overall_at: Level
    explanation: Prose = ""


class Link(Frozen):
    """Two dimensions that describe the same thing from two sides."""

    between: tuple[Slug, Slug]
    why: Prose = ""


class ModelSkeleton(Frozen):
    """What scoring needs of a model; an assessment carries it."""

    id: Slug
    version: Version
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16,64}$")]
    """Of the model file's bytes: tells two files of one version apart."""

    language: Language
    title: Title
    scale: Annotated[tuple[ScaleLevel, ...], Field(min_length=2, max_length=10)]
    parts: Annotated[Mapping[Slug, PartSkeleton], Field(min_length=1)]
    dimensions: Annotated[Mapping[Slug, DimensionSkeleton], Field(min_length=1)]
    practices: Annotated[Mapping[Slug, PracticeSkeleton], Field(min_length=1)]
    gates: tuple[Gate, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def top(self) -> int:
        """The highest level of the scale, which is also how many it has."""
        return len(self.scale)

    def practices_of(self, dimension_id: str) -> tuple[str, ...]:
        """The ids of a dimension's practices, in the model's order."""
        return self._by_dimension.get(dimension_id, ())

    @cached_property
    def _by_dimension(self) -> Mapping[str, tuple[str, ...]]:
        """Sorted out once: with 200 practices in 40 dimensions a key would feel it."""
        sorted_out: dict[str, tuple[str, ...]] = {}
        for key, practice in self.practices.items():
            sorted_out[practice.dimension] = (*sorted_out.get(practice.dimension, ()), key)
        return sorted_out


class MaturityModel(Frozen):
    """A model file as it stands; `soundness.problems_of` tells whether its ids fit together."""

    format: Literal[1]
    id: Slug
    version: Version
    language: Language
    title: Title
    summary: Prose = ""
    sources: tuple[Source, ...] = ()
    scale: Annotated[tuple[ScaleLevel, ...], Field(min_length=2, max_length=10)]
    parts: Annotated[Mapping[Slug, Part], Field(min_length=1)]
    dimensions: Annotated[Mapping[Slug, Dimension], Field(min_length=1)]
    practices: Annotated[Mapping[Slug, Practice], Field(min_length=1)]
    symptoms: Mapping[Slug, Symptom] = {}
    initiatives: Mapping[Slug, Initiative] = {}
    gates: tuple[Gate, ...] = ()
    links: tuple[Link, ...] = ()

    def skeleton(self, digest: str) -> ModelSkeleton:
        """What an assessment keeps of this model, whose file has the digest given."""
        return ModelSkeleton(
            id=self.id,
            version=self.version,
            digest=digest,
            language=self.language,
            title=self.title,
            scale=self.scale,
            parts={key: PartSkeleton(title=part.title) for key, part in self.parts.items()},
            dimensions={
                key: DimensionSkeleton(title=d.title, part=d.part, weight=d.weight, rests_on=d.rests_on)
                for key, d in self.dimensions.items()
            },
            practices={
                key: PracticeSkeleton(title=p.title, dimension=p.dimension, weight=p.weight)
                for key, p in self.practices.items()
            },
            gates=self.gates,
            links=self.links,
        )
