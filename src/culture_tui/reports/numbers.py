"""Numbers as a language writes them."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Final

from culture_tui.domain.scoring import shown_score

NOTHING: Final = "—"
"""What stands where there is no number: never a zero."""


def number_text(written: str, words: NullTranslations) -> str:
    """A number that was written with a decimal point, with the language's own mark instead."""
    _ = words.gettext
    mark = _("1.5").strip("15")
    return written.replace(".", mark)


def short_text(number: float, words: NullTranslations) -> str:
    """A number without a needless decimal, such as a weight."""
    return number_text(f"{number:g}", words)


def score_text(score: float | None, words: NullTranslations) -> str:
    """A score with one decimal, halves upwards."""
    return NOTHING if score is None else number_text(f"{shown_score(score):.1f}", words)


def days_text(days: float, words: NullTranslations) -> str:
    """Person-days, without a needless decimal."""
    return number_text(f"{days:.1f}".removesuffix(".0"), words)
