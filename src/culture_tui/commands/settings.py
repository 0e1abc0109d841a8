"""What holds for every command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The options that stand before a command."""

    workspace: str | None
    """The folder to work in; None: found as the design says."""
