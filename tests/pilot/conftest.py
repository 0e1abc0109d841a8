"""What every pilot test stands on: a home in a temporary folder, English, and a tidy process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from culture_tui import language
from pilot.stage import Stage, surround


@pytest.fixture(autouse=True)
def clean_slate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is written outside the test's folder, and nothing of one test reaches the next."""
    surround(monkeypatch, tmp_path)
    yield
    language.use("en")
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A workspace and the program to open on it."""
    return Stage(tmp_path)
