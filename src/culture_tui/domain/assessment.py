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
    Round,
    StatusChange,
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

    trace: tuple[StatusChange, ...] = ()
    """Each time that it was made final or reopened, the oldest first."""

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

    def answer(self, item: str) -> Rating:
        """What is kept about what this workshop asks: a practice, in pulse mode a dimension."""
        return (self.pulse if self.workshop.mode == "pulse" else self.ratings).get(item, _NOTHING_YET)

    def with_level(self, item: str, level: int | None, at: datetime, reason: str = "") -> Assessment:
        """The group agreed on a level (None takes it back), with a reason where it is not the median.

        Raises:
            UnsoundInputError: the scale has no such level, or the model no such item.
        """
        if level is not None and not 1 <= level <= self.model.top:
            raise self._off_scale(item, level)
        rated_at = None if level is None else at
        changes = {"level": level, "reason": reason, "rated_at": rated_at}
        return self._with_answer(item, at, **changes, not_applicable=None, left_open=None)

    def with_round(self, item: str, votes: Round, at: datetime) -> Assessment:
        """A round of votes held in the room was revealed; what was left open is open to settle again.

        Raises:
            UnsoundInputError: nobody voted, or the votes are not a histogram over the scale's levels.
        """
        if len(votes) != self.model.top or not any(votes):
            what = Phrase(
                "a round of {count} numbers for a scale of {levels} levels",
                count=len(votes),
                levels=self.model.top,
            )
            raise UnsoundInputError(Problem(what, self._place(item)))
        before = self.answer(item).rounds
        if self.workshop.gathered is not None and not before:
            before = ((0,) * self.model.top,)
        return self._with_answer(item, at, rounds=(*before, tuple(votes)), left_open=None)

    def with_left_open(self, item: str, how: Literal["split", "parked"], at: datetime) -> Assessment:
        """The group leaves it without a level: it records the split, or parks it for later."""
        return self._with_answer(
            item, at, left_open=how, level=None, not_applicable=None, reason="", rated_at=at
        )

    def with_target(self, item: str, target: int | None, at: datetime) -> Assessment:
        """The group aims at a level of its own choice (None: the next one up).

        Raises:
            UnsoundInputError: the scale has no such level, or the model no such item.
        """
        if target is not None and not 1 <= target <= self.model.top:
            raise self._off_scale(item, target)
        return self._with_answer(item, at, target=target)

    def with_not_applicable(self, item: str, reason: str, at: datetime) -> Assessment:
        """It does not apply here, for the reason given; a level that it had is dropped."""
        return self._with_answer(
            item, at, level=None, not_applicable=reason, left_open=None, reason="", rated_at=at
        )

    def with_confidence(
        self, item: str, confidence: Literal["low", "medium", "high"] | None, at: datetime
    ) -> Assessment:
        """How sure the group is of its level (None: not asked)."""
        return self._with_answer(item, at, confidence=confidence)

    def with_note(self, item: str, note: str, at: datetime) -> Assessment:
        """What was said about it."""
        return self._with_answer(item, at, note=note)

    def with_evidence(self, item: str, evidence: tuple[Evidence, ...], at: datetime) -> Assessment:
        """What shows that a rating is true."""
        return self._with_answer(item, at, evidence=evidence)

    def with_symptom(self, symptom_id: str, answer: SymptomSeen | None, at: datetime) -> Assessment:
        """Whether the group recognises a symptom (None: not asked)."""
        others = {key: seen for key, seen in self.symptoms.items() if key != symptom_id}
        kept = others if answer is None else {**self.symptoms, symptom_id: answer}
        return self.model_copy(update={"symptoms": kept, "updated": at})

    def with_subject(self, title: str, subject: Subject, at: datetime) -> Assessment:
        """What it is called and whom it is about."""
        return self.model_copy(update={"title": title, "subject": subject, "updated": at})

    def with_workshop(self, workshop: Workshop, at: datetime) -> Assessment:
        """How the ratings come about, such as another mode or scope; every answer stays."""
        return self.model_copy(update={"workshop": workshop, "updated": at})

    def with_status(self, status: Literal["draft", "final"], at: datetime, reason: str = "") -> Assessment:
        """It is final from now on, or a draft again; the trace tells when and why.

        Raises:
            UnsoundInputError: the reason is too long to be kept.
        """
        try:
            change = StatusChange(status=status, at=at, reason=reason)
        except ValidationError:
            what = Phrase("the text is empty or too long to be kept")
            raise UnsoundInputError(Problem(what, Place(key="trace"))) from None
        return self.model_copy(update={"status": status, "trace": (*self.trace, change), "updated": at})

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

    def _with_answer(self, item: str, at: datetime, **changes: object) -> Assessment:
        pulse = self.workshop.mode == "pulse"
        table, known = ("pulse", self.model.dimensions) if pulse else ("ratings", self.model.practices)
        if item not in known:
            what = Phrase("the model has no practice `{id}`", id=item)
            if pulse:
                what = Phrase("the model has no part or dimension `{id}`", id=item)
            raise UnsoundInputError(Problem(what, self._place(item)))
        before = self.answer(item)
        kept = {name: getattr(before, name) for name in before.model_fields_set}
        try:
            after = Rating(**(kept | changes))
        except ValidationError:
            what = Phrase("the text is empty or too long to be kept")
            raise UnsoundInputError(Problem(what, self._place(item))) from None
        others = self.pulse if pulse else self.ratings
        return self.model_copy(update={table: {**others, item: after}, "updated": at})

    def _place(self, item: str) -> Place:
        return Place(key=f"pulse.{item}" if self.workshop.mode == "pulse" else f"ratings.{item}")

    def _off_scale(self, item: str, level: int) -> UnsoundInputError:
        what = Phrase("level {level} is not on the scale of 1 to {top}", level=level, top=self.model.top)
        return UnsoundInputError(Problem(what, self._place(item)))


_NOTHING_YET = Rating()
