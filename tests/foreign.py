"""Finding texts of the catalogue that were left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import Final

from catalogues import read, texts
from culture_tui.language import DOMAIN, FOLDER

_SHORTEST: Final = 4
"""Shorter words may be words of Spanish too."""

SENTENCE: Final = 3
"""Words from which on a text is no accident in a title of a model that is written in English."""


class Untranslated(NullTranslations):
    """Stands behind the Spanish words: whatever gets as far as this has none."""

    def gettext(self, message: str) -> str:
        """Complain."""
        raise AssertionError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Complain."""
        raise AssertionError(msgid1, msgid2, n)


@cache
def spanish_or_nothing() -> NullTranslations:
    """The Spanish words; a text that has none, or that never reached the catalogue, fails at once."""
    with (FOLDER / "es" / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        words = GNUTranslations(file)
    words.add_fallback(Untranslated())
    return words


def left_in_english(said: str, fewest_words: int = 1) -> list[str]:
    """Which of our English texts, of so many words at least, stand in what is shown."""
    return [text for text, pattern in _english(fewest_words).items() if pattern.search(said)]


@cache
def _english(fewest_words: int) -> dict[str, re.Pattern[str]]:
    """The English texts whose Spanish is another one, each as a pattern that finds its longest piece."""
    spanish = read("es")
    return {
        text: pattern
        for text in _ids()
        for pattern in _patterns(text, _translated(spanish.get(text)), fewest_words)
    }


def _ids() -> Iterator[str]:
    for message in texts():
        yield from [message.id] if isinstance(message.id, str) else message.id


def _translated(message: object) -> str:
    string = getattr(message, "string", "")
    return " ".join(string) if isinstance(string, tuple) else str(string)


def _patterns(text: str, spanish: str, fewest_words: int) -> Iterator[re.Pattern[str]]:
    """At most one; a piece with a stroke before it is a folder's name and no word of ours."""
    pieces = [piece for piece in re.split(r"\{[^}]*\}|%\([a-z]+\)s", text) if len(piece.strip()) >= _SHORTEST]
    longest = max(pieces, key=len, default="").strip()
    if len(longest.split()) < fewest_words or spanish == text:
        return
    if not re.search(rf"(?<!\w){re.escape(longest)}", spanish):
        yield re.compile(r"(?<![\w/])" + re.sub(r"(\\ |\\\n)+", r"\\s+", re.escape(longest)) + r"(?!\w)")
