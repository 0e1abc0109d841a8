"""Votes by show of hands: typed in one line, read while it is typed, kept at Enter."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.rooms import pass_round
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, model_text
from support import NOW

SIZES = pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])
EXPECTED = "A level for each hand, such as 2 3 3 4, or 5 counts, the lowest level first."


def rounds(stage: Stage, path: Path) -> tuple[tuple[int, ...], ...]:
    """The rounds of the first practice on disk."""
    return stage.read(path).rating("welcome").rounds


async def typed(pilot: Pilot[None], text: str) -> None:
    """Ask for the line, and type."""
    await pilot.press("t")
    await write(pilot, text)
    await pilot.pause()


@SIZES
@pytest.mark.parametrize(
    ("text", "votes"),
    [("2 3 3 4", (0, 1, 2, 1, 0)), ("0 2 5 1 1", (0, 2, 5, 1, 1)), ("233334445", (0, 1, 4, 3, 1))],
)
async def test_a_line_of_hands_or_counts_is_a_round(
    stage: Stage, text: str, votes: tuple[int, ...], size: tuple[int, int]
) -> None:
    """Hands go up, the facilitator types what is seen, in seconds."""
    path = stage.keep(stage.rated())
    async with stage.open(path, size) as pilot:
        await typed(pilot, text)
        counts = " ".join(f"{level}:{count}" for level, count in enumerate(votes, start=1) if count)
        await wait_for(pilot, f"{counts} · {sum(votes)} votes")
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == (votes,))
        await wait_for(pilot, "Round 1 revealed")
        assert "How do we greet a guest?" in seen(pilot.app)
        assert stage.level(path, "welcome") is None


async def test_a_picture_of_the_votes_grows_while_they_are_typed(stage: Stage) -> None:
    """A slip is seen before it is kept."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await typed(pilot, "3")
        await wait_for(pilot, "3 ■ 1")
        await write(pilot, "34")
        await wait_for(pilot, "■■ 2")
        rows = [row.split("   ")[0].strip() for row in screen_text(pilot.app)]
        assert {"3 │ ■■ 2", "4 │ ■  1"} <= set(rows)


@SIZES
async def test_where_both_readings_are_possible_tab_changes_them(stage: Stage, size: tuple[int, int]) -> None:
    """The screen never chooses in silence."""
    path = stage.keep(stage.rated())
    async with stage.open(path, size) as pilot:
        await typed(pilot, "1 2 3 2 1")
        await wait_for(pilot, "Read as counts a level; Tab reads them as hands.")
        await pilot.press("tab")
        await wait_for(pilot, "Read as a level for each hand; Tab reads them as counts.")
        assert "1:2 2:2 3:1 · 5 votes, 9 in the room" in seen(pilot.app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((2, 2, 1, 0, 0),))


@SIZES
async def test_more_hands_than_people_are_asked_once(stage: Stage, size: tuple[int, int]) -> None:
    """Asked, not refused: somebody came in late."""
    path = stage.keep(stage.rated())
    async with stage.open(path, size) as pilot:
        await typed(pilot, "0 0 9 4 0")
        await pilot.press("enter")
        await wait_for(pilot, "13 votes, 9 in the room; Enter again keeps them.")
        assert rounds(stage, path) == ()
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 0, 9, 4, 0),))


async def test_a_thousand_votes_without_a_head_count_are_kept(stage: Stage) -> None:
    """A town hall counted its hands."""
    kept = stage.rated()
    none = kept.workshop.model_copy(update={"participants": None})
    path = stage.keep(kept.with_workshop(none, NOW))
    async with stage.open(path) as pilot:
        await typed(pilot, "100 200 400 200 100")
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((100, 200, 400, 200, 100),))
        await wait_for(pilot, "median 3 · range 1–5 · 1000 votes")


@SIZES
@pytest.mark.parametrize("text", ["two", "7", "0 0 0 0 0", ""])
async def test_what_cannot_be_read_says_what_can(stage: Stage, text: str, size: tuple[int, int]) -> None:
    """And the line stays, to be put right."""
    path = stage.keep(stage.rated())
    async with stage.open(path, size) as pilot:
        await typed(pilot, text)
        await pilot.press("enter")
        await wait_for(pilot, "This cannot be read as votes.")
        if size == TERMINAL:
            assert EXPECTED in seen(pilot.app)
        await pilot.press(*["backspace"] * len(text))
        await write(pilot, "333")
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 0, 3, 0, 0),))


async def test_escape_closes_the_line_and_keeps_it_for_its_practice(stage: Stage) -> None:
    """Somebody interrupts; nobody raises hands again."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await typed(pilot, "2 3 3")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ScoringScreen)
        assert "Hands, round" not in seen(pilot.app)
        await pilot.press("right", "t")
        await wait_for(pilot, EXPECTED)
        await pilot.press("escape", "left", "t")
        await wait_for(pilot, "2:1 3:2 · 3 votes")
        await write(pilot, " 4")
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 1, 2, 1, 0),))
        await pilot.press("t")
        await wait_for(pilot, EXPECTED)


async def test_resizing_while_hands_are_typed_loses_nothing(stage: Stage) -> None:
    """The window is dragged to the projector."""
    path = stage.keep(stage.rated())
    async with stage.open(path, LARGE) as pilot:
        await typed(pilot, "2 3 ")
        for size in ((30, 8), (12, 4), SMALL, TERMINAL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await write(pilot, "3")
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 1, 2, 0, 0),))


async def test_letters_are_letters_while_hands_are_typed(stage: Stage) -> None:
    """No key of the screen below may act on what is typed, and a click settles nothing."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await typed(pilot, "2gmauxvspn?:")
        assert isinstance(pilot.app.screen, ScoringScreen)
        assert "2gmauxvspn?:" in seen(pilot.app)
        row = next(number for number, row in enumerate(screen_text(pilot.app)) if "Renewed" in row)
        await pilot.click(offset=(40, row))
        await write(pilot, "4")
        await wait_for(pilot, "2gmauxvspn?:4")
    assert path.read_bytes() == before


async def test_an_enter_that_stays_down_keeps_the_round_and_settles_nothing(stage: Stage) -> None:
    """The level under the cursor is not what the room agreed on."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await typed(pilot, "0 2 5 1 1")
        await pilot.press("enter", "enter", "enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 2, 5, 1, 1),))
        await wait_for(pilot, "Round 1 revealed")
        assert stage.level(path, "welcome") is None


async def test_hands_do_not_throw_a_vote_under_way_away(stage: Stage) -> None:
    """Seven people have pressed already."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pass_round(pilot, "3", "3", "escape", "t")
        await wait_for(pilot, "A vote is under way: v goes on with it")
        assert "Round 1 under way: 2 of 9 voted" in seen(pilot.app)


async def test_ten_levels_are_counted_or_called_with_spaces(stage: Stage) -> None:
    """Ten has two digits."""
    stage.model = stage.add_model("harbour", model_text(tuple("abcdefghij")))
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await typed(pilot, "10 9 9 1")
        await pilot.press("enter")
        await wait_until(pilot, lambda: rounds(stage, path) == ((1, 0, 0, 0, 0, 0, 0, 0, 2, 1),))
        await wait_for(pilot, "1:1 9:2 10:1")


async def test_escape_is_one_step_each_time(stage: Stage) -> None:
    """Out of the line, then out of the workshop."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("t", "escape", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
