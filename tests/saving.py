"""A saver at work on a disk that can refuse, be slow, and is watched."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from errno import EDQUOT
from pathlib import Path
from threading import Condition, Event
from typing import Final, Generic, TypeVar

import pytest
import rtoml

from culture_tui.domain.assessment import Assessment
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from culture_tui.storage.saver import Saved, Saver, SaveState
from support import NOW, assessment, skeleton

SECONDS: Final = 10.0
"""Longer than any machine needs; only a defect waits so long."""

AN_HOUR: Final = 3600.0
"""Whoever waits for this fails."""

ALWAYS: Final = 1_000_000_000
"""More refusals than any test asks for."""

PRACTICE: Final = "mission"

T = TypeVar("T")


class Heard(Generic[T]):
    """What another thread has said, in order."""

    def __init__(self) -> None:
        self.all: list[T] = []
        self._change = Condition()

    def __call__(self, said: T) -> None:
        """Keep it, and wake whoever waits for it."""
        with self._change:
            self.all.append(said)
            self._change.notify_all()

    def first(self, count: int) -> list[T]:
        """The first so many, as soon as there are so many."""
        with self._change:
            assert self._change.wait_for(lambda: len(self.all) >= count, SECONDS), self.all
            return self.all[:count]


def noting_waits(monkeypatch: pytest.MonkeyPatch, *timeouts: float) -> Heard[float]:
    """From now on, which of these waits the saver has really begun."""
    waits: Heard[float] = Heard()

    class Noting(Condition):
        def wait_for(self, predicate: Callable[[], T], timeout: float | None = None) -> T:
            if timeout in timeouts and not predicate():
                waits(timeout)
            return super().wait_for(predicate, timeout)

    monkeypatch.setattr("culture_tui.storage.saver.Condition", Noting)
    return waits


class Disk:
    """Renames into one folder as the system does, but can be made to refuse or to be slow."""

    def __init__(self, folder: Path) -> None:
        self.refusals = 0
        self._contents: list[str] = []
        self.reached, self.free = Event(), Event()
        self.free.set()
        self._folder, self._really = folder, os.replace

    def replace(self, source: Path, target: Path) -> None:
        """What stands in for `os.replace`."""
        if target.parent != self._folder:
            self._really(source, target)
            return
        self.reached.set()
        assert self.free.wait(SECONDS)
        if self.refusals:
            self.refusals -= 1
            raise OSError(EDQUOT, os.strerror(EDQUOT))
        self._really(source, target)
        self._contents.append(target.read_text("utf-8"))

    @property
    def written(self) -> list[int]:
        """The numbers of the assessments that were written, in order."""
        return [int(rtoml.loads(each)["ratings"][PRACTICE]["note"]) for each in self._contents]


class Desk:
    """A folder with a file to save to, a place for recovery copies, and who is told."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "assessments"
        self.folder.mkdir()
        self.path = self.folder / "a.toml"
        self.recovery = home / "state" / "recovery"
        self.disk = Disk(self.folder)
        self.told: Heard[SaveState] = Heard()
        self._savers: list[Saver] = []

    def saver(self, digest: str | None = None, retry_seconds: tuple[float, ...] = (AN_HOUR,)) -> Saver:
        """A saver of the file."""
        made = Saver(self.path, digest, self.told, retry_seconds)
        self._savers.append(made)
        return made

    def saver_of(self, number: int, retry_seconds: tuple[float, ...] = (AN_HOUR,)) -> Saver:
        """A saver of the file after it was read with this number in it."""
        self.path.write_bytes(content_of(number))
        return self.saver(load_assessment(self.path).digest, retry_seconds)

    def names(self) -> list[str]:
        """The names of all files in the folder."""
        return sorted(path.name for path in self.folder.iterdir())

    def copy(self) -> Path:
        """Where the recovery copy is expected."""
        mark = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:8]
        return self.recovery / f"{numbered(0).id}-{mark}.toml"

    def said(self) -> list[SaveState]:
        """The states told so far, at one and the same time of day."""
        return [replace(state, at=NOW) if isinstance(state, Saved) else state for state in self.told.all]

    def leave(self) -> None:
        """End every saver."""
        self.disk.refusals = 0
        self.disk.free.set()
        for saver in self._savers:
            saver.close(1)


def sitting_down(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk for one test."""
    desk = Desk(home)
    monkeypatch.setattr("culture_tui.storage.saver.recovery_folder", lambda: desk.recovery)
    monkeypatch.setattr(os, "replace", desk.disk.replace)
    yield desk
    desk.leave()


def numbered(number: int, at: datetime = NOW) -> Assessment:
    """An assessment that can be told from others by its number."""
    empty = assessment(skeleton({"purpose": ["mission", "vision"], "care": ["welcome"]}))
    return empty.with_level(PRACTICE, number % 5 + 1, at).with_note(PRACTICE, str(number), at)


def content_of(number: int) -> bytes:
    """The numbered assessment as a file of somebody else's making: as sound, but not by our writer."""
    return b"# by hand\n" + to_toml(to_table(numbered(number)))


def number_in(path: Path) -> int:
    """Which assessment stands in a file."""
    return int(load_assessment(path).assessment.rating(PRACTICE).note)
