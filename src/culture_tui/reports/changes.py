"""What changed between two assessments, as a document: what moved, what did not, what cannot be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.change import PracticeChange, ResultChange
from culture_tui.domain.comparison import Comparison
from culture_tui.domain.contradictions import contradictions
from culture_tui.domain.scoring import Result
from culture_tui.reports.caveats import caveats
from culture_tui.reports.change_wording import (
    effect_text,
    moved,
    p_text,
    target_text,
    title_in,
    verdict,
    votes_text,
    why_not_compared,
)
from culture_tui.reports.dates import day_text
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Table
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.voices import Voice, voice_of
from culture_tui.reports.wording import about, gate_text


def changes_document(found: Comparison, symptoms: Mapping[str, str], words: NullTranslations) -> Document:
    """A comparison of two assessments; the titles of symptoms by id, as far as they are known."""
    voice = voice_of(found, words)
    return (
        *_opening(found, voice, words),
        *_results(found, voice, words),
        *_practices(found, voice, words),
        *_not_compared(found, voice, words),
        *_tensions(found, symptoms, voice, words),
    )


def _opening(found: Comparison, voice: Voice, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(1, voice.title)
    for name, each in zip(voice.sides, (found.then, found.now), strict=True):
        said_before = about(found.now) if found.terms.same_unit else name
        whose = [part for part in (each.title, about(each)) if part != said_before]
        model = f"{each.model.title} {each.model.version}"
        state = _("draft") if each.status == "draft" else _("final")
        parts = (*whose, day_text(each.workshop.date, words), _heads(each, words), model, state)
        yield Paragraph(f"{name}: " + " · ".join(part for part in parts if part))
    said = caveats(found, voice, words)
    if said:
        yield Heading(2, _("Before you read the numbers"))
        yield Bullets(tuple(said))


def _heads(assessment: Assessment, words: NullTranslations) -> str:
    """How many were in the room, of how many; empty where nobody wrote it down."""
    _ = words.gettext
    people, concerned = assessment.workshop.participants, assessment.workshop.population
    if people is None:
        return ""
    if concerned is not None and concerned != people:
        return _("{count} of {population} people").format(count=people, population=concerned)
    return words.ngettext("{count} person", "{count} people", people).format(count=people)


def _results(found: Comparison, voice: Voice, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(2, _("Overall, parts and dimensions"))
    header = ("", _("Level held"), _("Score"), _("Rated"), _("What happened"))
    titles = {"": _("Overall"), **{part.id: title_in(found, part.id).upper() for part in found.parts}}
    rows = [
        _result_row(titles.get(each.id) or title_in(found, each.id), each, found, voice, words)
        for each in result_changes(found)
    ]
    yield Table(header, tuple(rows))
    yield from _gates(found, voice, words)


def result_changes(found: Comparison) -> list[ResultChange]:
    """The whole, then each part with its dimensions: the rows of the first table."""
    listed = [found.overall]
    for part in found.parts:
        listed += [part, *(each for each in found.dimensions if _part_of(found, each.id) == part.id)]
    return listed


def _gates(found: Comparison, voice: Voice, words: NullTranslations) -> Iterator[Block]:
    """The gates that cap the whole on either side: a level that they hold back is no other level."""
    sides = zip(voice.sides, (found.then, found.now), found.profiles, strict=True)
    said = [
        f"{name}: {gate_text(assessment.model, hold, words)}"
        for name, assessment, its_profile in sides
        for hold in its_profile.overall.gates
        if hold.caps
    ]
    if said:
        yield Bullets(tuple(said))


def _result_row(
    title: str, change: ResultChange, found: Comparison, voice: Voice, words: NullTranslations
) -> tuple[str, ...]:
    then, now = change.then, change.now
    return (
        title,
        moved(_level(then), _level(now)),
        moved(_score(then, words), _score(now, words)),
        moved(_rated(then), _rated(now)),
        verdict(change, within(found, change.id), found, voice, words),
    )


def _level(result: Result | None) -> str:
    return NOTHING if result is None or result.level is None else str(result.level)


def _score(result: Result | None, words: NullTranslations) -> str:
    return NOTHING if result is None else score_text(result.score, words)


def _rated(result: Result | None) -> str:
    return NOTHING if result is None else f"{result.coverage.rated}/{result.coverage.applicable}"


def within(found: Comparison, key: str) -> list[PracticeChange]:
    """The practices compared that belong to a dimension, a part, or the whole (an empty key)."""
    return [each for each in found.practices if belongs(found, each.id, key)]


def belongs(found: Comparison, practice: str, key: str) -> bool:
    """Whether a practice (in pulse mode: a dimension) belongs to a dimension, a part, or the whole."""
    for model in (found.now.model, found.then.model):
        known = model.practices.get(practice)
        dimension = practice if known is None else known.dimension
        if dimension in model.dimensions:
            return key in {"", dimension, model.dimensions[dimension].part}
    return not key


def _part_of(found: Comparison, dimension: str) -> str:
    models = (found.now.model, found.then.model)
    return next(model.dimensions[dimension].part for model in models if dimension in model.dimensions)


def _practices(found: Comparison, voice: Voice, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    reported = [each for each in found.practices if each.is_reported]
    groups = (
        (voice.higher, [each for each in reported if each.direction > 0]),
        (voice.lower, [each for each in reported if each.direction < 0]),
        (voice.nothing_shown, [each for each in found.practices if not each.is_reported]),
    )
    for heading, changes in groups:
        if changes:
            yield Heading(2, f"{heading} ({len(changes)})")
            yield _practice_table(changes, found, words)


def _practice_table(changes: Sequence[PracticeChange], found: Comparison, words: NullTranslations) -> Table:
    return Table(practice_header(found, words), tuple(practice_cells(each, found, words) for each in changes))


def practice_header(found: Comparison, words: NullTranslations) -> tuple[str, ...]:
    """The names of what is told of a practice."""
    _ = words.gettext
    header = (_("Practice"), _("Level"), _("Target"), _("Median"), _("Effect δ of the votes"))
    return header if found.terms.is_census else (*header, _("p (Holm)"))


def practice_cells(each: PracticeChange, found: Comparison, words: NullTranslations) -> tuple[str, ...]:
    """What is told of a practice."""
    _ = words.gettext
    marks = [_("reworded")] if each.reworded else []
    marks += [_("the votes went the other way")] if each.contradicted else []
    title = title_in(found, each.id) + (f" ({', '.join(marks)})" if marks else "")
    levels = moved(str(each.then), str(each.now))
    told = (title, levels, target_text(each, words), votes_text(each, words), effect_text(each, words))
    return told if found.terms.is_census else (*told, p_text(each.adjusted, words))


def _not_compared(found: Comparison, voice: Voice, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if found.not_compared and found.obstacle is None:
        heading = _("Not comparable")
        yield Heading(2, f"{heading} ({len(found.not_compared)})")
        rows = tuple((each.title, why_not_compared(each, voice, words)) for each in found.not_compared)
        yield Table((_("Practice"), _("Why")), rows)


def _tensions(
    found: Comparison, symptoms: Mapping[str, str], voice: Voice, words: NullTranslations
) -> Iterator[Block]:
    _ = words.gettext
    apart = _contradiction_rows(found, words)
    if apart:
        yield Heading(2, _("Contradictions"))
        yield Paragraph(_("Linked dimensions 1.5 levels or more apart, and by how much."))
        yield Table((_("Dimensions"), *voice.sides), tuple(apart), frozenset({1, 2}))
    seen = [found.then.symptoms, found.now.symptoms]
    keys = [*seen[1], *(key for key in seen[0] if key not in seen[1])]
    if keys:
        yield Heading(2, _("Symptoms"))
        rows = tuple(
            (
                symptoms.get(key, key),
                *(_seen(each[key].seen if key in each else None, words) for each in seen),
            )
            for key in keys
        )
        yield Table((_("Symptom"), *voice.sides), rows)


def _seen(seen: str | None, words: NullTranslations) -> str:
    _ = words.gettext
    known = {"never": _("never"), "sometimes": _("sometimes"), "often": _("often")}
    return NOTHING if seen is None else known[seen]


def _contradiction_rows(found: Comparison, words: NullTranslations) -> list[tuple[str, ...]]:
    """A row for each contradiction of either side: the two dimensions, and how far apart when."""
    sides = [
        {(each.higher, each.lower): each.apart for each in contradictions(assessment, its_profile)}
        for assessment, its_profile in zip((found.then, found.now), found.profiles, strict=True)
    ]
    return [
        (
            " / ".join(title_in(found, key) for key in pair),
            *(score_text(side.get(pair), words) for side in sides),
        )
        for pair in dict.fromkeys([*sides[1], *sides[0]])
    ]
