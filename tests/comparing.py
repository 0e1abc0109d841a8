"""Pairs and crowds of small assessments that tests of comparison build on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.records import Rating, Round, Subject
from culture_tui.domain.units import Entry
from culture_tui.storage.assessment_files import slug_of
from support import NOW, assessment, skeleton

SMALL: Mapping[str, Sequence[str]] = {"purpose": ("mission", "vision"), "care": ("welcome", "farewell")}

LOW: Round = (0, 8, 2, 0, 0)
HIGH: Round = (0, 0, 2, 8, 0)
"""Ten voters each, so far apart that chance explains it less than one time in a thousand."""


def model(version: str = "1.0.0", **changes: object) -> ModelSkeleton:
    """The small model, in a version."""
    return skeleton(SMALL).model_copy(update={"version": version, **changes})


def taken(
    ratings: Mapping[str, Rating],
    *,
    of: ModelSkeleton | None = None,
    key: str = "then",
    on: date = date(2026, 5, 1),
    workshop: Mapping[str, object] | None = None,
) -> Assessment:
    """An assessment of the payments desk with these ratings, on a day."""
    made = assessment(of or model(), ratings=ratings)
    held = made.workshop.model_copy(update={"date": on, **(workshop or {})})
    return made.model_copy(update={"id": key, "title": key, "workshop": held})


def later(
    ratings: Mapping[str, Rating],
    *,
    of: ModelSkeleton | None = None,
    workshop: Mapping[str, object] | None = None,
) -> Assessment:
    """The same half a year later."""
    return taken(ratings, of=of, key="now", on=date(2026, 11, 1), workshop=workshop)


def levels(**found: int) -> dict[str, Rating]:
    """Ratings of these levels, without votes."""
    return {key: Rating(level=level) for key, level in found.items()}


def voted(level: int, votes: Round, *before: Round, **more: object) -> Rating:
    """A rating with its rounds, the last one first."""
    return Rating.model_validate({"level": level, "rounds": (*before, votes), **more})


def of_unit(of: Assessment, unit: str, number: int = 0) -> Assessment:
    """The same of another unit, changed last so many days later."""
    subject = Subject(organisation="Harbour Bank", unit=unit)
    changes = {"id": f"{slug_of(unit)}-{number}", "subject": subject, "updated": NOW + timedelta(days=number)}
    return of.model_copy(update=changes)


def entries(*assessments: Assessment) -> list[Entry]:
    """Assessments with the names of their files."""
    return [Entry(f"{each.id}.toml", each) for each in assessments]
