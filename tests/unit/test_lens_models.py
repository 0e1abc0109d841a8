"""The three lens models hold what their sources ask for, under the ids that files and exports use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest

from culture_tui.domain.scoring import profile
from support import assessment, shipped

LENSES: Final[Mapping[str, Mapping[str, list[str]]]] = {
    "customer-culture": {
        "customer-voice": ["daily-feedback"],
        "clear-behaviours": ["behaviour-standards", "explained-why"],
        "visible-excellence": ["shining-examples", "customer-board"],
        "team-responsibility": ["back-office-impact", "internal-service"],
        "customer-friendly-policy": ["empathic-policies", "rigid-rules-removed"],
        "right-people-front": ["empathy-selection", "frontline-moves"],
        "leadership-desire": ["burning-desire", "vision-energy"],
    },
    "service-levers": {
        "seek-feedback": ["ongoing-research", "visible-listening"],
        "communicate-consistency": ["tone-from-the-top", "service-vision-goals", "tasks-in-context"],
        "reward-recognise": ["standards-in-hr", "service-weight", "public-recognition", "non-adapters"],
        "policy-training": ["written-policy", "train-to-standard", "early-assimilation"],
    },
    "warm-service": {
        "warm-contact": ["warm-treatment", "friendly-discipline"],
        "warm-majority": ["warm-share", "load-balance"],
        "no-cold-spiral": ["difficult-customers", "peer-support"],
        "training-that-changes": ["exercises", "voluntary-energy"],
        "warm-leadership": ["warm-and-demanding", "mutual-trust", "leader-first"],
        "home-atmosphere": ["at-home-feeling"],
    },
}


def read_with(lens: str, everything: int, **others: int) -> tuple[int | None, list[str]]:
    """The overall level where all practices stand alike but for these, and the gates that cap it."""
    loaded = shipped(lens)
    levels = dict.fromkeys(loaded.model.practices, everything)
    levels |= {key.replace("_", "-"): level for key, level in others.items()}
    overall = profile(assessment(loaded.skeleton(), levels)).overall
    return overall.level, [hold.gate.id for hold in overall.gates if hold.caps]


@pytest.mark.parametrize("lens", LENSES)
def test_it_holds_every_practice_under_its_dimension(lens: str) -> None:
    """The ids are the contract with files, exports and translations."""
    model = shipped(lens).model
    skeleton = model.skeleton("0" * 32)
    assert {key: list(skeleton.practices_of(key)) for key in model.dimensions} == LENSES[lens]
    assert [*model.dimensions] == [*LENSES[lens]]


def test_a_customer_culture_grows_only_with_desire_at_the_top() -> None:
    """The source: it goes on growing where the top shows desire, and energy in telling the vision."""
    assert read_with("customer-culture", 5, vision_energy=4, burning_desire=4) == (5, [])
    assert read_with("customer-culture", 5, vision_energy=3) == (4, ["will-at-the-top"])
    assert read_with("customer-culture", 5, burning_desire=3) == (4, ["will-at-the-top"])


def test_there_are_no_warm_staff_under_a_cold_head() -> None:
    """The source: whoever leads makes the air that the team breathes."""
    assert read_with("warm-service", 4, mutual_trust=3) == (4, [])
    assert read_with("warm-service", 4, mutual_trust=2) == (3, ["no-warmth-under-a-cold-head"])


def test_only_seven_of_seven_is_stable() -> None:
    """The source: one warm person among seven is worn out; seven share the work and help each other."""
    assert read_with("warm-service", 5) == (5, [])
    assert read_with("warm-service", 5, warm_share=4) == (4, ["seven-of-seven"])
    assert read_with("warm-service", 5, load_balance=4) == (4, ["seven-of-seven"])


def test_the_levers_know_no_gate() -> None:
    """Their source names no lever without which the others are worth nothing."""
    assert shipped("service-levers").model.gates == ()


def test_the_share_of_warm_people_is_counted_in_sevens() -> None:
    """From one whom everybody queues for to a room in which it makes no difference whom one meets."""
    counts = ("At most one in seven.", "Two or three in seven.", "Four or five in seven", "Six in seven")
    starts = (*counts, "Seven of seven")
    levels = shipped("warm-service").model.practices["warm-share"].levels
    assert [text[: len(start)] for text, start in zip(levels, starts, strict=True)] == [*starts]


def test_what_comes_first_in_the_source_is_planned_first() -> None:
    """Asking customers is the first lever; warm service begins with whoever leads."""
    rests = {
        lens: {key: set(of.rests_on) for key, of in shipped(lens).model.dimensions.items() if of.rests_on}
        for lens in LENSES
    }
    others = list(LENSES["service-levers"])[1:]
    assert rests["service-levers"] == {key: {"seek-feedback"} for key in others}
    assert rests["customer-culture"] == {}
    led = {key for key, before in rests["warm-service"].items() if "warm-leadership" in before}
    assert led == {"warm-contact", "warm-majority", "training-that-changes"}
    assert "warm-leadership" not in rests["warm-service"]
