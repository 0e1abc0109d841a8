"""Saving every change at once, off the path of the keys, and never giving up on one.

A thread with a queue of one: only the newest assessment is worth writing. What cannot be
written stays in memory and in a recovery copy, and is tried again until it is on disk.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
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

    made_again: bool = False
    """Somebody else deleted the file, and it is back."""


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
        self._path = path.absolute()
        self._digest = digest
        self._report = report
        self._retry_seconds = retry_seconds
        self._moved = False
        self._made_again = False
        self._failures = 0
        self._attempts = 0
        self._wanted = 0
        self._waiting: Assessment | None = None
        self._busy = False
        self._refusing = False
        self._closing = False
        self._hurry = False
        self._recovered: Path | None = None
        self._change = Condition()
        self._thread = self._started()

    def save(self, assessment: Assessment) -> None:
        """Have an assessment written as soon as possible; returns at once.

        Raises:
            RuntimeError: the saver is closed; a change must never be swallowed.
        """
        with self._change:
            if self._refusing:
                raise RuntimeError(self._path)
            self._waiting = assessment
            self._failures = 0
            if not self._thread.is_alive():
                self._thread = self._started()
            self._change.notify_all()

    def settle(self, seconds: float) -> bool:
        """Wait until everything is on disk, trying once more what could not be written before.

        False where it is not after so long, or could not be written again.
        """
        with self._change:
            enough = self._attempts + (2 if self._busy else 1)
            self._wanted = max(self._wanted, enough)
            self._hurry = True
            self._change.notify_all()
            self._change.wait_for(
                lambda: not self._busy and (self._waiting is None or self._attempts >= enough), seconds
            )
            self._hurry = False
            return self._waiting is None and not self._busy

    def close(self, seconds: float = 5.0) -> bool:
        """Write what is waiting and stop; False where something could not be written."""
        with self._change:
            self._refusing = True
        settled = self.settle(seconds)
        with self._change:
            self._closing = True
            self._change.notify_all()
        self._thread.join(seconds)
        return settled

    def _started(self) -> Thread:
        thread = Thread(target=self._run, name="saver", daemon=True)
        thread.start()
        return thread

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._closing or self._waiting is not None)
                if self._closing:
                    return
                self._change.wait_for(lambda: self._hurry or self._closing, GRACE_SECONDS)
                assessment, self._waiting, self._busy = self._waiting, None, True
            if assessment is not None:
                self._write(assessment)
                self._rest_after_failure()

    def _write(self, assessment: Assessment) -> None:
        """Write, and tell how it went, whatever happens: a change is never swallowed in silence."""
        state: SaveState = NotSaved(Problem(Phrase("the program has a defect")), None)
        try:
            state = self._attempt(assessment)
        finally:
            try:
                self._report(state)
            finally:
                self._note(state, assessment)

    def _note(self, state: SaveState, assessment: Assessment) -> None:
        with self._change:
            self._busy = False
            self._attempts += 1
            if isinstance(state, NotSaved) and self._waiting is None:
                self._failures += 1
                self._waiting = assessment
            self._change.notify_all()

    def _attempt(self, assessment: Assessment) -> SaveState:
        try:
            self._write_file(assessment)
        except NotWrittenError as error:
            self._recovered = _recovery_copy(assessment, self._path)
            return NotSaved(error.problems[0], self._recovered)
        if self._recovered is not None:
            with suppress(OSError):
                self._recovered.unlink()
            self._recovered = None
        return Saved(self._path, datetime.now().astimezone(), self._moved, self._made_again)

    def _rest_after_failure(self) -> None:
        with self._change:
            if self._failures:
                seconds = self._retry_seconds[min(self._failures, len(self._retry_seconds)) - 1]
                self._change.wait_for(
                    lambda: self._closing or self._attempts < self._wanted or not self._failures, seconds
                )

    def _write_file(self, assessment: Assessment) -> None:
        content = checked(assessment, self._path)
        on_disk = digest_of(self._path)
        if on_disk is not None and on_disk != self._digest:
            self._path, self._moved = _beside(self._path), True
        self._made_again = on_disk is None and self._digest is not None
        write_bytes(self._path, content)
        self._digest = hashlib.sha256(content).hexdigest()
        with self._change:
            self._failures = 0


def checked(assessment: Assessment, path: Path) -> bytes:
    """The bytes of an assessment's file, after reading them back and comparing.

    Raises:
        NotWrittenError: they are too many, or would not read back as they are.
    """
    table = to_table(assessment)
    content = to_toml(table)
    if len(content) > MOST_BYTES:
        what = Phrase("would be larger than the limit of {limit} bytes", limit=MOST_BYTES)
        raise NotWrittenError(Problem(what, Place(shown(path))))
    if not _reads_back(content, table):
        raise NotWrittenError(Problem(Phrase("would not read back as it is"), Place(shown(path))))
    return content


def _reads_back(content: bytes, table: dict[str, object]) -> bool:
    try:
        return rtoml.loads(content.decode()) == _listed(table)
    except rtoml.TomlParsingError:
        return False


def _beside(path: Path) -> Path:
    """The first free name beside a file."""
    try:
        return unused(path)
    except OSError as error:
        reason = Phrase("cannot be written: {reason}", reason=error.strerror or str(error))
        raise NotWrittenError(Problem(reason, Place(shown(path)))) from None


def _listed(value: object) -> object:
    """Tuples as the lists that TOML gives back."""
    if isinstance(value, dict):
        return {key: _listed(each) for key, each in value.items()}
    return [_listed(each) for each in value] if isinstance(value, (tuple, list)) else value


def digest_of(path: Path) -> str | None:
    """The digest of what stands on disk; None where nothing does."""
    try:
        if path.exists() and not path.is_file():
            raise NotWrittenError(Problem(Phrase("not a regular file"), Place(shown(path))))
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = Phrase("cannot be read: {reason}", reason=error.strerror or str(error))
        raise NotWrittenError(Problem(reason, Place(shown(path)))) from None


def _recovery_copy(assessment: Assessment, path: Path) -> Path | None:
    """A copy in the user's state folder; two files of one id have two."""
    mark = hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
    copy = recovery_folder() / f"{assessment.id}-{mark}.toml"
    try:
        write_bytes(copy, to_toml(to_table(assessment)))
    except CultureError:
        return None
    return copy
