"""Making text of people and files fit to show anywhere.

Text that we receive can hold bytes that drive a terminal, turn a line around or hide a word.
Each such character is replaced by one that can be seen: nothing vanishes and nothing acts.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARKS_IN_A_ROW: Final = 4
"""More combining marks than any language stacks on one letter."""

_SUSPECT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\t"  # controls: C0, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # look empty
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff"  # hide, break or turn lines
    "\ud800-\udfff\ufdd0-\ufdef"  # halves of characters, noncharacters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # formats and tags: invisible text
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"  # stacking marks
)
_STACKED: Final = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
    f"{{{_MARKS_IN_A_ROW}}})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_WORD: Final = re.compile(r"\w+")
_FIRST_PICTURE: Final = 0x2400
_DELETE: Final = 0x7F
_FIRST_TAG: Final = 0xE0000
_TAB_WIDTH: Final = 4


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character == "\t":
        return " " * _TAB_WIDTH
    is_mark = unicodedata.category(character) in {"Mn", "Me"}
    if is_mark and code < _FIRST_TAG and character not in "\u034f\u17b4\u17b5":
        return character
    if code < ord(" "):
        return chr(_FIRST_PICTURE + code)
    if code == _DELETE:
        return "\u2421"
    return f"U+{code:04X}"


def clean(text: str) -> str:
    """Replace what could act, hide or turn text around by something visible; keep line ends.

    Right-to-left letters and the joiners that languages need stay as they are.
    Cleaning twice is cleaning once.
    """
    if _SUSPECT.search(text) is None:
        return text
    unified = text.replace("\r\n", "\n")
    return _STACKED.sub(r"\1", _SUSPECT.sub(_visible, unified))


def clean_line(text: str) -> str:
    """Clean a text that must stand on one line: line ends become spaces."""
    return clean(text).replace("\n", " ") if "\n" in text else clean(text)


def words_of(text: str) -> list[str]:
    """A text's words without case and punctuation: what has the same ones reads the same."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())
