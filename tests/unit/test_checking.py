"""What a person is told about each thing that can be wrong in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.errors import UnsoundInputError
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.checking import MOST_PROBLEMS
from culture_tui.storage.model_files import load_model
from documents import MODEL, bent, doc, written


def complaints(content: bytes, folder: Path) -> list[str]:
    """What is said about an assessment, without its folder; nothing where it is sound."""
    path = written(folder, content)
    try:
        load_assessment(path)
    except UnsoundInputError as error:
        return [str(problem).removeprefix(f"{folder}/") for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("true", "True is not a whole number"),
        ("false", "False is not a whole number"),
        ('"3"', "'3' is not a whole number"),
        ("3.0", "3.0 is not a whole number"),
        ("nan", "nan is not a whole number"),
        ("-inf", "-inf is not a whole number"),
        ("0", "must be at least 1"),
        ("-1", "must be at least 1"),
        ("6", "level 6 is not on the scale of 1 to 5"),
        ("10", "level 10 is not on the scale of 1 to 5"),
        ("11", "must be at most 10"),
        ("[3]", "… is not a whole number"),
        ("{ at = 3 }", "… is not a whole number"),
        ('"\\u001b[2J\\u202e"', "'\\x1b[2J\\u202e' is not a whole number"),
        (f'"{"x" * 99}"', f"'{'x' * 39}… is not a whole number"),
    ],
)
def test_only_a_step_of_the_scale_is_a_level(value: str, said: str, tmp_path: Path) -> None:
    """A level that was guessed would be a finding that nobody made."""
    assert complaints(doc(value=value), tmp_path) == [f"a.toml:50: ratings.mission.level: {said}"]


@pytest.mark.parametrize("value", ["1", "5", "0x3"])
def test_every_step_of_the_scale_is_a_level(value: str, tmp_path: Path) -> None:
    """The lowest and the highest step belong to it."""
    assert complaints(doc(value=value), tmp_path) == []


NO_ID = "is not an id: lower-case letters, digits and single hyphens, at most 64"
NO_MOMENT = "is not a date with time, such as 2026-11-21T14:00:00+01:00"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-21", f"2026-11-21 {NO_MOMENT}"),
        ('"2026-11-21T14:00:00Z"', f"'2026-11-21T14:00:00Z' {NO_MOMENT}"),
        ("1795266000", f"1795266000 {NO_MOMENT}"),
        ("14:00:00", f"14:00:00 {NO_MOMENT}"),
        ("2026-11-21T14:00:00", "the time has no offset, such as +01:00"),
        ("1899-12-31T23:59:59Z", "the year of 1899-12-31 23:59:59+00:00 is not between 1900 and 2199"),
        ("2200-01-01T00:00:00Z", "the year of 2200-01-01 00:00:00+00:00 is not between 1900 and 2199"),
    ],
)
def test_only_a_date_with_time_and_offset_is_a_moment(moment: str, said: str, tmp_path: Path) -> None:
    """Which of two files is newer must not depend on where they are read."""
    content = bent(doc(), "2026-11-21T14:00:00+01:00", moment)
    assert complaints(content, tmp_path) == [f"a.toml:5: created: {said}"]


@pytest.mark.parametrize("moment", ["1900-01-01T00:00:00Z", "2199-12-31T23:59:59-03:30"])
def test_the_first_and_the_last_year_are_taken(moment: str, tmp_path: Path) -> None:
    """The message says which years there are; these are two of them."""
    assert complaints(bent(doc(), "2026-11-21T14:00:00+01:00", moment), tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "Payments desk"', "title = 3", "3: title: 3 is not a text"),
        ('title = "Payments desk"', 'title = ""', "3: title: must not be empty"),
        ('"Payments desk"', f'"{"x" * 301}"', "3: title: longer than 300 characters"),
        ('note = "ok"', f'note = "{"x" * 20_001}"', "51: ratings.mission.note: longer than 20000 characters"),
        (
            "date = 2026-11-21",
            'date = "today"',
            "13: workshop.date: 'today' is not a date, such as 2026-11-21",
        ),
        ("participants = 9", "participants = 0", "14: workshop.participants: must be at least 1"),
        ("participants = 9", "participant = 9", "14: workshop.participant: this key is not known here"),
        ("date = 2026-11-21\n", "", "12: workshop.date: this key is missing"),
        ('"Harbour Bank"', '"x"\ntags = "a"', "10: subject.tags: 'a' is not a list"),
        ('"Harbour Bank"', '"x"\ntags = [1]', "10: subject.tags.0: 1 is not a text"),
        (
            'note = "ok"',
            'confidence = "total"',
            "51: ratings.mission.confidence: 'total' is not one of 'low', 'medium' or 'high'",
        ),
        (
            'note = "ok"',
            'not_applicable = "no desk"',
            "49: ratings.mission: has a level and is not applicable: only one can be true",
        ),
        (
            'part = "whole"\n\n[model.dimensions.care]',
            "[model.dimensions.care]",
            "33: model.dimensions.purpose.part: this key is missing",
        ),
        (
            'id = "small"',
            'id = "nul"',
            "17: model.id: the id 'nul' is a device name on Windows; choose another",
        ),
        (
            'title = "Purpose"',
            'title = "x"\nweight = 0',
            "35: model.dimensions.purpose.weight: must be more than 0.0",
        ),
        (
            'title = "Purpose"',
            'title = "x"\nweight = nan',
            "35: model.dimensions.purpose.weight: nan is not a number",
        ),
        (
            'title = "Purpose"',
            'title = "x"\nweight = true',
            "35: model.dimensions.purpose.weight: True is not a number",
        ),
        (
            'digest = "00000000000000000000000000000000"',
            'digest = "x"',
            "19: model.digest: 'x' does not have the form asked for",
        ),
        ("[ratings.welcome]\nlevel = 2", "[ratings]\nwelcome = 2", "54: ratings.welcome: 2 is not a table"),
        ("[ratings.welcome]\nlevel = 2", "[pulse]\ncare = [2]", "54: pulse.care: … is not a table"),
        (
            "[ratings.welcome]\nlevel = 2",
            "[ratings.welcome]\nrounds = [[1, 2]]",
            "54: ratings.welcome.rounds: a round of 2 numbers for a scale of 5 levels",
        ),
        (
            "participants = 9",
            'scope = ["kindness"]',
            "14: workshop.scope: the model has no part or dimension `kindness`",
        ),
        (
            "[ratings.welcome]",
            "[ratings.Welcome]",
            f"53: ratings.Welcome: 'Welcome' {NO_ID}",
        ),
        ("[ratings.welcome]", f"[ratings.{'x' * 65}]", f"53: ratings.{'x' * 65}: longer than 64 characters"),
        (
            'dimension = "care"',
            'dimension = "caer"',
            "47: model.practices.welcome.dimension: nothing here has the id `caer`; did you mean `care`?",
        ),
    ],
)
def test_each_fault_is_said_in_plain_words_at_its_place(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    """A person who never saw the program's code can put the file right."""
    assert complaints(bent(doc(), old, new), tmp_path)[0] == f"a.toml:{said}"


def test_the_first_ten_faults_are_told(tmp_path: Path) -> None:
    """More would not be read."""
    unknown = "\n".join(f"k{number} = 1" for number in range(11))
    said = complaints(doc(extra=unknown), tmp_path)
    assert said == [
        f"a.toml:{10 + number}: subject.k{number}: this key is not known here"
        for number in range(MOST_PROBLEMS)
    ]
    assert len(said) == 10


def test_the_first_ten_faults_between_tables_are_told(tmp_path: Path) -> None:
    """The rule is the same for what only shows when the tables are compared."""
    scope = ", ".join(f'"k{number}"' for number in range(11))
    said = complaints(bent(doc(), "participants = 9", f"scope = [{scope}]"), tmp_path)
    assert said == [
        f"a.toml:14: workshop.scope: the model has no part or dimension `k{number}`" for number in range(10)
    ]


def test_a_fault_in_shape_and_one_between_tables_are_told_one_after_the_other(tmp_path: Path) -> None:
    """Tables are compared only when each of them is sound."""
    content = bent(doc(value="6"), "participants = 9", "participants = 0")
    assert complaints(content, tmp_path) == ["a.toml:14: workshop.participants: must be at least 1"]


def test_a_very_long_key_is_cut(tmp_path: Path) -> None:
    """A message is never longer than a person can read."""
    (said,) = complaints(doc(extra=f"{'k' * 500_000} = 1"), tmp_path)
    assert said == f"a.toml:10: subject.{'k' * 152}…: this key is not known here"


def test_a_key_that_acts_is_shown_in_a_form_that_cannot(tmp_path: Path) -> None:
    """TOML's quoted keys can hold any character."""
    (said,) = complaints(doc(extra='"\\u001b]0;x\\u0007\\u202e" = 1'), tmp_path)
    assert said == "a.toml:8: subject.␛]0;x␇U+202E: this key is not known here"


def test_a_fault_of_a_practice_whose_id_is_a_number_has_its_line(tmp_path: Path) -> None:
    """`1` is a sound id, and a list index looks just like it."""
    content = bent(doc(), "[ratings.welcome]\nlevel = 2", "[ratings.1]\nlevel = 6")
    assert complaints(content, tmp_path) == [
        "a.toml:54: ratings.1.level: level 6 is not on the scale of 1 to 5"
    ]


def test_a_model_is_told_about_its_faults_in_the_same_way(tmp_path: Path) -> None:
    """A consultant's own model is checked as strictly as an assessment."""
    path = written(tmp_path, bent(MODEL, 'levels = ["We do not", "We do"]', 'levels = ["We do"]'))
    with pytest.raises(UnsoundInputError) as caught:
        load_model(path)
    assert str(caught.value).removeprefix(f"{tmp_path}/") == (
        "a.toml:30: practices.mission.levels: 1 descriptors for a scale of 2 levels"
    )


def test_a_scale_of_one_step_is_no_scale(tmp_path: Path) -> None:
    """There would be nothing to reach."""
    second = '[[scale]]\nlevel = 2\nid = "yes"\nname = "Yes"\nmeaning = "We do"\n'
    with pytest.raises(UnsoundInputError) as caught:
        load_model(written(tmp_path, bent(MODEL, second, "")))
    assert str(caught.value).removeprefix(f"{tmp_path}/") == "a.toml:7: scale: fewer than 2 entries"
