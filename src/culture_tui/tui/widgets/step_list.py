"""The list of a roadmap's quarters and steps: a click selects, a second one opens."""

from __future__ import annotations

from textual.events import MouseDown
from textual.widgets import OptionList


class StepList(OptionList):
    """Opens what Enter or a click chooses, but for a click that only goes there."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="steps", compact=True)
        self._was_here = True

    def on_mouse_down(self, event: MouseDown) -> None:
        """Remember whether the cursor was here before the click."""
        clicked = event.style.meta.get("option")
        self._was_here = clicked is None or clicked == self.highlighted

    def action_select(self) -> None:
        """Open what the cursor is on, unless a click has just brought it here."""
        was_here, self._was_here = self._was_here, True
        if was_here:
            super().action_select()
