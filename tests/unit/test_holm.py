"""Many practices compared at once: each must clear a higher bar."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.effect import holm

thorough = settings(max_examples=120, derandomize=True, deadline=None)
chances = st.lists(st.floats(0.0001, 1), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("raw", "adjusted"),
    [
        ([0.01, 0.02, 0.03, 0.04, 0.05], [0.05, 0.08, 0.09, 0.09, 0.09]),
        ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
        ([0.5, 0.001], [0.5, 0.002]),
        ([0.6, 0.6], [1, 1]),
        ([0.04], [0.04]),
        ([], []),
    ],
)
def test_holm_gives_what_everybodys_holm_gives(raw: list[float], adjusted: list[float]) -> None:
    """R's p.adjust(p, "holm") and the textbook example of four hypotheses."""
    assert holm(raw) == pytest.approx(adjusted)


@thorough
@given(chances, st.data())
def test_holm_only_ever_raises_and_keeps_the_order(raw: list[float], data: st.DataObject) -> None:
    """Thirty-six practices compared at once find something by chance: each must clear a higher bar."""
    adjusted = holm(raw)
    for one, other in zip(raw, adjusted, strict=True):
        assert one <= other <= min(1, len(raw) * one) + 1e-15
    ranked = [other for _, other in sorted(zip(raw, adjusted, strict=True))]
    assert ranked == sorted(adjusted)
    order = data.draw(st.permutations(range(len(raw))))
    assert holm([raw[place] for place in order]) == [adjusted[place] for place in order]
