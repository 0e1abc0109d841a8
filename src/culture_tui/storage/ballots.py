"""Votes of rounds that are under way, kept so that a laptop that dies loses none.

They stand in the user's state folder and not in the assessment, where they would tell a level
before the reveal. The file holds counts only, may be read by its owner only, and goes with the
reveal. What cannot be read, or no longer fits the assessment, is removed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread
from typing import Final, Literal

from pydantic import ValidationError

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot, fits
from culture_tui.domain.values import Frozen, Slug
from culture_tui.errors import NotWrittenError, UnsoundInputError
from culture_tui.storage.reading import open_regular
from culture_tui.storage.workspace import ballot_folder
from culture_tui.storage.writing import write_bytes

_MOST_BYTES: Final = 200_000
_MODE: Final = 0o600
_PATIENCE: Final = 5.0


def _at_once() -> bool:
    return True


class KeptBallots(Frozen):
    """What the file holds."""

    format: Literal[1] = 1
    assessment: Slug
    ballots: tuple[Ballot, ...]


class BallotBox:
    """The ballots of one open assessment: values in, and on disk soon after."""

    def __init__(self, assessment: Assessment, path: Path) -> None:
        """Find what was under way when the assessment was last open.

        Args:
            assessment: as it was read.
            path: its file; two files of one id have two boxes.
        """
        mark = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:8]
        self._id = assessment.id
        self._file = ballot_folder() / f"{assessment.id}-{mark}.json"
        self._ballots: dict[tuple[str, str], Ballot] = {}
        self._change = Condition()
        self._waiting: Callable[[], bool] | None = None
        self._busy = False
        self._closing = False
        self._thread: Thread | None = None
        self.failed = False
        if assessment.status == "draft":
            self._ballots = {(each.mode, each.item): each for each in self._found(assessment)}

    def of(self, assessment: Assessment, item: str) -> Ballot | None:
        """The round under way about an item; None where there is none, or it no longer fits."""
        ballot = self._ballots.get((assessment.workshop.mode, item))
        return ballot if ballot is not None and fits(ballot, assessment) else None

    def under_way(self, assessment: Assessment) -> list[Ballot]:
        """All rounds under way in what the workshop asks now."""
        return [ballot for ballot in self._ballots.values() if fits(ballot, assessment)]

    def keep(self, ballot: Ballot) -> None:
        """Have a ballot written at once, or removed where nobody has voted; does not wait for the disk."""
        key = (ballot.mode, ballot.item)
        with self._change:
            self._ballots.pop(key, None)
            if ballot.voted:
                self._ballots[key] = ballot
            self._wake(_at_once)

    def drop(self, ballot: Ballot, once: Callable[[], bool] = _at_once) -> None:
        """Forget a ballot; its file goes as soon as `once` says that the votes are safe elsewhere.

        Args:
            ballot: the round that was revealed, or thrown away.
            once: asked in the box's own thread; where it says no, the file stays as it is.
        """
        with self._change:
            self._ballots.pop((ballot.mode, ballot.item), None)
            self._wake(once)

    def settle(self, seconds: float) -> bool:
        """Wait until all votes are on disk; False where they are not."""
        with self._change:
            done = self._change.wait_for(lambda: self._waiting is None and not self._busy, seconds)
        return done and not self.failed

    def close(self) -> None:
        """Finish writing. Waits for the disk."""
        with self._change:
            self._closing = True
            self._change.notify_all()
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _wake(self, once: Callable[[], bool]) -> None:
        self._waiting = once
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, name="ballots", daemon=True)
            self._thread.start()
        self._change.notify_all()

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._closing or self._waiting is not None)
                once, self._waiting = self._waiting, None
                if once is None:
                    return
                self._busy = True
            if once():
                self._write()
            with self._change:
                self._busy = False
                self._change.notify_all()

    def _write(self) -> None:
        with self._change:
            ballots = tuple(self._ballots.values())
        kept = KeptBallots(assessment=self._id, ballots=ballots)
        try:
            if ballots:
                said = kept.model_dump_json(exclude={"ballots": {"__all__": {"last"}}})
                write_bytes(self._file, said.encode(), _MODE)
            else:
                self._file.unlink(missing_ok=True)
        except (NotWrittenError, OSError):
            self.failed = True
        else:
            self.failed = False

    def _found(self, assessment: Assessment) -> list[Ballot]:
        """The ballots on disk that still fit; a file with none of them is removed."""
        if not self._file.exists():
            return []
        kept = self._read()
        if kept is not None and kept.assessment == assessment.id:
            found = [ballot.sealed() for ballot in kept.ballots]
            fitting = [ballot for ballot in found if fits(ballot, assessment)]
            if fitting:
                return fitting
        with suppress(OSError):
            self._file.unlink()
        return []

    def _read(self) -> KeptBallots | None:
        try:
            with open_regular(self._file, _MOST_BYTES) as file:
                return KeptBallots.model_validate_json(file.read(_MOST_BYTES))
        except (UnsoundInputError, ValidationError, OSError):
            return None
