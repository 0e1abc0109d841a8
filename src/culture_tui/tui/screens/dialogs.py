"""A small window that takes a few lines: a reason, an owner, a number of days."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from culture_tui.language import _, marked
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.widgets.lines import plain


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
        """Go to the next field, or accept once the last one has taken in the keys before Enter."""
        last = self.query(Input).last()
        if self.focused is last:
            last.call_later(self._accept)
        else:
            self.focus_next()

    def _accept(self) -> None:
        lines = tuple(each.value.strip() for each in self.query(Input))
        wrong = self._check(lines)
        if wrong:
            self.query_one("#wrong", Static).update(plain(wrong))
        else:
            self.dismiss(lines)
