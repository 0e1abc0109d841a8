"""What columns and cells may be called: nothing a form does to a name may lose a vote."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.storage.model_files import load_model
from culture_tui.storage.vote_names import BLANK, NOT_APPLICABLE, UNKNOWN, Vocabulary, vocabulary_of
from documents import bent
from pilot.stage import model_text
from votes import SPANISH, in_spanish, refusal, rounds, small_model, voted

ONE = (0, 0, 1, 0, 0)


@pytest.fixture(name="words")
def vocabulary(tmp_path: Path) -> Vocabulary:
    """The names of the small model and of its Spanish translation."""
    loaded = small_model(tmp_path / "models")
    in_spanish(tmp_path / "models")
    return vocabulary_of(loaded)[0]


@pytest.mark.parametrize(
    "column",
    [
        *("mission", "Mission", "MISSION", " Mission ", "Mission\u00a0", "\ufeffMission", "Mis\u200bsion"),
        *("What are we here for?", "what  are we\nhere for?"),
        *("Misión", "MISIÓN", normalize("NFD", "Misión"), "¿Para qué estamos aquí?"),
        *("Where are we today? [Mission]", "[ Misión ]"),
    ],
)
def test_a_column_is_known_by_id_title_or_question_in_any_language(column: str, words: Vocabulary) -> None:
    """People write the title that they read, and tools change it."""
    expected = [] if "\u200b" in column else ["mission"]
    assert sorted(words.practices_called(column)) == expected


@pytest.mark.parametrize("column", ["Missions", "", " ", "[]", "Mission?", "Our mission", "[Mission] why"])
def test_a_column_that_is_only_like_a_practice_is_none(column: str, words: Vocabulary) -> None:
    """A comment about a practice is not its votes."""
    assert words.practices_called(column) == frozenset()


def test_a_curly_apostrophe_is_an_apostrophe(tmp_path: Path) -> None:
    """Word and its kin put them in."""
    path = tmp_path / "harbour.toml"
    path.write_bytes(bent(model_text().encode(), 'title = "Vision"', 'title = "Newcomers\' weeks"'))
    words, _problems = vocabulary_of(load_model(path))
    assert words.practices_called("Newcomers\u2019 weeks") == {"vision"}


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *((cell, 3) for cell in ("3", " 3 ", "\u00a03", "3.0", "3,0", "3.00", "03", "3.", "3,")),
        *(
            (cell, 3)
            for cell in ("3 - Agreed", "3. Agreed", "3 Agreed", "3 – agreed", "3: AGREED", "3) Agreed")
        ),
        *((cell, 3) for cell in ("Agreed", " agreed ", "l3", "3 - l3")),
        *((cell, 2) for cell in ("Iniciado", "2 - Iniciado", "2 INICIADO")),
        *((cell, BLANK) for cell in ("", " ", "\u00a0", "\ufeff", "\t")),
        *((cell, NOT_APPLICABLE) for cell in ("n/a", "N/A", "na", "n.a.", "N. A.", "#N/A", "Not applicable")),
        *((cell, NOT_APPLICABLE) for cell in ("No aplica", "#N/D", "Non applicabile", "Nije primenljivo")),
        *((cell, NOT_APPLICABLE) for cell in ("Nu se aplică", "nu se aplica", "Nu este cazul")),
        *((cell, UNKNOWN) for cell in ("0", "6", "7", "10", "33", "3.5", "3,5", "-3", "3-4", "3 4", "3;4")),
        *(
            (cell, UNKNOWN)
            for cell in ("maybe", "3 - Lived", "2 Agreed", "3 - ", "3 out of 5", "-", "?", "٣", "³")
        ),
        *((cell, UNKNOWN) for cell in ("3e0", "0x3", "=3", "'3", "Agreed or Lived", "nap", "nan", "true")),
    ],
)
def test_a_cell_is_a_level_nothing_or_not_applicable_and_is_never_guessed_at(
    cell: str, code: int, words: Vocabulary
) -> None:
    """A vote that nobody gave is worse than a message."""
    assert words.code_of(cell) == code


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_understood_or_not_but_never_crashes(text: str) -> None:
    """Free text in the wrong column is the most common slip of all."""
    words = Vocabulary(5, frozenset(), {}, {"agreed": frozenset([3])})
    assert words.code_of(text) in {BLANK, 1, 2, 3, 4, 5, NOT_APPLICABLE, UNKNOWN}


def test_a_name_that_two_levels_share_says_nothing_alone(tmp_path: Path) -> None:
    """With its digit it does."""
    loaded = small_model(tmp_path / "models")
    in_spanish(tmp_path / "models", 'format = 1\nscale = [{ level = 4, name = "Agreed" }]')
    words, _problems = vocabulary_of(loaded)
    assert [words.code_of(cell) for cell in ("Agreed", "3 Agreed", "4 Agreed")] == [UNKNOWN, 3, 4]


def test_a_title_that_two_practices_share_is_refused_with_both(tmp_path: Path) -> None:
    """Half of the votes would go to the wrong one."""
    path = small_model(tmp_path / "models").path
    in_spanish(
        path.parent, 'format = 1\n[practices.mission]\ntitle = "Rumbo"\n[practices.vision]\ntitle = "Rumbo"'
    )
    assert refusal(tmp_path, "Rumbo,Welcome\r\n3,3\r\n") == [
        "votes.csv:1: the column “Rumbo” may mean mission / vision; name it by the id that is meant"
    ]
    assert rounds(tmp_path, "mission,Welcome\r\n3,3\r\n") == {"welcome": ONE, "mission": ONE}


def test_an_id_is_the_last_word_on_what_a_column_means(tmp_path: Path) -> None:
    """There must be a way to name a practice whose title is another one's id."""
    models = tmp_path / "models"
    small_model(models)
    in_spanish(models, 'format = 1\n[practices.mission]\ntitle = "Vision"')
    assert rounds(tmp_path, "vision,mission\r\n3,\r\n") == {"vision": ONE}
    assert "may mean mission / vision" in refusal(tmp_path, "Vision\r\n3\r\n")[0]


def test_two_columns_for_one_practice_are_refused_with_both(tmp_path: Path) -> None:
    """Neither may win in silence."""
    small_model(tmp_path / "models")
    in_spanish(tmp_path / "models")
    assert refusal(tmp_path, "Misión,Vision,mission\r\n3,3,4\r\n") == [
        (
            "votes.csv:1: two columns for the practice mission: “Misión” / “mission”; "
            "drop one with --ignore, or rename it"
        )
    ]
    assert voted(tmp_path, "Misión,Vision,mission\r\n3,3,4\r\n", ["misión"]).votes.rounds["mission"] == (
        0,
        0,
        0,
        1,
        0,
    )


def test_a_table_without_any_of_our_columns_is_refused_with_its_titles(tmp_path: Path) -> None:
    """Perhaps it is about another model, and the titles show it."""
    assert refusal(tmp_path, "Name,Purpose\r\nJo,3\r\n") == [
        (
            "votes.csv:1: no column is called like a practice of the model; "
            "name them by the practices' ids or titles; these are: “Name”, “Purpose”"
        )
    ]


def test_a_column_to_ignore_that_is_not_there_is_refused_with_its_titles(tmp_path: Path) -> None:
    """A slip would keep what somebody meant to drop."""
    assert refusal(tmp_path, "E-mail,Mission\r\na@b.c,3\r\n", ["Email", "E-MAIL"]) == [
        "votes.csv:1: no column is called “Email”; these are: “E-mail”, “Mission”"
    ]


def test_a_table_that_does_not_match_also_says_what_may_be_the_reason(tmp_path: Path) -> None:
    """Serbian letters read as French ones look like nobody's title."""
    small_model(tmp_path / "models")
    in_spanish(tmp_path / "models", "no translation")
    said = refusal(tmp_path, "Čemu,Misija\r\n1,2\r\n".encode("cp1250"))
    assert len(said) == 3
    assert "no column is called like a practice" in said[0]
    assert "harbour.es.toml" in said[1]
    assert "read as Windows-1252" in said[2]


def test_a_name_may_begin_with_a_digit(tmp_path: Path) -> None:
    """Some houses call their levels 5S or 1st."""
    small_model(tmp_path / "models")
    in_spanish(tmp_path / "models", 'format = 1\nscale = [{ name = "5S begun" }]')
    assert rounds(tmp_path, "Mission\r\n1 - 5S begun\r\n5s begun\r\n") == {"mission": (2, 0, 0, 0, 0)}


def test_columns_that_match_nothing_are_all_told(tmp_path: Path) -> None:
    """Also one without a title, and two of the same."""
    found = voted(tmp_path, "When,,Mission,When\r\n1,2,3,4\r\n")
    assert found.left_out == ("When", "#2", "When")


def test_a_title_of_many_pages_is_told_by_its_beginning(tmp_path: Path) -> None:
    """Some forms put their whole introduction there."""
    (title,) = voted(tmp_path, f"{'Dear all! ' * 1_000},Mission\r\n1,3\r\n").left_out
    assert (title[:9], title[-1], len(title)) == ("Dear all!", "…", 61)


@pytest.mark.parametrize(
    "text",
    ["not = = TOML", SPANISH.replace("format = 1", ""), SPANISH.replace("format = 1", "format = 99")],
    ids=["no TOML", "no format", "newer"],
)
def test_a_translation_that_cannot_be_read_is_told_and_left_out(text: str, tmp_path: Path) -> None:
    """It is no reason to turn votes away."""
    small_model(tmp_path / "models")
    in_spanish(tmp_path / "models", text)
    found = voted(tmp_path, "Misión,Vision\r\n3,3\r\n")
    assert dict(found.votes.rounds) == {"vision": ONE}
    assert [Path(problem.place.file).name for problem in found.warnings] == ["harbour.es.toml"]


@pytest.mark.parametrize(
    "text",
    [
        'format = 1\npractices = 3\nscale = "x"',
        "format = 1\nscale = [1, 2]\n[practices]\nmission = 3",
        'format = 1\n[practices.mission]\ntitle = 3\n[[scale]]\nname = 7\n[practices.unheard]\ntitle = "X"',
        'format = 1\nscale = [{ level = 99, name = "X" }, { level = "a", name = "Y" }]',
    ],
)
def test_a_translation_of_another_shape_adds_no_names(text: str, tmp_path: Path) -> None:
    """It comes from anybody, and must not end the import."""
    small_model(tmp_path / "models")
    in_spanish(tmp_path / "models", text)
    found = voted(tmp_path, "X,Mission\r\n3,3\r\n")
    assert (dict(found.votes.rounds), found.left_out) == ({"mission": ONE}, ("X",))


@pytest.mark.parametrize("level", [0, 6, 300, -1])
def test_a_level_that_the_scale_does_not_have_has_no_name(level: int, tmp_path: Path) -> None:
    """A translation of an older edition must not make up levels."""
    small_model(tmp_path / "models")
    in_spanish(tmp_path / "models", f'format = 1\nscale = [{{ level = {level}, name = "X" }}]')
    assert refusal(tmp_path, "Mission\r\nX\r\n") == [
        "votes.csv:2: Mission: 'X' is no level from 1 to 5, no n/a and not blank"
    ]


def test_only_files_named_as_translations_are_taken_for_them(tmp_path: Path) -> None:
    """Another model's words must not reach ours."""
    models = small_model(tmp_path / "models").path.parent
    for name in ("harbour.spanish.toml", "harbour-2.es.toml", "xharbour.es.toml", "harbour.es.toml.bak"):
        (models / name).write_text(SPANISH, encoding="utf-8")
    assert voted(tmp_path, "Misión,Mission\r\n3,3\r\n").left_out == ("Misión",)
