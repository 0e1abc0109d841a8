"""The months by name."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations


def month_text(day: date, words: NullTranslations) -> str:
    """A day's month with its year: `May 2026`."""
    _ = words.gettext
    names = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return _("{month} {year}").format(month=names[day.month - 1], year=day.year)
