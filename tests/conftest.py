"""What all tests share. Its place lets every test import the builders in `support`."""

from __future__ import annotations

import gc

import pytest
from hypothesis import settings

settings.register_profile("house", max_examples=60)
settings.load_profile("house")
"""A hundred examples a property took minutes of the ten that a check may last."""


@pytest.fixture(scope="session", autouse=True)
def _collecting_seldom() -> None:
    """Look for garbage only in what tests have made, and seldom: it took a third of their time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
