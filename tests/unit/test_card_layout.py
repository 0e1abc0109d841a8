"""The card of a practice: its question is never cut, and the level under the cursor is always there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from culture_tui.tui.widgets.card_layout import CardView, card_lines
from culture_tui.tui.widgets.lines import MORE, Line, wrapped

VIEW = CardView(
    path="Our purpose › Mission",
    position="1 / 2",
    question="What are we here for?",
    levels=(
        ("Absent", "Nobody knows."),
        ("Begun", "Some know."),
        ("Agreed", "It is written down."),
        ("Lived", "It is done."),
        ("Renewed", "It is thought about each year."),
    ),
    cursor=2,
    chosen=3,
    target=4,
    status="Rated 3 Agreed",
    extras=(("Note", ("Said by all.",)), ("To ask", ("Since when?", "By whom?"))),
)

WORDS = st.text(alphabet="ab cdé日 ", min_size=1, max_size=90).filter(lambda text: bool(text.strip()))


@st.composite
def views(draw: st.DrawFn) -> CardView:
    """Any practice, of any scale."""
    levels = tuple(
        draw(st.lists(st.tuples(st.text("xyz", min_size=1, max_size=14), WORDS), min_size=2, max_size=10))
    )
    count = st.integers(1, len(levels))
    return replace(
        VIEW,
        question=draw(WORDS),
        levels=levels,
        cursor=draw(count),
        chosen=draw(st.none() | count),
        target=draw(st.none() | count),
        extras=tuple(draw(st.lists(st.tuples(st.just("Note"), st.tuples(WORDS)), max_size=2))),
    )


WIDTHS = st.sampled_from(range(20, 141))
SIZES = st.tuples(WIDTHS, st.sampled_from([*range(1, 13), *range(13, 51, 4)]))
SPARE = st.sampled_from(range(12))
"""Lines beyond those that the path, the question, one line of a level and the status need."""

properties = settings(max_examples=200, derandomize=True, deadline=None)


def squeezed(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def texts(lines: list[Line]) -> list[str]:
    """The lines as they are read."""
    return [line.text.rstrip() for line in lines]


def of_level(lines: list[Line], level: int) -> list[str]:
    """The lines that a level takes."""
    return [line.text.rstrip() for line in lines if line.level == level]


@properties
@given(views(), SIZES)
def test_a_card_is_never_larger_than_its_place(view: CardView, size: tuple[int, int]) -> None:
    """A line too many would push a level, or the saved line, off the screen."""
    width, height = size
    lines = card_lines(view, width, height)
    assert len(lines) <= height
    assert max(cell_len(line.text) for line in lines) <= width


def least_height(view: CardView, width: int) -> int:
    """The lines that path, question, a line of a level and status take."""
    return len(wrapped(view.question, width - 2)) + 3


@properties
@given(views(), WIDTHS, SPARE)
def test_the_question_is_never_cut(view: CardView, width: int, spare: int) -> None:
    """A group cannot answer half a question; so long as there is room for it, it stands there whole."""
    lines = card_lines(view, width, least_height(view, width) + spare)
    shown = [line.text for line in lines if _is(line, "question")]
    assert squeezed("".join(shown)) == squeezed(view.question)


@properties
@given(views(), WIDTHS, SPARE)
def test_the_level_under_the_cursor_is_always_there(view: CardView, width: int, spare: int) -> None:
    """What Enter settles on must be in sight."""
    lines = card_lines(view, width, least_height(view, width) + spare)
    assert of_level(lines, view.cursor)[0].split()[0] == "›"
    assert sum(line.text.startswith(" ›") for line in lines) == 1


@properties
@given(views(), SIZES)
def test_with_room_for_all_every_level_stands_whole(view: CardView, size: tuple[int, int]) -> None:
    """Nobody chooses between texts that they cannot read to the end."""
    width, _ = size
    lines = card_lines(view, width, 400)
    for level, (name, descriptor) in enumerate(view.levels, start=1):
        said = squeezed("".join(of_level(lines, level)))
        for piece in (squeezed(name), str(level)):
            assert piece in said
        assert len(said.replace(MORE, "")) >= len(squeezed(descriptor))


@properties
@given(views(), SIZES)
def test_levels_stand_in_their_order(view: CardView, size: tuple[int, int]) -> None:
    """The lowest is always above the highest, on every screen."""
    found = [line.level for line in card_lines(view, *size) if line.level is not None]
    assert found == sorted(found)


def _is(line: Line, style: str) -> bool:
    return any(style in name.split() for _, name in line.pieces)


def test_a_card_as_a_person_reads_it() -> None:
    """Path, question, levels, what was settled, and what room is left for."""
    assert texts(card_lines(VIEW, 80, 19)) == [
        " Our purpose › Mission                                                    1 / 2",
        " What are we here for?",
        "",
        "     1 Absent   Nobody knows.",
        " ›   2 Begun    Some know.",
        "   ● 3 Agreed   It is written down.",
        "   ○ 4 Lived    It is done.",
        "     5 Renewed  It is thought about each year.",
        "",
        " Rated 3 Agreed",
        "",
        " Note",
        "   Said by all.",
        "",
        " To ask",
        "   Since when?",
        "   By whom?",
    ]


def test_on_a_narrow_card_names_stand_before_their_texts() -> None:
    """The name is what the group calls a level by, so it stays."""
    assert of_level(card_lines(VIEW, 40, 24), 4) == ["   ○ 4 Lived: It is done."]


def test_extras_come_whole_or_not_at_all() -> None:
    """Half a note is a false quotation."""
    assert "Note" in "".join(texts(card_lines(VIEW, 80, 13)))
    assert "Note" not in "".join(texts(card_lines(VIEW, 80, 12)))
    assert "To ask" not in "".join(texts(card_lines(VIEW, 80, 16)))


@pytest.mark.parametrize("cursor", [1, 3, 5])
def test_in_little_room_the_cursor_s_level_is_whole_and_the_others_are_cut(cursor: int) -> None:
    """The level that is being talked about is read first."""
    long = "one two three four five six seven eight nine ten eleven twelve thirteen"
    view = replace(VIEW, levels=tuple((name, long) for name, _ in VIEW.levels), cursor=cursor)
    lines = card_lines(view, 40, 10)
    assert squeezed(long) in squeezed("".join(of_level(lines, cursor)))
    others = [of_level(lines, level) for level in range(1, 6) if level != cursor]
    assert [len(each) for each in others] == [1] * 4
    assert all(each[0].endswith(MORE) for each in others)


def test_a_click_belongs_to_the_level_of_its_line_and_to_no_other() -> None:
    """The question and the note are no levels."""
    lines = card_lines(VIEW, 80, 24)
    assert [line.level for line in lines if line.level is not None] == [1, 2, 3, 4, 5]
    assert [line.text.split()[0] for line in lines if line.level == 2] == ["›"]


def test_what_was_chosen_has_a_sign_besides_its_colour() -> None:
    """In grey, and for whoever sees no colours, the rating is still the one with the mark."""
    lines = card_lines(VIEW, 80, 24)
    assert [("●" in line.text, "○" in line.text, "›" in line.text) for line in lines if line.level] == [
        (False, False, False),
        (False, False, True),
        (True, False, False),
        (False, True, False),
        (False, False, False),
    ]


BEFORE = "Last time (May 2026): 2, target 3"


def foot(height: int, width: int = 100) -> list[str]:
    """The lines below the levels, on a card of this height."""
    texts = [line.text.strip() for line in card_lines(replace(VIEW, before=BEFORE, extras=()), width, height)]
    return [text for text in texts[texts.index(next(t for t in texts if "Renewed" in t)) + 1 :] if text]


def test_the_last_time_stands_above_what_is_settled() -> None:
    """Then, and below it now."""
    assert foot(20) == [BEFORE, "Rated 3 Agreed"]


def test_the_last_time_shares_a_line_before_it_takes_one_from_a_level() -> None:
    """The descriptors are what the group votes on; they come first."""
    assert foot(9) == [BEFORE, "Rated 3 Agreed"]
    assert foot(8) == [f"Rated 3 Agreed · {BEFORE}"]


@properties
@given(views(), SIZES)
def test_the_last_time_never_cuts_a_level_that_was_whole(view: CardView, size: tuple[int, int]) -> None:
    """Not at any width, not for any text."""
    width, height = size
    whole = [
        [line.text for line in card_lines(each, width, height) if line.level is not None]
        for each in (view, replace(view, before=BEFORE))
    ]
    cut = [any(MORE in text for text in lines) for lines in whole]
    assert cut[0] or not cut[1]
    assert len(card_lines(replace(view, before=BEFORE), width, height)) <= height


NAMES = ("Tolerado", "Reactivo", "Declarado", "Excelencia", "Sincroservicio")
TEN = (*NAMES, "Sexto", "Septimo", "Octavo", "Noveno", "Decimo")


@pytest.mark.parametrize("count", range(2, 11))
@pytest.mark.parametrize("question", [1, 2, 3])
@pytest.mark.parametrize("height", range(7, 13))
def test_on_a_small_screen_every_level_has_at_least_its_number_and_its_name(
    count: int, question: int, height: int
) -> None:
    """Sixty columns and fifteen lines, less what a vote takes: who votes must see what for."""
    view = replace(
        VIEW,
        question=" ".join(["What are we here for, all of us, on each day of the year?"] * question),
        levels=tuple((name, f"It is {name} here, and everybody would say so. " * 2) for name in TEN[:count]),
        cursor=count,
    )
    lines = card_lines(view, 60, height)
    said = "\n".join(texts(lines))
    assert len(lines) <= height
    assert [name for level, name in enumerate(TEN[:count], 1) if f"{level} {name[:4]}" not in said] == []
    assert squeezed(view.question) in squeezed(said)
    assert of_level(lines, count)[0].startswith(" ›")


def test_in_columns_the_levels_keep_their_marks_and_the_one_at_the_cursor_its_words() -> None:
    """Number and name are enough to vote; the arrows still read each level."""
    levels = tuple((name, f"It is {name} here.") for name in TEN)
    view = replace(VIEW, levels=levels, cursor=7, chosen=3, target=4, most=(2,), other=9)
    assert texts(card_lines(view, 60, 9)) == [
        " Our purpose › Mission                                1 / 2",
        " What are we here for?",
        "    1 Tolerado                   6 Sexto",
        " ◆  2 Reactivo                   7 Septimo",
        "  ● 3 Declarado                  8 Octavo",
        "  ○ 4 Excelencia              ◇  9 Noveno",
        "    5 Sincroservicio            10 Decimo",
        " ›   7 Septimo: It is Septimo here.",
        " Rated 3 Agreed",
    ]
