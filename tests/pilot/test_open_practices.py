"""What is still open has a list of its own, and the list leads there."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.tui.screens.open_practices import OpenPracticesScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until
from pilot.stage import SMALL, TERMINAL, Stage, final
from support import NOW

SIZES = pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])


def some_open(stage: Stage) -> Path:
    """A workshop with a split, something parked with a note, and two practices not rated."""
    made = stage.rated().with_round("farewell", (0, 4, 0, 4, 0), NOW)
    made = made.with_left_open("farewell", "split", NOW).with_left_open("vision", "parked", NOW)
    return stage.keep(made.with_note("vision", "[post-mortem]", NOW))


@SIZES
async def test_split_parked_and_not_rated_stand_in_this_order(stage: Stage, size: tuple[int, int]) -> None:
    """What the group left on purpose comes first."""
    async with stage.open(some_open(stage), size) as pilot:
        await pilot.press("i")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, OpenPracticesScreen))
        await wait_for(pilot, "Split (1)")
        rows = [" ".join(row.split()) for row in screen_text(pilot.app)[1:8]]
        assert rows == [
            "Split (1)",
            "Farewell 8 votes · 2:4 4:4",
            "Parked (1)",
            "Vision note",
            "Not rated yet (2)",
            "Welcome",
            "Mission",
        ]


@SIZES
async def test_enter_goes_to_the_question(stage: Stage, size: tuple[int, int]) -> None:
    """At the end of the day the group goes through what it left."""
    async with stage.open(some_open(stage), size) as pilot:
        await pilot.press("i", "down", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await wait_for(pilot, "Where do we want to be?")
        await pilot.press("3", "i")
        await wait_for(pilot, "Split (1)")
        assert "Parked" not in seen(pilot.app)


async def test_the_list_is_one_key_from_everywhere_and_back(stage: Stage) -> None:
    """The same key and Esc both lead back."""
    async with stage.open(some_open(stage)) as pilot:
        for key in ("i", "escape"):
            await pilot.press("g", "i")
            await wait_for(pilot, "Still open")
            await pilot.press(key)
            await wait_for(pilot, "Results")
            await pilot.press("escape")
            await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_nothing_open_says_what_comes_next(stage: Stage) -> None:
    """An empty list is good news, and says so."""
    async with stage.open(stage.keep(stage.all_rated())) as pilot:
        await pilot.press("i")
        await wait_for(pilot, "Nothing is open: g shows the results, m the roadmap.")
        await pilot.press("enter", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_the_list_can_be_taken_along(stage: Stage) -> None:
    """Somebody deals with it between two workshops."""
    async with stage.open(some_open(stage)) as pilot:
        await pilot.press("i", "x")
        await wait_for(pilot, "Written to")
    (written,) = stage.exports.glob("*-open.md")
    text = written.read_text()
    assert "### Farewell: split, no level agreed" in text
    assert "Round 1: 0 4 0 4 0" in text
    assert "### Vision: parked for later" in text
    assert "\\[post-mortem\\]" in text
    assert "- Welcome" in text


async def test_a_final_assessment_shows_what_was_left_open(stage: Stage) -> None:
    """Reading is always possible."""
    path = some_open(stage)
    path = stage.keep(final(stage.read(path)))
    async with stage.open(path) as pilot:
        await pilot.press("i")
        await wait_for(pilot, "Split (1)")


async def test_the_results_count_what_is_left_open_beside_what_is_rated(stage: Stage) -> None:
    """A gap in the numbers that is meant must not look like one that was forgotten."""
    path = some_open(stage)
    stage.keep(stage.read(path).with_level("welcome", 2, NOW))
    async with stage.open(path) as pilot:
        await pilot.press("g")
        await wait_for(pilot, "Left open: split 1, parked 1.")
