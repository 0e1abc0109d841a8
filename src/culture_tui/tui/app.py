"""The program: which screen is open, and what holds for all of them."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, Paste
from textual.filter import LineFilter, NoColor
from textual.screen import Screen

from culture_tui.domain.safe_text import clean
from culture_tui.language import _
from culture_tui.tui.app_keys import APP_KEYS
from culture_tui.tui.crash import crash_told
from culture_tui.tui.hanging_up import HangsUp
from culture_tui.tui.key_names import key_name
from culture_tui.tui.keys_in_order import KeysInOrder
from culture_tui.tui.messages import (
    AssessmentChosen,
    WorkshopBegun,
    WorkshopWanted,
    WorkspaceChosen,
)
from culture_tui.tui.open_workshops import OpenWorkshops
from culture_tui.tui.preferences import Preferences
from culture_tui.tui.room_keys import RoomKeys
from culture_tui.tui.screens.base import CultureDialog, CultureScreen
from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.themes import THEMES

if TYPE_CHECKING:
    from culture_tui.errors import CultureError
    from culture_tui.tui.workshop import OpenWorkshop

_SWITCH_SECONDS: Final = 0.0005
"""The saver's thread gives way this soon: a key is painted first (by default it would wait 5 ms)."""


_STYLES: Final = (
    "app",
    "screens",
    "library",
    "results",
    "roadmap",
    "voting",
    "projector",
    "dialogs",
    "setup",
    "companion",
)


class CultureApp(KeysInOrder, HangsUp, RoomKeys):
    """Opens screens and passes on what the saver reports."""

    TITLE = "culture"
    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in _STYLES]
    BINDINGS: ClassVar[list[BindingType]] = APP_KEYS

    def __init__(
        self, workspace: str | None = None, path: Path | None = None, model: str | None = None
    ) -> None:
        """Make the program.

        Args:
            workspace: the folder to work in; None: found as the design says.
            path: an assessment to open at once; one that does not exist yet is begun there.
            model: id or file of the model for new workshops.
        """
        super().__init__()
        self.preferences = Preferences()
        for theme, _name in THEMES.values():
            self.register_theme(theme)
        self.theme = self.preferences.theme
        self.workspace_name = workspace
        self.workshops = OpenWorkshops()
        self._opening = path
        self._model_name = model

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Under NO_COLOR truly no colour, instead of Textual's grey."""
        return [NoColor()] if self.no_color else super().get_line_filters()

    @property
    def clipboard(self) -> str:
        """What was copied, made harmless before anything shows it."""
        return clean(super().clipboard)

    async def on_event(self, event: Event) -> None:
        """Make what is pasted from outside harmless before anything shows it."""
        if isinstance(event, Paste):
            event.text = clean(event.text)
        await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """Home."""
        return HomeScreen(self.workspace_name)

    def on_mount(self) -> None:
        """Leave cleanly when told to; open what was asked for after the first frame."""
        with suppress(NotImplementedError, ValueError, RuntimeError):
            for name in ("SIGTERM", "SIGHUP"):
                if hasattr(signal, name):
                    asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.leave)
        self.call_after_refresh(self._settle_down)

    async def on_unmount(self) -> None:
        """What is not saved yet is saved now."""
        await asyncio.to_thread(self.workshops.close)

    def open_file(self, path: Path, model: str | None = None) -> None:
        """Open an assessment, or begin one at a path where there is none yet."""
        from culture_tui.errors import CultureError
        from culture_tui.storage.reading import exists
        from culture_tui.tui.opening import workshop_at

        path = path.absolute()
        try:
            open_one = self.workshops.at(path)
            if open_one is None and not exists(path):
                self.begin_workshop(path, model)
                return
            workshop = open_one or workshop_at(path, self.workspace_name, model, self.post_message)
        except CultureError as error:
            self.show_problem(error)
        else:
            self.enter(workshop)

    def begin_workshop(self, path: Path | None = None, model: str | None = None) -> None:
        """Ask what a new workshop needs to know, and enter it."""
        from culture_tui.errors import CultureError
        from culture_tui.tui.opening import setup_for

        try:
            screen = setup_for(self.workspace_name, model, path, self.preferences.settings)
        except CultureError as error:
            self.show_problem(error)
        else:
            self.push_screen(screen)

    def enter(self, workshop: OpenWorkshop) -> None:
        """Begin scoring, or go on with it."""
        from culture_tui.tui.screens.scoring import ScoringScreen

        self.workshops.add(workshop)
        self.preferences.serve(workshop)
        self.push_screen(ScoringScreen(workshop))

    def on_assessment_chosen(self, message: AssessmentChosen) -> None:
        """Open it."""
        self.open_file(message.path)

    def on_workshop_wanted(self, message: WorkshopWanted) -> None:
        """Ask what it needs to know."""
        self.begin_workshop(model=message.model)

    def on_workshop_begun(self, message: WorkshopBegun) -> None:
        """Score instead of asking on."""
        from culture_tui.tui.opening import new_workshop
        from culture_tui.tui.screens.scoring import ScoringScreen

        if self.workshops.at(message.path) is not None:  # begun twice by two quick keys
            return
        workshop = new_workshop(message, self.post_message)
        self.workshops.add(workshop)
        self.preferences.serve(workshop)
        show = self.push_screen if isinstance(self.screen, HomeScreen) else self.switch_screen
        show(ScoringScreen(workshop))

    def on_workspace_chosen(self, message: WorkspaceChosen) -> None:
        """Work there from now on, as long as the program runs."""
        self.workspace_name = str(message.root)

    async def on_workshop_left(self) -> None:
        """Save what is left to save, and let home show it."""
        await asyncio.to_thread(self.workshops.close_saved)
        if isinstance(self.screen, HomeScreen):
            self.screen.take_unsaved(self.workshops.failing())
            self.screen.action_read_again()

    def on_save_state_changed(self) -> None:
        """Every screen shows how its own workshop stands, home the ones that are in trouble."""
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen) and screen.is_mounted:
                screen.take_unsaved(self.workshops.failing())
            elif isinstance(screen, (CultureScreen, CultureDialog)) and screen.is_mounted:
                screen.show_state()

    def show_problem(self, error: CultureError) -> None:
        """Say what is wrong with a file, and offer the way home."""
        from culture_tui.tui.screens.problem import ProblemScreen

        self.push_screen(ProblemScreen(error))

    def action_help(self) -> None:
        """Show what every key does on the screen at hand."""
        from culture_tui.tui.screens.help import HelpDialog, help_of

        if not isinstance(self.screen, HelpDialog):
            self.push_screen(HelpDialog(self.screen.active_bindings, help_of(self.screen)))

    def action_command_palette(self) -> None:
        """Open the palette with our own words in it."""
        from culture_tui.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=_("Search for commands…"), id="--command-palette"))

    def search_themes(self) -> None:
        """Let a person choose how the program looks, and remember it."""
        from culture_tui.tui.screens.look import LookDialog

        self.push_screen(LookDialog(self.theme), lambda name: self.preferences.keep_theme(self, name))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The keys of the screen at hand by name, then what holds everywhere."""
        from culture_tui.tui.palette import commands_of

        yield from commands_of(self, screen)
        yield SystemCommand(_("Theme"), _("Choose how the program looks."), self.search_themes)

    async def action_quit(self) -> None:
        """Leave at once where nothing would be lost; ask where something would."""
        if not self._hand_on_all():
            return
        unsaved = await asyncio.to_thread(self.workshops.unsaved)
        if not unsaved:
            self.exit()
            return
        from culture_tui.tui.screens.unsaved import UnsavedDialog

        if not isinstance(self.screen, UnsavedDialog):
            copies = [(workshop.path.name, workshop.recovery) for workshop in unsaved]
            self.push_screen(UnsavedDialog(copies), self._leave_unsaved)

    def leave(self) -> None:
        """Leave because the system says so; what was typed is saved on the way out."""
        self._hand_on_all()
        self.exit()

    def _hand_on_all(self) -> bool:
        """Have open editors hand on what was typed; False where one of them holds what cannot be kept."""
        dialogs = [screen for screen in self.screen_stack if isinstance(screen, CultureDialog)]
        wrong = [dialog.hand_on() for dialog in dialogs]
        return not any(wrong)

    def get_key_display(self, binding: Binding) -> str:
        """Call keys by one name in footer and help."""
        return key_name(binding.key_display or binding.key)

    def action_help_quit(self) -> None:
        """Tell how to leave to somebody who pressed ctrl+c."""
        self.notify(_("Ctrl+Q leaves the program."), markup=False)

    def _leave_unsaved(self, outcome: str | None) -> None:
        if outcome == "leave":
            copies = [workshop.recovery for workshop in self.workshops.failing()]
            said = [_("Not saved. A copy is in {path}").format(path=path) for path in copies if path]
            self.exit(return_code=3, message=Text("\n".join(said)) if said else None)

    def _settle_down(self) -> None:
        """After the first frame: what `run` loaded is never garbage; open what was asked for."""
        if not gc.isenabled():
            gc.collect()
            gc.freeze()
            gc.enable()
        self.preferences.apply(self)
        if self._opening is not None:
            self.open_file(self._opening, self._model_name)

    def _fatal_error(self) -> None:
        """Keep a defect's details in a file instead of printing a client's notes on the projector."""
        self.panic(Text(crash_told(sys.exc_info()[1], saved=not self.workshops.failing())))


def run(workspace: str | None, path: Path | None, model: str | None) -> int:
    """Run the program until it is left; its exit status."""
    gc.disable()
    sys.setswitchinterval(_SWITCH_SECONDS)
    app = CultureApp(workspace, path, model)
    app.run()
    return app.return_code or 0
