"""`culture roadmap`: what is kept is printed, what is not is planned, and the file stays as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.planning.plan import plan
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.storage.model_files import shipped_models
from documents import doc, written
from running import Culture, Ran
from support import NOW, assessment, flagship

LEVELS: Final = {"mission": 2, "vision": 2, "core-values": 1}
PROMISED: Final = "principles-that-forbid-something"


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a folder with an assessment against the model that ships, without a plan."""
    kept(tmp_path, unplanned(), "a.toml")
    return Culture(capsys, monkeypatch, tmp_path)


def unplanned() -> Assessment:
    """Three practices of the flagship rated."""
    return assessment(flagship().skeleton(), LEVELS)


def planned() -> Assessment:
    """The same with a plan from April 2027 on, of three quarters with eight days each."""
    record = plan(unplanned(), flagship().model, start=date(2027, 4, 1), quarters=3, capacity=8.0)
    return unplanned().with_roadmap(record, NOW)


def kept(folder: Path, of: Assessment, name: str) -> Path:
    """The file of an assessment."""
    return written(folder, to_toml(to_table(of)), name)


def quarters(ran: Ran) -> list[dict[str, object]]:
    """The quarters of a roadmap as data."""
    found = ran.facts["quarters"]
    assert isinstance(found, list)
    return found


def test_without_a_plan_one_is_made_for_the_next_six_quarters(culture: Culture) -> None:
    """A first roadmap costs no question: 20 days a quarter from the quarter after the workshop."""
    ran = culture("roadmap", "a.toml", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    assert ran.facts["start"] == "2027-01-01"
    assert [each["name"] for each in quarters(ran)] == [
        "Q1 2027",
        "Q2 2027",
        "Q3 2027",
        "Q4 2027",
        "Q1 2028",
        "Q2 2028",
    ]
    assert {each["capacity"] for each in quarters(ran)} == {20.0}
    assert any(each["steps"] for each in quarters(ran))


def test_a_kept_plan_is_printed_as_it_is(culture: Culture) -> None:
    """What was agreed with the client is not planned anew behind anybody's back."""
    record = RoadmapRecord(
        start=date(2027, 4, 1),
        quarters=2,
        capacity=(3.0, 4.0),
        steps={PROMISED: PlannedStep(quarter=2, owner="Lead", pinned=True)},
    )
    kept(culture.home, unplanned().with_roadmap(record, NOW), "b.toml")
    ran = culture("roadmap", "b.toml", "--format", "json")
    assert [each["capacity"] for each in quarters(ran)] == [3.0, 4.0]
    steps = [each["steps"] for each in quarters(ran)]
    assert steps[0] == []
    assert isinstance(steps[1], list)
    assert [(step["initiative"], step["owner"]) for step in steps[1]] == [(PROMISED, "Lead")]


def test_another_capacity_plans_anew_from_the_same_start(culture: Culture) -> None:
    """`--capacity 30` asks what more people would bring; the first quarter stays."""
    kept(culture.home, planned(), "b.toml")
    ran = culture("roadmap", "b.toml", "--capacity", "30", "--format", "json")
    assert ran.facts["start"] == "2027-04-01"
    assert [each["capacity"] for each in quarters(ran)] == [30.0, 30.0, 30.0]


def test_another_horizon_plans_anew(culture: Culture) -> None:
    """`--quarters 4` adds a quarter as large as the last one known."""
    kept(culture.home, planned(), "b.toml")
    ran = culture("roadmap", "b.toml", "--quarters", "4", "--format", "json")
    assert ran.facts["start"] == "2027-04-01"
    assert [each["capacity"] for each in quarters(ran)] == [8.0, 8.0, 8.0, 8.0]


def test_another_start_plans_anew(culture: Culture) -> None:
    """`--start` names the first day; the quarters are counted from it."""
    kept(culture.home, planned(), "b.toml")
    ran = culture("roadmap", "b.toml", "--start", "2028-07-01", "--format", "json")
    assert ran.facts["start"] == "2028-07-01"
    assert [each["name"] for each in quarters(ran)] == ["Q3 2028", "Q4 2028", "Q1 2029"]


def test_planning_writes_nothing_into_the_assessment(culture: Culture) -> None:
    """To look at a plan is not to agree on it."""
    before = (culture.home / "a.toml").read_bytes()
    culture("roadmap", "a.toml", "--capacity", "30")
    assert (culture.home / "a.toml").read_bytes() == before


def test_the_document_goes_to_a_file(culture: Culture) -> None:
    """The client gets a file; standard output stays empty."""
    printed = culture("roadmap", "a.toml").out
    ran = culture("roadmap", "a.toml", "-o", "roadmap.md")
    assert (ran.status, ran.out) == (0, "")
    assert (culture.home / "roadmap.md").read_text("utf-8") == printed


def test_a_model_that_is_not_at_hand_is_named_with_what_to_do(culture: Culture) -> None:
    """Only the initiatives need the whole model; a consultant may have received the assessment alone."""
    written(culture.home, doc(), "b.toml")
    ran = culture("roadmap", "b.toml")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("b.toml: model: ")
    assert "small 1.0.0" in ran.err
    assert "--model" in ran.err


def test_a_model_beside_the_assessment_is_found(culture: Culture) -> None:
    """A colleague mails both files; they lie in one folder."""
    theirs, ours = b'id = "service-culture"', b'id = "ours"'
    written(culture.home, (culture.home / "a.toml").read_bytes().replace(theirs, ours), "b.toml")
    shipped = (shipped_models() / "service-culture.toml").read_bytes()
    written(culture.home, shipped.replace(theirs, ours), "ours.toml")
    assert culture("roadmap", "b.toml").status == 0


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--capacity", "nan"),
        ("--capacity", "inf"),
        ("--capacity", "1e9"),
        ("--start", "1500-01-01"),
        ("--start", "9999-01-01"),
    ],
)
def test_a_number_or_a_day_that_no_plan_can_have_is_wrong_usage(
    culture: Culture, option: str, value: str
) -> None:
    """What cannot be kept in a file cannot be planned either; the answer names the option, not a stack."""
    ran = culture("roadmap", "a.toml", option, value)
    assert (ran.status, ran.out) == (2, "")
    assert option.strip("-") in ran.err


def test_where_nothing_is_rated_there_is_nothing_to_plan(culture: Culture) -> None:
    """A roadmap from nothing would be an invention."""
    kept(culture.home, assessment(flagship().skeleton()), "b.toml")
    ran = culture("roadmap", "b.toml", "--format", "json")
    assert ran.status == 0
    assert [each["steps"] for each in quarters(ran)] == [[]] * 6
