"""The evidence of a practice: a list to add to, and a form for each piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from culture_tui.domain.records import Evidence
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.domain.typed_texts import WrongField, typed_evidence
from culture_tui.language import _, interface_words, marked, say
from culture_tui.reports.dates import day_text
from culture_tui.tui.evidence_kept import EvidenceKept
from culture_tui.tui.screens.base import AROUND_A_LINE, CultureDialog
from culture_tui.tui.widgets.lines import plain, shortened
from culture_tui.tui.workshop import now

_NAMED: Final = 40
"""Cells of a text that names a piece of evidence."""

_WIDEST: Final = 92
_FRAME: Final = 6
"""Cells of a window's frame and padding."""


class EvidenceDialog(CultureDialog[None]):
    """Lists what shows that a rating is true; every change is saved at once."""

    HELP = marked(
        "What shows that the rating is true: a document, a count, something that was seen. "
        "Links are kept as text and never opened."
    )
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "n,plus", "add", marked("Add"), id="evidence.add", tooltip=marked("Add a piece of evidence.")
        ),
        Binding(
            "enter",
            "edit",
            marked("Change"),
            id="evidence.edit",
            tooltip=marked("Change the piece that the cursor is on."),
        ),
        Binding(
            "delete,backspace",
            "remove",
            marked("Remove"),
            id="evidence.remove",
            tooltip=marked("Remove the piece that the cursor is on; u brings it back."),
        ),
        Binding(
            "u",
            "undo",
            marked("Undo"),
            id="evidence.undo",
            tooltip=marked("Take back the last change to this list."),
        ),
        Binding(
            "escape",
            "close",
            marked("Done"),
            id="evidence.close",
            tooltip=marked("Close the list; it is saved as it is."),
        ),
    ]

    def __init__(self, title: str, kept: EvidenceKept) -> None:
        super().__init__()
        self._title = title
        self._kept = kept

    def compose(self) -> ComposeResult:
        """Title, list, what was done, and the keys."""
        with Vertical(classes="dialog wide", id="evidence"):
            yield Static(plain(self._title), classes="dialog-title")
            yield OptionList(compact=True)
            yield Static(id="told")
            keys = _("n adds, Enter changes, Del removes, u takes back, Esc closes.")
            yield Static(plain(keys), classes="dialog-foot")

    def on_mount(self) -> None:
        """Show the list; where it is empty, ask for the first piece at once."""
        self._show()
        if not self._kept.listed:
            self.action_add()

    def on_resize(self) -> None:
        """Lines take what room there is."""
        self._show()

    def on_option_list_option_selected(self) -> None:
        """A click on a piece, or Enter, changes it."""
        self.action_edit()

    def action_add(self) -> None:
        """Ask for one more."""
        self.app.push_screen(EvidenceForm(self._title, None, self._add), self._after_form)

    def action_edit(self) -> None:
        """Change one."""
        at = self._at()
        if at is not None:
            form = EvidenceForm(
                self._title, self._kept.listed[at], lambda typed: self._kept.replace(at, typed)
            )
            self.app.push_screen(form, self._after_form)

    def action_remove(self) -> None:
        """Take one away."""
        at = self._at()
        if at is None:
            return
        name = shortened(clean_line(self._kept.listed[at].text), _NAMED)
        wrong = self._kept.remove(at)
        self._show(wrong or _("Removed: “{text}”. u brings it back.").format(text=name))

    def action_undo(self) -> None:
        """Take the last change back."""
        undone = self._kept.undo()
        self._show(_("Taken back.") if undone else _("Nothing was changed here that could be taken back."))

    def _after_form(self, said: str | None) -> None:
        if said is None and not self._kept.listed:
            self.dismiss(None)
        else:
            self._show(said or "")

    def _add(self, evidence: Evidence) -> str:
        wrong = self._kept.add(evidence)
        if not wrong:
            self._show()
            self.query_one(OptionList).highlighted = len(self._kept.listed) - 1
        return wrong

    def _at(self) -> int | None:
        at = self.query_one(OptionList).highlighted
        return at if at is not None and at < len(self._kept.listed) else None

    def _show(self, said: str = "") -> None:
        listed, options = self._kept.listed, self.query_one(OptionList)
        at = options.highlighted or 0
        width = max(20, min(self.size.width, _WIDEST) - AROUND_A_LINE - _FRAME)
        options.clear_options()
        options.add_options([Option(_piece(each, width)) for each in listed])
        options.highlighted = min(at, len(listed) - 1) if listed else None
        if not listed and not said:
            said = _("There is no evidence yet.")
        told = self.query_one("#told", Static)
        told.update(plain(said))
        told.display = bool(said)


class EvidenceForm(CultureDialog[str]):
    """Three fields; Enter goes on and, in the last one, keeps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next_field",
            marked("Next field"),
            id="evidence-form.next",
            show=False,
            priority=True,
            tooltip=marked("Go to the next field; in the last one, keep what stands here."),
        ),
        Binding(
            "ctrl+j",
            "new_line",
            marked("New line"),
            id="evidence-form.new-line",
            show=False,
            priority=True,
            tooltip=marked("Begin a new line in the text."),
        ),
        Binding(
            "escape",
            "close",
            marked("Cancel"),
            id="evidence-form.close",
            tooltip=marked("Close this window; nothing is kept."),
        ),
    ]

    def __init__(self, title: str, evidence: Evidence | None, keep: Callable[[Evidence], str]) -> None:
        """Ask for a piece of evidence.

        Args:
            title: what it is about.
            evidence: as it stands; None for a new one.
            keep: takes it in; says in words what is wrong with it.
        """
        super().__init__()
        self._title = title
        self._evidence = evidence
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Title, fields with what is wrong with each, and how to go on."""
        before = self._evidence
        text, link = ("", "") if before is None else (before.text, before.link)
        day = "" if before is None or before.date is None else f"{before.date}"
        with VerticalScroll(classes="dialog wide", id="evidence-form", can_focus=False):
            yield Static(plain(self._title), classes="dialog-title")
            yield from _field("text", _("What it is"), TextArea(clean(text), id="text", tab_behavior="focus"))
            yield from _field("link", _("Link"), Input(link, id="link", compact=True, select_on_focus=False))
            hint = _("{today}, . for today, or empty").format(today=now().date())
            yield from _field(
                "date", _("Date"), Input(day, hint, id="date", compact=True, select_on_focus=False)
            )
            foot = _("Enter goes on and keeps it, Ctrl+J begins a new line, Esc keeps nothing.")
            yield Static(plain(foot), classes="dialog-foot")

    def on_mount(self) -> None:
        """Go on writing at the end."""
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()

    def action_new_line(self) -> None:
        """Begin a new line, in the text only."""
        editor = self.query_one(TextArea)
        if editor.has_focus:
            editor.insert("\n")

    def action_next_field(self) -> None:
        """Go to the next field, or keep."""
        text, link, day = (self.query_one(f"#{name}") for name in ("text", "link", "date"))
        if self.focused is day:  # each field first takes in the keys that were pressed before Enter
            text.call_later(link.call_later, day.call_later, self._accept)
        else:
            self.focus_next()

    def _accept(self) -> None:
        """Keep the piece, or say what is wrong with it."""
        typed = typed_evidence(
            self.query_one(TextArea).text,
            self.query_one("#link", Input).value,
            self.query_one("#date", Input).value,
            now().date(),
        )
        if isinstance(typed, WrongField):
            self._refuse(typed.field, say(typed.what))
        elif wrong := self._keep(typed):
            self._refuse("text", wrong)
        else:
            self.dismiss(_("Kept."))

    def _refuse(self, field: str, said: str) -> None:
        """Say what is wrong beside the field, and go there."""
        for name in ("text", "link", "date"):
            wrong = self.query_one(f"#wrong-{name}", Static)
            wrong.update(plain(said if name == field else ""))
            wrong.display = name == field
        self.query_one(f"#{field}").focus()


def _field(name: str, title: str, widget: Widget) -> ComposeResult:
    yield Horizontal(Static(plain(title), classes="field-name"), widget, classes="row")
    wrong = Static(id=f"wrong-{name}", classes="field-wrong")
    wrong.display = False
    yield wrong


def _piece(evidence: Evidence, width: int) -> Text:
    """A piece on one line, with where and when on a second one."""
    lines = [shortened(clean_line(evidence.text), width)]
    day = day_text(evidence.date, interface_words()) if evidence.date else ""
    where = " · ".join(part for part in (evidence.link, day) if part)
    if where:
        lines.append(shortened(f"  {clean_line(where)}", width))
    return Text("\n".join(lines), no_wrap=True)
