"""Finding what somebody means who types an id, a number, or a part of a title."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final
from unicodedata import combining, normalize

_MOST: Final = 5
_LONGEST: Final = 100
"""Of what was typed; more is not compared letter by letter."""


def matches(typed: str, titles: Mapping[str, str]) -> list[str]:
    """The ids that may be meant: one where it is clear, several where it is not, none where none is near.

    An id goes before a whole title, that before its beginning, that before a part of it.

    Args:
        typed: what was typed.
        titles: the titles by id.
    """
    wanted = _folded(typed)
    if not wanted:
        return []
    folded = {key: _folded(title) for key, title in titles.items()}
    for fits in (
        [key for key in folded if key == wanted],
        [key for key, title in folded.items() if title == wanted],
        [key for key, title in folded.items() if title.startswith(wanted)],
        [key for key, title in folded.items() if wanted in title],
    ):
        if fits:
            return fits
    return []


def near(typed: str, titles: Mapping[str, str]) -> list[str]:
    """The ids whose titles, or which themselves, look like what was typed, the likeliest first."""
    names = {_folded(title): key for key, title in titles.items()} | {key: key for key in titles}
    found = get_close_matches(_folded(typed[:_LONGEST]), names, n=_MOST, cutoff=0.6)
    return list(dict.fromkeys(names[each] for each in found))


def _folded(text: str) -> str:
    """A text without case and accents, its gaps one space wide."""
    bare = "".join(each for each in normalize("NFD", text.casefold()) if not combining(each))
    return " ".join(bare.split())
