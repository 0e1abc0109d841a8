"""Which practices come first, and why: a gate waits for them, or a symptom that people see points to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.scoring import profile

URGENT: Final = 1.25
"""What a practice counts when a gate or a reported symptom points to it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a practice is urgent: the id of a gate that is not passed, or of a symptom that the group sees."""

    kind: Literal["gate", "symptom"]
    id: str


def urgent_practices(assessment: Assessment, model: MaturityModel) -> dict[str, tuple[Reason, ...]]:
    """The practices that an unpassed gate or a symptom that the group sees points to, with every reason."""
    found: dict[str, tuple[Reason, ...]] = {}
    for hold in profile(assessment).overall.gates:
        for practice in hold.practices:
            found[practice] = (*found.get(practice, ()), Reason("gate", hold.gate.id))
    for key, symptom in model.symptoms.items():
        if key in assessment.symptoms and assessment.symptoms[key].seen != "never":
            for practice in dict.fromkeys(symptom.points_to):
                found[practice] = (*found.get(practice, ()), Reason("symptom", key))
    return found
