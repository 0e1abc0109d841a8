"""What keys are called, and which of them the foot of a screen has room for."""

from __future__ import annotations

import pytest
from textual.binding import ActiveBinding, Binding
from textual.widget import Widget

from culture_tui.tui.key_names import key_name
from culture_tui.tui.whole_keys import whole


@pytest.mark.parametrize(
    ("key", "called"),
    [
        ("n", "n"),
        ("F", "F"),
        ("question_mark", "?"),
        ("plus", "+"),
        ("less_than_sign", "<"),
        ("f7", "F7"),
        ("home", "Home"),
        ("pagedown", "PgDn"),
        ("escape", "Esc"),
        ("backspace", "Backspace"),
        ("left", "←"),
        ("shift+left", "Shift+←"),
        ("ctrl+z", "Ctrl+Z"),
        ("super+z", "Cmd+Z"),
        ("ctrl+home", "Ctrl+Home"),
    ],
)
def test_a_key_is_called_what_its_cap_says(key: str, called: str) -> None:
    """`^z super+z` means something to those who program terminals, not to those who facilitate."""
    assert key_name(key) == called


def in_sight(width: int) -> str:
    """What the foot of a screen of this width says."""
    node = Widget()
    keys = [
        Binding("n", "new", "New workshop"),
        Binding("enter", "open", "Open"),
        Binding("l", "open", "Open"),
        Binding("q", "quit", "Quit"),
        Binding("question_mark", "help", "Help", id="app.help"),
        Binding("colon", "command_palette", "Commands", id="app.commands"),
        Binding("x", "export", "Export", show=False),
    ]
    bindings = {each.key: ActiveBinding(node, each, enabled=True, tooltip="") for each in keys}
    fitting = whole(bindings, width, lambda binding: key_name(binding.key))
    assert list(fitting) == list(bindings)
    said = {
        each.binding.action: f"{key_name(each.binding.key)} {each.binding.description}"
        for each in [*fitting.values()][::-1]
        if each.binding.show
    }
    return " ".join([*said.values()][::-1])


def test_what_has_no_room_at_the_foot_gives_way_as_a_whole() -> None:
    """Half a word is no key, and help is what one needs where the others are not seen."""
    everything = "n New workshop Enter Open q Quit ? Help : Commands"
    assert in_sight(len(everything)) == everything
    assert in_sight(len(everything) - 1) == "n New workshop Enter Open ? Help : Commands"
    assert in_sight(20) == "? Help : Commands"
