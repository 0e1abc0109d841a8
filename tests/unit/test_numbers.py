"""Numbers and days are written as the readers of a document write them."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from culture_tui.language import LANGUAGES, catalogue
from culture_tui.reports.dates import day_text, month_text
from culture_tui.reports.numbers import NOTHING, days_text, number_text, score_text

LOCALES: Final = {"en": "en_GB", "sr": "sr_Latn"}
"""Babel's name of a language, where it is not ours."""


def locale_of(code: str) -> str:
    """A language as Babel knows it."""
    return LOCALES.get(code, code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_have_the_languages_own_mark(code: str) -> None:
    """A client who reads 3.4 as three thousand four hundred reads nothing more."""
    words = catalogue(code)
    assert score_text(3.44, words) == format_decimal(3.4, "0.0", locale_of(code))
    assert days_text(2.5, words) == format_decimal(2.5, "0.0", locale_of(code))
    assert days_text(3.0, words) == "3"
    assert number_text("p < 0.001", words).removeprefix("p < ") == format_decimal(
        0.001, "0.000", locale_of(code)
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_days_are_written_as_the_language_writes_them(code: str, month: int) -> None:
    """The catalogues hold what Babel knows, so that nothing of it is loaded while a room waits."""
    day, words = date(2026, month, 5), catalogue(code)
    assert day_text(day, words) == format_date(day, "long", locale_of(code))
    assert month_text(day, words) == format_skeleton("yMMMM", day, locale=locale_of(code))


def test_no_score_is_no_number() -> None:
    """Never a zero for what nobody rated."""
    assert score_text(None, catalogue("es")) == NOTHING
