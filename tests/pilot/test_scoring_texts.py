"""Scoring: what is written down beside a level, and kept."""

from __future__ import annotations

from datetime import date

import pytest

from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import SMALL, Stage
from support import NOW

TEXTS = [
    "[post-mortem]",
    "[bold]x[/bold]",
    "[@click=app.quit]go",
    "[/foo] and [",
    "a\\",
    "$name {self}",
]


async def test_a_note_is_on_disk_while_it_is_written(stage: Stage) -> None:
    """A laptop that dies in the middle of a sentence keeps the first half."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("n")
        await write(pilot, "half a sen")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "half a sen")
        assert not isinstance(pilot.app.screen, ScoringScreen)
        await write(pilot, "tence")
        await pilot.press("escape")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "half a sentence")
        assert isinstance(pilot.app.screen, ScoringScreen)
        await wait_for(pilot, "half a sentence")


async def test_a_note_goes_on_where_it_ended(stage: Stage) -> None:
    """The next thing said is added, not written into the first word."""
    path = stage.keep(stage.rated().with_note("welcome", "first", NOW))
    async with stage.open(path) as pilot:
        await pilot.press("n")
        await write(pilot, "\nsecond")
        await pilot.press("escape")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "first\nsecond")


async def test_a_note_stays_with_the_practice_that_it_was_written_for(stage: Stage) -> None:
    """A remark about another practice would be a false quotation."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("right", "n", "a", "escape", "right", "n", "b", "escape")
        await wait_until(pilot, lambda: stage.read(path).rating("mission").note == "b")
        notes = {key: rating.note for key, rating in stage.read(path).ratings.items()}
    assert notes == {"farewell": "a", "mission": "b"}


async def test_keys_are_letters_while_a_note_is_written(stage: Stage) -> None:
    """The digits and commands of the screen below must not act on what is typed."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("n")
        await write(pilot, "3qg?:x u")
        await pilot.press("escape")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "3qg?:x u")
        assert stage.level(path, "welcome") is None


@pytest.mark.parametrize("text", TEXTS)
async def test_a_text_with_brackets_is_shown_as_it_is(stage: Stage, text: str) -> None:
    """A square bracket in a note has crashed other programs in front of a group."""
    path = stage.keep(stage.rated().with_note("welcome", text, NOW).with_note("farewell", "other", NOW))
    async with stage.open(path) as pilot:
        assert text in seen(pilot.app)
        await pilot.press("n")
        await pilot.pause()
        assert text in seen(pilot.app)
        await pilot.press("escape", "right", "left")
        await pilot.pause()
        assert text in seen(pilot.app)


async def test_a_note_in_brackets_can_be_typed(stage: Stage) -> None:
    """What is typed and what is read from a file is the same text."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("n")
        await write(pilot, "[post-mortem]")
        await pilot.press("escape")
        await wait_for(pilot, "[post-mortem]")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "[post-mortem]")


async def test_evidence_is_kept_with_its_link_and_date(stage: Stage) -> None:
    """A rating that somebody doubts is backed by something that can be looked up."""
    path = stage.keep(stage.rated(farewell=2))
    async with stage.open(path) as pilot:
        await pilot.press("e")
        await write(pilot, "minutes\nbank.example/m\n2026-03-04\n")
        await wait_until(pilot, lambda: len(stage.read(path).rating("welcome").evidence) == 1)
        (kept,) = stage.read(path).rating("welcome").evidence
        assert (kept.text, kept.link, kept.date) == ("minutes", "bank.example/m", date(2026, 3, 4))
        await wait_for(pilot, "bank.example/m · 4 March 2026")
        await pilot.press("escape")
        await wait_for(pilot, "minutes · bank.example/m · 4 March 2026")
        await pilot.press("e", "n", *"more", "enter", "enter", "enter", "escape")
        await wait_until(pilot, lambda: len(stage.read(path).rating("welcome").evidence) == 2)
        await wait_for(pilot, "2 pieces of evidence")


@pytest.mark.parametrize("size", [(80, 24), SMALL])
@pytest.mark.parametrize("typed", ["4.3.26", "2026-02-30"])
async def test_a_wrong_date_of_evidence_is_refused_in_words(
    stage: Stage, typed: str, size: tuple[int, int]
) -> None:
    """What was typed stays, so that only the date has to be put right."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path, size) as pilot:
        await pilot.press("e")
        await write(pilot, f"minutes\n\n{typed}\n")
        await wait_for(pilot, "The date must look like 2026-11-21")
        assert "minutes" in seen(pilot.app)
        assert path.read_bytes() == before
        await pilot.press("home", "ctrl+k")
        await write(pilot, "2026-03-04\n")
        await wait_until(pilot, lambda: len(stage.read(path).rating("welcome").evidence) == 1)


async def test_evidence_without_a_text_is_refused_in_words(stage: Stage) -> None:
    """A link that nobody can name is no evidence."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("e", "enter", "enter", "enter")
        await wait_for(pilot, "Say what the evidence is.")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ScoringScreen)
        assert stage.read(path).ratings == {}


async def test_a_link_that_is_too_long_is_not_called_a_wrong_date(stage: Stage) -> None:
    """A refusal that names the wrong field sends the facilitator looking in the wrong place."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("e", "m", "enter")
        pilot.app.copy_to_clipboard("x" * 2001)
        await pilot.press("ctrl+v", "enter", "enter")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ScoringScreen)
        assert "The date must look like" not in seen(pilot.app)


async def test_leaving_a_practice_out_needs_a_reason(stage: Stage) -> None:
    """A year later somebody asks why a practice was not rated."""
    path = stage.keep(stage.rated(farewell=2))
    async with stage.open(path) as pilot:
        await pilot.press("o", "enter")
        await wait_for(pilot, "A reason is needed")
        assert stage.read(path).rating("welcome").not_applicable is None
        await write(pilot, "no guests\n")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").not_applicable == "no guests")
        await wait_for(pilot, "Not applicable: no guests")
        assert "2 of 4" in screen_text(pilot.app)[0]


async def test_a_level_takes_the_place_of_not_applicable(stage: Stage) -> None:
    """The group may change its mind, and must never hold both."""
    path = stage.keep(stage.rated().with_not_applicable("welcome", "no guests", NOW))
    async with stage.open(path) as pilot:
        await pilot.press("left", "3")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 3)
        assert stage.read(path).rating("welcome").not_applicable is None


@pytest.mark.parametrize("key", ["e", "o"])
async def test_escape_leaves_a_window_and_keeps_nothing(stage: Stage, key: str) -> None:
    """Looking into a window is no answer."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await pilot.press(key, "x", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ScoringScreen)
    assert path.read_bytes() == before
