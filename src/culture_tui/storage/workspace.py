"""Where a person's assessments, models and exports are."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_data_path, user_documents_path, user_state_path

from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.model_files import shipped_models
from culture_tui.storage.reading import exists, not_readable, shown, unsound

NAME: Final = "culture"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with assessments, and with models of one's own if any."""

    root: Path

    @property
    def assessments(self) -> Path:
        """One TOML file a workshop."""
        return self.root / "assessments"

    @property
    def exports(self) -> Path:
        """Documents made of assessments."""
        return self.root / "exports"

    @property
    def votes(self) -> Path:
        """Files of votes that were gathered before a workshop, put there by hand."""
        return self.root / "votes"

    @property
    def trash(self) -> Path:
        """Assessments that were deleted."""
        return self.root / "trash"

    @property
    def model_folders(self) -> tuple[Path, ...]:
        """Where models are looked for, the first that has one wins."""
        return (self.root / "models", user_data_path(NAME) / "models", shipped_models())


def workspace(chosen: str | None = None) -> Workspace:
    """The workspace: the one chosen, `CULTURE_HOME`, a folder with `assessments`, or in the documents."""
    named = chosen or os.environ.get("CULTURE_HOME")
    if named:
        return Workspace(Path(named))
    here = Path.cwd()
    return Workspace(here if (here / "assessments").is_dir() else user_documents_path() / NAME)


def folders_for(workspace: Workspace, file: Path) -> tuple[Path, ...]:
    """Where the model of a file is looked for: beside it first, then where the workspace says."""
    beside = (file.parent, file.parent / "models", file.parent.parent / "models")
    return (*beside, *workspace.model_folders)


def named_place(typed: str) -> Path:
    """The folder or the file that somebody named; for a folder `assessments` the one around it.

    Terminals put quotation marks around what is dropped into them.

    Raises:
        UnsoundInputError: there is no such folder or file.
    """
    path = Path(typed.strip().strip("'\"") or ".")
    if path == Path():
        raise UnsoundInputError(Problem(Phrase("Name a folder, or the file of an assessment.")))
    with suppress(RuntimeError):  # `~nobody` is no home
        path = path.expanduser()
    path = path.absolute()
    if not exists(path):
        raise unsound(path, Phrase("there is no such folder or file"))
    if not path.is_dir():
        return path
    try:
        inside = sorted(each.name for each in path.iterdir())
    except OSError as error:
        raise not_readable(path, error) from None
    if path.name == "assessments":
        return path.parent
    if "assessments" not in inside and any(name.endswith(".toml") for name in inside):
        hint = Phrase("move its files into a folder called assessments, or name one of the files")
        raise UnsoundInputError(Problem(Phrase("it has no folder assessments"), Place(shown(path)), hint))
    return path


def recovery_folder() -> Path:
    """Where a copy goes of what could not be saved in its own place."""
    return user_state_path(NAME) / "recovery"


def ballot_folder() -> Path:
    """Where the votes of rounds that are under way are kept until their reveal."""
    return user_state_path(NAME) / "ballots"
