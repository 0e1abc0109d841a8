"""Leaving while something is not on disk: the one time that the program asks."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from culture_tui.language import _
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.widgets.lines import plain


class UnsavedDialog(CultureDialog[str]):
    """Asks whether to stay; staying has the focus."""

    AUTO_FOCUS = "#stay"

    def __init__(self, recovery: Path | None) -> None:
        super().__init__()
        self._recovery = recovery

    def compose(self) -> ComposeResult:
        """What would happen, and the two ways."""
        said = (
            _("The newest change could not be saved. A copy with everything is in {path}.").format(
                path=self._recovery
            )
            if self._recovery is not None
            else _("The newest change could not be saved anywhere, and would be lost.")
        )
        with Vertical(classes="dialog"):
            yield Static(plain(_("Leave without saving?")), classes="dialog-title")
            yield Static(plain(said), classes="dialog-text")
            with Horizontal(classes="buttons"):
                yield Button(plain(_("Stay")), id="stay", compact=True)
                yield Button(plain(_("Leave")), id="leave", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Say which."""
        self.dismiss(event.button.id)
