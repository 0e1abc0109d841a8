"""The models that a workshop can begin with, a line each, also those that cannot be read."""

from __future__ import annotations

from pathlib import Path

from culture_tui.errors import CultureError
from culture_tui.language import _, in_use
from culture_tui.storage.model_files import load_model, model_paths
from culture_tui.storage.reading import shown
from culture_tui.storage.workspace import Workspace

Models = tuple[tuple[str, str, str], ...]
"""Of each its file, its title and how many practices it has."""


def models_at_hand(place: Workspace) -> Models:
    """Read the models of a workspace. Waits for the disk."""
    found = []
    for path in model_paths(place.model_folders):
        try:
            model = load_model(path).in_language(in_use()).model
        except CultureError:
            found.append((str(path), shown(Path(path.name)), _("cannot be read")))
        else:
            practices = _("{count} practices").format(count=len(model.practices))
            found.append((str(path), f"{model.title} {model.version}", practices))
    return tuple(found)
