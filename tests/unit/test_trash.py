"""What is deleted can be had back, byte for byte, and nothing else is ever touched."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from culture_tui.errors import NotWrittenError
from culture_tui.storage.trash import bring_back, name_before, put_away, throw_away
from support import NOW

BYTES = b"\xef\xbb\xbfformat = 1\r\nanything \xff"


@pytest.fixture(name="file")
def a_file(tmp_path: Path) -> Path:
    """An assessment in a workspace."""
    path = tmp_path / "assessments" / "2026-11-21-desk.toml"
    path.parent.mkdir()
    path.write_bytes(BYTES)
    return path


def trash_of(file: Path) -> Path:
    """The trash of its workspace."""
    return file.parents[1] / "trash"


def test_a_file_moves_to_the_trash_and_back_as_it_was(file: Path) -> None:
    """Undo means as if nothing had happened."""
    trashed = put_away(file, trash_of(file), NOW)
    assert (file.exists(), trashed.kept.read_bytes()) == (False, BYTES)
    assert trashed.kept == trash_of(file) / "2026-11-21-desk~20261121-140000.toml"
    assert bring_back(trashed.kept, trashed.origin) == file
    assert file.read_bytes() == BYTES
    assert list(trash_of(file).iterdir()) == []


def test_the_trash_keeps_two_files_of_one_name(file: Path) -> None:
    """The same name deleted twice in a second is two files."""
    first = put_away(file, trash_of(file), NOW)
    file.write_bytes(b"another")
    second = put_away(file, trash_of(file), NOW)
    assert (first.kept.read_bytes(), second.kept.read_bytes()) == (BYTES, b"another")
    assert [name_before(each.kept) for each in (first, second)] == [file.name, file.name]


def test_coming_back_never_overwrites_what_took_the_name(file: Path) -> None:
    """A colleague's new file of the same name is worth as much."""
    trashed = put_away(file, trash_of(file), NOW)
    file.write_bytes(b"new")
    back = bring_back(trashed.kept, trashed.origin)
    assert (back.name, back.read_bytes(), file.read_bytes()) == ("2026-11-21-desk-2.toml", BYTES, b"new")


def test_a_name_from_another_hand_is_left_as_it_is() -> None:
    """Files that somebody put there by hand are listed too."""
    assert name_before(Path("trash/notes.toml")) == "notes.toml"
    assert name_before(Path("trash/a~b~20261121-140000-3.toml")) == "a~b.toml"


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "nothing"])
def test_only_a_regular_file_is_moved(kind: str, file: Path) -> None:
    """A link would be moved away from what it points to, a folder with all that is in it."""
    other = file.with_name("x.toml")
    if kind == "link":
        other.symlink_to(file)
    elif kind == "pipe":
        os.mkfifo(other)
    elif kind == "folder":
        other.mkdir()
    with pytest.raises(NotWrittenError) as caught:
        put_away(other, trash_of(file), NOW)
    assert "x.toml" in str(caught.value)
    assert ("links are not followed" in str(caught.value)) == (kind == "link")
    assert file.read_bytes() == BYTES
    assert os.path.lexists(other) == (kind != "nothing")
    assert not trash_of(file).exists()


def test_a_trash_that_is_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    """A folder received from a client must not carry files out of the workspace."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    trash_of(file).symlink_to(elsewhere)
    with pytest.raises(NotWrittenError, match="links are not followed"):
        put_away(file, trash_of(file), NOW)
    assert (list(elsewhere.iterdir()), file.read_bytes()) == ([], BYTES)


def test_where_nothing_can_be_written_nothing_is_half_done(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is in one place or in the other, and no empty one is left behind."""

    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotWrittenError, match="cannot be moved: Read-only file system"):
        put_away(file, trash_of(file), NOW)
    assert (file.read_bytes(), list(trash_of(file).iterdir())) == (BYTES, [])


def test_both_folders_are_on_disk_before_it_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut the file is in one of the two, not in neither."""
    synced: list[Path] = []
    monkeypatch.setattr("culture_tui.storage.trash.sync_folder", synced.append)
    put_away(file, trash_of(file), NOW)
    assert synced == [trash_of(file), file.parent]


def test_what_is_thrown_away_is_gone(file: Path) -> None:
    """Emptying the trash is the one thing that cannot be taken back."""
    kept = put_away(file, trash_of(file), datetime(2026, 1, 1, tzinfo=NOW.tzinfo)).kept
    throw_away(kept)
    assert not kept.exists()
    with pytest.raises(NotWrittenError):
        throw_away(kept)
