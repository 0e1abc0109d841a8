"""A maturity model as people read it: questions, levels, what to ask, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from culture_tui.domain.model import MaturityModel
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Table
from culture_tui.reports.numbers import days_text
from culture_tui.reports.roadmap import lifts_text


def models_document(models: Sequence[MaturityModel], words: NullTranslations) -> Document:
    """The models at hand, a line each."""
    _ = words.gettext
    header = (_("Id"), _("Version"), _("Title"), _("Practices"))
    rows = tuple((each.id, each.version, each.title, str(len(each.practices))) for each in models)
    return (Heading(1, _("Models")), Table(header, rows, frozenset({3})))


def handbook(model: MaturityModel, words: NullTranslations) -> Document:
    """The whole model, dimension by dimension."""
    _ = words.gettext
    scale = Table(
        (_("Level"), _("Name"), _("Meaning")),
        tuple((str(step.level), step.name, step.meaning) for step in model.scale),
        frozenset({0}),
    )
    return (
        Heading(1, f"{model.title} {model.version}"),
        *_summary(model.summary),
        Heading(2, _("The scale")),
        scale,
        *(block for part in model.parts for block in _part(model, part, words)),
        *_symptoms(model, words),
        *_sources(model, words),
    )


def _part(model: MaturityModel, part: str, words: NullTranslations) -> Iterator[Block]:
    yield Heading(2, model.parts[part].title)
    yield from _summary(model.parts[part].summary)
    for key, dimension in model.dimensions.items():
        if dimension.part == part:
            yield Heading(3, dimension.title)
            yield from _summary(dimension.summary)
            for practice, content in model.practices.items():
                if content.dimension == key:
                    yield from _practice(model, practice, words)


def _summary(text: str) -> Iterator[Block]:
    if text:
        yield Paragraph(text)


def _practice(model: MaturityModel, key: str, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    practice = model.practices[key]
    yield Heading(4, practice.title)
    yield Paragraph(practice.question)
    rows = tuple((str(level), text) for level, text in enumerate(practice.levels, start=1))
    yield Table((_("Level"), _("What one would see and hear")), rows, frozenset({0}))
    for heading, items in ((_("Ask:"), practice.probes), (_("Evidence, for example:"), practice.evidence)):
        if items:
            yield Paragraph(heading)
            yield Bullets(items)
    initiatives = [
        each for each in model.initiatives.values() if key in {step.practice for step in each.steps}
    ]
    if initiatives:
        yield Paragraph(_("What helps:"))
        yield Bullets(
            tuple(
                _("{title} ({lifts}; {days} person-days): {action} Done when: {end}").format(
                    title=each.title,
                    lifts=lifts_text(model, each),
                    days=days_text(each.effort_days, words),
                    action=each.action,
                    end=each.done_when,
                )
                for each in initiatives
            )
        )


def _symptoms(model: MaturityModel, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if model.symptoms:
        yield Heading(2, _("Symptoms"))
        yield Table(
            (_("Symptom"), _("Ask"), _("Points to")),
            tuple(
                (each.title, each.probe, ", ".join(model.practices[key].title for key in each.points_to))
                for each in model.symptoms.values()
            ),
        )


def _sources(model: MaturityModel, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if model.sources:
        yield Heading(2, _("Sources"))
        yield Bullets(
            tuple(
                ", ".join(part for part in (each.author, each.title, f"{each.year or ''}", each.url) if part)
                for each in model.sources
            )
        )
