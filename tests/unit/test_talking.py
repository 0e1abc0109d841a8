"""What to ask about a contradiction, and how symptoms stand, in words."""

from __future__ import annotations

from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Link, Symptom
from culture_tui.domain.records import SymptomSeen
from culture_tui.reports.symptoms import not_asked, symptoms_told
from culture_tui.reports.talking import talk_sections
from support import NOW, assessment, maturity_model

PAIN = {
    "pain": Symptom(title="It hurts", probe="Where?", points_to=("a", "b")),
    "noise": Symptom(title="It is loud", probe="When?", points_to=("c",)),
}
MODEL = maturity_model({"one": ["a", "b"], "two": ["c", "d"]}, symptoms=PAIN)
LINKED = MODEL.model_copy(
    update={
        "links": (Link(between=("one", "two"), why="two sides"),),
        "practices": {
            **MODEL.practices,
            "d": MODEL.practices["d"].model_copy(update={"probes": ("What did you see?", "And then?")}),
        },
    }
)
WORDS = NullTranslations()


def rated(**levels: int) -> Assessment:
    """An assessment against the linked model."""
    return assessment(LINKED.skeleton("0" * 32), levels)


def test_a_contradiction_comes_with_why_and_what_to_ask_about_its_two_ends() -> None:
    """A facilitator needs a question, not a number."""
    assert talk_sections(rated(a=1, b=2, c=3, d=5), LINKED, WORDS) == [
        (
            "two 4.0 but one 1.5",
            ("two sides", "d 5. To ask: What did you see?", "a 1. To ask: How is it here?"),
        )
    ]


def test_a_contradiction_of_a_dimension_that_is_half_asked_says_so() -> None:
    """It may turn around."""
    ((_, said),) = talk_sections(rated(a=1, c=5), LINKED, WORDS)
    assert said[1] == "Not every practice of the two is settled yet."


def test_a_symptom_that_nothing_explains_comes_with_its_question() -> None:
    """Either the ratings are too kind or the pain has another cause."""
    often = SymptomSeen(seen="often", note="each spring")
    of = rated(a=4, b=5).with_symptom("pain", often, NOW)
    assert talk_sections(of, LINKED, WORDS) == [
        (
            "“It hurts” is seen often, yet all it points to is rated 4 or above",
            ("It points to: a 4, b 5.", "each spring", "To ask: Where?"),
        )
    ]


def test_every_symptom_is_told_with_a_sign_and_a_word() -> None:
    """A sign alone is a riddle, a colour alone is nothing on a printout."""
    of = rated(a=4, b=5).with_symptom("pain", SymptomSeen(seen="often", note="each spring"), NOW)
    first, second = symptoms_told(of, PAIN, WORDS)
    assert (first.sign, first.answer, first.note) == ("●", "often", "each spring")
    assert first.contradiction == "Worth a talk: seen often, although all of these are rated 4 or above."
    assert (second.sign, second.answer, second.points_to) == (
        "·",
        "not asked",
        "It points to: c (not rated).",
    )
    assert second.contradiction == ""
    assert not_asked(of, PAIN) == ["noise"]
