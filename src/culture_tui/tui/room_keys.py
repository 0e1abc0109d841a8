"""The keys that lead from one screen of a workshop to another, wherever the workshop is."""

from __future__ import annotations

from textual.app import App


class RoomKeys(App[None]):
    """Shows a screen of the workshop at hand, where that screen may be left."""

    def action_room(self, name: str) -> None:
        """Show a screen of the workshop at hand, or go back from it."""
        from culture_tui.tui.rooms import room_called
        from culture_tui.tui.screens.workshop_screen import WorkshopScreen

        if isinstance(self.screen, WorkshopScreen):
            self.screen.open_room(room_called(name))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The workshop's screen in front says whether it may be left: not while the laptop goes round.

        It says so below the palette too, which would else offer a room that nobody can enter.
        """
        if action != "room":
            return super().check_action(action, parameters)
        from culture_tui.tui.screens.workshop_screen import WorkshopScreen

        shown = [screen for screen in self.screen_stack if isinstance(screen, WorkshopScreen)]
        return not shown or shown[-1].check_action(f"{parameters[0]}", ())
