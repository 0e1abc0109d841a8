"""Finding the assessment before this one: by its name, by its id, or as one to offer."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating, Subject
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.storage.previous import Suggested, previous_of, suggested_previous
from support import assessment, skeleton

MODEL = skeleton({"purpose": ["mission", "vision"], "care": ["welcome"]})
DESK = Subject(organisation="Harbour Bank", unit="Payments desk")
ID = "2026-05-12-payments-aaaa"


def earlier(key: str = ID, day: date = date(2026, 5, 12), **changes: object) -> Assessment:
    """An assessment before the one at hand."""
    made = assessment(MODEL, ratings={"mission": Rating(level=2)})
    workshop = made.workshop.model_copy(update={"date": day})
    return made.model_copy(update={"id": key, "workshop": workshop} | changes)


def after(previous: str | None = ID) -> Assessment:
    """The assessment at hand, which names the one before it."""
    made = assessment(MODEL)
    return made.model_copy(update={"workshop": made.workshop.model_copy(update={"previous": previous})})


def keep(folder: Path, kept: Assessment, name: str | None = None) -> Path:
    """Write an assessment into a folder."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name or kept.id}.toml"
    path.write_bytes(to_toml(to_table(kept)))
    return path


def refusal(now: Assessment, *folders: Path) -> str:
    """Why there is no previous assessment."""
    with pytest.raises(UnsoundInputError) as caught:
        previous_of(now, folders)
    return str(caught.value)


@pytest.mark.parametrize("name", [None, "renamed by a colleague"])
def test_it_is_found_by_its_file_name_or_by_its_id(tmp_path: Path, name: str | None) -> None:
    """People rename files; the id inside counts."""
    keep(tmp_path / "a", earlier(), name)
    keep(tmp_path / "a", earlier("2026-01-01-other-bbbb"))
    found = previous_of(after(), [tmp_path / "nowhere", tmp_path / "a"])
    assert found is not None
    assert found.id == ID


def test_a_file_that_only_bears_the_name_is_not_taken(tmp_path: Path) -> None:
    """Another group's levels beside the question would be worse than none."""
    keep(tmp_path, earlier("2026-01-01-other-bbbb"), ID)
    assert refusal(after(), tmp_path) == f"the previous assessment {ID} is not in this folder"


def test_where_none_is_named_none_is_looked_for(tmp_path: Path) -> None:
    """The first workshop of a unit has no last time."""
    assert previous_of(after(None), [tmp_path]) is None


def test_what_cannot_be_read_is_said_with_its_place(tmp_path: Path) -> None:
    """The facilitator can mend it or go on without."""
    (tmp_path / f"{ID}.toml").write_text("format = 1\nid = ", encoding="utf-8")
    assert f"{ID}.toml:2" in refusal(after(), tmp_path)


def test_another_major_version_is_said(tmp_path: Path) -> None:
    """Its levels mean something else."""
    keep(tmp_path, earlier(model=MODEL.model_copy(update={"version": "2.0.0"})))
    assert "was rated with small 2.0.0" in refusal(after(), tmp_path)


def test_a_file_in_another_order_is_found(tmp_path: Path) -> None:
    """Somebody who edits by hand, or a tool, need not keep our order."""
    path = keep(tmp_path, earlier(), "by-hand")
    table, _, model = path.read_text("utf-8").partition("[model]")
    head, _, subject = table.partition("[subject]")
    path.write_text(f"{head}[model]{model}\n[subject]{subject}", encoding="utf-8")
    found = previous_of(after(), [tmp_path])
    assert found is not None


def test_a_pipe_or_a_foreign_file_in_the_folder_harms_nothing(tmp_path: Path) -> None:
    """A folder of a client holds anything."""
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "picture.toml").write_bytes(b"\x89PNG\xff")
    (tmp_path / "list.toml").write_text("format = 1\nsubject = 3\n[[model.scale]]\n", encoding="utf-8")
    keep(tmp_path, earlier(), "renamed")
    assert previous_of(after(), [tmp_path]) is not None
    assert suggested_previous(tmp_path, DESK, "small") is not None


def test_the_newest_final_one_of_the_same_people_is_offered(tmp_path: Path) -> None:
    """A draft that was begun by mistake must not hide the workshop that counted."""
    keep(tmp_path, earlier("a", date(2025, 5, 1), status="final"))
    keep(tmp_path, earlier("b", date(2026, 5, 12), status="final"))
    keep(tmp_path, earlier("c", date(2026, 9, 1)))
    assert suggested_previous(tmp_path, DESK, "small") == Suggested("b", date(2026, 5, 12), "Payments desk")


def test_without_a_final_one_the_newest_draft_is_offered(tmp_path: Path) -> None:
    """Not everybody finalises."""
    keep(tmp_path, earlier("a", date(2025, 5, 1)))
    keep(tmp_path, earlier("b", date(2026, 5, 12)))
    found = suggested_previous(tmp_path, DESK, "small")
    assert found is not None
    assert found.id == "b"


@pytest.mark.parametrize(
    ("organisation", "unit", "model"),
    [
        ("Harbour Bank", "Loans", "small"),
        ("Harbour Bank", "", "small"),
        ("Other Bank", "Payments desk", "small"),
        ("Harbour Bank", "Payments desk", "large"),
    ],
)
def test_nobody_else_s_assessment_is_offered(
    tmp_path: Path, organisation: str, unit: str, model: str
) -> None:
    """One client must never see another's name."""
    keep(tmp_path, earlier())
    assert suggested_previous(tmp_path, Subject(organisation=organisation, unit=unit), model) is None


def test_names_are_compared_without_case_and_blanks(tmp_path: Path) -> None:
    """The facilitator types the name anew each time."""
    keep(tmp_path, earlier())
    typed = Subject(organisation="harbour  bank", unit=" payments Desk")
    assert suggested_previous(tmp_path, typed, "small") is not None


def test_a_workspace_without_assessments_offers_nothing(tmp_path: Path) -> None:
    """The first workshop of all."""
    assert suggested_previous(tmp_path / "none", DESK, "small") is None
