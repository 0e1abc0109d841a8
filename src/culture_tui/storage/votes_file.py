"""Votes that were gathered with a form or a survey, from a table to numbers.

One row is a respondent, one column a practice. Of each row only counts go on: no row, no name and
no other column is kept, not even in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import Final

from culture_tui.domain.gathering import GatheredVotes, VotesFound
from culture_tui.domain.records import MOST_VOTES
from culture_tui.domain.reliability import Concordance
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.checking import MOST_PROBLEMS, short
from culture_tui.storage.model_files import LoadedModel
from culture_tui.storage.reading import shown, unsound
from culture_tui.storage.vote_columns import Columns, columns_of, cut
from culture_tui.storage.vote_names import (
    NOT_APPLICABLE,
    UNKNOWN,
    Vocabulary,
    vocabulary_of,
)
from culture_tui.storage.vote_table import Table, open_table

_BLOCK: Final = 4096
"""Rows that are counted at once."""

_MOST_CELLS_KNOWN: Final = 10_000
"""Different cells that are remembered; a file has some ten."""

_LEVELS: Final = bytes(range(1, NOT_APPLICABLE))


def read_votes(
    path: Path,
    loaded: LoadedModel,
    ignored: Sequence[str] = (),
    follow: Callable[[int], None] = lambda _line: None,
) -> VotesFound:
    """Read a file of votes.

    Args:
        path: the file.
        loaded: the model that the votes are about.
        ignored: titles of columns to drop before anything is looked at.
        follow: told the line that was reached, now and then; what it raises ends the reading.

    Raises:
        UnsoundInputError: with the first ten problems, each with its line and column.
    """
    vocabulary, warnings = vocabulary_of(loaded)
    with open_table(path, vocabulary.likeness_of) as table:
        if table.guessed:
            hint = Phrase("if letters look wrong, save it as CSV UTF-8")
            warnings.append(Problem(Phrase("not UTF-8; read as Windows-1252"), Place(shown(path)), hint))
        try:
            columns = columns_of(table, path, vocabulary, ignored)
        except UnsoundInputError as error:  # perhaps because letters or a translation are wrong
            raise UnsoundInputError(*error.problems, *warnings) from None
        tally = _counted(table, path, columns, _Codes(vocabulary), follow)
    if not tally.people:
        raise unsound(path, Phrase("nobody has answered: no row has a level or n/a"))
    return _found(loaded, columns, tally, tuple(warnings))


class _Codes(dict[str, int]):
    """The code of each cell; what a cell says is found out once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, cell: str) -> int:
        code = self.vocabulary.code_of(cell)
        if len(self) < _MOST_CELLS_KNOWN:
            self[cell] = code
        return code


class _Tally:
    """Adds up rows of codes and forgets them."""

    def __init__(self, width: int, top: int) -> None:
        self.people = 0
        self.concordance = Concordance(width)
        self._levels = range(1, top + 1)
        self._counts: list[Counter[int]] = [Counter() for _ in range(width)]
        self._block: list[bytes] = []

    def add(self, codes: bytes) -> None:
        """Take in what one person answered."""
        if not any(codes):
            return
        self.people += 1
        self._block.append(codes)
        if len(self._block) == _BLOCK:
            self.settle()
        if not codes.translate(None, _LEVELS):
            self.concordance.add(codes)

    def settle(self) -> None:
        """Count what was taken in since the last time."""
        width, block = len(self._counts), b"".join(self._block)
        for at, counts in enumerate(self._counts):
            counts.update(block[at::width])
        self._block.clear()

    def histogram(self, at: int) -> tuple[int, ...]:
        """How many chose each level in a column."""
        return tuple(self._counts[at][level] for level in self._levels)

    def not_applicable(self, at: int) -> int:
        """How many said in a column that it does not apply."""
        return self._counts[at][NOT_APPLICABLE]


def _counted(
    table: Table, path: Path, columns: Columns, codes: _Codes, follow: Callable[[int], None]
) -> _Tally:
    """Count a table's rows.

    Raises:
        UnsoundInputError: with the first ten cells that are no answers, and rows that are too long.
    """
    width, pick, code_of = len(table.header), _picker(columns.places), codes.__getitem__
    tally, problems = _Tally(len(columns.places), codes.vocabulary.top), list[Problem]()
    for number, (line, row) in enumerate(table.rows):
        if any(map(str.strip, row[width:])):
            what = Phrase("{count} cells under a header of {width}", count=len(row), width=width)
            problems.append(Problem(what, Place(shown(path), line)))
        else:
            cells = pick(row if len(row) >= width else row + [""] * (width - len(row)))
            answers = bytes(map(code_of, cells))
            if UNKNOWN in answers:
                problems += _unknown(cells, answers, columns, Place(shown(path), line), codes.vocabulary.top)
            tally.add(answers)
        if tally.people > MOST_VOTES:
            raise unsound(path, Phrase("more than {bound} people", bound=MOST_VOTES), line)
        if len(problems) >= MOST_PROBLEMS:
            break
        if number % _BLOCK == 0:
            follow(line)
    if problems:
        raise UnsoundInputError(*problems[:MOST_PROBLEMS])
    tally.settle()
    return tally


def _picker(places: tuple[int, ...]) -> Callable[[list[str]], tuple[str, ...]]:
    """How to take the cells at these places out of a row."""
    if len(places) == 1:
        return lambda row: (row[places[0]],)
    return itemgetter(*places)


def _unknown(cells: Sequence[str], answers: bytes, columns: Columns, place: Place, top: int) -> list[Problem]:
    """What a row holds that is no answer."""
    return [
        Problem(
            Phrase("{value} is no level from 1 to {top}, no n/a and not blank", value=short(cell), top=top),
            replace(place, key=cut(title)),
        )
        for cell, answer, title in zip(cells, answers, columns.titles, strict=True)
        if answer == UNKNOWN
    ]


def _found(loaded: LoadedModel, columns: Columns, tally: _Tally, warnings: tuple[Problem, ...]) -> VotesFound:
    """The votes in the model's order, and what is to be told of the rest."""
    at = {key: place for place, key in enumerate(columns.practices)}
    asked = [key for key in loaded.model.practices if key in at]
    rounds = {key: tally.histogram(at[key]) for key in asked}
    without = [key for key in asked if not any(rounds[key])]
    not_applicable = tuple(key for key in without if tally.not_applicable(at[key]))
    return VotesFound(
        votes=GatheredVotes(
            tally.people, {key: votes for key, votes in rounds.items() if any(votes)}, not_applicable
        ),
        left_out=columns.left_out,
        without_column=tuple(key for key in loaded.model.practices if key not in at),
        unanswered=tuple(key for key in without if key not in not_applicable),
        said_not_applicable=tuple(
            (key, refused, refused + sum(rounds[key]))
            for key in asked
            if any(rounds[key]) and (refused := tally.not_applicable(at[key]))
        ),
        complete=tally.concordance.raters,
        concordance=tally.concordance.w(),
        warnings=warnings,
    )
