"""The model that everybody starts with says what its two sources ask for."""

from __future__ import annotations

from typing import Final

from culture_tui.domain.model import Gate
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
    assert len(MODEL.practices) == 36
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
    """Both describe one culture."""
    assert sorted(tuple(sorted(link.between)) for link in MODEL.links) == sorted(
        tuple(sorted(pair)) for pair in LINKS
    )


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


def test_later_processes_rest_on_earlier_ones() -> None:
    """The service model must accord with the five before it; alignment uses what was found out on meaning."""
    rests = {key: set(dimension.rests_on) for key, dimension in MODEL.dimensions.items()}
    order = list(PROCESSES)
    # The source asks the service model to accord with the processes before it, all five of them.
    assert rests["service-model"] == set(order[:5])
    assert "meaning-of-life" in rests["alignment"]
    for key in order:
        assert rests[key] <= set(order[: order.index(key)])


def test_it_names_its_two_sources() -> None:
    """Whoever doubts a sentence can read where it comes from."""
    assert {source.id for source in MODEL.sources} == {"betancourt", "remoreras"}
