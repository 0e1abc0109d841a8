"""Assessments on disk: one TOML file each, complete in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Final
from unicodedata import normalize

import tomli_w

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.consistency import problems_of
from culture_tui.domain.soundness import problems_of_skeleton
from culture_tui.errors import CultureError, Problem
from culture_tui.storage.checking import validated
from culture_tui.storage.reading import read_document

_LONGEST_SLUG: Final = 40

_NUMBERS_DOWN: Final = re.compile(r"\[\n((?:\s*\d+(?:\.\d+)?,\n)+)\s*\]")
"""A list of numbers as the writer sets it, one below the other; no text holds a line end as such."""


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment and the file that it stands in."""

    assessment: Assessment
    path: Path

    digest: str
    """SHA-256 of the file's bytes as they were read."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that should have been an assessment."""

    path: Path
    error: CultureError


def load_assessment(path: Path) -> StoredAssessment:
    """Load and check an assessment file.

    Raises:
        UnsoundInputError: with every problem's file, line and key.
        NewerFormatError: a newer version wrote it.
    """
    document = read_document(path)
    return StoredAssessment(validated(Assessment, document, _all_problems), path, document.digest)


def _all_problems(assessment: Assessment) -> list[Problem]:
    in_model = [
        replace(problem, place=replace(problem.place, key=f"model.{problem.place.key}"))
        for problem in problems_of_skeleton(assessment.model)
    ]
    return in_model + problems_of(assessment)


def assessments_in(folder: Path) -> Iterator[StoredAssessment | Unreadable]:
    """Every assessment file of a folder, by name; those that cannot be read with the reason."""
    if not folder.is_dir():
        return
    for path in sorted(folder.glob("*.toml")):
        try:
            yield load_assessment(path)
        except CultureError as error:
            yield Unreadable(path, error)


def to_table(assessment: Assessment) -> dict[str, object]:
    """The assessment as TOML tables: in the model's order, what is default left out."""
    table: dict[str, object] = {"format": assessment.format}
    table |= assessment.model_dump(exclude_defaults=True, by_alias=True)
    for name, order in (("ratings", assessment.model.practices), ("pulse", assessment.model.dimensions)):
        kept = table.pop(name, None)
        if isinstance(kept, dict):
            filled = {key: rating for key, rating in kept.items() if rating}
            ranks = {key: rank for rank, key in enumerate(order)}
            ordered = sorted(filled, key=lambda key: (ranks.get(key, len(ranks)), key))
            table[name] = {key: filled[key] for key in ordered}
    for name in ("symptoms", "roadmap"):
        if name in table:
            table[name] = table.pop(name)
    return table


def to_toml(table: dict[str, object]) -> bytes:
    """A table as the bytes of a TOML file; a histogram and a change of status stand on one line each."""
    trace = table.get("trace")
    if not isinstance(trace, tuple):
        return _NUMBERS_DOWN.sub(_on_one_line, tomli_w.dumps(table)).encode("utf-8")
    rest = to_toml({key: value for key, value in table.items() if key != "trace"})
    changes = (", ".join(tomli_w.dumps(each).strip().split("\n")) for each in trace)
    lines = "".join(f"    {{ {change} }},\n" for change in changes)
    head, table_mark, tables = rest.partition(b"\n[")
    return head + f"trace = [\n{lines}]\n".encode() + table_mark + tables


def _on_one_line(numbers: re.Match[str]) -> str:
    return f"[{', '.join(numbers[1].replace(',', ' ').split())}]"


def new_id(day: datetime, name: str) -> str:
    """An id for a new assessment: its date, what it is about, and four digits against a clash."""
    return "-".join(part for part in (f"{day:%Y-%m-%d}", slug_of(name), token_hex(2)) if part)


def slug_of(text: str) -> str:
    """A text as an id: ASCII letters and digits, hyphens between; empty where nothing is left."""
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "".join(character if character.isalnum() else " " for character in plain).split()
    return "-".join(words)[:_LONGEST_SLUG].strip("-")
