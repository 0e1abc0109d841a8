"""Which keys matter now: the few that the footer shows, by what the room is doing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal

from rich.cells import cell_len
from textual.binding import ActiveBinding, Binding

from culture_tui.language import _, marked

State = Literal["card", "voting", "hands", "revealed"]
"""What the room does: talk about a card, pass the laptop, raise hands, look at its votes."""

_EVERYWHERE: Final = {"app.help": "", "app.commands": ""}

FOOTERS: Final[Mapping[State, Mapping[str, str]]] = {
    "card": {
        "scoring.vote": "",
        "scoring.note": "",
        "scoring.go": "",
        "workshop.results": "",
    },
    "voting": {
        "scoring.reveal": "",
        "scoring.clear": marked("Take back"),
        "screen.back": marked("Leave"),
    },
    "hands": {"hands.keep": "", "hands.other": "", "screen.back": marked("Close")},
    "revealed": {
        "scoring.accept": "",
        "scoring.vote": marked("Vote again"),
        "scoring.split": "",
        "scoring.park": "",
    },
}
"""Ids of bindings in the order of the footer, each with its name there; empty: the binding's own."""

_WHILE_VOTING: Final = {
    "rate": marked("Vote for this level; nothing shows which key it was."),
    "clear": marked("Take the last vote back; only that one."),
    "back": marked("Leave the vote for later; the votes so far are kept."),
}
"""What keys of the card do while the laptop goes round, by their actions."""


def in_footer(bindings: Mapping[str, ActiveBinding], state: State) -> dict[str, ActiveBinding]:
    """The bindings in force, those that matter now first and shown, the others kept from the footer."""
    names = {**FOOTERS[state], **_EVERYWHERE}
    order = [*names]
    if state == "hands":  # help has another key there, and there is no room for the palette's
        del names["app.commands"]
    shown: dict[str, ActiveBinding] = {}
    hidden: dict[str, ActiveBinding] = {}
    for key, active in bindings.items():
        binding_id = active.binding.id or ""
        matters = binding_id in names
        name = _(names[binding_id]) if matters and names[binding_id] else active.binding.description
        binding = replace(active.binding, show=matters, description=name)
        changed = active._replace(binding=binding, tooltip=_said(active, state))
        (shown if matters else hidden)[key] = changed
    ordered = sorted(shown, key=lambda key: order.index(shown[key].binding.id or ""))
    return {**{key: shown[key] for key in ordered}, **hidden}


def whole(
    bindings: Mapping[str, ActiveBinding], width: int, named: Callable[[Binding], str]
) -> dict[str, ActiveBinding]:
    """The bindings, of which the footer shows no more than fit on its line: help and the palette stay.

    Args:
        bindings: in the order of the footer, whose last ones give way first.
        width: of the footer, in cells.
        named: what a key is called.
    """
    shown = {each.binding.action: each.binding for each in [*bindings.values()][::-1] if each.binding.show}
    needed = {
        action: cell_len(f"{named(binding)} {binding.description} ") for action, binding in shown.items()
    }
    for action, binding in shown.items():
        if sum(needed.values()) - 1 > width and binding.id not in _EVERYWHERE:
            del needed[action]
    return {
        key: each._replace(binding=replace(each.binding, show=each.binding.action in needed))
        if each.binding.show
        else each
        for key, each in bindings.items()
    }


def _said(active: ActiveBinding, state: State) -> str:
    """What a key does in this state."""
    action = active.binding.action.partition("(")[0]
    if state == "voting" and action in _WHILE_VOTING:
        return _(_WHILE_VOTING[action])
    return active.tooltip
