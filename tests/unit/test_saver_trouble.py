"""What cannot be saved is said, kept elsewhere and tried again, and nobody else's file is touched."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from errno import EDQUOT
from pathlib import Path
from threading import Condition
from typing import TypeVar

import pytest

from culture_tui.errors import Phrase, Place, Problem
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from culture_tui.storage.saver import NotSaved, Saved
from saving import (
    ALWAYS,
    AN_HOUR,
    SECONDS,
    Desk,
    Heard,
    content_of,
    noting_waits,
    number_in,
    numbered,
    sitting_down,
)
from support import NOW

BACK_OFF = (AN_HOUR + 1, AN_HOUR + 2, AN_HOUR + 3)

T = TypeVar("T")


@pytest.fixture(name="desk")
def a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A file to save to."""
    yield from sitting_down(tmp_path, monkeypatch)


@pytest.fixture(name="waits")
def a_note_of_every_wait(monkeypatch: pytest.MonkeyPatch) -> Heard[float]:
    """How long the saver was going to wait after each failure."""
    return noting_waits(monkeypatch, *BACK_OFF)


@pytest.fixture(name="no_patience")
def waits_that_end_at_once(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the saver was going to wait after each failure, had it not been woken at once."""
    waits: list[float] = []

    class Impatient(Condition):
        def wait_for(self, predicate: Callable[[], T], timeout: float | None = None) -> T:
            if timeout not in BACK_OFF:
                return super().wait_for(predicate, timeout)
            waits.append(timeout)
            return predicate()

    monkeypatch.setattr("culture_tui.storage.saver.Condition", Impatient)
    return waits


def failed(desk: Desk, what: Phrase | None = None) -> NotSaved:
    """The state that says that a change stands in a recovery copy only, for a full disk unless told."""
    full = Phrase("cannot be written: {reason}", reason=os.strerror(EDQUOT))
    return NotSaved(Problem(what or full, Place(str(desk.path))), desk.copy())


def test_a_failure_leaves_the_old_file_and_a_copy_of_the_new(desk: Desk) -> None:
    """A full disk in the middle of a workshop costs nothing: not what was, not what is new."""
    saver = desk.saver_of(1)
    desk.disk.refusals = ALWAYS
    saver.save(numbered(2))
    assert desk.told.first(1) == [failed(desk)]
    assert desk.path.read_bytes() == content_of(1)
    assert desk.names() == ["a.toml"]
    assert load_assessment(desk.copy()).assessment == numbered(2)


def test_it_is_tried_again_with_growing_pauses_until_it_works(desk: Desk, no_patience: list[float]) -> None:
    """A network drive that comes back finds the change, without a key pressed."""
    desk.disk.refusals = 5
    saver = desk.saver_of(1, BACK_OFF)
    saver.save(numbered(2))
    assert isinstance(desk.told.first(6)[-1], Saved)
    assert desk.said() == [*[failed(desk)] * 5, Saved(desk.path, NOW)]
    assert no_patience == [*BACK_OFF, BACK_OFF[-1], BACK_OFF[-1]]
    assert saver.settle(SECONDS)
    assert number_in(desk.path) == 2
    assert list(desk.recovery.iterdir()) == []


@pytest.mark.timeout(20)
def test_settling_tries_once_more_and_only_once(desk: Desk, waits: Heard[float]) -> None:
    """Whoever leaves gets a last chance, and neither a wait nor a disk that is hammered."""
    desk.disk.refusals = ALWAYS
    saver = desk.saver_of(1, BACK_OFF)
    saver.save(numbered(2))
    waits.first(1)
    assert not saver.settle(AN_HOUR)
    assert desk.told.all == [failed(desk)] * 2
    waits.first(2)
    desk.disk.refusals = 0
    assert saver.settle(AN_HOUR)
    assert number_in(desk.path) == 2


def test_a_new_change_is_tried_at_once(desk: Desk, waits: Heard[float]) -> None:
    """Whoever made room on the disk sees with the next key that it helped."""
    desk.disk.refusals = 2
    saver = desk.saver_of(1, BACK_OFF)
    for number in (2, 3):
        saver.save(numbered(number))
        waits.first(number - 1)
    saver.save(numbered(4))
    assert saver.settle(SECONDS)
    assert desk.said() == [failed(desk), failed(desk), Saved(desk.path, NOW)]
    assert waits.all == [BACK_OFF[0], BACK_OFF[0]]
    assert number_in(desk.path) == 4


def test_after_a_success_the_pauses_are_short_again(desk: Desk, waits: Heard[float]) -> None:
    """A second cable that is pulled in the afternoon is not punished for the first."""
    saver = desk.saver_of(1, BACK_OFF)
    for number in (2, 4):
        desk.disk.refusals = 1
        saver.save(numbered(number))
        waits.first(number // 2)
        saver.save(numbered(number + 1))
        assert saver.settle(SECONDS)
    assert waits.all == [BACK_OFF[0], BACK_OFF[0]]


@pytest.mark.parametrize("how", ["wait", "settle", "close"])
def test_a_change_made_during_a_failing_write_is_not_left_out(how: str, desk: Desk) -> None:
    """Two quick keys on a drive that is failing, then quit: when it works again both are saved."""
    saver = desk.saver_of(1)
    desk.disk.refusals = 1
    desk.disk.free.clear()
    saver.save(numbered(2))
    assert desk.disk.reached.wait(SECONDS)
    saver.save(numbered(3))
    desk.disk.free.set()
    if how == "wait":
        assert isinstance(desk.told.first(2)[1], Saved)
    else:
        assert saver.settle(SECONDS) if how == "settle" else saver.close(SECONDS)
    assert number_in(desk.path) == 3


def test_leaving_while_nothing_can_be_saved_says_so_and_ends(desk: Desk, waits: Heard[float]) -> None:
    """Nobody waits an hour for a drive that is gone; the copy is all there."""
    before = threading.active_count()
    desk.disk.refusals = ALWAYS
    saver = desk.saver_of(1, BACK_OFF)
    saver.save(numbered(2))
    waits.first(1)
    assert not saver.close(SECONDS)
    assert threading.active_count() == before
    assert number_in(desk.copy()) == 2
    assert desk.path.read_bytes() == content_of(1)


def test_no_copy_is_claimed_where_none_could_be_made(desk: Desk) -> None:
    """On a laptop that is full everywhere nobody is sent to look for a copy."""
    desk.recovery.parent.write_bytes(b"in the way")
    desk.disk.refusals = ALWAYS
    saver = desk.saver_of(1)
    saver.save(numbered(2))
    assert desk.told.first(1) == [NotSaved(failed(desk).problem, None)]


def test_a_file_that_would_be_too_large_is_not_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could never be opened again must not replace what can; one byte decides."""
    size = len(to_toml(to_table(numbered(2))))
    saver = desk.saver_of(1)
    monkeypatch.setattr("culture_tui.storage.saver.MOST_BYTES", size - 1)
    saver.save(numbered(2))
    too_large = Phrase("would be larger than the limit of {limit} bytes", limit=size - 1)
    assert desk.told.first(1) == [failed(desk, too_large)]
    assert desk.path.read_bytes() == content_of(1)
    assert load_assessment(desk.copy()).assessment == numbered(2)
    monkeypatch.setattr("culture_tui.storage.saver.MOST_BYTES", size)
    saver.save(numbered(2))
    assert saver.settle(SECONDS)


@pytest.mark.parametrize(
    ("old", "new"),
    [('note = "2"\n', ""), ('note = "2"', 'note = "2 "'), ("level = 3", "level = 4"), ("[ratings", "[[[")],
    ids=["left out", "added", "turned", "no TOML"],
)
def test_what_would_not_read_back_is_not_written(
    old: str, new: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer with a defect must not turn last month's assessment into something else."""
    assert to_toml(to_table(numbered(2))).count(old.encode()) >= 1
    monkeypatch.setattr(
        "culture_tui.storage.saver.to_toml", lambda table: to_toml(table).replace(old.encode(), new.encode())
    )
    saver = desk.saver_of(1)
    saver.save(numbered(2))
    assert desk.told.first(1) == [failed(desk, Phrase("would not read back as it is"))]
    assert desk.path.read_bytes() == content_of(1)
    assert desk.names() == ["a.toml"]
