"""A model in another language: the same ids and numbers, with other texts.

A translation holds texts only, at the same paths as the model. What it leaves out stays in the
model's own language, so that a half-finished one can be used, and `missing_texts` lists it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from operator import attrgetter
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field

from culture_tui.domain.model import (
    Dimension,
    Gate,
    Initiative,
    Language,
    Link,
    MaturityModel,
    ModelSkeleton,
    Part,
    Practice,
    ScaleLevel,
    Symptom,
    Version,
)
from culture_tui.domain.soundness import unknown_ids
from culture_tui.domain.values import Frozen, Level, Line, Prose, Sentence, Slug, Title
from culture_tui.errors import Phrase, Place, Problem


class LevelTexts(Frozen):
    """A step of the scale in another language."""

    level: Level
    name: Title | None = None
    meaning: Sentence | None = None


class PartTexts(Frozen):
    """A part in another language."""

    title: Title | None = None
    summary: Prose = ""


class DimensionTexts(PartTexts):
    """A dimension in another language."""

    pulse: Sentence | None = None


class PracticeTexts(Frozen):
    """A practice in another language; a list is translated whole or not at all."""

    title: Title | None = None
    question: Sentence | None = None
    levels: tuple[Sentence, ...] = ()
    probes: tuple[Sentence, ...] = ()
    evidence: tuple[Sentence, ...] = ()


class SymptomTexts(Frozen):
    """A symptom in another language."""

    title: Title | None = None
    probe: Sentence | None = None


class InitiativeTexts(Frozen):
    """An initiative in another language."""

    title: Title | None = None
    action: Sentence | None = None
    done_when: Sentence | None = None
    owner_role: Line = ""


class GateTexts(Frozen):
    """A gate in another language."""

    id: Slug
    explanation: Prose = ""


class LinkTexts(Frozen):
    """A link in another language; it is found by the two dimensions that it joins."""

    between: tuple[Slug, Slug]
    why: Prose = ""


class ModelTranslation(Frozen):
    """A translation file as it stands; `problems_of_translation` tells whether it fits a model."""

    format: Literal[1]
    id: Annotated[Slug, Phrase("The id of the model that is translated.")]
    version: Annotated[Version, Phrase("The version of the model whose texts these are.")]
    language: Annotated[Language, Phrase("The language that the texts are in; the file's name ends in it.")]
    title: Title | None = None
    summary: Prose = ""
    scale: Annotated[tuple[LevelTexts, ...], Field(max_length=10)] = ()
    parts: Mapping[Slug, PartTexts] = {}
    dimensions: Mapping[Slug, DimensionTexts] = {}
    practices: Mapping[Slug, PracticeTexts] = {}
    symptoms: Mapping[Slug, SymptomTexts] = {}
    initiatives: Mapping[Slug, InitiativeTexts] = {}
    gates: tuple[GateTexts, ...] = ()
    links: tuple[LinkTexts, ...] = ()


_TEXTS: Final[Mapping[type[Frozen], type[Frozen]]] = {
    ScaleLevel: LevelTexts,
    Part: PartTexts,
    Dimension: DimensionTexts,
    Practice: PracticeTexts,
    Symptom: SymptomTexts,
    Initiative: InitiativeTexts,
    Gate: GateTexts,
    Link: LinkTexts,
}
"""What of an entry can be translated."""

_LISTS: Final = ("levels", "probes", "evidence")
_TABLES: Final = ("parts", "dimensions", "practices", "symptoms", "initiatives")
_IDS: Final = ("level", "id", "between")
_ROWS: Final[Mapping[str, Callable[[Frozen], Hashable]]] = {
    "scale": attrgetter("level"),
    "gates": attrgetter("id"),
    "links": lambda link: frozenset(attrgetter("between")(link)),
}
"""How an entry of a list is found again in a translation: not by its place."""

Own = TypeVar("Own", bound=Frozen)


def translated(model: MaturityModel, texts: ModelTranslation) -> MaturityModel:
    """The model with these texts; its own where a text is missing."""
    return model.model_copy(
        update={
            "language": texts.language,
            **{name: value for name in ("title", "summary") if (value := getattr(texts, name))},
            **{name: _rows(model, texts, name) for name in _ROWS},
            **{name: _table(getattr(model, name), getattr(texts, name)) for name in _TABLES},
        }
    )


def with_texts_of(skeleton: ModelSkeleton, model: MaturityModel) -> ModelSkeleton:
    """What an assessment keeps of its model, with the texts that another one has for its ids."""
    titles = {
        name: {
            key: _titled(each, getattr(model, name).get(key)) for key, each in getattr(skeleton, name).items()
        }
        for name in ("parts", "dimensions", "practices")
    }
    rows = {name: _rows(skeleton, model, name) for name in _ROWS}
    return skeleton.model_copy(update={"language": model.language, "title": model.title, **titles, **rows})


def problems_of_translation(texts: ModelTranslation, model: MaturityModel) -> list[Problem]:
    """What in a translation has nothing in the model to translate, each with the path of its key."""
    return [*_head_problems(texts, model), *_stray_ids(texts, model), *_odd_lists(texts, model)]


def missing_texts(texts: ModelTranslation, model: MaturityModel) -> list[str]:
    """The paths of the model's texts that a translation leaves out, in the model's order."""
    found = [name for name in ("title", "summary") if getattr(model, name) and not getattr(texts, name)]
    for name, found_by in _ROWS.items():
        there = {found_by(each): each for each in getattr(texts, name)}
        for index, own in enumerate(getattr(model, name)):
            found += _gaps(own, there.get(found_by(own)), f"{name}.{index}")
    for name in _TABLES:
        for key, own in getattr(model, name).items():
            found += _gaps(own, getattr(texts, name).get(key), f"{name}.{key}")
    return found


def _gaps(own: Frozen, texts: Frozen | None, path: str) -> Iterator[str]:
    for name in _texts_of(_TEXTS[type(own)]):
        if getattr(own, name) and not getattr(texts, name, None):
            yield f"{path}.{name}"


def _texts_of(kind: type[Frozen]) -> Iterator[str]:
    return (name for name in kind.model_fields if name not in _IDS)


def _filled(own: Own, texts: Frozen | None) -> Own:
    """One entry with the texts that it has been given."""
    if texts is None:
        return own
    names = [name for name in _texts_of(_TEXTS[type(own)]) if getattr(texts, name)]
    return own.model_copy(update={name: getattr(texts, name) for name in names}) if names else own


def _titled(own: Own, spoken: Frozen | None) -> Own:
    return own if spoken is None else own.model_copy(update={"title": attrgetter("title")(spoken)})


def _table(own: Mapping[str, Own], texts: Mapping[str, Frozen]) -> Mapping[str, Own]:
    return {key: _filled(each, texts.get(key)) for key, each in own.items()}


def _rows(own: Frozen, texts: Frozen, name: str) -> tuple[Frozen, ...]:
    there = {_ROWS[name](each): each for each in getattr(texts, name)}
    return tuple(_filled(each, there.get(_ROWS[name](each))) for each in getattr(own, name))


def _head_problems(texts: ModelTranslation, model: MaturityModel) -> Iterator[Problem]:
    if texts.id != model.id:
        yield Problem(
            Phrase("this translates `{id}`, not `{model}`", id=texts.id, model=model.id), Place(key="id")
        )
    if texts.language == model.language:
        what = Phrase("the model itself is in `{language}`", language=model.language)
        yield Problem(what, Place(key="language"))


def _stray_ids(texts: ModelTranslation, model: MaturityModel) -> Iterator[Problem]:
    for name in _TABLES:
        for key in getattr(texts, name):
            yield from unknown_ids(f"{name}.{key}", [key], getattr(model, name))
    for index, gate in enumerate(texts.gates):
        yield from unknown_ids(f"gates.{index}.id", [gate.id], [each.id for each in model.gates])
    pairs = {frozenset(link.between) for link in model.links}
    for index, link in enumerate(texts.links):
        if frozenset(link.between) not in pairs:
            yield Problem(Phrase("the model has no such link"), Place(key=f"links.{index}.between"))
    for index, step in enumerate(texts.scale):
        if step.level > len(model.scale):
            what = Phrase(
                "level {level} is not on the scale of 1 to {top}", level=step.level, top=len(model.scale)
            )
            yield Problem(what, Place(key=f"scale.{index}.level"))


def _odd_lists(texts: ModelTranslation, model: MaturityModel) -> Iterator[Problem]:
    for key, practice in texts.practices.items():
        own = model.practices.get(key)
        for name in _LISTS if own is not None else ():
            count, wanted = len(getattr(practice, name)), len(getattr(own, name))
            if count not in (0, wanted):
                what = Phrase("{count} texts for {wanted} of the model", count=count, wanted=wanted)
                yield Problem(what, Place(key=f"practices.{key}.{name}"))
