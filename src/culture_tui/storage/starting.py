"""Beginning a workshop: a new assessment with an id and a file of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Subject, Workshop
from culture_tui.domain.sample import SAMPLE, SampleTexts, sample_subject, sample_workshop, with_sample_votes
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


def sample_path(place: Workspace) -> Path:
    """The file of the sample workshop; whether it is there or not."""
    return place.assessments / f"{SAMPLE}.toml"


def start_sample(model: LoadedModel, texts: SampleTexts, language: str, at: datetime) -> Assessment:
    """Make the sample workshop, which has begun already. Writes nothing yet."""
    skeleton = model.skeleton()
    moment = at.replace(microsecond=0)
    begun = Assessment(
        id=SAMPLE,
        title=texts.unit,
        language=language,
        created=moment,
        updated=moment,
        subject=sample_subject(texts),
        workshop=sample_workshop(skeleton, moment),
        model=skeleton,
    )
    return with_sample_votes(begun, texts, moment)
