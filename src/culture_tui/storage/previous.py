"""Finding the assessment before this one among the files: the one that is named, or one to offer.

Only the head of a file is read to see whose it is; the one that is wanted is read whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import rtoml

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.comparison import subject_key, unit_key
from culture_tui.domain.previous import can_stand_beside
from culture_tui.domain.records import Subject
from culture_tui.errors import CultureError, Phrase, Problem, UnsoundInputError
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.reading import MOST_BYTES, open_regular

_HEAD: Final = 16_384
"""Bytes before the scale of the model: names and tags at their longest."""

_END_OF_HEAD: Final = b"\n[[model.scale]]"


@dataclass(frozen=True, slots=True)
class Suggested:
    """An earlier assessment of the same people, to be offered as the one before."""

    id: str
    date: date
    about: str
    """The unit, or the organisation where there is none."""


def previous_of(assessment: Assessment, folders: Sequence[Path]) -> Assessment | None:
    """The assessment before this one, read whole; None where none is named.

    Raises:
        UnsoundInputError: it is not there, cannot be read, or means something else by its levels.
    """
    wanted = assessment.workshop.previous
    if wanted is None:
        return None
    for path in _candidates(wanted, folders):
        previous = load_assessment(path).assessment
        if previous.id != wanted:
            continue
        if can_stand_beside(previous, assessment):
            return previous
        what = Phrase(
            "the previous assessment {id} was rated with {model} {version}, so its levels are not shown here",
            id=wanted,
            model=previous.model.id,
            version=previous.model.version,
        )
        raise UnsoundInputError(Problem(what))
    raise UnsoundInputError(Problem(Phrase("the previous assessment {id} is not in this folder", id=wanted)))


def suggested_previous(folder: Path, subject: Subject, model_id: str) -> Suggested | None:
    """The newest final assessment of the same organisation, unit and model, else the newest draft."""
    of_the_same = [
        (head.get("status") == "final", path)
        for path, head in _heads(folder)
        if _is_about(head, subject) and _table(head, "model").get("id") == model_id
    ]
    found = [(is_final, read) for is_final, path in of_the_same if (read := _read(path)) is not None]
    same = [
        (is_final, each.workshop.date, each.updated, each.id, each)
        for is_final, each in found
        if unit_key(each) == subject_key(subject)
    ]
    if not same:
        return None
    newest = max(same, key=lambda each: each[:4])[-1]
    about = newest.subject.unit or newest.subject.organisation
    return Suggested(newest.id, newest.workshop.date, about)


def _candidates(wanted: str, folders: Sequence[Path]) -> Iterator[Path]:
    """The files that may hold the id: those named after it, then those whose head says so."""
    known = list(dict.fromkeys(folders))
    named = [path for folder in known if (path := folder / f"{wanted}.toml").is_file()]
    yield from named
    for folder in known:
        yield from (path for path, head in _heads(folder) if head.get("id") == wanted and path not in named)


def _heads(folder: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    """Each assessment of a folder with the tables before its scale; what cannot be read is left out."""
    if folder.is_dir():
        for path in sorted(folder.glob("*.toml")):
            head = _head(path)
            if "subject" in head:
                yield path, head


def _head(path: Path) -> dict[str, object]:
    try:
        with open_regular(path, MOST_BYTES) as file:
            head, end, _rest = file.read(_HEAD).partition(_END_OF_HEAD)
        return dict(rtoml.loads(head.decode("utf-8-sig"))) if end else _whole(path)
    except (CultureError, OSError, UnicodeDecodeError, rtoml.TomlParsingError):
        return _whole(path)


def _whole(path: Path) -> dict[str, object]:
    """The tables of a file that was written in another order than ours; nothing where it is not sound."""
    read = _read(path)
    return {} if read is None else read.model_dump(include={"id", "status", "subject", "model"})


def _read(path: Path) -> Assessment | None:
    try:
        return load_assessment(path).assessment
    except CultureError:
        return None


def _is_about(head: dict[str, object], subject: Subject) -> bool:
    said = _table(head, "subject")
    names = [said.get(name, "") for name in ("organisation", "unit")]
    return [" ".join(f"{name}".casefold().split()) for name in names] == list(subject_key(subject))


def _table(head: dict[str, object], name: str) -> dict[str, object]:
    found = head.get(name)
    return found if isinstance(found, dict) else {}
