"""What the checks of published results share."""

from __future__ import annotations

from typing import Any

import pytest

Vector = dict[str, Any]


def exactly(value: object, tolerance: float) -> object:
    """The value (or all of several), give or take a vector's own tolerance."""
    return pytest.approx(value, rel=0, abs=tolerance)
