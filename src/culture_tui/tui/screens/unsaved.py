"""Leaving while something is not on disk: the one time that the program asks."""

from __future__ import annotations

from collections.abc import Sequence
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

    def __init__(self, copies: Sequence[tuple[str, Path | None]]) -> None:
        """Ask about these files: the name of each, and where a copy with everything is, if anywhere."""
        super().__init__()
        self._copies = copies

    def compose(self) -> ComposeResult:
        """What would happen, and the two ways."""
        said = "\n".join(
            _("{file} could not be saved; a copy with everything is in {path}.").format(file=file, path=path)
            if path is not None
            else _("{file} could not be saved anywhere; its newest change would be lost.").format(file=file)
            for file, path in self._copies
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
