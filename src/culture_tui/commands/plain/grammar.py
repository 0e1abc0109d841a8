"""The words that a workshop line by line understands, as values: each with its help and what follows it.

English words always work. Where the interface speaks another language, so does the word that the
help of that language begins with, with or without its accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal
from unicodedata import combining, normalize

from culture_tui.language import _, marked


@dataclass(frozen=True, slots=True)
class Word:
    """A command: what it is called, what follows it, and what it does."""

    name: str

    tells: str
    """Its help: the word itself, what follows it, a colon, what it does. Marked for translation."""

    follows: Literal["nothing", "something", "anything"] = "nothing"
    """Whether words must, may or may not stand behind it."""

    short: tuple[str, ...] = ()


WORDS: Final = (
    Word("accept", marked("accept: agree on the median of the last round.")),
    Word("again", marked("again: hear this once more.")),
    Word("back", marked("back: go to the one before."), short=("b",)),
    Word("ballot", marked("ballot: vote in secret, a level a line; an empty line ends it.")),
    Word("clear", marked("clear: take back the level, or what stands in its place.")),
    Word("confidence", marked("confidence low, medium or high: how sure the group is."), "something"),
    Word("counts", marked("counts NUMBERS: how many voted for each level, the lowest first."), "anything"),
    Word(
        "evidence",
        marked("evidence TEXT | LINK | DATE: add what shows it; link and date may be left out."),
        "something",
    ),
    Word("finish", marked("finish: make the assessment final and end.")),
    Word("goto", marked("goto WHERE: go to a number, an id, or a part of a title."), "something"),
    Word("hands", marked("hands NUMBERS: a level for each hand that is up."), "anything"),
    Word("help", marked("help: hear what can be typed."), "anything"),
    Word("last", marked("last: hear what the assessment before said about this.")),
    Word("list", marked("list: hear all that is asked, and how it stands.")),
    Word("mode", marked("mode full or pulse: ask every practice, or one question a dimension."), "anything"),
    Word("more", marked("more: hear notes, evidence, votes, and what to ask the group.")),
    Word("na", marked("na REASON: it does not apply here."), "something", ("n/a",)),
    Word("next", marked("next, or an empty line: leave it as it is and go on."), short=("skip", "s")),
    Word("note", marked("note TEXT: keep what was said, in place of the note before."), "something"),
    Word("note+", marked("note+ TEXT: add a line to the note."), "something"),
    Word("open", marked("open: hear what is split, parked or without an answer.")),
    Word("park", marked("park: leave it for later.")),
    Word("people", marked("people NUMBER: how many are in the room."), "anything"),
    Word("quit", marked("quit: end here; everything is saved."), short=("q",)),
    Word("results", marked("results: hear the profile and what holds it back.")),
    Word("roadmap", marked("roadmap: hear what to do in which quarter.")),
    Word("scope", marked("scope WHAT, WHAT: talk about these parts and dimensions, or all."), "anything"),
    Word("split", marked("split: record that the group stays apart, without a level.")),
    Word("symptoms", marked("symptoms: say how often each one is seen.")),
    Word("target", marked("target LEVEL: aim at this level."), "something"),
    Word("undo", marked("undo: take the last change back, again and again.")),
    Word(
        "votes",
        marked("votes NUMBERS: a round; a level for each hand, or a count for each level."),
        "something",
    ),
)
LEVEL: Final = "level"
"""The command that has no word: a level alone, or with its reason."""

_BY_NAME: Final = {word.name: word for word in WORDS}
_NUMBER: Final = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Command:
    """A line that was understood: the name of its word and what stands behind it."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Misheard:
    """A line that was not understood."""

    why: Literal["unknown", "nothing follows", "something follows"]

    word: str
    """As it was typed."""

    meant: str = ""
    """The word that it is or may have been; empty where none is near."""


def understood(line: str) -> Command | Misheard:
    """What a line asks for; an empty one leads on."""
    typed, _space, rest = line.strip().partition(" ")
    rest = rest.strip()
    if not typed:
        return Command("next")
    if _NUMBER.fullmatch(typed):
        return _level(typed, rest)
    named = _named()
    name = named.get(_folded(typed))
    if name is None:
        near = get_close_matches(_folded(typed[:_LONGEST_WORD]), named, n=1)
        return Misheard("unknown", typed, near[0] if near else "")
    if rest and _BY_NAME[name].follows == "nothing":
        return Misheard("nothing follows", typed, name)
    if not rest and _BY_NAME[name].follows == "something":
        return Misheard("something follows", typed, name)
    return Command(name, rest)


def is_command(line: str, name: str) -> bool:
    """Whether a line is this command and nothing else, in English or in the interface's language."""
    return understood(line) == Command(name)


_LONGEST_WORD: Final = 30


def told(name: str) -> str:
    """The help of a command, in the interface's language."""
    return _(_BY_NAME[name].tells)


def local(name: str) -> str:
    """The word for a command in the interface's language."""
    return _first_word(told(name))


def choice(typed: str, options: Sequence[str], in_words: str) -> str | None:
    """Which of a few options is meant by a word or by its beginning; None where that is not clear.

    Args:
        typed: what was typed.
        options: their names in English.
        in_words: the same in the interface's language, in the same order, with commas between.
    """
    wanted = _folded(typed.strip())
    names = [(_folded(option), option) for option in options]
    names += list(zip(map(_folded, in_words.split(", ")), options, strict=False))
    exact = {option for name, option in names if name == wanted}
    near = exact or {option for name, option in names if wanted and name.startswith(wanted)}
    return near.pop() if len(near) == 1 else None


def reason_after(rest: str) -> str | None:
    """The reason in `because REASON`; None where it is none."""
    word, _space, reason = rest.partition(" ")
    known = {"because", _folded(_first_word(_("because REASON")))}
    return reason.strip() if _folded(word) in known and reason.strip() else None


def _level(typed: str, rest: str) -> Command | Misheard:
    if rest and reason_after(rest) is None:
        return Misheard("unknown", f"{typed} {rest}")
    return Command(LEVEL, f"{typed} {rest}".strip())


def _named() -> dict[str, str]:
    """All that a command can be called, and its name; English goes first where two clash."""
    names = {_folded(local(word.name)): word.name for word in WORDS}
    return names | {each: word.name for word in WORDS for each in (word.name, *word.short)}


def _first_word(text: str) -> str:
    words: Iterable[str] = re.split(r"[\s,:]", text, maxsplit=1)
    return next(iter(words))


def _folded(text: str) -> str:
    """A word without case and accents."""
    return "".join(each for each in normalize("NFD", text.casefold()) if not combining(each))
