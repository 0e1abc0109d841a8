"""An editor for what was said: beside the question where there is room, saved while it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final, Literal

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.geometry import Size
from textual.timer import Timer
from textual.widgets import Static, TextArea

from culture_tui.domain.safe_text import clean
from culture_tui.domain.typed_texts import NEARLY, wrong_prose
from culture_tui.domain.values import LONGEST_PROSE
from culture_tui.language import _, marked, say
from culture_tui.tui.screens.base import WIDE, CultureDialog
from culture_tui.tui.widgets.bars import SavingHint
from culture_tui.tui.widgets.key_line import KeyLine
from culture_tui.tui.widgets.lines import plain

REST_SECONDS: Final = 0.3
"""A text is handed on this long after the first key that is not on disk yet."""

HIGH_ENOUGH: Final = 22
"""From this height on an editor has room below a question and its levels."""

Place = Literal["", "beside", "below", "over"]
"""Where an editor stands to what it is about; empty once it is closed."""


def place_on(size: Size) -> Place:
    """Where an editor stands on a screen of this size."""
    if size.width >= WIDE:
        return "beside"
    return "below" if size.height >= HIGH_ENOUGH else "over"


class NoteEditor(TextArea):
    """A text of several lines; the keys that are worth knowing are told by Help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+z,super+z",
            "undo",
            marked("Undo typing"),
            id="note.undo",
            tooltip=marked("Take back what was typed last."),
        ),
        Binding(
            "ctrl+y,super+y",
            "redo",
            marked("Type again"),
            id="note.redo",
            show=False,
            tooltip=marked("Bring back what was taken back."),
        ),
        Binding(
            "f7",
            "select_all",
            marked("Select all"),
            id="note.select-all",
            show=False,
            tooltip=marked("Select the whole text; shift with the arrows selects a part."),
        ),
    ]


class NoteDialog(CultureDialog[None]):
    """Takes a text in and hands it on while it is written."""

    HELP = marked("Write down what was said, in the words that were used. It is saved while you write.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "close",
            marked("Done"),
            id="note.close",
            tooltip=marked("Close the note; it is saved as it is."),
        ),
        Binding(
            "f1",
            "app.help",
            marked("Help"),
            id="note.help",
            tooltip=marked("Show what every key does here."),
        ),
    ]

    def __init__(
        self,
        title: str,
        text: str,
        keep: Callable[[str], str],
        trouble: Callable[[], str],
        make_room: Callable[[Place], object] | None = None,
    ) -> None:
        """Edit a text.

        Args:
            title: what the text is about.
            text: as it stands.
            keep: takes the newest text, at most 300 ms after a key; says what is wrong with it.
            trouble: says what is not saved, and why; empty where all is.
            make_room: told where the editor stands, and when it is closed; None: it stands over all.
        """
        super().__init__()
        self._title = title
        self._kept = text
        self._keep = keep
        self._trouble = trouble
        self._make_room = make_room
        self._timer: Timer | None = None

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings in force, the way out first."""
        found = super().active_bindings.items()
        return dict(sorted(found, key=lambda each: each[1].binding.id != "note.close"))

    def compose(self) -> ComposeResult:
        """Title, editor, and its keys in the place of those of the screen."""
        with Vertical(classes="dialog wide", id="note"):
            yield Static(plain(self._title), classes="dialog-title")
            yield NoteEditor(self._kept, id="text", soft_wrap=True, tab_behavior="focus")
            yield Static(id="wrong")
            yield Static(id="note-count")
        saved = SavingHint(_("saved while you write"), "editor-saved")
        yield Horizontal(KeyLine(), saved, id="editor-keys")

    def on_mount(self) -> None:
        """Go on writing at the end."""
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        self._show_count()
        self.show_state()

    def on_resize(self, event: Resize) -> None:
        """Stand beside the question, below it, or over it."""
        place: Place = "over" if self._make_room is None else place_on(event.size)
        for name in ("beside", "below", "over"):
            self.set_class(name == place, f"-{name}")
        self._tell_room(place)

    def on_text_area_changed(self) -> None:
        """Hand the text on soon."""
        self._show_count()
        if self._timer is None:
            self._timer = self.set_timer(REST_SECONDS, self.hand_on)

    def show_state(self) -> None:
        """Say that the note is saved while it is written, or that it is not."""
        for hint in self.query(SavingHint):
            hint.show(self._trouble())

    def action_close(self) -> None:
        """Hand on what was written last, and close; stay open with what cannot be kept."""
        if not self.hand_on():
            self._tell_room("")
            self.dismiss(None)

    def hand_on(self) -> str:
        """Hand the newest text on."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        text = self.query_one(TextArea).text
        wrong = "" if text == self._kept else self._wrong_with(text) or self._keep(text)
        if not wrong:
            self._kept = text
        shown = self.query_one("#wrong", Static)
        shown.update(plain(wrong))
        shown.display = bool(wrong)
        return wrong

    def _wrong_with(self, text: str) -> str:
        wrong = wrong_prose(text)
        return "" if wrong is None else say(wrong)

    def _show_count(self) -> None:
        count, shown = len(clean(self.query_one(TextArea).text)), self.query_one("#note-count", Static)
        shown.display = count >= NEARLY
        shown.update(plain(_("{count} of {bound} characters").format(count=count, bound=LONGEST_PROSE)))

    def _tell_room(self, place: Place) -> None:
        if self._make_room is not None:
            self._make_room(place)
