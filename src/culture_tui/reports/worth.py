"""What an initiative is worth, and why: each level gained, and what makes some count more."""

from __future__ import annotations

from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.roadmap import Candidate, Lift, candidates
from culture_tui.domain.urgency import URGENT, Reason
from culture_tui.reports.numbers import short_text


def candidates_of(assessment: Assessment, model: MaturityModel) -> dict[str, Candidate]:
    """What is worth doing now, by the id of the initiative."""
    return {each.id: each for each in candidates(assessment, model)}


def value_text(
    assessment: Assessment, model: MaturityModel, candidate: Candidate | None, words: NullTranslations
) -> str:
    """What an initiative is worth, and why: each level gained, and what makes some count more.

    None is an initiative that is no candidate: it closes no gap.
    """
    _ = words.gettext
    if candidate is None:
        return _("It closes no gap now: its levels are reached, or nobody aims at them.")
    if not candidate.lifts:
        return _("Value 0, since it lifts nothing by itself now; other initiatives need it.")
    listed = "; ".join(_gain_text(assessment, model, lift, words) for lift in candidate.lifts)
    return _("Value {value}: {gains}").format(value=short_text(candidate.value, words), gains=listed)


def _gain_text(assessment: Assessment, model: MaturityModel, lift: Lift, words: NullTranslations) -> str:
    """What a lift counts: `Mission 2→3, counted 1.25 times because …`."""
    _ = words.gettext
    practice = assessment.model.practices[lift.practice]
    said = f"{practice.title} {lift.start}→{lift.end}"
    if practice.weight != 1:
        said = _("{lift} (weight {weight})").format(lift=said, weight=short_text(practice.weight, words))
    if not lift.urgent:
        return said
    reasons = _(" and ").join(_urgent_text(model, reason, words) for reason in lift.urgent)
    return _("{lift}, counted {times} times because {reasons}").format(
        lift=said, times=short_text(URGENT, words), reasons=reasons
    )


def _urgent_text(model: MaturityModel, reason: Reason, words: NullTranslations) -> str:
    _ = words.gettext
    if reason.kind == "gate":
        return _("the gate {gate} waits for it").format(gate=reason.id)
    return _("the symptom “{symptom}” was reported").format(symptom=model.symptoms[reason.id].title)


def worth_json(assessment: Assessment, candidate: Candidate | None) -> dict[str, object]:
    """What an initiative is worth: Σ weight × (to - from) × factor over its reasons."""
    if candidate is None:
        return {"value": None, "reasons": []}
    return {
        "value": candidate.value,
        "reasons": [
            {
                "practice": lift.practice,
                "from": lift.start,
                "to": lift.end,
                "weight": assessment.model.practices[lift.practice].weight,
                "factor": URGENT if lift.urgent else 1.0,
                "gates": [reason.id for reason in lift.urgent if reason.kind == "gate"],
                "symptoms": [reason.id for reason in lift.urgent if reason.kind == "symptom"],
            }
            for lift in candidate.lifts
        ],
    }
