"""Saving: what could not be written is said until it is, and nobody loses anything by leaving."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.errors import NotWrittenError, Phrase, Place, Problem
from culture_tui.storage.reading import shown
from culture_tui.storage.saver import Saver
from culture_tui.storage.writing import write_bytes
from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from culture_tui.tui.screens.unsaved import UnsavedDialog
from culture_tui.tui.widgets.bars import SavedLine
from pilot.reading import screen_text, seen, wait_for, wait_until, window, write
from pilot.stage import SMALL, TERMINAL, Stage


class Disk:
    """A disk that can refuse."""

    def __init__(self) -> None:
        self.refuses: tuple[str, ...] = ()

    def write(self, path: Path, content: bytes) -> None:
        """Write, or complain as a full disk does."""
        if any(folder in str(path) for folder in self.refuses):
            raise NotWrittenError(Problem(Phrase("cannot be written: disk full"), Place(shown(path))))
        write_bytes(path, content)

    def is_full(self) -> None:
        """The place of the assessments cannot be written; recovery copies can."""
        self.refuses = ("assessments",)

    def is_gone(self) -> None:
        """Nothing can be written anywhere."""
        self.refuses = ("",)

    def works_again(self) -> None:
        """Everything can be written."""
        self.refuses = ()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk that works, and is tried again at once when it does not."""
    made = Disk()
    monkeypatch.setattr("culture_tui.storage.saver.write_bytes", made.write)
    monkeypatch.setattr("culture_tui.tui.workshop.Saver", partial(Saver, retry_seconds=(0.02,)))
    return made


def saved_line(pilot: Pilot[None]) -> str:
    """The line that says where the newest change is."""
    return screen_text(pilot.app)[-2].strip()


async def leave(pilot: Pilot[None]) -> None:
    """Ask to quit, and wait for the question."""
    await pilot.press("ctrl+q")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), SMALL])
async def test_what_is_not_saved_is_said_until_it_is(stage: Stage, disk: Disk, size: tuple[int, int]) -> None:
    """A warning that goes away by itself is believed to be over."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path, size) as pilot:
        disk.is_full()
        await pilot.press("4")
        await wait_until(pilot, lambda: saved_line(pilot).startswith("NOT SAVED: "))
        for key in ("right", "g", "m", "escape", "escape", "left"):
            await pilot.press(key)
            await pilot.pause()
            assert saved_line(pilot).startswith("NOT SAVED: ")
        assert "Rated 4" in seen(pilot.app)
        assert path.read_bytes() == before
        disk.works_again()
        await wait_until(pilot, lambda: saved_line(pilot).startswith("saved "))
        assert stage.level(path, "welcome") == 4
        assert "NOT SAVED" not in seen(pilot.app)


@pytest.mark.parametrize(("keys", "size"), [("n", TERMINAL), ("n", SMALL), ("me", TERMINAL)])
async def test_where_a_text_is_written_it_is_said_while_it_cannot_be_saved(
    stage: Stage, disk: Disk, keys: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes for ten minutes looks at the window, not behind it."""
    monkeypatch.setattr("culture_tui.tui.workshop.Saver", partial(Saver, retry_seconds=(60.0,)))
    path = stage.keep(stage.all_rated())

    def says_that_it_is_saved(pilot: Pilot[None]) -> bool:
        return "saved while you write" in seen(pilot.app).lower()

    async with stage.open(path, size) as pilot:
        disk.is_full()
        await pilot.press("4")
        await wait_for(pilot, "NOT SAVED: ")
        await write(pilot, keys)
        await wait_for(pilot, "F1 Help NOT SAVED: " if keys == "n" else "Esc closes · NOT")
        assert not says_that_it_is_saved(pilot)
        disk.works_again()
        await pilot.press(*["shift+tab"] * (keys == "me"), "x")
        await wait_until(pilot, lambda: says_that_it_is_saved(pilot))
        disk.is_full()
        await pilot.press("x")
        await wait_until(pilot, lambda: not says_that_it_is_saved(pilot))
        assert "NOT SAVED: " in seen(pilot.app)


async def test_what_is_not_saved_stands_in_a_recovery_copy(stage: Stage, disk: Disk) -> None:
    """Even if the laptop dies now, the hour's work is on some disk."""
    path = stage.keep(stage.rated())
    disk.is_full()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "NOT SAVED")
        (copy,) = (stage.home / "state").rglob("*.toml")
        assert stage.level(copy, "welcome") == 4


async def test_leaving_with_something_unsaved_asks_and_stays_by_default(stage: Stage, disk: Disk) -> None:
    """Whoever presses Enter without reading must not lose anything."""
    path = stage.keep(stage.rated())
    disk.is_full()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "NOT SAVED")
        await leave(pilot)
        assert "copy with everything is in" in window(pilot.app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        assert pilot.app.is_running
        assert "Rated 4" in seen(pilot.app)


async def test_escape_stays_too(stage: Stage, disk: Disk) -> None:
    """Esc is a step back, also from this question."""
    path = stage.keep(stage.rated())
    disk.is_full()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await leave(pilot)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_leaving_all_the_same_has_an_exit_status_of_its_own(stage: Stage, disk: Disk) -> None:
    """A script that started the program learns that something was not written."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    disk.is_full()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await leave(pilot)
        await pilot.press("tab", "enter")
        await wait_until(pilot, lambda: not pilot.app.is_running)
        assert pilot.app.return_code == 3
    assert path.read_bytes() == before


async def test_a_report_that_comes_while_screens_are_taken_down_is_no_defect(stage: Stage) -> None:
    """The saver may still be at work in the moment in which somebody leaves."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        for screen in pilot.app.screen_stack:
            await screen.query(SavedLine).remove()
        await pilot.press("4")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 4)
        await pilot.pause()
        assert pilot.app.is_running


async def test_without_a_recovery_copy_the_question_says_what_would_be_lost(stage: Stage, disk: Disk) -> None:
    """The one time that leaving loses something, it is said in so many words."""
    path = stage.keep(stage.rated())
    disk.is_gone()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "NOT SAVED")
        await leave(pilot)
        assert "would be lost" in window(pilot.app)


async def test_leaving_needs_no_question_once_it_is_saved(stage: Stage, disk: Disk) -> None:
    """Nobody is nagged about a trouble that is over."""
    path = stage.keep(stage.rated())
    disk.is_full()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "NOT SAVED")
        disk.works_again()
        await wait_until(pilot, lambda: saved_line(pilot).startswith("saved "))
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: not pilot.app.is_running)
        assert pilot.app.return_code == 0


async def test_a_workshop_that_was_left_unsaved_is_still_asked_about_at_home(
    stage: Stage, disk: Disk
) -> None:
    """Going home does not make a change safe."""
    path = stage.keep(stage.rated())
    disk.is_full()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "NOT SAVED")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.pause()
        await leave(pilot)
        await pilot.press("enter")
        disk.works_again()
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 4)


async def test_the_banner_says_why_on_a_screen_of_usual_width(stage: Stage, disk: Disk) -> None:
    """A full disk and a folder without permission need different people."""
    path = stage.keep(stage.rated())
    disk.is_full()
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await wait_until(pilot, lambda: saved_line(pilot).startswith("NOT SAVED: "))
        assert "disk full" in saved_line(pilot)


async def test_a_rating_is_on_disk_when_the_program_is_left_right_behind_it(stage: Stage) -> None:
    """The last key before the lid is closed counts too."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("3", "ctrl+q")
        await wait_until(pilot, lambda: not pilot.app.is_running)
    assert stage.level(path, "welcome") == 3


async def test_a_note_is_on_disk_when_the_program_is_left_while_it_is_written(stage: Stage) -> None:
    """Quitting asks nothing because nothing is lost; so the last word must not be."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("n", "x", "ctrl+q")
        await wait_until(pilot, lambda: not pilot.app.is_running)
    assert stage.read(path).rating("welcome").note == "x"


async def test_a_file_that_somebody_else_changed_is_never_overwritten(stage: Stage) -> None:
    """Two people on one shared folder must both find what they wrote, and see it on a small screen too."""
    path = stage.keep(stage.rated())
    async with stage.open(path, SMALL) as pilot:
        theirs = stage.keep(stage.rated(mission=5)).read_bytes()
        await pilot.press("2")
        beside = path.with_name(f"{path.stem}-2.toml")
        await wait_until(pilot, beside.exists)
        await wait_until(pilot, lambda: "beside somebody's change, in" in saved_line(pilot))
        assert "-2.toml" in saved_line(pilot)
        await pilot.press("right", "3")
        await wait_until(pilot, lambda: stage.level(beside, "farewell") == 3)
        assert stage.level(beside, "welcome") == 2
        assert path.read_bytes() == theirs
    assert sorted(each.name for each in stage.assessments.iterdir()) == [beside.name, path.name]


async def test_ctrl_c_does_not_leave_but_tells_how_to(stage: Stage) -> None:
    """A habit from other programs must not end a workshop."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("ctrl+c")
        await wait_for(pilot, "Ctrl+Q leaves the program")
        assert pilot.app.is_running


async def test_a_note_that_cannot_be_kept_is_said(stage: Stage) -> None:
    """A text beyond the limit is refused in words, and what was kept before stays."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        pilot.app.copy_to_clipboard("x" * 20_001)
        await pilot.press("n")
        await write(pilot, "ok")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "ok")
        await pilot.press("ctrl+v", "escape")
        await wait_for(pilot, "beyond the 20000 characters that can be kept")
        assert stage.read(path).rating("welcome").note == "ok"
