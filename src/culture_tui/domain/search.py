"""Finding assessments: words that all must be there, and fields such as `status:final` or `unit="Desk"`.

Case and accents do not count; `=` asks for the whole value, `:` for a part of it. A field that is
given twice takes either value; everything else must hold at once. A date is given as far as it is
known: 2026, 2026-05 or 2026-05-17.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from culture_tui.domain.summary import Summary

FIELDS: Final = ("org", "unit", "tag", "status", "model", "date", "from", "to")
STATUSES: Final = ("draft", "final")

_TERM: Final = re.compile(r'(?:([^\s:="]+)([:=]))?(?:"([^"]*)"?|(\S+))')
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DATES: Final = frozenset({"date", "from", "to"})


@dataclass(frozen=True, slots=True)
class Term:
    """A word to be found anywhere (the field is empty), or the value of a field."""

    field: str
    value: str
    """As it was typed; of a status as files have it."""

    is_whole: bool = False
    """Whether the field must have just this value, or may have more around it."""

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
    """A text without case, accents and quotes."""
    lower = text.casefold().replace('"', "")
    if lower.isascii():
        return lower
    return "".join(each for each in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(each))


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


def _terms(typed: str, known: Mapping[str, str]) -> Iterator[Term]:
    for match in _TERM.finditer(typed):
        name, sign, quoted, bare = match.groups()
        value = quoted if quoted is not None else bare
        field = known.get(folded(name or ""), "")
        if not name and value[-1:] in {":", "="} and known.get(folded(value[:-1])) in FIELDS:
            continue  # its value is still to be typed
        if field not in FIELDS:
            yield Term("", match[0] if name else value)
        else:
            yield Term(field, _status(value, known) if field == "status" else value, sign == "=")


def _status(typed: str, known: Mapping[str, str]) -> str:
    """The status that is meant, by the beginning of its name; as it was typed where none is."""
    begun = folded(typed)
    return next((to for name, to in known.items() if to in STATUSES and name.startswith(begun)), typed)


def found(terms: Iterable[Term], among: Findable) -> bool:
    """Whether an assessment is what somebody looks for."""
    by_field: dict[str, list[Term]] = {}
    for term in terms:
        if term.field:
            by_field.setdefault(term.field, []).append(term)
        elif folded(term.value) not in among.text:
            return False
    if not by_field:
        return True
    summary = among.summary
    return summary is not None and all(
        any(_holds(term, summary) for term in either) for either in by_field.values()
    )


def _holds(term: Term, summary: Summary) -> bool:
    value, day = term.value, summary.date
    if term.field in _DATES:
        if not term.is_understood:
            return False
        from_then, until_then = day >= value, day[: len(value)] <= value
        return {"date": day.startswith(value), "from": from_then, "to": until_then}[term.field]
    wanted, texts = folded(value), map(folded, _values(summary, term.field))
    return any(wanted == text if term.is_whole else wanted in text for text in texts)


def _values(summary: Summary, field: str) -> tuple[str, ...]:
    if field == "tag":
        return summary.tags
    one = {
        "org": summary.organisation,
        "unit": summary.unit,
        "status": summary.status,
        "model": summary.model,
        "date": summary.date[: len("2026-05")],
    }
    return (one[field],)


def values_of(summaries: Iterable[Summary]) -> dict[str, Counter[str]]:
    """What can be chosen among assessments, with how many have it: by field, dates by month."""
    counts: dict[str, Counter[str]] = {field: Counter() for field in ("status", "org", "unit", "tag", "date")}
    for summary in summaries:
        for field, counter in counts.items():
            counter.update(value for value in dict.fromkeys(_values(summary, field)) if value)
    return counts


def toggled(typed: str, term: Term, names: Mapping[str, str] | None = None) -> str:
    """A search with a term added at its end or, where it is in already, taken out."""
    terms = query_of(typed, names)
    kept = [each for each in terms if each != term] if term in terms else [*terms, term]
    return " ".join(map(_written, kept))


def _written(term: Term) -> str:
    """A term as it is typed."""
    value = term.value.replace('"', "")
    if not term.field:
        return value if value.split() == [value] else f'"{value}"'
    sign = "=" if term.is_whole else ":"
    return f"{term.field}{sign}{value}" if value.split() == [value] else f'{term.field}{sign}"{value}"'
