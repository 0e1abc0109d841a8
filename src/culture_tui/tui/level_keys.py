"""The keys that settle on a level and walk through the practices: the same while scoring and on the wall."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

from culture_tui.language import marked

DIGITS: Final = tuple(
    Binding(
        f"{level % 10}",
        f"rate({level})",
        "",
        id=f"scoring.rate-{level}",
        tooltip=marked("Settle on this level."),
        show=False,
    )
    for level in range(1, 11)
)
PREVIOUS: Final = Binding(
    "left,h",
    "go(-1)",
    marked("Previous"),
    id="scoring.previous",
    tooltip=marked("Go to the practice before this one."),
    show=False,
)
NEXT: Final = Binding(
    "right,l", "go(1)", marked("Next"), id="scoring.go", tooltip=marked("Go to the next practice.")
)
NEXT_UNRATED: Final = Binding(
    "space",
    "next_unrated",
    marked("Next unrated"),
    id="scoring.next-unrated",
    tooltip=marked("Go to the next practice without an answer."),
    show=False,
)
CHOOSE: Final = Binding(
    "enter",
    "choose",
    marked("Rate"),
    id="card.choose",
    tooltip=marked("Settle on the level that the cursor is on; the digit keys do it at once."),
    show=False,
)
UP: Final = Binding(
    "up,k",
    "move(-1)",
    marked("Cursor up"),
    id="card.up",
    tooltip=marked("Move the cursor to the level above."),
    show=False,
)
DOWN: Final = Binding(
    "down,j",
    "move(1)",
    marked("Cursor down"),
    id="card.down",
    tooltip=marked("Move the cursor to the level below."),
    show=False,
)
