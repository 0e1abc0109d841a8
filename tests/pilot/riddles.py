"""A model whose parts can contradict each other: two linked dimensions and two symptoms."""

from __future__ import annotations

from typing import Final

from pilot.stage import Stage, model_text

_MORE: Final = """
[symptoms.cold-hall]
title = "Guests wait in the cold"
probe = "Who stood there last, and for how long?"
points_to = ["welcome", "farewell"]

[symptoms.silent-meetings]
title = "Nobody speaks in meetings"
probe = "What did nobody say last week?"
points_to = ["mission"]

[[links]]
between = ["care", "purpose"]
why = "Who knows what for greets better."
"""


def with_riddles(stage: Stage) -> None:
    """Play with this model."""
    stage.model = stage.add_model("harbour", model_text() + _MORE)
