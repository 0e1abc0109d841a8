"""In Spanish: nothing that the program says is left in English, on any screen."""

from __future__ import annotations

import errno
import os
from threading import Event
from typing import Final

import pytest
from textual.pilot import Pilot

from culture_tui import language
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import GatheredVotes, with_gathered
from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.errors import NotWrittenError, Phrase, Problem
from culture_tui.tui.screens.unsaved import UnsavedDialog
from foreign import left_in_english
from pilot.forms import to
from pilot.reading import seen, wait_for, wait_until, write
from pilot.stage import Stage, final, model_text, settle
from support import NOW
from votes import table

SIZE: Final = (110, 60)

_SETUP: Final = ("escape", "tab", "home", "enter")
"""To the questions for the small model: the titles of the one that ships are English."""

WALKS: Final[dict[str, tuple[str, ...]]] = {
    "home": ("escape",),
    "the palette at home": ("escape", "colon"),
    "help at home": ("escape", "question_mark"),
    "set-up": _SETUP,
    "set-up without an organisation": (*_SETUP, "f2"),
    "set-up with a wrong date": (*_SETUP, "x", *to("date"), "x", "f2"),
    "set-up with nobody in the room": (*_SETUP, "x", *to("people"), "0", "f2"),
    "set-up about nothing": (*_SETUP, "x", *to("scope"), "space", *["down"] * 8, "space", "f2"),
    "help while setting up": (*_SETUP, "f1"),
    "a problem": ("escape", "end", "enter"),
    "help about a problem": ("escape", "end", "enter", "question_mark"),
    "scoring": (),
    "scoring what is rated": ("left",),
    "scoring what does not apply": ("left", "o", "x", "enter"),
    "a target too early": ("plus",),
    "everything answered": ("2", "space", "2", "space", "2", "space"),
    "nothing to take back": ("u",),
    "a note": ("n",),
    "evidence": ("e",),
    "evidence without a text": ("e", "enter", "enter", "enter"),
    "evidence with a wrong date": ("e", "x", "enter", "enter", "x", "enter"),
    "evidence that was kept": ("e", "x", "enter", "enter", "enter"),
    "leaving out": ("o",),
    "leaving out without a reason": ("o", "enter"),
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
    "an initiative": ("m", "d"),
    "an owner": ("m", "o"),
    "capacity": ("m", "c"),
    "a wrong capacity": ("m", "c", "x", "enter", "enter"),
    "a wrong number of quarters": ("m", "c", "enter", "x", "enter"),
    "help about the roadmap": ("m", "question_mark"),
    "how to leave": ("ctrl+c",),
    "a vote under way": ("v", "3"),
    "a vote that was left": ("v", "3", "escape"),
    "a vote to start over": ("v", "3", "delete"),
    "hands": tuple("t2 2 4"),
    "hands that are none": tuple("t9 9"),
    "the reveal of hands": (*"t2 2 4 2 3", "enter"),
    "a split": (*"t1 1 5 5 5 1", "enter", "s"),
    "parked": (*"t1 1 5 5 5 1", "enter", "p"),
    "another level than the median": (*"t2 2 2 2 2", "enter", "left", "right", "5"),
    "nothing to accept": ("a",),
    "how sure": ("left", "c"),
    "what is open": ("i",),
    "help about what is open": ("i", "question_mark"),
    "the symptoms": ("y",),
    "a symptom seen often": ("y", "3"),
    "help about the symptoms": ("y", "question_mark"),
    "the workshop": ("b",),
    "help about the workshop": ("b", "f1"),
    "paused": ("z",),
    "the projector": ("P",),
    "help about the projector": ("P", "question_mark"),
    "what is open before it is final": ("F",),
    "final": ("F", "F"),
    "reopening": ("F", "F", "F"),
    "the radar": ("g", "h"),
    "the heatmap": ("g", "h", "h"),
    "a picture": ("g", "p"),
    "a dimension": ("g", "down", "enter"),
    "help about a dimension": ("g", "down", "enter", "question_mark"),
    "a practice": ("g", "down", "enter", "enter"),
    "a step": ("m", "e"),
    "a step of one's own": ("m", "a"),
    "a step without a title": ("m", "a", "escape"),
    "a step's next status": ("m", "s"),
    "a dropped step": ("m", "delete"),
    "a plan anew": ("m", "R"),
    "a projected profile": ("m", "v"),
    "the library": ("escape",),
    "the library searched": ("escape", "slash", *"zz"),
    "the filter": ("escape", "f"),
    "one mark too few": ("escape", "c"),
    "the trash": ("escape", "T"),
    "something deleted": ("escape", "delete"),
    "the next round": ("escape", "d"),
    "a folder to open": ("escape", "o"),
    "the themes": ("colon", *"tema", "enter"),
}

OF_THE_MODEL: Final = frozenset({"from", "Where", "Harbour Bank"})
"""Words of ours that also stand in the small model's questions and in the name of its organisation."""


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
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


_PATH: Final = (*_SETUP, "x", *to("votes"))
"""To the field that takes a file of votes."""

SETUP_WALKS: Final[dict[str, tuple[str, ...]]] = {
    "files on offer": _PATH,
    "votes that are told": (*_PATH, *"gut", "right", "enter"),
    "votes with letters that may be wrong": (*_PATH, *"raro", "right", "enter"),
    "one thing wrong": (*_PATH, *"eins", "right", "enter"),
    "more things wrong": (*_PATH, *"falsch", "right", "f2"),
    "no file": (*_PATH, *"nix", "f2"),
    "a workshop with votes": (*_PATH, *"gut", "right", "f2"),
}


@pytest.mark.parametrize("name", SETUP_WALKS)
@pytest.mark.usefixtures("spanish")
async def test_the_file_of_votes_is_spoken_of_in_spanish(stage: Stage, name: str) -> None:
    """What is in the form, what is wrong with it, and what the workshop then begins with."""
    (stage.workspace / "gut.csv").write_text(
        table(("Cuándo", "Welcome", "Mission"), *[("x", "3", "n/a")] * 6), encoding="utf-8"
    )
    (stage.workspace / "raro.csv").write_bytes(table(("Cuándo", "Welcome"), ("x", "3")).encode("cp1252"))
    (stage.workspace / "eins.csv").write_text(
        table(("Welcome", "Mission"), ("quizá", "7"), ("3", "8")), "utf-8"
    )
    (stage.workspace / "falsch.csv").write_text(table(("Welcome", "Mission"), ("quizá", "7")), "utf-8")
    async with stage.open(size=SIZE) as pilot:
        await walk(pilot, SETUP_WALKS[name])
        of_the_system = os.strerror(errno.ENOENT)
        assert left_in_english(seen(pilot.app).replace(of_the_system, "")) == []


@pytest.mark.usefixtures("spanish")
async def test_a_file_that_is_being_read_says_so_in_spanish(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A survey of a country takes seconds."""
    free = Event()
    monkeypatch.setattr("culture_tui.tui.vote_files.exists", lambda _path: free.wait(60))
    async with stage.open(size=SIZE) as pilot:
        await walk(pilot, _PATH)
        await pilot.press("x", "enter")
        await wait_for(pilot, language.catalogue("es").gettext("Reading the file…"))
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL
        free.set()


def gathered(stage: Stage, *histogram: int) -> Assessment:
    """A workshop to come, with these votes for one practice and another that applies to nobody."""
    votes = GatheredVotes(41, {"welcome": histogram}, ("farewell",))
    reason = language.catalogue("es").gettext("All who voted before the workshop say that it does not apply.")
    return with_gathered(stage.rated(), votes, reason, NOW)


@pytest.mark.parametrize("keys", [(), ("4",), ("right",), ("left",), ("a", "x", "enter")])
@pytest.mark.parametrize("histogram", [(0, 2, 5, 1, 0), (0, 1, 1, 0, 0), (3, 0, 0, 0, 3), (0, 0, 9, 0, 0)])
@pytest.mark.usefixtures("spanish")
async def test_votes_gathered_before_are_spoken_of_in_spanish(
    stage: Stage, histogram: tuple[int, ...], keys: tuple[str, ...]
) -> None:
    """On opening, and on the card of each practice."""
    async with stage.open(stage.keep(gathered(stage, *histogram)), SIZE) as pilot:
        await walk(pilot, keys)
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


RIDDLES: Final = """
[symptoms.late]
title = "Esperas"
probe = "?"
points_to = ["mission", "vision"]

[symptoms.cold]
title = "Fugas"
probe = "?"
points_to = ["welcome", "farewell"]

[symptoms.loud]
title = "Quejas"
probe = "?"
points_to = ["welcome"]

[[gates]]
id = "puerta"
dimension = "care"
every_practice_at_least = 3
caps_overall_at = 1

[[links]]
between = ["care", "purpose"]
"""

TALK: Final = ((1, 3, 3, 2, 0), (0, 7, 2, 0, 0))


def riddle(stage: Stage) -> Assessment:
    """Dimensions that contradict each other, symptoms, a gate shut, and practices of every kind."""
    stage.model = stage.add_model("harbour", model_text() + RIDDLES)
    said = {
        "late": SymptomSeen(seen="often"),
        "cold": SymptomSeen(seen="sometimes"),
        "loud": SymptomSeen(seen="never"),
    }
    ratings = {
        "welcome": Rating(level=2, rounds=TALK),
        "mission": Rating(level=4, rounds=((0, 0, 3, 0, 3),), target=5),
        "vision": Rating(level=5, rounds=((0, 0, 0, 2, 2),), reason="-"),
    }
    return stage.rated().model_copy(update={"symptoms": said, "ratings": ratings})


@pytest.mark.parametrize(
    "keys",
    [
        ("g",),
        ("g", "w"),
        ("g", "o"),
        ("g", "c"),
        ("g", "enter"),
        ("g", "down", "enter"),
        ("g", "down", "down", "w"),
        ("g", "down", "down", "enter"),
        ("g", "question_mark"),
        ("m", "d"),
        ("m", "down", "d"),
        ("m", "down", "down", "d"),
        ("m", "end", "d"),
    ],
    ids="-".join,
)
@pytest.mark.usefixtures("spanish")
async def test_reasons_are_given_in_spanish(stage: Stage, keys: tuple[str, ...]) -> None:
    """Why a number, a contradiction, a symptom, a gate, and what an initiative is worth."""
    path = stage.keep(riddle(stage))
    async with stage.open(path, SIZE) as pilot:
        await walk(pilot, keys)
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


@pytest.mark.parametrize("keys", [("g",), ("g", "w"), ("g", "down", "enter"), ("g", "c"), ("m",)])
@pytest.mark.usefixtures("spanish")
async def test_results_of_nothing_are_spoken_of_in_spanish(stage: Stage, keys: tuple[str, ...]) -> None:
    """The first key that somebody presses may be the one for the results."""
    async with stage.open(stage.keep(stage.rated()), SIZE) as pilot:
        await walk(pilot, keys)
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


@pytest.mark.usefixtures("spanish")
async def test_the_empty_home_says_nothing_in_english(stage: Stage) -> None:
    """The first thing that anybody sees."""
    async with stage.open(size=SIZE) as pilot:
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


@pytest.mark.parametrize("keys", [("g",), ("m",), ("4",)])
@pytest.mark.usefixtures("spanish")
async def test_a_final_assessment_says_nothing_in_english(stage: Stage, keys: tuple[str, ...]) -> None:
    """Also the refusal to change it."""
    path = stage.keep(final(stage.all_rated()))
    async with stage.open(path, SIZE) as pilot:
        await walk(pilot, keys)
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


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
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


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
