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

_SETUP: Final = ("tab", "home", "enter")
"""From home to the questions for the small model: the titles of the one that ships are English."""

Journey = dict[str, tuple[str, ...]]
"""Screens, each with the keys that lead to it from the one before."""

JOURNEYS: Final[dict[str, Journey]] = {
    "the library": {
        "home": ("escape",),
        "the palette at home": ("colon",),
        "help at home": ("escape", "question_mark"),
        "a problem": ("escape", "end", "enter"),
        "help about a problem": ("question_mark",),
        "the filter": ("escape", "escape", "f"),
        "a folder to open": ("escape", "o"),
        "the trash": ("escape", "T"),
        "one mark too few": ("escape", "home", "c"),
        "the library searched": ("slash", *"zz"),
        "the next round": ("escape", "home", "d"),
        "something deleted": ("escape", "home", "delete"),
    },
    "set-up": {
        "set-up": ("escape", *_SETUP),
        "without an organisation": ("f2",),
        "with a wrong date": ("x", *to("date"), "x", "f2"),
        "with nobody in the room": ("backspace", *to("people", "date"), "0", "f2"),
        "about nothing": ("backspace", "9", *to("scope", "people"), "space", "f2"),
        "help while setting up": ("f1",),
    },
    "scoring": {
        "scoring": (),
        "the tree": ("d",),
        "help while scoring": ("escape", "question_mark"),
        "the palette while scoring": ("escape", "colon"),
        "the palette with an unknown name": ("z", "z", "q"),
        "the themes": (*["backspace"] * 3, *"tema", "enter"),
        "nothing to take back": ("escape", "u"),
        "a note": ("n",),
        "evidence": ("escape", "e"),
        "evidence without a text": ("enter", "enter", "enter"),
        "evidence with a wrong date": ("x", "enter", "enter", "x", "enter"),
        "evidence that was kept": ("backspace", "enter"),
        "leaving out": ("escape", "o"),
        "leaving out without a reason": ("enter",),
        "a target too early": ("escape", "plus"),
        "nothing to accept": ("a",),
        "how to leave": ("ctrl+c",),
        "an export": ("x",),
        "scoring what is rated": ("left",),
        "how sure": ("c",),
        "scoring what does not apply": ("o", "x", "enter"),
        "everything answered": ("u", "right", "2", "space", "2", "space", "2", "space"),
    },
    "results": {
        "results": ("g",),
        "a picture": ("p",),
        "why": ("w",),
        "why a dimension": ("escape", "down", "w"),
        "why overall": ("escape", "o"),
        "contradictions and symptoms": ("escape", "c"),
        "help about results": ("escape", "question_mark"),
        "the radar": ("escape", "h"),
        "the heatmap": ("h",),
        "a dimension": ("h", "home", "down", "enter"),
        "help about a dimension": ("question_mark",),
        "a practice": ("escape", "enter"),
    },
    "roadmap": {
        "roadmap": ("m",),
        "an initiative": ("d",),
        "an owner": ("escape", "o"),
        "capacity": ("escape", "c"),
        "a wrong capacity": ("x", "enter", "enter"),
        "a wrong number of quarters": ("escape", "c", "enter", "x", "enter"),
        "help about the roadmap": ("escape", "question_mark"),
        "a step": ("escape", "e"),
        "a step of one's own": ("escape", "a"),
        "a step without a title": ("tab", "tab", "tab", "x", "escape"),
        "a projected profile": ("escape", "v"),
        "what does not fit": ("escape", "end", "o"),
        "a plan anew": ("R",),
        "a step's next status": ("home", "down", "s"),
        "a dropped step": ("delete",),
    },
    "voting": {
        "a vote under way": ("v", "3"),
        "a vote that was left": ("escape",),
        "a vote to start over": ("v", "delete"),
    },
    "hands": {
        "hands": tuple("t2 2 4"),
        "hands that are none": (*["backspace"] * 5, *"9 9"),
        "the reveal of hands": (*["backspace"] * 3, *"2 2 4 2 3", "enter"),
    },
    "divided votes": {
        "a split": (*"t1 1 5 5 5 1", "enter", "s"),
        "parked": ("p",),
    },
    "the companion": {
        "what is open": ("i",),
        "help about what is open": ("question_mark",),
        "the symptoms": ("escape", "escape", "y"),
        "help about the symptoms": ("question_mark",),
        "the workshop": ("escape", "escape", "b"),
        "help about the workshop": ("f1",),
        "paused": ("escape", "escape", "z"),
        "the projector": ("z", "P"),
        "help about the projector": ("question_mark",),
        "another level than the median": ("escape", "P", *"t2 2 2 2 2", "enter", "left", "right", "5"),
    },
    "the end": {
        "what is open before it is final": ("F",),
        "final": ("F",),
        "reopening": ("F",),
    },
}

OF_THE_MODEL: Final = frozenset({"from", "Where", "Harbour Bank", "Agreed", "title"})
"""Words of ours that also stand in the small model, in a key of a file and in a name."""

OF_THE_SYSTEM: Final = os.strerror(errno.ENOENT)


@pytest.fixture
def spanish() -> None:
    """The program speaks Spanish."""
    language.use("es")


async def walk(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    """Press keys, letting each act."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def left_behind(
    pilot: Pilot[None], journey: Journey, but: frozenset[str] = OF_THE_MODEL
) -> dict[str, list[str]]:
    """Which screens of a journey say what in English; each of them shows what none before it did."""
    told: dict[str, str] = {}
    for screen, keys in journey.items():
        pilot.app.clear_notifications()
        await walk(pilot, keys)
        if "unknown name" in screen:
            await wait_for(pilot, language.catalogue("es").gettext("No command has this name."))
        said = seen(pilot.app)
        assert said not in told.values(), f"{screen}: nothing new"
        told[screen] = said.replace(OF_THE_SYSTEM, "")
    found = {screen: sorted({*left_in_english(said)} - but) for screen, said in told.items()}
    return {screen: texts for screen, texts in found.items() if texts}


@pytest.mark.parametrize("name", JOURNEYS)
@pytest.mark.usefixtures("spanish")
async def test_a_screen_says_nothing_in_english(stage: Stage, name: str) -> None:
    """A group that speaks Spanish must not meet a foreign word on the wall."""
    (stage.assessments / "roto.toml").write_text("format = 1\n", encoding="utf-8")
    path = stage.keep(stage.rated(welcome=2).with_note("welcome", "nota", NOW))
    async with stage.open(path, SIZE) as pilot:
        assert await left_behind(pilot, JOURNEYS[name]) == {}


_PATH: Final = ("escape", *_SETUP, "x", *to("votes"))
"""To the field that takes a file of votes."""

OF_VOTES: Final[Journey] = {
    "files on offer": _PATH,
    "votes that are told": (*"gut", "right", "enter"),
    "votes with letters that may be wrong": ("ctrl+u", *"raro", "right", "enter"),
    "one thing wrong": ("ctrl+u", *"eins", "right", "enter"),
    "more things wrong": ("ctrl+u", *"falsch", "right", "f2"),
    "no file": ("ctrl+u", *"nix", "f2"),
    "a workshop with votes": ("ctrl+u", *"gut", "right", "f2"),
}


@pytest.mark.usefixtures("spanish")
async def test_the_file_of_votes_is_spoken_of_in_spanish(stage: Stage) -> None:
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
        assert await left_behind(pilot, OF_VOTES, frozenset({"Agreed"})) == {}


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


OF_GATHERED: Final[Journey] = {
    "on opening": (),
    "the practice after": ("right",),
    "another level": ("left", "4"),
    "none again": ("u",),
    "the level that they had": ("a",),
}


@pytest.mark.parametrize("histogram", [(0, 2, 5, 1, 0), (0, 1, 1, 0, 0), (3, 0, 0, 0, 3), (0, 0, 9, 0, 0)])
@pytest.mark.usefixtures("spanish")
async def test_votes_gathered_before_are_spoken_of_in_spanish(
    stage: Stage, histogram: tuple[int, ...]
) -> None:
    """On opening, and on the card of each practice."""
    async with stage.open(stage.keep(gathered(stage, *histogram)), SIZE) as pilot:
        assert await left_behind(pilot, OF_GATHERED) == {}


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


OF_REASONS: Final[Journey] = {
    "results": ("g",),
    "why": ("w",),
    "why overall": ("escape", "o"),
    "contradictions": ("escape", "c"),
    "help about results": ("escape", "question_mark"),
    "the whole": ("escape", "enter"),
    "a dimension": ("escape", "down", "enter"),
    "why another dimension": ("escape", "down", "w"),
    "another dimension": ("escape", "enter"),
    "roadmap": ("escape", "m"),
    "an initiative": ("d",),
    "the symptoms": ("escape", "escape", "y"),
    "a symptom seen often": ("end", "3"),
}


@pytest.mark.usefixtures("spanish")
async def test_reasons_are_given_in_spanish(stage: Stage) -> None:
    """Why a number, a contradiction, a symptom, a gate, and what an initiative is worth."""
    async with stage.open(stage.keep(riddle(stage)), SIZE) as pilot:
        assert await left_behind(pilot, OF_REASONS) == {}


OF_NOTHING: Final[Journey] = {
    "results": ("g",),
    "why": ("w",),
    "a dimension": ("escape", "down", "enter"),
    "contradictions": ("escape", "c"),
    "roadmap": ("escape", "m"),
}


@pytest.mark.usefixtures("spanish")
async def test_results_of_nothing_are_spoken_of_in_spanish(stage: Stage) -> None:
    """The first key that somebody presses may be the one for the results."""
    async with stage.open(stage.keep(stage.rated()), SIZE) as pilot:
        assert await left_behind(pilot, OF_NOTHING) == {}


@pytest.mark.usefixtures("spanish")
async def test_the_empty_home_says_nothing_in_english(stage: Stage) -> None:
    """The first thing that anybody sees."""
    async with stage.open(size=SIZE) as pilot:
        assert set(left_in_english(seen(pilot.app))) <= OF_THE_MODEL


@pytest.mark.usefixtures("spanish")
async def test_a_final_assessment_says_nothing_in_english(stage: Stage) -> None:
    """Also the refusal to change it."""
    async with stage.open(stage.keep(final(stage.all_rated())), SIZE) as pilot:
        assert await left_behind(pilot, {"a digit": ("4",), "results": ("g",), "roadmap": ("m",)}) == {}


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
