"""Published and independently computed results that the statistics must reproduce."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import comb, nan
from typing import Final

import pytest

from conformance import two_groups
from conformance.vectors import Vector, exactly
from culture_tui.domain.agreement import (
    SLIGHT_SKEW_VARIANCE,
    awg,
    consensus,
    deviation_from_mean,
    deviation_from_median,
    median,
    p_slight_skew,
    p_uniform,
    rwg_star,
    rwg_star_j,
    sample_variance,
)
from culture_tui.domain.chance import SLIGHT_SKEW, null_variance, uniform
from culture_tui.domain.reliability import kendalls_w
from culture_tui.domain.scoring import FULLY, LARGELY, level_held, weighted_mean
from culture_tui.planning.greedy import Job, schedule
from histograms import Histogram, histogram
from support import CONFORMANCE, benefit

NOT_OURS: Final = {
    "delphi_outside_mode_limits": "other houses' limit; ours is three rounds and a word for the room",
    "c2m2_mil": "the rule of another house's model; ours is ISO/IEC 33020's",
    "ordinal_paired": "votes are anonymous: who voted before and after is not known, so no test is paired",
    "wilson_newcombe_1998": "the share of units below target is a count of all of them, not a sample",
    "median_ci_minmax_coverage": "the range is shown as a range, never as an interval for a median",
}
"""Vectors of rules that the page on measurement does not name, each with the reason."""

NOT_OURS_IN_PART: Final = {
    "rwg_j": "grows with the number of practices; r*_WG(J) does not",
    "cronbach_alpha_raters_as_cases": "reliability is told by Kendall's W and Krippendorff's alpha",
}
"""The same of the workshop vector."""

SHARES: Final = {"N": 0.1, "P": 0.4, "L": 0.7, "F": 0.9}
"""A share of the middle of each of ISO/IEC 33020's grades: not, partly, largely, fully achieved."""


def _uniform_null(vector: Vector) -> None:
    for levels, expected in zip(vector["input"]["A"], vector["expected"], strict=True):
        camps = (1, *[0] * (levels - 2), 1)
        variance, star = sample_variance(camps), rwg_star(camps)
        assert variance is not None
        assert star is not None
        assert variance / (1 - star) == exactly(expected, vector["tolerance"])
        assert null_variance(uniform(levels)) == exactly(expected, vector["tolerance"])


def _nulls_of_five_levels(vector: Vector) -> None:
    shares, expected = vector["input"]["proportions"], vector["expected"]
    found = {name: null_variance(null) for name, null in shares.items()}
    assert found == exactly(expected, vector["tolerance"])
    assert null_variance(uniform(5)) == exactly(expected["uniform"], vector["tolerance"])
    assert null_variance(SLIGHT_SKEW) == exactly(expected["slight_skew"], vector["tolerance"])
    assert SLIGHT_SKEW_VARIANCE[5] == exactly(expected["slight_skew"], vector["tolerance"])
    assert [weight / sum(SLIGHT_SKEW) for weight in SLIGHT_SKEW] == shares["slight_skew"]


def _workshop(vector: Vector) -> None:
    items = [histogram(item) for item in zip(*vector["input"]["ratings_rows_are_raters"], strict=True)]

    def mean_of(index: Callable[[Histogram], float | None]) -> float:
        return sum(index(item) or 0 for item in items) / len(items)

    found = {
        "rwg_j_lindell": rwg_star_j(items),
        "awg_j": mean_of(awg),
        "ad_mean_j": mean_of(deviation_from_mean),
        "kendall_W_ties_items_ranked_by_raters": kendalls_w(vector["input"]["ratings_rows_are_raters"]),
    }
    expected = {key: value for key, value in vector["expected"].items() if key not in NOT_OURS_IN_PART}
    assert found == exactly(expected, vector["tolerance"])


def _histograms(n: int, levels: int = 5) -> Iterator[tuple[Histogram, int]]:
    """Every histogram of n votes with the number of vote sequences that give it."""
    if levels == 1:
        yield (n,), 1
        return
    for count in range(n + 1):
        for rest, ways in _histograms(n - count, levels - 1):
            yield (count, *rest), ways * comb(n, count)


def _tail(null: list[tuple[float, float]], bound: float) -> float:
    """How likely chance gives a figure at or below the bound."""
    return sum(chance for figure, chance in null if figure <= bound + 1e-9)


def _critical(null: list[tuple[float, float]], p: float) -> float | None:
    """The largest figure that chance stays at or below with probability p at most."""
    total, reached = 0.0, None
    chances: dict[float, float] = {}
    for figure, chance in null:
        chances[round(figure, 9)] = chances.get(round(figure, 9), 0.0) + chance
    for figure in sorted(chances):
        total += chances[figure]
        if total > p + 1e-12:
            break
        reached = figure
    return reached


def _null_of(index: Callable[[Histogram], float | None], n: int, sign: int) -> list[tuple[float, float]]:
    null = []
    for votes, ways in _histograms(n):
        figure = index(votes)
        assert figure is not None
        null.append((sign * figure, ways / 5**n))
    return null


def _null_table(vector: Vector) -> None:
    for row in vector["expected"]:
        n = row["n"]
        rwg = _null_of(rwg_star, n, -1)
        ad = _null_of(deviation_from_mean, n, 1)
        lowest = {key: _critical(rwg, p) for key, p in (("rwg05", 0.05), ("rwg01", 0.01))}
        cns = _critical(_null_of(consensus, n, -1), 0.05)
        assert cns is not None
        found = {
            "n": n,
            **{key: None if value is None else -value for key, value in lowest.items()},
            "ad05": _critical(ad, 0.05),
            "ad01": _critical(ad, 0.01),
            "admd05": _critical(_null_of(deviation_from_median, n, 1), 0.05),
            "cns05": -cns,
            **{f"P_rwg_ge_{bound}": _tail(rwg, -bound / 100) for bound in (50, 70, 71, 91)},
            "P_ad_le_833": _tail(ad, 5 / 6),
            "P_allsame": p_uniform((0, 0, n, 0, 0)),
        }
        assert _numbers(found) == pytest.approx(_numbers(row), rel=0, abs=vector["tolerance"], nan_ok=True)
        read = _numbers({key: row[key] for key in row if "rwg" in key})
        assert _numbers(_read_from_p(n)) == pytest.approx(read, rel=0, abs=vector["tolerance"], nan_ok=True)


def _read_from_p(n: int) -> dict[str, float | None]:
    """The same figures as a person finds them: by asking what p each round of n votes has."""
    chances = {rwg_star(votes) or 0.0: p_uniform(votes) or 0.0 for votes, _ in _histograms(n)}
    reached = {bound: [star for star, p in chances.items() if 0 < p <= bound / 100] for bound in (1, 5)}
    return {
        **{f"rwg{bound:02}": min(stars, default=None) for bound, stars in reached.items()},
        **{
            f"P_rwg_ge_{bound}": max(p for star, p in chances.items() if star >= bound / 100 - 1e-9)
            for bound in (50, 70, 71, 91)
        },
    }


def _numbers(row: dict[str, float | None]) -> dict[str, float]:
    """The row with "not a number" where so few votes can never reach the bound."""
    return {key: nan if value is None else value for key, value in row.items()}


def _critical_at_ten(vector: Vector) -> None:
    reached = _critical(_null_of(rwg_star, vector["input"]["n"], -1), vector["input"]["alpha"])
    assert reached is not None
    assert -reached == exactly(vector["expected"], vector["tolerance"])


def _exact_chance(vector: Vector) -> None:
    votes = histogram(vector["input"]["ratings"])
    assert p_uniform(votes) == exactly(vector["expected"]["p_uniform"], vector["tolerance"])
    assert p_slight_skew(votes) == exactly(vector["expected"]["p_slight_skew"], vector["tolerance"])


def _consensus(vector: Vector) -> None:
    assert consensus(vector["input"]["counts"]) == exactly(vector["expected"], vector["tolerance"])


def _bounds(vector: Vector) -> None:
    assert (LARGELY, FULLY) == (0.50, 0.85)
    for percent, letter in zip(vector["input"]["percent"], vector["expected"], strict=True):
        rated = [(3, float(percent)), (1, 100.0 - percent)]
        to_two = level_held([(2, float(percent)), (1, 100.0 - percent)])
        assert to_two == (2 if letter in "LF" and percent else 1)
        assert level_held(rated) == {"N": 1, "P": 1, "L": 2, "F": 3}[letter]


def _capability_level(vector: Vector) -> None:
    """ISO counts from 0 and rates attributes; we count from 1 and weigh what has reached a level.

    Each ISO level is as achieved as its weakest attribute, and never more than a level below it,
    which changes nothing: under a level that is not fully achieved, none can be held.
    """
    for letters, expected in zip(vector["input"]["ratings"], vector["expected"], strict=True):
        shares = [1.0]
        for level in map(str, range(1, 6)):
            own = [SHARES[letter] for key, letter in letters.items() if key.startswith(level)]
            shares.append(min([shares[-1], *own]) if own else 0.0)
        rated = [(k, here - above) for k, (here, above) in enumerate(pairwise([*shares, 0.0]), start=1)]
        held = level_held([(level, weight) for level, weight in rated if weight])
        assert held == expected + 1


def _weakest_link(vector: Vector) -> None:
    levels = vector["input"]["levels"]
    assert weighted_mean((level, 1.0) for level in levels) == exactly(
        vector["expected"]["mean"], vector["tolerance"]
    )
    assert median(histogram(levels)) == str(vector["expected"]["median"])


def _toy_roadmap(vector: Vector) -> None:
    given = vector["input"]
    before: dict[int, set[str]] = {job: set() for job in range(given["n"])}
    for first, then in given["prec"]:
        before[then].add(str(first))
    jobs = [
        Job(
            str(job),
            given["val"][job],
            given["dem"][job][0] * given["dur"][job],
            given["dur"][job],
            frozenset(before[job]),
        )
        for job in before
    ]
    made = schedule(jobs, given["cap"] * given["T"])
    assert benefit(jobs, made.starts, given["T"]) == vector["expected"]["optimum"]
    starts = [made.starts[str(job)] - 1 for job in range(given["n"])]
    assert starts in vector["expected"]["all_optimal_starts"]


NOW: Final[dict[str, Callable[[Vector], None]]] = {
    "null_variance_uniform": _uniform_null,
    "null_variance_A5_alternatives": _nulls_of_five_levels,
    "workshop_6raters_4items_scale": _workshop,
    "workshop_6raters_4items_krippendorff_ordinal": two_groups.alpha_of_the_workshop,
    "krippendorff_canonical": two_groups.alpha_with_gaps,
    "dunlap2003_rwg_crit_n10_A5_p05": _critical_at_ten,
    "exact_null_uniform_A5": _null_table,
    "exact_p_rwg_n6_s2_0.5667": _exact_chance,
    "consensus_tastle_wierman": _consensus,
    "iso33020_nplf": _bounds,
    "iso33020_capability_level": _capability_level,
    "weakest_link_vs_mean": _weakest_link,
    "cliffs_delta_hogarty_kromrey_1999": two_groups.delta_with_interval,
    "cliffs_delta_negligible": two_groups.negligible_delta,
    "cliffs_delta_bands": two_groups.names_of_deltas,
    "mann_whitney_scipy_doc": two_groups.rank_test,
    "min_two_sided_p_unpaired": two_groups.least_chance,
    "roadmap_toy_enabler": _toy_roadmap,
}

VECTORS: Final[dict[str, Vector]] = {
    vector["name"]: vector for vector in json.loads((CONFORMANCE / "vectors.json").read_text("utf-8"))
}


@pytest.mark.parametrize("name", NOW)
def test_a_published_result_is_reproduced(name: str) -> None:
    """A consultant can check any figure against its source and finds the same."""
    NOW[name](VECTORS[name])


def test_every_vector_is_checked_or_left_out_for_a_reason() -> None:
    """A vector that nobody looks at proves nothing."""
    assert sorted([*NOW, *NOT_OURS]) == sorted(VECTORS)
    assert set(VECTORS["workshop_6raters_4items_scale"]["expected"]) > set(NOT_OURS_IN_PART)


def test_the_chance_of_agreement_is_the_same_counted_vote_by_vote() -> None:
    """The fast count of histograms and the plain list of all six-vote outcomes agree everywhere."""
    null = _null_of(_rwg, 6, -1)
    for votes, _ in _histograms(6):
        assert p_uniform(votes) == pytest.approx(_tail(null, -_rwg(votes)))


def _rwg(votes: Sequence[int]) -> float:
    """r_WG as it is published: floored at 0."""
    return max(0.0, rwg_star(votes) or 0.0)
