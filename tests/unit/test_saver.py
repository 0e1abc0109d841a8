"""The newest change is on disk as soon as can be, and no thread or change is left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Evidence, Rating, SymptomSeen
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.saver import Saved, Saver, SaveState
from saving import (
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

TEXT = "one\r\ntwo\n\n\t\"three\" '''four''' \\ [@click=x] é 漢字 🙂 # no comment"


@pytest.fixture(name="desk")
def a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A file to save to."""
    yield from sitting_down(tmp_path, monkeypatch)


@pytest.fixture(name="graces")
def graces_of_an_hour(monkeypatch: pytest.MonkeyPatch) -> Heard[float]:
    """Each time that the saver begins to wait, and would for an hour, between a change and its writing."""
    monkeypatch.setattr("culture_tui.storage.saver.GRACE_SECONDS", AN_HOUR)
    return noting_waits(monkeypatch, AN_HOUR)


def savers() -> list[Thread]:
    """The saver threads that are alive."""
    return [thread for thread in threading.enumerate() if thread.name == "saver"]


def everything() -> Assessment:
    """An assessment with something of every kind in it."""
    rating = Rating(
        target=4,
        confidence="low",
        note=TEXT,
        evidence=(Evidence(text=TEXT, link="https://example.org"),),
        rounds=((0, 2, 5, 1, 0), (0, 0, 8, 0, 0)),
        level=3,
        reason=TEXT,
        rated_at=NOW,
    )
    ratings = {"mission": rating, "vision": Rating(not_applicable=TEXT)}
    seen = {"turnover": SymptomSeen(seen="often", note=TEXT)}
    return numbered(1).model_copy(update={"ratings": ratings, "symptoms": seen})


def test_what_is_saved_reads_back_equal(desk: Desk) -> None:
    """A workshop that is opened again is the one that was left."""
    saver = desk.saver()
    saver.save(everything())
    assert saver.settle(SECONDS)
    assert load_assessment(desk.path).assessment == everything()
    assert desk.names() == ["a.toml"]


def test_it_is_said_where_and_when_a_change_was_saved(desk: Desk) -> None:
    """The screen always says in which file everything is, with the room's own time."""
    saver = desk.saver()
    saver.save(numbered(1))
    assert saver.settle(SECONDS)
    (state,) = desk.told.all
    assert isinstance(state, Saved)
    assert (state.path, state.moved) == (desk.path, False)
    assert state.at.utcoffset() is not None


def test_a_file_that_was_read_is_replaced_by_what_changed(desk: Desk) -> None:
    """Resuming a workshop goes on in its own file, however many changes there are."""
    saver = desk.saver_of(1)
    for number in (2, 3, 4):
        saver.save(numbered(number))
        assert saver.settle(SECONDS)
        assert number_in(desk.path) == number
    assert desk.said() == [Saved(desk.path, NOW)] * 3
    assert desk.names() == ["a.toml"]


def test_looking_is_not_changing(desk: Desk) -> None:
    """A file that was only opened keeps its bytes, comments and all."""
    saver = desk.saver_of(1)
    assert saver.settle(SECONDS)
    assert saver.close(SECONDS)
    assert desk.path.read_bytes() == content_of(1)
    assert desk.told.all == []


def test_a_change_is_written_without_anybody_asking(desk: Desk) -> None:
    """A laptop that is shut after the last vote has that vote on disk."""
    desk.saver().save(numbered(1))
    desk.told.first(1)
    assert number_in(desk.path) == 1


def test_only_the_newest_change_is_written_after_a_slow_one(desk: Desk) -> None:
    """A slow network drive must not fall behind the room by one file a key."""
    saver = desk.saver()
    desk.disk.free.clear()
    saver.save(numbered(1))
    assert desk.disk.reached.wait(SECONDS)
    for number in (2, 3, 4):
        saver.save(numbered(number))
    desk.disk.free.set()
    assert saver.settle(SECONDS)
    assert desk.disk.written == [1, 4]
    assert desk.said() == [Saved(desk.path, NOW)] * 2


def test_changes_in_quick_succession_are_written_once(graces: Heard[float], desk: Desk) -> None:
    """Somebody who runs up and down the scale does not wear the disk out."""
    saver = desk.saver()
    saver.save(numbered(1))
    graces.first(1)
    for number in (2, 3):
        saver.save(numbered(number))
    assert saver.settle(SECONDS)
    assert desk.disk.written == [3]


@pytest.mark.parametrize("finish", [Saver.settle, Saver.close])
def test_leaving_does_not_wait_for_the_grace(
    finish: Callable[[Saver, float], bool], graces: Heard[float], desk: Desk
) -> None:
    """Quitting is at once, with everything on disk."""
    saver = desk.saver()
    saver.save(numbered(1))
    graces.first(1)
    assert finish(saver, SECONDS)
    assert number_in(desk.path) == 1


def test_the_grace_comes_back_after_settling(graces: Heard[float], desk: Desk) -> None:
    """Settling once must not make every later key compete with its own painting."""
    saver = desk.saver()
    for number in (1, 2):
        saver.save(numbered(number))
        graces.first(number)
        assert saver.settle(SECONDS)
    assert desk.disk.written == [1, 2]


def test_settling_says_no_while_something_is_not_on_disk(desk: Desk) -> None:
    """Nobody is told that all is saved while a slow drive still works on it."""
    saver = desk.saver()
    desk.disk.free.clear()
    saver.save(numbered(1))
    assert desk.disk.reached.wait(SECONDS)
    assert not saver.settle(0)
    saver.save(numbered(2))
    assert not saver.settle(0)
    desk.disk.free.set()
    assert saver.settle(SECONDS)


def test_whoever_settles_has_been_told(desk: Desk) -> None:
    """The line on the screen is never older than the file."""
    saver = desk.saver()
    for number in range(1, 6):
        saver.save(numbered(number))
        assert saver.settle(SECONDS)
        assert (desk.disk.written, len(desk.told.all)) == (list(range(1, number + 1)), number)


def test_who_is_told_may_save_again(tmp_path: Path) -> None:
    """Whoever listens may act on what is heard, and nothing locks up."""
    path = tmp_path / "a.toml"
    savers: list[Saver] = []

    def go_on(_state: SaveState) -> None:
        if number_in(path) < 3:
            savers[0].save(numbered(number_in(path) + 1))

    savers.append(Saver(path, None, go_on))
    savers[0].save(numbered(1))
    assert savers[0].settle(SECONDS)
    assert savers[0].close(SECONDS)
    assert number_in(path) == 3


def test_a_listener_that_fails_does_not_end_saving(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect on the screen must not cost what the room says afterwards."""
    defects: Heard[object] = Heard()
    monkeypatch.setattr(threading, "excepthook", defects)

    def fail(_state: SaveState) -> None:
        raise ZeroDivisionError

    saver = Saver(desk.path, None, fail)
    for number in (1, 2):
        saver.save(numbered(number))
        defects.first(number)
        for thread in savers():
            thread.join(SECONDS)
        assert number_in(desk.path) == number
    assert saver.close(SECONDS)


def test_a_file_stays_where_it_was_said_to_be(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder from which the program was started may be another one later."""
    monkeypatch.chdir(desk.folder)
    saver = Saver(Path("a.toml"), None, desk.told)
    monkeypatch.chdir(desk.folder.parent)
    saver.save(numbered(1))
    assert saver.close(SECONDS)
    assert desk.said() == [Saved(desk.path, NOW)]
    assert number_in(desk.path) == 1


def test_closing_writes_what_waits_and_ends_the_thread(desk: Desk) -> None:
    """A program that was left is gone, and its last change is not."""
    before = savers()
    saver = desk.saver()
    assert len(savers()) == len(before) + 1
    saver.save(numbered(1))
    assert saver.close(SECONDS)
    assert savers() == before
    assert number_in(desk.path) == 1
    assert saver.close(SECONDS)


def test_saving_after_closing_is_refused_aloud(desk: Desk) -> None:
    """A change that nobody would write must never be swallowed."""
    saver = desk.saver_of(1)
    saver.close(SECONDS)
    with pytest.raises(RuntimeError):
        saver.save(numbered(2))
    assert desk.path.read_bytes() == content_of(1)


def test_what_is_accepted_while_closing_is_on_disk(desk: Desk) -> None:
    """The last vote may come from another thread in the moment in which the program is left."""

    class Interrupted(Saver):
        accepted = 1

        def settle(self, seconds: float) -> bool:
            settled = super().settle(seconds)
            with suppress(RuntimeError):
                self.save(numbered(2))
                self.accepted = 2
            return settled

    saver = Interrupted(desk.path, None, desk.told)
    saver.save(numbered(1))
    assert (saver.close(SECONDS), number_in(desk.path)) == (True, saver.accepted)


def test_changes_from_many_threads_end_with_the_newest(desk: Desk) -> None:
    """A timer that saves a note and a key that saves a level must not undo each other."""
    saver = desk.saver()
    order = Lock()
    numbers = iter(range(1, 201))

    def save_some() -> None:
        for _ in range(25):
            with order:
                saver.save(numbered(next(numbers)))

    threads = [Thread(target=save_some) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert saver.close(SECONDS)
    assert number_in(desk.path) == 200
    assert desk.disk.written == sorted(set(desk.disk.written))
    assert desk.said() == [Saved(desk.path, NOW)] * len(desk.disk.written)
