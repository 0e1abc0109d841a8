"""What the library does with files: trash, next round, final and reopened; each with a way back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from errno import EROFS
from functools import partial
from pathlib import Path

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from pilot.reading import wait_for, wait_until, window, write
from pilot.shelves import held, library, rows, three_units, units, until_told, until_units
from pilot.stage import LARGE, SMALL, Stage, settle
from support import NOW


def trash(stage: Stage) -> list[Path]:
    """The files in the trash."""
    folder = stage.workspace / "trash"
    return sorted(folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_deleting_moves_to_the_trash_and_undo_brings_back(key: str, stage: Stage) -> None:
    """No question is asked, because nothing is lost."""
    paths = three_units(stage)
    before = paths[0].read_bytes()
    async with library(stage) as pilot:
        await pilot.press(key)
        await until_units(pilot, "Back office", "Kitchen")
        await until_told(pilot, "is in the trash. u brings it back")
        assert (paths[0].exists(), [each.read_bytes() for each in trash(stage)]) == (False, [before])
        await pilot.press("u")
        await until_units(pilot, "Front desk", "Back office", "Kitchen")
        assert (paths[0].read_bytes(), trash(stage)) == (before, [])
        await pilot.press("u")
        await until_told(pilot, "There is nothing to take back.")


async def test_two_deletions_in_a_row_are_two_files_and_come_back_one_by_one(stage: Stage) -> None:
    """Keys may be faster than disks; what comes back is marked as it was, and compared once it is there."""
    paths = three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("m", "up", "delete", "delete", "m")
        await until_units(pilot, "Kitchen")
        await wait_until(pilot, lambda: len(trash(stage)) == 2)
        await pilot.press("c")
        await until_told(pilot, "Mark two assessments with m")
        await pilot.press("u", "u")
        await until_units(pilot, "Front desk", "Back office", "Kitchen")
        assert all(path.exists() for path in paths)
        await pilot.press("c")
        await wait_for(pilot, "2026-05-04 → 2026-11-04")


async def test_the_trash_is_listed_and_enter_brings_back(stage: Stage) -> None:
    """What was deleted last week comes back as well."""
    paths = three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("end", "delete", "delete", "T")
        await wait_for(pilot, "Trash 2")
        assert units(pilot) == ["Back office", "Kitchen"]
        await pilot.press("enter")
        await until_units(pilot, "Kitchen")
        await pilot.press("escape")
        await until_units(pilot, "Front desk", "Back office")
        await pilot.press("u")
        await until_units(pilot, "Front desk", "Back office", "Kitchen")
        assert all(path.exists() for path in paths)


async def test_emptying_the_trash_asks_and_cancel_has_the_focus(stage: Stage) -> None:
    """The one thing here that cannot be taken back needs two keys."""
    three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("delete")
        await until_units(pilot, "Back office", "Kitchen")
        await pilot.press("T")
        await wait_for(pilot, "Front desk")
        await pilot.press("e")
        await wait_for(pilot, "1 assessment is deleted for good")
        await pilot.press("enter")
        await settle(pilot)
        assert len(trash(stage)) == 1
        await pilot.press("e", "tab", "enter")
        await wait_for(pilot, "The trash is empty.")
        assert trash(stage) == []
        await pilot.press("escape", "u")
        await until_told(pilot, "There is nothing to take back.")


async def test_a_link_is_not_deleted_and_what_it_points_to_stays(stage: Stage) -> None:
    """Nothing outside of the workspace is ever touched."""
    outside = stage.home / "outside.toml"
    outside.write_bytes(three_units(stage)[0].read_bytes())
    link = stage.assessments / "2027-01-01-link.toml"
    link.symlink_to(outside)
    async with library(stage) as pilot:
        await pilot.press("end", "delete")
        await until_told(pilot, "links are not followed")
        await wait_until(pilot, lambda: len(rows(pilot)) == 4)
        assert (link.is_symlink(), outside.exists(), trash(stage)) == (True, True, [])


@pytest.fixture(name="read_only")
def a_read_only_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on nothing can be renamed, as on a disk that is read-only."""

    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(EROFS, "Read-only file system")

    return lambda: monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize("keys", [("delete",), ("d",), ("F", "F")], ids=["delete", "next round", "finalise"])
async def test_on_a_read_only_disk_it_is_said_and_nothing_is_half_done(
    keys: tuple[str, ...], stage: Stage, read_only: Callable[[], None]
) -> None:
    """A deed is done or not done."""
    before = {path.name: path.read_bytes() for path in three_units(stage)}
    async with library(stage) as pilot:
        read_only()
        await pilot.press(keys[0])
        if keys[1:]:
            await wait_for(pilot, "Make Front desk")
            await pilot.press(*keys[1:])
        await until_told(pilot, "Read-only file system")
        await until_units(pilot, "Front desk", "Back office", "Kitchen")
        assert {path.name: path.read_bytes() for path in stage.assessments.iterdir()} == before
        assert trash(stage) == []


async def test_d_begins_the_next_round_and_opens_it(stage: Stage) -> None:
    """Six months later the same group is asked again, with its own targets on the screen."""
    step = PlannedStep(quarter=1, owner="M. Ilić", note="half way")
    plan = RoadmapRecord(
        start=NOW.date().replace(month=1, day=1),
        quarters=4,
        capacity=(20.0,) * 4,
        steps={"say-it-aloud": step, "greet-at-the-door": PlannedStep(quarter=1, status="done")},
    )
    before = (
        held(stage, "Front desk", welcome=2).with_target("welcome", 4, NOW).with_note("welcome", "n", NOW)
    )
    path = stage.keep(before.with_roadmap(plan, NOW).with_status("final", NOW))
    async with library(stage) as pilot:
        await pilot.press("d")
        await wait_for(pilot, "How do we greet a guest?")
        await pilot.press("3")
        await wait_for(pilot, "saved")
        await settle(pilot)
    (made,) = (stage.read(each) for each in stage.assessments.iterdir() if each != path)
    assert (made.status, made.workshop.previous, made.subject) == ("draft", before.id, before.subject)
    assert (made.rating("welcome").level, made.rating("welcome").target) == (3, 4)
    assert made.rating("welcome").note == ""
    assert made.roadmap is not None
    assert made.roadmap.steps == {"say-it-aloud": step}


async def test_a_newer_model_is_said_and_the_old_one_kept(stage: Stage) -> None:
    """Two rounds are compared on the same questions, unless somebody decides otherwise."""
    stage.keep(held(stage, "Front desk"))
    path = stage.models / "harbour.toml"
    path.write_text(
        path.read_text("utf-8").replace('version = "1.0.0"', 'version = "1.1.0"'), encoding="utf-8"
    )
    async with library(stage) as pilot:
        await pilot.press("d")
        await wait_for(pilot, "How do we greet a guest?")
        await until_told(pilot, "The model here is version 1.1.0; this round keeps 1.0.0")
    assert {stage.read(each).model.version for each in stage.assessments.iterdir()} == {"1.0.0"}


async def test_finalising_shows_first_what_is_open(stage: Stage) -> None:
    """Whoever presses the key by accident, or too early, sees it."""
    path = stage.keep(held(stage, "Front desk", welcome=2, mission=3))
    async with library(stage) as pilot:
        await pilot.press("F")
        await wait_for(pilot, "Make Front desk 2026-11-02 final?")
        assert "2 not rated: Farewell, Vision" in window(pilot.app)
        assert "2 without a note or evidence: Welcome, Mission" in window(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        assert stage.read(path).status == "draft"
        await pilot.press("F")
        await wait_for(pilot, "Make Front desk")
        await pilot.press("F")
        await until_told(pilot, "is final. u takes it back")
        await wait_until(pilot, lambda: rows(pilot)[0].endswith("final"))
        kept = stage.read(path)
        assert (kept.status, [change.status for change in kept.trace]) == ("final", ["final"])
        await pilot.press("u")
        await until_told(pilot, "is a draft as before")
        await wait_until(pilot, lambda: rows(pilot)[0].endswith("draft"))
        assert (stage.read(path).status, stage.read(path).trace) == ("draft", ())


async def test_reopening_asks_for_a_reason_and_keeps_it(stage: Stage) -> None:
    """Whoever holds the first report can read why there is a second one."""
    path = stage.keep(held(stage, "Front desk").with_status("final", NOW))
    async with library(stage) as pilot:
        await pilot.press("F")
        await wait_for(pilot, "Reopen Front desk")
        await pilot.press("enter")
        await wait_for(pilot, "A reason is needed")
        await write(pilot, "[post-mortem] the night shift")
        await pilot.press("enter")
        await until_told(pilot, "is a draft again")
    trace = stage.read(path).trace
    assert [(change.status, change.reason) for change in trace] == [
        ("final", ""),
        ("draft", "[post-mortem] the night shift"),
    ]


async def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(stage: Stage) -> None:
    """Two programs on one folder: the other one's change stays."""
    path = stage.keep(held(stage, "Front desk"))
    changed = held(stage, "Front desk", welcome=5)
    async with library(stage) as pilot:
        await pilot.press("F")
        await wait_for(pilot, "Make Front desk")
        stage.keep(changed, path.stem)
        await pilot.press("F")
        await until_told(pilot, "somebody else has changed it meanwhile")
        assert stage.read(path) == changed


async def final_and_back(stage: Stage, path: Path, keys: tuple[str, ...]) -> list[Assessment]:
    """The file after F on a screen of the workshop, after undo, and after F and reopening."""
    seen_on_disk = []

    def is_kept(status: str) -> bool:
        return stage.read(path).status == status

    async with stage.open(path, LARGE) as pilot:
        await wait_for(pilot, "part from a guest")
        await pilot.press(*keys)
        for typed, said in (("FF", "It is final."), ("u", ""), ("FF", "It is final.")):
            await write(pilot, typed)
            await until_told(pilot, said)
            await wait_until(pilot, partial(is_kept, "draft" if typed == "u" else "final"))
            seen_on_disk.append(stage.read(path))
        await wait_for(pilot, "final since ")
        await pilot.press("F")
        await write(pilot, "more\n")
        await until_told(pilot, "It is a draft again.")
        await wait_until(pilot, partial(is_kept, "draft"))
        seen_on_disk.append(stage.read(path))
    return seen_on_disk


@pytest.mark.parametrize("keys", [(), ("g",), ("m",)], ids=["scoring", "results", "roadmap"])
async def test_every_screen_of_a_workshop_finalises_and_reopens(keys: tuple[str, ...], stage: Stage) -> None:
    """The last word of a workshop is said wherever the group happens to look."""
    path = stage.keep(stage.rated(welcome=2))
    final, undone, again, reopened = await final_and_back(stage, path, keys)
    assert [each.status for each in (final, undone, again, reopened)] == ["final", "draft", "final", "draft"]
    assert [len(each.trace) for each in (final, undone, again, reopened)] == [1, 0, 1, 2]
    assert reopened.trace[-1].reason == "more"


async def test_a_final_workshop_takes_no_level_and_undo_only_reopens_it(stage: Stage) -> None:
    """What was handed over does not change by a slip of the finger."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await wait_for(pilot, "How do we part from a guest?")
        await pilot.press("3", "left", "F", "F")
        await wait_for(pilot, "It is final.")
        await pilot.press("5", "backspace")
        await settle(pilot)
        assert (stage.level(path, "farewell"), stage.level(path, "welcome")) == (3, 2)
        await pilot.press("u")
        await wait_until(pilot, lambda: stage.read(path).status == "draft")
        await wait_for(pilot, "v Vote n Note → Next")
        await pilot.press("u")
        await wait_until(pilot, lambda: stage.level(path, "farewell") is None)


async def test_a_file_opened_final_has_nothing_to_take_back(stage: Stage) -> None:
    """Undo is for what was done since the program was opened."""
    path = stage.keep(stage.rated(welcome=2).with_status("final", NOW))
    async with stage.open(path) as pilot:
        await wait_for(pilot, "final since 21 November 2026")
        await pilot.press("u", "4")
        await settle(pilot)
        assert stage.read(path).status == "final"


async def test_the_window_of_finalising_fits_on_the_smallest_screen(stage: Stage) -> None:
    """Both ways are seen on a projector of 60 columns."""
    stage.keep(held(stage, "Front desk"))
    async with library(stage, SMALL) as pilot:
        await pilot.press("F")
        await wait_for(pilot, "Make Front desk")
        assert "Cancel" in window(pilot.app)
        assert "Finalise (F)" in window(pilot.app)


async def test_a_folder_that_disappears_is_no_crash(stage: Stage) -> None:
    """A network disk that is gone shows an empty list, not a traceback."""
    three_units(stage)
    async with library(stage) as pilot:
        shutil.rmtree(stage.assessments)
        await pilot.press("r")
        await wait_for(pilot, "No assessments here yet.")
