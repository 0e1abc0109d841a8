"""When the program has a defect: a plain sentence on the screen, the details in a file.

Textual would print local variables, which can be a client's notes, on the projector.
"""

from __future__ import annotations

from datetime import datetime
from traceback import format_tb

from platformdirs import user_log_path

from culture_tui import __version__
from culture_tui.language import _


def crash_told(error: BaseException | None, *, saved: bool) -> str:
    """Write where a defect happened to a file; the sentence that names it and says what is saved."""
    at = datetime.now().astimezone()
    path = user_log_path("culture") / f"crash-{at:%Y-%m-%d-%H%M%S}.log"
    said = _("culture stopped because of a defect of its own.") + " "
    said += _("Every rating is saved.") if saved else _("The newest change may not be saved.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"culture {__version__}\n{_places(error)}", encoding="utf-8")
    except OSError:
        return said
    return said + " " + _("Where it happened is written in {path}; please send it to us.").format(path=path)


def _places(error: BaseException | None) -> str:
    """The lines of code that a defect went through. Not its message: that can hold a client's words."""
    lines: list[str] = []
    while error is not None:
        lines += [*format_tb(error.__traceback__), f"{type(error).__name__}\n\n"]
        error = error.__cause__ or error.__context__
    return "".join(lines)
