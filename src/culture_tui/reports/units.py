"""Many assessments as a document: units side by side, what they share, and how each went over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations
from statistics import median_low
from typing import Final

from culture_tui.domain.scoring import Result
from culture_tui.domain.units import LEAST_RUN, WHOLE, Point, SetAside, Unit, Units
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Table
from culture_tui.reports.wording import NOTHING, about, score_text, title_of

_FEW: Final = 6
"""So many units fit beside each other; more stand below each other, without each one's run over time."""

_MOST_NAMED: Final = 3

_MOST_DATES: Final = 8
"""So many assessments of one unit fit beside each other: the newest ones."""


def units_document(found: Units, symptoms: Mapping[str, str], words: NullTranslations) -> Document:
    """Units side by side, or one unit over time; the titles of symptoms by id, as far as they are known."""
    return (
        *_opening(found, words),
        *(_side_by_side(found, words) if len(found.units) > 1 else ()),
        *_weaknesses(found, words),
        *_shared(found, symptoms, words),
        *_runs(found, words),
    )


def _opening(found: Units, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    assessments = sum(len(unit.run) for unit in found.units)
    if len(found.units) == 1:
        yield Heading(1, _("Over time: {about}").format(about=about(found.units[0].newest.assessment)))
    else:
        count = len(found.units)
        title = words.ngettext("{count} unit side by side", "{count} units side by side", count)
        yield Heading(1, title.format(count=count))
    said = words.ngettext("{count} assessment", "{count} assessments", assessments).format(count=assessments)
    yield Paragraph(f"{found.model.title} {found.model.version} · {said}")
    notes = [_set_aside_text(each.name, why, found, words) for each, why in found.set_aside]
    notes += [*_version_notes(found, words), *_scope_notes(found, words)]
    if len(found.units) > 1 and any(len(unit.run) > 1 for unit in found.units):
        notes.append(_("A unit with several assessments stands here with its newest one."))
    if len(found.units) > _FEW and any(len(unit.run) >= LEAST_RUN for unit in found.units):
        notes.append(_("To see how a unit went over time, compare its own files."))
    if notes:
        yield Heading(2, _("Before you read the numbers"))
        yield Bullets(tuple(notes))


def _set_aside_text(name: str, why: SetAside, found: Units, words: NullTranslations) -> str:
    _ = words.gettext
    reasons = {
        "models": _("rated with another model than {model}"),
        "scales": _("rated on a scale of another length than {model}"),
        "modes": _("rated in another way than the rest (practice by practice, or a question a dimension)"),
        "twin": _("an older copy of an assessment that is here too"),
    }
    return _("Left out: {file}, {why}.").format(file=name, why=reasons[why].format(model=found.model.title))


def _version_notes(found: Units, words: NullTranslations) -> list[str]:
    _ = words.gettext
    versions = {point.assessment.model.version for unit in found.units for point in unit.run}
    if len(versions) == 1:
        return []
    said = _("They were rated with several versions of the model ({versions}); practices match by their ids.")
    return [said.format(versions=", ".join(sorted(versions)))]


def _scope_notes(found: Units, words: NullTranslations) -> list[str]:
    _ = words.gettext
    if len({tuple(unit.newest.profile.dimensions) for unit in found.units}) == 1:
        return []
    return [
        _(
            "Not all units talked about the same dimensions: the whole of one is not the whole of another. "
            "Look at the places dimension by dimension."
        )
    ]


def _side_by_side(found: Units, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(2, _("Units"))
    ranked = any(WHOLE in unit.places and unit.places[WHOLE].percentile is not None for unit in found.units)
    header = [_("Place"), _("Unit"), _("Date"), _("Level held"), _("Score"), _("Rated"), _("People")]
    rows = []
    for unit in found.units:
        place = unit.places.get(WHOLE)
        row = [NOTHING if place is None else _("{rank} of {of}").format(rank=place.rank, of=place.of)]
        row += _standing(unit.newest)
        if ranked:
            known = place is not None and place.percentile is not None
            row.append(f"{place.percentile:.0f}" if place is not None and known else NOTHING)
        rows.append(tuple(row))
    if ranked:
        header.append(_("Percentile"))
    yield Table(tuple(header), tuple(rows), frozenset(range(3, len(header))))
    yield Paragraph(_("Places go by the score as it is shown; equal scores share a place."))
    yield from _matrix(found, words) if len(found.units) <= _FEW else _long_matrix(found, words)


def _standing(point: Point) -> list[str]:
    """Unit, date, level, score, rated, people."""
    overall, workshop = point.profile.overall, point.assessment.workshop
    return [
        about(point.assessment),
        f"{workshop.date}",
        _level(overall),
        score_text(overall.score),
        f"{overall.coverage.rated}/{overall.coverage.applicable}",
        NOTHING if workshop.participants is None else f"{workshop.participants}",
    ]


def _level(result: Result | None) -> str:
    return NOTHING if result is None or result.level is None else f"{result.level}"


def _matrix(found: Units, words: NullTranslations) -> Iterator[Block]:
    """A row a dimension, a column a unit."""
    _ = words.gettext
    yield Heading(2, _("Units and dimensions"))
    yield Paragraph(_("Level held · score · place among the units that have a score."))
    header = (_("Dimension"), *(_short(unit) for unit in found.units))
    rows = tuple(
        (title_of(found.model, key), *(_cell(unit, key) for unit in found.units)) for key in found.dimensions
    )
    yield Table(header, rows)


def _short(unit: Unit) -> str:
    subject = unit.newest.assessment.subject
    return subject.unit or subject.organisation


def _cell(unit: Unit, key: str) -> str:
    result, place = unit.newest.result(key), unit.places.get(key)
    if result is None or result.score is None or place is None:
        return NOTHING
    return f"{result.level} · {score_text(result.score)} · {place.rank}"


def _long_matrix(found: Units, words: NullTranslations) -> Iterator[Block]:
    """A row a unit, a numbered column a dimension; then each dimension's range."""
    _ = words.gettext
    yield Heading(2, _("Units and dimensions"))
    yield Paragraph(_("Scores; the columns are the dimensions as they are numbered below."))
    numbers = tuple(str(number) for number in range(1, len(found.dimensions) + 1))
    rows = tuple(
        (
            about(unit.newest.assessment),
            *(score_text(_score(unit, key)) for key in found.dimensions),
        )
        for unit in found.units
    )
    yield Table((_("Unit"), *numbers), rows, frozenset(range(1, len(numbers) + 1)))
    header = ("", _("Dimension"), _("Lowest"), _("Middle"), _("Highest"), _("First place"), _("Last place"))
    ranges = tuple(
        (number, title_of(found.model, key), *_range(found.units, key, words))
        for number, key in zip(numbers, found.dimensions, strict=True)
    )
    yield Table(header, ranges, frozenset({0, 2, 3, 4}))


def _score(unit: Unit, key: str) -> float | None:
    result = unit.newest.result(key)
    return None if result is None else result.score


def _range(units: Sequence[Unit], key: str, words: NullTranslations) -> tuple[str, ...]:
    """Lowest, middle and highest score of a dimension, and the units that have the ends."""
    known = [(_short(unit), score) for unit in units if (score := _score(unit, key)) is not None]
    if not known:
        return (NOTHING,) * 5
    scores = [score for _, score in known]
    low, high = score_text(min(scores)), score_text(max(scores))
    ends = ([name for name, score in known if score_text(score) == end] for end in (high, low))
    return (low, score_text(median_low(scores)), high, *(_named(names, words) for names in ends))


def _named(names: Sequence[str], words: NullTranslations) -> str:
    """Some names in a row; beyond three a number."""
    more = len(names) - _MOST_NAMED
    said = ", ".join(names[:_MOST_NAMED])
    if more <= 0:
        return said
    return f"{said} " + words.ngettext("and {count} more", "and {count} more", more).format(count=more)


def _weaknesses(found: Units, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if not found.weaknesses or len(found.units) == 1:
        return
    yield Heading(2, _("Where units are weak"))
    if found.target is None:
        yield Paragraph(
            _("Units below their own target; where a unit chose none, its target is the next level up.")
        )
    else:
        yield Paragraph(_("Units below level {level}.").format(level=found.target))
    yield Table(
        (_("Practice"), _("Weak in")),
        tuple(
            (
                title_of(found.model, each.practice),
                words.ngettext("{below} of {count} unit", "{below} of {count} units", each.rated).format(
                    below=each.below, count=each.rated
                ),
            )
            for each in found.weaknesses
        ),
    )


def _shared(found: Units, symptoms: Mapping[str, str], words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    said = [
        _("Contradiction: {higher} high, {lower} low in {units} of {of}.").format(
            higher=title_of(found.model, each.ids[0]),
            lower=title_of(found.model, each.ids[1]),
            units=each.units,
            of=each.of,
        )
        for each in found.contradictions
    ]
    said += [
        _("Symptom seen often: {symptom} in {units} of {of}.").format(
            symptom=symptoms.get(each.ids[0], each.ids[0]), units=each.units, of=each.of
        )
        for each in found.symptoms
    ]
    if said and len(found.units) > 1:
        yield Heading(2, _("What units share"))
        yield Bullets(tuple(said))


def _runs(found: Units, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    few = found.units if len(found.units) <= _FEW else ()
    runs = [unit for unit in few if len(unit.run) >= LEAST_RUN]
    if runs:
        yield Heading(2, _("Over time"))
        yield Paragraph(_("A dot is the level held. No line is drawn: a few points carry no trend."))
    for unit in runs:
        if len(found.units) > 1:
            yield Heading(3, about(unit.newest.assessment))
        yield from _run(found, unit, words)


def _run(found: Units, unit: Unit, words: NullTranslations) -> Iterator[Block]:
    """A row an assessment: a dot at the level held, then the levels of the dimensions."""
    _ = words.gettext
    levels = range(1, found.model.top + 1)
    header = (_("Date"), *map(str, levels), _("Score"), _("Rated"), _("People"))
    rows = tuple(
        (
            f"{point.assessment.workshop.date}",
            *("●" if point.profile.overall.level == level else "·" for level in levels),
            *_standing(point)[3:],
        )
        for point in unit.run
    )
    yield Table(header, rows, frozenset(range(found.model.top + 1, found.model.top + 4)))
    shown = unit.run[-_MOST_DATES:]
    keys = [key for key in found.dimensions if any(point.result(key) for point in shown)]
    dates = tuple(f"{point.assessment.workshop.date}" for point in shown)
    yield Table(
        (_("Dimension"), *dates),
        tuple((title_of(found.model, key), *(_level(point.result(key)) for point in shown)) for key in keys),
        frozenset(range(1, len(dates) + 1)),
    )
