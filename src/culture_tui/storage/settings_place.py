"""Where the settings file is; knowing it costs nothing, so that every command can look for a language."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from platformdirs import user_config_path

VARIABLE: Final = "CULTURE_SETTINGS"


def settings_path() -> Path:
    """The file that `CULTURE_SETTINGS` names, else the one in the user's folder of settings."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else user_config_path("culture") / "settings.toml"
