"""Which column of a file of votes is about which practice, and which are about none.

A column is never guessed at: one that may mean two practices, and two that mean the same one, are
told and nothing is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.checking import MOST_PROBLEMS
from culture_tui.storage.reading import shown
from culture_tui.storage.vote_names import Vocabulary, column_title, compared
from culture_tui.storage.vote_table import Table

_LONGEST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the votes stand in a row."""

    places: tuple[int, ...]
    titles: tuple[str, ...]
    practices: tuple[str, ...]

    left_out: tuple[str, ...]
    """Titles of the columns that match nothing."""


def columns_of(table: Table, path: Path, vocabulary: Vocabulary, ignored: Sequence[str]) -> Columns:
    """Which columns are whose.

    Raises:
        UnsoundInputError: no column matches, one matches two practices, or two match one.
    """
    titles = [column_title(text) or f"#{number}" for number, text in enumerate(table.header, start=1)]
    place = Place(shown(path), table.line)
    dropped = _dropped(titles, ignored, place)
    kept = [at for at, title in enumerate(titles) if compared(title) not in dropped]
    meant = {at: sorted(vocabulary.practices_called(table.header[at])) for at in kept}
    ours = [at for at in kept if meant[at]]
    problems = [_shared(titles[at], meant[at], place) for at in ours if len(meant[at]) > 1]
    asked = Counter(meant[at][0] for at in ours)
    problems += [
        _asked_twice(key, [titles[at] for at in ours if key in meant[at]], place)
        for key, times in asked.items()
        if times > 1
    ]
    if not ours:
        problems.append(_no_match(titles, place))
    if problems:
        raise UnsoundInputError(*problems[:MOST_PROBLEMS])
    return Columns(
        places=tuple(ours),
        titles=tuple(titles[at] for at in ours),
        practices=tuple(meant[at][0] for at in ours),
        left_out=tuple(cut(titles[at]) for at in kept if not meant[at]),
    )


def _dropped(titles: Sequence[str], ignored: Sequence[str], place: Place) -> set[str]:
    """The names of the columns to drop, as names are compared.

    Raises:
        UnsoundInputError: there is no such column: a slip would keep what should be dropped.
    """
    known = set(map(compared, titles))
    problems = [
        Problem(
            Phrase("no column is called “{name}”", name=cut(column_title(name))),
            place,
            Phrase("these are: {titles}", titles=_some(titles)),
        )
        for name in ignored
        if compared(name) not in known
    ]
    if problems:
        raise UnsoundInputError(*problems[:MOST_PROBLEMS])
    return set(map(compared, ignored))


def _shared(title: str, practices: Sequence[str], place: Place) -> Problem:
    what = Phrase(
        "the column “{title}” may mean {practices}", title=cut(title), practices=" / ".join(practices)
    )
    return Problem(what, place, Phrase("name it by the id that is meant"))


def _asked_twice(practice: str, titles: Sequence[str], place: Place) -> Problem:
    columns = " / ".join(f"“{cut(title)}”" for title in titles)
    what = Phrase("two columns for the practice {practice}: {columns}", practice=practice, columns=columns)
    return Problem(what, place, Phrase("drop one with --ignore, or rename it"))


def _no_match(titles: Sequence[str], place: Place) -> Problem:
    hint = Phrase("name them by the practices' ids or titles; these are: {titles}", titles=_some(titles))
    return Problem(Phrase("no column is called like a practice of the model"), place, hint)


def _some(titles: Sequence[str]) -> str:
    """The first titles, enough to see what is meant."""
    listed = [f"“{cut(title)}”" for title in titles[:MOST_PROBLEMS]]
    return ", ".join(listed if len(titles) <= MOST_PROBLEMS else [*listed, "…"])


def cut(title: str) -> str:
    """A title that is not too long to be told."""
    return title if len(title) <= _LONGEST_SHOWN else f"{title[:_LONGEST_SHOWN]}…"
