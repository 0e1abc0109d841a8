"""When the program has a defect: a plain sentence on the screen, the details in a file.

Textual would print local variables, which can be a client's notes, on the projector.
"""

from __future__ import annotations

from datetime import datetime
from traceback import format_exception

from platformdirs import user_log_path

from culture_tui import __version__
from culture_tui.language import _


def crash_told(error: BaseException | None) -> str:
    """Write a defect's traceback, without any values, to a file; the sentence that names it."""
    at = datetime.now().astimezone()
    path = user_log_path("culture") / f"crash-{at:%Y-%m-%d-%H%M%S}.log"
    lines = [] if error is None else format_exception(error)
    said = _("culture stopped because of a defect of its own. Every rating is saved.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"culture {__version__}\n{''.join(lines)}", encoding="utf-8")
    except OSError:
        return said
    return said + " " + _("What happened is written in {path}; please send it to us.").format(path=path)
