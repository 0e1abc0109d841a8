"""In which language the program speaks, and how it says what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from culture_tui import language
from culture_tui.errors import CultureError, Phrase, Place, Problem, UnsoundInputError


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Every other test speaks English."""
    yield
    language.use("en")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "es_ES.UTF-8"}, "es"),
        ({"LANG": "es"}, "es"),
        ({"LANG": "es-MX"}, "es"),
        ({"LANG": "ES_ES"}, "es"),
        ({"LANG": "es.UTF-8"}, "es"),
        ({"LANG": "es@euro"}, "es"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": ""}, "en"),
        ({"LC_MESSAGES": "es_ES.UTF-8", "LANG": "en_GB.UTF-8"}, "es"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "es_ES.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "es_ES.UTF-8"}, "es"),
        ({"LC_ALL": "C", "LANG": "es_ES.UTF-8"}, "en"),
        ({"CULTURE_LANGUAGE": "es", "LC_ALL": "en_GB.UTF-8"}, "es"),
        ({"LC_CTYPE": "es_ES.UTF-8"}, "en"),
    ],
)
def test_the_system_says_which_language_is_preferred(environment: dict[str, str], expected: str) -> None:
    """Nobody in Madrid or London sets an option; what we do not speak becomes English."""
    assert language.preferred(environment) == expected


def test_the_environment_of_the_process_is_asked_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is where a person's choice stands."""
    monkeypatch.setenv("CULTURE_LANGUAGE", "es")
    assert language.preferred() == "es"


@pytest.mark.parametrize("code", ["xx", "", "../en", "ES"])
def test_a_language_that_nobody_speaks_is_english(code: str) -> None:
    """A missing catalogue is no reason not to start."""
    language.use(code)
    assert language.in_use() == "en"
    assert language.catalogue(code).gettext("Overall") == "Overall"


def test_an_unfinished_catalogue_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Only languages on offer are complete; half an interface in another one would be worse than English."""
    folder = tmp_path / "qq" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / f"{language.DOMAIN}.mo").write_bytes(b"not finished")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    assert language.catalogue("qq").gettext("Overall") == "Overall"


def test_the_language_can_be_changed_and_changed_back() -> None:
    """A document in Spanish leaves the next one in English."""
    language.use("es")
    assert language.in_use() == "es"
    assert language.interface_words() is language.catalogue("es")
    language.use("en")
    assert (language.in_use(), type(language.interface_words())) == ("en", NullTranslations)


def test_a_language_on_offer_has_a_catalogue() -> None:
    """A language in the list of choices that then speaks English would be a promise not kept."""
    silent = [code for code in language.LANGUAGES if code != "en" if language.catalogue(code).info() == {}]
    assert silent == []


@pytest.mark.parametrize("value", ["{}", "{0}", "{reason.__class__}", "{", "}", "{{x}}", "%s", "100 %"])
def test_values_are_said_as_they_are(value: str) -> None:
    """What stands in a file or in an error of the system may look like a template, and is none."""
    phrase = Phrase("cannot be opened: {reason}", reason=value)
    assert language.say(phrase) == f"cannot be opened: {value}"


def test_a_phrase_is_said_in_the_language_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """The domain knows no language, so the template is looked up when it is said."""
    shouting = NullTranslations()
    monkeypatch.setattr(shouting, "gettext", lambda text: text.replace("levels", "NIVELES"))
    monkeypatch.setattr(language, "catalogue", {"es": shouting}.__getitem__)
    language.use("es")
    assert language.say(Phrase("{count} levels", count=4)) == "4 NIVELES"


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (Problem(Phrase("not TOML")), "not TOML"),
        (Problem(Phrase("not TOML"), Place("a.toml", 3)), "a.toml:3: not TOML"),
        (Problem(Phrase("unknown"), Place("a.toml", 3, "x.y")), "a.toml:3: x.y: unknown"),
        (Problem(Phrase("unknown"), Place("a.toml", None, "x")), "a.toml: x: unknown"),
        (Problem(Phrase("none"), hint=Phrase("try {what}", what="this")), "none; try this"),
    ],
)
def test_a_problem_is_one_line_with_place_and_next_step(problem: Problem, expected: str) -> None:
    """File, line, key, problem, hint: in this order, as editors and people expect."""
    assert language.say_problem(problem) == expected


def test_every_problem_of_an_error_is_a_line() -> None:
    """Ten problems are mended in one go."""
    error: CultureError = UnsoundInputError(Problem(Phrase("one")), Problem(Phrase("two")))
    assert language.say_error(error) == ["one", "two"]
