"""Putting bytes on disk so that they are there after a power cut, or not touched at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from culture_tui.errors import NotWrittenError, Phrase, Place, Problem
from culture_tui.storage.reading import shown

_NEW_FILE_MODE: Final = 0o666


def write_bytes(path: Path, content: bytes, mode: int = _NEW_FILE_MODE) -> None:
    """Replace a file, or make it, at once and durably: temp file, fsync, rename, fsync the folder.

    Args:
        path: the file.
        content: all of it.
        mode: who may read a new one; one that is there keeps its own.

    Raises:
        NotWrittenError: nothing was written; what was there before is untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, mode)
    except (OSError, ValueError) as error:
        reason = Phrase("cannot be written: {reason}", reason=getattr(error, "strerror", None) or str(error))
        raise NotWrittenError(Problem(reason, Place(shown(path)))) from None


def unused(path: Path) -> Path:
    """The path itself, or with the first number behind its name that no file has yet."""
    number, candidate = 2, path
    while candidate.exists() or candidate.is_symlink():
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return candidate


def _replace(path: Path, content: bytes, mode: int) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OSError(None, "not a regular file")
    temporary = path.with_name(f".{path.name}.{token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            if path.exists() and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    with suppress(OSError):  # the file is in place; some network disks cannot sync a folder
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names of a folder on disk.

    Raises:
        OSError: the disk cannot, or the folder is gone.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
