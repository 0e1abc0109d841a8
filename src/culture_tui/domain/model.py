"""The maturity model: what a workshop talks about, and what it is scored with.

An assessment must stay readable without the model file, so a model comes in two sizes: the
skeleton, which is all that scoring needs and which every assessment carries, and the model
itself, which adds the texts that are read aloud and the initiatives. What each key is for
stands beside it as a phrase: `culture model explain` and the template say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from culture_tui.domain.values import Frozen, Level, Line, Prose, Sentence, Slug, Title, Weight
from culture_tui.errors import Phrase

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Version = Annotated[str, StringConstraints(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$")]


class ScaleLevel(Frozen):
    """One step of the scale that every practice is rated on."""

    level: Annotated[Level, Phrase("The number that is pressed: 1, 2, 3 … in this order.")]
    id: Annotated[Slug, Phrase("A short name that never changes, also when the wording does.")]
    name: Annotated[Title, Phrase("One or two words; they stand beside the number wherever it is shown.")]
    meaning: Annotated[Sentence, Phrase("What this level means in any practice, in one sentence.")]


class Source(Frozen):
    """A document that the model paraphrases."""

    id: Annotated[Slug, Phrase("How dimensions name this source.")]
    author: Annotated[Line, Phrase("Who wrote it.")] = ""
    title: Annotated[Title, Phrase("What it is called.")]
    year: Annotated[
        Annotated[int, Field(ge=1000, le=2199)] | None, Phrase("The year in which it appeared.")
    ] = None
    url: Annotated[
        str,
        Phrase("Where it can be read; begins with http:// or https://."),
        StringConstraints(pattern=r"^(https?://[\x21\x23-\x3b\x3d\x3f-\x7e]+)?$", max_length=500),
    ] = ""


class PartSkeleton(Frozen):
    """A side of the culture that gets a score of its own."""

    title: Annotated[Title, Phrase("What it is called on screens and in reports.")]


class Part(PartSkeleton):
    """A part with its text."""

    summary: Annotated[Prose, Phrase("What the dimensions of this part have in common.")] = ""


class DimensionSkeleton(Frozen):
    """A group of practices that is scored, planned and compared as one."""

    title: Annotated[Title, Phrase("What it is called on screens and in reports.")]
    part: Annotated[Slug, Phrase("The part that it belongs to.")]
    weight: Annotated[
        Weight, Phrase("How much it counts in the score of its part and of the whole; 1 is usual.")
    ] = 1.0
    rests_on: Annotated[
        tuple[Slug, ...],
        Phrase("Dimensions that come first: it is not planned ahead of a much weaker one of them."),
    ] = ()


class Dimension(DimensionSkeleton):
    """A dimension with its texts."""

    summary: Annotated[Prose, Phrase("What it is about, for the facilitator to say in a breath.")] = ""
    sources: Annotated[tuple[Slug, ...], Phrase("The sources that it is drawn from.")] = ()
    pulse: Annotated[
        Sentence | None, Phrase("The one question that is asked where a workshop takes a pulse only.")
    ] = None


class PracticeSkeleton(Frozen):
    """The smallest thing that is scored."""

    title: Annotated[Title, Phrase("What it is called; two or three words fit everywhere.")]
    dimension: Annotated[Slug, Phrase("The dimension that it belongs to.")]
    weight: Annotated[
        Weight, Phrase("How much it counts in its dimension and in the roadmap; 1 is usual.")
    ] = 1.0


class Practice(PracticeSkeleton):
    """A practice as it is read aloud."""

    question: Annotated[Sentence, Phrase("Read aloud; asks what happens here, not what ought to.")]
    levels: Annotated[
        tuple[Sentence, ...],
        Phrase("What one would see and hear, a descriptor a level, the lowest first."),
    ]
    probes: Annotated[
        tuple[Sentence, ...], Phrase("What to ask when the group is stuck: a case, a name, the last time.")
    ] = ()
    evidence: Annotated[
        tuple[Sentence, ...], Phrase("What one could look at to see that a rating is true.")
    ] = ()


class Symptom(Frozen):
    """Something that a group recognises in daily life, and the practices that it points to."""

    title: Annotated[Title, Phrase("What people complain of, in their words.")]
    probe: Annotated[Sentence, Phrase("How to ask whether it is seen here.")]
    points_to: Annotated[
        tuple[Slug, ...],
        Phrase("The practices that may be behind it; they become more urgent where it is seen."),
        Field(min_length=1),
    ]


class Step(Frozen):
    """One initiative's lift of one practice."""

    practice: Annotated[Slug, Phrase("The practice that is lifted.")]
    start: Annotated[Level, Phrase("The level that the practice stands at before."), Field(alias="from")]
    end: Annotated[Level, Phrase("The level that it stands at when this is done."), Field(alias="to")]


class Initiative(Frozen):
    """Something to do that lifts practices from one level to the next."""

    title: Annotated[Title, Phrase("What it is called in the roadmap; begins with a verb.")]
    action: Annotated[Sentence, Phrase("What somebody can start on Monday: who, what, how often.")]
    done_when: Annotated[Sentence, Phrase("An end that others can check.")]
    steps: Annotated[
        tuple[Step, ...],
        Phrase("What it lifts; small steps plan better than large ones."),
        Field(min_length=1),
    ]
    effort_days: Annotated[
        float, Phrase("Work of the organisation's own people, in person-days."), Field(gt=0, le=10_000)
    ]
    weeks: Annotated[int, Phrase("How long it takes from start to end."), Field(ge=1, le=520)]
    owner_role: Annotated[Line, Phrase("Who would lead it: a role, not a name.")] = ""
    needs: Annotated[tuple[Slug, ...], Phrase("Initiatives that must be finished first.")] = ()


class Gate(Frozen):
    """A floor: while a practice of the dimension stands below it, the overall level is capped."""

    id: Annotated[Slug, Phrase("A short name that never changes.")]
    dimension: Annotated[Slug, Phrase("The dimension whose practices must reach the floor.")]
    every_practice_at_least: Annotated[Level, Phrase("The floor: the level that each of them must reach.")]
    caps_overall_at: Annotated[Level, Phrase("The highest level that the whole can hold until then.")]
    explanation: Annotated[Prose, Phrase("Why, as the group will read it where the whole is capped.")] = ""


class Link(Frozen):
    """Two dimensions that describe the same thing from two sides."""

    between: Annotated[tuple[Slug, Slug], Phrase("The two dimensions; far apart, they are worth a talk.")]
    why: Annotated[Prose, Phrase("What they have to do with each other.")] = ""


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

    format: Annotated[Literal[1], Phrase("The version of the file format.")]
    id: Annotated[Slug, Phrase("What commands and assessments find it by; give its file the same name.")]
    version: Annotated[
        Version,
        Phrase("Three numbers: the last rises with wording, the middle with additions."),
    ]
    language: Annotated[Language, Phrase("The language of its texts, in two or three letters.")]
    title: Annotated[Title, Phrase("What it is called on screens and in reports.")]
    summary: Annotated[Prose, Phrase("What it is for and whom it suits, before anybody chooses it.")] = ""
    sources: Annotated[tuple[Source, ...], Phrase("What the model is drawn from.")] = ()
    scale: Annotated[
        tuple[ScaleLevel, ...],
        Phrase("The levels that every practice is rated on, the lowest first."),
        Field(min_length=2, max_length=10),
    ]
    parts: Annotated[
        Mapping[Slug, Part], Phrase("The sides of the culture, each with a score."), Field(min_length=1)
    ]
    dimensions: Annotated[
        Mapping[Slug, Dimension],
        Phrase("Groups of practices that are scored, planned and compared as one."),
        Field(min_length=1),
    ]
    practices: Annotated[
        Mapping[Slug, Practice], Phrase("What is talked about and rated, one by one."), Field(min_length=1)
    ]
    symptoms: Annotated[
        Mapping[Slug, Symptom], Phrase("What a group may recognise in daily life, and where it points.")
    ] = {}
    initiatives: Annotated[
        Mapping[Slug, Initiative], Phrase("What can be done to lift practices; the roadmap is made of them.")
    ] = {}
    gates: Annotated[
        tuple[Gate, ...], Phrase("Gates: while a practice stands below the floor, the whole is capped.")
    ] = ()
    links: Annotated[
        tuple[Link, ...], Phrase("Pairs of dimensions that show the same thing from two sides.")
    ] = ()

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
