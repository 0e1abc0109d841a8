"""What home shows: a line for each assessment and each model, also for those that cannot be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.scoring import profile
from culture_tui.errors import CultureError
from culture_tui.language import _, catalogue, say_error
from culture_tui.reports.markdown import markdown
from culture_tui.reports.profile import profile_document
from culture_tui.reports.wording import NOTHING, score_text
from culture_tui.storage.assessment_files import Unreadable, assessments_in, load_assessment
from culture_tui.storage.model_files import load_model, model_paths, symptoms_of
from culture_tui.storage.reading import shown
from culture_tui.storage.workspace import folders_for, workspace
from culture_tui.storage.writing import unused, write_bytes
from culture_tui.tui.widgets.lines import at_right, padded, spread

_DATE: Final = 12
_NUMBER: Final = 6
_STATUS: Final = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose: its file, what it is called, and how it stands."""

    path: Path
    date: str
    name: str
    state: str

    def shown(self, width: int) -> str:
        """The entry as one line; the name gives way."""
        inner = max(20, width - 4)
        date = padded(self.date, _DATE) if self.date else ""
        return date + spread(self.name, self.state, inner - len(date))


@dataclass(frozen=True, slots=True)
class Library:
    """The assessments, newest first, and the models at hand."""

    root: str
    assessments: tuple[Entry, ...]
    models: tuple[Entry, ...]


def read_library(workspace_name: str | None) -> Library:
    """Read the workspace."""
    place = workspace(workspace_name)
    entries = []
    for each in assessments_in(place.assessments):
        if isinstance(each, Unreadable):
            entries.append(Entry(each.path, "", shown(Path(each.path.name)), _("cannot be read")))
        else:
            entries.append(_entry(each.path, each.assessment))
    entries = _told_apart(entries)
    newest = sorted(entries, key=lambda entry: (entry.date, entry.name), reverse=True)
    return Library(shown(place.root), tuple(newest), tuple(_models(place.model_folders)))


def _told_apart(entries: list[Entry]) -> list[Entry]:
    """Entries that would look the same, such as conflict copies, with their file names."""
    looks = Counter((entry.date, entry.name) for entry in entries)
    return [
        replace(entry, name=f"{shown(Path(entry.path.name))} · {entry.name}")
        if looks[entry.date, entry.name] > 1
        else entry
        for entry in entries
    ]


def export_profile(path: Path, workspace_name: str | None) -> tuple[str, bool]:
    """Write the profile of an assessment into the workspace; what to say of it, and whether it failed."""
    try:
        assessment = load_assessment(path).assessment
        place = workspace(workspace_name)
        symptoms = symptoms_of(assessment.model, folders_for(place, path)) if assessment.symptoms else None
        text = markdown(profile_document(assessment, catalogue(assessment.language), symptoms))
        target = unused(place.exports / f"{assessment.id}-profile.md")
        write_bytes(target, text.encode("utf-8"))
    except CultureError as error:
        return "\n".join(say_error(error)), True
    return _("Written to {path}").format(path=shown(target)), False


def _entry(path: Path, assessment: Assessment) -> Entry:
    overall = profile(assessment).overall
    level = NOTHING if overall.level is None else str(overall.level)
    rated = f"{overall.coverage.rated}/{overall.coverage.applicable}"
    status = _("draft") if assessment.status == "draft" else _("final")
    state = _columns(level, score_text(overall.score), rated, status)
    return Entry(path, assessment.workshop.date.isoformat(), _named(assessment), state)


def header_line(width: int) -> str:
    """The names of the columns of the assessments."""
    state = _columns(_("level"), _("score"), _("rated"), _("status"))
    return Entry(Path(), _("date"), _("about"), state).shown(width)


def _columns(level: str, score: str, rated: str, status: str) -> str:
    numbers = " ".join(at_right(text, _NUMBER) for text in (level, score, rated))
    return f"{numbers}  {padded(status, _STATUS)}"


def _named(assessment: Assessment) -> str:
    """The unit first: an organisation has several, and the end of the line is cut."""
    subject = assessment.subject
    return " · ".join(part for part in (subject.unit, subject.organisation) if part)


def _models(folders: tuple[Path, ...]) -> list[Entry]:
    models = []
    for path in model_paths(folders):
        try:
            model = load_model(path).model
        except CultureError:
            models.append(Entry(path, "", shown(Path(path.name)), _("cannot be read")))
        else:
            practices = _("{count} practices").format(count=len(model.practices))
            models.append(Entry(path, "", f"{model.title} {model.version}", practices))
    return models
