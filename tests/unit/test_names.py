"""What tells names apart that begin alike."""

from __future__ import annotations

import pytest

from culture_tui.domain.names import ends_of


@pytest.mark.parametrize(
    ("names", "ends"),
    [
        (["desk", "desk-2"], ["", "-2"]),
        (["desk-2", "desk", "desk-3"], ["-2", "", "-3"]),
        (["desk-2", "desk-3"], ["-2", "-3"]),
        (["desk-2", "desk-23"], ["-2", "-23"]),
        (["desk", "desk (conflict)"], ["", " (conflict)"]),
        (["2026-11-04-desk-7f3a", "2026-11-04-desk-7b21"], ["-7f3a", "-7b21"]),
        (["desk", "mailed"], ["desk", "mailed"]),
        (["desk", "desktop"], ["desk", "desktop"]),
        (["desk", "desk"], ["", ""]),
        (["desk"], [""]),
        ([], []),
    ],
)
def test_the_ends_tell_apart_and_begin_with_a_word(names: list[str], ends: list[str]) -> None:
    """A row has room for a few letters, and they must be the ones that differ."""
    assert ends_of(names) == ends
