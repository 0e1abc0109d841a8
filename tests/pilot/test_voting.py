"""Voting in silence: the laptop goes round, nothing tells a level, and then all see the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until
from pilot.rooms import pass_round, press
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, final, model_text, settle
from support import NOW, flagship

SIZES = pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])
HOW = "Pass the laptop; each presses one digit, 1 to 5, unseen."


def rounds(stage: Stage, path: Path, practice: str = "welcome") -> tuple[tuple[int, ...], ...]:
    """The rounds of a practice on disk."""
    return stage.read(path).rating(practice).rounds


def without_number(picture: str) -> str:
    """A picture with its colours, without the number that each one gets, and without the time."""
    number = picture.partition("terminal-")[2].partition("-")[0]
    assert number.isdecimal()
    return re.sub(r"\b\d+:\d\d\b", "0:00", picture.replace(number, "n"))


def keys_shown(pilot: Pilot[None]) -> str:
    """The keys at the bottom."""
    return screen_text(pilot.app)[-1]


@SIZES
async def test_each_key_is_a_vote_and_only_the_count_is_told(stage: Stage, size: tuple[int, int]) -> None:
    """Measurement, section 1.1: only how many, never who, and never what."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path, size) as pilot:
        clock = await pass_round(pilot, "2")
        assert HOW in seen(pilot.app)
        assert "Voting, round 1 ● ○ ○ ○ ○ ○ ○ ○ ○ 1 of 9 voted" in seen(pilot.app)
        await press(pilot, clock, "5", "5")
        assert "● ● ● ○ ○ ○ ○ ○ ○ 3 of 9 voted" in seen(pilot.app)
        assert "How do we greet a guest?" in seen(pilot.app)
        assert "v Vote" not in keys_shown(pilot)
        assert "r Reveal" in keys_shown(pilot)
    assert path.read_bytes() == before


@SIZES
async def test_the_screen_is_the_same_whatever_is_pressed(stage: Stage, size: tuple[int, int]) -> None:
    """No cursor, no mark and no colour may betray the person who has just pressed."""
    path = stage.keep(stage.rated())
    pictures = set()
    for key in ("1", "3", "5"):
        async with stage.open(path, size) as pilot:
            await pass_round(pilot, key)
            pictures.add(without_number(pilot.app.export_screenshot(simplify=True)))
            await pilot.press("backspace", "escape")
    assert len(pictures) == 1


async def test_nobody_can_rate_while_the_laptop_goes_round(stage: Stage) -> None:
    """A participant's finger on a digit, Enter or an arrow must not settle or leave anything."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        keys = (
            "3",
            "right",
            "left",
            "space",
            *"gmiybFznx",
            "u",
            "s",
            "p",
            "a",
            "o",
            "d",
            "tab",
            "plus",
        )
        await pass_round(pilot, *keys)
        assert isinstance(pilot.app.screen, ScoringScreen)
        assert "1 of 9 voted" in seen(pilot.app)
        assert "How do we greet a guest?" in seen(pilot.app)
    assert stage.read(path).ratings == {}


async def test_a_key_that_does_nothing_during_a_vote_is_told_what_does(stage: Stage) -> None:
    """A program that is silent looks dead; and the palette must not offer what cannot be had."""
    told = "The vote is open: r or Enter reveals it, Esc leaves it, P shows it large."
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, "3", "g")
        assert told in seen(pilot.app)
        assert "1 of 9 voted" in seen(pilot.app)
        await press(pilot, clock, "r", "m")
        assert told in seen(pilot.app)
        await press(pilot, clock, "r")
        assert "1 of 9 voted; r again reveals." in seen(pilot.app)
        await pilot.press("colon")
        await wait_for(pilot, "Search for commands")
        await pilot.press(*"projector")
        await wait_for(pilot, "Show the question and its levels large")
        await pilot.press(*["backspace"] * 9, *"roadmap")
        await wait_for(pilot, "No command has this name.")
        await pilot.press("escape", "escape")
        await wait_for(pilot, "Round 1 under way: 1 of 9 voted")
        await pilot.press("delete")
        assert told not in seen(pilot.app)


async def test_help_says_what_the_keys_do_while_the_laptop_goes_round(stage: Stage) -> None:
    """A digit votes now, and whoever looks it up must not read that it settles a level."""
    path = stage.keep(stage.rated())
    async with stage.open(path, (140, 60)) as pilot:
        await pass_round(pilot, "3", "question_mark")
        said = seen(pilot.app)
        assert "Vote for this level; nothing shows which key it was." in said
        assert "Take the last vote back; only that one." in said
        assert "Settle on this level." not in said
        await pilot.press("escape", "escape")
        await wait_for(pilot, "Round 1 under way: 1 of 9 voted")


async def test_a_key_that_is_held_down_is_one_vote(stage: Stage) -> None:
    """Keyboards repeat; people do not."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, "3")
        for _ in range(8):
            clock.passes(0.5)
            await pilot.press("3")
        await wait_for(pilot, "1 of 9 voted")
        assert "One key a person: that one was not counted." in seen(pilot.app)


async def test_the_last_vote_can_be_taken_back_and_no_other(stage: Stage) -> None:
    """A slip is put right by the person who made it; the votes before stay secret."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, "3", "4", "backspace")
        assert "1 of 9 voted" in seen(pilot.app)
        assert "The last vote is taken back" in seen(pilot.app)
        await pilot.press("backspace")
        await wait_for(pilot, "Only the last vote can be taken back.")
        assert "1 of 9 voted" in seen(pilot.app)
        await press(pilot, clock, "5", "r", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 0, 1, 0, 1),))


@pytest.mark.parametrize("key", ["r", "enter"])
async def test_a_reveal_asks_once_where_people_are_missing(stage: Stage, key: str) -> None:
    """Somebody is at the coffee machine."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, *"2233334", key)
        assert "7 of 9 voted; r again reveals." in seen(pilot.app)
        assert rounds(stage, path) == ()
        await press(pilot, clock, key)
        await wait_for(pilot, "Round 1 revealed: spread")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 2, 4, 1, 0),))


async def test_where_all_have_voted_it_is_revealed_at_once(stage: Stage) -> None:
    """Nothing is asked that is known."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pass_round(pilot, *"223333345", "r")
        await wait_for(pilot, "Round 1 revealed: spread median 3 · range 2–5 · 9 votes")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 2, 5, 1, 1),))


async def test_enter_reveals_and_settles_nothing_until_an_arrow_points_at_a_level(stage: Stage) -> None:
    """Held down or pressed twice: the level under the cursor is not what the room agreed on."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, *"223333345", "enter")
        for _ in range(4):
            clock.passes(0.1)
            await pilot.press("enter", "1")
        await wait_for(pilot, "Round 1 revealed")
        await press(pilot, clock, "enter", "enter")
        await wait_for(pilot, "Nothing is settled yet: a accepts 3, a digit settles another level.")
        assert stage.level(path, "welcome") is None
        await press(pilot, clock, "down", "up", "enter")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 3)


async def test_one_vote_more_than_people_is_asked_and_counted(stage: Stage) -> None:
    """Asked, not refused."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, *"333333333", "4")
        assert "That would be 10 votes of 9 people; press the digit again to add it." in seen(pilot.app)
        await press(pilot, clock, "4", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 0, 9, 1, 0),))


async def test_without_a_head_count_the_number_is_told_and_the_reveal_is_asked(stage: Stage) -> None:
    """A participant who presses Enter behind the digit must not end the vote for all."""
    kept = stage.rated()
    workshop = kept.workshop.model_copy(update={"participants": None})
    path = stage.keep(kept.with_workshop(workshop, NOW))
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, "3", "enter", "4")
        assert "2 have voted" in seen(pilot.app)
        assert "○" not in seen(pilot.app)
        await press(pilot, clock, "r", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 0, 1, 1, 0),))


async def test_one_person_alone_can_vote(stage: Stage) -> None:
    """A rehearsal the evening before."""
    kept = stage.rated()
    path = stage.keep(kept.with_workshop(kept.workshop.model_copy(update={"participants": 1}), NOW))
    async with stage.open(path) as pilot:
        await pass_round(pilot, "4", "r")
        await wait_for(pilot, "Round 1 revealed range 4 · 1 vote")
        assert "a Accept 4" in seen(pilot.app)


async def test_nobody_voted_so_nothing_is_revealed(stage: Stage) -> None:
    """An empty round is no round."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pass_round(pilot, "r", "delete")
        assert "Nobody has voted yet." in seen(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "under way" not in seen(pilot.app)
    assert stage.read(path).ratings == {}


async def test_a_vote_that_is_left_is_kept_and_goes_on(stage: Stage) -> None:
    """A question comes up first; the seven who voted do not press again."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, *"22333", "escape")
        assert "Round 1 under way: 5 of 9 voted; v goes on" in seen(pilot.app)
        await press(pilot, clock, "right")
        assert "under way" not in seen(pilot.app)
        await press(pilot, clock, "left", "v", "backspace")
        assert "Only the last vote can be taken back." in seen(pilot.app)
        await press(pilot, clock, *"3345", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 2, 5, 1, 1),))
        assert "under way" not in seen(pilot.app)


async def test_a_vote_can_be_started_over_after_a_question(stage: Stage) -> None:
    """A child pressed keys; nine people press again."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, *"11111", "delete")
        assert "Del again throws the votes of this round away." in seen(pilot.app)
        assert "5 of 9 voted" in seen(pilot.app)
        await press(pilot, clock, "delete")
        assert "voted" not in seen(pilot.app)
        await press(pilot, clock, "v")
        assert "0 of 9 voted" in seen(pilot.app)


async def test_votes_are_there_after_the_program_was_left(stage: Stage) -> None:
    """The break came in the middle of a vote, and the lid was closed."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("right")
        await pass_round(pilot, "3", "4", "ctrl+q")
    async with stage.open(path) as pilot:
        assert "What are we here for?" in seen(pilot.app)
        assert "Round 1 under way: 2 of 9 voted; v goes on" in seen(pilot.app)
        await pass_round(pilot, "5", "r", "r")
        await wait_until(pilot, lambda: rounds(stage, path, "mission") == ((0, 0, 1, 1, 1),))
    assert list((stage.home / "state").rglob("ballots/*")) == []


async def test_a_click_on_a_level_votes_too(stage: Stage) -> None:
    """Whoever has a mouse in the hand points; nothing shows where."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, "3")
        row = next(number for number, row in enumerate(screen_text(pilot.app)) if "Renewed" in row)
        clock.passes()
        await pilot.click(offset=(40, row))
        await wait_for(pilot, "2 of 9 voted")
        assert screen_text(pilot.app)[row - 4].startswith(" ›")
        await press(pilot, clock, "r", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 0, 1, 0, 1),))


async def test_arrows_read_other_levels_and_the_next_vote_forgets_which(stage: Stage) -> None:
    """On a small screen a person reads what they are about to choose."""
    path = stage.keep(stage.shipped())
    async with stage.open(path, SMALL) as pilot:
        clock = await pass_round(pilot, "down", "down", "down")
        (at,) = [row for row in screen_text(pilot.app) if row.startswith(" ›")]
        assert at.split()[1] == "4"
        await press(pilot, clock, "4")
        (at,) = [row for row in screen_text(pilot.app) if row.startswith(" ›")]
        assert at.split()[1] == "1"


async def test_resizing_in_the_middle_of_a_vote_loses_nothing(stage: Stage) -> None:
    """The window is dragged to the projector."""
    path = stage.keep(stage.rated())
    async with stage.open(path, LARGE) as pilot:
        clock = await pass_round(pilot, "3", "3")
        for size in ((30, 8), (12, 4), SMALL, TERMINAL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "2 of 9 voted" in seen(pilot.app)
        await press(pilot, clock, "4", "r", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((0, 0, 2, 1, 0),))


async def test_ten_levels_have_ten_keys_and_zero_is_the_tenth(stage: Stage) -> None:
    """Some models come with ten steps."""
    stage.model = stage.add_model("harbour", model_text(tuple("abcdefghij")))
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, "0", "9", "1")
        assert "1 to 10" in seen(pilot.app)
        await press(pilot, clock, "r", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((1, 0, 0, 0, 0, 0, 0, 0, 1, 1),))
        await wait_for(pilot, "1:1 9:1 10:1")


async def test_two_levels_have_two_keys(stage: Stage) -> None:
    """Yes and no is a scale too; a digit beyond it votes for nothing."""
    stage.model = stage.add_model("harbour", model_text(("No", "Yes")).partition("[initiatives")[0])
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        clock = await pass_round(pilot, "1", "3", "0", "2")
        assert "2 of 9 voted" in seen(pilot.app)
        await press(pilot, clock, "r", "r")
        await wait_until(pilot, lambda: rounds(stage, path) == ((1, 1),))


@pytest.mark.parametrize("keys", [("v",), ("t",), ("s",), ("p",), ("a",), ("c",)])
async def test_nobody_votes_on_a_final_assessment(stage: Stage, keys: tuple[str, ...]) -> None:
    """What was handed over stays as it is."""
    path = stage.keep(final(stage.all_rated()))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await pilot.press(*keys, "3")
        await settle(pilot)
        assert "Rated 2 Begun" in seen(pilot.app)
        assert "Voting" not in seen(pilot.app)
    assert path.read_bytes() == before


async def test_in_pulse_mode_the_votes_are_about_the_dimension(stage: Stage) -> None:
    """Twelve questions, the same silence."""
    kept = stage.rated()
    path = stage.keep(kept.with_workshop(kept.workshop.model_copy(update={"mode": "pulse"}), NOW))
    async with stage.open(path) as pilot:
        await pass_round(pilot, *"333333333", "r", "a")
        await wait_until(pilot, lambda: stage.read(path).pulse["care"].level == 3)
        assert stage.read(path).pulse["care"].rounds == ((0, 0, 9, 0, 0),)
        assert stage.read(path).ratings == {}


async def test_nothing_of_a_hostile_text_acts_while_it_is_voted_on(stage: Stage) -> None:
    """Questions and descriptors come from files."""
    names = ("[post-mortem]", "[@click=app.quit]x[/]", "[/", "\u05e9\u05dc\u05d5\u05dd", "a\\\\")
    stage.model = stage.add_model("harbour", model_text(names))
    path = stage.keep(stage.rated())
    async with stage.open(path, LARGE) as pilot:
        await pass_round(pilot, *"111155555", "r")
        await wait_for(pilot, "Round 1 revealed: split in two")
        assert "[post-mortem]" in seen(pilot.app)
        assert pilot.app.is_running


async def test_question_and_levels_stay_whole_or_in_one_line_each_while_the_room_votes(stage: Stage) -> None:
    """A window over the question would hide what is voted on. Every sixth practice, or it takes a minute."""
    path = stage.keep(stage.shipped())
    scale = flagship().model.scale
    async with stage.open(path) as pilot:
        for practice in list(flagship().model.practices.values())[::6]:
            for keys in (("v",), ("escape", "t"), ("0", "2", "5", "1", "1", "enter")):
                await pilot.press(*keys)
                await pilot.pause()
                rows = screen_text(pilot.app)
                question = "".join(" ".join(rows[1:5]).split())
                assert "".join(practice.question.split()) in question
                named = [row[:22].split()[-1:] for row in rows]
                assert [[step.name] in named for step in scale] == [True] * 5
            await pilot.press(*["right"] * 6)
