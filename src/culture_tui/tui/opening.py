"""From a path to an open workshop, and from nothing to the questions that begin one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from culture_tui.domain.settings import Settings
from culture_tui.language import in_use
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.model_files import DEFAULT_MODEL, find_model, needed_model_of, told_by
from culture_tui.storage.workspace import folders_for, workspace
from culture_tui.tui.messages import SaveStateChanged, WorkshopBegun
from culture_tui.tui.screens.setup import SetupScreen
from culture_tui.tui.workshop import OpenWorkshop

Report = Callable[[SaveStateChanged], object]


def workshop_at(
    path: Path, workspace_name: str | None, model_name: str | None, report: Report
) -> OpenWorkshop:
    """Open the assessment at a path.

    Raises:
        UnsoundInputError: it cannot be read, or its model is not at hand.
    """
    place = workspace(workspace_name)
    stored = load_assessment(path)
    folders, language = folders_for(place, path), stored.assessment.language
    loaded = needed_model_of(stored.assessment.model, folders, path, model_name).in_language(language)
    assessment = told_by(stored.assessment, loaded, language)
    return OpenWorkshop(assessment, loaded.model, path, stored.digest, place, report)


def new_workshop(begun: WorkshopBegun, report: Report) -> OpenWorkshop:
    """Open a workshop that was just set up; its file is made at once."""
    return OpenWorkshop(begun.assessment, begun.model, begun.path, None, begun.place, report)


def setup_for(
    workspace_name: str | None, model_name: str | None, path: Path | None, settings: Settings
) -> SetupScreen:
    """The questions that begin a workshop with this model.

    Raises:
        UnsoundInputError: the model cannot be read.
    """
    place = workspace(workspace_name)
    loaded = find_model(model_name or DEFAULT_MODEL, place.model_folders)
    return SetupScreen(loaded.in_language(in_use()), place, path, settings)
