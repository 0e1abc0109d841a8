"""What the screens of an open workshop share: undo, export, and one key to each other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from gettext import NullTranslations
from typing import ClassVar, Final

from textual.binding import ActiveBinding, Binding, BindingType
from textual.events import Key

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import CultureError
from culture_tui.language import _, interface_words, marked, say_error
from culture_tui.reports.closing import closed_text, status_text
from culture_tui.reports.document import Document
from culture_tui.storage.reading import shown
from culture_tui.tui.footing import to_read
from culture_tui.tui.pacing import TICK_SECONDS, WorkshopClock
from culture_tui.tui.screens.base import CultureScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.workshop import OpenWorkshop, now

UNDO: Final = Binding(
    "u",
    "undo",
    marked("Undo"),
    id="workshop.undo",
    show=False,
    tooltip=marked("Take the last change back; again for the one before."),
)
RESULTS: Final = Binding(
    "g",
    "app.room('results')",
    marked("Results"),
    id="workshop.results",
    show=False,
    tooltip=marked("Show the profile of what is rated so far."),
)
ROADMAP: Final = Binding(
    "m",
    "app.room('roadmap')",
    marked("Roadmap"),
    id="workshop.roadmap",
    show=False,
    tooltip=marked("Show what to do in which quarter."),
)
PROJECTOR: Final = Binding(
    "P,f5",
    "app.room('projector')",
    marked("Projector view"),
    id="workshop.projector",
    show=False,
    tooltip=marked("Show the question and its levels large, and nothing that is not for the room."),
)
PAUSE: Final = Binding(
    "z",
    "pause_clocks",
    marked("Pause the clocks"),
    id="workshop.pause",
    show=False,
    tooltip=marked("Stop the clocks for a break; the same key lets them go on."),
)
FINALISE: Final = Binding(
    "F",
    "finalise",
    marked("Finalise or reopen"),
    id="workshop.finalise",
    show=False,
    tooltip=marked("Make the assessment final, or reopen it with a reason."),
)
OPEN: Final = Binding(
    "i",
    "app.room('open')",
    marked("Open practices"),
    id="workshop.open-practices",
    show=False,
    tooltip=marked("Show what is split, parked or not rated yet, and go to it."),
)
WORKSHOP: Final = Binding(
    "b",
    "app.room('workshop')",
    marked("Workshop"),
    id="workshop.workshop",
    show=False,
    tooltip=marked("Change the mode, the scope, the people in the room or the title; nothing rated is lost."),
)
SYMPTOMS: Final = Binding(
    "y",
    "app.room('symptoms')",
    marked("Symptoms"),
    id="workshop.symptoms",
    show=False,
    tooltip=marked("Ask which symptoms the group sees in daily life."),
)
EXPORT: Final = Binding(
    "x",
    "export",
    marked("Export"),
    id="workshop.export",
    tooltip=marked("Write what this screen shows to a Markdown file."),
)


class WorkshopScreen(CultureScreen):
    """A screen that shows an open workshop; each of them is one key from every other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        RESULTS,
        ROADMAP,
        OPEN,
        SYMPTOMS,
        UNDO,
        PROJECTOR,
        PAUSE,
        FINALISE,
    ]

    CHANGES: ClassVar[frozenset[str]] = frozenset({"undo"})
    """The actions that a final assessment does not take."""

    def __init__(self, workshop: OpenWorkshop) -> None:
        super().__init__()
        self.workshop = workshop
        self._shown_final = workshop.is_final

    def arranged(self, bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
        """The bindings in force; of a final assessment the footer shows those that can be used."""
        return to_read(bindings) if self.workshop.is_final else bindings

    def on_mount(self) -> None:
        """Have the clocks shown while the screen is open."""
        self.set_interval(TICK_SECONDS, self.show_clock)

    def on_screen_resume(self) -> None:
        """Show what another screen has changed; what was said there is over."""
        self.app.clear_notifications()
        self.show_all()
        self.show_clock()

    def show_all(self) -> None:
        """Bring the screen up to date; each screen adds what it shows."""
        self.show_state()
        if self.workshop.is_final != self._shown_final:
            self._shown_final = self.workshop.is_final
            self.refresh_bindings()

    def show_state(self) -> None:
        """Say how this workshop's newest change stands."""
        self.show_saved(self.workshop.said, failed=self.workshop.failed)

    def trouble(self) -> str:
        """What is not saved, and why, in the words of the saved line; empty where all is."""
        return self.workshop.said if self.workshop.failed else ""

    def show_clock(self) -> None:
        """Count the time up to now, and show it where the screen has room for it."""
        clock = self.workshop.clock
        if clock is None:
            return
        slept = clock.tick(self.workshop.assessment, self.workshop.current)
        if slept:
            self.tell(slept)
        for bar in self.query(TopBar):
            bar.clock = self.clock_text(clock)

    def clock_text(self, clock: WorkshopClock) -> str:
        """What the title says about the time: here only that it stands still."""
        return _("paused") if clock.pace.is_paused else ""

    def change(self, make: Callable[[], Assessment]) -> bool:
        """Have a change made and saved; say why where it cannot be, and give False."""
        wrong = self.wrong_with(make)
        if wrong:
            self.tell(wrong, severe=True)
        return not wrong

    def wrong_with(self, make: Callable[[], Assessment], kind: str = "") -> str:
        """Have a change made and saved; what is wrong where it cannot be, else empty."""
        try:
            self.workshop.change(make(), kind)
        except CultureError as error:
            return "\n".join(say_error(error))
        return ""

    def refuses(self) -> bool:
        """Whether nothing may be changed, as it is final; then that is said, with the way out."""
        if self.workshop.is_final:
            bindings = (active.binding for active in self.active_bindings.values())
            bound = next((each for each in bindings if each.id == FINALISE.id), FINALISE)
            key = self.app.get_key_display(bound)
            self.tell(closed_text(self.workshop.assessment, key, interface_words()))
        return self.workshop.is_final

    def on_key(self, event: Key) -> None:
        """Say why a key that would change a final assessment does nothing."""
        if not self.workshop.is_final:
            return
        active = self.active_bindings.get(event.key)
        if active is not None and not active.enabled and self.refuses():
            event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What would change a final assessment is not done; clocks that nobody wants cannot be paused."""
        del parameters
        if action == "pause_clocks" and self.workshop.clock is None:
            return False
        if action == "undo" and self.workshop.can_undo:
            return True
        return None if self.workshop.is_final and action in self.CHANGES else True

    def open_room(self, room: type[WorkshopScreen]) -> None:
        """Show a screen of this workshop; go back to it where it is open, or from it where it is on top.

        So Esc and the same key again both lead back, and no screen is open twice.
        """
        if isinstance(self, room):
            self.action_back()
        elif any(isinstance(screen, room) for screen in self.app.screen_stack):
            while not isinstance(self.app.screen, room):
                self.app.pop_screen()
        else:
            self.app.push_screen(room(self.workshop))

    def action_pause_clocks(self) -> None:
        """Stop the clocks, or let them go on."""
        if self.workshop.clock is not None:
            paused = self.workshop.clock.turn()
            self.show_clock()
            self.tell(_("The clocks are paused.") if paused else _("The clocks go on."))

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.workshop.undo():
            self.show_all()
        else:
            self.tell(_("There is nothing to take back."))

    def action_finalise(self) -> None:
        """Make the assessment final, or reopen it."""
        from culture_tui.tui.screens.closing import ask_status

        ask_status(self.app, self.workshop.assessment, self._restate)

    async def action_export(self) -> None:
        """Write what the screen shows to a file."""
        kind, document = self.document()
        try:
            path = await asyncio.to_thread(self.workshop.export, document, kind)
        except CultureError as error:
            self.tell("\n".join(say_error(error)), severe=True)
        else:
            self.tell(_("Written to {path}").format(path=shown(path)))

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """What the screen shows as a document: a word for the file's name, and how to make it."""
        raise NotImplementedError

    def titled(self, what: str) -> str:
        """The title of the screen: whose assessment, what is shown of it, and since when it is final."""
        final = status_text(self.workshop.assessment, interface_words()) if self.workshop.is_final else ""
        return " · ".join(part for part in (self.workshop.assessment.title, what, final) if part)

    def tell(self, said: str, *, severe: bool = False) -> None:
        """Say something that goes away by itself, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(said, severity="error" if severe else "information", markup=False)

    def _restate(self, reason: str | None) -> None:
        """Make it final or, with a reason, a draft again."""
        before = self.workshop.assessment
        try:
            after = (
                before.with_status("draft", now(), clean_line(reason))
                if reason
                else before.with_status("final", now())
            )
        except CultureError as error:
            self.tell("\n".join(say_error(error)), severe=True)
            return
        self.workshop.restate(after)
        self.show_all()
        self.tell(_("It is a draft again.") if reason else _("It is final. u takes it back, F reopens it."))
