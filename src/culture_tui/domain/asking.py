"""What is read aloud: a practice with its own levels or, in pulse mode, the one question of a dimension."""

from __future__ import annotations

from dataclasses import dataclass

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to settle: its texts, in the model's language."""

    item: str
    """Id of the practice, in pulse mode of the dimension."""

    group: str
    """Title of what it belongs to: a dimension, in pulse mode a part."""

    title: str

    question: str | None
    """None where the model has no such question: the title must do."""

    levels: tuple[tuple[str, str], ...]
    """(name, descriptor) a level, the lowest first; in pulse mode what the level means anywhere."""

    probes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    covers: tuple[str, ...] = ()
    """In pulse mode the titles of the practices that the one question stands for."""


def asked(assessment: Assessment, model: MaturityModel, item: str) -> Asked:
    """What a workshop reads aloud about an item that it asks, from the model at hand."""
    if assessment.workshop.mode == "pulse":
        dimension = model.dimensions[item]
        return Asked(
            item=item,
            group=model.parts[dimension.part].title,
            title=dimension.title,
            question=dimension.pulse,
            levels=tuple((step.name, step.meaning) for step in model.scale),
            covers=tuple(each.title for each in model.practices.values() if each.dimension == item),
        )
    practice = model.practices[item]
    names = (step.name for step in model.scale)
    return Asked(
        item=item,
        group=model.dimensions[practice.dimension].title,
        title=practice.title,
        question=practice.question,
        levels=tuple(zip(names, practice.levels, strict=True)),
        probes=practice.probes,
        evidence=practice.evidence,
    )
