"""The workshops that are open: one on the screen, and those that still have something to save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from culture_tui.tui.workshop import History, OpenWorkshop


class OpenWorkshops:
    """Keeps each workshop until all of it is on disk."""

    def __init__(self) -> None:
        self._by_path: dict[Path, OpenWorkshop] = {}
        self._left: dict[Path, History] = {}

    def add(self, workshop: OpenWorkshop) -> None:
        """Keep a workshop; what could be taken back before it was left can be taken back again."""
        if workshop.path in self._left:
            workshop.recall(self._left.pop(workshop.path))
        self._by_path[workshop.path] = workshop

    def at(self, path: Path) -> OpenWorkshop | None:
        """The workshop that was opened at a path, if it is still open."""
        return self._by_path.get(path)

    def failing(self) -> list[OpenWorkshop]:
        """Those whose newest change could not be saved."""
        return [workshop for workshop in self._by_path.values() if workshop.failed]

    def unsaved(self) -> list[OpenWorkshop]:
        """Those with something that is not on disk, after trying once more; waits for the disk."""
        return [workshop for workshop in self._by_path.values() if not workshop.settle()]

    def close_saved(self) -> None:
        """Close all that is on disk; the others stay and go on trying. Waits for the disk."""
        unsaved = self.unsaved()
        for path, workshop in list(self._by_path.items()):
            if workshop not in unsaved:
                workshop.close()
                self._left[path] = workshop.history
                del self._by_path[path]

    def close(self) -> None:
        """Close all, on leaving. Waits for the disk."""
        for workshop in self._by_path.values():
            workshop.close()
