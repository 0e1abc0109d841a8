"""What the last time was about the practice at hand, in the interface's language."""

from __future__ import annotations

from culture_tui.language import interface_words
from culture_tui.reports.last_time import Told, last_time_line, last_time_told
from culture_tui.tui.workshop import OpenWorkshop


def beside(workshop: OpenWorkshop) -> str:
    """The last time on one line; empty where nothing is known about it."""
    last = workshop.last_time(workshop.current)
    return "" if last is None else last_time_line(last, _level(workshop), interface_words())


def told(workshop: OpenWorkshop) -> Told | None:
    """All that is known of the last time; None where nothing is."""
    last = workshop.last_time(workshop.current)
    if last is None or workshop.previous is None:
        return None
    return last_time_told(workshop.previous, last, _level(workshop), interface_words())


def _level(workshop: OpenWorkshop) -> int | None:
    return workshop.assessment.answer(workshop.current).level
