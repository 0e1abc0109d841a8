"""Symptoms are asked one by one, at any time, and show where they point."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from culture_tui.domain.records import SymptomSeen
from culture_tui.tui.screens.results import ResultsScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from culture_tui.tui.screens.symptoms import SymptomsScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.riddles import with_riddles
from pilot.stage import SMALL, TERMINAL, Stage, final
from support import NOW


def is_on_disk(stage: Stage, path: Path, answer: str) -> bool:
    """Whether the file says that the first symptom is seen so often."""
    kept = stage.read(path).symptoms.get("cold-hall")
    return kept is not None and kept.seen == answer


SIZES = [SMALL, TERMINAL]


@pytest.mark.parametrize("size", SIZES)
async def test_a_symptom_is_read_aloud_and_answered_with_a_key(stage: Stage, size: tuple[int, int]) -> None:
    """One key is an answer on disk, before anything is rated."""
    with_riddles(stage)
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path, size) as pilot:
        await pilot.press("y")
        await wait_for(pilot, "Who stood there last, and for how long?")
        await wait_for(pilot, "It points to: Welcome 2, Farewell (not rated).")
        assert screen_text(pilot.app)[0].endswith("0 of 2 asked")
        for key, answer in (("1", "never"), ("2", "sometimes"), ("3", "often")):
            await pilot.press(key)
            await wait_until(pilot, partial(is_on_disk, stage, path, answer))
            await wait_for(pilot, f"{answer} Guests wait in the cold")
        await pilot.press("down", "2")
        await wait_for(pilot, "2 of 2 asked")
        await wait_for(pilot, "What did nobody say last week?")
        await pilot.press("backspace")
        await wait_for(pilot, "not asked Nobody speaks in meetings")
        assert stage.read(path).symptoms == {"cold-hall": SymptomSeen(seen="often")}


@pytest.mark.parametrize("size", SIZES)
async def test_a_symptom_that_contradicts_the_ratings_is_said_in_words(
    stage: Stage, size: tuple[int, int]
) -> None:
    """It is the moment to talk about it, while everybody is in the room."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.rated(welcome=4, farewell=5)), size) as pilot:
        await pilot.press("y", "2")
        await pilot.pause()
        assert "Worth a talk" not in seen(pilot.app)
        await pilot.press("3")
        await wait_for(pilot, "seen often, although all of these are rated 4 or above.")
        await pilot.press("y")
        await wait_for(pilot, "Worth a talk: “Guests wait in the cold” is seen often")


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_said_about_a_symptom_is_kept(stage: Stage, size: tuple[int, int]) -> None:
    """The example that somebody gives is worth more than the word often."""
    with_riddles(stage)
    path = stage.keep(stage.rated())
    async with stage.open(path, size) as pilot:
        await pilot.press("y", "n")
        await wait_for(pilot, "Answer with 1, 2 or 3 first")
        await pilot.press("3", "n")
        await write(pilot, "[post-mortem]")
        await wait_until(
            pilot,
            lambda: stage.read(path).symptoms["cold-hall"] == SymptomSeen(seen="often", note="[post-mortem]"),
        )
        await pilot.press("escape", "2")
        await wait_for(pilot, "[post-mortem]")
        await pilot.press("u", "u", "u")
        await wait_until(pilot, lambda: stage.read(path).symptoms == {})


async def test_space_goes_to_what_was_not_asked_yet(stage: Stage) -> None:
    """At the end of a workshop only the rest is asked."""
    with_riddles(stage)
    path = stage.keep(stage.rated().with_symptom("cold-hall", SymptomSeen(seen="never"), NOW))
    async with stage.open(path) as pilot:
        await pilot.press("y", "space")
        await wait_for(pilot, "What did nobody say last week?")
        await pilot.press("1", "space")
        await wait_for(pilot, "The group was asked about every symptom")


async def test_the_end_of_scoring_offers_the_symptoms_that_were_not_asked(stage: Stage) -> None:
    """Nobody remembers a screen that was never named."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.all_rated())) as pilot:
        await pilot.press("space")
        await wait_for(pilot, "Everything is answered: y asks for symptoms not asked yet")
        await pilot.press("y", "1", "down", "1", "y", "space")
        await wait_for(pilot, "Everything is answered: g shows the results, m the roadmap.")


async def test_symptoms_are_one_key_from_every_screen_and_back(stage: Stage) -> None:
    """The same key leads there and back, and never piles up screens."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.all_rated())) as pilot:
        await pilot.press("g", "y")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SymptomsScreen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ResultsScreen))
        await pilot.press("y", "g")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ResultsScreen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_a_model_without_symptoms_says_so(stage: Stage) -> None:
    """An empty screen looks broken."""
    async with stage.open(stage.keep(stage.rated())) as pilot:
        await pilot.press("y", "1", "n", "space", "backspace")
        await wait_for(pilot, "This model has no symptoms to ask about.")


async def test_a_final_assessment_shows_its_symptoms_and_takes_no_answer(stage: Stage) -> None:
    """What a client has signed stays as it is."""
    with_riddles(stage)
    path = stage.keep(final(stage.rated().with_symptom("cold-hall", SymptomSeen(seen="often"), NOW)))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        pilot.app.set_keymap({"workshop.finalise": "f8"})
        await pilot.press("y", "1")
        await wait_for(pilot, "It is final. F8 reopens it.")
        assert screen_text(pilot.app)[-1] == "x Export F8 Reopen ? Help : Commands"
        await pilot.press("backspace", "n")
        await wait_for(pilot, "often Guests wait in the cold")
        assert isinstance(pilot.app.screen, SymptomsScreen)
    assert path.read_bytes() == before


async def test_a_click_picks_a_symptom(stage: Stage) -> None:
    """Somebody holds the mouse."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.rated())) as pilot:
        await pilot.press("y")
        await wait_for(pilot, "Nobody speaks in meetings")
        row = next(at for at, row in enumerate(screen_text(pilot.app)) if "Nobody speaks" in row)
        await pilot.click(offset=(30, row))
        await wait_for(pilot, "What did nobody say last week?")
