"""Assessments on the stage's shelves, and reading the rows of the library."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Subject, Workshop
from pilot.reading import screen_text, seen, wait_until
from pilot.stage import TERMINAL, Stage, settle

SPRING, AUTUMN = date(2026, 5, 4), date(2026, 11, 2)


def held(stage: Stage, unit: str, day: date = AUTUMN, **levels: int) -> Assessment:
    """A workshop of a unit on a day."""
    made = stage.rated(**(levels or {"welcome": 2}))
    return made.model_copy(
        update={
            "id": f"{day}-{unit.lower().replace(' ', '-')}",
            "title": f"{unit} {day}",
            "subject": Subject(organisation="Harbour Bank", unit=unit, tags=("pilot",)),
            "workshop": Workshop(date=day, participants=9),
        }
    )


def three_units(stage: Stage) -> list[Path]:
    """Three units on the shelves, the newest first."""
    days = {"Front desk": date(2026, 11, 4), "Back office": date(2026, 9, 1), "Kitchen": date(2026, 5, 4)}
    return [stage.keep(held(stage, unit, day)) for unit, day in days.items()]


def rows(pilot: Pilot[None]) -> list[str]:
    """The rows of the list: from the day on, without the frame around it."""
    found = [row.lstrip(" ✓") for row in screen_text(pilot.app)]
    return [row for row in found if row.startswith("2026-") or row.endswith("cannot be read")]


def units(pilot: Pilot[None]) -> list[str]:
    """Whom the rows are about."""
    return [row[12:].split(" · ")[0].strip() for row in rows(pilot)]


async def until_units(pilot: Pilot[None], *wanted: str) -> None:
    """Let the program work until just these are listed."""
    await wait_until(pilot, lambda: units(pilot) == list(wanted))


def told(pilot: Pilot[None]) -> str:
    """What is said in the corner, without the rows that it covers."""
    beside = (row.split("▌") for row in screen_text(pilot.app))
    return " ".join(" ".join(pieces[1] for pieces in beside if len(pieces) > 1).split())


async def until_told(pilot: Pilot[None], text: str) -> None:
    """Let the program work until it says this."""
    await wait_until(pilot, lambda: text in told(pilot))


@asynccontextmanager
async def library(stage: Stage, size: tuple[int, int] = TERMINAL) -> AsyncIterator[Pilot[None]]:
    """The program on home, with everything read."""
    async with stage.open(size=size) as pilot:
        await wait_until(pilot, lambda: "to go" not in seen(pilot.app))
        await settle(pilot)
        yield pilot
