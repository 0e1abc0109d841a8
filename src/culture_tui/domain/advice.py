"""What keeps no model from being used, but what its author would want to know."""

from __future__ import annotations

from collections.abc import Iterator

from culture_tui.domain.model import MaturityModel
from culture_tui.domain.soundness import uncovered_steps
from culture_tui.domain.translation import ModelTranslation, missing_texts
from culture_tui.errors import Phrase, Place, Problem


def advice_on_model(model: MaturityModel) -> list[Problem]:
    """Sources that nothing cites, and steps that the roadmap has nothing to offer for."""
    return [*_uncited(model), *_untaken(model)]


def advice_on_translation(texts: ModelTranslation, model: MaturityModel) -> list[Problem]:
    """Whether it was made of another version, and the texts that it leaves out."""
    found = [
        Problem(Phrase("not translated, so the model's own text is shown"), Place(key=key))
        for key in missing_texts(texts, model)
    ]
    if texts.version == model.version:
        return found
    what = Phrase(
        "made of version {theirs}, and the model is at {ours}", theirs=texts.version, ours=model.version
    )
    hint = Phrase("see what changed, then write {ours} here", ours=model.version)
    return [Problem(what, Place(key="version"), hint), *found]


def _uncited(model: MaturityModel) -> Iterator[Problem]:
    cited = {source for dimension in model.dimensions.values() for source in dimension.sources}
    for index, source in enumerate(model.sources):
        if source.id not in cited:
            yield Problem(
                Phrase("no dimension names the source `{id}`", id=source.id), Place(key=f"sources.{index}.id")
            )


def _untaken(model: MaturityModel) -> Iterator[Problem]:
    """Only where there are initiatives at all: a model may well have none."""
    for practice, start in uncovered_steps(model) if model.initiatives else ():
        what = Phrase("no initiative leads from {start} to {end}", start=start, end=start + 1)
        yield Problem(what, Place(key=f"practices.{practice}"))
