"""The evidence of a practice: a list to add to, change and take from, every change on disk."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

import pytest
from textual.events import Key, Paste

from culture_tui.domain.records import Evidence
from culture_tui.reports.dates import day_text
from culture_tui.tui.screens.evidence import EvidenceDialog
from culture_tui.tui.screens.scoring import ScoringScreen
from culture_tui.tui.workshop import now
from pilot.reading import seen, wait_for, wait_until, window, write
from pilot.stage import SMALL, TERMINAL, Stage
from support import NOW

SIZES = [SMALL, TERMINAL]
TWO = (
    Evidence(text="[post-mortem] of June", link="bank.example/[x]", date=date(2026, 6, 1)),
    Evidence(text="first line\nsecond line"),
)


def texts(stage: Stage) -> list[str]:
    """The evidence of the first practice on disk."""
    (path,) = stage.assessments.glob("*.toml")
    return [each.text for each in stage.read(path).rating("welcome").evidence]


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_piece_is_asked_for_at_once(stage: Stage, size: tuple[int, int]) -> None:
    """Most practices get one piece: e, the words, Enter."""
    path = stage.keep(stage.rated())
    async with stage.open(path, size) as pilot:
        await pilot.press("e")
        await write(pilot, "seen at the door\n\n.\n")
        await wait_until(pilot, lambda: texts(stage) == ["seen at the door"])
        (kept,) = stage.read(path).rating("welcome").evidence
        assert kept.date == now().date()
        await wait_for(pilot, "Kept.")
        assert f"seen at the door {day_text(kept.date, NullTranslations())}" in window(pilot.app)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await wait_for(pilot, "1 piece of evidence")


@pytest.mark.parametrize("size", SIZES)
async def test_pieces_are_added_changed_and_taken_away(stage: Stage, size: tuple[int, int]) -> None:
    """What is wrong in the list is put right in the list."""
    path = stage.keep(stage.rated().with_evidence("welcome", TWO, NOW))
    async with stage.open(path, size) as pilot:
        await pilot.press("e")
        await wait_for(pilot, "bank.example/[x] · 1 June 2026")
        await wait_for(pilot, "[post-mortem] of June")
        await pilot.press("enter")
        await wait_for(pilot, "What it is")
        await write(pilot, ", signed\n\n\n")
        await wait_until(pilot, lambda: texts(stage)[0] == "[post-mortem] of June, signed")
        assert stage.read(path).rating("welcome").evidence[0].link == "bank.example/[x]"
        await pilot.press("down", "delete")
        await wait_for(pilot, "Removed: “first line second line”. u brings it back.")
        assert texts(stage) == ["[post-mortem] of June, signed"]
        await pilot.press("plus")
        await write(pilot, "third\n\n\n")
        await wait_until(pilot, lambda: texts(stage)[1:] == ["third"])


async def test_every_change_of_the_list_is_taken_back_one_by_one(stage: Stage) -> None:
    """A slip on Delete in front of the group costs one key."""
    stage.keep(stage.rated(welcome=2).with_evidence("welcome", TWO, NOW))
    async with stage.open(next(stage.assessments.glob("*.toml"))) as pilot:
        await pilot.press("left", "3", "e", "backspace", "backspace")
        await wait_until(pilot, lambda: texts(stage) == [])
        await wait_for(pilot, "Removed: “first line second line”")
        await pilot.press("u")
        await wait_until(pilot, lambda: texts(stage) == ["first line\nsecond line"])
        await pilot.press("u")
        await wait_until(pilot, lambda: len(texts(stage)) == 2)
        await pilot.press("u")
        await wait_for(pilot, "Nothing was changed here that could be taken back.")
        await pilot.press("escape")
        await wait_for(pilot, "Rated 3")


async def test_a_text_can_have_lines_and_be_pasted(stage: Stage) -> None:
    """Somebody pastes three lines of a log, and an address that is no web page."""
    path = stage.keep(stage.rated())
    pasted = "one\ntwo\n" + "שלום \U0001f600 [@click=app.quit]go " * 300
    async with stage.open(path) as pilot:
        await pilot.press("e", "a", "ctrl+j", "b", "ctrl+j")
        pilot.app.post_message(Paste(pasted))
        await wait_for(pilot, "[@click=app.quit]go")
        await write(pilot, "\nfile:///[x]\n\n")
        await wait_until(pilot, lambda: len(texts(stage)) == 1)
        (kept,) = stage.read(path).rating("welcome").evidence
        assert (kept.text, kept.link) == (f"a\nb\n{pasted.strip()}", "file:///[x]")
        assert isinstance(pilot.app.screen, EvidenceDialog)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_wrong_is_said_beside_its_field(stage: Stage, size: tuple[int, int]) -> None:
    """The cursor stands where something has to be put right, and what was typed stays."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path, size) as pilot:
        await pilot.press("e")
        await write(pilot, "\nlink\n1.2.26\n")
        await wait_for(pilot, "Say what the evidence is.")
        await write(pilot, "minutes\n\n\n")
        await wait_for(pilot, "Date 1.2.26 The date must look like 2026-11-21, or be empty; . is today.")
        assert "Say what the evidence is." not in seen(pilot.app)
        assert path.read_bytes() == before
        await pilot.press("home", "ctrl+k", "full_stop", "enter")
        await wait_until(pilot, lambda: texts(stage) == ["minutes"])


async def test_a_quick_typist_loses_no_letter(stage: Stage) -> None:
    """Enter must not overtake the keys before it, as it would where it goes straight to the window."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("e")
        await wait_for(pilot, "What it is")
        for key in [*"abc", "enter", *"xyz", "enter", "full_stop", "enter"]:
            character = "." if key == "full_stop" else key if len(key) == 1 else None
            pilot.app.post_message(Key(key, character))
        await wait_until(pilot, lambda: texts(stage) == ["abc"])
        (kept,) = stage.read(path).rating("welcome").evidence
        assert (kept.link, kept.date) == ("xyz", now().date())


async def test_escape_keeps_nothing_of_a_piece(stage: Stage) -> None:
    """Looking is no answer: an empty list closes with its form."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await pilot.press("e", "x", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        assert path.read_bytes() == before


async def test_a_click_on_a_piece_opens_it(stage: Stage) -> None:
    """Everything can be done with the mouse."""
    stage.keep(stage.rated().with_evidence("welcome", TWO, NOW))
    async with stage.open(next(stage.assessments.glob("*.toml"))) as pilot:
        await pilot.press("e")
        await wait_for(pilot, "first line second line")
        await pilot.click("#evidence OptionList", offset=(4, 2))
        await wait_for(pilot, "What it is first line second line")
