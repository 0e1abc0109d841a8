"""Kendall's W: whether people put the practices in the same order."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.concordance import Concordance
from support import CONFORMANCE

TOP = 5


def concordance(rows: Sequence[Sequence[int]]) -> float | None:
    """W of these people's levels, a row each."""
    found = Concordance(len(rows[0]))
    for row in rows:
        found.add(row)
    return found.w()


def test_the_known_answer_with_ties_comes_out() -> None:
    """The reference is R's irr 0.84.1; a consultant may check it there."""
    vectors = json.loads((CONFORMANCE / "vectors.json").read_text("utf-8"))
    (vector,) = (each for each in vectors if each["name"] == "workshop_6raters_4items_scale")
    expected = vector["expected"]["kendall_W_ties_items_ranked_by_raters"]
    found = concordance(vector["input"]["ratings_rows_are_raters"])
    assert found == pytest.approx(expected, abs=vector["tolerance"])


def test_votes_may_come_as_bytes() -> None:
    """A large survey is counted in bytes, since lists of its rows would take minutes and gigabytes."""
    rows = [(3, 3, 2, 4), (2, 3, 2, 3), (4, 4, 3, 4)]
    assert concordance([bytes(row) for row in rows]) == concordance(rows)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(1, 2, 3), (2, 3, 5)], 1.0),
        ([(1, 2, 3), (3, 2, 1)], 0.0),
        ([(1, 2, 3)], None),
        ([(1,), (2,)], None),
        ([(2, 2, 2), (4, 4, 4)], None),
    ],
    ids=["same order", "turned around", "one person", "one practice", "all tied"],
)
def test_w_is_one_for_the_same_order_and_nothing_where_there_is_none(
    rows: list[tuple[int, ...]], expected: float | None
) -> None:
    """A figure that is not defined must not read as a zero."""
    assert concordance(rows) == expected


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.integers(2, 6).flatmap(lambda n: st.lists(st.tuples(*[st.integers(1, TOP)] * n), min_size=2)))
def test_w_lies_between_none_and_full_concordance(rows: list[tuple[int, ...]]) -> None:
    """Whatever people vote."""
    found = concordance(rows)
    assert found is None or -1e-12 <= found <= 1 + 1e-12
