"""What a person may set once for all workshops."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from culture_tui.domain.values import Frozen

ThemeName = Literal["dark", "light", "high-contrast"]

Minutes = Annotated[float, Field(gt=0, le=240)]


class Settings(Frozen):
    """The settings file; whatever is not in it is as it stands here."""

    format: int = 1

    theme: ThemeName = "dark"

    language: str | None = None
    """Of the interface, where neither the command line nor `CULTURE_LANGUAGE` names one."""

    clocks: bool = True
    """Whether the time of the workshop and of each practice is shown."""

    minutes_a_practice: Minutes = 8.0
    """What a practice should take in full mode (measurement.md §1)."""

    minutes_a_question: Minutes = 7.5
    """What a question should take in pulse mode: 90 minutes for twelve."""

    keys: dict[str, str] = Field(default_factory=dict)
    """By the id of a binding: the keys that it has instead of its own, separated by commas."""

    def minutes_each(self, mode: Literal["full", "pulse"]) -> float:
        """What one of the things that a workshop asks should take in a mode."""
        return self.minutes_a_question if mode == "pulse" else self.minutes_a_practice
