"""Scoring: one key settles a level, and it is on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.shelves import told, until_told
from pilot.stage import SMALL, Stage, settle
from support import NOW

WELCOME = "How do we greet a guest?"
FAREWELL = "How do we part from a guest?"
MISSION = "What are we here for?"
VISION = "Where do we want to be?"


def question(pilot: Pilot[None]) -> str:
    """The question that the group is asked now."""
    return screen_text(pilot.app)[2].strip()


async def is_kept(pilot: Pilot[None], stage: Stage, path: Path, practice: str, level: int | None) -> None:
    """Wait until the level is on disk."""
    await wait_until(pilot, lambda: stage.level(path, practice) == level)


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
async def test_a_digit_rates_and_saves(stage: Stage, level: int) -> None:
    """One key press is a rating on disk."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press(str(level))
        await is_kept(pilot, stage, path, "welcome", level)
        await wait_for(pilot, f"Rated {level}")
        assert "1 of 4" in seen(pilot.app)


async def test_the_screen_says_where_and_when_it_was_saved(stage: Stage) -> None:
    """Nobody should have to ask whether the last hour is safe."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        assert f"nothing new to save in {path.name}" in seen(pilot.app)
        await pilot.press("3")
        await is_kept(pilot, stage, path, "welcome", 3)
        await wait_until(pilot, lambda: screen_text(pilot.app)[-2].startswith(" saved "))
        assert f" in {path.name} " in screen_text(pilot.app)[-2]


@pytest.mark.parametrize("key", ["6", "9", "0"])
async def test_a_digit_beyond_the_scale_changes_nothing(stage: Stage, key: str) -> None:
    """A slip of the finger must not become a rating, nor an error in front of the group."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert "0 of 4" in seen(pilot.app)
        assert "scale" not in seen(pilot.app)
    assert path.read_bytes() == before


async def test_arrows_and_enter_rate_where_there_are_no_digit_keys(stage: Stage) -> None:
    """A presenter's remote control and many keyboards have arrows only."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("down", "down", "up", "down", "enter")
        await is_kept(pilot, stage, path, "welcome", 3)


async def test_the_cursor_stays_on_the_scale(stage: Stage) -> None:
    """One press too many must not land on a level that does not exist."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press(*["down"] * 7, "enter")
        await is_kept(pilot, stage, path, "welcome", 5)
        await pilot.press(*["up"] * 7, "enter")
        await is_kept(pilot, stage, path, "welcome", 1)


async def test_the_cursor_begins_at_the_level_that_was_settled(stage: Stage) -> None:
    """Correcting a rating by one starts from that rating."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await pilot.press("right", "down", "enter")
        await is_kept(pilot, stage, path, "farewell", 3)


@pytest.mark.parametrize("level", [1, 4, 5])
async def test_a_click_on_a_level_rates(stage: Stage, level: int) -> None:
    """Whoever has a mouse in the hand points at the level that was agreed."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        named = ("Absent", "Begun", "Agreed", "Lived", "Renewed")[level - 1]
        row = next(number for number, row in enumerate(screen_text(pilot.app)) if named in row)
        await pilot.click(offset=(40, row))
        await is_kept(pilot, stage, path, "welcome", level)


async def test_a_click_beside_the_levels_changes_nothing(stage: Stage) -> None:
    """A click that was meant for another window is no rating."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        for row in (0, 1, 2, 20, 21, 22):
            await pilot.click(offset=(30, row))
        assert "0 of 4" in seen(pilot.app)
    assert path.read_bytes() == before


async def test_right_and_left_go_through_the_practices_and_stop_at_the_ends(stage: Stage) -> None:
    """A facilitator goes back to a question without losing the thread."""
    path = stage.keep(stage.rated())
    asked = []
    async with stage.open(path) as pilot:
        for key in ("left", "right", "right", "l", "right", "h"):
            await pilot.press(key)
            await pilot.pause()
            asked.append(question(pilot))
    assert asked == [WELCOME, FAREWELL, MISSION, VISION, VISION, MISSION]


async def test_space_goes_to_the_next_practice_without_an_answer(stage: Stage) -> None:
    """After a break the group goes on with what is open, round once to the beginning."""
    kept = stage.rated(farewell=2).with_not_applicable("mission", "no mission yet", NOW)
    path = stage.keep(kept)
    asked = []
    async with stage.open(path) as pilot:
        for _ in range(2):
            await pilot.press("space")
            await pilot.pause()
            asked.append(question(pilot))
        await pilot.press("2", "space", "2", "space")
        await wait_for(pilot, "Everything is answered")
    assert asked == [VISION, WELCOME]


async def test_a_workshop_goes_on_at_the_first_open_practice(stage: Stage) -> None:
    """The second evening begins where the first one ended."""
    path = stage.keep(stage.rated(welcome=2, farewell=3))
    async with stage.open(path) as pilot:
        assert question(pilot) == MISSION


async def test_undo_takes_the_last_rating_back_on_disk(stage: Stage) -> None:
    """A wrong key is put right by one key."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("left", "5")
        await is_kept(pilot, stage, path, "welcome", 5)
        await pilot.press("u")
        await is_kept(pilot, stage, path, "welcome", 2)
        await wait_for(pilot, "Rated 2")


async def test_undo_goes_back_to_the_practice_that_it_is_about(stage: Stage) -> None:
    """A change that is taken back out of sight would look as if nothing had happened."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("2", "right", "3", "right", "right", "u")
        await pilot.pause()
        assert question(pilot) == FAREWELL
        await is_kept(pilot, stage, path, "farewell", None)
        assert stage.level(path, "welcome") == 2
        await pilot.press("u")
        await pilot.pause()
        assert question(pilot) == WELCOME
        await is_kept(pilot, stage, path, "welcome", None)
        await pilot.press("u")
        await wait_for(pilot, "There is nothing to take back.")


async def test_a_rating_can_be_cleared(stage: Stage) -> None:
    """What nobody has agreed on must not stand as an answer."""
    path = stage.keep(stage.rated(mission=3).with_note("mission", "as said", NOW))
    async with stage.open(path) as pilot:
        await pilot.press("right", "right", "backspace")
        await is_kept(pilot, stage, path, "mission", None)
        await wait_for(pilot, "Not rated yet")
        assert stage.read(path).rating("mission").note == "as said"
        assert "0 of 4" in seen(pilot.app)


async def test_plus_and_minus_move_the_target(stage: Stage) -> None:
    """What the group wants to reach is settled in the same breath as where it stands."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("left")
        await wait_for(pilot, "target 3, the next one up")
        await pilot.press("plus")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").target == 4)
        await wait_for(pilot, "target 4")
        assert "the next one up" not in seen(pilot.app)
        await pilot.press("minus", "minus")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").target == 2)


async def test_a_target_stays_on_the_scale(stage: Stage) -> None:
    """Nobody can aim beyond the highest level, or below the lowest."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await pilot.press(*["plus"] * 5)
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").target == 5)
        await pilot.press(*["minus"] * 7)
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").target == 1)


async def test_a_target_needs_a_rating_first(stage: Stage) -> None:
    """Where nobody knows where they stand, a target would be made up."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("plus")
        await wait_for(pilot, "Rate the practice first")


async def test_a_final_assessment_is_not_changed_and_every_key_says_so(stage: Stage) -> None:
    """What was handed to the management must still be the same next year; no key seems to be broken."""
    kept = stage.all_rated().with_round("welcome", (0, 0, 0, 0, 9), NOW).with_level("welcome", 2, NOW, "so")
    path = stage.keep(kept.with_status("final", NOW))
    before = path.read_bytes()
    async with stage.open(path, (60, 60)) as pilot:
        assert screen_text(pilot.app)[0].split("·")[2].split()[0] == "final"
        assert screen_text(pilot.app)[-1] == "→ Next g Results x Export F Reopen ? Help : Commands"
        for key in ("4", "enter", "backspace", "plus", "n", "e", "v", "t", "a", "s", "p", "c", "o", "u"):
            pilot.app.clear_notifications()
            await wait_until(pilot, lambda: told(pilot) == "")
            await pilot.press(key)
            await until_told(pilot, "It is final since 21 November 2026. F reopens it.")
        assert "Rated 2 Begun" in seen(pilot.app)
        await pilot.press("question_mark")
        await wait_for(pilot, "Go to the next practice.")
        assert "Settle on this level." not in seen(pilot.app)
        await pilot.press("escape", "F")
        await write(pilot, "more\n")
        await wait_until(pilot, lambda: screen_text(pilot.app)[-1].startswith("v Vote n Note"))
    assert path.read_bytes() != before


async def test_the_tree_leads_to_a_practice(stage: Stage) -> None:
    """The group wants to talk about another dimension first."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path, SMALL) as pilot:
        await pilot.press("d")
        await pilot.pause()
        rows = [row.split()[-2:] for row in screen_text(pilot.app)[1:7]]
        assert rows[:3] == [["for", "guests"], ["2", "Welcome"], ["·", "Farewell"]]
        await pilot.press("down", "down", "enter")
        await wait_for(pilot, MISSION)


async def test_nothing_is_rated_that_cannot_be_seen(stage: Stage) -> None:
    """With the tree in front on a small screen, a digit must not settle what stands behind it."""
    path = stage.keep(stage.rated(welcome=2))
    before = path.read_bytes()
    async with stage.open(path, SMALL) as pilot:
        await pilot.press("d", "down", "down", "4")
        await pilot.pause()
    assert path.read_bytes() == before


async def test_escape_steps_back_from_the_tree_then_from_the_workshop(stage: Stage) -> None:
    """Esc is one step each time, and never out of the program."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("d", "escape")
        await wait_for(pilot, WELCOME)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert pilot.app.is_running


async def test_a_visit_to_the_library_costs_no_undo(stage: Stage) -> None:
    """Undo is unlimited while the program is open, and Esc is pressed in passing."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("left", "3")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 3)
        await pilot.press("escape")
        await wait_for(pilot, "New workshop")
        await settle(pilot)
        await pilot.press("enter")
        await wait_for(pilot, "How do we part from a guest?")
        await pilot.press("u")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 2)


async def test_what_somebody_else_changed_meanwhile_is_not_taken_back(stage: Stage) -> None:
    """An undo that led to before their work would undo theirs."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("left", "3")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 3)
        await pilot.press("escape")
        await wait_for(pilot, "New workshop")
        await settle(pilot)
        stage.keep(stage.read(path).with_level("farewell", 5, NOW))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await pilot.press("u", "escape")
        await wait_for(pilot, "New workshop")
        await settle(pilot)
    assert (stage.level(path, "welcome"), stage.level(path, "farewell")) == (3, 5)
