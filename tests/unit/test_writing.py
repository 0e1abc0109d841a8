"""What is saved is there after a power cut, or what was there before still is."""

from __future__ import annotations

import os
import stat
from errno import EDQUOT, EINVAL, EIO, EROFS
from pathlib import Path

import pytest

from culture_tui.errors import NotWrittenError
from culture_tui.storage.writing import unused, write_bytes
from documents import written

OLD, NEW = b"old\n", b"new\n"


def fails(code: int) -> OSError:
    """What the system says when it cannot."""
    return OSError(code, os.strerror(code))


def listing(folder: Path) -> list[str]:
    """The names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def refusal(path: Path) -> str:
    """What a person is told when the file cannot be written, without its folder."""
    with pytest.raises(NotWrittenError) as caught:
        write_bytes(path, NEW)
    return str(caught.value).removeprefix(f"{path.parent}/")


@pytest.fixture(name="trace")
def a_trace_of_what_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each sync and rename, in their order, by the kind of file."""
    seen: list[str] = []
    sync, replace = os.fsync, os.replace

    def fsync(handle: int) -> None:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            seen.append("sync the folder" if status.st_ino == tmp_path.stat().st_ino else "sync another")
        else:
            seen.append(f"sync {status.st_size} bytes")
        sync(handle)

    def rename(source: Path, target: Path) -> None:
        seen.append(f"rename to {target.name} within the folder: {source.parent == target.parent}")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", rename)
    return seen


@pytest.mark.parametrize("content", [NEW, b"", b"a\r\nb\n\x00\xff"])
def test_the_bytes_are_in_the_file(content: bytes, tmp_path: Path) -> None:
    """Not one byte is added or turned, whatever the system's line ends are."""
    path = written(tmp_path, OLD)
    write_bytes(path, content)
    assert path.read_bytes() == content
    assert listing(tmp_path) == ["a.toml"]


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    """The first workshop of a new workspace can be saved."""
    write_bytes(tmp_path / "culture" / "assessments" / "a.toml", NEW)
    assert (tmp_path / "culture" / "assessments" / "a.toml").read_bytes() == NEW


@pytest.mark.parametrize("before", [None, OLD], ids=["new file", "old file"])
def test_the_file_is_on_disk_before_it_takes_the_name_and_the_folder_after(
    before: bytes | None, trace: list[str], tmp_path: Path
) -> None:
    """In any other order a power cut leaves an empty file, or none."""
    path = tmp_path / "a.toml"
    if before is not None:
        written(tmp_path, before)
    write_bytes(path, NEW)
    assert trace == ["sync 4 bytes", "rename to a.toml within the folder: True", "sync the folder"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666])
def test_an_old_file_keeps_who_may_read_it(mode: int, tmp_path: Path) -> None:
    """Neither a team's shared file nor a private one changes hands by being saved."""
    path = written(tmp_path, OLD)
    path.chmod(mode)
    write_bytes(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_may_be_read_by_whom_the_system_says(tmp_path: Path) -> None:
    """A file that only its owner can read cannot be shared on a team's drive."""
    expected = written(tmp_path, OLD, "expected.toml")
    write_bytes(tmp_path / "a.toml", NEW)
    assert stat.S_IMODE((tmp_path / "a.toml").stat().st_mode) == stat.S_IMODE(expected.stat().st_mode)


def test_a_private_file_is_private_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash between two steps must not leave a client's notes open to everybody."""
    path = written(tmp_path, OLD)
    path.chmod(0o600)
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: modes.append(stat.S_IMODE(os.fstat(handle).st_mode)))
    write_bytes(path, NEW)
    assert modes[0] == 0o600


@pytest.mark.parametrize("name", ["replace", "fsync", "fchmod"])
@pytest.mark.parametrize("code", [EDQUOT, EIO])
def test_the_old_file_is_intact_when_a_step_fails(
    name: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the last change at most, and never the workshop."""
    path = written(tmp_path, OLD)

    def fail(*_: object) -> None:
        raise fails(code)

    monkeypatch.setattr(os, name, fail)
    assert refusal(path) == f"a.toml: cannot be written: {os.strerror(code)}"
    assert path.read_bytes() == OLD
    assert listing(tmp_path) == ["a.toml"]


def test_no_file_appears_when_a_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a file would be shown as one that cannot be read."""

    def fail(*_: object) -> None:
        raise fails(EDQUOT)

    monkeypatch.setattr(os, "replace", fail)
    assert refusal(tmp_path / "a.toml") == f"a.toml: cannot be written: {os.strerror(EDQUOT)}"
    assert listing(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only share is named with the system's own reason."""
    path = written(tmp_path, OLD)
    really = os.open

    def fail(where: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise fails(EROFS)
        return really(where, flags, mode)

    monkeypatch.setattr(os, "open", fail)
    assert refusal(path) == f"a.toml: cannot be written: {os.strerror(EROFS)}"
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("code", [EINVAL, EIO])
def test_what_is_said_to_be_unwritten_is_untouched(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network disks cannot sync a folder; the new file stands there all the same."""
    path = written(tmp_path, OLD)
    sync = os.fsync

    def fail_for_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise fails(code)
        sync(handle)

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    try:
        write_bytes(path, NEW)
        promised = NEW
    except NotWrittenError:
        promised = OLD
    assert path.read_bytes() == promised


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """A link planted in a shared folder must not turn a save into writing elsewhere."""
    target = written(tmp_path, OLD, "target")
    (tmp_path / "a.toml").symlink_to(target)
    assert refusal(tmp_path / "a.toml") == "a.toml: cannot be written: not a regular file"
    assert target.read_bytes() == OLD
    assert (tmp_path / "a.toml").readlink() == target


def test_the_target_of_a_dangling_link_is_not_made(tmp_path: Path) -> None:
    """The same with a link to what is not there yet."""
    (tmp_path / "a.toml").symlink_to(tmp_path / "target")
    assert refusal(tmp_path / "a.toml") == "a.toml: cannot be written: not a regular file"
    assert listing(tmp_path) == ["a.toml"]


def test_a_folder_or_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    """Only a file can be replaced by a file."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        assert refusal(tmp_path / name) == f"{name}: cannot be written: not a regular file"
    assert listing(tmp_path) == ["folder", "pipe"]


def test_a_file_in_the_way_of_the_temporary_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else put there is neither written through nor removed."""
    monkeypatch.setattr("culture_tui.storage.writing.token_hex", lambda _: "00")
    path, theirs = written(tmp_path, OLD), written(tmp_path, b"theirs", ".a.toml.00.tmp")
    assert refusal(path) == "a.toml: cannot be written: File exists"
    assert (path.read_bytes(), theirs.read_bytes()) == (OLD, b"theirs")


def test_a_name_that_acts_is_said_in_a_form_that_cannot(tmp_path: Path) -> None:
    """A name may come from a received file."""
    (tmp_path / "\x1b]0;x").mkdir()
    assert refusal(tmp_path / "\x1b]0;x") == "␛]0;x: cannot be written: not a regular file"


@pytest.mark.parametrize("name", ["a\0b.toml", "a\ud800b.toml"])
def test_a_name_that_no_system_knows_is_refused_in_plain_words(name: str, tmp_path: Path) -> None:
    """Saving under such a name fails like any other saving that fails."""
    assert "cannot be written: " in refusal(tmp_path / name)
    assert listing(tmp_path) == []


def test_an_unused_name_is_taken_as_it_is(tmp_path: Path) -> None:
    """No number where none is needed."""
    assert unused(tmp_path / "a.toml") == tmp_path / "a.toml"


def test_a_used_name_gets_the_first_number_that_is_free(tmp_path: Path) -> None:
    """A copy saved beside is never saved over another."""
    written(tmp_path, OLD)
    (tmp_path / "a-2.toml").symlink_to(tmp_path / "nowhere")
    written(tmp_path, OLD, "a-4.toml")
    assert unused(tmp_path / "a.toml") == tmp_path / "a-3.toml"
