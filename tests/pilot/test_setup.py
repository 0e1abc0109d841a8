"""Setting up: what a new workshop needs to know, and what becomes of the answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui import language
from culture_tui.domain.progress import dimensions_in_scope
from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from culture_tui.tui.screens.setup import SetupScreen
from pilot.forms import to
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import SMALL, Stage, settle

ORGANISATION = "Bank"


async def begin(pilot: Pilot[None]) -> None:
    """Open the questions for the small model, from home."""
    await pilot.press("home", "enter")
    await wait_for(pilot, "Organisation")


async def scoring(pilot: Pilot[None]) -> None:
    """Wait until the workshop has begun."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
    await pilot.pause()


def only_file(stage: Stage) -> Path:
    """The one assessment in the workspace."""
    (path,) = stage.assessments.iterdir()
    return path


def has_file(stage: Stage) -> bool:
    """Whether an assessment has been made, whole."""
    return any(path.suffix == ".toml" for path in stage.assessments.iterdir())


async def test_only_the_organisation_is_needed(stage: Stage) -> None:
    """A facilitator with a group in the room fills in one field and begins."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press("f2")
        await scoring(pilot)
        await wait_until(pilot, lambda: has_file(stage))
        kept = stage.read(only_file(stage))
    assert kept.subject.model_dump() == {"organisation": ORGANISATION, "unit": "", "tags": ()}
    assert kept.workshop.participants is None
    assert kept.workshop.scope == ()
    assert kept.workshop.date == kept.created.date() == date.fromisoformat(kept.id[:10])
    assert (kept.language, kept.status, kept.ratings) == ("en", "draft", {})


async def test_the_file_exists_as_soon_as_the_workshop_begins(stage: Stage) -> None:
    """A laptop that dies before the first rating must not take the answers with it."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        assert not has_file(stage)
        await pilot.press("f2")
        await scoring(pilot)
        await wait_until(pilot, lambda: has_file(stage))
        await wait_for(pilot, f"in {only_file(stage).name}")


async def test_without_an_organisation_the_workshop_says_what_it_needs(stage: Stage) -> None:
    """The one question that must be answered is named, and gets the cursor."""
    async with stage.open() as pilot:
        await begin(pilot)
        await pilot.press("tab")
        await write(pilot, "Desk")
        await pilot.press("f2")
        await wait_for(pilot, "needs the name of an organisation")
        assert "Desk" in seen(pilot.app)
        await write(pilot, ORGANISATION)
        await pilot.press("f2")
        await scoring(pilot)
        assert screen_text(pilot.app)[0].startswith(" Desk · Harbour model")


@pytest.mark.parametrize("typed", ["21.11.26", "0026-11-21", ""])
async def test_a_wrong_date_is_refused_in_words_and_the_answers_stay(stage: Stage, typed: str) -> None:
    """A slip of the finger must not cost the answers that were right."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press(*to("date"), "home", "ctrl+k")
        await write(pilot, typed)
        await pilot.press("f2")
        await wait_for(pilot, "The date must look like 2026-11-21")
        assert isinstance(pilot.app.screen, SetupScreen)
        assert ORGANISATION in seen(pilot.app)
        assert typed in seen(pilot.app)
        await pilot.press("home", "ctrl+k")
        await write(pilot, "2026-05-12")
        await pilot.press("f2")
        await scoring(pilot)
        await wait_until(pilot, lambda: has_file(stage))
        assert stage.read(only_file(stage)).workshop.date == date(2026, 5, 12)


@pytest.mark.parametrize("typed", ["0", "-3", "1000001"])
async def test_an_impossible_number_of_people_is_refused_in_words(stage: Stage, typed: str) -> None:
    """A head count is used for statistics later, so nonsense is refused while it can be put right."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press(*to("people"))
        await write(pilot, typed)
        await pilot.press("f2")
        await wait_for(pilot, "The number of people must be a whole number")
        assert isinstance(pilot.app.screen, SetupScreen)
        assert ORGANISATION in seen(pilot.app)
        await pilot.press("home", "ctrl+k", "9", "f2")
        await scoring(pilot)
        await wait_until(pilot, lambda: has_file(stage))
        assert stage.read(only_file(stage)).workshop.participants == 9


async def test_a_wrong_answer_is_named_also_on_a_small_screen(stage: Stage) -> None:
    """A refusal that is out of sight looks like a program that hangs."""
    async with stage.open(size=SMALL) as pilot:
        await begin(pilot)
        await pilot.press("f2")
        await wait_for(pilot, "The workshop needs the name of an organisation.")


@pytest.mark.parametrize("tabs", [0, 1])
async def test_a_name_that_is_too_long_to_be_kept_is_refused_in_words(stage: Stage, tabs: int) -> None:
    """What somebody pastes, invisible characters made visible, must not end the program."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        pilot.app.copy_to_clipboard("\u200b" * 60)
        await pilot.press(*["tab"] * tabs, "ctrl+v", "f2")
        await settle(pilot)
        assert pilot.app.is_running
        assert isinstance(pilot.app.screen, SetupScreen)
        assert "300 characters" in seen(pilot.app)


async def test_an_empty_scope_is_refused_in_words(stage: Stage) -> None:
    """A workshop about nothing has no first question."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press(*to("scope"), "space", "f2")
        await wait_for(pilot, "Pick at least one dimension")
        assert ORGANISATION in seen(pilot.app)


async def test_the_scope_limits_what_is_asked(stage: Stage) -> None:
    """An hour is enough for one dimension, and only that one is counted."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press(*to("scope"), "down", "space", "f2")
        await scoring(pilot)
        assert "0 of 2" in screen_text(pilot.app)[0]
        asked = []
        for _ in range(3):
            asked.append(screen_text(pilot.app)[2].strip())
            await pilot.press("right")
            await pilot.pause()
        assert asked == ["What are we here for?", *["Where do we want to be?"] * 2]
        await wait_until(pilot, lambda: has_file(stage))
        kept = stage.read(only_file(stage))
        assert kept.workshop.scope == ("purpose",)
        assert dimensions_in_scope(kept) == ["purpose"]


async def test_the_language_of_the_documents_is_kept(stage: Stage) -> None:
    """A consultant who works in English writes the report in the client's language."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press(*to("language"), "space")
        await wait_for(pilot, language.LANGUAGES["es"])
        await pilot.press("down", "enter", "f2")
        await scoring(pilot)
        await wait_until(pilot, lambda: has_file(stage))
        assert stage.read(only_file(stage)).language == "es"


async def test_enter_goes_on_from_field_to_field(stage: Stage) -> None:
    """Whoever knows forms from elsewhere presses Enter, and must not begin by accident."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, f"{ORGANISATION}\nDesk\n\n\n\n\n12")
        await pilot.press("f2")
        await scoring(pilot)
        await wait_until(pilot, lambda: has_file(stage))
        kept = stage.read(only_file(stage))
        assert (kept.subject.unit, kept.workshop.participants) == ("Desk", 12)


async def test_the_button_begins_the_workshop_too(stage: Stage) -> None:
    """Some terminals keep the function keys for themselves."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press(*to("button"), "enter")
        await scoring(pilot)


async def test_ctrl_s_begins_where_the_terminal_eats_function_keys(stage: Stage) -> None:
    """Nothing hangs on a key that a terminal may keep."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press("ctrl+s")
        await scoring(pilot)


async def test_escape_goes_home_and_no_workshop_is_begun(stage: Stage) -> None:
    """Looking at the questions leaves nothing behind."""
    async with stage.open() as pilot:
        await begin(pilot)
        await write(pilot, ORGANISATION)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
    assert not has_file(stage)


async def test_a_path_that_does_not_exist_yet_is_where_the_workshop_is_kept(stage: Stage) -> None:
    """`culture assess our-file.toml` begins a workshop in just that file."""
    path = stage.home / "our-file.toml"
    async with stage.open(path) as pilot:
        await wait_for(pilot, "Organisation")
        await write(pilot, ORGANISATION)
        await pilot.press("f2")
        await scoring(pilot)
        await wait_until(pilot, path.exists)
        assert stage.read(path).subject.organisation == ORGANISATION
    assert not has_file(stage)
