"""Beginning a workshop: a new assessment with an id and a file of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Subject, Workshop
from culture_tui.storage.assessment_files import new_id
from culture_tui.storage.model_files import LoadedModel
from culture_tui.storage.workspace import Workspace
from culture_tui.storage.writing import unused


def start(
    place: Workspace | Path,
    model: LoadedModel,
    subject: Subject,
    workshop: Workshop,
    language: str,
    at: datetime,
) -> tuple[Assessment, Path]:
    """Make a new assessment and choose its file: in a workspace, or the one given. Writes nothing yet."""
    about = subject.unit or subject.organisation
    day = datetime.combine(workshop.date, at.timetz())
    assessment = Assessment(
        id=new_id(day, about),
        title=about,
        language=language,
        created=at.replace(microsecond=0),
        updated=at.replace(microsecond=0),
        subject=subject,
        workshop=workshop,
        model=model.skeleton(),
    )
    if isinstance(place, Path):
        return assessment, place
    return assessment, unused(place.assessments / f"{assessment.id}.toml")
