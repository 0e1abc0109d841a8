"""The keys of the roadmap: what each does, in the order in which help lists them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual.binding import Binding, BindingType

from culture_tui.language import marked
from culture_tui.tui.screens.workshop_screen import EXPORT


def _key(keys: str, action: str, name: str, tooltip: str, *, show: bool = False, named: str = "") -> Binding:
    return Binding(keys, action, name, id=f"roadmap.{named or action}", tooltip=tooltip, show=show)


ROADMAP_KEYS: Final[tuple[BindingType, ...]] = (
    _key(
        "e",
        "edit",
        marked("Edit"),
        marked("Change quarter, status, owner, due date and note of this step."),
        show=True,
    ),
    _key(
        "s",
        "status",
        marked("Status"),
        marked("Go round: planned, started, done, dropped."),
        show=True,
    ),
    _key(
        "b",
        "deeper",
        marked("Workshop"),
        marked("After a pulse, ask the practices of its weakest dimensions; else mode, scope and people."),
    ),
    _key("a,plus", "add", marked("Add"), marked("Add a step of your own to this quarter."), show=True),
    _key(
        "R",
        "replan",
        marked("Plan anew"),
        marked("Plan anew; what is pinned, started, done, dropped or your own stays."),
        show=True,
    ),
    _key(
        "less_than_sign,shift+left",
        "move(-1)",
        marked("A quarter earlier"),
        marked("Move this step a quarter earlier and pin it there."),
        named="earlier",
    ),
    _key(
        "greater_than_sign,shift+right",
        "move(1)",
        marked("A quarter later"),
        marked("Move this step a quarter later and pin it there."),
        named="later",
    ),
    _key("o", "owner", marked("Owner"), marked("Say who leads this initiative.")),
    _key("p", "pin", marked("Pin"), marked("Keep this initiative in its quarter, or let it move again.")),
    _key(
        "delete,backspace",
        "remove",
        marked("Remove"),
        marked("Remove a step of your own; drop one of the model's."),
    ),
    _key(
        "v",
        "projected",
        marked("Projected profile"),
        marked("Show the profile that is promised for the end of this quarter."),
    ),
    _key("d", "particulars", marked("Details"), marked("Show what the initiative is and when it is done.")),
    _key(
        "c",
        "capacity",
        marked("Capacity"),
        marked("Say how many person-days a quarter may hold, and how many quarters there are."),
    ),
    replace(EXPORT, show=False),
)
