"""The model that ships says what its sources ask for, in words that fit a screen."""

from __future__ import annotations

from typing import Final

import pytest

from culture_tui.domain.model import Gate
from culture_tui.domain.soundness import problems_of, uncovered_steps
from support import flagship

MODEL: Final = flagship().model

PROCESSES: Final = {
    "true-north": ["guiding-principles", "mission", "vision", "core-values", "new-paradigms"],
    "meaning-of-life": ["purpose-training", "life-plans"],
    "alignment": ["role-profiles", "right-places", "misfit-resolved"],
    "leader-of-leaders": ["teaching-learning", "servant-leadership", "managerial-coaching"],
    "serve-with-excellence": [
        "service-management-training",
        "frontline-excellence-training",
        "excellence-practised",
    ],
    "service-model": ["service-policies", "service-norms", "service-guidelines"],
    "emotional-connection": ["emotional-intelligence", "empathy", "connection-spaces"],
}
TRAITS: Final = {
    "customer-first": ["consistent-touchpoints", "business-relationship", "internal-customers"],
    "collaboration-teamwork": ["shared-responsibility", "shared-decisions"],
    "proactive": ["root-causes", "preparedness", "collective-prevention"],
    "learning-organization": ["continuous-learning", "onboarding", "hire-for-service"],
    "creativity-empowerment": ["improvement-drive", "safe-to-fail", "empowering-controls"],
}
SYMPTOMS: Final = {
    "uneasy-empowerment": {"empowering-controls", "safe-to-fail"},
    "bypassed-process": {"service-norms", "servant-leadership", "shared-responsibility"},
    "customer-not-first": {"excellence-practised", "misfit-resolved", "consistent-touchpoints"},
    "recurring-incidents": {"root-causes", "preparedness", "collective-prevention"},
    "high-turnover": {"shared-responsibility", "managerial-coaching", "continuous-learning", "life-plans"},
}
LINKS: Final = {
    ("learning-organization", "leader-of-leaders"),
    ("learning-organization", "serve-with-excellence"),
    ("customer-first", "service-model"),
    ("customer-first", "serve-with-excellence"),
    ("customer-first", "emotional-connection"),
    ("collaboration-teamwork", "leader-of-leaders"),
    ("collaboration-teamwork", "emotional-connection"),
    ("proactive", "service-model"),
    ("proactive", "true-north"),
    ("creativity-empowerment", "leader-of-leaders"),
    ("creativity-empowerment", "meaning-of-life"),
    ("creativity-empowerment", "true-north"),
}


def test_it_is_sound() -> None:
    """The model that everybody starts with must not have a single problem."""
    assert problems_of(MODEL) == []
    assert (MODEL.id, MODEL.language, len(MODEL.practices)) == ("service-culture", "en", 36)


def test_it_holds_every_practice_under_its_dimension_and_part() -> None:
    """The ids are the contract with files, exports and translations."""
    found = {
        part: {
            key: list(MODEL.skeleton("0" * 32).practices_of(key))
            for key, each in MODEL.dimensions.items()
            if each.part == part
        }
        for part in MODEL.parts
    }
    assert found == {"processes": PROCESSES, "traits": TRAITS}
    assert [*MODEL.dimensions] == [*PROCESSES, *TRAITS]


def test_it_has_the_five_levels_of_sincroservicio() -> None:
    """The scale rewards embedding, from mediocrity let pass to service without thinking."""
    assert [(level.level, level.id) for level in MODEL.scale] == [
        (1, "tolerated"),
        (2, "reactive"),
        (3, "declared"),
        (4, "excellence"),
        (5, "sincroservicio"),
    ]


def test_its_symptoms_point_to_the_practices_that_the_source_names() -> None:
    """A symptom is a door to the practices behind it."""
    assert {key: set(symptom.points_to) for key, symptom in MODEL.symptoms.items()} == SYMPTOMS


def test_it_links_traits_and_processes() -> None:
    """Both describe one culture; each link has its reason."""
    assert sorted(tuple(sorted(link.between)) for link in MODEL.links) == sorted(
        tuple(sorted(pair)) for pair in LINKS
    )
    assert [link.between for link in MODEL.links if not link.why] == []


def test_excellence_is_the_floor() -> None:
    """The lowest level allowed is Excellence: nothing reads as 5 while serving stands below 4."""
    (gate,) = MODEL.gates
    assert gate == Gate(
        id="excellence-floor",
        dimension="serve-with-excellence",
        every_practice_at_least=4,
        caps_overall_at=4,
        explanation=gate.explanation,
    )
    assert gate.explanation


def test_later_processes_rest_on_earlier_ones() -> None:
    """The service model must accord with the five before it; alignment uses what was found out on meaning."""
    rests = {key: set(dimension.rests_on) for key, dimension in MODEL.dimensions.items()}
    order = list(PROCESSES)
    # The source asks the service model to accord with the processes before it, all five of them.
    assert rests["service-model"] == set(order[:5])
    assert "meaning-of-life" in rests["alignment"]
    for key in order:
        assert rests[key] <= set(order[: order.index(key)])


def test_every_step_of_every_practice_has_something_to_do() -> None:
    """A group at any level leaves with a next step."""
    assert uncovered_steps(MODEL) == []


def test_every_dimension_has_a_pulse_question_and_a_source() -> None:
    """A workshop of ninety minutes asks one question a dimension."""
    assert [key for key, each in MODEL.dimensions.items() if each.pulse is None or not each.sources] == []
    assert {source.id for source in MODEL.sources} == {"betancourt", "remoreras"}


@pytest.mark.parametrize("practice", MODEL.practices)
def test_a_practice_can_be_read_aloud_and_seen_at_once(practice: str) -> None:
    """A small screen shows the question and five different descriptors without scrolling."""
    of = MODEL.practices[practice]
    assert len(set(of.levels)) == 5
    assert len(of.probes) >= 2
    assert len(of.evidence) >= 1
    assert len(of.question) <= 115
    assert of.question.endswith("?")
    assert sum(map(len, of.levels)) <= 640


def test_no_two_practices_share_a_descriptor_or_a_question() -> None:
    """What fits everywhere is seen nowhere."""
    texts = [text for of in MODEL.practices.values() for text in (of.question, *of.levels)]
    meanings = [level.meaning for level in MODEL.scale]
    assert len({*texts, *meanings}) == 36 * 6 + 5


def test_no_descriptor_leans_on_the_words_of_its_level() -> None:
    """The scale says what a level means anywhere; a descriptor says what is seen in this practice."""
    leaning = [
        text
        for of in MODEL.practices.values()
        for text, level in zip(of.levels, MODEL.scale, strict=True)
        if runs_of_four(text) & runs_of_four(level.meaning)
    ]
    assert leaning == []


def runs_of_four(text: str) -> set[tuple[str, ...]]:
    """Every four words in a row, without their commas and full stops."""
    words = [word.strip(",.") for word in text.lower().split()]
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def test_every_initiative_can_be_started_and_checked() -> None:
    """Something to do on Monday, an end that others can see, and somebody to ask."""
    for of in MODEL.initiatives.values():
        assert of.action != of.done_when
        assert of.owner_role
    titles = [of.title for of in MODEL.initiatives.values()]
    assert sorted(set(titles)) == sorted(titles)
