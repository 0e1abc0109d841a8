"""What docs/import.md says is what `culture import` does: its example is imported, its limits compared."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from culture_tui.commands.import_votes import command
from culture_tui.domain.records import MOST_VOTES
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.vote_table import LONGEST_LINE, MOST_BYTES, MOST_COLUMNS
from documents import written
from pages import example, page
from running import Culture

PAGE = page("import")


def block(kind: str) -> str:
    """The one block of this kind on the page."""
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_example_is_imported_as_the_page_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever follows the page sees what it shows, word for word."""
    written(tmp_path, example(page("model-format")), "front-desk.toml")
    written(tmp_path, block("csv").encode(), "votes.csv")
    called, *said, path = block("text").splitlines()
    ran = Culture(capsys, monkeypatch, tmp_path)(*shlex.split(called.removeprefix("$ culture ")))
    assert (ran.status, ran.out, ran.err.splitlines()) == (0, f"{path}\n", said)
    text = (tmp_path / path).read_text("utf-8")
    for part in block("toml").split("\n\n"):
        heading, *lines = part.splitlines()
        assert heading in text
        assert "\n".join(lines) in text.split(heading)[1]
    assert load_assessment(tmp_path / path).assessment.workshop.gathered == 3


def test_every_option_is_on_the_page_and_no_other() -> None:
    """An option that is not explained is one that nobody uses."""
    known = {option for parameter in command.params for option in parameter.opts if option.startswith("-")}
    table = "".join(line for line in PAGE.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(--?[a-z]+)", table)) == known - {"--output"}


def test_the_limits_of_the_page_are_those_of_the_program() -> None:
    """Somebody with a larger file should know before they try."""
    (said,) = re.findall(
        r"^- \*\*Size\*\*: at most (\d+) MB, ([\d,]+) columns, ([\d,]+) people", PAGE, re.MULTILINE
    )
    assert [int(each.replace(",", "")) for each in said] == [
        MOST_BYTES // 1_000_000,
        MOST_COLUMNS,
        MOST_VOTES,
    ]
    assert MOST_VOTES == LONGEST_LINE
