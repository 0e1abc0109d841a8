"""Making an assessment final, or reopening it: what is still open is seen first, and the reason is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.closing import unfinished
from culture_tui.domain.values import LONGEST_LINE
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.closing import unfinished_texts
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.screens.dialogs import LinesDialog
from culture_tui.tui.widgets.lines import plain


class FinaliseDialog(CultureDialog[str]):
    """Shows what is still open; Cancel has the focus, one key goes on."""

    AUTO_FOCUS = "#cancel"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "F,f",
            "finalise",
            marked("Finalise"),
            id="finalise.go",
            tooltip=marked(
                "Make the assessment final all the same; u takes it back, and it can be reopened."
            ),
        ),
        Binding(
            "escape",
            "close",
            marked("Cancel"),
            id="finalise.cancel",
            tooltip=marked("Leave it a draft."),
        ),
    ]

    def __init__(self, assessment: Assessment) -> None:
        super().__init__()
        self._assessment = assessment

    def compose(self) -> ComposeResult:
        """What is open, what final means, and the two ways."""
        title = _("Make {title} final?").format(title=self._assessment.title)
        with Vertical(classes="dialog"):
            yield Static(plain(title), classes="dialog-title")
            with VerticalScroll(id="open"):
                yield Static(plain("\n".join(self._lines())), classes="dialog-text")
                yield Static(
                    plain(
                        _("A final assessment can be read and exported, not changed, until it is reopened.")
                    )
                )
            with Horizontal(classes="buttons"):
                yield Button(plain(_("Cancel")), id="cancel", compact=True)
                yield Button(plain(_("Finalise (F)")), id="finalise", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        self.dismiss("final" if event.button.id == "finalise" else None)

    def action_finalise(self) -> None:
        """Go on."""
        self.dismiss("final")

    def _lines(self) -> Iterator[str]:
        found = unfinished(self._assessment)
        if found.is_nothing:
            yield _("Nothing is open: everything is settled and has words.")
            return
        yield _("Still open:")
        yield from (f"· {text}" for text in unfinished_texts(self._assessment, found, interface_words()))


def ask_status(app: App[None], assessment: Assessment, restate: Callable[[str | None], None]) -> None:
    """Ask before an assessment is made final, or for the reason why it is reopened.

    Args:
        app: to show the window.
        assessment: as it stands.
        restate: called with the reason for reopening, or with None to make it final; not where cancelled.
    """

    def finalise(how: str | None) -> None:
        if how is not None:
            restate(None)

    def reopen(lines: tuple[str, ...] | None) -> None:
        if lines is not None:
            restate(lines[0])

    if assessment.status == "draft":
        app.push_screen(FinaliseDialog(assessment), finalise)
    else:
        title = _("Reopen {title}").format(title=assessment.title)
        fields = (_("Why it is reopened (kept in the file)"),)
        app.push_screen(LinesDialog(title, fields, _wrong_reason), reopen)


def _wrong_reason(lines: tuple[str, ...]) -> str:
    if not lines[0]:
        return _("A reason is needed: somebody will ask.")
    if len(lines[0]) > LONGEST_LINE:
        return _("A reason has at most {bound} characters.").format(bound=LONGEST_LINE)
    return ""
