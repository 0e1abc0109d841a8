"""A contradiction appears when it arises, as a conversation to have, and nobody has to click it away."""

from __future__ import annotations

import pytest

from pilot.reading import seen, wait_for
from pilot.riddles import with_riddles
from pilot.stage import SMALL, TERMINAL, Stage, settle

SIZES = [SMALL, TERMINAL]
LINE = "Worth a talk: Our purpose 4.0 but Care for guests 1.0"


@pytest.mark.parametrize("size", SIZES)
async def test_a_contradiction_is_said_with_the_last_level_that_makes_it(
    stage: Stage, size: tuple[int, int]
) -> None:
    """Not before both sides are asked, and not minutes later."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.rated(welcome=1, farewell=1, mission=4)), size) as pilot:
        await settle(pilot)
        assert "Worth a talk" not in seen(pilot.app)
        await pilot.press("4")
        await wait_for(pilot, LINE)
        assert "Where do we want to be?" in seen(pilot.app)
        await pilot.press("u")
        await settle(pilot)
        assert "Worth a talk" not in seen(pilot.app)


async def test_it_stays_until_the_group_has_moved_on_twice(stage: Stage) -> None:
    """A toast of three seconds is gone while the group still argues."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.rated(welcome=1, farewell=1, mission=4))) as pilot:
        await pilot.press("4", "n", "x", "escape", "left")
        await wait_for(pilot, "What are we here for?")
        assert LINE in seen(pilot.app)
        await pilot.press("left")
        await wait_for(pilot, "How do we part from a guest?")
        assert "Worth a talk" not in seen(pilot.app)


async def test_what_was_there_when_the_workshop_was_opened_is_not_news(stage: Stage) -> None:
    """A group that comes back after lunch has talked about it."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.rated(welcome=1, farewell=1, mission=4, vision=4))) as pilot:
        await pilot.press("2")
        await settle(pilot)
        assert "Worth a talk" not in seen(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_i_tells_why_it_is_a_contradiction_and_what_to_ask(stage: Stage, size: tuple[int, int]) -> None:
    """A facilitator who is asked for a question has one."""
    with_riddles(stage)
    async with stage.open(stage.keep(stage.rated(welcome=1, farewell=1, mission=4)), size) as pilot:
        await pilot.press("4", "i")
        await wait_for(pilot, "Contradictions to talk about (1)")
        await wait_for(pilot, "Our purpose 4.0 but Care for gu")
        await pilot.press("end", "enter")
        await wait_for(pilot, "Who knows what for greets better.")
        await wait_for(pilot, "Mission 4. To ask: What are we here for?")
        await wait_for(pilot, "Welcome 1. To ask: How do we greet a guest?")
        await pilot.press("escape", "escape")
        await wait_for(pilot, "Where do we want to be?")
        assert "Worth a talk" not in seen(pilot.app)
