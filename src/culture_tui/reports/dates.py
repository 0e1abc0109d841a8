"""Days and months as a language writes them."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations


def month_text(day: date, words: NullTranslations) -> str:
    """A day's month with its year: `May 2026`."""
    _ = words.gettext
    return _("{month} {year}").format(month=_month(day, words), year=day.year)


def day_text(day: date, words: NullTranslations) -> str:
    """A day: `5 November 2026`."""
    _ = words.gettext
    return _("{day} {month} {year}").format(day=day.day, month=_month(day, words), year=day.year)


def _month(day: date, words: NullTranslations) -> str:
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
    return names[day.month - 1]
