"""The trash of a workspace: a file that is deleted is moved there, and comes back as it was.

`2026-11-17-desk.toml` becomes `2026-11-17-desk~20261125-101502.toml`: when it was deleted stands in
the name, and the rest of the name is what it was called.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from culture_tui.errors import NotWrittenError, Phrase, Place, Problem
from culture_tui.storage.reading import shown
from culture_tui.storage.writing import sync_folder, unused

_DELETED: Final = re.compile(r"(.+)~\d{8}-\d{6}(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class Trashed:
    """A file that was deleted, and where it was."""

    kept: Path
    origin: Path


def put_away(path: Path, trash: Path, at: datetime) -> Trashed:
    """Move a file into the trash.

    Raises:
        NotWrittenError: it stays where it is.
    """
    kept = trash / f"{path.stem}~{at:%Y%m%d-%H%M%S}{path.suffix}"
    return Trashed(_moved(path, kept), path)


def bring_back(kept: Path, origin: Path) -> Path:
    """Move a file out of the trash, to where it was or, where that is taken, to the next name.

    Raises:
        NotWrittenError: it stays in the trash.
    """
    return _moved(kept, origin)


def name_before(kept: Path) -> str:
    """What a file in the trash was called."""
    match = _DELETED.fullmatch(kept.stem)
    return f"{match[1]}{kept.suffix}" if match else kept.name


def throw_away(kept: Path) -> None:
    """Delete a file of the trash for good.

    Raises:
        NotWrittenError: it could not be.
    """
    try:
        _must_be_a_file(kept)
        kept.unlink()
    except (OSError, ValueError) as error:
        raise _not_moved(kept, error) from None
    with suppress(OSError):
        sync_folder(kept.parent)


def _moved(path: Path, wanted: Path) -> Path:
    """Move a file durably, and never over another one: the name is taken first, by an empty file."""
    try:
        _must_be_a_file(path)
        if wanted.parent.is_symlink():
            raise _refused(wanted.parent, Phrase("a link, and links are not followed"))
        wanted.parent.mkdir(parents=True, exist_ok=True)
        target = _taken(wanted)
        try:
            path.replace(target)
        except OSError:
            with suppress(OSError):
                target.unlink()
            raise
    except (OSError, ValueError) as error:
        raise _not_moved(path, error) from None
    for folder in (target.parent, path.parent):
        with suppress(OSError):  # the file is in place; some network disks cannot sync a folder
            sync_folder(folder)
    return target


def _taken(wanted: Path) -> Path:
    """The first free name, now with an empty file of ours at it."""
    while True:
        target = unused(wanted)
        with suppress(FileExistsError):
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            return target


def _must_be_a_file(path: Path) -> None:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise _refused(path, Phrase("a link, and links are not followed"))
    if not stat.S_ISREG(mode):
        raise _refused(path, Phrase("not a regular file"))


def _refused(path: Path, why: Phrase) -> NotWrittenError:
    return NotWrittenError(Problem(why, Place(shown(path))))


def _not_moved(path: Path, error: OSError | ValueError) -> NotWrittenError:
    reason = getattr(error, "strerror", None) or str(error)
    return NotWrittenError(Problem(Phrase("cannot be moved: {reason}", reason=reason), Place(shown(path))))
