"""The screens of an open workshop by name: each is loaded when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from culture_tui.tui.screens.workshop_screen import WorkshopScreen


def room_called(name: str) -> type[WorkshopScreen]:
    """The screen of a workshop that has this name.

    Raises:
        KeyError: there is none.
    """
    return ROOMS[name]()


def _scoring() -> type[WorkshopScreen]:
    from culture_tui.tui.screens.scoring import ScoringScreen

    return ScoringScreen


def _results() -> type[WorkshopScreen]:
    from culture_tui.tui.screens.results import ResultsScreen

    return ResultsScreen


def _roadmap() -> type[WorkshopScreen]:
    from culture_tui.tui.screens.roadmap import RoadmapScreen

    return RoadmapScreen


def _projector() -> type[WorkshopScreen]:
    from culture_tui.tui.screens.projector import ProjectorScreen

    return ProjectorScreen


def _open() -> type[WorkshopScreen]:
    from culture_tui.tui.screens.open_practices import OpenPracticesScreen

    return OpenPracticesScreen


def _workshop() -> type[WorkshopScreen]:
    from culture_tui.tui.screens.workshop_window import WorkshopWindow

    return WorkshopWindow


def _symptoms() -> type[WorkshopScreen]:
    from culture_tui.tui.screens.symptoms import SymptomsScreen

    return SymptomsScreen


ROOMS: Final[Mapping[str, Callable[[], type[WorkshopScreen]]]] = {
    "scoring": _scoring,
    "results": _results,
    "roadmap": _roadmap,
    "projector": _projector,
    "open": _open,
    "workshop": _workshop,
    "symptoms": _symptoms,
}
