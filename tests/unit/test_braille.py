"""Braille dots: which dot of which character, and what happens at edges and over each other."""

from __future__ import annotations

import pytest

from culture_tui.reports.braille import Canvas


def text_of(canvas: Canvas) -> list[str]:
    """The rows without their layers."""
    return ["".join(piece for piece, _ in row) for row in canvas.rows()]


@pytest.mark.parametrize(
    ("x", "y", "drawn"),
    [(0, 0, "⠁"), (1, 0, "⠈"), (0, 1, "⠂"), (1, 1, "⠐"), (0, 2, "⠄"), (1, 2, "⠠"), (0, 3, "⡀"), (1, 3, "⢀")],
)
def test_each_dot_has_its_place_in_a_character(x: int, y: int, drawn: str) -> None:
    """Unicode numbers the dots down the left side first, and the lowest row last of all."""
    canvas = Canvas(1, 1, ("line",))
    canvas.dot(x, y, "line")
    assert text_of(canvas) == [drawn]


def test_a_line_joins_two_dots_and_holds_both() -> None:
    """A corner that is missing would be a gap in a shape."""
    canvas = Canvas(2, 1, ("line",))
    canvas.line((0, 0), (3, 3), "line")
    assert text_of(canvas) == ["⠑⢄"]


def test_a_broken_line_leaves_dots_out() -> None:
    """Without colour that is all that tells it from a solid one."""
    canvas = Canvas(4, 1, ("line",))
    canvas.line((0, 0), (7, 0), "line", (2, 2))
    assert text_of(canvas) == ["⠉ ⠉ "]


def test_a_shared_character_shows_all_dots_in_the_colour_of_the_layer_in_front() -> None:
    """Nothing that was drawn may vanish behind something else."""
    canvas = Canvas(1, 1, ("front", "back"))
    canvas.dot(0, 0, "back")
    canvas.dot(1, 0, "front")
    assert canvas.rows() == ((("⠉", "front"),),)


def test_what_lies_outside_is_not_drawn() -> None:
    """A score beyond the edge is no reason to fall over."""
    canvas = Canvas(1, 1, ("line",))
    for x, y in ((-1, 0), (2, 0), (0, 4), (0, -1)):
        canvas.dot(x, y, "line")
    assert text_of(canvas) == [" "]


def test_a_text_stands_over_the_dots_and_never_on_another() -> None:
    """Two axes' numbers on each other would read as a third."""
    canvas = Canvas(4, 1, ("line",))
    canvas.line((0, 0), (7, 0), "line")
    assert canvas.write(1, 0, "12", "number")
    assert [canvas.write(column, 0, "3", "number") for column in (-1, 0, 1, 2, 3, 4)] == [False] * 6
    assert canvas.rows() == ((("⠉", "line"), ("12", "number"), ("⠉", "line")),)
