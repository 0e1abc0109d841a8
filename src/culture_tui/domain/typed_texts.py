"""Reading what somebody typed: a note, or a piece of evidence with where it can be seen and its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from culture_tui.domain.records import LONGEST_LINK, Evidence
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.domain.values import LONGEST_PROSE
from culture_tui.errors import Phrase

TODAY: Final = "."
"""Typed in place of a date."""

NEARLY: Final = LONGEST_PROSE - 2_000
"""From so many characters on it is worth knowing how many there are."""


@dataclass(frozen=True, slots=True)
class WrongField:
    """What is wrong with what was typed, and where."""

    field: Literal["text", "link", "date"]
    what: Phrase


def wrong_prose(text: str) -> Phrase | None:
    """What is wrong with a long text; None where it can be kept."""
    over = len(clean(text)) - LONGEST_PROSE
    if over <= 0:
        return None
    return Phrase(
        "Not saved: {over} beyond the {bound} characters that can be kept.",
        bound=LONGEST_PROSE,
        over=over,
    )


def typed_evidence(text: str, link: str, day: str, today: date) -> Evidence | WrongField:
    """A piece of evidence from what was typed, or what has to be put right first.

    Args:
        text: what it is; never empty.
        link: where it can be seen; any text, may be empty.
        day: a date like 2026-11-21, `.` for today, or empty.
        today: the date of today.
    """
    text, link, day = clean(text).strip(), clean_line(link).strip(), day.strip()
    if not text:
        return WrongField("text", Phrase("Say what the evidence is."))
    if len(text) > LONGEST_PROSE:
        return WrongField("text", _too_long(text, LONGEST_PROSE))
    if len(link) > LONGEST_LINK:
        return WrongField("link", _too_long(link, LONGEST_LINK))
    try:
        return Evidence(text=text, link=link, date=_day(day, today))
    except ValueError:
        return WrongField("date", Phrase("The date must look like 2026-11-21, or be empty; . is today."))


def _too_long(text: str, bound: int) -> Phrase:
    return Phrase("{count} characters, and at most {bound} can be kept.", count=len(text), bound=bound)


def _day(typed: str, today: date) -> date | None:
    if typed == TODAY:
        return today
    return date.fromisoformat(typed) if typed else None
