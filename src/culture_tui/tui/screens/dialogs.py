"""Small windows that take a text: a note, a reason, a piece of evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from culture_tui.language import _, marked
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.widgets.lines import plain

REST_SECONDS: Final = 0.3
"""A text is handed on this long after the first key that is not on disk yet."""


class NoteDialog(CultureDialog[None]):
    """An editor whose text is saved while it is written."""

    HELP = marked("Write as much as you like, on as many lines; it is saved while you write. Esc closes.")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "close",
            marked("Done"),
            id="note.close",
            key_display="Esc",
            tooltip=marked("Close the note; it is saved as it is."),
        ),
    ]

    def __init__(self, title: str, text: str, keep: Callable[[str], str]) -> None:
        """Edit a text.

        Args:
            title: what the text is about.
            text: as it stands.
            keep: takes the newest text, at most 300 ms after a key; says what is wrong with it.
        """
        super().__init__()
        self._title = title
        self._kept = text
        self._keep = keep
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, editor, and how to close."""
        with Vertical(classes="dialog wide"):
            yield Static(plain(self._title), classes="dialog-title")
            yield TextArea(self._kept, id="text", soft_wrap=True, tab_behavior="focus")
            yield Static(id="wrong")
            yield Static(plain(_("Esc closes; the note is saved while you write.")), classes="dialog-foot")

    def on_mount(self) -> None:
        """Go on writing at the end."""
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)

    def on_text_area_changed(self) -> None:
        """Hand the text on soon."""
        if self._timer is None:
            self._timer = self.set_timer(REST_SECONDS, self.hand_on)

    def action_close(self) -> None:
        """Hand on what was written last, and close; stay open with what cannot be kept."""
        if not self.hand_on():
            self.dismiss(None)

    def hand_on(self) -> str:
        """Hand the newest text on."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        text = self.query_one(TextArea).text
        wrong = "" if text == self._kept else self._keep(text)
        if not wrong:
            self._kept = text
        self.query_one("#wrong", Static).update(plain(wrong))
        return wrong


class LinesDialog(CultureDialog[tuple[str, ...]]):
    """A few one-line fields; Enter goes on and, in the last one, accepts."""

    HELP = marked(
        "Enter goes to the next line; in the last one it keeps what stands here. Esc keeps nothing."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next_field",
            marked("Next field"),
            id="lines.next",
            show=False,
            priority=True,
            tooltip=marked("Go to the next field; in the last one, keep what stands here."),
        ),
        Binding(
            "escape",
            "close",
            marked("Cancel"),
            id="lines.close",
            key_display="Esc",
            tooltip=marked("Close this window; nothing is kept."),
        ),
    ]

    def __init__(
        self,
        title: str,
        fields: tuple[str, ...],
        check: Callable[[tuple[str, ...]], str],
        values: tuple[str, ...] = (),
    ) -> None:
        """Ask for a few lines.

        Args:
            title: what they are for.
            fields: the name of each.
            check: what is wrong with the lines; empty where nothing is.
            values: what stands in the fields to begin with.
        """
        super().__init__()
        self._title = title
        self._fields = fields
        self._check = check
        self._values = values or ("",) * len(fields)

    def compose(self) -> ComposeResult:
        """Title, fields, what is wrong, and how to go on."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title), classes="dialog-title")
            for field, value in zip(self._fields, self._values, strict=True):
                yield Static(plain(field), classes="field-name")
                yield Input(value, compact=True, select_on_focus=False)
            yield Static(id="wrong")
            yield Static(plain(_("Enter keeps it, Esc does not.")), classes="dialog-foot")

    def action_next_field(self) -> None:
        """Go to the next field, or accept."""
        inputs = list(self.query(Input))
        if self.focused is not inputs[-1]:
            self.focus_next()
            return
        lines = tuple(each.value.strip() for each in inputs)
        wrong = self._check(lines)
        if wrong:
            self.query_one("#wrong", Static).update(plain(wrong))
        else:
            self.dismiss(lines)
