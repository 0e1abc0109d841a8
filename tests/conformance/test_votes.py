"""Hostile text in a file of votes: anybody can answer a public form, and write into it what they like."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from culture_tui.domain.safe_text import clean
from running import Culture
from support import CONFORMANCE
from votes import small_model

ENTRIES: list[dict[str, Any]] = [
    entry
    for entry in json.loads((CONFORMANCE / "bad_inputs.json").read_text("utf-8"))
    if entry["kind"] == "display"
]
TABLE = "harbour.csv"


def text_of(entry: dict[str, Any]) -> str:
    """The text of an entry; a lone surrogate, which no file can hold, as what a decoder makes of it."""
    repeated = entry.get("repeat")
    text = (
        entry["text"] if repeated is None else repeated["unit"] * (repeated["total"] // len(repeated["unit"]))
    )
    return str(text).replace("\0", "").encode("utf-8", "replace").decode()


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, beside the small model."""
    small_model(tmp_path / "models")
    (tmp_path / "assessments").mkdir()
    return Culture(capsys, monkeypatch, tmp_path)


def put(culture: Culture, *rows: tuple[str, ...]) -> None:
    """A file of votes with these rows."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    (culture.home / TABLE).write_bytes(text.getvalue().encode("utf-8"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_a_title_of_a_column_reaches_the_terminal_in_a_form_that_cannot_act(
    entry: dict[str, Any], culture: Culture
) -> None:
    """It is named, so that nobody wonders, and it is harmless."""
    put(culture, (f"Title {text_of(entry)}", "Mission"), (text_of(entry), "3"))
    ran = culture("import", TABLE, "--model", "harbour", "-o", "out.toml")
    assert ran.status == 0
    assert "“Title" in ran.err
    assert clean(ran.err) == ran.err
    assert "Title" not in (culture.home / "out.toml").read_text("utf-8")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_a_cell_and_an_option_that_are_complained_of_cannot_act_either(
    entry: dict[str, Any], culture: Culture
) -> None:
    """The message about a wrong vote shows the vote."""
    put(culture, ("Name", "Mission"), ("x", f"3 {text_of(entry)}"))
    wrong = culture("import", TABLE, "--model", "harbour", "-o", "out.toml")
    unknown = culture("import", TABLE, "--model", "harbour", "--ignore", f"x {text_of(entry)}")
    assert (wrong.status, unknown.status) == (1, 1)
    for ran in (wrong, unknown):
        assert clean(ran.err) == ran.err
        assert len(ran.err) < 1_000
        assert ran.has_no_traceback()
