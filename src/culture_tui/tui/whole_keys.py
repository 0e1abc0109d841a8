"""A footer shows whole keys or none: what has no room gives way, help and the palette never do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from rich.cells import cell_len
from textual.binding import ActiveBinding, Binding

EVERYWHERE: Final = {"app.help": "", "app.commands": ""}
"""What every footer shows, under its own name."""


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
        if sum(needed.values()) - 1 > width and binding.id not in EVERYWHERE:
            del needed[action]
    return {
        key: each._replace(binding=replace(each.binding, show=each.binding.action in needed))
        if each.binding.show
        else each
        for key, each in bindings.items()
    }
