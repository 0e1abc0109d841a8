"""What columns and cells may be called in a file of votes: ids, titles and levels, in any language.

Forms and spreadsheets change what people wrote: other capitals, other blanks, other accents,
"3.0" for 3. None of that may lose a vote, and nothing that is not plainly a level may become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar
from unicodedata import combining, normalize

from culture_tui.domain.model import MaturityModel
from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import CultureError, Problem
from culture_tui.storage.model_files import LoadedModel, translation_paths
from culture_tui.storage.reading import read_document

BLANK: Final = 0
NOT_APPLICABLE: Final = 11
UNKNOWN: Final = 12
"""Codes of cells beside the levels, which are 1 to 10."""

Meant = TypeVar("Meant")

_BOM: Final = "\ufeff"
_CURLY: Final = str.maketrans("\u2018\u2019", "''")

_IN_BRACKETS: Final = re.compile(r"\[([^\[\]]+)\]$")
"""Forms ask many practices as one grid: "Where are we today? [Mission]"."""

_NUMBER: Final = re.compile(r"([0-9]{1,2})(?:[.,]0*)?")
_NUMBER_AND_NAME: Final = re.compile(r"([0-9]{1,2})\s*[-\u2010-\u2015.:)]?\s*(\S.*)")

_NOT_APPLICABLE: Final = frozenset(
    [
        *("n/a", "na", "n.a.", "n.a", "n. a.", "#n/a", "not applicable", "does not apply"),
        *("no aplica", "no aplicable", "no procede", "#n/d", "n/d"),
        *("non applicabile", "non si applica", "non pertinente"),
        *("nije primenljivo", "nije primenjivo", "ne primenjuje se", "ne odnosi se"),
        *("nu se aplica", "nu este cazul", "neaplicabil"),
    ]
)
"""In English, Spanish, Italian, Serbian and Romanian, small and without accents."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of a model's practices and levels, in the form in which names are compared."""

    top: int
    ids: frozenset[str]

    practices: Mapping[str, frozenset[str]]
    """The ids of the practices that have a name; more than one where they share it."""

    levels: Mapping[str, frozenset[int]]
    """The levels that have a name."""

    def practices_called(self, column: str) -> frozenset[str]:
        """The practices that the title of a column means: none, one, or those that share the name."""
        if column.strip() in self.ids:
            return frozenset([column.strip()])
        name = compared(column)
        found = self.practices.get(name, frozenset())
        in_brackets = _IN_BRACKETS.search(name)
        if not found and in_brackets:
            return self.practices.get(in_brackets[1].strip(), frozenset())
        return found

    def likeness_of(self, header: Iterable[str]) -> int:
        """How many cells of a header are called like a practice."""
        return sum(bool(self.practices_called(column)) for column in header)

    def code_of(self, cell: str) -> int:
        """What a cell says: a level, `BLANK`, `NOT_APPLICABLE`, or `UNKNOWN`."""
        name = compared(cell)
        if not name:
            return BLANK
        if number := _NUMBER.fullmatch(name):
            return self._level_or_unknown(int(number[1]))
        levels = self.levels.get(name, frozenset())
        if len(levels) == 1:
            return next(iter(levels))
        if _without_accents(name) in _NOT_APPLICABLE:
            return NOT_APPLICABLE
        both = _NUMBER_AND_NAME.fullmatch(name)
        if both and int(both[1]) in self.levels.get(both[2], frozenset()):
            return int(both[1])
        return UNKNOWN

    def _level_or_unknown(self, number: int) -> int:
        return number if 1 <= number <= self.top else UNKNOWN


def column_title(text: str) -> str:
    """The title of a column on one line, as it may be shown."""
    return clean_line(" ".join(text.replace(_BOM, "").split()))


def vocabulary_of(loaded: LoadedModel) -> tuple[Vocabulary, list[Problem]]:
    """The names in a model and in the translations beside it; what is wrong with a translation.

    A translation that cannot be read is left out: it is no reason to turn votes away.
    """
    problems: list[Problem] = []
    model = loaded.model
    practices, levels = list(_practice_names(model)), list(_level_names(model))
    for path in translation_paths(loaded.path):
        try:
            table = read_document(path).table
        except CultureError as error:
            problems.extend(error.problems)
        else:
            practices += _translated_practices(table)
            levels += _translated_levels(table)
    ids, steps = frozenset(model.practices), range(1, len(model.scale) + 1)
    return (
        Vocabulary(
            top=len(model.scale),
            ids=ids,
            practices=_by_name((name, key) for name, key in practices if key in ids),
            levels=_by_name((name, level) for name, level in levels if level in steps),
        ),
        problems,
    )


def compared(text: str) -> str:
    """A name as it is compared: one case, single blanks, one form of accents and apostrophes."""
    return normalize("NFC", column_title(text).translate(_CURLY).casefold())


def _without_accents(text: str) -> str:
    return "".join(letter for letter in normalize("NFD", text) if not combining(letter))


def _by_name(pairs: Iterable[tuple[str, Meant]]) -> dict[str, frozenset[Meant]]:
    found: dict[str, frozenset[Meant]] = {}
    for name, meant in pairs:
        key = compared(name)
        if key:
            found[key] = found.get(key, frozenset()) | {meant}
    return found


def _practice_names(model: MaturityModel) -> Iterator[tuple[str, str]]:
    for key, practice in model.practices.items():
        yield from ((key, key), (practice.title, key), (practice.question, key))


def _level_names(model: MaturityModel) -> Iterator[tuple[str, int]]:
    for step in model.scale:
        yield from ((step.id, step.level), (step.name, step.level))


def _translated_practices(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    practices = table.get("practices")
    for key, texts in practices.items() if isinstance(practices, dict) else ():
        for name in ("title", "question"):
            text = texts.get(name) if isinstance(texts, dict) else None
            if isinstance(text, str):
                yield text, key


def _translated_levels(table: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    scale = table.get("scale")
    for place, texts in enumerate(scale if isinstance(scale, list) else (), start=1):
        if isinstance(texts, dict) and isinstance(name := texts.get("name"), str):
            level = texts.get("level", place)
            yield name, level if isinstance(level, int) else place
