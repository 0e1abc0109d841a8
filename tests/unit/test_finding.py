"""What somebody means who types a part of a title."""

from __future__ import annotations

import pytest

from culture_tui.domain.finding import matches, near

TITLES = {
    "core": "Core values",
    "values": "Values at work",
    "emocion": "Emoción",
    "long-core": "The hard core",
}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("values", ["values"]),
        ("Core  Values", ["core"]),
        ("core v", ["core"]),
        ("emocion", ["emocion"]),
        ("EMOCIÓN", ["emocion"]),
        ("hard", ["long-core"]),
        ("al", ["core", "values"]),
        ("", []),
        ("xyzzy", []),
    ],
)
def test_an_id_goes_before_a_title_and_that_before_a_part_of_it(typed: str, ids: list[str]) -> None:
    """The narrowest meaning is the likeliest."""
    assert matches(typed, TITLES) == ids


def test_a_slip_is_near_what_was_meant() -> None:
    """`did you mean` needs something to offer."""
    assert near("emotion", TITLES) == ["emocion"]
    assert near("core valeus", TITLES)[0] == "core"
    assert near("q" * 10_000, TITLES) == []
