"""People in a room who vote: the laptop goes round, one key a person, a person a moment."""

from __future__ import annotations

from textual.pilot import Pilot

from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import wait_until


class Clock:
    """Seconds that go up when a test says so."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        """The time now."""
        return self.at

    def passes(self, seconds: float = 5.0) -> None:
        """The laptop is handed on."""
        self.at += seconds


async def clock_of(pilot: Pilot[None]) -> Clock:
    """A clock for the scoring screen in front, in place of its own."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
    clock = Clock()
    assert isinstance(pilot.app.screen, ScoringScreen)
    pilot.app.screen.clock = clock
    return clock


async def press(pilot: Pilot[None], clock: Clock, *keys: str) -> None:
    """Press these keys, each by another person."""
    for key in keys:
        clock.passes()
        await pilot.press(key)
        await pilot.pause()


async def pass_round(pilot: Pilot[None], *keys: str) -> Clock:
    """Begin a vote, or go on with it, and press these keys, each by another person."""
    clock = await clock_of(pilot)
    await press(pilot, clock, "v", *keys)
    return clock
