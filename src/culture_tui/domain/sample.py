"""A sample workshop: a fictional group that has begun, so that there is something to see at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from culture_tui.domain.agreement import middle_votes
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.progress import groups_in_scope, items_in_scope
from culture_tui.domain.records import Round, Subject, Workshop

SAMPLE: Final = "sample"
"""The id, the tag and the name of the file of a sample: a second one is the first again."""

PEOPLE: Final = 9
_DIMENSIONS: Final = 2

_WIDE: Final = (1, 2, 2, 3, 3, 3, 4, 4, 5)
_CLOSE: Final = (2, 2, 3, 3, 3, 3, 3, 3, 3)
_SPLIT: Final = (2, 2, 2, 2, 4, 4, 4, 4, 4)
_LOW: Final = (1, 2, 2, 2, 2, 2, 3, 3, 3)
"""Nine votes on a scale of five."""


@dataclass(frozen=True, slots=True)
class SampleTexts:
    """What the sample says, in the interface's language."""

    organisation: str
    unit: str
    note: str
    disagreement: str


def sample_subject(texts: SampleTexts) -> Subject:
    """Whom it is about: nobody, and it says so."""
    return Subject(organisation=texts.organisation, unit=texts.unit, tags=(SAMPLE,))


def sample_workshop(model: ModelSkeleton, at: datetime) -> Workshop:
    """Nine people who talk today about the first dimensions of the model."""
    scope = tuple(model.dimensions)[:_DIMENSIONS] if len(model.dimensions) > _DIMENSIONS else ()
    return Workshop(date=at.date(), participants=PEOPLE, population=PEOPLE, scope=scope)


def with_sample_votes(assessment: Assessment, texts: SampleTexts, at: datetime) -> Assessment:
    """The same after the first practices: one agreed on in the second round, one split, one low.

    Something is always left to ask.
    """
    first, *others = groups_in_scope(assessment).values()
    last = items_in_scope(assessment)[-1]
    low = others[0][0] if others else None
    top = assessment.model.top
    for item, votes in zip(first, ((_WIDE, _CLOSE), (_SPLIT,)), strict=False):
        if item != last:
            for each in votes:
                assessment = assessment.with_round(item, _histogram(each, top), at)
            if votes[-1] is _SPLIT:
                assessment = assessment.with_left_open(item, "split", at)
                assessment = assessment.with_note(item, texts.disagreement, at)
            else:
                assessment = _settled(assessment, item, at).with_note(item, texts.note, at)
    if low is not None and low != last:
        assessment = _settled(assessment.with_round(low, _histogram(_LOW, top), at), low, at)
    return assessment


def _settled(assessment: Assessment, item: str, at: datetime) -> Assessment:
    votes = assessment.answer(item).rounds[-1]
    return assessment.with_level(item, middle_votes(votes)[0], at)


def _histogram(votes: tuple[int, ...], top: int) -> Round:
    """Votes on a scale of five as a histogram on a scale of `top` levels."""
    places = [round((vote - 1) * (top - 1) / 4) for vote in votes]
    return tuple(places.count(level) for level in range(top))
