"""The profile as a document and as data: every number beside its coverage, nothing made up."""

from __future__ import annotations

import json
from datetime import date
from gettext import NullTranslations
from typing import Any

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate, Link, Symptom
from culture_tui.domain.records import Evidence, Rating, SymptomSeen
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.tui.profile_view import scale_line
from support import assessment, skeleton

WORDS = NullTranslations()
SMALL = {"purpose": ("mission", "vision"), "care": ("welcome",)}
AGREEMENT = {
    *("n", "histogram", "median", "label", "rwg", "rwg_star", "rwg_slight_skew"),
    *("ad_mean", "ad_median", "awg", "consensus", "p_uniform"),
}


def facts(of: Assessment) -> dict[str, Any]:
    """The data as another program reads them."""
    read: dict[str, Any] = json.loads(json.dumps(profile_json(of), allow_nan=False))
    return read


def shown(of: Assessment) -> Document:
    """The document in English."""
    return profile_document(of, WORDS)


def under(document: Document, title: str) -> list[Block]:
    """What stands under a heading, up to the next one."""
    start = next(
        at for at, block in enumerate(document) if isinstance(block, Heading) and block.text == title
    )
    found: list[Block] = []
    for block in document[start + 1 :]:
        if isinstance(block, Heading):
            break
        found.append(block)
    return found


def rows(document: Document, title: str) -> dict[str, tuple[str, ...]]:
    """The rows of the table under a heading, by their first cell."""
    table = under(document, title)[0]
    assert isinstance(table, Table)
    return {row[0]: row[1:] for row in table.rows}


def test_the_data_have_the_keys_that_were_promised() -> None:
    """Clients' scripts read them: a key that is renamed is a contract broken."""
    of = assessment(
        skeleton(SMALL), {"mission": 3}, ratings={"welcome": Rating(level=2, rounds=((0, 2, 5, 1, 0),))}
    )
    found = facts(of)
    assert {"model", "coverage", "overall", "parts", "dimensions", "practices"} <= found.keys()
    assert found["coverage"].keys() == {"rated", "applicable", "total"}
    assert found["parts"].keys() == {"whole"}
    assert found["dimensions"].keys() == {"purpose", "care"}
    assert found["practices"].keys() == {"mission", "vision", "welcome"}
    results = [found["overall"], *found["parts"].values(), *found["dimensions"].values()]
    assert {frozenset(result) for result in results} == {
        frozenset({"score", "level", "coverage", "held_back_by"})
    }
    for practice in found["practices"].values():
        assert {"level", "target", "not_applicable", "agreement"} <= practice.keys()
    agreement = found["practices"]["welcome"]["agreement"]
    assert agreement.keys() == AGREEMENT


def test_the_data_hold_unrounded_scores() -> None:
    """A consultant's mean of means must not start from rounded figures."""
    of = assessment(skeleton({"purpose": ("a", "b", "c")}), {"a": 3, "b": 3, "c": 4})
    assert facts(of)["overall"]["score"] == 10 / 3
    assert facts(of)["dimensions"]["purpose"] == {
        "score": 10 / 3,
        "level": 3,
        "coverage": {"rated": 3, "applicable": 3, "total": 3},
        "held_back_by": ["a", "b"],
    }


def test_a_practice_in_the_data_has_its_votes_of_the_last_round() -> None:
    """The last round is what the group agreed on; 8 votes with s² = 23/56 against the uniform null of 2."""
    rating = Rating(level=3, target=5, rounds=((4, 0, 0, 0, 4), (0, 2, 5, 1, 0)))
    practice = facts(assessment(skeleton(SMALL), ratings={"welcome": rating}))["practices"]["welcome"]
    assert (practice["level"], practice["target"], practice["not_applicable"]) == (3, 5, None)
    agreement = practice["agreement"]
    assert (agreement["n"], agreement["histogram"], agreement["median"]) == (8, [0, 2, 5, 1, 0], "3")
    assert agreement["label"] == "spread"
    assert agreement["rwg"] == pytest.approx(1 - (23 / 56) / 2)


def test_few_votes_are_withheld_from_nobody_in_the_facilitators_own_view() -> None:
    """`show` is the facilitator's own file: three votes are shown as three votes."""
    of = assessment(skeleton(SMALL), ratings={"welcome": Rating(level=3, rounds=((0, 1, 2, 0, 0),))})
    agreement = facts(of)["practices"]["welcome"]["agreement"]
    assert agreement["histogram"] == [0, 1, 2, 0, 0]
    assert rows(shown(of), "Practices")["welcome"] == ("3 Level 3", "4", "0 1 2 0 0", "3", "—")


def test_a_practice_without_votes_has_no_agreement() -> None:
    """A level that was typed in is no vote."""
    assert facts(assessment(skeleton(SMALL), {"mission": 3}))["practices"]["mission"]["agreement"] is None


def test_where_nothing_is_rated_there_is_no_number_at_all() -> None:
    """A blank is no zero: in the data null, on paper a dash and a sentence."""
    of = assessment(skeleton(SMALL))
    found = facts(of)
    assert (found["overall"]["score"], found["overall"]["level"]) == (None, None)
    assert found["coverage"] == {"rated": 0, "applicable": 3, "total": 3}
    assert {result["score"] for result in found["dimensions"].values()} == {None}
    assert found["practices"]["mission"]["target"] is None
    assert len(under(shown(of), "Overall")) == 1
    assert rows(shown(of), "Dimensions") == {
        "WHOLE": ("—", "—", "—", "—", "0 / 3"),
        "purpose": ("—", "—", "—", "—", "0 / 2"),
        "care": ("—", "—", "—", "—", "0 / 1"),
    }
    assert set(rows(shown(of), "Practices").values()) == {("—", "—", "—", "—", "—")}


def test_a_practice_that_does_not_apply_counts_for_nothing_and_is_shown_with_its_reason() -> None:
    """Neither full marks nor a gap: left out of the coverage, and said so."""
    of = assessment(skeleton(SMALL), {"mission": 4}, ratings={"vision": Rating(not_applicable="Head office")})
    found = facts(of)
    assert found["dimensions"]["purpose"]["coverage"] == {"rated": 1, "applicable": 1, "total": 2}
    assert found["practices"]["vision"]["not_applicable"] == "Head office"
    assert (found["practices"]["vision"]["level"], found["practices"]["vision"]["target"]) == (None, None)
    assert rows(shown(of), "Practices")["vision"] == ("not applicable", "—", "—", "—", "—")
    assert Quote("Head office") in under(shown(of), "vision")
    why = under(shown(of), "purpose")[0]
    assert isinstance(why, Bullets)
    assert "Left out as not applicable: vision (Head office)." in why.items


def test_the_document_says_the_score_with_its_coverage_target_and_gap() -> None:
    """Each row can be read alone: level, score, where to, how far, how much was rated."""
    of = assessment(skeleton(SMALL), {"mission": 2, "vision": 3, "welcome": 5})
    assert rows(shown(of), "Dimensions") == {
        "WHOLE": ("2 / 5", "3.8", "—", "—", "3 / 3"),
        "purpose": ("2 / 5", "2.5", "3.5", "1.0", "2 / 2"),
        "care": ("5 / 5", "5.0", "5.0", "0.0", "1 / 1"),
    }
    sentence = under(shown(of), "Overall")[0]
    assert Paragraph("Held back by: purpose (holds 2).") in under(shown(of), "Overall")
    assert isinstance(sentence, Paragraph)
    for told in ("level 2 Level 2 of 5", "score 3.8", "3 of 3 rated"):
        assert told in sentence.text


def test_every_score_explains_itself() -> None:
    """How did I get this number? The page answers: what counted, weights, rounding, what holds it."""
    model = skeleton({"purpose": ("mission", "vision", "values")}, weights={"mission": 2.0})
    why = under(shown(assessment(model, {"mission": 2, "vision": 3})), "purpose")[0]
    assert isinstance(why, Bullets)
    assert why.items == (
        "Counted: mission 2 (weight 2), vision 3 (weight 1).",
        "Their mean, each times its weight, is 7 / 3 = 2.333, shown as 2.3.",
        "It holds level 2: at 2 or above are 3 of 3 by weight (100 %), more than 50 %.",
        "Level 3 would need more than 50 % at 3 or above; there are 1 of 3 by weight (33 %).",
        "Below 3 stands: mission.",
        "Left out because not rated: values.",
    )


def test_a_gate_that_is_not_passed_names_who_holds_it() -> None:
    """A capped level without its reason would look like a mistake."""
    gate = Gate(
        id="g", dimension="purpose", every_practice_at_least=4, caps_overall_at=3, explanation="First things"
    )
    practices = ("mission", "a", "b", "c", "d", "e", "f")
    of = assessment(
        skeleton({"purpose": practices}, gates=(gate,)), dict.fromkeys(practices, 5) | {"mission": 2}
    )
    found = facts(of)
    assert found["gates"] == [
        {"id": "g", "floor": 4, "caps_overall_at": 3, "caps": True, "practices": ["mission"]}
    ]
    assert (found["overall"]["level"], found["overall"]["held_back_by"]) == (3, ["mission"])
    assert found["dimensions"]["purpose"]["level"] == 5
    assert Paragraph("Gate: the overall level is capped at 3 while these stand below 4: mission.") in under(
        shown(of), "Overall"
    )


def test_contradictions_are_told_with_their_why() -> None:
    """Linked dimensions far apart are worth a conversation."""
    link = Link(between=("purpose", "care"), why="Who cares knows why")
    of = assessment(skeleton(SMALL, links=(link,)), {"mission": 4, "vision": 4, "welcome": 2})
    assert profile_json(of)["contradictions"] == [
        {"higher": "purpose", "lower": "care", "apart": 2.0, "why": "Who cares knows why"}
    ]
    told = under(shown(of), "Contradictions worth a conversation")
    assert told == [Bullets(("purpose 4.0, but care 2.0: Who cares knows why",))]


PAIN = Symptom(title="It hurts", probe="Where?", points_to=("mission", "vision"))


def suffering(**levels: int) -> Assessment:
    """Two practices that a symptom seen often points to, and a symptom that no model knows."""
    of = assessment(skeleton(SMALL), levels)
    said = {"lost": SymptomSeen(seen="sometimes"), "pain": SymptomSeen(seen="often", note="Each\nspring")}
    return of.model_copy(update={"symptoms": said})


def test_symptoms_are_told_with_how_the_practices_stand_that_they_point_to() -> None:
    """The group said what hurts; the page says where to look."""
    document = profile_document(suffering(mission=2), WORDS, {"pain": PAIN})
    assert under(document, "It hurts") == [
        Paragraph("Seen often. It points to: mission 2, vision (not rated)."),
        Quote("Each\nspring"),
    ]
    assert under(document, "lost") == [Paragraph("Seen sometimes.")]
    assert Heading(2, "Contradictions worth a conversation") not in document
    found = profile_json(suffering(mission=2), {"pain": PAIN})
    assert found["symptoms"] == {
        "pain": {
            "seen": "often",
            "note": "Each\nspring",
            "points_to": ["mission", "vision"],
            "unexplained": False,
        },
        "lost": {"seen": "sometimes", "note": "", "points_to": None, "unexplained": None},
    }


def test_a_symptom_that_the_ratings_do_not_explain_is_a_contradiction() -> None:
    """All is excellent, and yet it hurts: that is the talk to have."""
    document = profile_document(suffering(mission=4, vision=5), WORDS, {"pain": PAIN})
    assert under(document, "Contradictions worth a conversation") == [
        Bullets(
            ("“It hurts” is seen often, yet all that it points to is rated 4 or above: mission 4, vision 5.",)
        )
    ]


def test_without_the_model_symptoms_have_their_ids_and_the_page_says_why() -> None:
    """The colleague who got the file alone is told what is missing, and still reads the rest."""
    document = shown(suffering(mission=4, vision=5))
    (said,) = under(document, "Symptoms")
    assert isinstance(said, Paragraph)
    assert said.text.startswith("The model file is not at hand")
    assert under(document, "pain") == [Paragraph("Seen often."), Quote("Each\nspring")]
    assert Heading(2, "Contradictions worth a conversation") not in document


def test_where_less_than_half_is_rated_every_number_is_so_far() -> None:
    """A score of three practices of 36 is no result."""
    few = under(shown(assessment(skeleton(SMALL), {"mission": 3})), "Overall")[0]
    assert few == Paragraph("So far it holds level 3 Level 3 of 5, score 3.0; only 1 of 3 rated.")


def test_a_practice_in_the_table_says_how_far_its_voters_agree() -> None:
    """Eight votes within three levels can be told from chance."""
    of = assessment(skeleton(SMALL), ratings={"welcome": Rating(level=3, rounds=((0, 2, 5, 1, 0),))})
    assert rows(shown(of), "Practices")["welcome"][-1] == "spread, strong agreement"


def test_what_was_written_stands_with_its_practice() -> None:
    """Notes, reasons and evidence are why the number can be believed in a year."""
    rating = Rating(
        level=3,
        note="Seen\ntwice",
        reason="Two were new",
        evidence=(Evidence(text="Poster", link="http://x.example", date=date(2026, 11, 1)),),
    )
    told = under(shown(assessment(skeleton(SMALL), ratings={"welcome": rating})), "welcome")
    assert Quote("Seen\ntwice") in told
    assert Quote("Two were new") in told
    assert Bullets(("Evidence: Poster · http://x.example · 2026-11-01",)) in told


def test_only_what_was_in_scope_is_shown() -> None:
    """A workshop on one dimension reports on one dimension."""
    of = assessment(skeleton(SMALL), {"welcome": 3, "mission": 1}, scope=("care",))
    assert facts(of)["practices"].keys() == {"welcome"}
    assert facts(of)["dimensions"].keys() == {"care"}
    assert list(rows(shown(of), "Practices")) == ["welcome"]


@pytest.mark.parametrize(
    ("top", "cells", "line"),
    [
        (5, 10, " 1 2 3 4 5"),
        (10, 10, "1  4  7 10"),
        (10, 20, "   2   4   6   8  10"),
        (10, 30, "  1  2  3  4  5  6  7  8  9 10"),
        (5, 0, ""),
    ],
)
def test_a_scale_above_bars_is_numbers_that_can_be_told_apart(top: int, cells: int, line: str) -> None:
    """`123456789…` is one number to whoever reads it; the highest level stands above the end of a bar."""
    assert scale_line(top, cells) == line
