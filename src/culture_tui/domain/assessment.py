"""An assessment: what a group found out about itself, and the model it was rated against.

Everything is a value. To rate is to make another assessment, so undo is keeping the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from culture_tui.domain.model import Language, ModelSkeleton
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.values import Day, Frozen, Level, Line, Moment, Prose, Slug, Title
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError

MOST_VOTES: Final = 1_000_000
"""In one round."""

Votes = Annotated[int, Field(ge=0, le=MOST_VOTES)]
Round = tuple[Votes, ...]
"""A histogram: how many voted for each level, the lowest first. Never who."""


Link = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(clean_line)]
"""Where something can be seen; any text, since people paste what they have."""


class Evidence(Frozen):
    """Something that shows that the rating is true."""

    text: Annotated[Prose, Field(min_length=1)]
    link: Link = ""
    date: Day | None = None


class Rating(Frozen):
    """What the group agreed on for one practice, with all that was kept about it."""

    level: Level | None = None
    """None: nobody has rated it yet. Never zero."""

    target: Level | None = None
    """None: the default, the next level up."""

    confidence: Literal["low", "medium", "high"] | None = None
    note: Prose = ""
    evidence: tuple[Evidence, ...] = ()

    not_applicable: Annotated[Prose, Field(min_length=1)] | None = None
    """The reason why this practice does not apply here."""

    rounds: tuple[Round, ...] = ()

    reason: Prose = ""
    """Why the agreed level is not the median of the votes."""

    rated_at: Moment | None = None

    @property
    def last_votes(self) -> Round | None:
        """The last round in which somebody voted; None where there is none."""
        return next((votes for votes in reversed(self.rounds) if any(votes)), None)

    @model_validator(mode="after")
    def _rated_or_not_applicable(self) -> Self:
        if self.level is not None and self.not_applicable is not None:
            raise PydanticCustomError("rated_and_not_applicable", "both")
        return self


class SymptomSeen(Frozen):
    """Whether the group recognises a symptom."""

    seen: Literal["never", "sometimes", "often"]
    note: Prose = ""


class Subject(Frozen):
    """Whom the assessment is about."""

    organisation: Title
    unit: Line = ""
    tags: tuple[Line, ...] = ()


class Workshop(Frozen):
    """How the ratings came about."""

    date: Day
    facilitator: Line = ""

    participants: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """Head count of those in the room."""

    population: Annotated[int, Field(ge=1, le=100_000_000)] | None = None
    """Head count of all those concerned; equal to `participants` it is a census."""

    gathered: Annotated[int, Field(ge=1, le=MOST_VOTES)] | None = None
    """How many voted before the workshop; where it is set, the first round of each practice is theirs."""

    mode: Literal["full", "pulse"] = "full"

    scope: tuple[Slug, ...] = ()
    """Parts and dimensions that are talked about; empty means all."""

    previous: Slug | None = None


class Unplanned(Frozen):
    """An initiative that did not fit, and why."""

    initiative: Slug
    reason: Literal["capacity", "precedence", "horizon"]


class PlannedStep(Frozen):
    """An initiative with its place in time."""

    quarter: Annotated[int, Field(ge=1, le=40)]
    """Counted from the roadmap's start, the first is 1."""

    status: Literal["planned", "started", "done", "dropped"] = "planned"
    owner: Line = ""
    due: Day | None = None
    note: Prose = ""
    pinned: bool = False


class RoadmapRecord(Frozen):
    """The roadmap as it is kept: which initiative in which quarter, and what did not fit."""

    start: Day
    quarters: Annotated[int, Field(ge=1, le=40)]

    capacity: tuple[Annotated[float, Field(ge=0, le=1_000_000)], ...]
    """Person-days that may be planned, a number a quarter."""

    unplanned: tuple[Unplanned, ...] = ()
    steps: Mapping[Slug, PlannedStep] = {}


class Assessment(Frozen):
    """One workshop's result."""

    format: Literal[1] = 1
    id: Slug
    title: Title
    status: Literal["draft", "final"] = "draft"
    language: Language
    created: Moment
    updated: Moment
    subject: Subject
    workshop: Workshop
    model: ModelSkeleton
    ratings: Mapping[Slug, Rating] = {}
    pulse: Mapping[Slug, Rating] = {}
    symptoms: Mapping[Slug, SymptomSeen] = {}
    roadmap: RoadmapRecord | None = None

    def rating(self, practice_id: str) -> Rating:
        """What is kept about a practice; an empty rating where nothing is."""
        return self.ratings.get(practice_id, _NOTHING_YET)

    def with_level(self, practice_id: str, level: int | None, at: datetime) -> Assessment:
        """The group agreed on a level (None takes it back).

        Raises:
            UnsoundInputError: the scale has no such level, or the model no such practice.
        """
        if level is not None and not 1 <= level <= self.model.top:
            raise _off_scale(practice_id, level, self.model.top)
        rated_at = None if level is None else at
        return self._with_rating(practice_id, at, level=level, not_applicable=None, rated_at=rated_at)

    def with_target(self, practice_id: str, target: int | None, at: datetime) -> Assessment:
        """The group aims at a level of its own choice (None: the next one up).

        Raises:
            UnsoundInputError: the scale has no such level, or the model no such practice.
        """
        if target is not None and not 1 <= target <= self.model.top:
            raise _off_scale(practice_id, target, self.model.top)
        return self._with_rating(practice_id, at, target=target)

    def with_not_applicable(self, practice_id: str, reason: str, at: datetime) -> Assessment:
        """The practice does not apply here, for the reason given; a level that it had is dropped."""
        return self._with_rating(practice_id, at, level=None, not_applicable=reason, rated_at=at)

    def with_note(self, practice_id: str, note: str, at: datetime) -> Assessment:
        """What was said about a practice."""
        return self._with_rating(practice_id, at, note=note)

    def with_evidence(self, practice_id: str, evidence: tuple[Evidence, ...], at: datetime) -> Assessment:
        """What shows that a rating is true."""
        return self._with_rating(practice_id, at, evidence=evidence)

    def with_roadmap(self, roadmap: RoadmapRecord, at: datetime) -> Assessment:
        """The roadmap as it is to be kept."""
        return self.model_copy(update={"roadmap": roadmap, "updated": at})

    def with_step(self, initiative_id: str, at: datetime, **changes: object) -> Assessment:
        """A step of the roadmap with some of its fields changed.

        Raises:
            UnsoundInputError: the roadmap has no such step, or a field does not take the value.
        """
        place = Place(key=f"roadmap.steps.{initiative_id}")
        if self.roadmap is None or initiative_id not in self.roadmap.steps:
            raise UnsoundInputError(Problem(Phrase("this is not in the plan"), place))
        before = self.roadmap.steps[initiative_id]
        kept = {name: getattr(before, name) for name in before.model_fields_set}
        try:
            after = PlannedStep(**(kept | changes))
        except ValidationError:
            what = Phrase("the text is empty or too long to be kept")
            raise UnsoundInputError(Problem(what, place)) from None
        steps = {**self.roadmap.steps, initiative_id: after}
        return self.with_roadmap(self.roadmap.model_copy(update={"steps": steps}), at)

    def _with_rating(self, practice_id: str, at: datetime, **changes: object) -> Assessment:
        if practice_id not in self.model.practices:
            raise UnsoundInputError(
                Problem(
                    Phrase("the model has no practice `{id}`", id=practice_id),
                    Place(key=f"ratings.{practice_id}"),
                )
            )
        before = self.rating(practice_id)
        kept = {name: getattr(before, name) for name in before.model_fields_set}
        try:
            after = Rating(**(kept | changes))
        except ValidationError:
            what = Phrase("the text is empty or too long to be kept")
            raise UnsoundInputError(Problem(what, Place(key=f"ratings.{practice_id}"))) from None
        return self.model_copy(
            update={"ratings": {**self.ratings, practice_id: after}, "updated": at},
        )


_NOTHING_YET = Rating()


def _off_scale(practice_id: str, level: int, top: int) -> UnsoundInputError:
    return UnsoundInputError(
        Problem(
            Phrase("level {level} is not on the scale of 1 to {top}", level=level, top=top),
            Place(key=f"ratings.{practice_id}"),
        )
    )
