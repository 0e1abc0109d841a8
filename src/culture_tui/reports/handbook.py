"""A maturity model as people read it: questions, levels, what to ask, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from culture_tui.domain.model import MaturityModel
from culture_tui.reports.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Table
from culture_tui.reports.numbers import days_text
from culture_tui.reports.roadmap import lifts_text


def models_document(models: Sequence[MaturityModel], words: NullTranslations) -> Document:
    """The models at hand, a line each."""
    _ = words.gettext
    header = (_("Id"), _("Version"), _("Title"), _("Practices"))
    rows = tuple((each.id, each.version, each.title, str(len(each.practices))) for each in models)
    return (Heading(1, _("Models")), Table(header, rows, frozenset({3})))


def handbook(model: MaturityModel, words: NullTranslations) -> Document:
    """The whole model: scale and contents on the first page, then a page a dimension, sources last."""
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
        *_contents(model, words),
        *(block for part in model.parts for block in _part(model, part, words)),
        *_on_a_page((*_symptoms(model, words), *_gates(model, words), *_links(model, words))),
        *_on_a_page(tuple(_sources(model, words))),
    )


def _contents(model: MaturityModel, words: NullTranslations) -> Iterator[Block]:
    """The parts with their dimensions; page numbers are the printer's to know."""
    _ = words.gettext
    yield Heading(2, _("Contents"))
    yield Bullets(
        tuple(
            f"{part.title}: {', '.join(each.title for each in model.dimensions.values() if each.part == key)}"
            for key, part in model.parts.items()
        )
    )


def _on_a_page(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (PageBreak(), *blocks) if blocks else ()


def _part(model: MaturityModel, part: str, words: NullTranslations) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(2, model.parts[part].title)
    yield from _summary(model.parts[part].summary)
    of_part = {key: each for key, each in model.dimensions.items() if each.part == part}
    for index, (key, dimension) in enumerate(of_part.items()):
        if index:
            yield PageBreak()
        yield Heading(3, dimension.title)
        yield from _summary(dimension.summary)
        yield from _weight(dimension.weight, words)
        if dimension.pulse:
            yield Paragraph(words.gettext("Pulse: {question}").format(question=dimension.pulse))
        for practice, content in model.practices.items():
            if content.dimension == key:
                yield from _practice(model, practice, words)


def _summary(text: str) -> Iterator[Block]:
    if text:
        yield Paragraph(text)


def _weight(weight: float, words: NullTranslations) -> Iterator[Block]:
    """Said only where it is not the usual one."""
    if weight != 1:
        yield Paragraph(words.gettext("Weight: {weight}").format(weight=f"{weight:g}"))


def _practice(model: MaturityModel, key: str, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    practice = model.practices[key]
    yield Heading(4, practice.title)
    yield Paragraph(practice.question)
    yield from _weight(practice.weight, words)
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


def _gates(model: MaturityModel, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if model.gates:
        yield Heading(2, _("Gates"))
        said = _("{dimension}: while a practice stands below {floor}, the whole holds {cap} at most.")
        yield Bullets(
            tuple(
                " ".join(
                    (
                        said.format(
                            dimension=model.dimensions[gate.dimension].title,
                            floor=gate.every_practice_at_least,
                            cap=gate.caps_overall_at,
                        ),
                        gate.explanation,
                    )
                )
                for gate in model.gates
            )
        )


def _links(model: MaturityModel, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if model.links:
        yield Heading(2, _("Two sides of one thing"))
        titles = {key: each.title for key, each in model.dimensions.items()}
        said = _("{one} and {other}: {why}")
        yield Bullets(
            tuple(
                said.format(
                    one=titles[link.between[0]], other=titles[link.between[1]], why=link.why
                ).removesuffix(": ")
                for link in model.links
            )
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
