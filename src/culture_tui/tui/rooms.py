"""The screens of an open workshop by name: each is loaded when somebody first goes there."""

from __future__ import annotations

from culture_tui.tui.screens.workshop_screen import WorkshopScreen


def room_called(name: str) -> type[WorkshopScreen]:
    """The screen of a workshop that has this name.

    Raises:
        KeyError: there is none.
    """
    match name:
        case "scoring":
            from culture_tui.tui.screens.scoring import ScoringScreen

            return ScoringScreen
        case "results":
            from culture_tui.tui.screens.results import ResultsScreen

            return ResultsScreen
        case "roadmap":
            from culture_tui.tui.screens.roadmap import RoadmapScreen

            return RoadmapScreen
        case "projector":
            from culture_tui.tui.screens.projector import ProjectorScreen

            return ProjectorScreen
        case "open":
            from culture_tui.tui.screens.open_practices import OpenPracticesScreen

            return OpenPracticesScreen
        case "symptoms":
            from culture_tui.tui.screens.symptoms import SymptomsScreen

            return SymptomsScreen
        case _:
            raise KeyError(name)
