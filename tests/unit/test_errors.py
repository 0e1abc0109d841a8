"""What a person is told when something is wrong."""

from __future__ import annotations

import pytest

from culture_tui.errors import (
    NOWHERE,
    CultureError,
    NewerFormatError,
    NotWrittenError,
    Phrase,
    Place,
    Problem,
    UnsoundInputError,
    WrongUsageError,
)


def test_a_phrase_says_its_values_in_its_template() -> None:
    """In English, until somebody knows in which language to say it."""
    assert str(Phrase("{count} descriptors for {levels} levels", count=4, levels=5)) == (
        "4 descriptors for 5 levels"
    )


def test_braces_in_a_value_are_only_braces() -> None:
    """A title such as `{self.__class__}` must not reach into the program."""
    assert str(Phrase("no model has the id `{id}`", id="{id.__class__}")) == (
        "no model has the id `{id.__class__}`"
    )


def test_a_value_may_be_called_what_the_phrase_calls_its_own() -> None:
    """Whoever writes a phrase need not know how it is made."""
    assert str(Phrase("{template} for {self}", template="A", self="B")) == "A for B"


def test_a_phrase_keeps_its_template_for_the_translator() -> None:
    """The catalogue is looked up by the template, not by the sentence."""
    phrase = Phrase("the id `{id}` stands here twice", id="care")
    assert (phrase.template, phrase.values) == ("the id `{id}` stands here twice", {"id": "care"})


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Phrase("level {n}", n=3), True),
        (Phrase("level {n}", n=4), False),
        (Phrase("rank {n}", n=3), False),
        ("level 3", False),
    ],
)
def test_phrases_are_the_same_if_template_and_values_are(other: object, same: object) -> None:
    """Two complaints about one thing can be told apart from one complaint made twice."""
    assert (Phrase("level {n}", n=3) == other) is same


def test_phrases_that_are_the_same_count_once_in_a_set() -> None:
    """The same complaint made ten times can be said once."""
    assert len({Phrase("level {n}", n=3), Phrase("level {n}", n=3)}) == 1


def test_a_phrase_shows_its_sentence_in_a_log() -> None:
    """Whoever reads a log wants the words."""
    assert repr(Phrase("level {n}", n=3)) == "Phrase('level 3')"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (NOWHERE, ""),
        (Place("team.toml"), "team.toml"),
        (Place("team.toml", 41), "team.toml:41"),
        (Place("team.toml", 41, "practices.mission.levels"), "team.toml:41: practices.mission.levels"),
        (Place("team.toml", key="model"), "team.toml: model"),
        (Place(key="ratings.mission"), "ratings.mission"),
    ],
)
def test_a_place_is_written_as_editors_understand_it(place: Place, shown: str) -> None:
    """`file:line` can be clicked in most terminals."""
    assert str(place) == shown


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem(Phrase("not UTF-8 text")), "not UTF-8 text"),
        (Problem(Phrase("not UTF-8 text"), Place("a.toml", 3)), "a.toml:3: not UTF-8 text"),
        (
            Problem(Phrase("unknown"), Place("a.toml"), Phrase("did you mean `{id}`?", id="vision")),
            "a.toml: unknown; did you mean `vision`?",
        ),
    ],
)
def test_a_problem_names_the_place_the_fault_and_the_next_step(problem: Problem, said: str) -> None:
    """The three things that a person needs, in this order."""
    assert str(problem) == said


def test_an_error_says_each_problem_on_a_line_and_keeps_them() -> None:
    """All of a file's faults are seen at once instead of one a run."""
    problems = (Problem(Phrase("one")), Problem(Phrase("two")))
    error = CultureError(*problems)
    assert str(error) == "one\ntwo"
    assert error.problems == problems


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (CultureError, 1),
        (UnsoundInputError, 1),
        (NewerFormatError, 1),
        (WrongUsageError, 2),
        (NotWrittenError, 3),
    ],
)
def test_a_script_can_tell_the_kinds_of_failure_apart(kind: type[CultureError], status: int) -> None:
    """The exit statuses are a promise to people's scripts."""
    assert kind().exit_status == status


def test_a_newer_file_counts_as_one_that_cannot_be_used() -> None:
    """Whoever only asks whether a file can be used need not know about formats."""
    assert issubclass(NewerFormatError, UnsoundInputError)
