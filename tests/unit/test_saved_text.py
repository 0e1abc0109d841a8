"""What the line at the bottom says about saving."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from culture_tui import language
from culture_tui.errors import Phrase, Place, Problem
from culture_tui.storage.saver import NotSaved, Saved, SaveState
from culture_tui.tui.workshop import now, saved_text
from support import NOW


@pytest.mark.parametrize(
    ("state", "said", "failed"),
    [
        (Saved(Path("/w/a.toml"), NOW), "saved 14:00:00 in a.toml", False),
        (
            Saved(Path("/w/\x1b]0;x.toml"), datetime(2026, 1, 2, 3, 4, 5, 6, UTC)),
            "saved 03:04:05 in ␛]0;x.toml",
            False,
        ),
        (
            Saved(Path("/w/a-2.toml"), NOW, moved=True),
            "saved 14:00:00 beside somebody's change, in a-2.toml",
            False,
        ),
        (
            Saved(Path("/w/a.toml"), NOW, made_again=True),
            "saved 14:00:00 after somebody deleted it, in a.toml",
            False,
        ),
        (
            NotSaved(Problem(Phrase("at {size} %", size=99), Place("/w/a.toml")), None),
            "NOT SAVED: at 99 % · a.toml",
            True,
        ),
    ],
)
def test_a_state_is_said_in_one_line(state: SaveState, said: str, failed: object) -> None:
    """The time to the second and the name of the file; the folder would not fit."""
    language.use("en")
    assert saved_text(state) == (said, failed)


def test_the_time_is_kept_to_the_second_with_its_offset() -> None:
    """A file that is read in another country still says when the group agreed."""
    found = now()
    assert found.microsecond == 0
    assert found.utcoffset() is not None
