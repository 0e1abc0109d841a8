"""How keys are called where people read of them: as their caps say, in the interface's language."""

from __future__ import annotations

from typing import Final

from textual.keys import format_key

from culture_tui.language import _, marked

_NAMES: Final = {
    "escape": marked("Esc"),
    "enter": marked("Enter"),
    "tab": marked("Tab"),
    "space": marked("Space"),
    "backspace": marked("Backspace"),
    "delete": marked("Del"),
    "insert": marked("Ins"),
    "home": marked("Home"),
    "end": marked("End"),
    "pageup": marked("PgUp"),
    "pagedown": marked("PgDn"),
    "ctrl": marked("Ctrl"),
    "shift": marked("Shift"),
    "alt": marked("Alt"),
    "super": marked("Cmd"),
}
"""By the names that the terminal has for them; only a Mac gives `super` to programs."""


def key_name(key: str) -> str:
    """What a key is called: `ctrl+z` is Ctrl+Z, `f7` is F7, `left` an arrow, and a letter is itself."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last)
    called = format_key(last) if name is None else _(name)
    if modifiers or (len(called) > 1 and called == last):
        called = called[:1].upper() + called[1:]
    return "+".join([*(_(_NAMES.get(each, each)) for each in modifiers), called])
