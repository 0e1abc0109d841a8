"""Clocks in the room: the time of a practice and of the workshop, gently, and never in a file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
from textual.pilot import Pilot

from culture_tui.domain.records import Workshop
from culture_tui.tui.screens.workshop_screen import WorkshopScreen
from culture_tui.tui.times import Times
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import SMALL, TERMINAL, Stage, final, settle

START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


class Clock:
    """A clock on the wall that the test turns."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def times(self) -> Times:
        """The program's view of it."""
        return Times(lambda: self.seconds, lambda: START + timedelta(seconds=self.seconds))

    async def passes(self, pilot: Pilot[None], seconds: float) -> None:
        """Let time pass, with a look at the clock at least once a minute as the program does."""
        left = seconds
        while left > 0:
            self.seconds, left = self.seconds + min(left, 60.0), left - min(left, 60.0)
            for screen in pilot.app.screen_stack:
                if isinstance(screen, WorkshopScreen):
                    screen.show_clock()
        await pilot.pause()

    async def jumps(self, pilot: Pilot[None], seconds: float) -> None:
        """Let the machine sleep."""
        self.seconds += seconds
        for screen in pilot.app.screen_stack:
            if isinstance(screen, WorkshopScreen):
                screen.show_clock()
        await pilot.pause()


@asynccontextmanager
async def opened(
    stage: Stage, path: Path, size: tuple[int, int] = TERMINAL
) -> AsyncIterator[tuple[Pilot[None], Clock]]:
    """The program at a workshop, with a clock that the test turns."""
    clock = Clock()
    app = stage.app(path)
    app.preferences.times = clock.times()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot, clock


def title(pilot: Pilot[None]) -> str:
    """What the title says at its right."""
    return screen_text(pilot.app)[0].rpartition("  ")[2].strip()


def beside(pilot: Pilot[None]) -> str:
    """What stands beside the saved line."""
    return screen_text(pilot.app)[-2].rpartition("  ")[2].strip()


async def test_the_title_says_how_far_how_long_and_when_it_ends(stage: Stage) -> None:
    """Four practices of eight minutes: the facilitator sees at ten that it ends at 10:32."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        assert title(pilot) == "0 of 4 · 0:00 · ends 10:32"
        await clock.passes(pilot, 130)
        assert title(pilot) == "0 of 4 · 0:02 · ends 10:32"
        assert beside(pilot) == "2:10"


async def test_each_practice_has_its_own_time(stage: Stage) -> None:
    """Going on starts its clock; coming back goes on with the one from before."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 70)
        await pilot.press("right")
        await clock.passes(pilot, 5)
        assert beside(pilot) == "0:05"
        await pilot.press("left")
        assert beside(pilot) == "1:10"


async def test_the_end_follows_the_pace_of_the_group(stage: Stage) -> None:
    """Three practices of two minutes each: the fourth is taken to need 6:21, not the eight of the plan."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        for number in range(3):
            await clock.passes(pilot, 120)
            await pilot.press("2", "right")
            await wait_for(pilot, f"{number + 1} of 4")
        assert title(pilot) == "3 of 4 · 0:06 · ends 10:12"
        await pilot.press("2")
        await wait_until(pilot, lambda: title(pilot) == "4 of 4 · 0:06")


async def test_time_in_a_note_counts_for_its_practice(stage: Stage) -> None:
    """Writing down what was said is part of the talk."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await pilot.press("n")
        await write(pilot, "We [talk]")
        await clock.passes(pilot, 240)
        await pilot.press("escape")
        await wait_until(pilot, lambda: beside(pilot) == "4:00")


async def test_a_used_budget_is_said_once_and_gently(stage: Stage) -> None:
    """In a line, for a minute, with the three ways on; nothing pops up and nothing is asked."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 479)
        assert "minutes are over" not in seen(pilot.app)
        await clock.passes(pilot, 2)
        assert beside(pilot) == "8 minutes are over: accept, split or park · 8:01"
        await pilot.press("right")
        await pilot.press("left")
        assert "minutes are over" in seen(pilot.app)
        await clock.passes(pilot, 60)
        assert beside(pilot) == "9:01"
        await pilot.press("right")
        await pilot.press("left")
        assert beside(pilot) == "9:01"


async def test_a_settled_practice_is_not_reminded(stage: Stage) -> None:
    """There is nothing left to accept."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 470)
        await pilot.press("3")
        await wait_for(pilot, "1 of 4")
        await clock.passes(pilot, 20)
        assert beside(pilot) == "8:10"


@pytest.mark.parametrize("way", [(), ("g",), ("m",), ("P",)], ids=str)
async def test_z_pauses_and_resumes_from_every_screen(stage: Stage, way: tuple[str, ...]) -> None:
    """Coffee does not wait until somebody has found the right screen."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 60)
        await pilot.press(*way)
        await settle(pilot)
        await pilot.press("z")
        await wait_for(pilot, "The clocks are paused.")
        await wait_until(pilot, lambda: title(pilot).endswith("paused"))
        await clock.passes(pilot, 1200)
        await pilot.press("z")
        await wait_for(pilot, "The clocks go on.")
        assert not title(pilot).endswith("paused")
        await pilot.press(*["escape"] * len(way))
        await wait_until(pilot, lambda: beside(pilot) == "1:00")
        assert title(pilot) == "0 of 4 · 0:01 · ends 10:52"


async def test_a_lid_that_was_closed_counts_as_a_pause_and_is_said(stage: Stage) -> None:
    """An hour of lunch is no hour of Welcome."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 60)
        await clock.jumps(pilot, 3600)
        await wait_for(pilot, "The machine slept for 60 minutes: it counts as a pause.")
        assert beside(pilot) == "1:00"


async def test_the_time_goes_into_no_file(stage: Stage) -> None:
    """How long people talked is nobody else's business."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 600)
        await pilot.press("z", "z")
    assert path.read_bytes() == before
    assert [each.name for each in stage.assessments.iterdir()] == [path.name]


async def test_the_clocks_survive_going_between_screens(stage: Stage) -> None:
    """A look at the results is no new workshop."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 60)
        await pilot.press("g")
        await clock.passes(pilot, 60)
        await pilot.press("m", "escape", "escape")
        await wait_until(pilot, lambda: beside(pilot) == "2:00")


async def test_a_narrow_screen_keeps_the_time(stage: Stage) -> None:
    """At sixty columns the reminder is shorter, and what was saved when can still be read."""
    path = stage.keep(stage.rated())
    async with opened(stage, path, SMALL) as (pilot, clock):
        assert screen_text(pilot.app)[0].endswith("0 of 4 · 0:00 · ends 10:32")
        await pilot.press("2", "right")
        await wait_for(pilot, "1 of 4")
        await clock.passes(pilot, 490)
        assert beside(pilot) == "8 minutes are over · 8:10"
        assert screen_text(pilot.app)[-2].startswith(" saved ")


async def test_a_final_assessment_and_one_that_nobody_times_show_no_clock(stage: Stage) -> None:
    """Who reads is not in a hurry, and who set clocks = false does not want to be."""
    path = stage.keep(final(stage.all_rated()))
    async with opened(stage, path) as (pilot, _clock):
        assert title(pilot) == "4 of 4"
        assert beside(pilot).startswith("nothing new")
    folder = stage.home / "config" / "culture"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("format = 1\nclocks = false\n", encoding="utf-8")
    path = stage.keep(stage.rated(), "untimed")
    async with opened(stage, path) as (pilot, _clock):
        assert title(pilot) == "0 of 4 answered"
        assert "z" not in pilot.app.screen.active_bindings


async def test_what_is_parked_is_still_to_come_and_what_is_split_is_not(stage: Stage) -> None:
    """Neither is answered; but only one of them will be talked about again."""
    path = stage.keep(stage.rated())
    async with opened(stage, path) as (pilot, clock):
        await clock.passes(pilot, 120)
        await pilot.press("p")
        await wait_until(pilot, lambda: title(pilot) == "0 of 4 · 1 open · 0:02 · ends 10:34")
        await pilot.press("right", "t", "1", "1", "5", "enter")
        await wait_for(pilot, "Round 1 revealed")
        await pilot.press("s")
        await wait_until(pilot, lambda: title(pilot) == "0 of 4 · 2 open · 0:02 · ends 10:26")
        await pilot.press("right", "3", "right", "3", "right", "space")
        await wait_for(pilot, "Everything has been asked; 2 are left open: i shows them.")


@pytest.mark.parametrize(("mode", "end", "other"), [("full", "10:20", "10:06"), ("pulse", "10:06", "10:20")])
async def test_the_budget_is_the_one_of_the_settings(stage: Stage, mode: str, end: str, other: str) -> None:
    """Four practices of five minutes, or two questions of three; a change of mode changes the end too."""
    folder = stage.home / "config" / "culture"
    folder.mkdir(parents=True)
    text = "format = 1\nminutes_a_practice = 5\nminutes_a_question = 3\n"
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    kept = stage.rated()
    workshop = Workshop.model_validate({**kept.workshop.model_dump(), "mode": mode})
    path = stage.keep(kept.with_workshop(workshop, kept.updated))
    async with opened(stage, path) as (pilot, _clock):
        assert title(pilot).endswith(f"ends {end}")
        await pilot.press("b", "space", "escape")
        await wait_until(pilot, lambda: title(pilot).endswith(f"ends {other}"))
        await pilot.press("escape", "n")
        await wait_for(pilot, "36 practices, about 3 h at 5 minutes each")


async def test_a_tick_costs_less_than_a_millisecond(stage: Stage) -> None:
    """It comes every second, while people press keys."""
    path = stage.keep(stage.shipped())
    async with opened(stage, path) as (pilot, clock):
        screen = pilot.app.screen
        assert isinstance(screen, WorkshopScreen)
        best = 1.0
        for _ in range(50):
            clock.seconds += 1
            begun = perf_counter()
            screen.show_clock()
            best = min(best, perf_counter() - begun)
        assert best < 0.001
