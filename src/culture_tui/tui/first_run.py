"""What the empty home offers: a sample workshop, and another folder."""

from __future__ import annotations

from culture_tui.domain.sample import SampleTexts
from culture_tui.errors import CultureError
from culture_tui.language import _, in_use, say_error
from culture_tui.storage.model_files import DEFAULT_MODEL, find_model
from culture_tui.storage.reading import exists
from culture_tui.storage.starting import sample_path, start_sample
from culture_tui.storage.workspace import named_place, workspace
from culture_tui.tui.messages import AssessmentChosen, WorkshopBegun
from culture_tui.tui.workshop import now


def sample(workspace_name: str | None) -> AssessmentChosen | WorkshopBegun:
    """The sample workshop: the one that is there, else a new one.

    Raises:
        UnsoundInputError: the system cannot look, or the model that ships cannot be read.
    """
    place = workspace(workspace_name)
    path = sample_path(place).absolute()
    if exists(path):
        return AssessmentChosen(path)
    loaded = find_model(DEFAULT_MODEL, place.model_folders).in_language(in_use())
    texts = SampleTexts(
        organisation=_("Harbour Bank"),
        unit=_("Payments desk (sample)"),
        note=_("Everybody had a customer in mind; for two of them nothing had changed after the complaint."),
        disagreement=_("The counter says 2, the back office 4: they had different weeks in mind."),
    )
    return WorkshopBegun(start_sample(loaded, texts, in_use(), now()), loaded.model, path, place)


def wrong_place(lines: tuple[str, ...]) -> str:
    """What is wrong with a folder or a file that was named; empty where it can be opened."""
    try:
        named_place(lines[0])
    except CultureError as error:
        return "\n".join(say_error(error))
    return ""
