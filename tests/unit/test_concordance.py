"""Kendall's W: whether people put the practices in the same order."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.concordance import RankSums, doubled_ranks, kendalls_w, ties_in
from support import CONFORMANCE

TOP = 5


def ranked(rows: Sequence[Sequence[int]]) -> RankSums:
    """The rank sums of these people's levels, a row each."""
    histograms = [[row.count(level) for level in range(1, TOP + 1)] for row in rows]
    ranks = [doubled_ranks(histogram) for histogram in histograms]
    doubled = [[rank[level - 1] for level in row] for rank, row in zip(ranks, rows, strict=True)]
    return RankSums(len(rows), tuple(map(sum, zip(*doubled, strict=True))), sum(map(ties_in, histograms)))


def test_the_known_answer_with_ties_comes_out() -> None:
    """The reference is R's irr 0.84.1; a consultant may check it there."""
    vectors = json.loads((CONFORMANCE / "vectors.json").read_text("utf-8"))
    (vector,) = (each for each in vectors if each["name"] == "workshop_6raters_4items_scale")
    expected = vector["expected"]["kendall_W_ties_items_ranked_by_raters"]
    found = kendalls_w(ranked(vector["input"]["ratings_rows_are_raters"]))
    assert found == pytest.approx(expected, abs=vector["tolerance"])


def test_equal_levels_share_the_ranks_that_they_take() -> None:
    """Two at the bottom share ranks 1 and 2; twice 1.5 is 3."""
    assert doubled_ranks([2, 1, 0, 1, 0]) == [3, 6, 7, 8, 9]
    assert ties_in([2, 1, 0, 3, 0]) == 6 + 24


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
    assert kendalls_w(ranked(rows)) == expected


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.integers(2, 6).flatmap(lambda n: st.lists(st.tuples(*[st.integers(1, TOP)] * n), min_size=2)))
def test_w_lies_between_none_and_full_concordance(rows: list[tuple[int, ...]]) -> None:
    """Whatever people vote."""
    found = kendalls_w(ranked(rows))
    assert found is None or -1e-12 <= found <= 1 + 1e-12
