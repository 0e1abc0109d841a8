"""Comparing saved assessments: the documents of `culture compare`, and what stands below a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import Final

from culture_tui.domain.comparison import Comparison
from culture_tui.domain.units import Entry, in_time, side_by_side
from culture_tui.language import _, interface_words
from culture_tui.reports.change_wording import title_in, why_not_compared
from culture_tui.reports.changes import (
    belongs,
    changes_document,
    practice_cells,
    practice_header,
    result_changes,
    within,
)
from culture_tui.reports.document import Document
from culture_tui.reports.units import units_document
from culture_tui.reports.voices import voice_of
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.comparing import compared, in_order, spoken, symptom_titles
from culture_tui.storage.reading import shown
from culture_tui.storage.workspace import Workspace

_PAIR: Final = 2

Section = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared: its document in any language, and what stands below a line."""

    name: str
    """Of an export, without its ending."""

    language: str
    """Of the newest assessment: its documents are in it."""

    dates: str
    document: Callable[[NullTranslations], Document]
    pair: Comparison | None
    """None where there are more than two."""

    @property
    def opens_with_results(self) -> bool:
        """Whether the results may come before the notes: not where the notes say that they are none."""
        return self.pair is not None and self.pair.obstacle is None and not self.pair.terms.is_copy

    def below(self, row: int) -> tuple[str, list[Section]]:
        """The title of a row of the first table, and its practices; none where it has none."""
        if self.pair is None:
            return "", []
        change = result_changes(self.pair)[row]
        title = title_in(self.pair, change.id) if change.id else _("Overall")
        return title, _practices(self.pair, change.id)


def compared_files(paths: Sequence[Path], place: Workspace) -> Compared:
    """Compare two saved assessments, or set more side by side. Waits for the disk.

    Raises:
        UnsoundInputError: one of them cannot be read.
    """
    found = sorted(map(load_assessment, paths), key=lambda each: in_time(each.assessment))
    newest = found[-1].assessment
    stored = [spoken(each, newest.language, place) for each in found]
    days = (stored[0].assessment.workshop.date, newest.workshop.date)
    dates = " → ".join(dict.fromkeys(map(str, days)))
    if len(stored) == _PAIR:
        then, now = in_order(*stored)
        pair = compared(then, now, place)
        symptoms = symptom_titles(stored, place)
        name = f"{pair.now.id}-compared"
        return Compared(
            name, newest.language, dates, lambda words: changes_document(pair, symptoms, words), pair
        )
    units = side_by_side([Entry(shown(Path(each.path.name)), each.assessment) for each in stored])
    titles = symptom_titles(stored, place)
    return Compared(
        f"{newest.id}-side-by-side",
        newest.language,
        dates,
        lambda words: units_document(units, titles, words),
        None,
    )


def _practices(pair: Comparison, key: str) -> list[Section]:
    """The practices of a dimension, a part or the whole: what was compared, and why the rest was not."""
    words = interface_words()
    names = practice_header(pair, words)[1:]
    sections = []
    for each in within(pair, key):
        title, *cells = practice_cells(each, pair, words)
        said = (f"{name}: {cell}" for name, cell in zip(names, cells, strict=True))
        sections.append((title, tuple(said)))
    voice = voice_of(pair, words)
    sections += [
        (each.title, (why_not_compared(each, voice, words),))
        for each in pair.not_compared
        if pair.obstacle is None and belongs(pair, each.id, key)
    ]
    return sections
