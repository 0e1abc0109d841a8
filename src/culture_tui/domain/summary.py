"""An assessment in a line: what a list of a thousand needs to know of each."""

from __future__ import annotations

from dataclasses import dataclass

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.scoring import profile


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of an assessment, and what it is found by."""

    id: str
    title: str

    date: str
    """Of the workshop, as 2026-11-21: it sorts as it reads."""

    organisation: str
    unit: str
    tags: tuple[str, ...]
    status: str
    """`draft` or `final`."""

    model: str
    """Title and version."""

    level: int | None
    score: float | None
    rated: int
    applicable: int
    updated: str
    """The moment in ISO 8601."""

    @property
    def about(self) -> str:
        """The unit first: an organisation has several, and the end of a line is cut."""
        return " · ".join(part for part in (self.unit, self.organisation) if part)


def summary_of(assessment: Assessment) -> Summary:
    """An assessment in a line."""
    overall, subject, model = profile(assessment).overall, assessment.subject, assessment.model
    return Summary(
        id=assessment.id,
        title=assessment.title,
        date=assessment.workshop.date.isoformat(),
        organisation=subject.organisation,
        unit=subject.unit,
        tags=subject.tags,
        status=assessment.status,
        model=f"{model.title} {model.version}",
        level=overall.level,
        score=overall.score,
        rated=overall.coverage.rated,
        applicable=overall.coverage.applicable,
        updated=assessment.updated.isoformat(),
    )
