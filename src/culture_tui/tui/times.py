"""Where the program takes its time from; a test hands in another."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


def moment() -> float:
    """Seconds on a clock that never goes back, and goes on while the machine sleeps where it can."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


def wall() -> datetime:
    """The time on the wall of the room."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Times:
    """Where the program takes its time from."""

    moment: Callable[[], float] = moment
    wall: Callable[[], datetime] = wall
