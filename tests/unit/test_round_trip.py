"""Whatever a group may enter comes back from its file as it was entered."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

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
from culture_tui.domain.values import Slug
from culture_tui.storage.assessment_files import load_assessment, new_id, slug_of, to_table, to_toml
from support import CONFORMANCE, assessment, skeleton

MODEL: Final = skeleton({"purpose": ["mission", "values"], "care": ["welcome"]}, levels=3)
LIKE_TOML: Final = ['"""', "'''", "\\", '\\"', "\r\n", "\n[ratings.mission]\nlevel = 9\n", "{ a = 1 }", "# x"]
NASTY: Final = LIKE_TOML + [
    entry["text"]
    for entry in json.loads((CONFORMANCE / "bad_inputs.json").read_text("utf-8"))
    if entry.get("text") and len(entry["text"] + clean(entry["text"])) < 300
]
"""What looks like TOML, and the catalogue's texts: markup, escapes, formulas, HTML."""

texts = st.one_of(
    st.integers(0, len(NASTY) - 1).map(lambda index: NASTY[index]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
)
prose = st.one_of(st.just(""), texts)
ids = st.from_regex(r"\A[a-z0-9]{1,4}-[a-z0-9]{1,4}\Z")
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
levels = st.integers(1, 3)
moments = st.builds(
    lambda seconds, minutes: datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes))),
    st.integers(0, 7_000_000_000).map(float) | st.floats(0, 7e9),
    st.integers(-14 * 60, 14 * 60),
)
evidence = st.builds(Evidence, text=texts, link=prose, date=st.none() | days)
votes = st.tuples(*[st.integers(0, 1_000_000)] * 3)
rated = st.builds(
    Rating,
    level=levels,
    target=st.none() | levels,
    confidence=st.sampled_from([None, "low", "medium", "high"]),
    note=prose,
    evidence=st.lists(evidence, max_size=2).map(tuple),
    rounds=st.lists(votes, max_size=2).map(tuple),
    reason=prose,
    rated_at=st.none() | moments,
)
ratings = rated | st.builds(Rating, not_applicable=texts, rated_at=st.none() | moments)
steps = st.builds(
    PlannedStep,
    quarter=st.integers(1, 4),
    status=st.sampled_from(["planned", "started", "done", "dropped"]),
    owner=prose,
    due=st.none() | days,
    note=prose,
    pinned=st.booleans(),
)


def roadmap_of(quarters: int) -> st.SearchStrategy[RoadmapRecord]:
    """A roadmap whose parts fit its number of quarters."""
    placed = steps.filter(lambda step: step.quarter <= quarters)
    return st.builds(
        RoadmapRecord,
        start=days,
        quarters=st.just(quarters),
        capacity=st.lists(st.floats(0, 1_000_000), min_size=quarters, max_size=quarters).map(tuple),
        unplanned=st.lists(
            st.builds(Unplanned, initiative=ids, reason=st.sampled_from(["capacity", "horizon"])), max_size=2
        ).map(tuple),
        steps=st.dictionaries(ids, placed, max_size=2),
    )


roadmaps = st.integers(1, 4).flatmap(roadmap_of)
changes = st.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "status": st.sampled_from(["draft", "final"]),
        "created": moments,
        "subject": st.builds(
            Subject, organisation=texts, unit=prose, tags=st.lists(prose, max_size=2).map(tuple)
        ),
        "ratings": st.dictionaries(st.sampled_from([*MODEL.practices, "1", "dropped"]), ratings),
        "pulse": st.dictionaries(st.sampled_from([*MODEL.dimensions]), ratings),
        "symptoms": st.dictionaries(
            ids, st.builds(SymptomSeen, seen=st.sampled_from(["never", "often"]), note=prose), max_size=2
        ),
        "roadmap": roadmaps,
    },
)
assessments = changes.map(lambda changed: Assessment(**(dict(assessment(MODEL)) | changed)))


@pytest.fixture(name="file", scope="module")
def a_file_to_write_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all the assessments that are tried."""
    return tmp_path_factory.mktemp("round-trip") / "a.toml"


@settings(max_examples=80, derandomize=True, deadline=None)
@given(kept=assessments)
def test_an_assessment_comes_back_from_its_file_as_it_was(kept: Assessment, file: Path) -> None:
    """No note is so strange that saving it would lose it, or another one."""
    content = to_toml(to_table(kept))
    file.write_bytes(content)
    found = load_assessment(file).assessment
    assert found == kept
    assert to_toml(to_table(found)) == content


@settings(max_examples=80, derandomize=True, deadline=None)
@given(kept=assessments)
def test_a_file_holds_no_byte_that_acts(kept: Assessment) -> None:
    """Files are also read in a terminal, with `cat` and `git diff`."""
    content = to_toml(to_table(kept)).decode()
    codes = {ord(character) for character in content} - {ord("\n")}
    assert [code for code in sorted(codes) if code < 32 or 127 <= code < 160] == []


@settings(max_examples=150, derandomize=True, deadline=None)
@given(name=texts | st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_every_name_gives_an_id_that_we_take_ourselves(name: str) -> None:
    """Any title may be typed for a new workshop."""
    made = new_id(datetime(2026, 11, 21, tzinfo=UTC), name)
    assert TypeAdapter[str](Slug).validate_python(made) == made
    assert slug_of(slug_of(name)) == slug_of(name)
