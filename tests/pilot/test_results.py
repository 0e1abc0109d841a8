"""Results: what holds the group back comes first, and every number explains itself."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from culture_tui.tui.screens.results import ResultsScreen
from culture_tui.tui.screens.roadmap import RoadmapScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until
from pilot.stage import LARGE, SMALL, Stage, final
from support import NOW


async def results(pilot: Pilot[None]) -> None:
    """Go from scoring to the results."""
    await pilot.press("g")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ResultsScreen))
    await pilot.pause()


def line_of(pilot: Pilot[None], title: str) -> list[str]:
    """The words of the line of a part or dimension."""
    return next(row for row in screen_text(pilot.app) if row.strip().startswith(title)).split()


async def test_the_overall_level_and_what_holds_it_back_come_first(stage: Stage) -> None:
    """The group's eye lands on the one thing to talk about."""
    path = stage.keep(stage.rated(welcome=1, farewell=1, mission=4, vision=4))
    async with stage.open(path) as pilot:
        await results(pilot)
        said = " ".join(" ".join(screen_text(pilot.app)[1:4]).split())
        assert "Overall it holds level 1 Absent of 5, score 2.5; 4 of 4 rated." in said
        assert "Held back by: Care for guests (holds 1)." in said


async def test_each_dimension_has_level_score_target_gap_and_coverage(stage: Stage) -> None:
    """Blank and not applicable are seen, never counted as a number."""
    kept = stage.rated(welcome=2, mission=4).with_not_applicable("farewell", "no", NOW)
    path = stage.keep(kept.with_target("welcome", 4, NOW))
    async with stage.open(path) as pilot:
        await results(pilot)
        assert line_of(pilot, "Care for guests")[-5:] == ["2", "2.0", "4.0", "2.0", "1/1"]
        assert line_of(pilot, "Our purpose")[-5:] == ["4", "4.0", "5.0", "1.0", "1/2"]
        assert line_of(pilot, "The house")[-1] == "2/3"


async def test_a_dimension_without_ratings_has_dashes(stage: Stage) -> None:
    """Nobody asked is not the lowest level."""
    path = stage.keep(stage.rated(welcome=3))
    async with stage.open(path) as pilot:
        await results(pilot)
        assert line_of(pilot, "Our purpose")[2:] == ["—", "—", "—", "—", "0/2"]


@pytest.mark.parametrize("key", ["g", "m"])
async def test_with_nothing_rated_the_screen_says_what_to_do(stage: Stage, key: str) -> None:
    """An empty chart, or the word None, would look like a fault."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press(key)
        await wait_for(pilot, "Nothing is rated yet")
        assert "None" not in seen(pilot.app)
        assert ("a digit there is the first rating." in seen(pilot.app)) == (key == "g")


async def test_why_tells_how_the_numbers_of_a_line_came_about(stage: Stage) -> None:
    """Somebody always asks where a number comes from."""
    path = stage.keep(stage.rated(welcome=2, farewell=3))
    async with stage.open(path) as pilot:
        await results(pilot)
        await pilot.press("down", "w")
        await wait_for(pilot, "Why: Care for guests")
        assert "Counted: Welcome 2, Farewell 3; each counts the same." in seen(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_enter_and_o_explain_too(stage: Stage) -> None:
    """The overall level is the number that is doubted most."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await results(pilot)
        await pilot.press("enter")
        await wait_for(pilot, "Why: The house")
        await pilot.press("escape", "o")
        await wait_for(pilot, "Why: Overall")


@pytest.mark.parametrize("size", [(80, 24), LARGE])
async def test_names_of_columns_stand_right_above_the_bars(stage: Stage, size: tuple[int, int]) -> None:
    """A scale that is torn from its bars measures nothing."""
    path = stage.keep(stage.rated(welcome=5, farewell=5))
    async with stage.open(path, size) as pilot:
        await results(pilot)
        rows = screen_text(pilot.app)
        named = next(at for at, row in enumerate(rows) if row.split()[:5] == ["1", "2", "3", "4", "5"])
        assert rows[named + 1].split()[:2] == ["The", "house"]
        care = rows[named + 2]
        assert rows[named].index("5") == care.rindex("━")
        assert rows[named].index("score") + len("score") == care.index("5.0") + len("5.0")


async def test_a_small_screen_keeps_the_level_and_a_line_for_each_dimension(stage: Stage) -> None:
    """Without room for bars, the numbers are still there."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, SMALL) as pilot:
        await results(pilot)
        assert screen_text(pilot.app)[1].startswith(" Overall it holds level 2 Begun of 5")
        assert line_of(pilot, "Our purpose")[-5:] == ["2", "2.0", "3.0", "1.0", "2/2"]
        assert "? Help" in screen_text(pilot.app)[-1]


async def test_undo_here_takes_a_rating_back_and_the_numbers_follow(stage: Stage) -> None:
    """Whoever sees a surprising number goes back at once."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await results(pilot)
        assert line_of(pilot, "Care for guests")[-4:] == ["3.0", "4.0", "1.0", "2/2"]
        await pilot.press("u")
        await pilot.pause()
        assert line_of(pilot, "Care for guests")[-4:] == ["2.0", "3.0", "1.0", "1/2"]
        await wait_until(pilot, lambda: stage.level(path, "farewell") is None)


async def test_the_title_says_that_an_assessment_is_final(stage: Stage) -> None:
    """What may still change must not be handed in as the result."""
    path = stage.keep(final(stage.all_rated()))
    async with stage.open(path) as pilot:
        await results(pilot)
        assert "· Results · final" in screen_text(pilot.app)[0]


async def test_scoring_results_and_roadmap_are_one_key_apart(stage: Stage) -> None:
    """Results that nobody finds might as well not be there."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        screens: list[type[object]] = []
        for key in ("g", "m", "escape", "g", "g", "escape"):
            await pilot.press(key)
            await pilot.pause()
            screens.append(type(pilot.app.screen))
        home = screens.pop()
    assert screens == [ResultsScreen, RoadmapScreen, ResultsScreen, ScoringScreen, ResultsScreen]
    assert home is ScoringScreen
