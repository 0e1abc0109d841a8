"""Saving every change at once, off the path of the keys, and never giving up on one.

A thread with a queue of one: only the newest assessment is worth writing. What cannot be
written stays in memory and in a recovery copy, and is tried again until it is on disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Condition, Thread
from typing import Final

import rtoml

from culture_tui.domain.assessment import Assessment
from culture_tui.errors import CultureError, NotWrittenError, Phrase, Place, Problem
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.storage.reading import MOST_BYTES, shown
from culture_tui.storage.workspace import recovery_folder
from culture_tui.storage.writing import unused, write_bytes

GRACE_SECONDS: Final = 0.025
"""Between a change and its writing: the key is painted first, and is still down when it is saved."""

RETRY_SECONDS: Final = (1.0, 2.0, 5.0, 10.0)
"""How long to wait before trying again; the last one goes on."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The newest change is on disk."""

    path: Path
    at: datetime

    moved: bool = False
    """Somebody else changed the file, so ours stands beside it."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The newest change is in memory only, or in a recovery copy."""

    problem: Problem
    recovery: Path | None


SaveState = Saved | NotSaved


class Saver:
    """Writes one assessment file; values in, states out."""

    def __init__(
        self,
        path: Path,
        digest: str | None,
        report: Callable[[SaveState], None],
        retry_seconds: tuple[float, ...] = RETRY_SECONDS,
    ) -> None:
        """Begin saving to a file.

        Args:
            path: the file.
            digest: SHA-256 of it as it was read; None for one that is to be made.
            report: told each state, in the saver's thread.
            retry_seconds: how long to wait after each failure in a row.
        """
        self._path = path
        self._digest = digest
        self._report = report
        self._retry_seconds = retry_seconds
        self._moved = False
        self._failures = 0
        self._waiting: Assessment | None = None
        self._busy = False
        self._closing = False
        self._hurry = False
        self._change = Condition()
        self._thread = Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def save(self, assessment: Assessment) -> None:
        """Have an assessment written as soon as possible; returns at once.

        Raises:
            RuntimeError: the saver is closed; a change must never be swallowed.
        """
        with self._change:
            if self._closing:
                raise RuntimeError(self._path)
            self._waiting = assessment
            self._failures = 0
            self._change.notify_all()

    def settle(self, seconds: float) -> bool:
        """Wait until everything is on disk; False where it is not after so long, or cannot be."""
        with self._change:
            self._hurry = True
            self._change.notify_all()
            self._change.wait_for(self._is_settled, seconds)
            self._hurry = False
            return self._waiting is None and not self._busy

    def close(self, seconds: float = 5.0) -> bool:
        """Write what is waiting and stop; False where something could not be written."""
        settled = self.settle(seconds)
        with self._change:
            self._closing = True
            self._change.notify_all()
        self._thread.join(seconds)
        return settled

    def _is_settled(self) -> bool:
        return not self._busy and (self._waiting is None or self._failures > 0)

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._closing or self._waiting is not None)
                if self._closing:
                    return
                self._change.wait_for(lambda: self._hurry, GRACE_SECONDS)
                assessment, self._waiting, self._busy = self._waiting, None, True
            if assessment is not None:
                self._write(assessment)

    def _write(self, assessment: Assessment) -> None:
        state: SaveState
        try:
            self._write_file(assessment)
            state = Saved(self._path, datetime.now().astimezone(), self._moved)
        except NotWrittenError as error:
            state = NotSaved(error.problems[0], _recovery_copy(assessment))
        self._report(state)
        with self._change:
            self._busy = False
            if isinstance(state, NotSaved):
                self._failures += 1
                self._waiting = self._waiting or assessment
            self._change.notify_all()
        if isinstance(state, NotSaved):
            seconds = self._retry_seconds[min(self._failures, len(self._retry_seconds)) - 1]
            with self._change:
                self._change.wait_for(lambda: self._closing or not self._failures, seconds)

    def _write_file(self, assessment: Assessment) -> None:
        content = _checked(assessment, self._path)
        on_disk = _digest_of(self._path)
        if on_disk is not None and on_disk != self._digest:
            self._path, self._moved = unused(self._path), True
        write_bytes(self._path, content)
        self._digest = hashlib.sha256(content).hexdigest()


def _checked(assessment: Assessment, path: Path) -> bytes:
    """The file's bytes, after reading them back and comparing."""
    table = to_table(assessment)
    content = to_toml(table)
    if len(content) > MOST_BYTES:
        what = Phrase("would be larger than the limit of {limit} bytes", limit=MOST_BYTES)
        raise NotWrittenError(Problem(what, Place(shown(path))))
    if rtoml.loads(content.decode()) != _listed(table):
        raise NotWrittenError(Problem(Phrase("would not read back as it is"), Place(shown(path))))
    return content


def _listed(value: object) -> object:
    """Tuples as the lists that TOML gives back."""
    if isinstance(value, dict):
        return {key: _listed(each) for key, each in value.items()}
    return [_listed(each) for each in value] if isinstance(value, (tuple, list)) else value


def _digest_of(path: Path) -> str | None:
    """The digest of what stands on disk; None where nothing does."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = Phrase("cannot be read: {reason}", reason=error.strerror or str(error))
        raise NotWrittenError(Problem(reason, Place(shown(path)))) from None


def _recovery_copy(assessment: Assessment) -> Path | None:
    path = recovery_folder() / f"{assessment.id}.toml"
    try:
        write_bytes(path, to_toml(to_table(assessment)))
    except CultureError:
        return None
    return path
