"""In Spanish: nothing that the program says is left in English, on any screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest
from textual.pilot import Pilot

from catalogues import read, texts
from culture_tui import language
from culture_tui.errors import NotWrittenError, Phrase, Problem
from culture_tui.tui.screens.unsaved import UnsavedDialog
from pilot.reading import seen, wait_for, wait_until, write
from pilot.stage import Stage, final, settle
from support import NOW

SIZE: Final = (110, 60)

_SHORTEST: Final = 4
"""Shorter words may be words of Spanish too."""


_SETUP: Final = ("escape", "tab", "home", "enter")
"""To the questions for the small model: the titles of the one that ships are English."""

WALKS: Final[dict[str, tuple[str, ...]]] = {
    "home": ("escape",),
    "the palette at home": ("escape", "colon"),
    "help at home": ("escape", "question_mark"),
    "set-up": _SETUP,
    "set-up without an organisation": (*_SETUP, "f2"),
    "set-up with a wrong date": (*_SETUP, "x", "tab", "tab", "x", "f2"),
    "set-up with nobody in the room": (*_SETUP, "x", "tab", "tab", "tab", "0", "f2"),
    "set-up about nothing": (*_SETUP, "x", *["tab"] * 6, "ctrl+a", *["space", "down"] * 12, "f2"),
    "help while setting up": (*_SETUP, "f1"),
    "a problem": ("escape", "end", "enter"),
    "help about a problem": ("escape", "end", "enter", "question_mark"),
    "scoring": (),
    "scoring what is rated": ("left",),
    "scoring what does not apply": ("left", "a", "x", "enter"),
    "a target too early": ("plus",),
    "everything answered": ("2", "space", "2", "space", "2", "space"),
    "nothing to take back": ("u",),
    "a note": ("n",),
    "evidence": ("e",),
    "evidence without a text": ("e", "enter", "enter", "enter"),
    "evidence with a wrong date": ("e", "x", "enter", "enter", "x", "enter"),
    "evidence that was kept": ("e", "x", "enter", "enter", "enter"),
    "leaving out": ("a",),
    "leaving out without a reason": ("a", "enter"),
    "the tree": ("d",),
    "help while scoring": ("question_mark",),
    "the palette while scoring": ("colon",),
    "the palette with an unknown name": ("colon", "z", "z", "q"),
    "results": ("g",),
    "why": ("g", "w"),
    "why a dimension": ("g", "down", "w"),
    "why overall": ("g", "o"),
    "why the practices of a dimension": ("g", "down", "enter"),
    "contradictions and symptoms": ("g", "c"),
    "help about results": ("g", "question_mark"),
    "an export": ("x",),
    "roadmap": ("m",),
    "what does not fit": ("m", "end", "o"),
    "an initiative": ("m", "i"),
    "an owner": ("m", "o"),
    "capacity": ("m", "c"),
    "a wrong capacity": ("m", "c", "x", "enter", "enter"),
    "a wrong number of quarters": ("m", "c", "enter", "x", "enter"),
    "help about the roadmap": ("m", "question_mark"),
    "how to leave": ("ctrl+c",),
}


@cache
def english() -> dict[str, re.Pattern[str]]:
    """The English texts whose Spanish is another one, each as a pattern that finds it on a screen."""
    spanish = read("es")
    return {text: pattern for text in _ids() for pattern in _patterns(text, _translated(spanish.get(text)))}


def _ids() -> Iterator[str]:
    for message in texts():
        yield from [message.id] if isinstance(message.id, str) else message.id


def _translated(message: object) -> str:
    string = getattr(message, "string", "")
    return " ".join(string) if isinstance(string, tuple) else str(string)


def _patterns(text: str, spanish: str) -> Iterator[re.Pattern[str]]:
    pieces = [piece for piece in re.split(r"\{[^}]*\}|%\([a-z]+\)s", text) if len(piece.strip()) >= _SHORTEST]
    longest = max(pieces, key=len, default="").strip()
    if text and longest and spanish != text and not re.search(rf"(?<!\w){re.escape(longest)}", spanish):
        yield re.compile(r"(?<![\w/])" + re.sub(r"(\\ |\\\n)+", r"\\s+", re.escape(longest)) + r"(?!\w)")


def left_in_english(said: str) -> list[str]:
    """Which of our English texts stand in what is shown."""
    return [text for text, pattern in english().items() if pattern.search(said)]


@pytest.fixture
def spanish() -> None:
    """The program speaks Spanish."""
    language.use("es")


async def walk(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    """Press keys, letting each act."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("name", WALKS)
@pytest.mark.usefixtures("spanish")
async def test_a_screen_says_nothing_in_english(stage: Stage, name: str) -> None:
    """A group that speaks Spanish must not meet a foreign word on the wall."""
    (stage.assessments / "roto.toml").write_text("format = 1\n", encoding="utf-8")
    path = stage.keep(stage.rated(welcome=2).with_note("welcome", "nota", NOW))
    async with stage.open(path, SIZE) as pilot:
        await walk(pilot, WALKS[name])
        if "unknown name" in name:
            await wait_for(pilot, language.catalogue("es").gettext("No command has this name."))
        assert left_in_english(seen(pilot.app)) == []


@pytest.mark.usefixtures("spanish")
async def test_the_empty_home_says_nothing_in_english(stage: Stage) -> None:
    """The first thing that anybody sees."""
    async with stage.open(size=SIZE) as pilot:
        assert left_in_english(seen(pilot.app)) == []


@pytest.mark.parametrize("keys", [("g",), ("m",), ("4",)])
@pytest.mark.usefixtures("spanish")
async def test_a_final_assessment_says_nothing_in_english(stage: Stage, keys: tuple[str, ...]) -> None:
    """Also the refusal to change it."""
    path = stage.keep(final(stage.all_rated()))
    async with stage.open(path, SIZE) as pilot:
        await walk(pilot, keys)
        assert left_in_english(seen(pilot.app)) == []


@pytest.mark.usefixtures("spanish")
async def test_trouble_with_saving_is_said_in_spanish(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words that matter most must be understood at once."""

    def refuse(*_arguments: object) -> None:
        raise NotWrittenError(Problem(Phrase("cannot be written: {reason}", reason="-")))

    monkeypatch.setattr("culture_tui.storage.saver.write_bytes", refuse)
    path = stage.keep(stage.rated())
    async with stage.open(path, SIZE) as pilot:
        await pilot.press("4", "ctrl+q")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
        await settle(pilot)
        assert left_in_english(seen(pilot.app)) == []


@pytest.mark.usefixtures("spanish")
async def test_the_palette_says_nothing_that_the_library_brings_in_english(stage: Stage) -> None:
    """What comes from the library is the program's word too, for whoever reads it."""
    path = stage.keep(stage.all_rated())
    foreign = ("Search for", "Copy selected", "Focus", "No matches", "Screenshot", "Quit")
    async with stage.open(path, SIZE) as pilot:
        for keys in (("colon",), ("escape", "g", "colon"), ("escape", "escape", "escape", "colon")):
            await walk(pilot, keys)
            assert [word for word in foreign if word in seen(pilot.app)] == []


async def test_the_pattern_finds_what_was_forgotten(stage: Stage) -> None:
    """A guard that never bites would let every other test here pass."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, SIZE) as pilot:
        await write(pilot, "?")
        await settle(pilot)
        found = left_in_english(seen(pilot.app))
    assert {"Help", "Go to the next practice.", "Esc closes this window."} <= set(found)
