"""The settings file: what is right is used, what is wrong is told, and nobody's words are touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import rtoml

from culture_tui.domain.settings import Settings
from culture_tui.errors import NotWrittenError, UnsoundInputError
from culture_tui.language import LANGUAGES
from culture_tui.storage.settings_file import checked, read_settings, remember
from culture_tui.storage.settings_place import settings_path
from running import in_a_process

WRITTEN_BY_HAND = """\
# My settings. Do not touch.
format = 1     # never changes

theme = "light"  # the room in Bilbao is bright
clocks = true

[keys]
# n is next for me
"scoring.note" = "N"   # shift
workshop.results = "f6,G"
theme = "x"
"""


def settings(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    """What a file of this text sets, and what is wrong with it, without the folder."""
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8", newline="")
    found, problems = checked(read_settings(path), LANGUAGES)
    return found, [f"{problem}".removeprefix(f"{tmp_path}/") for problem in problems]


def test_without_a_file_everything_is_as_the_documentation_says(tmp_path: Path) -> None:
    """Nobody must write a file to begin."""
    found, problems = checked(read_settings(tmp_path / "settings.toml"), LANGUAGES)
    assert found == Settings()
    assert problems == ()
    assert (found.theme, found.clocks) == ("dark", True)
    assert (found.minutes_a_practice, found.minutes_a_question) == (8.0, 7.5)


def test_all_settings_are_read(tmp_path: Path) -> None:
    """What stands there is what happens."""
    text = (
        'format = 1\ntheme = "high-contrast"\nlanguage = "es"\nclocks = false\n'
        "minutes_a_practice = 10.0\nminutes_a_question = 5.5\n"
    )
    found, problems = settings(tmp_path, text)
    assert problems == []
    assert (found.theme, found.language, found.clocks) == ("high-contrast", "es", False)
    assert (found.minutes_a_practice, found.minutes_a_question) == (10.0, 5.5)


def test_minutes_may_be_whole_numbers(tmp_path: Path) -> None:
    """Nobody writes 8.0 by hand."""
    found, problems = settings(tmp_path, "format = 1\nminutes_a_practice = 8\n")
    assert (found.minutes_a_practice, problems) == (8.0, [])


def test_ids_of_keys_may_be_quoted_or_not(tmp_path: Path) -> None:
    """TOML reads a bare dot as a table in a table; a person means an id."""
    found, problems = settings(tmp_path, WRITTEN_BY_HAND)
    assert problems == []
    assert found.keys == {"scoring.note": "N", "workshop.results": "f6,G", "theme": "x"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('theem = "light"', "3: theem: this key is not known here; did you mean `theme`?"),
        ('colour = "red"', "3: colour: this key is not known here"),
        (
            'theme = "Light"',
            "3: theme: 'Light' is not one of 'dark', 'light' or 'high-contrast'",
        ),
        ("theme = 3", "3: theme: 3 is not one of 'dark', 'light' or 'high-contrast'"),
        ('clocks = "no"', "3: clocks: 'no' is neither true nor false"),
        ("minutes_a_practice = 0", "3: minutes_a_practice: must be more than 0.0"),
        ("minutes_a_practice = true", "3: minutes_a_practice: True is not a number"),
        ("minutes_a_practice = nan", "3: minutes_a_practice: nan is not a number"),
        ("minutes_a_question = 241", "3: minutes_a_question: must be at most 240.0"),
        ('language = "xx"', "3: language: the language xx is not spoken here"),
        ("keys = 3", "3: keys: must be a table: [keys]"),
        ('"a.b" = 3', " a.b: this key is not known here"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_is_used(tmp_path: Path, line: str, said: str) -> None:
    """One slip must not cost a person all settings, and must not pass in silence."""
    keys = "" if "keys" in line else "[keys]\na = 'b'\n"
    found, problems = settings(tmp_path, f"format = 1\n# a comment\n{line}\n{keys}")
    assert problems == [f"settings.toml:{said}"]
    assert found.theme == "dark"
    assert found.keys == ({"a": "b"} if keys else {})


def test_several_slips_are_told_together(tmp_path: Path) -> None:
    """Mending a file once is enough."""
    found, problems = settings(
        tmp_path, 'format = 1\ntheme = "pink"\nclocks = 1\nlanguage = "es"\n[keys]\na = 1\nb.c = ["x"]\n'
    )
    assert [problem.split(":")[1] for problem in problems] == ["6", "7", "2", "3"]
    assert found == Settings(language="es")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "light"\n', "1: format: this key is missing"),
        ("format = 2\n", "1: format: written by a newer version of culture (format 2)"),
        ('format = 1\ntheme = "light\n', "2: not TOML"),
        ("format = 1\n\x1b\n", "2: the control character U+001B is not allowed in TOML"),
    ],
)
def test_a_broken_file_is_told_and_never_changed(tmp_path: Path, text: str, said: str) -> None:
    """What the program does not understand it must not overwrite."""
    found, problems = settings(tmp_path, text)
    assert found == Settings()
    assert problems[0].startswith(f"settings.toml:{said}")
    path = tmp_path / "settings.toml"
    with pytest.raises(UnsoundInputError):
        remember(path, "theme", "dark")
    assert path.read_text(encoding="utf-8") == text


def test_thousands_of_unknown_keys_are_survived(tmp_path: Path) -> None:
    """Somebody pastes another program's settings."""
    text = "format = 1\n" + "".join(f"k{number} = 1\n" for number in range(3000))
    found, problems = settings(tmp_path, text)
    assert found == Settings()
    assert len(problems) == 50


def test_remembering_the_theme_changes_nothing_else(tmp_path: Path) -> None:
    """Comments, blanks and the order of lines are somebody's work."""
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN_BY_HAND, encoding="utf-8")
    remember(path, "theme", "high-contrast")
    expected = WRITTEN_BY_HAND.replace('"light"', '"high-contrast"')
    assert path.read_text(encoding="utf-8") == expected


def test_remembering_a_theme_that_was_not_set_adds_one_line(tmp_path: Path) -> None:
    """It goes to the top, never into a table where it would mean something else."""
    path = tmp_path / "settings.toml"
    text = WRITTEN_BY_HAND.replace('theme = "light"  # the room in Bilbao is bright\n', "")
    path.write_text(text, encoding="utf-8")
    remember(path, "theme", "light")
    head, tail = text.split("never changes\n")
    assert path.read_text(encoding="utf-8") == f'{head}never changes\ntheme = "light"\n{tail}'


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    """An editor there would show a mix of both."""
    path = tmp_path / "settings.toml"
    path.write_bytes(b"format = 1\r\nclocks = false\r\n")
    remember(path, "theme", "light")
    remember(path, "theme", "dark")
    assert path.read_bytes() == b'format = 1\r\ntheme = "dark"\r\nclocks = false\r\n'


@pytest.mark.parametrize("theme", ["3", '"pink"', "'pink' # a", '""', "true"])
def test_a_wrong_theme_is_replaced(tmp_path: Path, theme: str) -> None:
    """Choosing one in the program mends the line."""
    path = tmp_path / "settings.toml"
    path.write_text(f"format = 1\ntheme = {theme}\n[keys]\n", encoding="utf-8")
    remember(path, "theme", "light")
    assert read_settings(path).named("theme") == "light"


def test_the_first_memory_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    """Nobody has a folder of settings before the first one."""
    path = tmp_path / "config" / "culture" / "settings.toml"
    remember(path, "theme", "light")
    assert path.read_text(encoding="utf-8") == 'format = 1\ntheme = "light"\n'
    path.write_text("", encoding="utf-8")
    remember(path, "theme", "dark")
    assert rtoml.load(path) == {"format": 1, "theme": "dark"}


def test_what_would_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    """A text over several lines is TOML, and more than a line can change."""
    path = tmp_path / "settings.toml"
    text = 'format = 1\ntheme = """\nlight"""\n'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotWrittenError, match="only a person can change"):
        remember(path, "theme", "dark")
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A settings folder may belong to an administrator."""
    (tmp_path / "culture").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(NotWrittenError, match="cannot be written"):
        remember(tmp_path / "culture" / "settings.toml", "theme", "light")


def test_a_link_to_the_file_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    """Many keep their settings in a repository of their own and link to them."""
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_text('format = 1\ntheme = "light"\n', encoding="utf-8")
    link.symlink_to(real)
    assert read_settings(link).named("theme") == "light"
    remember(link, "theme", "dark")
    assert link.is_symlink()
    assert read_settings(real).named("theme") == "dark"


def test_a_link_that_leads_nowhere_or_in_a_circle_is_told(tmp_path: Path) -> None:
    """A repository that is not checked out must not stop a workshop."""
    nowhere, circle = tmp_path / "nowhere.toml", tmp_path / "circle.toml"
    nowhere.symlink_to(tmp_path / "gone.toml")
    circle.symlink_to(circle)
    for link in (nowhere, circle):
        assert "cannot be opened" in str(read_settings(link).problems[0])


def test_another_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A consultant keeps one for each kind of room."""
    monkeypatch.setenv("CULTURE_SETTINGS", str(tmp_path / "bright.toml"))
    assert settings_path() == tmp_path / "bright.toml"
    monkeypatch.delenv("CULTURE_SETTINGS")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path().name == "settings.toml"


def test_looking_for_the_theme_loads_no_validation(tmp_path: Path) -> None:
    """The first frame needs the theme, and must not wait for pydantic."""
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN_BY_HAND, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path\n"
        "from culture_tui.storage.settings_file import read_settings\n"
        f"assert read_settings(Path({str(path)!r})).named('theme') == 'light'\n"
        "assert 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def test_the_example_of_the_documentation_is_sound(tmp_path: Path) -> None:
    """Most will copy it."""
    example = PAGE.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    found, problems = settings(tmp_path, example)
    assert problems == []
    assert (found.theme, found.language, found.minutes_a_question) == ("light", "es", 7.5)
    assert found.keys == {"scoring.note": "N", "workshop.results": "f6,G"}


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        ((), {}, "Uso:"),
        (("--language", "en"), {}, "Usage:"),
        ((), {"CULTURE_LANGUAGE": "en"}, "Usage:"),
        ((), {"LANG": "en_GB.UTF-8"}, "Uso:"),
    ],
    ids=str,
)
def test_the_language_is_the_one_that_was_asked_for_last(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], said: str
) -> None:
    """A word on the command line is meant now; the settings were meant once; the system never was."""
    path = tmp_path / "settings.toml"
    path.write_text('format = 1\nlanguage = "es"\n', encoding="utf-8")
    changes = {"CULTURE_SETTINGS": str(path), **environment}
    ran = in_a_process(tmp_path, *arguments, "--help", environment=changes)
    assert said in ran.out


def test_a_broken_settings_file_stops_no_command(tmp_path: Path) -> None:
    """The language is then the system's; the program itself tells what is wrong."""
    path = tmp_path / "settings.toml"
    path.write_text("format = [[[", encoding="utf-8")
    ran = in_a_process(tmp_path, "--help", environment={"CULTURE_SETTINGS": str(path)})
    assert (ran.status, ran.err) == (0, "")
