"""What is loaded when: starting is fast because nothing is imported before it is needed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from documents import doc, written
from running import in_a_process

_LOADED = """
import sys
{code}
wanted = ("click", "pydantic", "textual", "rich", "rtoml", "tomli_w", "culture_tui.planning")
print(*(name for name in wanted if name in sys.modules), file=sys.stderr)
"""


def loaded_by(home: Path, code: str) -> list[str]:
    """Which of the costly packages a piece of Python has loaded."""
    ran = in_a_process(home, program=(sys.executable, "-c", _LOADED.format(code=code)))
    assert ran.status == 0
    return ran.err.split()


def command(*arguments: str) -> str:
    """The Python that runs a command line to its end."""
    return f"from culture_tui.commands.running import run\nassert run({list(arguments)!r}) == 0"


def test_importing_the_entry_point_loads_nothing_costly(tmp_path: Path) -> None:
    """Completion and `culture --version` are as fast as Python itself."""
    assert loaded_by(tmp_path, "import culture_tui.cli") == []


def test_the_version_loads_nothing_costly(tmp_path: Path) -> None:
    """Packagers and scripts ask for it often."""
    code = "sys.argv[1:] = ['--version']\nfrom culture_tui.cli import main\nmain()"
    assert loaded_by(tmp_path, code) == []


def test_help_loads_no_command(tmp_path: Path) -> None:
    """The list of commands is read before one is chosen: it needs none of them."""
    assert loaded_by(tmp_path, command("--help")) == ["click"]


@pytest.mark.parametrize(
    "arguments",
    [
        *(("show", "a.toml"), ("list",), ("check", "a.toml"), ("model", "list"), ("model", "explain")),
        ("import", "votes.csv", "-o", "b.toml"),
    ],
    ids=" ".join,
)
def test_a_printed_result_loads_no_terminal_program(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Textual costs more time than the whole answer."""
    written(tmp_path, doc())
    written(tmp_path, b"mission\r\n3\r\n", "votes.csv")
    loaded = loaded_by(tmp_path, command(*arguments))
    assert "pydantic" in loaded
    assert "textual" not in loaded


def test_a_workshop_line_by_line_loads_no_terminal_program(tmp_path: Path) -> None:
    """Screen readers and small machines get an answer at once."""
    written(tmp_path, doc())
    code = f"{command('check', 'a.toml')}\nimport culture_tui.commands.plain, culture_tui.commands.roadmap"
    assert "textual" not in loaded_by(tmp_path, code)


def test_the_first_frame_waits_for_no_validation(tmp_path: Path) -> None:
    """Pydantic costs as much as a quarter of the start; settings are looked into without it."""
    settings = tmp_path / "settings.toml"
    settings.write_text('format = 1\ntheme = "light"\n[keys]\nscoring.note = "N"\n', encoding="utf-8")
    code = (
        f"import os\nos.environ['CULTURE_SETTINGS'] = {str(settings)!r}\n"
        "from culture_tui.tui.app import CultureApp\n"
        "assert CultureApp().theme == 'culture-light'"
    )
    loaded = loaded_by(tmp_path, code)
    assert "textual" in loaded
    assert "pydantic" not in loaded


def test_importing_the_domain_loads_no_file_format_and_no_terminal(tmp_path: Path) -> None:
    """The rules of measurement can be used and tested without any of it."""
    modules = ("assessment", "scoring", "agreement", "contradictions", "roadmap", "soundness", "progress")
    code = "\n".join(f"import culture_tui.domain.{name}" for name in modules)
    assert loaded_by(tmp_path, code) == ["pydantic"]
