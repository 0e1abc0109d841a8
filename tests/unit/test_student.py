"""The t that an interval is as wide as: the table in the back of the book, and more digits."""

from __future__ import annotations

from math import inf, pi, sqrt, tan
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.student import t_quantile

thorough = settings(max_examples=80, derandomize=True, deadline=None)
probabilities = st.floats(0.501, 0.9995)


@pytest.mark.parametrize(
    ("degrees", "t"),
    [
        (1, 12.706204736174704646),
        (2, 4.3026527297494638523),
        (3, 3.1824463052837095927),
        (14, 2.1447866879178038287),
        (30, 2.0422724563012383100),
        (100, 1.9839715185235522866),
        (598, 1.9639388980555036932),
        (1_000_000, 1.9599663568141070353),
    ],
)
def test_the_table_of_95_per_cent_is_reproduced(degrees: int, t: float) -> None:
    """An interval that is too narrow promises what the votes do not hold; 40 digits stand behind these."""
    assert t_quantile(0.975, degrees) == pytest.approx(t, rel=0, abs=1e-9)


@pytest.mark.parametrize(
    ("probability", "degrees", "t"),
    [(0.9, 5, 1.4758840488244810785), (0.95, 10, 1.8124611228116764136), (0.995, 7, 3.4994832973504939201)],
)
def test_other_columns_of_the_table_are_reproduced(probability: float, degrees: int, t: float) -> None:
    """A consultant may ask for 80, 90 or 99 per cent one day."""
    assert t_quantile(probability, degrees) == pytest.approx(t, rel=1e-12)


@thorough
@given(probabilities)
def test_few_degrees_have_a_formula(probability: float) -> None:
    """With 1, 2 and 4 degrees of freedom the quantile can be written down, and it is the same."""
    q = 2 * probability - 1
    assert t_quantile(probability, 1) == pytest.approx(tan(pi * q / 2), rel=1e-10)
    assert t_quantile(probability, 2) == pytest.approx(q * sqrt(2 / (1 - q * q)), rel=1e-10)
    t = t_quantile(probability, 4)
    assert 0.5 + t * (t * t + 6) / (2 * (t * t + 4) ** 1.5) == pytest.approx(probability, rel=1e-12)


@thorough
@given(probabilities, st.integers(1, 2_000))
def test_more_degrees_mean_a_smaller_t_and_never_less_than_the_normal(
    probability: float, degrees: int
) -> None:
    """More votes never widen an interval, and no number of votes beats knowing the variance."""
    normal = NormalDist().inv_cdf(probability)
    here, further = t_quantile(probability, degrees), t_quantile(probability, degrees + 1)
    assert inf > here >= further >= normal * (1 - 1e-9)


@thorough
@given(probabilities, probabilities, st.sampled_from([1, 2, 8, 98, 1.5]))
def test_to_be_surer_the_interval_must_be_wider(one: float, other: float, degrees: float) -> None:
    """Also with degrees of freedom that are no whole number."""
    low, high = sorted([one, other])
    assert t_quantile(low, degrees) <= t_quantile(high, degrees)


def test_half_of_all_lie_below_the_middle() -> None:
    """The distribution is symmetric, so its median is nought."""
    assert t_quantile(0.5, 7) == pytest.approx(0, abs=1e-9)
