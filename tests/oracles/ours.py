"""Our figures by the names that `oracle.R` gives them: what is not in FIGURES is not compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Final

from drawn import Drawn, Histogram

from culture_tui.domain.agreement import Agreement, agreement, p_slight_skew, rwg_star_j
from culture_tui.domain.effect import Chance, Effect, cliffs_delta, holm, permutation_p
from culture_tui.domain.reliability import Metric, kendalls_w, krippendorffs_alpha
from culture_tui.domain.student import t_quantile

Ours = Callable[[Drawn, str], float | None]
"""A figure of one case; None where we say that it is not defined."""


@cache
def _agreement(votes: Histogram) -> Agreement | None:
    return agreement(votes)


@cache
def _permutation(earlier: Histogram, later: Histogram) -> Chance | None:
    return permutation_p(earlier, later)


def _of_round(read: Callable[[Agreement], float | None]) -> Ours:
    def figure(drawn: Drawn, case: str) -> float | None:
        found = _agreement(drawn.rounds[case])
        return None if found is None else read(found)

    return figure


def _of_comparison(read: Callable[[Effect], float | None]) -> Ours:
    def figure(drawn: Drawn, case: str) -> float | None:
        found = cliffs_delta(*drawn.comparisons[case])
        return None if found is None else read(found)

    return figure


def _slight_skew(drawn: Drawn, case: str) -> float | None:
    return p_slight_skew(drawn.rounds[case])


def _star_of_workshop(drawn: Drawn, case: str) -> float | None:
    return rwg_star_j(drawn.rounds[practice] for practice in drawn.practices[case])


def _concordance(drawn: Drawn, case: str) -> float | None:
    return kendalls_w(drawn.people[case])


def _alpha(metric: Metric, drawn: Drawn, case: str) -> float | None:
    return krippendorffs_alpha([drawn.rounds[practice] for practice in drawn.practices[case]], metric)


def _chance(drawn: Drawn, case: str) -> float | None:
    found = _permutation(*drawn.comparisons[case])
    return found.p if found is not None and found.exact else None


def _chance_of_crowds(drawn: Drawn, case: str) -> float | None:
    found = permutation_p(*drawn.crowds[case])
    return None if found is None or found.exact else found.p


def _adjusted(drawn: Drawn, case: str) -> float | None:
    row, place = case.split("/")
    return holm(drawn.chances[row])[int(place)]


def _adjusted_of_workshop(drawn: Drawn, case: str) -> float | None:
    together = [
        other for other in drawn.practices[case.split("/", maxsplit=1)[0]] if other in drawn.comparisons
    ]
    chances = [_chance(drawn, other) for other in together]
    return holm([p for p in chances if p is not None])[together.index(case)]


def _quantile(_: Drawn, case: str) -> float | None:
    probability, degrees = case.split("/")
    return t_quantile(float(probability), float(degrees))


FIGURES: Final[dict[str, Ours]] = {
    "rwg": _of_round(lambda found: found.rwg),
    "rwg_star": _of_round(lambda found: found.rwg_star),
    "rwg_star_j": _star_of_workshop,
    "rwg_slight_skew": _of_round(lambda found: found.rwg_slight_skew),
    "ad_mean": _of_round(lambda found: found.ad_mean),
    "ad_median": _of_round(lambda found: found.ad_median),
    "awg": _of_round(lambda found: found.awg),
    "consensus": _of_round(lambda found: found.consensus),
    "p_uniform": _of_round(lambda found: found.p_uniform),
    "p_slight_skew": _slight_skew,
    "kendalls_w": _concordance,
    "alpha_nominal": partial(_alpha, "nominal"),
    "alpha_ordinal": partial(_alpha, "ordinal"),
    "alpha_interval": partial(_alpha, "interval"),
    "alpha_ratio": partial(_alpha, "ratio"),
    "delta": _of_comparison(lambda found: found.delta),
    "variance": _of_comparison(lambda found: found.variance),
    "low": _of_comparison(lambda found: found.low),
    "high": _of_comparison(lambda found: found.high),
    "permutation_p": _chance,
    "permutation_p_of_crowds": _chance_of_crowds,
    "holm": _adjusted,
    "holm_of_a_workshop": _adjusted_of_workshop,
    "t_quantile": _quantile,
}
