"""In which language the program speaks.

The interface has one language, chosen when it starts. Documents may be in another, the
client's: whoever makes one takes the words from `catalogue`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from culture_tui.errors import CultureError, Phrase, Problem

LANGUAGES: Final = {"en": "English", "es": "Español"}
"""The languages whose catalogues are complete, each by its own name."""

DOMAIN: Final = "culture"
FOLDER: Final = Path(__file__).parent


class _Interface:
    """The words of the interface; replaced as a whole when the language is chosen."""

    code = "en"
    words: NullTranslations = NullTranslations()


def _(text: str) -> str:
    """A text of the interface in its language."""
    return _Interface.words.gettext(text)


def marked(text: str) -> str:
    """Mark a text for translation where it stands before any language is chosen; it stays English."""
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """A text of the interface that depends on a number, in the form that the language has for it."""
    return _Interface.words.ngettext(one, many, count)


def use(code: str) -> None:
    """Speak this language from now on (English where it is not known)."""
    _Interface.code = code if code in LANGUAGES else "en"
    _Interface.words = catalogue(_Interface.code)


def in_use() -> str:
    """The code of the interface's language."""
    return _Interface.code


def interface_words() -> NullTranslations:
    """The words of the interface, for making a document in its language."""
    return _Interface.words


@lru_cache
def catalogue(code: str) -> NullTranslations:
    """The words of a language; English where it is not known."""
    path = FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if code not in LANGUAGES or code == "en" or not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)


def preferred(environment: Mapping[str, str] | None = None) -> str:
    """The language that a person's system asks for; English where we do not speak it."""
    variables = os.environ if environment is None else environment
    for name in ("CULTURE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = variables.get(name, "")
        if wanted:
            code = re.split(r"[-_.@]", wanted)[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"


def say(phrase: Phrase) -> str:
    """A phrase in the interface's language."""
    return _(phrase.template).format(**phrase.values)


def say_problem(problem: Problem) -> str:
    """A problem on one line: where, what, and what to do about it."""
    said = say(problem.what) if problem.hint is None else f"{say(problem.what)}; {say(problem.hint)}"
    where = str(problem.place)
    return f"{where}: {said}" if where else said


def say_error(error: CultureError) -> list[str]:
    """An error's problems, a line each."""
    return [say_problem(problem) for problem in error.problems]
