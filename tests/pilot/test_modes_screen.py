"""Full and pulse on the screen: chosen at the beginning, changed at any time, and nothing lost."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.tui.screens.scoring import ScoringScreen
from culture_tui.tui.screens.workshop_window import WorkshopWindow
from pilot.forms import to
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, final, settle
from support import NOW

SIZES = pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])


async def in_window(pilot: Pilot[None]) -> None:
    """Open the window of the workshop."""
    await pilot.press("b")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, WorkshopWindow))
    await pilot.pause()


def pulsed(of: Assessment, *scope: str) -> Assessment:
    """The same workshop as a pulse."""
    return of.with_workshop(of.workshop.model_copy(update={"mode": "pulse", "scope": scope}), NOW)


@SIZES
async def test_the_form_says_what_its_answers_amount_to(stage: Stage, size: tuple[int, int]) -> None:
    """How long it takes is the first question of every client."""
    async with stage.open(size=size) as pilot:
        await pilot.press("n")
        await wait_for(pilot, "36 practices, about 4 h 48 min at 8 minutes each")
        await pilot.press(*to("mode"), "space")
        await wait_for(pilot, "12 questions, about 1 h 30 min at 7.5 minutes each")
        await pilot.press(*to("scope", "mode"), "space")
        await wait_for(pilot, "5 questions, about 38 min at 7.5 minutes each")


async def test_the_line_of_a_part_ticks_all_of_its_dimensions(stage: Stage) -> None:
    """Seven lines with one key; a part of which some are ticked says so."""
    async with stage.open(size=LARGE) as pilot:
        await pilot.press("n")
        await wait_for(pilot, "[x] The seven processes")
        await pilot.press(*to("scope"), "space")
        await wait_for(pilot, "[ ] The seven processes [ ] Establish the True North")
        await pilot.press("down", "space")
        await wait_for(pilot, "[–] The seven processes [x] Establish the True North [ ]")
        await pilot.press("up", "space")
        await wait_for(pilot, "[x] The seven processes [x] Establish the True North [x]")


async def test_a_pulse_takes_no_votes_of_practices(stage: Stage) -> None:
    """Votes that would count nowhere are refused where they are named."""
    (stage.workspace / "may.csv").write_text("Welcome\n3\n", encoding="utf-8")
    async with stage.open() as pilot:
        await pilot.press("home", "enter")
        await wait_for(pilot, "Organisation")
        await write(pilot, "Bank")
        await pilot.press(*to("mode"), "space", *to("votes", "mode"))
        await write(pilot, "may.csv")
        await pilot.press("f2")
        await wait_for(pilot, "pulse mode asks none")
        await pilot.press("ctrl+u", "f2")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


@SIZES
async def test_a_pulse_from_beginning_to_end(stage: Stage, size: tuple[int, int]) -> None:
    """Start, twelve answers, results, a document, tomorrow, and deeper into the weakest two."""
    async with stage.open(size=size) as pilot:
        await pilot.press("n")
        await wait_for(pilot, "Organisation")
        await write(pilot, "Harbour Bank")
        await pilot.press(*to("mode"), "space", "f2")
        await wait_for(pilot, "0 of 12 ·")
        for level in "333144433332":
            await pilot.press(level, "space")
        await wait_for(pilot, "12 of 12 ·")
        await pilot.press("g")
        await wait_for(pilot, "12 of 12 rated")
        await pilot.press("x")
        await wait_for(pilot, "Written to")
    (path,) = stage.assessments.glob("*.toml")
    (document,) = stage.exports.iterdir()
    told = document.read_text(encoding="utf-8")
    assert "## Questions" in told
    assert "## Practices" not in told
    kept = stage.read(path)
    assert [rating.level for rating in kept.pulse.values()] == [3, 3, 3, 1, 4, 4, 4, 3, 3, 3, 3, 2]
    assert kept.ratings == {}
    async with stage.open(path, size) as pilot:
        await pilot.press("m")
        await wait_for(pilot, "Pulse mode: a roadmap needs rated practices. Weakest in this pulse:")
        await pilot.press("b")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await wait_for(pilot, "0 of 6 ·")
        await pilot.press("3", "g")
        await wait_for(pilot, "Kept from pulse mode: 12 answers. Full mode counts practices only.")
        await pilot.press("g", "u", "u")
        await wait_for(pilot, "12 of 12 ·")
    assert stage.read(path).workshop.mode == "pulse"


@SIZES
async def test_the_mode_is_switched_in_the_middle_and_nothing_is_lost(
    stage: Stage, size: tuple[int, int]
) -> None:
    """The client has to leave at eleven: ask twelve questions instead of thirty-six."""
    path = stage.keep(stage.rated(welcome=2, mission=3))
    async with stage.open(path, size) as pilot:
        await wait_for(pilot, "2 of 4 ·")
        await in_window(pilot)
        await pilot.press("space")
        await wait_for(
            pilot, "2 questions now, about 15 min at 7.5 minutes each; the 2 practices answered so far"
        )
        await pilot.press("b")
        await wait_for(pilot, "0 of 2 ·")
        assert "Care for guests" in seen(pilot.app)
        await pilot.press("4")
        await wait_for(pilot, "1 of 2 ·")
        await in_window(pilot)
        await pilot.press("space", "escape")
        await wait_for(pilot, "2 of 4 ·")
        assert "How do we part from a guest?" in seen(pilot.app)
        await settle(pilot)
    kept = stage.read(path)
    assert (kept.rating("welcome").level, kept.pulse["care"].level, kept.workshop.mode) == (2, 4, "full")


async def test_the_tree_follows_the_mode_and_the_scope(stage: Stage) -> None:
    """What stands beside the card is what is asked."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path, LARGE) as pilot:
        await wait_for(pilot, "1/2 Care for guests")
        await in_window(pilot)
        await pilot.press("space", "escape")
        await wait_for(pilot, "0/2 The house")
        await in_window(pilot)
        await pilot.press("space", *to("scope", "votes"), "down", "space", "escape")
        await wait_for(pilot, "0/2 Our purpose")
        assert "Care for guests" not in seen(pilot.app)
        await pilot.press("g")
        await wait_for(pilot, "Kept, not in scope: 1 practice.")


async def test_a_wrong_head_count_is_mended_in_the_middle_and_taken_back(stage: Stage) -> None:
    """Two people come late; a slip is one key away from undone."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await in_window(pilot)
        await pilot.press("shift+tab", "shift+tab", "home", "ctrl+k", "1", "1", "tab", "7")
        await wait_for(pilot, "Those concerned cannot be fewer than those in the room.")
        await pilot.press("0", "tab", "u")
        await wait_until(pilot, lambda: stage.read(path).workshop.population is None)
        assert stage.read(path).workshop.participants == 11
        await pilot.press("u")
        await wait_until(pilot, lambda: stage.read(path).workshop.participants == 9)
        await wait_for(pilot, "People in the room 9")
        assert stage.level(path, "welcome") == 2


async def test_what_cannot_be_kept_says_so_at_its_field_and_the_file_stays(stage: Stage) -> None:
    """A half-typed date is no date."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await in_window(pilot)
        await pilot.press(*["shift+tab"] * 4, "end", "backspace")
        await wait_for(pilot, "The date must look like 2026-11-21.")
        await pilot.press(*["shift+tab"] * 2)
        await write(pilot, " [post-mortem]")
        await wait_until(pilot, lambda: stage.read(path).title == "Payments desk [post-mortem]")
        assert stage.read(path).workshop.date == NOW.date()
        assert "[post-mortem]" in screen_text(pilot.app)[0]


async def test_an_emptied_scope_is_refused_and_the_old_one_stays(stage: Stage) -> None:
    """Nothing to ask is no workshop."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await in_window(pilot)
        await pilot.press("tab", "space")
        await wait_for(pilot, "Pick at least one dimension to talk about.")
        await pilot.press("escape")
        await wait_for(pilot, "1 of 4 ·")


async def test_a_final_assessment_shows_its_workshop_and_takes_no_change(stage: Stage) -> None:
    """Read-only means that the mode is, too."""
    path = stage.keep(final(stage.all_rated()))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await pilot.press("b")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, WorkshopWindow))
        await wait_for(pilot, "People in the room: 9")
        await pilot.press("space", "escape")
    assert path.read_bytes() == before


@SIZES
async def test_a_model_without_pulse_questions_reads_the_titles(stage: Stage, size: tuple[int, int]) -> None:
    """A consultant's own model may have none; the workshop goes on, and says so."""
    async with stage.open(stage.keep(pulsed(stage.rated()))) as pilot:
        await wait_for(pilot, "Care for guests")
        await wait_for(pilot, "This model has no pulse question for Care for guests; its title is read")
    async with stage.open(stage.keep(pulsed(stage.rated())), size) as pilot:
        await pilot.press("2")
        await wait_for(pilot, "1 of 2 ·")
