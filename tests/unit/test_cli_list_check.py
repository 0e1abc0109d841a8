"""`culture list` and `culture check`: what is in a folder, and whether a file is sound."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from documents import MODEL, doc, written
from running import Culture, in_a_process

EARLIER = doc(value="4").replace(b"date = 2026-11-21", b"date = 2025-03-02")


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with two assessments."""
    folder = tmp_path / "assessments"
    folder.mkdir()
    written(folder, doc(extra='unit = "Payments"'), "new.toml")
    written(folder, EARLIER, "old.toml")
    return Culture(capsys, monkeypatch, tmp_path)


def rows(markdown: str) -> list[list[str]]:
    """The rows of the only table, cell by cell."""
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_each_assessment_is_a_line_the_newest_first(culture: Culture) -> None:
    """What a consultant looks for is mostly the last workshop."""
    ran = culture("list")
    assert (ran.status, ran.err) == (0, "")
    assert "| --- | --- | ---: | ---: | ---: | --- | --- |" in ran.out.splitlines()
    assert rows(ran.out) == [
        ["2026-11-21", "Harbour Bank · Payments", "2", "2.5", "2 / 2", "draft", "new.toml"],
        ["2025-03-02", "Harbour Bank", "2", "3.0", "2 / 2", "draft", "old.toml"],
    ]


def test_the_list_as_data_has_the_figures_not_their_words(culture: Culture) -> None:
    """Scripts gather levels over many files."""
    ran = culture("list", "--format", "json")
    listed = json.loads(ran.out)
    assert listed[0] == {
        "file": "new.toml",
        "id": "2026-11-21-payments-7f3a",
        "title": "Payments desk",
        "date": "2026-11-21",
        "organisation": "Harbour Bank",
        "unit": "Payments",
        "status": "draft",
        "mode": "full",
        "model": "small",
        "level": 2,
        "score": 2.5,
        "rated": 2,
        "applicable": 2,
    }
    assert [each["file"] for each in listed] == ["new.toml", "old.toml"]


def test_a_folder_can_be_named(culture: Culture) -> None:
    """A consultant keeps a folder a client."""
    client = culture.home / "client"
    client.mkdir()
    written(client, doc(), "a.toml")
    assert [row[-1] for row in rows(culture("list", "client").out)] == ["a.toml"]


def test_a_workspace_can_be_named(culture: Culture) -> None:
    """`--workspace` before the command holds for the list too."""
    folder = culture.home / "elsewhere" / "assessments"
    folder.mkdir(parents=True)
    written(folder, doc(), "b.toml")
    assert [row[-1] for row in rows(culture("--workspace", "elsewhere", "list").out)] == ["b.toml"]


def test_an_empty_workspace_says_how_to_begin(culture: Culture) -> None:
    """The first call of a new user is no error."""
    ran = culture("--workspace", "elsewhere", "list")
    assert ran.status == 0
    assert "The command culture opens the program; n starts a workshop." in ran.out
    assert rows(ran.out) == []
    assert not (culture.home / "elsewhere").exists()


def test_a_file_that_is_no_assessment_is_told_and_does_not_hide_the_others(culture: Culture) -> None:
    """One broken file of a client must not take the list away."""
    written(culture.home / "assessments", b"format = 1\n", "broken.toml")
    ran = culture("list")
    assert ran.status == 0
    assert [row[-1] for row in rows(ran.out)] == ["new.toml", "old.toml"]
    assert {Path(line.split(": ")[0]).name for line in ran.err.splitlines()} == {"broken.toml"}


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist on Windows")
@pytest.mark.parametrize("kind", ["markdown", "text", "json"])
def test_a_file_name_of_any_bytes_is_listed(tmp_path: Path, kind: str) -> None:
    """Names come from other systems and old archives; the list must not end in a stack."""
    written(tmp_path, doc(), os.fsdecode(b"caf\xe9.toml"))
    written(tmp_path, doc(), "\x1b]0;owned\x07.toml")
    strict = {"PYTHONIOENCODING": "utf-8:strict"}
    ran = in_a_process(tmp_path, "list", ".", "--format", kind, environment=strict)
    assert (ran.status, ran.err) == (0, "")
    assert "caf" in ran.out
    assert not {"\x1b", "\x07"} & set(ran.out)


def test_sound_files_are_exit_0_each_named(culture: Culture) -> None:
    """A consultant checks what she is about to send."""
    written(culture.home, MODEL, "our-model.toml")
    ran = culture("check", "assessments/new.toml", "our-model.toml")
    assert (ran.status, ran.err) == (0, "")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == [
        "assessments/new.toml",
        "our-model.toml",
    ]


def test_one_unsound_file_is_exit_1_and_the_others_are_checked_all_the_same(culture: Culture) -> None:
    """Every problem in one go: nobody calls a check twice to see the second one."""
    written(culture.home, doc(value="9", extra='unit = "x"'), "bad.toml")
    written(culture.home, MODEL.replace(b', "We do"]', b"]"), "model.toml")
    ran = culture("check", "bad.toml", "model.toml", "assessments/new.toml")
    assert ran.status == 1
    assert [line.split(": ")[:2] for line in ran.out.splitlines()] == [
        ["bad.toml:50", "ratings.mission.level"],
        ["model.toml:30", "practices.mission.levels"],
        ["assessments/new.toml", "sound"],
    ]


def test_problems_are_counted(culture: Culture) -> None:
    """The count is talk, so that the lines before it can be sorted and searched."""
    written(culture.home, doc(extra="colour = 1\nsize = 2"), "bad.toml")
    ran = culture("check", "bad.toml", "gone.toml")
    assert len(ran.out.splitlines()) == 3
    assert ran.err == "3 problems.\n"


def test_problems_of_a_model_are_counted_with_where_the_keys_are_explained(culture: Culture) -> None:
    """Whoever writes a model is told where all its keys are listed."""
    written(culture.home, MODEL.replace(b"question", b"questoin"), "bad-model.toml")
    said = culture("model", "check", "bad-model.toml").err
    assert said == "2 problems.\n`culture model explain` lists every key of a model.\n"


def test_one_problem_is_said_in_the_singular(culture: Culture) -> None:
    """Careless counts make people doubt the rest."""
    said = culture("check", "gone.toml").err
    assert said.startswith("1 problem.")


def test_checking_changes_nothing_on_disk(culture: Culture) -> None:
    """An unsound file stays byte for byte as it was received."""
    bad = written(culture.home, doc(value="9"), "bad.toml")
    culture("check", "bad.toml")
    assert bad.read_bytes() == doc(value="9")
    assert sorted(path.name for path in culture.home.iterdir()) == ["assessments", "bad.toml"]
