"""From a table that TOML gave us to a value of the domain, or to a list of what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.reading import Document, line_of, shown

Value = TypeVar("Value", bound=BaseModel)

MOST_PROBLEMS: Final = 10
"""A file with two hundred thousand unknown keys is told about ten."""

MOST_ENTRIES: Final = 5_000
"""Of one list or table: far more than any workshop has, and little enough to check at once."""

_LONGEST_SHOWN: Final = 40


def validated(
    kind: type[Value],
    document: Document,
    look_deeper: Callable[[Value], Iterable[Problem]],
    most: int = MOST_PROBLEMS,
) -> Value:
    """Turn a document into a value of the domain.

    Raises:
        UnsoundInputError: with the first problems, at most so many, each with its line and key.
    """
    too_many = _overfull(document.table, ())
    if too_many is not None:
        what = Phrase("more than {bound} entries", bound=MOST_ENTRIES)
        raise UnsoundInputError(placed(document, Problem(what, Place(key=too_many))))
    try:
        value = kind.model_validate(_frozen(document.table))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)[:most]
        raise UnsoundInputError(*(_problem(document, detail) for detail in details)) from None
    problems = list(look_deeper(value))[:most]
    if problems:
        raise UnsoundInputError(*(placed(document, problem) for problem in problems))
    return value


def _overfull(value: object, path: tuple[str, ...]) -> str | None:
    """The key of the first list or table with more entries than any of ours can have."""
    if isinstance(value, (list, dict)) and len(value) > MOST_ENTRIES:
        return ".".join(path)
    if isinstance(value, dict):
        return next((found for key, each in value.items() if (found := _overfull(each, (*path, key)))), None)
    return None


def _frozen(value: object) -> object:
    """Lists become tuples: strict values take nothing else."""
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    return value


def placed(document: Document, problem: Problem) -> Problem:
    """A problem with the file and the line of its key."""
    line = line_of(document.text, problem.place.key.split("."))
    return Problem(problem.what, Place(shown(document.path), line, problem.place.key), problem.hint)


def _problem(document: Document, detail: ErrorDetails) -> Problem:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    key = clean_line(".".join(map(str, path)))
    if len(key) > 4 * _LONGEST_SHOWN:
        key = f"{key[: 4 * _LONGEST_SHOWN]}…"
    return Problem(_said(detail), Place(shown(document.path), line_of(document.text, path), key))


_BOUNDS: Final = {
    "greater_than": Phrase("must be more than {bound}"),
    "greater_than_equal": Phrase("must be at least {bound}"),
    "less_than_equal": Phrase("must be at most {bound}"),
    "string_too_long": Phrase("longer than {bound} characters"),
    "too_short": Phrase("fewer than {bound} entries"),
    "too_long": Phrase("more than {bound} entries"),
}
_BOUND_NAMES: Final = ("gt", "ge", "le", "max_length", "min_length")

_PLAIN: Final = {
    "extra_forbidden": Phrase("this key is not known here"),
    "missing": Phrase("this key is missing"),
    "string_too_short": Phrase("must not be empty"),
    "string_pattern_mismatch": Phrase("{value} does not have the form asked for"),
    "string_unicode": Phrase("holds half a character (a lone surrogate)"),
    "string_type": Phrase("{value} is not a text"),
    "int_type": Phrase("{value} is not a whole number"),
    "float_type": Phrase("{value} is not a number"),
    "finite_number": Phrase("{value} is not a number"),
    "bool_type": Phrase("{value} is neither true nor false"),
    "datetime_type": Phrase("{value} is not a date with time, such as 2026-11-21T14:00:00+01:00"),
    "timezone_aware": Phrase("the time has no offset, such as +01:00"),
    "date_type": Phrase("{value} is not a date, such as 2026-11-21"),
    "tuple_type": Phrase("{value} is not a list"),
    "mapping_type": Phrase("{value} is not a table"),
    "dict_type": Phrase("{value} is not a table"),
    "model_type": Phrase("{value} is not a table"),
    "reserved_id": Phrase("the id {value} is a device name on Windows; choose another"),
    "year": Phrase("the year of {value} is not between 1900 and 2199"),
    "rated_and_not_applicable": Phrase("has a level and is not applicable: only one can be true"),
    "settled_and_left_open": Phrase(
        "has a level or is not applicable, and is left open: only one can be true"
    ),
}
_IDS: Final = Phrase("{value} is not an id: lower-case letters, digits and single hyphens, at most 64")


def _said(detail: ErrorDetails) -> Phrase:
    kind, value = detail["type"], short(detail.get("input"))
    context = detail.get("ctx", {})
    if kind in _BOUNDS:
        bound = next((context[name] for name in _BOUND_NAMES if name in context), "")
        return Phrase(_BOUNDS[kind].template, bound=bound)
    if kind == "literal_error":
        return Phrase("{value} is not one of {choices}", value=value, choices=context.get("expected", ""))
    if kind == "string_pattern_mismatch" and "a-z0-9" in str(context.get("pattern")):
        return Phrase(_IDS.template, value=value)
    if kind in _PLAIN:
        return Phrase(_PLAIN[kind].template, value=value)
    return Phrase("{value} does not fit here", value=value)


def short(value: object) -> str:
    """A value as a person may see it: one line, not long, nothing in it that acts."""
    text = (
        "…"
        if isinstance(value, (dict, tuple))
        else clean_line(f"{value!r}" if isinstance(value, str) else f"{value}")
    )
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
