"""Every model that ships can be read aloud, tells its levels apart, and leaves nobody without a next step."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

import pytest

from culture_tui.domain.model import MaturityModel
from culture_tui.domain.soundness import problems_of, uncovered_steps
from culture_tui.storage.model_files import model_paths, shipped_models
from support import shipped

SHIPPED = ("service-culture", "customer-culture", "service-levers", "warm-service")

ALIKE = 0.4
"""Of their words in the same order: no two texts that ship and are held together come to more than 0.34."""


@pytest.fixture(params=SHIPPED)
def model(request: pytest.FixtureRequest) -> MaturityModel:
    """One model after another."""
    return read_once(request.param)


@cache
def read_once(model_id: str) -> MaturityModel:
    """A model that ships; reading one takes longer than checking it."""
    return shipped(model_id).model


def likeness(one: str, other: str) -> float:
    """The share of words that two sentences have in common and in order, from 0 to 1."""
    first, second = (re.findall(r"\w+", text.lower()) for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def runs_of_four(text: str) -> set[tuple[str, ...]]:
    """Every four words in a row, without what stands between them."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def repeated(texts: list[str]) -> list[str]:
    """The texts that stand there more than once."""
    return sorted({text for text in texts if texts.count(text) > 1})


def test_these_models_ship() -> None:
    """The flagship and three lenses to look at the same culture through."""
    assert [path.stem for path in model_paths([shipped_models()])] == [*SHIPPED]


def test_a_model_is_sound_and_written_in_the_reference_language(model: MaturityModel) -> None:
    """What a first workshop is held with must not have a single problem."""
    assert problems_of(model) == []
    assert (model.language, len(model.scale)) == ("en", 5)


def test_every_step_of_every_practice_has_something_to_do(model: MaturityModel) -> None:
    """A group at any level leaves with a next step."""
    assert uncovered_steps(model) == []


def test_every_dimension_has_a_pulse_question_and_a_source(model: MaturityModel) -> None:
    """A workshop of ninety minutes asks one question a dimension."""
    assert [key for key, of in model.dimensions.items() if not (of.pulse or "").endswith("?")] == []
    assert [key for key, of in model.dimensions.items() if not of.summary] == []
    cited = {source for of in model.dimensions.values() for source in of.sources}
    assert [key for key, of in model.dimensions.items() if not of.sources] == []
    assert cited == {source.id for source in model.sources}


def test_a_practice_fits_a_small_screen_and_one_breath(model: MaturityModel) -> None:
    """The question and five descriptors are seen without scrolling and read without gasping."""
    practices = model.practices.items()
    assert [key for key, of in practices if not (of.question.endswith("?") and len(of.question) <= 115)] == []
    assert [key for key, of in practices if sum(map(len, of.levels)) > 640] == []
    assert [key for key, of in practices if max(len(text.split()) for text in of.levels) > 35] == []


def test_a_practice_can_be_probed_and_shown(model: MaturityModel) -> None:
    """A group that is unsure of its level needs more than one way to find out."""
    practices = model.practices.items()
    assert [key for key, of in practices if len(set(of.probes)) < 2] == []
    assert [key for key, of in practices if len(set(of.evidence)) < 2] == []


def test_the_levels_of_a_practice_are_told_apart(model: MaturityModel) -> None:
    """Two sentences that differ in a word make a group argue about the word."""
    close = [
        (key, one, other)
        for key, of in model.practices.items()
        for one, other in combinations(of.levels, 2)
        if likeness(one, other) > ALIKE
    ]
    assert close == []


def test_no_descriptor_repeats_what_the_scale_says(model: MaturityModel) -> None:
    """The scale's meaning fits everywhere; a descriptor fits one practice."""
    close = [
        (key, text)
        for key, of in model.practices.items()
        for text in of.levels
        for level in model.scale
        if likeness(text, level.meaning) > ALIKE
    ]
    assert close == []


def test_no_descriptor_leans_on_the_words_of_its_level(model: MaturityModel) -> None:
    """The scale says what a level means anywhere; a descriptor says what is seen in this practice."""
    leaning = [
        text
        for of in model.practices.values()
        for text, level in zip(of.levels, model.scale, strict=True)
        if runs_of_four(text) & runs_of_four(level.meaning)
    ]
    assert leaning == []


def test_no_text_stands_in_a_model_twice(model: MaturityModel) -> None:
    """What fits everywhere is seen nowhere."""
    texts = [text for of in model.practices.values() for text in (of.question, *of.levels)]
    assert repeated(texts + [level.meaning for level in model.scale]) == []
    assert repeated([of.title for of in model.initiatives.values()]) == []


def test_every_initiative_can_be_started_and_checked(model: MaturityModel) -> None:
    """Something to do on Monday, an end that others can see, somebody to ask, days enough for it."""
    initiatives = model.initiatives.items()
    assert [key for key, of in initiatives if of.action == of.done_when] == []
    assert [key for key, of in initiatives if not of.owner_role] == []
    assert [key for key, of in initiatives if not 0 < of.effort_days <= of.weeks * 5] == []


def test_symptoms_gates_and_links_say_why(model: MaturityModel) -> None:
    """A symptom asks further; a cap or a contradiction without a reason is only a number."""
    assert [key for key, of in model.symptoms.items() if not of.probe.endswith("?")] == []
    assert [gate.id for gate in model.gates if not gate.explanation] == []
    assert [link.between for link in model.links if not link.why] == []
