"""The saved assessments, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations
from pathlib import Path

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.scoring import profile
from culture_tui.reports.document import Document, Heading, Paragraph, Table
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.wording import about


def listing_document(
    folder: Path, found: Sequence[tuple[str, Assessment]], words: NullTranslations
) -> Document:
    """A table of assessments (file name, assessment), the newest first."""
    _ = words.gettext
    title = Heading(1, _("Assessments in {folder}").format(folder=folder))
    if not found:
        return (title, Paragraph(_("None yet. The command culture opens the program; n starts a workshop.")))
    header = (_("Date"), _("About"), _("Level"), _("Score"), _("Rated"), _("Status"), _("File"))
    newest = sorted(found, key=lambda each: (each[1].workshop.date, each[0]), reverse=True)
    rows = tuple(_row(name, assessment, words) for name, assessment in newest)
    return (title, Table(header, rows, frozenset({2, 3, 4})))


def listing_json(found: Sequence[tuple[str, Assessment]]) -> list[dict[str, object]]:
    """The same as data, by file name."""
    return [
        {
            "file": name,
            "id": assessment.id,
            "title": assessment.title,
            "date": assessment.workshop.date.isoformat(),
            "organisation": assessment.subject.organisation,
            "unit": assessment.subject.unit,
            "status": assessment.status,
            "mode": assessment.workshop.mode,
            "model": assessment.model.id,
            "level": (overall := profile(assessment).overall).level,
            "score": overall.score,
            "rated": overall.coverage.rated,
            "applicable": overall.coverage.applicable,
        }
        for name, assessment in found
    ]


def _row(name: str, assessment: Assessment, words: NullTranslations) -> tuple[str, ...]:
    _ = words.gettext
    overall = profile(assessment).overall
    status = _("draft") if assessment.status == "draft" else _("final")
    if assessment.workshop.mode == "pulse":
        status = _("{status}, pulse").format(status=status)
    return (
        assessment.workshop.date.isoformat(),
        about(assessment),
        NOTHING if overall.level is None else str(overall.level),
        score_text(overall.score, words),
        f"{overall.coverage.rated} / {overall.coverage.applicable}",
        status,
        name,
    )
