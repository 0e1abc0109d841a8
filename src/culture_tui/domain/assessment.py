"""An assessment: what a group found out about itself, and the model it was rated against.

Everything is a value. To rate is to make another assessment, so undo is keeping the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import ValidationError

from culture_tui.domain.model import Language, ModelSkeleton
from culture_tui.domain.records import (
    Evidence,
    PlannedStep,
    Rating,
    RoadmapRecord,
    Subject,
    SymptomSeen,
    Workshop,
)
from culture_tui.domain.values import Frozen, Moment, Slug, Title
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError


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
