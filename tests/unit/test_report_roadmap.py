"""The roadmap as a document and as data: what, when, who, how many days, and what did not fit."""

from __future__ import annotations

import json
from datetime import date
from gettext import NullTranslations
from typing import Any

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate, Initiative, MaturityModel, Symptom
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord, SymptomSeen, Unplanned
from culture_tui.domain.standing import planned_days
from culture_tui.reports.document import Block, Bullets, Heading, Paragraph, Quote, Table
from culture_tui.reports.roadmap import roadmap_document
from culture_tui.reports.roadmap_data import roadmap_json
from support import aimed, initiative, maturity_model, rated, step

WORDS = NullTranslations()
LONG = initiative(step("welcome", 2, 3), effort=9.0, weeks=27, needs=("talk",))
INITIATIVES = {
    "talk": initiative(step("mission", 2, 3), effort=5.0).model_copy(
        update={"title": "Talk", "owner_role": "Team lead"}
    ),
    "greet": LONG.model_copy(update={"title": "Greet"}),
    "more": initiative(step("welcome", 3, 4)),
    "write": initiative(step("mission", 3, 4), effort=2.5).model_copy(update={"title": "Write"}),
}


def model(**initiatives: Initiative) -> MaturityModel:
    """Two practices and what can be done about them."""
    return maturity_model({"purpose": ("mission", "welcome")}, initiatives or INITIATIVES)


def record(*unplanned: Unplanned, **steps: PlannedStep) -> RoadmapRecord:
    """Four quarters of 2027 and the first of 2028, from January on."""
    return RoadmapRecord(
        start=date(2027, 1, 1),
        quarters=5,
        capacity=(10.0, 8.0, 8.0, 8.0, 7.5),
        unplanned=unplanned,
        steps=steps,
    )


def today() -> Assessment:
    """Both practices at level 2."""
    return rated(model(), mission=2, welcome=2)


def facts(kept: RoadmapRecord) -> dict[str, Any]:
    """The data as another program reads them."""
    read: dict[str, Any] = json.loads(json.dumps(roadmap_json(today(), model(), kept), allow_nan=False))
    return read


def shown(kept: RoadmapRecord) -> list[Block]:
    """The document in English."""
    return list(roadmap_document(today(), model(), kept, WORDS))


TALK = PlannedStep(quarter=1)


def test_the_data_have_the_keys_that_were_promised() -> None:
    """A consultant's own charts are drawn from them."""
    found = facts(record(Unplanned(initiative="write", reason="capacity"), talk=TALK))
    assert found.keys() == {"id", "start", "quarters", "unplanned", "dropped", "unknown"}
    assert (found["id"], found["start"]) == (today().id, "2027-01-01")
    assert found["unplanned"] == [{"initiative": "write", "reason": "capacity"}]
    assert found["quarters"][0] == {
        "quarter": 1,
        "name": "Q1 2027",
        "capacity": 10.0,
        "planned_days": 5.0,
        "days_over": 0.0,
        "projected": {
            "score": 2.5,
            "level": 2,
            "coverage": {"rated": 2, "applicable": 2, "total": 2},
            "dimensions": {"purpose": {"score": 2.5, "level": 2, "lifted_by": ["talk"]}},
            "gates_opened": [],
        },
        "steps": [
            {
                "initiative": "talk",
                "title": "Talk",
                "steps": [{"practice": "mission", "from": 2, "to": 3}],
                "effort_days": 5.0,
                "weeks": 10,
                "owner": "",
                "owner_role": "Team lead",
                "status": "planned",
                "due": None,
                "note": "",
                "pinned": False,
                "own": False,
                "before_what_it_needs": [],
                "value": 1.0,
                "reasons": [
                    {
                        "practice": "mission",
                        "from": 2,
                        "to": 3,
                        "weight": 1.0,
                        "factor": 1.0,
                        "gates": [],
                        "symptoms": [],
                    }
                ],
            }
        ],
    }


def test_a_step_over_several_quarters_takes_days_in_each() -> None:
    """27 weeks are three quarters: nine days are three in each, and none before or behind."""
    kept = record(greet=PlannedStep(quarter=2))
    assert [planned_days(model(), kept, quarter) for quarter in range(1, 6)] == [0.0, 3.0, 3.0, 3.0, 0.0]


def test_what_is_done_takes_no_days_and_what_is_dropped_is_not_shown() -> None:
    """The days are those that people still have to find."""
    kept = record(talk=PlannedStep(quarter=1, status="done"), write=PlannedStep(quarter=1, status="dropped"))
    assert planned_days(model(), kept, 1) == 0.0
    assert [each["initiative"] for each in facts(kept)["quarters"][0]["steps"]] == ["talk"]
    headings = [block.text for block in shown(kept) if isinstance(block, Heading)]
    assert headings[1:4] == ["Q1 2027 · committed", "Talk", "Dropped"]


def test_a_step_that_the_model_no_longer_knows_is_left_out() -> None:
    """A newer model may have dropped an initiative; the rest of the plan is still to be read."""
    kept = record(Unplanned(initiative="lost", reason="horizon"), gone=PlannedStep(quarter=1), talk=TALK)
    assert [each["initiative"] for each in facts(kept)["quarters"][0]["steps"]] == ["talk"]
    assert Heading(2, "Did not fit") not in shown(kept)


def test_the_first_quarter_is_committed_the_next_three_are_next_the_rest_is_later() -> None:
    """Nobody should read the fifth quarter as a promise."""
    kept = record(
        talk=TALK,
        write=PlannedStep(quarter=2),
        greet=PlannedStep(quarter=4),
        more=PlannedStep(quarter=5),
    )
    headings = [block.text for block in shown(kept) if isinstance(block, Heading) and block.rank == 2]
    assert headings[:-1] == [
        "Q1 2027 · committed",
        "Q2 2027 · next",
        "Q4 2027 · next",
        "Q1 2028 · later",
    ]


def test_the_document_shows_days_and_the_projected_profile_a_quarter() -> None:
    """What it costs and what it promises stand side by side."""
    kept = record(talk=TALK, greet=PlannedStep(quarter=2), write=PlannedStep(quarter=5))
    table = next(block for block in shown(kept) if isinstance(block, Table))
    assert table.rows == (
        ("Q1 2027", "5 / 10", "2 Level 2", "2.5"),
        ("Q2 2027", "3 / 8", "2 Level 2", "2.5"),
        ("Q3 2027", "3 / 8", "2 Level 2", "2.5"),
        ("Q4 2027", "3 / 8", "3 Level 3", "3.0"),
        ("Q1 2028", "2.5 / 7.5", "3 Level 3", "3.5"),
    )
    assert Paragraph("Today: level 2 Level 2, score 2.0.") in shown(kept)


def test_a_step_says_how_one_knows_that_it_is_done_and_who_leads() -> None:
    """Without an end and an owner it is a wish."""
    kept = record(
        talk=TALK, greet=PlannedStep(quarter=1, owner="Lead", due=date(2027, 9, 30), note="Ask\nher")
    )
    first, second = (block for block in shown(kept) if isinstance(block, Bullets))
    assert first.items == (
        "Done when: Done.",
        "Lifts: mission 2→3",
        "Effort: 5 person-days over 10 weeks",
        "Owner: Team lead (proposed)",
        "Value 1: mission 2→3",
    )
    assert second.items == (
        "Done when: Done.",
        "Lifts: welcome 2→3",
        "Effort: 9 person-days over 27 weeks",
        "Owner: Lead",
        "Due: 30 September 2027",
        "Needs: Talk",
        "▲ before what it needs: Talk",
        "Value 1: welcome 2→3",
    )
    assert Quote("Ask\nher") in shown(kept)


def test_a_step_under_way_says_so() -> None:
    """What has begun is not planned any more."""
    bullets = next(
        block
        for block in shown(record(talk=PlannedStep(quarter=1, status="started")))
        if isinstance(block, Bullets)
    )
    assert "Status: started" in bullets.items


def test_what_did_not_fit_is_listed_with_the_reason() -> None:
    """Left out is not forgotten: the reason says what would change it."""
    kept = record(
        Unplanned(initiative="talk", reason="capacity"),
        Unplanned(initiative="greet", reason="horizon"),
        Unplanned(initiative="write", reason="precedence"),
    )
    document = shown(kept)
    table = document[document.index(Heading(2, "Did not fit")) + 1]
    assert isinstance(table, Table)
    assert [row[:2] for row in table.rows] == [("Talk", "5"), ("Greet", "9"), ("Write", "2.5")]
    assert len({row[2] for row in table.rows}) == 3


def test_where_nothing_is_rated_nothing_is_promised() -> None:
    """A projection from blanks would be an invention."""
    document = roadmap_document(rated(model()), model(), record(), WORDS)
    assert not any(isinstance(block, Table) for block in document)
    assert len([block for block in document if isinstance(block, Paragraph)]) == 2


def pressed() -> tuple[Assessment, MaturityModel]:
    """Two practices, one of weight 2, to which a gate and two symptoms point; one of these was never seen."""
    gate = Gate(id="floor", dimension="purpose", every_practice_at_least=3, caps_overall_at=1)
    symptoms = {
        key: Symptom(title=title, probe="How?", points_to=("mission",))
        for key, title in (("late", "[late]"), ("gone", "Gone"))
    }
    works = {
        "both": initiative(step("mission", 2, 3), step("welcome", 3, 4)),
        "reached": initiative(step("mission", 1, 2)),
        "later": initiative(step("welcome", 3, 4), step("mission", 2, 3), needs=("idle",), effort=4.0),
        "idle": initiative(step("vision", 2, 3)),
    }
    model = maturity_model(
        {"purpose": ("mission", "welcome"), "rest": ("vision",)},
        works,
        symptoms=symptoms,
        weights={"mission": 2.0},
        gates=(gate,),
    )
    seen = {"late": SymptomSeen(seen="sometimes"), "gone": SymptomSeen(seen="never")}
    of = rated(model, mission=2, welcome=3, vision=2)
    return aimed(of, vision=2).model_copy(update={"symptoms": seen}), model


def values(*keys: str) -> list[str]:
    """What the document says each of these initiatives is worth."""
    of, model = pressed()
    kept = record(**dict.fromkeys(keys, TALK))
    document = roadmap_document(of, model, kept, WORDS)
    return [block.items[-1] for block in document if isinstance(block, Bullets)]


def test_an_initiative_says_what_it_is_worth_and_why() -> None:
    """Whoever asks why this comes first is answered by the page: weight, gate and symptom."""
    assert values("later") == [
        (
            "Value 3.5: mission 2→3 (weight 2), counted 1.25 times because the gate floor waits for it "
            "and the symptom “[late]” was reported; welcome 3→4"
        )
    ]


def test_an_initiative_that_closes_no_gap_or_only_enables_says_so() -> None:
    """A pinned promise and an enabler have no value of their own, which is no fault."""
    assert values("reached") == ["It closes no gap now: its levels are reached, or nobody aims at them."]
    assert values("idle") == ["Value 0, since it lifts nothing by itself now; other initiatives need it."]


def test_the_data_give_the_reasons_by_id_and_they_add_up_to_the_value() -> None:
    """A consultant's own ranking starts from the parts, not from our sum."""
    of, model = pressed()
    found: Any = roadmap_json(of, model, record(later=TALK, reached=TALK))
    later, reached = found["quarters"][0]["steps"]
    assert later["reasons"][0] == {
        "practice": "mission",
        "from": 2,
        "to": 3,
        "weight": 2.0,
        "factor": 1.25,
        "gates": ["floor"],
        "symptoms": ["late"],
    }
    summed = sum(each["weight"] * (each["to"] - each["from"]) * each["factor"] for each in later["reasons"])
    assert summed == later["value"] == 3.5
    assert (reached["value"], reached["reasons"]) == (None, [])


def test_an_over_full_quarter_says_by_how_much() -> None:
    """Pinning may promise more than people have; whoever reads the document must see it."""
    kept = record(talk=TALK, greet=TALK, write=PlannedStep(quarter=1, pinned=True)).model_copy(
        update={"capacity": (4.0, 8.0, 8.0, 8.0, 7.5)}
    )
    table = next(block for block in shown(kept) if isinstance(block, Table))
    assert table.rows[0][1] == "10.5 / 4 ▲ 6.5 over"
    assert (facts(kept)["quarters"][0]["days_over"], facts(kept)["quarters"][1]["days_over"]) == (6.5, 0.0)
    assert any(
        "Pinned: it stays in this quarter" in each.items for each in shown(kept) if isinstance(each, Bullets)
    )


def test_what_was_dropped_and_what_the_model_lost_are_listed_with_their_notes() -> None:
    """What people wrote about a step is theirs, whatever becomes of the step."""
    kept = record(
        write=PlannedStep(quarter=2, status="dropped", note="no\nmoney"),
        gone=PlannedStep(quarter=1, status="started", owner="Lead"),
    )
    document = shown(kept)
    tables = {
        title: document[document.index(Heading(2, title)) + 1]
        for title in ("Dropped", "No longer in the model")
    }
    assert [each.rows for each in tables.values() if isinstance(each, Table)] == [
        (("Write", "Q2 2027", "dropped", "—", "no money"),),
        (("gone", "Q1 2027", "started", "Lead", "—"),),
    ]
    (dropped,), (unknown,) = facts(kept)["dropped"], facts(kept)["unknown"]
    assert (dropped["initiative"], dropped["title"], dropped["note"]) == ("write", "Write", "no\nmoney")
    assert (unknown["initiative"], unknown["title"], unknown["status"]) == ("gone", None, "started")


def test_an_own_step_is_in_the_document_and_in_the_data() -> None:
    """A group's own idea is as good a promise as one of the model's."""
    own = OwnInitiative(title="Mirror", effort_days=2.0, weeks=4)
    kept = record(talk=TALK).model_copy(
        update={"own": {"own-mirror": own}, "steps": {"talk": TALK, "own-mirror": PlannedStep(quarter=2)}}
    )
    of = today().model_copy(update={"roadmap": kept})
    whole = with_own_steps(model(), of)
    bullets = [each.items for each in roadmap_document(of, whole, kept, WORDS) if isinstance(each, Bullets)]
    assert bullets[1] == (
        "Effort: 2 person-days over 4 weeks",
        "Owner: —",
        "Added by the group itself",
        "It lifts nothing that is measured.",
    )
    data: Any = roadmap_json(of, whole, kept)
    (step_json,) = data["quarters"][1]["steps"]
    assert (step_json["own"], step_json["title"], step_json["steps"]) == (True, "Mirror", [])


def test_the_document_tells_what_each_quarter_lifts_and_which_gate_opens() -> None:
    """A sponsor pays for the profile of next year, not for a list of tasks."""
    gate = Gate(id="floor", dimension="purpose", every_practice_at_least=3, caps_overall_at=2)
    gated = maturity_model({"purpose": ("mission", "welcome")}, INITIATIVES, gates=(gate,))
    of = rated(gated, mission=2, welcome=3)
    document = list(roadmap_document(of, gated, record(talk=PlannedStep(quarter=2)), WORDS))
    at = document.index(Heading(3, "After Q2 2027"))
    assert document[at + 1 : at + 4] == [
        Paragraph("Overall: level 2 Level 2 → 3 Level 3, score 2.5 → 3.0, from 2 of 2 rated."),
        Table(("Dimension", "Level", "Score", "Lifted by"), (("purpose", "2 → 3", "2.5 → 3.0", "Talk"),)),
        Paragraph("A gate opens: everything in purpose stands at 3 or above."),
    ]
    assert Heading(3, "After Q1 2027") not in document
    data: Any = roadmap_json(of, gated, record(talk=PlannedStep(quarter=2)))
    assert [each["projected"]["gates_opened"] for each in data["quarters"]] == [[], ["floor"], [], [], []]
