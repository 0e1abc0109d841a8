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
    said = " ".join(said.split())
    return [text for text, piece in _english(fewest_words).items() if _stands(piece, said)]


def _stands(piece: str, said: str) -> bool:
    """Whether words stand in a text; with a stroke before them they are a folder's name and none of ours."""
    before = r"(?<![\w/])" if piece[0].isalnum() else ""  # a full stop may follow whatever was put before it
    return piece in said and bool(re.search(rf"{before}{re.escape(piece)}(?!\w)", said))


@cache
def _english(fewest_words: int) -> dict[str, str]:
    """The English texts whose Spanish is another one, each with its longest piece."""
    spanish = read("es")
    return {
        text: piece
        for text in _ids()
        for piece in _pieces(text, _translated(spanish.get(text)), fewest_words)
    }


def _ids() -> Iterator[str]:
    for message in texts():
        yield from [message.id] if isinstance(message.id, str) else message.id


def _translated(message: object) -> str:
    string = getattr(message, "string", "")
    return " ".join(string) if isinstance(string, tuple) else str(string)


def _pieces(text: str, spanish: str, fewest_words: int) -> Iterator[str]:
    """At most one."""
    pieces = [piece for piece in re.split(r"\{[^}]*\}|%\([a-z]+\)s", text) if len(piece.strip()) >= _SHORTEST]
    longest = max(pieces, key=len, default="").strip()
    if len(longest.split()) < fewest_words or spanish == text:
        return
    if not (longest in spanish and re.search(rf"(?<!\w){re.escape(longest)}", spanish)):
        yield " ".join(longest.split())
