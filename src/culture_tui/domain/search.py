"""Finding assessments: words that all must be there, and fields such as `status:final`.

Case and accents do not count. A field that is given twice takes either value; everything else must
hold at once. A date is given as far as it is known: 2026, 2026-05 or 2026-05-17.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from culture_tui.domain.summary import Summary

FIELDS: Final = ("org", "unit", "tag", "status", "model", "date", "from", "to")
STATUSES: Final = ("draft", "final")

_TERM: Final = re.compile(r'(?:([^\s:"]+):)?(?:"([^"]*)"?|(\S+))')
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DATES: Final = frozenset({"date", "from", "to"})


@dataclass(frozen=True, slots=True)
class Term:
    """A word to be found anywhere (the field is empty), or the value of a field."""

    field: str
    value: str
    """As it was typed; of a status as files have it."""

    @property
    def is_understood(self) -> bool:
        """Whether the value is one: a date that is no date finds nothing, and is said."""
        if self.field in _DATES:
            return _DATE.fullmatch(self.value) is not None
        return self.field != "status" or self.value in STATUSES


@dataclass(frozen=True, slots=True)
class Findable:
    """An assessment with its texts made ready for searching."""

    summary: Summary | None
    """None for a file that cannot be read: it is found by its name alone."""

    text: str


def folded(text: str) -> str:
    """A text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def findable(name: str, summary: Summary | None) -> Findable:
    """An assessment made ready for searching.

    Args:
        name: of its file.
        summary: None where it cannot be read.
    """
    if summary is None:
        return Findable(None, folded(name))
    parts = (name, summary.organisation, summary.unit, summary.title, *summary.tags)
    return Findable(summary, folded("\n".join((*parts, summary.model, summary.date))))


def query_of(typed: str, names: Mapping[str, str] | None = None) -> tuple[Term, ...]:
    """What somebody looks for.

    Args:
        typed: words and fields; a value with blanks stands in quotes.
        names: other names of fields and statuses, folded, such as those of the interface's language.
    """
    known = {**{name: name for name in (*FIELDS, *STATUSES)}, **(names or {})}
    return tuple(_terms(typed, known))


def _terms(typed: str, known: Mapping[str, str]) -> Iterable[Term]:
    for match in _TERM.finditer(typed):
        name, quoted, bare = match.groups()
        value = quoted if quoted is not None else bare
        field = known.get(folded(name or ""), "")
        if not name and value.endswith(":") and known.get(folded(value[:-1])) in FIELDS:
            continue  # its value is still to be typed
        if field not in FIELDS:
            yield Term("", match[0].strip('"') if name else value)
        elif field == "status":
            yield Term(field, _status(value, known))
        else:
            yield Term(field, value)


def _status(typed: str, known: Mapping[str, str]) -> str:
    """The status that is meant, by the beginning of its name; as it was typed where none is."""
    begun = folded(typed)
    return next((to for name, to in known.items() if to in STATUSES and name.startswith(begun)), typed)


def found(terms: Iterable[Term], among: Findable) -> bool:
    """Whether an assessment is what somebody looks for."""
    by_field: dict[str, list[str]] = {}
    for term in terms:
        if term.field:
            by_field.setdefault(term.field, []).append(folded(term.value))
        elif folded(term.value) not in among.text:
            return False
    if not by_field:
        return True
    summary = among.summary
    return summary is not None and all(
        any(_holds(field, value, summary) for value in values) for field, values in by_field.items()
    )


def _holds(field: str, value: str, summary: Summary) -> bool:
    day = summary.date
    if field in _DATES:
        if _DATE.fullmatch(value) is None:
            return False
        from_then, until_then = day >= value, day[: len(value)] <= value
        return {"date": day.startswith(value), "from": from_then, "to": until_then}[field]
    if field == "status":
        return summary.status == value
    texts = {"tag": summary.tags, "org": (summary.organisation,), "unit": (summary.unit,)}
    return any(value in folded(text) for text in texts.get(field, (summary.model,)))
