"""An assessment that is saved and loaded is the same assessment."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
import rtoml

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import (
    Evidence,
    PlannedStep,
    Rating,
    RoadmapRecord,
    Subject,
    SymptomSeen,
    Unplanned,
)
from culture_tui.domain.safe_text import clean
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.assessment_files import (
    StoredAssessment,
    Unreadable,
    assessments_in,
    load_assessment,
    new_id,
    slug_of,
    to_table,
    to_toml,
)
from documents import bent, doc, written
from support import NOW, assessment, skeleton

MODEL = skeleton({"purpose": ["mission", "values"], "care": ["welcome"]}, levels=2, weights={"care": 2.5})
WHOLE = assessment(
    MODEL,
    ratings={
        "welcome": Rating(not_applicable="no desk", rated_at=NOW),
        "mission": Rating(
            level=1,
            target=2,
            confidence="low",
            note="one\ntwo",
            evidence=(Evidence(text="a poster", link="https://a.example", date=date(2026, 11, 20)),),
            rounds=((3, 4), (1, 6)),
            reason="the voice of the night shift",
            rated_at=NOW,
        ),
    },
    scope=("purpose",),
).model_copy(
    update={
        "pulse": {"care": Rating(level=2), "purpose": Rating(level=1)},
        "symptoms": {"high-turnover": SymptomSeen(seen="often", note="each spring")},
        "roadmap": RoadmapRecord(
            start=date(2027, 1, 1),
            quarters=2,
            capacity=(10.0, 0.5),
            unplanned=(Unplanned(initiative="b", reason="capacity"),),
            steps={"a": PlannedStep(quarter=2, owner="Desk lead", pinned=True)},
        ),
    }
)


def again(of: Assessment, folder: Path) -> Assessment:
    """The assessment after it was written and read."""
    return load_assessment(written(folder, to_toml(to_table(of)))).assessment


def test_everything_that_is_kept_comes_back(tmp_path: Path) -> None:
    """Nothing that a group said is lost between two sessions."""
    assert again(WHOLE, tmp_path) == WHOLE


def test_a_file_is_written_as_the_format_says() -> None:
    """People read these files, compare them line by line and write scripts for them."""
    lines = to_toml(to_table(WHOLE)).decode().splitlines()
    assert lines[:6] == [
        "format = 1",
        'id = "2026-11-21-payments-7f3a"',
        'title = "Payments desk"',
        'language = "en"',
        "created = 2026-11-21 14:00:00+00:00",
        "updated = 2026-11-21 14:00:00+00:00",
    ]
    assert 'note = "one\\ntwo"' in lines
    assert [line for line in lines if line.startswith("[") and not line.startswith("[model.")] == [
        *("[subject]", "[workshop]", "[model]", "[ratings.mission]", "[ratings.welcome]"),
        *("[pulse.purpose]", "[pulse.care]", "[symptoms.high-turnover]", "[roadmap]", "[roadmap.steps.a]"),
    ]


def test_what_is_default_is_left_out() -> None:
    """A file holds what was said and nothing else."""
    table = to_table(assessment(MODEL, {"mission": 2}).with_target("mission", None, NOW))
    assert table["ratings"] == {"mission": {"level": 2}}
    assert "status" not in table
    assert not {"pulse", "symptoms", "roadmap"} & set(table)
    assert table["workshop"] == {"date": date(2026, 11, 21), "participants": 9}


def test_a_level_that_was_taken_back_leaves_nothing_behind(tmp_path: Path) -> None:
    """An empty table would look like an answer."""
    before = assessment(MODEL, {"mission": 2, "values": 1})
    found = again(before.with_level("mission", None, NOW), tmp_path)
    assert found.ratings == {"values": Rating(level=1)}


def test_ratings_stand_in_the_order_of_the_model_whatever_the_order_of_rating() -> None:
    """Two files of one workshop differ only where the answers do."""
    one = assessment(MODEL, {"mission": 1, "values": 2, "welcome": 1})
    other = assessment(MODEL, {"welcome": 1, "values": 2, "mission": 1})
    assert to_toml(to_table(one)) == to_toml(to_table(other))


def test_ratings_of_practices_that_the_model_dropped_stand_last_by_name() -> None:
    """They are kept, and they do not move about."""
    table = to_table(assessment(MODEL, {"zeal": 1, "art": 1, "welcome": 2, "mission": 1}))
    ratings = table["ratings"]
    assert isinstance(ratings, dict)
    assert list(ratings) == ["mission", "welcome", "art", "zeal"]


def test_a_saved_file_is_saved_again_with_the_same_bytes(tmp_path: Path) -> None:
    """Opening a workshop and closing it changes nothing on a shared drive."""
    once = to_toml(to_table(WHOLE))
    assert to_toml(to_table(again(WHOLE, tmp_path))) == once


def test_a_moment_keeps_its_offset_and_its_fraction(tmp_path: Path) -> None:
    """When a workshop was held is told in the time of the place."""
    moment = datetime(2026, 11, 21, 9, 30, 0, 250_000, timezone(-timedelta(hours=3, minutes=30)))
    found = again(WHOLE.model_copy(update={"created": moment}), tmp_path).created
    assert found == moment
    assert found.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize("text", ["\u202e" * 300, "\t" * 300, "\x1b" * 300], ids=["turned", "tab", "escape"])
def test_a_text_as_long_as_allowed_can_be_loaded_after_it_was_saved(text: str, tmp_path: Path) -> None:
    """What cleaning adds must not lock a group out of its own workshop."""
    try:
        subject = Subject(organisation=text)
    except ValueError:
        return
    kept = WHOLE.model_copy(update={"subject": subject})
    assert again(kept, tmp_path) == kept


def test_half_a_character_is_made_visible_when_it_is_entered() -> None:
    """It would break when the file is saved; so the note is kept, and the half character can be seen."""
    assert Rating(note="a \ud800 b").note == "a U+D800 b"


@pytest.mark.parametrize("field", ["text", "link"])
def test_no_text_of_a_loaded_file_can_act(field: str, tmp_path: Path) -> None:
    """Bytes that drive a terminal are made visible before anything shows them."""
    evidence = {"text": "x"} | {field: "https://a.example/\x1b]0;x\x07\u202e"}
    table = rtoml.loads(doc().decode())
    table["ratings"]["mission"]["evidence"] = [evidence]
    try:
        (kept,) = load_assessment(written(tmp_path, to_toml(table))).assessment.ratings["mission"].evidence
    except UnsoundInputError:
        return
    assert (kept.text, kept.link) == (clean(kept.text), clean(kept.link))


def test_a_loaded_assessment_knows_its_file_and_its_digest(tmp_path: Path) -> None:
    """Whether somebody else changed the file meanwhile is told by the digest."""
    path = written(tmp_path, doc())
    stored = load_assessment(path)
    assert stored.path == path
    assert stored.digest == sha256(doc()).hexdigest()


def test_unknown_keys_are_refused_and_never_dropped(tmp_path: Path) -> None:
    """A key of another tool would be gone with the next save."""
    path = written(tmp_path, bent(doc(), 'note = "ok"', 'notes = "ok"'))
    with pytest.raises(UnsoundInputError) as caught:
        load_assessment(path)
    assert str(caught.value) == f"{path}:51: ratings.mission.notes: this key is not known here"


def test_line_ends_of_windows_in_a_note_become_ours(tmp_path: Path) -> None:
    """A note is the same text wherever it was typed."""
    content = doc(note='"""one\ntwo"""').replace(b"\n", b"\r\n")
    assert load_assessment(written(tmp_path, content)).assessment.ratings["mission"].note == "one\ntwo"


def test_a_folder_is_listed_by_name_with_what_cannot_be_read(tmp_path: Path) -> None:
    """One broken file hides neither itself nor the others."""
    good, bad = written(tmp_path, doc(), "b.toml"), written(tmp_path, b"", "a.toml")
    (tmp_path / "c.toml").mkdir()
    written(tmp_path, b"", "notes.txt")
    found = list(assessments_in(tmp_path))
    assert [each.path for each in found] == [bad, good, tmp_path / "c.toml"]
    assert [type(each) for each in found] == [Unreadable, StoredAssessment, Unreadable]


@pytest.mark.timeout(10)
def test_a_pipe_in_a_folder_does_not_hang_the_list(tmp_path: Path) -> None:
    """The home screen opens whatever somebody put into a shared folder."""
    os.mkfifo(tmp_path / "a.toml")
    assert [type(each) for each in assessments_in(tmp_path)] == [Unreadable]


def test_a_folder_that_is_not_there_holds_no_assessments(tmp_path: Path) -> None:
    """A new workspace is empty and not an error."""
    assert list(assessments_in(tmp_path / "assessments")) == []


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Payments desk", "payments-desk"),
        ("  Café -- Zürich!  ", "cafe-zurich"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ș_T & 2", "s-t-2"),
        ("顧客", ""),
        ("", ""),
        ("x" * 50, "x" * 40),
        (f"{'x' * 39} y", "x" * 39),
    ],
)
def test_a_name_becomes_an_id(text: str, slug: str) -> None:
    """File names are plain letters on every system."""
    assert slug_of(text) == slug


def test_a_new_id_tells_the_day_and_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of workshops sorts by date and is readable without opening a file."""
    monkeypatch.setattr("culture_tui.storage.assessment_files.token_hex", lambda count: "7f" * count)
    assert new_id(NOW, "Payments desk") == "2026-11-21-payments-desk-7f7f"
    assert new_id(NOW, "顧客") == "2026-11-21-7f7f"
