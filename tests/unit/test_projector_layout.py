"""The projector view as lines: nothing lost, nothing to scroll, and as large as the screen allows."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from culture_tui.tui.widgets.lines import MORE
from culture_tui.tui.widgets.projector_layout import ProjectorView, projector_lines
from support import flagship

FRAME: Final = 2
"""Title and keys."""

SIZES: Final = ((80, 24), (120, 36), (60, 15), (160, 50))
ROUND: Final = (0, 4, 1, 4, 0)


def squeezed(text: str) -> str:
    """A text without its blanks, so that it can be found wherever its lines break."""
    return "".join(text.split())


def shipped() -> list[ProjectorView]:
    """All practices that ship."""
    model = flagship().model
    names = [step.name for step in model.scale]
    return [
        ProjectorView(question=each.question, levels=tuple(zip(names, each.levels, strict=True)))
        for each in model.practices.values()
    ]


def drawn(view: ProjectorView, size: tuple[int, int]) -> list[str]:
    """The lines of a view on a terminal of this size."""
    return [line.text for line in projector_lines(view, size[0], size[1] - FRAME)]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 50)])
def test_every_word_of_every_practice_is_on_the_screen(size: tuple[int, int]) -> None:
    """Thirty people cannot scroll."""
    views = shipped()
    assert len(views) == 36
    for view in views:
        lines = drawn(view, size)
        said = squeezed(" ".join(lines))
        assert squeezed(view.question) in said
        blocks = squeezed(" ".join(line[4:].lstrip("▀▄█ ") for line in lines))
        for name, text in view.levels:
            assert squeezed(name) in blocks
            assert squeezed(text) in blocks
        assert not any(MORE in line for line in lines)


def test_on_a_small_screen_the_level_at_the_cursor_is_whole() -> None:
    """In a corner of a shared screen the others may be cut, and say so."""
    for view in shipped():
        for cursor in range(1, 6):
            lines = projector_lines(replace(view, cursor=cursor), 60, 13)
            name, text = view.levels[cursor - 1]
            words = [piece for line in lines if line.level == cursor for piece, _ in line.pieces[3:]]
            assert squeezed(f"{name}: {text}") == squeezed(" ".join(words))
            assert squeezed(view.question) in squeezed(" ".join(line.text for line in lines))
            assert {line.level for line in lines if line.level} == {1, 2, 3, 4, 5}


def test_digits_are_large_where_there_is_room() -> None:
    """From the last row nobody reads a digit of one cell."""
    view = shipped()[0]
    large, small = drawn(view, (120, 36)), drawn(view, (80, 24))
    assert any("▀▀█" in line for line in large)
    assert not any("▀" in line for line in small)


def test_a_scale_of_ten_levels_has_all_its_digits() -> None:
    """Ten large digits would not fit below each other; ten small ones do."""
    view = shipped()[0]
    lines = projector_lines(replace(view, levels=(*view.levels, *view.levels)), 200, 90)
    digits = [line.pieces[2][0].strip() for line in lines if line.level and line.pieces[2][0].strip()]
    assert digits == [f"{level}" for level in range(1, 11)]


def test_the_question_stands_in_the_middle_in_lines_of_about_one_length() -> None:
    """One word alone on a second line looks like a mistake."""
    view = replace(
        shipped()[0], question="What does a new colleague go through here in the first four weeks?"
    )
    lines = [line for line in drawn(view, (80, 24)) if line.strip()][:2]
    assert [line.strip() for line in lines] == [
        "What does a new colleague go through",
        "here in the first four weeks?",
    ]
    assert [len(line) - len(line.lstrip()) for line in lines] == [22, 25]


def test_cursor_and_level_are_marks_and_not_only_colours() -> None:
    """A grey projector still tells which one it is."""
    lines = projector_lines(replace(shipped()[0], cursor=2, chosen=4), 80, 22)
    marks = {line.level: line.text[:4].strip() for line in reversed(lines) if line.level}
    assert (marks[2], marks[4], marks[1]) == ("›", "●", "")


@pytest.mark.parametrize("size", SIZES)
def test_a_vote_that_is_going_on_shows_dots_and_nothing_of_the_votes(size: tuple[int, int]) -> None:
    """Who has voted may be counted; what they voted may not be seen."""
    view = replace(shipped()[0], below=("● ● ● ○ ○  3 of 5 voted",))
    lines = drawn(view, size)
    assert lines[-1].strip() == "● ● ● ○ ○  3 of 5 voted"
    assert not any("█" in line and size[0] < 120 for line in lines)


@pytest.mark.parametrize("size", SIZES)
def test_a_revealed_vote_is_bars_with_counts_and_what_most_voted_for(size: tuple[int, int]) -> None:
    """The two camps see what they said beside each other."""
    view = replace(shipped()[0], counts=ROUND, told="Round 1: 9 votes, median 3, split in two")
    lines = drawn(view, size)
    said = " ".join(" ".join(lines).split())
    assert "Round 1: 9 votes, median 3, split in two" in said
    counts = [line.split()[-1] for line in lines if "██" in line and line.split()[-1].isdigit()]
    assert counts == ["4", "1", "4"]
    assert f"2 {view.levels[1][0]}:" in said
    assert f"4 {view.levels[3][0]}:" in said
    lengths = [line.count("█") for line in lines if "██" in line and line.split()[-1].isdigit()]
    assert lengths[0] == lengths[2] > 3 * lengths[1]


def test_one_mode_is_shown_once() -> None:
    """A group with one opinion has nothing to compare."""
    view = replace(shipped()[0], counts=(0, 1, 7, 1, 0), told="Round 1")
    said = " ".join(" ".join(drawn(view, (80, 24))).split())
    assert said.count(f"3 {view.levels[2][0]}:") == 1
    assert f"2 {view.levels[1][0]}:" not in said


@pytest.mark.parametrize("size", SIZES)
def test_votes_that_are_spread_evenly_are_no_two_camps(size: tuple[int, int]) -> None:
    """The lowest and the highest of five equals are nobody's split."""
    view = replace(shipped()[0], counts=(1, 1, 1, 1, 1), told="Round 1: 5 votes, median 3, spread evenly")
    said = " ".join(" ".join(drawn(view, size)).split())
    assert "spread evenly" in said
    assert not any(f"{level} {view.levels[level - 1][0]}:" in said for level in range(1, 6))


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300)


@given(
    st.builds(
        ProjectorView,
        question=TEXTS,
        levels=st.lists(st.tuples(TEXTS, TEXTS), min_size=2, max_size=10).map(tuple),
        cursor=st.integers(1, 2),
        chosen=st.none() | st.integers(1, 2),
        below=st.lists(TEXTS, max_size=3).map(tuple),
        counts=st.just(()) | st.just((1, 40)),
        told=TEXTS,
    ),
    st.integers(0, 200),
    st.integers(0, 60),
)
def test_whatever_is_written_nothing_stands_beyond_the_edge(
    view: ProjectorView, width: int, height: int
) -> None:
    """Models come from anybody, and windows are dragged to any size."""
    lines = projector_lines(view, width, height)
    assert len(lines) <= height
    if width >= 20:
        assert [line.text for line in lines if cell_len(line.text) > width] == []
