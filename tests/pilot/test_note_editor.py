"""The editor for notes: beside the levels where there is room, and saved while it is written."""

from __future__ import annotations

import pytest
from textual.events import Paste

from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import SMALL, TERMINAL, Stage, settle
from support import NOW, flagship

SIZES = [SMALL, TERMINAL, (160, 50)]


@pytest.mark.parametrize("size", [TERMINAL, (160, 50)])
async def test_the_levels_can_be_read_while_a_note_is_written(stage: Stage, size: tuple[int, int]) -> None:
    """A remark is about a level; who writes it down wants to see which."""
    path = stage.keep(stage.rated())
    async with stage.open(path, size) as pilot:
        await pilot.press("n")
        await write(pilot, "[post-mortem]")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "[post-mortem]")
        found = seen(pilot.app)
        assert "How do we greet a guest?" in found
        names = ("absent", "begun", "agreed", "lived", "renewed")
        assert all(f"Welcome is {name} here." in found for name in names)
        assert "Note · Welcome" in found
        assert "Esc Done" in screen_text(pilot.app)[-1]
        assert " saved " in screen_text(pilot.app)[-2]
        await pilot.press("escape")
        await wait_for(pilot, "? Help")
        assert "Note · Welcome" not in seen(pilot.app)


@pytest.mark.parametrize("size", [TERMINAL, (120, 36), (160, 50)])
async def test_the_editor_covers_no_level_of_a_real_question(stage: Stage, size: tuple[int, int]) -> None:
    """The question is whole and each level begins, however long they are."""
    path = stage.keep(stage.shipped())
    practice = next(iter(flagship().model.practices.values()))
    async with stage.open(path, size) as pilot:
        await pilot.press("n")
        await wait_for(pilot, f"Note · {practice.title}")
        rows = [row.split("▏")[0] for row in screen_text(pilot.app)]
        found = " ".join(" ".join(rows).split())
        assert practice.question in found
        assert [text for text in practice.levels if text[:24] not in found] == []
        assert "Not rated yet: press 1 to 5" in found


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_typed_is_taken_back_and_brought_again(stage: Stage, size: tuple[int, int]) -> None:
    """Ctrl+Z in an editor takes a word back; it must not throw the facilitator out into the shell."""
    path = stage.keep(stage.rated().with_note("welcome", "before", NOW))
    async with stage.open(path, size) as pilot:
        await pilot.press("n")
        await write(pilot, " after")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "before after")
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "before")
        await pilot.press("ctrl+y")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "before after")
        assert screen_text(pilot.app)[-1].startswith("Esc Done Ctrl+Z Undo typing F1 Help")
        assert screen_text(pilot.app)[-1].endswith("saved while you write")
        await pilot.press("f7", "x")
        await pilot.click(offset=(1, size[1] - 1))
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "x")
        assert isinstance(pilot.app.screen, ScoringScreen)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 2_000,
        "x" * 10_000,
        "one\ntwo\n" * 1_250,
        "\U0001f469\u200d\U0001f4bb שלום [/] [@click=app.quit]go[/] " * 100,
    ],
    ids=["words", "one-word", "lines", "scripts"],
)
async def test_ten_thousand_characters_can_be_pasted(stage: Stage, text: str) -> None:
    """Somebody pastes the minutes; nothing is cut and nothing acts."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("n")
        pilot.app.post_message(Paste(text))
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == text)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ScoringScreen)
        assert "How do we greet a guest?" in seen(pilot.app)


async def test_a_paste_with_escapes_is_made_harmless(stage: Stage) -> None:
    """A copied terminal line carries bytes that would drive this terminal."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("n")
        pilot.app.post_message(Paste("a\x1b]0;title\x07b\u202ec"))
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "a␛]0;title␇bU+202Ec")


@pytest.mark.parametrize("size", SIZES)
async def test_near_the_bound_the_count_is_told_and_beyond_it_what_to_do(
    stage: Stage, size: tuple[int, int]
) -> None:
    """Who pastes a transcript learns it at once, in the editor, and loses nothing of what was kept."""
    path = stage.keep(stage.rated().with_note("welcome", "x" * 19_000, NOW))
    async with stage.open(path, size) as pilot:
        await pilot.press("n")
        await wait_for(pilot, "19000 of 20000 characters")
        pilot.app.post_message(Paste("y" * 1_200))
        await wait_for(pilot, "20200 of 20000 characters")
        await wait_for(pilot, "Not saved: 200 beyond the 20000 characters")
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, ScoringScreen)
        await pilot.press("ctrl+z", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        assert stage.read(path).rating("welcome").note == "x" * 19_000


async def test_a_terminal_that_changes_its_size_loses_no_word(stage: Stage) -> None:
    """The projector is plugged in in the middle of a sentence."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("n")
        for number, size in enumerate([SMALL, (160, 50), (20, 6), (120, 36), (4, 2), TERMINAL]):
            await write(pilot, f"{number} ")
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await write(pilot, "x ")
        await wait_for(pilot, "0 x 1 x 2 x 3 x 4 x 5 x")
        await pilot.press("escape")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "0 x 1 x 2 x 3 x 4 x 5 x ")
        await wait_for(pilot, "Welcome is renewed here.")


async def test_help_tells_the_keys_of_the_editor(stage: Stage) -> None:
    """Only F1 can ask for it there, since ? is a letter."""
    async with stage.open(stage.keep(stage.rated())) as pilot:
        await pilot.press("n", "f1")
        await wait_for(pilot, "Take back what was typed last.")
        await pilot.press("escape", "a")
        await wait_for(pilot, "Note · Welcome")
