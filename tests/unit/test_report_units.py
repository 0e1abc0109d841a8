"""Units side by side as a document and as data: places, weaknesses, and how each went over time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from gettext import NullTranslations
from typing import Any

from comparing import entries, levels, model, of_unit, taken
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Link
from culture_tui.domain.records import Rating, Subject, SymptomSeen
from culture_tui.domain.units import Units, side_by_side
from culture_tui.reports.document import Bullets, Document, Heading, Table
from culture_tui.reports.units import units_document
from culture_tui.reports.units_data import COLUMNS, units_json, units_rows
from support import skeleton

WORDS = NullTranslations()


def made(found: Units, symptoms: Mapping[str, str] | None = None) -> Document:
    """The document in English."""
    return units_document(found, symptoms or {}, WORDS)


def headings(document: Document) -> list[str]:
    """All headings, in order."""
    return [block.text for block in document if isinstance(block, Heading)]


def told(document: Document) -> list[str]:
    """What is said in lists."""
    return [item for block in document if isinstance(block, Bullets) for item in block.items]


def tables(document: Document, heading: str) -> list[Table]:
    """The tables under a heading, down to the next one."""
    at = next(i for i, each in enumerate(document) if isinstance(each, Heading) and each.text == heading)
    found = []
    for block in document[at + 1 :]:
        if isinstance(block, Heading):
            break
        if isinstance(block, Table):
            found.append(block)
    return found


def unit(name: str, on: date = date(2026, 5, 1), number: int = 0, **found: int) -> Assessment:
    """An assessment of a unit with these levels."""
    return of_unit(taken(levels(**found), on=on, workshop={"participants": 8}), name, number)


def three() -> Units:
    """Three units, one without the care dimension."""
    return side_by_side(
        entries(
            unit("desk", mission=4, welcome=3), unit("branch", mission=2, welcome=3), unit("lab", mission=3)
        )
    )


def crowd(count: int) -> Units:
    """As many units, from level 1 to 5 and again."""
    return side_by_side(entries(*(unit(f"u{n:02}", mission=n % 5 + 1) for n in range(count))))


def test_units_are_listed_by_place_with_what_their_numbers_rest_on() -> None:
    """A place without coverage and people beside it is gossip."""
    (listed,) = tables(made(three()), "Units")
    assert listed.header == ("Place", "Unit", "Date", "Level held", "Score", "Rated", "People")
    assert listed.rows == (
        ("1 of 3", "Harbour Bank · desk", "2026-05-01", "3", "3.5", "2/4", "8"),
        ("2 of 3", "Harbour Bank · lab", "2026-05-01", "3", "3.0", "1/4", "8"),
        ("3 of 3", "Harbour Bank · branch", "2026-05-01", "2", "2.5", "2/4", "8"),
    )


def test_few_units_stand_beside_each_other_with_level_score_and_place() -> None:
    """Seven dimensions, three units: one look."""
    (matrix,) = tables(made(three()), "Units and dimensions")
    assert matrix.header == ("Dimension", "desk", "lab", "branch")
    assert matrix.rows == (
        ("purpose", "4 · 4.0 · 1", "3 · 3.0 · 2", "2 · 2.0 · 3"),
        ("care", "3 · 3.0 · 1", "—", "3 · 3.0 · 1"),
    )


def test_many_units_stand_below_each_other_and_each_dimension_tells_its_range() -> None:
    """A thousand columns fit on no page."""
    document = made(crowd(7))
    matrix, ranges = tables(document, "Units and dimensions")
    assert matrix.header == ("Unit", "1", "2")
    assert matrix.rows[0] == ("Harbour Bank · u04", "5 5.0", "—")
    assert ranges.rows == (
        ("1", "purpose", "1.0", "2.0", "5.0", "u04", "u00, u05"),
        ("2", "care", "—", "—", "—", "—", "—"),
    )


def test_more_than_three_units_at_an_end_are_told_as_a_number() -> None:
    """Two hundred names in a cell are none."""
    (_, ranges) = tables(made(crowd(30)), "Units and dimensions")
    assert ranges.rows[0][5] == "u04, u09, u14 and 3 more"


def test_a_percentile_has_a_column_from_twenty_units_on() -> None:
    """Below that it does not exist, and an empty column asks for it."""
    assert "Percentile" not in tables(made(crowd(19)), "Units")[0].header
    (listed,) = tables(made(crowd(20)), "Units")
    assert listed.header[-1] == "Percentile"
    assert (listed.rows[0][-1], listed.rows[-1][-1]) == ("90", "10")


def test_common_weaknesses_are_told_in_units() -> None:
    """Weak in two of three units: a sentence for the board."""
    aimed = of_unit(taken({"mission": Rating(level=3, target=3)}), "lab")
    of_three = side_by_side(entries(unit("desk", mission=2), unit("branch", mission=2, welcome=1), aimed))
    (weak,) = tables(made(of_three), "Where units are weak")
    assert weak.rows == (("mission", "2 of 3 units"), ("welcome", "1 of 1 unit"))


def test_the_bar_that_units_are_held_against_is_told() -> None:
    """Weak against what?"""
    found = [unit("desk", mission=2), unit("branch", mission=4)]
    page = [str(block) for block in made(side_by_side(entries(*found), target=3))]
    assert [line for line in page if "Units below level 3." in line]


def test_what_units_share_is_told() -> None:
    """The same contradiction in two units is one talk, not two."""
    linked = skeleton(
        {"purpose": ("mission",), "care": ("welcome",)}, links=(Link(between=("purpose", "care"), why="w"),)
    )
    often = {"noise": SymptomSeen(seen="often"), "haste": SymptomSeen(seen="often")}
    apart = taken(levels(mission=4, welcome=2), of=linked).model_copy(update={"symptoms": often})
    document = made(side_by_side(entries(of_unit(apart, "a"), of_unit(apart, "b"))), {"noise": "It is loud"})
    assert told(document) == [
        "Contradiction: purpose high, care low in 2 of 2.",
        "Symptom seen often: It is loud in 2 of 2.",
        "Symptom seen often: haste in 2 of 2.",
    ]


def test_what_is_left_out_or_not_alike_is_told_before_the_numbers() -> None:
    """A matrix with a hole that nobody mentions is a wrong matrix."""
    other = of_unit(taken(levels(mission=2), of=model(id="other")), "x")
    copy = unit("desk", mission=1)
    changed = copy.with_level("mission", 3, copy.updated).model_copy(update={"id": copy.id})
    newer = of_unit(taken(levels(mission=2), of=model("1.1.0"), workshop={"scope": ("purpose",)}), "lab")
    document = made(side_by_side(entries(other, copy, changed, newer, unit("desk", number=1, mission=2))))
    assert told(document) == [
        "Left out: desk-0.toml, a copy of an assessment that is here too; the one changed last counts.",
        "Left out: x-0.toml, rated with another model than Small.",
        "They were rated with several versions of the model (1.0.0, 1.1.0); practices match by their ids.",
        (
            "Not all units talked about the same dimensions: the whole of one is not the whole of another. "
            "Look at the places dimension by dimension."
        ),
        "Less than half is rated so far, so the place says little: desk.",
        "A unit with several assessments stands here with its newest one.",
    ]


def test_one_unit_over_time_is_a_run_of_dots_without_a_line() -> None:
    """Three points carry no trend; who draws a line through them is guessing."""
    run = [
        unit("desk", date(2026, month, 1), month, mission=level) for month, level in ((1, 2), (5, 2), (9, 3))
    ]
    document = made(side_by_side(entries(*reversed(run))))
    assert headings(document)[-1] == "Over time"
    chart, by_dimension = tables(document, "Over time")
    assert chart.header == ("Date", "1", "2", "3", "4", "5", "Score", "Rated", "People")
    assert chart.rows == (
        ("2026-01-01", "·", "●", "·", "·", "·", "2.0", "1/4", "8"),
        ("2026-05-01", "·", "●", "·", "·", "·", "2.0", "1/4", "8"),
        ("2026-09-01", "·", "·", "●", "·", "·", "3.0", "1/4", "8"),
    )
    assert by_dimension.rows == (("purpose", "2", "2", "3"), ("care", "—", "—", "—"))


def test_a_long_run_shows_its_newest_dates_by_dimension() -> None:
    """Ten years of workshops do not fit beside each other; the chart has them all."""
    run = [unit("desk", date(2026, 1, day), day, mission=2) for day in range(1, 12)]
    chart, by_dimension = tables(made(side_by_side(entries(*run))), "Over time")
    assert len(chart.rows) == 11
    assert by_dimension.header == ("Dimension", *(f"2026-01-{day:02}" for day in range(4, 12)))


def test_units_with_three_assessments_have_a_run_of_their_own_below() -> None:
    """Who came third of seven, and is it getting better?"""
    run = [unit("desk", date(2026, month, 1), month, mission=2) for month in (1, 2, 3)]
    document = made(side_by_side(entries(*run, unit("lab", mission=2), unit("lab", number=1, mission=3))))
    assert headings(document)[-2:] == ["Over time", "Harbour Bank · desk"]
    assert headings(document)[0] == "2 units side by side"


def test_many_units_are_told_without_the_run_of_each() -> None:
    """Four hundred runs behind the table are a book; the data has them all."""
    run = [unit("desk", date(2026, month, 1), month, mission=2) for month in (1, 2, 3)]
    others = [unit(f"u{number}", mission=2) for number in range(6)]
    found = side_by_side(entries(*run, *others))
    document = made(found)
    assert "Over time" not in headings(document)
    assert told(document)[-1] == "To see how a unit went over time, compare its own files."
    assert "Over time" in headings(made(side_by_side(entries(*run, *others[:5]))))


def test_another_major_version_is_told_to_read_otherwise() -> None:
    """A table cannot show which ruler was used; it can say that there are two."""
    renewed = of_unit(taken(levels(mission=2), of=model("2.0.0")), "lab")
    said = told(made(side_by_side(entries(unit("desk", mission=2), unit("shop", mission=2), renewed))))
    assert said[:2] == [
        "They were rated with several versions of the model (1.0.0, 2.0.0); practices match by their ids.",
        "With another major version a practice may read otherwise: compare two files to see which do.",
    ]


def test_a_run_over_other_dimensions_is_told_as_such() -> None:
    """True North in spring and everything in autumn are two wholes."""
    run = [unit("desk", date(2026, month, 1), month, mission=2) for month in (1, 2, 3)]
    narrow = run[0].workshop.model_copy(update={"scope": ("purpose",)})
    document = made(side_by_side(entries(run[0].model_copy(update={"workshop": narrow}), *run[1:])))
    assert told(document)[0] == (
        "Not each time the same dimensions were talked about: the whole of one workshop is not the whole of "
        "another."
    )


def test_units_of_the_same_name_are_told_apart_by_their_organisation() -> None:
    """Every client has a front desk."""
    other = unit("desk", number=1, mission=3).model_copy(
        update={"id": "other", "subject": Subject(organisation="Tarn Bank", unit="desk")}
    )
    (matrix,) = tables(made(side_by_side(entries(unit("desk", mission=2), other))), "Units and dimensions")
    assert matrix.header == ("Dimension", "Tarn Bank · desk", "Harbour Bank · desk")


def test_data_holds_units_places_runs_and_what_was_set_aside() -> None:
    """Another program draws its own picture."""
    other = of_unit(taken(levels(mission=2), of=model(id="other")), "x")
    run = [unit("desk", date(2026, month, 1), month, mission=2) for month in (1, 2, 3)]
    found = side_by_side(entries(*run, unit("lab", mission=3), other))
    facts: dict[str, Any] = json.loads(json.dumps(units_json(found), allow_nan=False))
    assert (facts["kind"], facts["target"]) == ("units", None)
    assert [each["unit"] for each in facts["units"]] == ["lab", "desk"]
    assert facts["units"][1]["places"] == {
        "overall": {"rank": 2, "of": 2, "percentile": None},
        "purpose": {"rank": 2, "of": 2, "percentile": None},
    }
    assert [each["date"] for each in facts["units"][1]["run"]] == ["2026-01-01", "2026-02-01", "2026-03-01"]
    assert facts["units"][1]["file"] == "desk-3.toml"
    assert facts["set_aside"] == [{"file": "x-0.toml", "id": "x-0", "why": "models"}]
    assert facts["weaknesses"][0] == {"practice": "mission", "title": "mission", "below": 2, "rated": 2}


def test_rows_have_a_line_for_each_result_of_each_assessment() -> None:
    """A pivot table is made of this."""
    run = [unit("desk", date(2026, month, 1), month, mission=2) for month in (1, 2)]
    table = units_rows(side_by_side(entries(*run, unit("lab", mission=3))))
    assert table.columns == COLUMNS
    assert [(row["unit"], row["date"], row["id"], row["newest"], row.get("place")) for row in table.rows] == [
        ("lab", "2026-05-01", "", True, 1),
        ("lab", "2026-05-01", "purpose", True, 1),
        ("lab", "2026-05-01", "care", True, None),
        ("desk", "2026-01-01", "", False, None),
        ("desk", "2026-01-01", "purpose", False, None),
        ("desk", "2026-01-01", "care", False, None),
        ("desk", "2026-02-01", "", True, 2),
        ("desk", "2026-02-01", "purpose", True, 2),
        ("desk", "2026-02-01", "care", True, None),
    ]
    assert set().union(*(row.keys() for row in table.rows)) <= set(COLUMNS)
