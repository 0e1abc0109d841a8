"""The files of a folder for a list: what the index knows at once, the rest a few at a time.

The newest come first, as far as names tell: they begin with the date. A file that has changed since
it was read, by whatever program, is read again.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from culture_tui.domain.search import Findable, findable
from culture_tui.domain.summary import Summary, summary_of
from culture_tui.errors import CultureError
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.library_index import Stamp, known, remember
from culture_tui.storage.reading import not_readable, shown

_FIRST: Final = 24
"""So many rows fill a screen: they are shown before the rest is read."""

_BATCH_SECONDS: Final = 0.15
_YOUNG_SECONDS: Final = 2.0
"""A file written this lately could be written again within the same tick of its clock."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A file of the folder."""

    path: Path
    entry: Findable
    problem: CultureError | None = None
    """Why it cannot be read."""

    @property
    def summary(self) -> Summary | None:
        """None where it cannot be read."""
        return self.entry.summary


@dataclass(frozen=True, slots=True)
class Batch:
    """Some files, and how many are still to be read."""

    files: tuple[Shelved, ...]
    to_come: int


def shelved(folder: Path) -> Iterator[Batch]:
    """All TOML files of a folder in batches; the first is what is known without reading.

    Raises:
        UnsoundInputError: the folder is there, but cannot be listed.
    """
    stamps = _stamps(folder)
    index = known(folder)
    order = sorted(stamps, reverse=True)
    at_hand = [name for name in order if name in index and index[name][0] == str(stamps[name])]
    missing = [name for name in order if name not in set(at_hand)]
    yield Batch(tuple(_shelved(folder / name, index[name][1]) for name in at_hand), len(missing))
    remember(folder, {}, index.keys() - stamps.keys())
    fresh: dict[str, tuple[Stamp, Summary]] = {}
    batch: list[Shelved] = []
    began = time.monotonic()
    for number, name in enumerate(missing, start=1):
        batch.append(_read(folder / name))
        summary, stamp = batch[-1].summary, stamps[name]
        if summary is not None and stamp is not None and not _is_young(stamp):
            fresh[name] = stamp, summary
        due = number == _FIRST or time.monotonic() - began >= _BATCH_SECONDS
        if number == len(missing) or due:
            yield Batch(tuple(batch), len(missing) - number)
            remember(folder, fresh)
            fresh, batch, began = {}, [], time.monotonic()


def _stamps(folder: Path) -> dict[str, Stamp | None]:
    """The stamp of each TOML file by name; None for what is no regular file."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: _stamp(entry) for entry in entries if entry.name.endswith(".toml")}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise not_readable(folder, error) from None


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def _is_young(stamp: Stamp) -> bool:
    return time.time() - max(stamp.written, stamp.changed) / 1e9 < _YOUNG_SECONDS


def _shelved(path: Path, summary: Summary | None, problem: CultureError | None = None) -> Shelved:
    return Shelved(path, findable(shown(Path(path.name)), summary), problem)


def _read(path: Path) -> Shelved:
    try:
        return _shelved(path, summary_of(load_assessment(path).assessment))
    except CultureError as error:
        return _shelved(path, None, error)
