"""What holds for every command: exit statuses, data apart from talk, and no traceback ever."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from culture_tui import __version__
from culture_tui.commands.root import COMMANDS
from culture_tui.commands.root import culture as root
from culture_tui.storage.assessment_files import to_table, to_toml
from documents import doc, written
from running import COMMAND, SECONDS, Conversation, Culture, in_a_process, surroundings
from support import assessment, flagship

SCRIPT = (str(Path(sys.executable).with_name("culture")),)
UNWRITABLE = "in-the-way/a.md"


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a folder with an assessment, one against the model that ships, and an obstacle."""
    written(tmp_path, doc())
    with_flagship(tmp_path)
    written(tmp_path, b"", "in-the-way")
    return Culture(capsys, monkeypatch, tmp_path)


def with_flagship(home: Path) -> None:
    """An assessment whose model is at hand."""
    rated = assessment(flagship().skeleton(), {"mission": 2})
    written(home, to_toml(to_table(rated)), "flagship.toml")


@pytest.mark.parametrize("program", [COMMAND, SCRIPT], ids=["module", "script"])
def test_the_version_is_one_line_of_data(tmp_path: Path, program: tuple[str, ...]) -> None:
    """A facilitator who reports a problem is asked for it first."""
    ran = in_a_process(tmp_path, "--version", program=program)
    assert (ran.status, ran.out, ran.err) == (0, f"culture {__version__}\n", "")


def test_the_version_is_the_same_behind_another_option(culture: Culture) -> None:
    """The short way and the long way must not tell two stories."""
    ran = culture("--language", "en", "--version")
    assert (ran.status, ran.out) == (0, f"culture {__version__}\n")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(culture: Culture, option: str) -> None:
    """What is not in the help is not found."""
    ran = culture(option)
    assert ran.status == 0
    commands = ran.out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in commands if line[2:3].strip()] == list(COMMANDS)


def test_without_a_terminal_the_program_says_what_to_do_instead(tmp_path: Path) -> None:
    """In a pipe or on a build machine a full-screen program would hang or print garbage."""
    ran = in_a_process(tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "terminal" in ran.err
    assert "--plain" in ran.err
    assert ran.has_no_traceback()


def test_a_workshop_on_screen_needs_a_terminal_too(culture: Culture) -> None:
    """`culture assess FILE` in a script is the same mistake."""
    ran = culture("assess", "a.toml")
    assert (ran.status, ran.out) == (2, "")
    assert "--plain" in ran.err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("shwo",), "shwo"),
        (("show", "--colour", "a.toml"), "--colour"),
        (("show",), "FILE"),
        (("show", "a.toml", "--format", "pdf"), "pdf"),
        (("--language", "xx", "show", "a.toml"), "xx"),
        (("check",), "FILES"),
        (("model", "grow"), "grow"),
        (("roadmap", "a.toml", "--quarters", "0"), "0"),
        (("roadmap", "a.toml", "--quarters", "13"), "13"),
        (("roadmap", "a.toml", "--capacity", "0"), "0"),
        (("roadmap", "a.toml", "--start", "tomorrow"), "tomorrow"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_call_that_it_does_not_know_is_exit_2(
    culture: Culture, arguments: tuple[str, ...], named: str
) -> None:
    """A script tells a typing mistake from an unsound file by the status."""
    ran = culture(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert named in ran.err
    assert ran.has_no_traceback()


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "gone.toml"),
        ("roadmap", "gone.toml"),
        ("list", "gone.toml"),
        ("assess", "--plain", "."),
        ("assess", "--plain", "--model", "gone.toml"),
        ("roadmap", "a.toml", "--model", "gone.toml"),
        ("model", "show", "gone.toml"),
    ],
    ids=" ".join,
)
def test_input_that_cannot_be_used_is_exit_1(culture: Culture, arguments: tuple[str, ...]) -> None:
    """The file's name and the reason are talk; nothing is printed that a script could take for a result."""
    ran = culture(*arguments)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(("gone.toml: ", ".: "))
    assert ran.has_no_traceback()


@pytest.mark.parametrize(
    "arguments",
    [("show", "a.toml"), ("roadmap", "flagship.toml"), ("list",), ("model", "show")],
    ids=" ".join,
)
def test_a_result_that_cannot_be_written_is_exit_3(culture: Culture, arguments: tuple[str, ...]) -> None:
    """A report that is not on disk must not look as if it were."""
    ran = culture(*arguments, "-o", UNWRITABLE)
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith(f"{UNWRITABLE}: cannot be written: ")


def test_a_full_disk_behind_a_redirection_is_exit_3(tmp_path: Path) -> None:
    """`culture show a.toml > report.md` on a full disk leaves half a report; the status is all there is."""
    written(tmp_path, doc())
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "show", "a.toml"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=surroundings(tmp_path),
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    """`culture model show | head` must end quietly, with 0, also where a shell has `pipefail`."""
    running = subprocess.Popen(
        [*COMMAND, "model", "show"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=surroundings(tmp_path),
        encoding="utf-8",
    )
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    with running.stderr as talk:
        said = talk.read()
    assert (running.wait(SECONDS), said) == (0, "")


def test_an_interrupt_ends_without_a_traceback(tmp_path: Path) -> None:
    """Ctrl+C at a question is how people leave; 130 is what shells expect."""
    talk = Conversation(tmp_path, "new.toml")
    talk.wait_for("Organisation")
    ran = talk.end(signal.SIGINT)
    assert (ran.status, ran.out) == (130, "")
    assert ran.has_no_traceback()


@pytest.mark.parametrize("arguments", [("show", "a.toml"), ("model", "show"), ("roadmap", "flagship.toml")])
def test_a_terminal_of_few_letters_gets_a_result_all_the_same(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Windows still pipes in old code pages that know no arrow and no Serbian letter."""
    written(tmp_path, doc(note='"Ђорђе, Đorđe → ≥"'))
    with_flagship(tmp_path)
    ran = in_a_process(tmp_path, *arguments, environment={"PYTHONIOENCODING": "cp1252"})
    assert ran.has_no_traceback()
    assert (ran.status, ran.err) == (0, "")


def test_spanish_is_spoken_where_it_is_asked_for(tmp_path: Path) -> None:
    """A facilitator in Madrid reads no English help."""
    english = in_a_process(tmp_path, "--language", "en", "--help")
    asked = in_a_process(tmp_path, "--language", "es", "--help")
    by_the_system = in_a_process(tmp_path, "--help", environment={"LC_ALL": "es_ES.UTF-8"})
    assert asked.status == 0
    assert asked.out == by_the_system.out
    assert asked.out != english.out


_BRACKETED = """
from gettext import NullTranslations
from culture_tui import language
class Bracketed(NullTranslations):
    def gettext(self, message):
        return f"«{message}»"
language.catalogue = {"es": Bracketed(), "en": NullTranslations()}.__getitem__
from culture_tui.cli import main
main()
"""


def test_every_help_text_is_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    """A text that was taken from the catalogue before the language was chosen stays English."""
    program = (sys.executable, "-c", _BRACKETED)
    ran = in_a_process(tmp_path, "--language=es", "--help", program=program)
    words = ran.out.split()
    texts = [root.help, *(parameter.help for parameter in root.params if isinstance(parameter, click.Option))]
    beginnings = [f"«{text}".split()[0] for text in texts if text]
    assert len(beginnings) > 3
    assert [word for word in beginnings if word not in words] == []
