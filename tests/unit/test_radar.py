"""The radar: where a score lies on its axis, and that a shape which is even looks even."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from culture_tui.domain.scoring import profile
from culture_tui.language import catalogue
from culture_tui.reports.braille import Piece
from culture_tui.reports.charts import Axis, axes_of, letter, not_drawn
from culture_tui.reports.radar import braille_radar, braille_width, placed, sides
from support import NOW, assessment, skeleton

ROWS = 15
RADIUS = 25


def axes(scores: Sequence[float | None], targets: Sequence[float | None] = ()) -> list[Axis]:
    """An axis for each score."""
    aimed = list(targets) or [None] * len(scores)
    return [
        Axis(number, f"d{number}", "whole", f"Dimension {number}", None, score, target)
        for number, (score, target) in enumerate(zip(scores, aimed, strict=True), start=1)
    ]


def drawn(of: Sequence[Axis], top: int = 5, rows: int = ROWS) -> list[str]:
    """The radar's rows, which must exist."""
    found = braille_radar(of, top, rows)
    assert found is not None
    return ["".join(text for text, _ in row) for row in found]


def dots(of: Sequence[Axis], layer: str) -> set[tuple[int, int]]:
    """The dots of the characters of a layer, counted from the middle."""
    found = braille_radar(of, 5, ROWS)
    assert found is not None
    middle = (6 + RADIUS, 4 + RADIUS)
    places = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
    return {
        (2 * column + places[bit][0] - middle[0], 4 * row + places[bit][1] - middle[1])
        for row, pieces in enumerate(found)
        for column, (character, name) in enumerate(cells(pieces))
        if name == layer
        for bit in range(8)
        if ord(character) >> bit & 1
    }


def cells(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """A character at a time, with its layer."""
    return [(character, layer) for text, layer in pieces for character in text]


def test_the_first_axis_is_up_and_the_rest_follow_as_on_a_clock() -> None:
    """The numbers beside it are read in that order."""
    assert placed(1, 4, 10) == pytest.approx((0, -10))
    assert placed(2, 4, 10) == pytest.approx((10, 0))
    assert placed(3, 4, 10) == pytest.approx((0, 10))
    assert placed(4, 4, 10) == pytest.approx((-10, 0))


def test_a_score_lies_as_far_out_as_its_share_of_the_scale() -> None:
    """Level 5 of 5 is at the end, half of that half way: an axis is a ruler."""
    found = dots(axes([5, 2, 5, 2]), "score")
    assert {(0, -RADIUS), (10, 0), (0, RADIUS), (-10, 0)} <= found
    assert (min(down for _, down in found), max(down for _, down in found)) == (-RADIUS, RADIUS)


def test_an_even_profile_looks_the_same_from_both_sides() -> None:
    """A shape that leans tells of a weakness that nobody has."""
    found = dots(axes([4] * 12), "score")
    assert found == {(-across, down) for across, down in found}
    assert found == {(across, -down) for across, down in found}


def test_a_target_is_a_line_with_gaps_and_a_score_is_not() -> None:
    """Without colour nothing else tells them apart."""
    score, target = dots(axes([4] * 4), "score"), dots(axes([None] * 4, [4] * 4), "target")
    assert target < score
    assert len(target) < 0.7 * len(score)


def test_a_line_has_a_gap_where_a_dimension_is_not_rated() -> None:
    """Going through the middle would say that it stands at nothing."""
    assert list(sides([1, None, 3, 4])) == [(2, 3), (3, 0)]
    assert list(sides([None, 2, None])) == []
    right = {(across, down) for across, down in dots(axes([4, None, 4, 4]), "score") if across > 0}
    assert right == set()


def test_nothing_rated_leaves_only_axes_and_numbers() -> None:
    """An empty radar is a question, not a fault."""
    assert dots(axes([None] * 5), "score") == set()
    assert "5" in "".join(drawn(axes([None] * 5)))


@pytest.mark.parametrize("count", [3, 4, 7, 12, 24])
def test_every_axis_has_its_number_and_every_row_its_width(count: int) -> None:
    """An axis without a number cannot be looked up beside the radar."""
    rows = drawn(axes([3] * count), rows=27)
    numbers = [word for row in rows for word in "".join(c if c.isdigit() else " " for c in row).split()]
    assert sorted(map(int, numbers)) == list(range(1, count + 1))
    assert {len(row) for row in rows} == {braille_width(27)}


@pytest.mark.parametrize("top", [2, 10])
def test_a_scale_of_any_length_fills_the_same_circle(top: int) -> None:
    """Models have two to ten levels."""
    assert drawn(axes([top] * 6), top) != drawn(axes([top / 2] * 6), top)


def test_what_would_be_too_small_or_too_crowded_is_not_drawn() -> None:
    """Better no radar than one that is guessed at."""
    assert braille_radar(axes([3] * 6), 5, 8) is None
    assert braille_radar(axes([3] * 40), 5, ROWS) is None


def test_fewer_than_three_and_very_many_dimensions_say_why_there_is_no_radar() -> None:
    """The facilitator should not look for a fault."""
    words = catalogue("en")
    assert not_drawn("radar", 1, words).startswith("A radar needs three dimensions or more, and there is 1")
    assert "there are 2" in not_drawn("radar", 2, words)
    assert not_drawn("radar", 40, words) == "A radar of 40 dimensions cannot be read: bars instead."
    assert [not_drawn("radar", 3, words), not_drawn("radar", 24, words), not_drawn("heatmap", 1, words)] == [
        "",
        "",
        "",
    ]


def test_axes_go_part_by_part_and_know_their_target() -> None:
    """The numbers follow the list beside the radar."""
    model = skeleton({"a": ["p"], "b": ["q"], "c": ["r"]}, part_of={"a": "one", "b": "two", "c": "one"})
    of = assessment(model, {"p": 2, "q": 5}).with_target("p", 4, NOW)
    found = axes_of(of, profile(of))
    assert [(each.number, each.id, each.level, each.score, each.target) for each in found] == [
        (1, "a", 2, 2, 4),
        (2, "c", None, None, None),
        (3, "b", 5, 5, 5),
    ]


def test_columns_have_letters_that_go_on_after_the_last() -> None:
    """A part of thirty dimensions is unusual, not forbidden."""
    assert [letter(position) for position in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]
