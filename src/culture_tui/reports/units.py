"""Many assessments as a document: units side by side, what they share, and how each went over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.units import LEAST_RUN, WHOLE, SetAside, Unit, Units, version_key
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Table
from culture_tui.reports.unit_tables import (
    FEW,
    level_cell,
    named,
    names_of,
    side_by_side_blocks,
    standing_cells,
)
from culture_tui.reports.wording import about, so_far

_MOST_DATES: Final = 8
"""So many assessments of one unit fit beside each other: the newest ones."""


def units_document(found: Units, symptoms: Mapping[str, str], words: NullTranslations) -> Document:
    """Units side by side, or one unit over time; the titles of symptoms by id, as far as they are known."""
    return (
        *_opening(found, words),
        *(side_by_side_blocks(found, words) if len(found.units) > 1 else ()),
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
    notes += [*_version_notes(found, words), *_scope_notes(found, words), *_thin_notes(found, words)]
    if len(found.units) > 1 and any(len(unit.run) > 1 for unit in found.units):
        notes.append(_("A unit with several assessments stands here with its newest one."))
    if len(found.units) > FEW and any(len(unit.run) >= LEAST_RUN for unit in found.units):
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
        "twin": _("a copy of an assessment that is here too; the one changed last counts"),
    }
    return _("Left out: {file}, {why}.").format(file=name, why=reasons[why].format(model=found.model.title))


def _version_notes(found: Units, words: NullTranslations) -> list[str]:
    _ = words.gettext
    versions = {point.assessment.model.version for unit in found.units for point in unit.run}
    if len(versions) == 1:
        return []
    said = _("They were rated with several versions of the model ({versions}); practices match by their ids.")
    notes = [said.format(versions=", ".join(sorted(versions, key=version_key)))]
    if len({version_key(version)[0] for version in versions}) > 1:
        notes.append(
            _("With another major version a practice may read otherwise: compare two files to see which do.")
        )
    return notes


def _scope_notes(found: Units, words: NullTranslations) -> list[str]:
    _ = words.gettext
    points = [unit.run if len(found.units) == 1 else unit.run[-1:] for unit in found.units]
    if len({tuple(point.profile.dimensions) for run in points for point in run}) == 1:
        return []
    if len(found.units) == 1:
        return [
            _(
                "Not each time the same dimensions were talked about: the whole of one workshop is not the "
                "whole of another."
            )
        ]
    return [
        _(
            "Not all units talked about the same dimensions: the whole of one is not the whole of another. "
            "Look at the places dimension by dimension."
        )
    ]


def _thin_notes(found: Units, words: NullTranslations) -> list[str]:
    """The units whose numbers rest on less than half of what applies."""
    _ = words.gettext
    names = names_of(found.units)
    thin = [
        name
        for name, unit in zip(names, found.units, strict=True)
        if WHOLE in unit.places and so_far(unit.newest.profile.overall.coverage, words)
    ]
    if not thin:
        return []
    said = _("Less than half is rated so far, so the place says little: {units}.")
    return [said.format(units=named(thin, words))]


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
                found.title(each.practice),
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
            higher=found.title(each.ids[0]),
            lower=found.title(each.ids[1]),
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
    few = found.units if len(found.units) <= FEW else ()
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
            *standing_cells(point, words)[3:],
        )
        for point in unit.run
    )
    yield Table(header, rows, frozenset(range(found.model.top + 1, found.model.top + 4)))
    shown = unit.run[-_MOST_DATES:]
    keys = [key for key in found.dimensions if any(point.result(key) for point in shown)]
    dates = tuple(f"{point.assessment.workshop.date}" for point in shown)
    held = tuple((found.title(key), *(level_cell(each.result(key)) for each in shown)) for key in keys)
    yield Table((_("Dimension"), *dates), held, frozenset(range(1, len(dates) + 1)))
