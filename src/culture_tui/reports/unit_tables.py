"""Units side by side as tables: by place, and dimension by dimension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from statistics import median_low
from typing import Final

from culture_tui.domain.scoring import Result
from culture_tui.domain.units import WHOLE, Point, Unit, Units
from culture_tui.reports.document import Block, Heading, Paragraph, Table
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.wording import about

FEW: Final = 6
"""So many units fit beside each other; more stand below each other, without each one's run over time."""

_MOST_NAMED: Final = 3


def side_by_side_blocks(found: Units, words: NullTranslations) -> Iterator[Block]:
    """The units by place, then units and dimensions."""
    _ = words.gettext
    yield Heading(2, _("Units"))
    ranked = any(WHOLE in unit.places and unit.places[WHOLE].percentile is not None for unit in found.units)
    header = [_("Place"), _("Unit"), _("Date"), _("Level held"), _("Score"), _("Rated"), _("People")]
    rows = []
    for unit in found.units:
        place = unit.places.get(WHOLE)
        row = [NOTHING if place is None else _("{rank} of {of}").format(rank=place.rank, of=place.of)]
        row += standing_cells(unit.newest, words)
        if ranked:
            known = place is not None and place.percentile is not None
            row.append(f"{place.percentile:.0f}" if place is not None and known else NOTHING)
        rows.append(tuple(row))
    if ranked:
        header.append(_("Percentile"))
    yield Table(tuple(header), tuple(rows), frozenset(range(3, len(header))))
    yield Paragraph(_("Places go by the score as it is shown; equal scores share a place."))
    yield from _matrix(found, words) if len(found.units) <= FEW else _long_matrix(found, words)


def standing_cells(point: Point, words: NullTranslations) -> list[str]:
    """Unit, date, level, score, rated, people."""
    overall, workshop = point.profile.overall, point.assessment.workshop
    return [
        about(point.assessment),
        f"{workshop.date}",
        level_cell(overall),
        score_text(overall.score, words),
        f"{overall.coverage.rated}/{overall.coverage.applicable}",
        NOTHING if workshop.participants is None else f"{workshop.participants}",
    ]


def level_cell(result: Result | None) -> str:
    """The level held; nothing where there is none."""
    return NOTHING if result is None or result.level is None else f"{result.level}"


def _matrix(found: Units, words: NullTranslations) -> Iterator[Block]:
    """A row a dimension, a column a unit."""
    _ = words.gettext
    yield Heading(2, _("Units and dimensions"))
    yield Paragraph(_("Level held · score · place among the units that have a score."))
    header = (_("Dimension"), *names_of(found.units))
    rows = tuple(
        (found.title(key), *(_cell(unit, key, words) for unit in found.units)) for key in found.dimensions
    )
    yield Table(header, rows)


def names_of(units: Sequence[Unit]) -> list[str]:
    """What to call the units in little room: by their own names alone where those tell them apart."""
    subjects = [unit.newest.assessment.subject for unit in units]
    short = [subject.unit or subject.organisation for subject in subjects]
    return [
        name if short.count(name) == 1 else about(unit.newest.assessment)
        for name, unit in zip(short, units, strict=True)
    ]


def _cell(unit: Unit, key: str, words: NullTranslations) -> str:
    result, place = unit.newest.result(key), unit.places.get(key)
    if result is None or result.score is None or place is None:
        return NOTHING
    return f"{result.level} · {score_text(result.score, words)} · {place.rank}"


def _long_matrix(found: Units, words: NullTranslations) -> Iterator[Block]:
    """A row a unit, a numbered column a dimension; then each dimension's range."""
    _ = words.gettext
    yield Heading(2, _("Units and dimensions"))
    yield Paragraph(_("Level held and score; the columns are the dimensions as they are numbered below."))
    numbers = tuple(str(number) for number in range(1, len(found.dimensions) + 1))
    rows = tuple(
        (
            about(unit.newest.assessment),
            *(_level_and_score(unit.newest.result(key), words) for key in found.dimensions),
        )
        for unit in found.units
    )
    yield Table((_("Unit"), *numbers), rows, frozenset(range(1, len(numbers) + 1)))
    header = ("", _("Dimension"), _("Lowest"), _("Middle"), _("Highest"), _("First place"), _("Last place"))
    ranges = tuple(
        (number, found.title(key), *_range(found.units, key, words))
        for number, key in zip(numbers, found.dimensions, strict=True)
    )
    yield Table(header, ranges, frozenset({0, 2, 3, 4}))


def _level_and_score(result: Result | None, words: NullTranslations) -> str:
    return (
        NOTHING
        if result is None or result.score is None
        else f"{result.level} {score_text(result.score, words)}"
    )


def _score(unit: Unit, key: str) -> float | None:
    result = unit.newest.result(key)
    return None if result is None else result.score


def _range(units: Sequence[Unit], key: str, words: NullTranslations) -> tuple[str, ...]:
    """Lowest, middle and highest score of a dimension, and the units that have the ends."""
    pairs = zip(names_of(units), units, strict=True)
    known = [(name, score) for name, unit in pairs if (score := _score(unit, key)) is not None]
    if not known:
        return (NOTHING,) * 5
    scores = [score for _, score in known]
    low, high = score_text(min(scores), words), score_text(max(scores), words)
    ends = ([name for name, score in known if score_text(score, words) == end] for end in (high, low))
    return (low, score_text(median_low(scores), words), high, *(named(names, words) for names in ends))


def named(names: Sequence[str], words: NullTranslations) -> str:
    """Some names in a row; beyond three a number."""
    more = len(names) - _MOST_NAMED
    said = ", ".join(names[:_MOST_NAMED])
    if more <= 0:
        return said
    return f"{said} " + words.ngettext("and {count} more", "and {count} more", more).format(count=more)
