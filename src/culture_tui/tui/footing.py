"""Which keys matter now: the few that the footer shows, by what the room is doing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final, Literal

from textual.binding import ActiveBinding, Binding

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.rounds import Way, ways_on
from culture_tui.language import _, marked
from culture_tui.tui.whole_keys import EVERYWHERE

State = Literal["card", "voting", "hands", "revealed"]
"""What the room does: talk about a card, pass the laptop, raise hands, look at its votes."""

Footing = State | Literal["final"]
"""What the footer goes by: what the room does, or that it can do nothing any more."""

_REOPEN: Final = marked("Reopen")

FOOTERS: Final[Mapping[Footing, Mapping[str, str]]] = {
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
    "final": {
        "scoring.go": "",
        "workshop.results": "",
        "workshop.export": "",
        "workshop.finalise": _REOPEN,
    },
}
"""Ids of bindings in the order of the footer, each with its name there; empty: the binding's own."""

_TO_READ: Final = {
    "roadmap.particulars": "",
    "workshop.export": "",
    "workshop.finalise": _REOPEN,
}
"""Ids of bindings that take the places of those that a final assessment does not take."""

_WHILE_VOTING: Final = {
    "rate": marked("Vote for this level; nothing shows which key it was."),
    "clear": marked("Take the last vote back; only that one."),
    "back": marked("Leave the vote for later; the votes so far are kept."),
}
"""What keys of the card do while the laptop goes round, by their actions."""


_WAYS: Final[Mapping[str, Way]] = {"accept": "accept", "split": "split", "vote": "vote", "hands": "vote"}


def useless(assessment: Assessment, item: str) -> frozenset[str]:
    """The actions that would only say why they do nothing, as after three rounds, or of a tie."""
    ways = ways_on(assessment, item)
    return frozenset(action for action, way in _WAYS.items() if way not in ways)


def in_footer(
    bindings: Mapping[str, ActiveBinding], state: Footing, useless: Collection[str] = ()
) -> dict[str, ActiveBinding]:
    """The bindings in force, those that matter now first and shown, the others kept from the footer.

    Args:
        bindings: by their keys.
        state: what the room does.
        useless: actions that would only say why they do nothing; the palette leaves them out too.
    """
    names = {**FOOTERS[state], **EVERYWHERE}
    order = [*names]
    if state == "hands":  # help has another key there, and there is no room for the palette's
        del names["app.commands"]
    shown: dict[str, ActiveBinding] = {}
    hidden: dict[str, ActiveBinding] = {}
    for key, active in bindings.items():
        binding_id = active.binding.id or ""
        works = _action(active) not in useless
        matters = binding_id in names and works
        name = _named(active.binding, names) if works else active.binding.description
        binding = replace(active.binding, show=matters, description=name)
        enabled = active.enabled and works
        changed = active._replace(binding=binding, tooltip=_said(active, state), enabled=enabled)
        (shown if matters else hidden)[key] = changed
    ordered = sorted(shown, key=lambda key: order.index(shown[key].binding.id or ""))
    return {**{key: shown[key] for key in ordered}, **hidden}


def to_read(bindings: Mapping[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    """The bindings of a final assessment: in the footer, what can be done is where the changes were."""
    if all(active.enabled for active in bindings.values() if active.binding.show):
        return dict(bindings)
    return {
        key: active._replace(
            binding=replace(
                active.binding,
                show=active.enabled and (active.binding.show or active.binding.id in _TO_READ),
                description=_named(active.binding, _TO_READ),
            )
        )
        for key, active in bindings.items()
    }


def with_votes(bindings: Mapping[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    """The bindings of a screen on which the laptop goes round too: a digit votes and settles nothing."""
    return {
        key: active._replace(tooltip=_said(active, "voting")) if _action(active) == "rate" else active
        for key, active in bindings.items()
    }


def _named(binding: Binding, names: Mapping[str, str]) -> str:
    """The name of a binding in a footer, where it has one of its own there."""
    name = names.get(binding.id or "", "")
    return _(name) if name else binding.description


def _said(active: ActiveBinding, state: Footing) -> str:
    """What a key does in this state."""
    action = _action(active)
    if state == "voting" and action in _WHILE_VOTING:
        return _(_WHILE_VOTING[action])
    return active.tooltip


def _action(active: ActiveBinding) -> str:
    """What a binding does, without its parameters."""
    return active.binding.action.partition("(")[0]
