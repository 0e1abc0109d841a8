"""What every pilot test stands on: a home in a temporary folder, English, and a tidy process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilot.stage import Stage, playing


@pytest.fixture(autouse=True)
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A workspace, and the program to open on it."""
    with playing(tmp_path, monkeypatch) as made:
        yield made
