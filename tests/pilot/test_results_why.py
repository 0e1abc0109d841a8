"""Results explained: down to the votes of a practice, and where the ratings contradict each other."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.tui.screens.results import ResultsScreen
from culture_tui.tui.screens.roadmap import RoadmapScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, window
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, model_text

RIDDLES = """
[symptoms.late]
title = "Guests [wait] in the hall"
probe = "How long?"
points_to = ["mission", "vision"]

[symptoms.cold]
title = "The hall is cold"
probe = "How cold?"
points_to = ["welcome"]

[[gates]]
id = "door"
dimension = "care"
every_practice_at_least = 3
caps_overall_at = 1

[[links]]
between = ["care", "purpose"]
why = "Who knows the purpose greets."
"""


def riddle(stage: Stage, **changes: object) -> Assessment:
    """Linked dimensions two levels apart, a symptom that the ratings do not explain, and a gate shut."""
    stage.model = stage.add_model("harbour", model_text() + RIDDLES)
    said = {"late": SymptomSeen(seen="often", note="Since spring"), "cold": SymptomSeen(seen="never")}
    of = stage.rated(welcome=2, farewell=2, mission=4, vision=4)
    return of.model_copy(update={"symptoms": said, **changes})


async def results(pilot: Pilot[None]) -> None:
    """Go from scoring to the results."""
    await pilot.press("g")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ResultsScreen))
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, TERMINAL, LARGE])
async def test_the_results_say_how_much_there_is_to_talk_about(stage: Stage, size: tuple[int, int]) -> None:
    """On the smallest screen too, the group hears that its ratings contradict each other."""
    path = stage.keep(riddle(stage))
    async with stage.open(path, size) as pilot:
        await results(pilot)
        assert "Worth a talk (c): 2 contradictions, 1 symptom seen" in seen(pilot.app)
        assert size == SMALL or "Our purpose 4.0, but Care for guests 2.0" in seen(pilot.app)


async def test_a_model_of_many_dimensions_leaves_a_line_for_what_there_is_to_talk_about(stage: Stage) -> None:
    """With the model that ships, level, obstacle, gate and talk are seen before a dozen bars."""
    of = stage.shipped()
    apart = {"learning-organization": 5, "leader-of-leaders": 1}
    levels = {key: apart.get(each.dimension, 3) for key, each in of.model.practices.items()}
    ratings = {key: Rating(level=level) for key, level in levels.items()}
    path = stage.keep(of.model_copy(update={"ratings": ratings}))
    async with stage.open(path, SMALL) as pilot:
        await results(pilot)
        first = [row.strip().split(" ")[0] for row in screen_text(pilot.app)[1:5]]
        assert first == ["Overall", "Held", "Gate:", "Worth"]


async def test_what_is_no_riddle_is_not_told(stage: Stage) -> None:
    """A line that always stands there is soon read by nobody."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await results(pilot)
        assert "Worth a talk" not in seen(pilot.app)
        await pilot.press("c")
        await wait_for(pilot, "None was found.")
        assert "The group was asked about none." in window(pilot.app)


async def test_c_tells_all_contradictions_and_symptoms(stage: Stage) -> None:
    """The talk has its list: who contradicts whom, what hurts, and how the practices behind it stand."""
    path = stage.keep(riddle(stage))
    async with stage.open(path, LARGE) as pilot:
        await results(pilot)
        await pilot.press("c")
        await wait_for(pilot, "Contradictions")
        said = window(pilot.app)
        assert "· Our purpose 4.0, but Care for guests 2.0: Who knows the purpose greets." in said
        assert "“Guests [wait] in the hall” is seen often, yet all that it points to is rated 4" in said
        assert "Symptom: Guests [wait] in the hall" in said
        assert "· Seen often. It points to: Mission 4, Vision 4. · Since spring" in said
        assert "Symptom: The hall is cold · Never seen. It points to: Welcome 2." in said
        await pilot.press("c")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ResultsScreen))


async def test_w_tells_how_a_dimension_came_about_without_its_votes(stage: Stage) -> None:
    """Who asks for the number gets the number; the votes are a step deeper."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, LARGE) as pilot:
        await results(pilot)
        await pilot.press("down", "w")
        await wait_for(pilot, "Why: Care for guests")
        assert "Counted: Welcome 2, Farewell 2; each counts the same." in window(pilot.app)
        assert "Agreed level" not in window(pilot.app)


async def test_enter_leads_from_a_part_to_its_dimensions(stage: Stage) -> None:
    """A step deeper is always one key."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, LARGE) as pilot:
        await results(pilot)
        await pilot.press("enter")
        await wait_for(pilot, "Why: The house")
        assert "Our purpose · Counted: Mission 2, Vision 2" in window(pilot.app)


async def test_a_long_explanation_can_be_scrolled_to_its_end_on_a_small_screen(stage: Stage) -> None:
    """What does not fit is still there."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, SMALL) as pilot:
        await results(pilot)
        await pilot.press("enter")
        await wait_for(pilot, "Why: The house")
        await pilot.press("end")
        await wait_until(pilot, lambda: "Esc closes this window." in window(pilot.app))
        assert "Below 3 stand: Mission, Vision." in window(pilot.app)


async def test_o_tells_what_a_gate_did_to_the_whole(stage: Stage) -> None:
    """A level that is capped without a word looks like a wrong sum."""
    path = stage.keep(riddle(stage))
    async with stage.open(path, LARGE) as pilot:
        await results(pilot)
        await pilot.press("o")
        await wait_for(pilot, "Why: Overall")
        assert "Gate door: below 3 in Care for guests stand: Welcome, Farewell." in window(pilot.app)
        assert "This caps the whole at 1; without it the level would be 2." in window(pilot.app)


async def test_the_details_of_an_initiative_say_what_it_is_worth_and_why(stage: Stage) -> None:
    """Why this one first? The window answers."""
    path = stage.keep(riddle(stage))
    async with stage.open(path, LARGE) as pilot:
        await pilot.press("m")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, RoadmapScreen))
        await pilot.pause()
        await pilot.press("d")
        await wait_for(
            pilot, "Value 1.25: Welcome 2→3, counted 1.25 times because the gate door waits for it"
        )


async def test_an_export_of_the_results_knows_the_symptoms_by_their_titles(stage: Stage) -> None:
    """The model is open, so nobody has to read ids."""
    kept = riddle(stage)
    path = stage.keep(kept)
    async with stage.open(path) as pilot:
        await results(pilot)
        await pilot.press("x")
        written = stage.exports / f"{kept.id}-profile.md"
        await wait_until(pilot, written.exists)
        await wait_for(pilot, "Written to")
    assert "### The hall is cold" in written.read_text(encoding="utf-8")
