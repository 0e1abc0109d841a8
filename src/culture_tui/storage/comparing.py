"""From two stored assessments to their comparison: in order of time, with the models that are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from culture_tui.domain.comparison import Comparison, compare, reworded_practices, unit_key
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.small_cells import FLOOR
from culture_tui.domain.units import in_time
from culture_tui.storage.assessment_files import StoredAssessment
from culture_tui.storage.model_files import in_language, model_of, symptoms_of
from culture_tui.storage.workspace import Workspace, folders_for


def in_order(one: StoredAssessment, other: StoredAssessment) -> tuple[StoredAssessment, StoredAssessment]:
    """Of one unit the earlier first; two units as they were given."""
    if unit_key(one.assessment) == unit_key(other.assessment) and in_time(other.assessment) < in_time(
        one.assessment
    ):
        return other, one
    return one, other


def spoken(stored: StoredAssessment, language: str, place: Workspace) -> StoredAssessment:
    """A stored assessment with the titles of its model in a language, as far as they are at hand."""
    folders = folders_for(place, stored.path)
    return replace(stored, assessment=in_language(stored.assessment, language, folders))


def compared(
    then: StoredAssessment, now: StoredAssessment, place: Workspace, floor: int = FLOOR
) -> Comparison:
    """Compare two stored assessments.

    Args:
        then: the earlier one.
        now: the later one.
        place: where their models are looked for.
        floor: votes of fewer people are withheld.
    """
    return compare(then.assessment, now.assessment, _reworded(then, now, place), floor)


def symptom_titles(found: Iterable[StoredAssessment], place: Workspace) -> Mapping[str, str]:
    """The titles of the symptoms that were asked about, by id, as far as their models are at hand."""
    titles: dict[str, str] = {}
    for each in found:
        if each.assessment.symptoms:
            symptoms = symptoms_of(each.assessment.model, folders_for(place, each.path)) or {}
            titles |= {key: symptom.title for key, symptom in symptoms.items()}
    return titles


def _reworded(then: StoredAssessment, now: StoredAssessment, place: Workspace) -> frozenset[str] | None:
    """The practices whose texts differ between the two models; None where nobody can tell."""
    one, other = then.assessment.model, now.assessment.model
    if one.digest == other.digest:
        return frozenset()
    if one.language != other.language:
        return None
    before, after = _very_model(then, place), _very_model(now, place)
    return None if before is None or after is None else reworded_practices(before, after)


def _very_model(stored: StoredAssessment, place: Workspace) -> MaturityModel | None:
    """The very model file that an assessment was rated against, if it is at hand."""
    skeleton = stored.assessment.model
    loaded = model_of(skeleton, folders_for(place, stored.path))
    if loaded is None or loaded.digest != skeleton.digest:
        return None
    return loaded.in_language(skeleton.language).model
