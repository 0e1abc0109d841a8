"""From the results down to a practice, on to where it is scored, and back up."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating
from culture_tui.tui.screens.dimension import DimensionScreen
from culture_tui.tui.screens.results import ResultsScreen
from culture_tui.tui.screens.roadmap import RoadmapScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, window
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, final

NOTE = "Since the [post-mortem] we stand\nat the door. [@click=app.quit]x[/]"


def voted(stage: Stage) -> Assessment:
    """Everything at level 2; the welcome with rounds, a note, and a reason."""
    of = stage.all_rated()
    kept = {
        "level": 2,
        "rounds": ((1, 3, 3, 2, 0), (0, 7, 2, 0, 0)),
        "note": NOTE,
        "evidence": ({"text": "A photo of the door"},),
    }
    split = Rating(left_open="split", rounds=((3, 0, 0, 0, 3),))
    few = Rating(level=2, rounds=((0, 3, 0, 0, 0),))
    rated = {"welcome": Rating.model_validate(kept), "farewell": split, "mission": few}
    return of.model_copy(update={"ratings": {**of.ratings, **rated}})


async def drilled(pilot: Pilot[None], *keys: str) -> None:
    """Go from scoring to the results, into the first dimension, and on by these keys."""
    for key in ("g", "down", "enter", *keys):
        await pilot.press(key)
        await pilot.pause()


def line_of(pilot: Pilot[None], title: str) -> list[str]:
    """The words of the line of a practice."""
    return next(row for row in screen_text(pilot.app) if row.strip().startswith(title)).split()


@pytest.mark.parametrize("size", [SMALL, TERMINAL, (160, 50)])
async def test_enter_leads_from_a_dimension_to_its_practices(stage: Stage, size: tuple[int, int]) -> None:
    """The number is questioned where it was made: level, target, gap, votes, and what was kept."""
    path = stage.keep(voted(stage))
    async with stage.open(path, size) as pilot:
        await drilled(pilot)
        assert isinstance(pilot.app.screen, DimensionScreen)
        rows = screen_text(pilot.app)
        assert "Results › Care for guests" in rows[0]
        assert "It holds level 2 Begun of 5, score 2.0; 1 of 2 rated." in seen(pilot.app)
        assert line_of(pilot, "Welcome")[1:4] == ["2", "3", "1"]
        assert line_of(pilot, "Welcome")[4].startswith("neighb")
        assert line_of(pilot, "Welcome")[-2:] == ["note", "+"]
        assert line_of(pilot, "Farewell") == ["Farewell", "÷", "—", "—", "split", "in", "two"]
        assert "? Help" in rows[-1]


async def test_fewer_than_five_votes_are_counted_and_not_named(stage: Stage) -> None:
    """A word for three votes would say more than they know."""
    path = stage.keep(voted(stage))
    async with stage.open(path) as pilot:
        await pilot.press("g", "down", "down", "enter")
        await wait_for(pilot, "Results › Our purpose")
        assert line_of(pilot, "Mission") == ["Mission", "2", "3", "1", "3", "votes"]
        assert line_of(pilot, "Vision") == ["Vision", "2", "3", "1", "—"]


async def test_enter_on_a_practice_shows_rounds_reason_evidence_and_note(stage: Stage) -> None:
    """At the bottom lies what people did and said, as they said it."""
    path = stage.keep(voted(stage))
    async with stage.open(path, LARGE) as pilot:
        await drilled(pilot, "enter")
        await wait_for(pilot, "Care for guests › Welcome")
        rows = screen_text(pilot.app)
        said = " ".join(" ".join(rows).split())
        assert "Round 1: 9 votes, median 3, spread" in said
        assert any("2 │ ■■■■■■■ 7" in row for row in rows)
        assert "Agreed level: 2 Begun." in said
        assert "· A photo of the door" in said
        await pilot.press("end")
        await wait_for(pilot, "Since the [post-mortem] we stand")
        assert "[@click=app.quit]x[/]" in seen(pilot.app)


async def test_escape_goes_back_a_step_at_a_time_to_the_same_line(stage: Stage) -> None:
    """Whoever looks something up wants to be where they were."""
    path = stage.keep(voted(stage))
    async with stage.open(path) as pilot:
        await drilled(pilot, "down", "enter")
        await wait_for(pilot, "Care for guests › Farewell")
        places: list[type[object]] = []
        for _ in range(3):
            await pilot.press("escape")
            await pilot.pause()
            places.append(type(pilot.app.screen))
        assert places == [DimensionScreen, ResultsScreen, ScoringScreen]
        await pilot.press("g", "down", "down", "enter")
        await wait_for(pilot, "Results › Our purpose")
        await pilot.press("escape", "w")
        await wait_for(pilot, "Why: Our purpose")


@pytest.mark.parametrize("keys", [("down", "s"), ("down", "enter", "s")])
async def test_s_jumps_to_the_practice_where_it_is_scored(stage: Stage, keys: tuple[str, ...]) -> None:
    """A level that turns out wrong is put right at once, and the results follow."""
    path = stage.keep(voted(stage))
    async with stage.open(path) as pilot:
        await drilled(pilot, *keys)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await wait_for(pilot, "How do we part from a guest?")
        assert sum(isinstance(screen, ScoringScreen) for screen in pilot.app.screen_stack) == 1
        await pilot.press("4")
        await wait_for(pilot, "Why 4")
        await pilot.press(*"seen", "enter")
        await wait_until(pilot, lambda: stage.level(path, "farewell") == 4)
        await drilled(pilot)
        assert line_of(pilot, "Farewell")[1:4] == ["4", "5", "1"]


async def test_g_and_m_and_w_work_a_step_down_too(stage: Stage) -> None:
    """Each screen of a workshop is one key from every other."""
    path = stage.keep(voted(stage))
    async with stage.open(path) as pilot:
        await drilled(pilot, "w")
        await wait_for(pilot, "Why: Care for guests")
        await pilot.press("escape", "m")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, RoadmapScreen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, DimensionScreen))
        await pilot.press("g")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ResultsScreen))


async def test_undo_a_step_down_takes_a_rating_back(stage: Stage) -> None:
    """Undo is everywhere."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("3")
        await drilled(pilot)
        assert line_of(pilot, "Farewell")[1] == "3"
        await pilot.press("u")
        await pilot.pause()
        assert line_of(pilot, "Farewell")[1] == "·"


async def test_in_pulse_mode_a_dimension_has_its_one_question(stage: Stage) -> None:
    """Nothing is told of practices that were not asked about."""
    of = stage.rated()
    changes = {
        "workshop": of.workshop.model_copy(update={"mode": "pulse"}),
        "pulse": {"care": Rating(level=4, rounds=((0, 0, 1, 5, 0),))},
    }
    path = stage.keep(of.model_copy(update=changes))
    async with stage.open(path, LARGE) as pilot:
        await drilled(pilot)
        assert line_of(pilot, "The one question")[3:6] == ["4", "5", "1"]
        assert "Welcome" not in seen(pilot.app)
        await pilot.press("enter")
        await wait_for(pilot, "Care for guests › The one question")
        assert "Round 1: 6 votes, median 4, neighbouring levels" in window(pilot.app)
        await pilot.press("s")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_a_final_assessment_can_be_looked_into(stage: Stage) -> None:
    """It cannot be changed, but every question about it has its answer."""
    path = stage.keep(final(voted(stage)))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await drilled(pilot, "enter")
        await wait_for(pilot, "Care for guests › Welcome")
        await pilot.press("s")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
    assert path.read_bytes() == before
