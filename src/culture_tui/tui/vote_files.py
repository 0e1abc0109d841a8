"""Files of votes for a workshop that is set up: which there are, and what is in one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from culture_tui.domain.gathering import VotesFound
from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import CultureError
from culture_tui.language import _, ngettext, say_error
from culture_tui.storage.model_files import LoadedModel
from culture_tui.storage.reading import exists
from culture_tui.storage.votes_file import read_votes
from culture_tui.storage.workspace import Workspace

_MOST_FILES: Final = 50


def vote_files(place: Workspace) -> list[str]:
    """The CSV files in a workspace and its folder of votes, newest first, as one would type them.

    A name that could not be shown as it is is left out.
    """
    found: dict[Path, float] = {}
    for folder in (place.votes, place.root):
        with suppress(OSError):  # a folder that may not be read offers nothing
            found |= {
                path: path.stat().st_mtime
                for path in folder.iterdir()
                if path.suffix.lower() == ".csv" and path.is_file() and not path.is_symlink()
            }
    newest = sorted(found, key=lambda path: found[path], reverse=True)
    names = [str(path.relative_to(place.root)) for path in newest]
    return [name for name in names if clean_line(name) == name][:_MOST_FILES]


def path_typed(place: Workspace, typed: str) -> Path:
    """The file that is meant: in the workspace, else where the program was started.

    Terminals put quotation marks around a file that is dropped into them.
    """
    path = Path(typed.strip("'\""))
    with suppress(RuntimeError):  # `~nobody` is no home
        path = path.expanduser()
    in_workspace = place.root / path
    return in_workspace if exists(in_workspace) else path


def votes_in(
    place: Workspace, typed: str, loaded: LoadedModel, follow: Callable[[int], None]
) -> tuple[VotesFound | None, str]:
    """The votes in a file, or what is wrong with it in words."""
    try:
        return read_votes(path_typed(place, typed), loaded, follow=follow), ""
    except CultureError as error:
        first, *others = say_error(error)
        more = ngettext("and {count} more problem", "and {count} more problems", len(others))
        return None, f"{first} ({more.format(count=len(others))})" if others else first


def offer(files: list[str]) -> str:
    """What to say of the files that are there; empty where there is none."""
    if not files:
        return ""
    return _("Found: {files}. Type its first letters, → takes the rest.").format(files=", ".join(files[:3]))
