"""A small window with something to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from culture_tui.language import _, marked
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.widgets.lines import plain


class TextDialog(CultureDialog[None]):
    """Shows a title, some paragraphs, and sections with headings of their own."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,q,w,c",
            "close",
            marked("Close"),
            id="text.close",
            show=False,
            tooltip=marked("Close this window."),
        ),
    ]

    def __init__(
        self, title: str, paragraphs: Sequence[str], sections: Sequence[tuple[str, Sequence[str]]] = ()
    ) -> None:
        super().__init__()
        self._title = title
        self._paragraphs = paragraphs
        self._sections = sections

    def compose(self) -> ComposeResult:
        """Title, text, and how to close."""
        with VerticalScroll(classes="dialog wide"):
            yield Static(plain(self._title), classes="dialog-title")
            if self._paragraphs:
                yield Static(plain("\n\n".join(self._paragraphs)), classes="dialog-text")
            for title, said in self._sections:
                yield Static(plain(title), classes="dialog-section")
                yield Static(plain("\n".join(f"· {each}" for each in said)), classes="dialog-text")
            yield Static(plain(_("Esc closes this window.")), classes="dialog-foot")
