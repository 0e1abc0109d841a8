"""The keys of a vote in the room: how it begins, is revealed, and starts over."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from culture_tui.language import marked

VOTE_KEYS: Final[list[BindingType]] = [
    Binding(
        "v",
        "vote",
        marked("Vote"),
        id="scoring.vote",
        tooltip=marked("Vote in silence: pass the laptop, one key a person."),
    ),
    Binding(
        "t",
        "hands",
        marked("Type the hands"),
        id="scoring.hands",
        show=False,
        tooltip=marked("Vote by show of hands: type a level for each hand, or a count for each level."),
    ),
    Binding(
        "r,enter",
        "reveal",
        marked("Reveal"),
        id="scoring.reveal",
        show=False,
        tooltip=marked("Show how the room has voted."),
    ),
    Binding(
        "delete",
        "start_over",
        marked("Start over"),
        id="scoring.start-over",
        show=False,
        tooltip=marked("Throw the votes of this round away, after a question."),
    ),
    Binding(
        "up",
        "look(-1)",
        marked("Read the level above"),
        id="scoring.look-up",
        show=False,
        tooltip=marked("While voting, show the level above in full."),
    ),
    Binding(
        "down",
        "look(1)",
        marked("Read the level below"),
        id="scoring.look-down",
        show=False,
        tooltip=marked("While voting, show the level below in full."),
    ),
]
