"""What a form about a workshop holds, as it was typed, and the values that it becomes.

A form can be wrong field by field; what is right in it is used all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import DimensionSkeleton
from culture_tui.domain.modes import Mode, scope_of
from culture_tui.domain.progress import dimensions_in_scope
from culture_tui.domain.records import Subject, Workshop
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.values import LONGEST_LINE, SENSIBLE_YEARS
from culture_tui.errors import Phrase

MOST_IN_THE_ROOM: Final = 1_000_000
MOST_CONCERNED: Final = 100_000_000
_LINES: Final = ("organisation", "unit", "title", "facilitator")


@dataclass(frozen=True, slots=True)
class Answers:
    """The fields of the form."""

    organisation: str = ""
    unit: str = ""

    title: str = ""
    """Empty: the unit's name, else the organisation's."""

    tags: str = ""
    """With commas between."""

    date: str = ""
    facilitator: str = ""
    people: str = ""
    concerned: str = ""
    mode: Mode = "full"
    scope: tuple[str, ...] = ()
    """The dimensions that are ticked."""


def answers_of(assessment: Assessment) -> Answers:
    """What the form shows about an assessment."""
    subject, workshop = assessment.subject, assessment.workshop
    return Answers(
        organisation=subject.organisation,
        unit=subject.unit,
        title=assessment.title,
        tags=", ".join(subject.tags),
        date=workshop.date.isoformat(),
        facilitator=workshop.facilitator,
        people=_shown(workshop.participants),
        concerned=_shown(workshop.population),
        mode=workshop.mode,
        scope=tuple(dimensions_in_scope(assessment)),
    )


def wrong_with(answers: Answers) -> dict[str, Phrase]:
    """What is wrong, by field; empty where all can be used."""
    wrong = {
        field: Phrase("A name has at most {bound} characters.", bound=LONGEST_LINE)
        for field in _LINES
        if len(clean_line(getattr(answers, field).strip())) > LONGEST_LINE
    }
    if not answers.organisation.strip():
        wrong["organisation"] = Phrase("The workshop needs the name of an organisation.")
    if any(len(tag) > LONGEST_LINE for tag in tags_in(answers.tags)):
        wrong["tags"] = Phrase("A tag has at most {bound} characters.", bound=LONGEST_LINE)
    if _day(answers.date) is None:
        wrong["date"] = Phrase("The date must look like 2026-11-21.")
    for field, typed, most in (
        ("people", answers.people, MOST_IN_THE_ROOM),
        ("concerned", answers.concerned, MOST_CONCERNED),
    ):
        if typed.strip() and _count(typed, most) is None:
            wrong[field] = Phrase(
                "The number of people must be a whole number from 1 to {most}, or empty.", most=most
            )
    if not wrong.keys() & {"people", "concerned"} and _too_few_concerned(answers):
        wrong["concerned"] = Phrase("Those concerned cannot be fewer than those in the room.")
    if not answers.scope:
        wrong["scope"] = Phrase("Pick at least one dimension to talk about.")
    return wrong


def subject_from(answers: Answers) -> Subject:
    """Whom the workshop is about; `wrong_with` has passed it."""
    organisation, unit = _line(answers.organisation), _line(answers.unit)
    return Subject(organisation=organisation, unit=unit, tags=tags_in(answers.tags))


def known_subject(answers: Answers) -> Subject | None:
    """Whom the workshop is about, while the form is filled in; None as long as that is not clear."""
    is_clear = (
        _line(answers.organisation) and not {"organisation", "unit", "tags"} & wrong_with(answers).keys()
    )
    return subject_from(answers) if is_clear else None


def workshop_from(
    answers: Answers, dimensions: Mapping[str, DimensionSkeleton], before: Workshop | None = None
) -> Workshop:
    """How the ratings come about; `wrong_with` has passed it. What the form does not ask stays as before."""
    day = _day(answers.date)
    if day is None:
        raise ValueError(answers.date)
    said: dict[str, object] = {
        "date": day,
        "facilitator": _line(answers.facilitator),
        "participants": _count(answers.people, MOST_IN_THE_ROOM),
        "population": _count(answers.concerned, MOST_CONCERNED),
        "mode": answers.mode,
        "scope": scope_of(dimensions, answers.scope),
    }
    return Workshop(date=day).model_copy(update=said) if before is None else before.model_copy(update=said)


def title_from(answers: Answers) -> str:
    """What the assessment is called."""
    return _line(answers.title) or _line(answers.unit) or _line(answers.organisation)


def with_answers(assessment: Assessment, answers: Answers, at: datetime) -> Assessment:
    """The same with what is right in the form; the very same where that changes nothing."""
    before = answers_of(assessment)
    used = replace(answers, **{field: getattr(before, field) for field in wrong_with(answers)})
    if _too_few_concerned(used):
        used = replace(used, people=before.people, concerned=before.concerned)
    subject, title = subject_from(used), title_from(used)
    workshop = workshop_from(used, assessment.model.dimensions, assessment.workshop)
    if set(answers.scope) == set(before.scope):
        workshop = workshop.model_copy(update={"scope": assessment.workshop.scope})
    if (subject, title, workshop) == (assessment.subject, assessment.title, assessment.workshop):
        return assessment
    return assessment.with_subject(title, subject, at).with_workshop(workshop, at)


def tags_in(typed: str) -> tuple[str, ...]:
    """The tags in a line, each once."""
    tags = (clean_line(tag.strip()) for tag in typed.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _line(typed: str) -> str:
    return clean_line(typed.strip())


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        return None
    return day if day.year in SENSIBLE_YEARS else None


def _count(typed: str, most: int) -> int | None:
    said = typed.strip()
    if not said.isdecimal() or len(said) > len(str(most)):
        return None
    return int(said) if 1 <= int(said) <= most else None


def _too_few_concerned(answers: Answers) -> bool:
    people = _count(answers.people, MOST_IN_THE_ROOM)
    concerned = _count(answers.concerned, MOST_CONCERNED)
    return people is not None and concerned is not None and concerned < people


def _shown(count: int | None) -> str:
    return "" if count is None else str(count)
