"""Symptoms for a group: how often it sees each, what to ask, and where each points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import HEALTHY, unexplained_symptoms
from culture_tui.domain.model import Symptom
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.reports.wording import standing_text

Seen = Literal["never", "sometimes", "often"]

ANSWERS: Final[tuple[Seen, ...]] = ("never", "sometimes", "often")
"""In the order of their keys: 1, 2, 3."""

_SIGNS: Final = {None: "·", "never": "○", "sometimes": "◐", "often": "●"}


@dataclass(frozen=True, slots=True)
class SymptomTold:
    """A symptom as a screen shows it; all texts are in the language at hand."""

    id: str
    sign: str
    answer: str
    title: str

    probe: str
    """To be read aloud."""

    points_to: str
    contradiction: str
    """Why the answer does not fit the ratings; empty where it does."""

    note: str


def answer_text(seen: Seen | None, words: NullTranslations) -> str:
    """How often something is seen, as a word."""
    _ = words.gettext
    return {
        None: _("not asked"),
        "never": _("never"),
        "sometimes": _("sometimes"),
        "often": _("often"),
    }[seen]


def symptoms_told(
    assessment: Assessment, symptoms: Mapping[str, Symptom], words: NullTranslations
) -> list[SymptomTold]:
    """Every symptom of a model, in its order."""
    _ = words.gettext
    unexplained = unexplained_symptoms(assessment, symptoms)
    told = []
    for key, symptom in symptoms.items():
        answer = assessment.symptoms.get(key)
        seen = None if answer is None else answer.seen
        pointed = ", ".join(standing_text(assessment, each, words) for each in symptom.points_to)
        told.append(
            SymptomTold(
                id=key,
                sign=_SIGNS[seen],
                answer=answer_text(seen, words),
                title=clean_line(symptom.title),
                probe=clean_line(symptom.probe),
                points_to=_("It points to: {practices}.").format(practices=pointed),
                contradiction=_contradiction(words) if key in unexplained else "",
                note="" if answer is None else clean(answer.note),
            )
        )
    return told


def not_asked(assessment: Assessment, symptoms: Mapping[str, Symptom]) -> list[str]:
    """The symptoms that the group was not asked about yet, in the model's order."""
    return [key for key in symptoms if key not in assessment.symptoms]


def _contradiction(words: NullTranslations) -> str:
    _ = words.gettext
    return _("Worth a talk: seen often, although all of these are rated {level} or above.").format(
        level=HEALTHY
    )
