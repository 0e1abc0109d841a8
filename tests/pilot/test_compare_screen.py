"""Comparing on the screen: the same values as the command, readable at every size."""

from __future__ import annotations

import pytest

from culture_tui.domain.records import Rating
from pilot.reading import screen_text, seen, wait_for, wait_until, window
from pilot.shelves import AUTUMN, SPRING, held, library, three_units, until_told
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, settle
from support import NOW


def two_rounds(stage: Stage) -> None:
    """A unit in spring and in autumn."""
    before = held(stage, "Front desk", SPRING, welcome=2, farewell=2, mission=3)
    before = before.with_target("welcome", 4, NOW)
    votes = Rating(level=4, rounds=((0, 0, 1, 7, 1),))
    after = held(stage, "Front desk", AUTUMN, farewell=2, vision=1)
    stage.keep(before)
    stage.keep(after.model_copy(update={"ratings": {**after.ratings, "welcome": votes}}))


@pytest.mark.parametrize("size", [SMALL, TERMINAL, LARGE])
async def test_two_marked_rounds_are_compared_then_and_now(size: tuple[int, int], stage: Stage) -> None:
    """The first thing that a board asks: what was, what is."""
    two_rounds(stage)
    async with library(stage, size) as pilot:
        await pilot.press("m", "m", "c")
        await wait_for(pilot, "What changed: Harbour Bank")
        text = screen_text(pilot.app)
        overall = next(row for row in text if row.strip().startswith("Overall "))
        assert "2 → 1" in overall
        assert "2.5 → 2.0" in overall
        care = next(row for row in text if row.strip().startswith("Care for guests"))
        assert "2.0 → 3.0" in care
        assert "Export" in seen(pilot.app)


async def test_everything_that_the_command_tells_is_in_the_list(stage: Stage) -> None:
    """What changed, which target was reached, and what cannot be compared and why."""
    two_rounds(stage)
    async with library(stage, (140, 60)) as pilot:
        await pilot.press("m", "m", "c")
        await wait_for(pilot, "What changed: Harbour Bank")
        said = seen(pilot.app)
        for part in (
            "Higher than before (1)",
            "Welcome 2 → 4 4, reached",
            "Not comparable (2)",
            "Mission Then: rated; Now: not rated",
            "1 of 1 target that was set is reached.",
        ):
            assert part in said


async def test_enter_on_a_dimension_tells_its_practices(stage: Stage) -> None:
    """From the dimension to what is behind it, and back."""
    two_rounds(stage)
    async with library(stage) as pilot:
        await pilot.press("m", "m", "c")
        await wait_for(pilot, "What changed")
        await pilot.press("j", "down", "enter")
        await wait_until(pilot, lambda: "Care for guests" in window(pilot.app))
        assert "Level: 2 → 4" in window(pilot.app)
        assert "Target: 4, reached" in window(pilot.app)
        await pilot.press("escape", "escape")
        await wait_for(pilot, "Assessments 2")


async def test_a_comparison_is_written_as_markdown(stage: Stage) -> None:
    """It goes into the report as it stands."""
    two_rounds(stage)
    async with library(stage) as pilot:
        await pilot.press("m", "m", "c")
        await wait_for(pilot, "What changed")
        await pilot.press("x")
        await until_told(pilot, "Written to")
    (path,) = stage.exports.iterdir()
    assert path.name == "2026-11-02-front-desk-compared.md"
    assert path.read_text("utf-8").startswith("# What changed: Harbour Bank · Front desk\n")


@pytest.mark.parametrize("size", [SMALL, TERMINAL])
async def test_three_stand_side_by_side(size: tuple[int, int], stage: Stage) -> None:
    """Three units are a table, not three comparisons."""
    three_units(stage)
    async with library(stage, size) as pilot:
        await pilot.press("m", "space", "m", "c")
        await wait_for(pilot, "3 units side by side")
        assert "1 of 3" in seen(pilot.app)


@pytest.mark.parametrize("marks", [0, 1])
async def test_one_alone_cannot_be_compared_and_the_key_is_said(marks: int, stage: Stage) -> None:
    """A key that does nothing says what it needs."""
    three_units(stage)
    async with library(stage) as pilot:
        await pilot.press(*["m"] * marks, "c")
        await until_told(pilot, "Mark two assessments with m, then c compares them.")


async def test_marks_stay_through_a_search(stage: Stage) -> None:
    """One is found by one word, the other by another."""
    two_rounds(stage)
    three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("slash", *"kitchen", "enter", "m", "escape")
        await wait_for(pilot, "Front desk")
        await pilot.press("slash", *"back", "enter", "m", "c")
        await wait_for(pilot, "Harbour Bank · Kitchen and Harbour Bank · Back office")


async def test_the_title_says_a_day_once(stage: Stage) -> None:
    """Two units of one afternoon were not rated from then to then."""
    stage.keep(held(stage, "Front desk"))
    stage.keep(held(stage, "Kitchen"))
    async with library(stage, LARGE) as pilot:
        await pilot.press("m", "m", "c")
        await wait_for(pilot, "side by side")
        assert screen_text(pilot.app)[0].split("side by side")[1].split() == ["2026-11-02"]


async def test_two_kinds_of_model_say_why_they_cannot_be_compared(stage: Stage) -> None:
    """Numbers that mean different things are not subtracted."""
    stage.keep(held(stage, "Front desk", SPRING))
    stage.keep(stage.shipped(), "z")
    async with library(stage) as pilot:
        await pilot.press("m", "m", "c")
        await wait_for(pilot, "rated with different models")


async def test_a_marked_file_that_broke_meanwhile_says_so(stage: Stage) -> None:
    """The comparison is complete or not shown."""
    paths = three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("m", "m")
        paths[0].write_bytes(b"format = 1\n")
        await pilot.press("c")
        await until_told(pilot, "this key is missing")
        await settle(pilot)
        assert "Assessments 3" in seen(pilot.app)
