"""The first minute: from nothing to a rating on disk, without reading anything."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from culture_tui.tui.screens.help import HelpDialog
from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from culture_tui.tui.screens.setup import SetupScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, window, write
from pilot.shelves import held
from pilot.stage import SMALL, TERMINAL, Stage, settle

SIZES = pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])
KEYS = "1 to 5 rates at once, v votes in silence, → next"


@SIZES
async def test_the_empty_home_says_the_three_keys(stage: Stage, size: tuple[int, int]) -> None:
    """Somebody who opens the program for the first time must not have to search."""
    async with stage.open(size=size) as pilot:
        said = seen(pilot.app)
        assert "No assessments here yet." in said
        assert "n start a workshop t try a five-minute sample o open a folder" in said


@SIZES
async def test_two_keys_lead_from_nothing_to_a_rating_on_disk(stage: Stage, size: tuple[int, int]) -> None:
    """The promise of the first run: t, then a digit."""
    path = stage.assessments / "sample.toml"
    async with stage.open(size=size) as pilot:
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await wait_for(pilot, KEYS)
        asked = pilot.app.screen.query_one("PracticeCard")
        assert asked.has_focus
        before = {key for key, rating in stage.read(path).ratings.items() if rating.is_settled}
        await pilot.press("4")
        await wait_until(
            pilot, lambda: len([1 for each in stage.read(path).ratings.values() if each.is_settled]) == 4
        )
        ((_, rating),) = [pair for pair in stage.read(path).ratings.items() if pair[0] not in before]
        assert rating.level == 4
        assert KEYS not in seen(pilot.app)
        assert "(sample" in screen_text(pilot.app)[0]


async def test_the_sample_has_results_to_show(stage: Stage) -> None:
    """Who looks for five minutes looks at the results first."""
    async with stage.open() as pilot:
        await pilot.press("t")
        await wait_for(pilot, KEYS)
        await pilot.press("g")
        await wait_for(pilot, "So far it holds level")


async def test_a_second_sample_is_the_first_again(stage: Stage) -> None:
    """A folder full of samples is a folder where nobody finds anything."""
    async with stage.open() as pilot:
        await pilot.press("t")
        await wait_for(pilot, KEYS)
        await pilot.press("5", "escape")
        await settle(pilot)
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await wait_for(pilot, "3 of 7 · 1 open")
        assert KEYS not in seen(pilot.app)
    assert [path.name for path in stage.assessments.glob("*.toml")] == ["sample.toml"]


async def test_a_sample_that_cannot_be_read_is_a_problem_in_words(stage: Stage) -> None:
    """It is never written over: somebody may have worked in it."""
    (stage.assessments / "sample.toml").write_text("format = 1\n", encoding="utf-8")
    async with stage.open() as pilot:
        await pilot.press("t")
        await wait_for(pilot, "sample.toml: id")
    assert (stage.assessments / "sample.toml").read_text(encoding="utf-8") == "format = 1\n"


async def test_a_new_workshop_says_its_keys_until_the_first_rating(stage: Stage) -> None:
    """One line, and no tour; a workshop that is opened again needs none."""
    async with stage.open() as pilot:
        await pilot.press("home", "enter")
        await wait_for(pilot, "Organisation")
        await write(pilot, "Bank")
        await pilot.press("f2")
        await wait_for(pilot, KEYS)
        await pilot.press("right")
        await pilot.pause()
        assert KEYS in seen(pilot.app)
        await pilot.press("v")
        await wait_for(pilot, "Voting, round 1")
        assert KEYS not in seen(pilot.app)
        await pilot.press("escape")
        await wait_for(pilot, KEYS)
        await pilot.press("2")
        await wait_until(pilot, lambda: KEYS not in seen(pilot.app))
    async with stage.open(stage.keep(stage.rated())) as pilot:
        assert KEYS not in seen(pilot.app)


async def test_o_opens_another_folder(stage: Stage) -> None:
    """A consultant with a folder for each client goes from one to the next."""
    other = stage.home / "other client"
    (other / "assessments").mkdir(parents=True)
    stage.models.rename(other / "models")
    for name, day in (("a", date(2026, 11, 21)), ("b", date(2026, 5, 4))):
        stage.keep(held(stage, "Kitchen", day))
        stage.keep(held(stage, name, day)).rename(other / "assessments" / f"{name}.toml")
    async with stage.open(size=(140, 40)) as pilot:
        await pilot.press("end", "o")
        await write(pilot, f"'{other}'\n")
        await wait_for(pilot, "Assessments 2")
        assert str(other) in screen_text(pilot.app)[0]
        await pilot.press("enter")
        await wait_for(pilot, "a 2026-11-21 ·")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_o_opens_a_file_too(stage: Stage) -> None:
    """What came by mail is opened where it lies."""
    path = stage.keep(stage.all_rated()).rename(stage.home / "by-mail.toml")
    async with stage.open() as pilot:
        await pilot.press("o")
        await write(pilot, f"{path}\n")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_a_folder_that_is_not_there_is_refused_in_words(stage: Stage) -> None:
    """The window stays with what was typed, to be put right."""
    async with stage.open() as pilot:
        await pilot.press("o")
        await write(pilot, "/no[where]\n")
        await wait_for(pilot, "there is no such folder or file")
        assert "/no[where]" in window(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_help_begins_with_what_has_the_focus(stage: Stage) -> None:
    """The question is nearly always about the thing under the cursor."""
    async with stage.open(stage.keep(stage.rated()), size=(100, 60)) as pilot:
        await pilot.press("f1")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        assert window(pilot.app).startswith("Help The question and its levels.")
        assert "Read the question and the levels aloud" in window(pilot.app)
        await pilot.press("escape", "d", "f1")
        await wait_for(pilot, "Help Everything that the workshop asks")


async def test_a_field_of_the_form_explains_itself(stage: Stage) -> None:
    """What is meant by people concerned is asked once a workshop, in front of the client."""
    async with stage.open(size=(100, 60)) as pilot:
        await pilot.press("n")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SetupScreen))
        await pilot.pause()
        await pilot.press("tab", "f1")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        assert "Help The team, desk or department; may be empty. Only the" in window(pilot.app)


async def test_what_a_start_loaded_is_set_aside_after_the_first_frame(stage: Stage) -> None:
    """No key press waits until the collector has looked through what never goes away."""
    before = gc.get_freeze_count()
    gc.disable()
    try:
        async with stage.open():
            assert gc.isenabled()
            assert gc.get_freeze_count() > before
    finally:
        gc.enable()
