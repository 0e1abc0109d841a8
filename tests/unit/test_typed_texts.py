"""What is typed becomes evidence or a note, or it is said which field is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from culture_tui.domain.records import LONGEST_LINK, Evidence
from culture_tui.domain.typed_texts import WrongField, typed_evidence, wrong_prose
from culture_tui.domain.values import LONGEST_PROSE

TODAY = date(2026, 11, 25)


def test_text_link_and_date_are_kept() -> None:
    """The text may have lines, the link may be anything."""
    typed = typed_evidence(" first\nsecond ", " bank.example/m ", " 2026-03-04 ", TODAY)
    assert typed == Evidence(text="first\nsecond", link="bank.example/m", date=date(2026, 3, 4))


def test_a_full_stop_is_today() -> None:
    """Most evidence is seen on the day of the workshop."""
    typed = typed_evidence("seen", "", ".", TODAY)
    assert isinstance(typed, Evidence)
    assert typed.date == TODAY


@pytest.mark.parametrize(
    ("text", "link", "day", "field"),
    [
        (" \n ", "", "", "text"),
        ("x" * (LONGEST_PROSE + 1), "", "", "text"),
        ("\x1b" * LONGEST_PROSE + "x", "", "", "text"),
        ("x", "y" * (LONGEST_LINK + 1), "", "link"),
        ("x", "", "4.3.26", "date"),
        ("x", "", "2026-02-30", "date"),
        ("x", "", "1066-10-14", "date"),
        ("x", "", "hoy", "date"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(text: str, link: str, day: str, field: str) -> None:
    """The cursor goes where something has to be put right."""
    typed = typed_evidence(text, link, day, TODAY)
    assert isinstance(typed, WrongField)
    assert typed.field == field


def test_a_link_that_grows_when_it_is_cleaned_is_refused_in_words() -> None:
    """What is shown for a hidden character is longer than the character."""
    typed = typed_evidence("x", "\u202e" * (LONGEST_LINK // 2), "", TODAY)
    assert isinstance(typed, WrongField)
    assert typed.field == "link"


@pytest.mark.parametrize(("count", "expected"), [(0, None), (LONGEST_PROSE, None), (LONGEST_PROSE + 7, 7)])
def test_a_note_beyond_the_bound_says_by_how_much(count: int, expected: int | None) -> None:
    """Somebody who pastes a transcript learns how much has to go."""
    wrong = wrong_prose("x" * count)
    assert (None if wrong is None else wrong.values["over"]) == expected
