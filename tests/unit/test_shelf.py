"""A folder of assessments as a list: complete, fresh, and right whatever became of the index."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.summary import Summary, summary_of
from culture_tui.storage import library_index, shelf
from culture_tui.storage.assessment_files import StoredAssessment, load_assessment, to_table, to_toml
from culture_tui.storage.shelf import Shelved, shelved
from documents import doc
from support import assessment, skeleton

MODEL = skeleton({"care": ["welcome", "farewell"]})
LONG_AGO = 1_700_000_000


class Shelves:
    """A folder, and how often one of its files was read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read: list[str] = []

    def put(self, name: str, level: int = 2, seconds: int = LONG_AGO) -> Path:
        """A file that nobody has touched for long."""
        path = self.folder / f"{name}.toml"
        path.write_bytes(to_toml(to_table(named(name, level))))
        os.utime(path, (seconds, seconds))
        return path

    def look(self) -> list[Shelved]:
        """All rows, and which of the files had to be read for them."""
        self.read.clear()
        return [each for batch in shelved(self.folder) for each in batch.files]

    def levels(self) -> dict[str, int | None]:
        """The level of each file that can be read."""
        return {each.path.stem: each.summary.level for each in self.look() if each.summary is not None}


def named(name: str, level: int) -> Assessment:
    """An assessment with an id of its own."""
    return assessment(MODEL, {"welcome": level}).model_copy(update={"id": name})


@pytest.fixture(name="shelves")
def some_shelves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelves:
    """A folder whose index stands in a cache of its own; files count as old at once."""
    made = Shelves(tmp_path / "assessments")
    made.folder.mkdir()

    def counted(path: Path) -> StoredAssessment:
        made.read.append(path.stem)
        return load_assessment(path)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(library_index, "index_path", lambda: tmp_path / "cache" / "library.sqlite")
    monkeypatch.setattr(shelf, "load_assessment", counted)
    monkeypatch.setattr(shelf, "_YOUNG_SECONDS", 0.0)
    monkeypatch.setattr(shelf, "_BATCH_SECONDS", 3600.0)
    return made


def test_the_newest_names_are_read_first_and_nothing_is_left_out(shelves: Shelves) -> None:
    """What a facilitator looks for is at the top before the rest has been read."""
    for day in range(10, 30):
        shelves.put(f"2026-05-{day}")
    assert [each.path.stem for each in shelves.look()] == [f"2026-05-{day}" for day in range(29, 9, -1)]
    assert len(shelves.read) == 20


def test_what_was_read_once_is_not_read_again(shelves: Shelves) -> None:
    """A thousand files are listed for the price of looking at their times."""
    for name in ("a", "b", "c"):
        shelves.put(name)
    first = shelves.look()
    assert (sorted(shelves.look(), key=str), shelves.read) == (sorted(first, key=str), [])


def test_a_first_screen_is_there_before_the_rest(shelves: Shelves) -> None:
    """Nobody waits for the thousandth file to see the first."""
    for number in range(40):
        shelves.put(f"n{number:02}")
    batches = list(shelved(shelves.folder))
    assert [(len(batch.files), batch.to_come) for batch in batches][:2] == [(0, 40), (24, 16)]
    assert [(len(batch.files), batch.to_come) for batch in shelved(shelves.folder)] == [(40, 0)]


@pytest.mark.parametrize("how", ["rewritten", "same size and time", "replaced"])
def test_a_file_that_changed_outside_is_read_again(how: str, shelves: Shelves) -> None:
    """A colleague's newer numbers must not hide behind older ones."""
    path = shelves.put("a", 2)
    assert shelves.levels() == {"a": 2}
    if how == "replaced":
        shelves.put("b", 4).replace(path)
    else:
        shelves.put("a", 4, LONG_AGO if how == "same size and time" else LONG_AGO + 5)
    assert (shelves.levels(), shelves.read) == ({"a": 4}, ["a"])


def test_a_file_that_is_gone_is_gone_from_list_and_index(shelves: Shelves) -> None:
    """What somebody deleted outside does not haunt the list."""
    shelves.put("a").unlink()
    shelves.put("b")
    shelves.look()
    (shelves.folder / "b.toml").unlink()
    assert (shelves.look(), library_index.known(shelves.folder)) == ([], {})


def test_a_file_just_written_is_not_trusted_yet(shelves: Shelves, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two writes within one tick of the clock look the same from outside."""
    monkeypatch.setattr(shelf, "_YOUNG_SECONDS", 3600.0)
    shelves.put("a")
    shelves.look()
    assert library_index.known(shelves.folder) == {}


def test_what_cannot_be_read_is_listed_with_the_reason_each_time(shelves: Shelves) -> None:
    """A pipe, a folder, a link and a broken file are neither hidden nor followed, nor do they hang."""
    outside = shelves.folder.parent / "outside.toml"
    outside.write_bytes(doc())
    (shelves.folder / "link.toml").symlink_to(outside)
    (shelves.folder / "folder.toml").mkdir()
    os.mkfifo(shelves.folder / "pipe.toml")
    (shelves.folder / "broken.toml").write_bytes(doc(value="9"))
    (shelves.folder / "notes.txt").write_bytes(b"not ours")
    for _ in range(2):
        said = {each.path.stem: str(each.problem) for each in shelves.look() if each.problem is not None}
        assert sorted(said) == ["broken", "folder", "link", "pipe"]
        assert "links are not followed" in said["link"]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Nothing is made by looking."""
    assert [batch.files for batch in shelved(tmp_path / "none")] == [()]
    assert not (tmp_path / "none").exists()


def broken(path: Path) -> None:
    """Not an index at all."""
    path.write_bytes(b"rubbish " * 1000)


def cut(path: Path) -> None:
    """Half of it is missing."""
    path.write_bytes(path.read_bytes()[:3000])


def older(path: Path) -> None:
    """Made by a version that had other tables."""
    path.unlink()
    with sqlite3.connect(path) as index:
        index.execute("create table files (path text)")
        index.execute('create table "an odd ""name""" (path text)')


def newer(path: Path) -> None:
    """Made by a later version."""
    with sqlite3.connect(path) as index:
        index.execute(f"pragma user_version = {library_index.FORMAT + 1}")


def other_rules(path: Path) -> None:
    """Made by a version that may have scored otherwise."""
    with sqlite3.connect(path) as index:
        index.execute("update made_by set version = '0'")
        index.execute("update files set summary = replace(summary, '\"level\": 2', '\"level\": 5')")


def nonsense(path: Path) -> None:
    """Rows that are no rows."""
    with sqlite3.connect(path) as index:
        index.execute("update files set summary = '{\"id\": 3}'")


def a_folder(path: Path) -> None:
    """A folder in its place."""
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "spoil", [broken, cut, older, newer, other_rules, nonsense, a_folder], ids=lambda each: each.__name__
)
def test_an_index_that_cannot_be_used_never_matters(spoil: Callable[[Path], None], shelves: Shelves) -> None:
    """The list comes from the files; the index only saves time."""
    for name in ("a", "b"):
        shelves.put(name)
    shelves.look()
    spoil(library_index.index_path())
    assert [shelves.levels() for _ in range(2)] == [{"a": 2, "b": 2}] * 2


def test_an_index_that_another_program_holds_is_done_without(shelves: Shelves) -> None:
    """Two programs on one workspace do not wait for each other."""
    shelves.put("a")
    shelves.look()
    shelves.put("b")
    with sqlite3.connect(library_index.index_path(), isolation_level=None) as other:
        other.execute("begin exclusive")
        assert shelves.levels() == {"a": 2, "b": 2}
        other.execute("rollback")
    other.close()


def test_a_later_version_finds_its_index_as_it_was(shelves: Shelves) -> None:
    """Somebody who tries the new version for a day loses nothing by going back."""
    shelves.put("a")
    shelves.look()
    newer(library_index.index_path())
    shelves.put("b")
    before = library_index.index_path().read_bytes()
    shelves.look()
    assert library_index.index_path().read_bytes() == before


def test_a_summary_comes_out_of_the_index_as_it_went_in(shelves: Shelves) -> None:
    """Brackets, quotes and other scripts are kept as they are."""
    strange = named("a", 3).model_copy(update={"title": '[@click=app.quit]"x"[/] שלום'})
    summary: Summary = summary_of(strange)
    library_index.remember(shelves.folder, {"a.toml": (library_index.Stamp(1, 2, 3, 4), summary)})
    assert library_index.known(shelves.folder) == {"a.toml": ("1 2 3 4", summary)}
