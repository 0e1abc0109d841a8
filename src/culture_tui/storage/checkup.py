"""What a check finds in a file: what makes it unsound, and what its author may want to know.

A model is checked with the translations beside it, a translation against the model beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from culture_tui.domain.advice import advice_on_model, advice_on_translation
from culture_tui.domain.consistency import strangers_of
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.soundness import problems_of
from culture_tui.domain.translation import ModelTranslation, problems_of_translation
from culture_tui.errors import CultureError, Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.assessment_files import StoredAssessment, load_assessment
from culture_tui.storage.checking import placed, validated
from culture_tui.storage.model_files import model_of_translation, translation_paths
from culture_tui.storage.reading import Document, exists, read_document, shown

MOST_IN_A_CHECK: Final = 100
"""Of one file: more than anybody mends before checking again."""

_OF_MODELS: Final = frozenset({"practices", "dimensions"})
_OF_ASSESSMENTS: Final = frozenset({"model", "subject", "workshop"})

Value = TypeVar("Value", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one file; it is sound where there are no problems."""

    path: Path
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


def findings(path: Path) -> list[Finding]:
    """Check a file as what it says it is; a model's translations after it."""
    try:
        table = read_document(path).table
    except CultureError as error:
        return [Finding(path, error.problems)]
    if table.keys().isdisjoint(_OF_ASSESSMENTS):
        model_path = model_of_translation(path)
        if model_path is not None:
            return [_translation_beside(path, model_path)]
        if not table.keys().isdisjoint(_OF_MODELS):
            return _model_and_translations(path)
    try:
        return [Finding(path, advice=strangers(load_assessment(path)))]
    except CultureError as error:
        return [Finding(path, error.problems)]


def strangers(stored: StoredAssessment) -> tuple[Problem, ...]:
    """What an assessment holds that its model does not know."""
    return tuple(_in(stored.path, each) for each in strangers_of(stored.assessment))


def _in(path: Path, problem: Problem) -> Problem:
    """A problem with its file alone, where its key tells enough or is in another file."""
    return replace(problem, place=replace(problem.place, file=shown(path)))


def _model_and_translations(path: Path) -> list[Finding]:
    problems, document, model = _looked_at(path, MaturityModel, problems_of)
    sound = model if not problems else None
    told = [placed(document, each) for each in advice_on_model(sound)] if document and sound else []
    finding = Finding(path, problems, tuple(told))
    return [finding, *(_translation(each, model) for each in translation_paths(path))]


def _translation_beside(path: Path, model_path: Path) -> Finding:
    if not exists(model_path):
        what = Phrase("the model that it translates is not beside it")
        hint = Phrase("put {file} into the same folder", file=shown(Path(model_path.name)))
        return Finding(path, (Problem(what, Place(shown(path)), hint),))
    _problems, _document, model = _looked_at(model_path, MaturityModel, problems_of)
    return _translation(path, model)


def _translation(path: Path, model: MaturityModel | None) -> Finding:
    """What is found in a translation; by itself only, where its model has not even the right shape."""
    if model is None:
        return Finding(path, _looked_at(path, ModelTranslation, lambda _texts: ())[0])
    problems, _document, texts = _looked_at(
        path, ModelTranslation, lambda texts: problems_of_translation(texts, model)
    )
    advice = advice_on_translation(texts, model) if texts is not None and not problems else []
    return Finding(path, problems, tuple(_in(path, each) for each in advice))


def _looked_at(
    path: Path, kind: type[Value], look_deeper: Callable[[Value], Iterable[Problem]]
) -> tuple[tuple[Problem, ...], Document | None, Value | None]:
    """What is wrong with a file of a kind; the file where it is TOML, its value where the shape is right."""
    try:
        document = read_document(path)
    except UnsoundInputError as error:
        return error.problems, None, None
    try:
        value = validated(kind, document, lambda _value: (), MOST_IN_A_CHECK)
    except UnsoundInputError as error:
        return error.problems, document, None
    wrong = list(look_deeper(value))[:MOST_IN_A_CHECK]
    return tuple(placed(document, each) for each in wrong), document, value
