"""What somebody else did to the file is left alone, and ours is kept all the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from culture_tui.errors import Place
from culture_tui.storage.saver import NotSaved, Saved
from saving import SECONDS, Desk, content_of, number_in, numbered, sitting_down
from support import NOW


@pytest.fixture(name="desk")
def a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A file to save to."""
    yield from sitting_down(tmp_path, monkeypatch)


def test_what_somebody_else_changed_stays_and_ours_stands_beside_it(desk: Desk) -> None:
    """Two facilitators with one file on a shared drive both keep every answer."""
    saver = desk.saver_of(1)
    desk.path.write_bytes(content_of(7))
    for number in (2, 3):
        saver.save(numbered(number))
        assert saver.settle(SECONDS)
        assert number_in(desk.folder / "a-2.toml") == number
    assert desk.path.read_bytes() == content_of(7)
    assert desk.names() == ["a-2.toml", "a.toml"]
    assert desk.said() == [Saved(desk.folder / "a-2.toml", NOW, moved=True)] * 2


def test_ours_takes_the_next_name_that_is_free(desk: Desk) -> None:
    """A copy of last week beside the file is as precious as the file."""
    saver = desk.saver_of(1)
    for path in (desk.path, desk.folder / "a-2.toml"):
        path.write_bytes(content_of(7))
    saver.save(numbered(2))
    assert saver.settle(SECONDS)
    assert desk.names() == ["a-2.toml", "a-3.toml", "a.toml"]
    assert (desk.folder / "a-2.toml").read_bytes() == content_of(7)
    assert desk.said() == [Saved(desk.folder / "a-3.toml", NOW, moved=True)]


def test_a_change_by_somebody_else_in_between_is_seen_too(desk: Desk) -> None:
    """The file is compared with what we wrote last, not only with what we opened."""
    saver = desk.saver_of(1)
    saver.save(numbered(2))
    assert saver.settle(SECONDS)
    desk.path.write_bytes(content_of(1))
    saver.save(numbered(3))
    assert saver.settle(SECONDS)
    assert desk.path.read_bytes() == content_of(1)
    assert desk.said()[1:] == [Saved(desk.folder / "a-2.toml", NOW, moved=True)]


def test_a_new_workshop_never_replaces_a_file_that_is_there(desk: Desk) -> None:
    """Two workshops begun under one name are two files."""
    desk.path.write_bytes(content_of(7))
    saver = desk.saver()
    saver.save(numbered(1))
    assert saver.settle(SECONDS)
    assert desk.path.read_bytes() == content_of(7)
    assert desk.said() == [Saved(desk.folder / "a-2.toml", NOW, moved=True)]


def test_a_file_that_was_deleted_is_made_again_under_its_name(desk: Desk) -> None:
    """A file that somebody tidied away is where it was, with everything."""
    saver = desk.saver_of(1)
    desk.path.unlink()
    saver.save(numbered(2))
    assert saver.settle(SECONDS)
    (state,) = desk.told.all
    assert isinstance(state, Saved)
    assert (state.path, state.moved, desk.names()) == (desk.path, False, ["a.toml"])
    assert number_in(desk.path) == 2


def test_a_folder_in_the_place_of_the_file_is_said(desk: Desk) -> None:
    """What is no file is named, left alone, and no reason to lose the change."""
    desk.path.mkdir()
    saver = desk.saver()
    saver.save(numbered(1))
    (state,) = desk.told.first(1)
    assert isinstance(state, NotSaved)
    assert (state.problem.place, state.recovery) == (Place(str(desk.path)), desk.copy())
    assert number_in(desk.copy()) == 1
    assert list(desk.path.iterdir()) == []


def test_a_pipe_in_the_place_of_the_file_does_not_hang(desk: Desk) -> None:
    """Nothing that somebody puts into a shared folder may stop a workshop from being kept."""
    saver = desk.saver_of(1)
    desk.path.unlink()
    os.mkfifo(desk.path)
    saver.save(numbered(2))
    try:
        (state,) = desk.told.first(1)
    finally:
        os.close(os.open(desk.path, os.O_RDWR | os.O_NONBLOCK))
    assert number_in(state.path if isinstance(state, Saved) else desk.copy()) == 2


def test_a_name_without_room_for_a_number_is_said(desk: Desk) -> None:
    """A file with as long a name as the system takes, changed by somebody else, is no reason to stop."""
    desk.path = desk.folder / f"{'x' * 250}.toml"
    saver = desk.saver_of(1)
    desk.path.write_bytes(content_of(7))
    saver.save(numbered(2))
    (state,) = desk.told.first(1)
    assert isinstance(state, NotSaved)
    assert number_in(desk.copy()) == 2
    assert desk.path.read_bytes() == content_of(7)
