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
        """The screen at hand says whether it may be left for a room: not while the laptop goes round."""
        if action != "room":
            return super().check_action(action, parameters)
        from culture_tui.tui.screens.workshop_screen import WorkshopScreen

        return not isinstance(self.screen, WorkshopScreen) or self.screen.check_action(f"{parameters[0]}", ())
