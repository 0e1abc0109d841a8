"""How reliably a workshop orders its practices: W and alpha, by their definitions."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.agreement import rwg_star
from culture_tui.domain.reliability import Concordance, Metric, kendalls_w, krippendorffs_alpha, no_alpha
from histograms import Histogram, as_cast, histogram, rounds

Rows = list[list[int]]

METRICS: tuple[Metric, ...] = get_args(Metric)
thorough = settings(max_examples=120, derandomize=True, deadline=None)
metrics = st.sampled_from(METRICS)
scales = st.sampled_from([2, 5, 10])
workshops = scales.flatmap(lambda levels: st.lists(rounds(levels, least=1, most=7), min_size=1, max_size=6))
tables = st.tuples(st.integers(2, 6), st.integers(2, 6)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(1, 5), min_size=size[0], max_size=size[0]), min_size=size[1], max_size=size[1]
    )
)


def midranks(row: list[int]) -> list[float]:
    """The mean of the places that a level takes up in the row."""
    return [
        1 + sum(other < level for other in row) + (sum(other == level for other in row) - 1) / 2
        for level in row
    ]


def plain_w(rows: Rows) -> float | None:
    """W as the spread of the rank sums over the greatest that these ties allow."""
    people, practices = len(rows), len(rows[0])
    sums = [sum(ranks) for ranks in zip(*map(midranks, rows), strict=True)]
    middle = people * (practices + 1) / 2
    ties = sum(count**3 - count for row in rows for count in Counter(row).values())
    greatest = people * (people * (practices**3 - practices) - ties) / 12
    return sum((total - middle) ** 2 for total in sums) / greatest if greatest else None


@thorough
@given(tables)
def test_w_is_the_spread_of_the_rank_sums(rows: Rows) -> None:
    """By its definition, with midranks for ties, whatever people vote."""
    assert kendalls_w(rows) == pytest.approx(plain_w(rows))


@thorough
@given(tables)
def test_w_lies_between_no_common_order_and_one(rows: Rows) -> None:
    """Outside 0 to 1 it would be no share of anything."""
    w = kendalls_w(rows)
    assert w is None or 0 <= w <= 1


@thorough
@given(st.permutations(range(1, 8)), st.integers(2, 5))
def test_people_who_order_the_practices_alike_have_a_w_of_1(order: list[int], people: int) -> None:
    """Full concordance is exactly 1, not a little less."""
    assert kendalls_w([order] * people) == 1
    assert kendalls_w([[10 * level for level in order], *[order] * people]) == 1


def test_people_who_order_the_practices_against_each_other_have_a_w_of_0() -> None:
    """Two who disagree about every pair have nothing in common."""
    assert kendalls_w([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]) == 0


@thorough
@given(tables, st.data())
def test_w_depends_on_no_order_of_people_or_practices(rows: Rows, data: st.DataObject) -> None:
    """Neither who came in first nor how the model lists its practices may matter."""
    people = data.draw(st.permutations(rows))
    practices = data.draw(st.permutations(range(len(rows[0]))))
    assert kendalls_w([[row[practice] for practice in practices] for row in people]) == kendalls_w(rows)


@thorough
@given(tables)
def test_people_may_come_in_one_after_the_other(rows: Rows) -> None:
    """An import reads a row and forgets it; what it adds up is the same as all rows at once."""
    concordance = Concordance(len(rows[0]))
    for before, row in enumerate(rows):
        assert concordance.raters == before
        assert concordance.w() == kendalls_w(rows[:before])
        concordance.add(row)
    assert concordance.raters == len(rows)
    assert concordance.w() == kendalls_w(iter(rows))


@pytest.mark.parametrize("rows", [[], [[1, 2, 3]], [[1], [2], [3]], [[2, 2, 2], [3, 3, 3]], [[], []]])
def test_there_is_no_w_without_two_people_two_practices_and_some_order(rows: Rows) -> None:
    """None, and never 0: nobody was asked, or nobody preferred anything."""
    assert kendalls_w(rows) is None


def test_one_person_who_ties_everything_does_not_silence_the_others() -> None:
    """W is worked out over the ties that there are: 1/2 here, by hand."""
    assert kendalls_w([[1, 2, 3], [2, 2, 2]]) == 0.5


def distance(metric: Metric, low: int, high: int, values: list[int]) -> float:
    """Krippendorff's difference functions, as he prints them, for levels from 1."""
    if metric == "nominal":
        return float(low != high)
    if metric == "interval":
        return float((low - high) ** 2)
    if metric == "ratio":
        return ((low - high) / (low + high)) ** 2
    low, high = sorted([low, high])
    between = sum(low <= value <= high for value in values)
    return (between - (values.count(low) + values.count(high)) / 2) ** 2


def plain_alpha(units: list[Histogram], metric: Metric) -> float | None:
    """1 - D_o/D_e over all ordered pairs of votes, within practices and over all of them."""
    paired = [as_cast(unit) for unit in units if sum(unit) > 1]
    values = [vote for unit in paired for vote in unit]
    within = sum(
        distance(metric, one, other, values) / (len(unit) - 1)
        for unit in paired
        for one, other in permutations(unit, 2)
    )
    over_all = sum(distance(metric, one, other, values) for one, other in permutations(values, 2))
    return 1 - within / len(values) / (over_all / len(values) / (len(values) - 1)) if over_all else None


@thorough
@given(workshops, metrics)
def test_alpha_is_observed_over_expected_disagreement(units: list[Histogram], metric: Metric) -> None:
    """By its definition, pair of votes by pair of votes, with gaps, on scales of 2 to 10 levels."""
    alpha, plain = krippendorffs_alpha(units, metric), plain_alpha(units, metric)
    assert alpha == (None if plain is None else pytest.approx(plain, abs=1e-12))
    assert alpha is None or alpha <= 1


@thorough
@given(workshops, metrics, st.data())
def test_alpha_depends_on_no_order_of_practices(
    units: list[Histogram], metric: Metric, data: st.DataObject
) -> None:
    """Nor on practices that one person rated alone: there is no pair in them."""
    alone = histogram([1], len(units[0]))
    order = data.draw(st.permutations([*units, alone, alone]))
    assert krippendorffs_alpha(order, metric) == pytest.approx(krippendorffs_alpha(units, metric))


@thorough
@given(workshops, st.sampled_from(["nominal", "ordinal", "interval"]))
def test_alpha_does_not_ask_which_end_of_the_scale_is_good(units: list[Histogram], metric: Metric) -> None:
    """A scale read backwards has the same distances; only a ratio needs its zero."""
    backwards = [unit[::-1] for unit in units]
    assert krippendorffs_alpha(backwards, metric) == pytest.approx(krippendorffs_alpha(units, metric))


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("levels", [2, 5, 10])
def test_votes_that_tell_every_practice_apart_have_an_alpha_of_1(metric: Metric, levels: int) -> None:
    """All alike within a practice and different between: perfect, in every metric, on every scale."""
    units = [histogram([level] * (1 + level), levels) for level in range(1, levels + 1)]
    assert krippendorffs_alpha(units, metric) == 1


def test_ordinal_is_what_is_meant_where_nothing_is_said() -> None:
    """Levels are an order: nobody promises that 1 to 2 is as far as 4 to 5."""
    units = [(3, 1, 0), (0, 2, 1), (1, 0, 5)]
    assert krippendorffs_alpha(units) == krippendorffs_alpha(units, "ordinal")
    assert krippendorffs_alpha(units) != krippendorffs_alpha(units, "interval")


@pytest.mark.parametrize(
    ("units", "reason"),
    [
        ([], "too-few"),
        ([(0, 0, 1, 0, 0), (1, 0, 0, 0, 0)], "too-few"),
        ([(0, 0, 0, 0, 0)], "too-few"),
        ([(0, 0, 2, 0, 0)], "all-equal"),
        ([(0, 0, 2, 0, 0), (1, 0, 0, 0, 0), (0, 0, 9, 0, 0)], "all-equal"),
        ([(0, 0, 2, 0, 0), (0, 0, 0, 0, 2)], None),
        ([(1, 0, 1, 0, 0)], None),
    ],
)
def test_where_there_is_no_alpha_there_is_a_reason(units: list[Histogram], reason: str | None) -> None:
    """A consultant who reads "none" must read why, or will look for a mistake."""
    assert no_alpha(units) == no_alpha(iter(units)) == reason
    assert (krippendorffs_alpha(iter(units)) is None) == (reason is not None)


@thorough
@given(workshops, metrics)
def test_there_is_a_reason_exactly_where_there_is_no_alpha(units: list[Histogram], metric: Metric) -> None:
    """Neither a figure with an excuse nor a gap without one."""
    assert (krippendorffs_alpha(units, metric) is None) == (no_alpha(units) is not None)


def test_practices_on_scales_of_different_lengths_are_not_mixed() -> None:
    """Their levels cannot be compared, so there is no figure instead of a wrong one."""
    with pytest.raises(ValueError, match="zip"):
        krippendorffs_alpha([(1, 1, 0), (0, 2)])


def test_people_who_all_but_agree_can_have_an_alpha_below_0() -> None:
    """Why nothing is ever flagged on alpha: practices that all stand alike cannot be told apart."""
    units = [(0, 0, 0, 5, 1), (0, 0, 0, 5, 1), (0, 0, 0, 5, 1), (0, 0, 0, 6, 0)]
    assert all((rwg_star(unit) or 0) > 0.9 for unit in units)
    alpha = krippendorffs_alpha(units)
    assert alpha is not None
    assert alpha < 0
