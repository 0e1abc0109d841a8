"""Names that begin alike, and what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence


def ends_of(names: Sequence[str]) -> list[str]:
    """What is left of each name without the words that all of them begin with; may be empty for one.

    `desk` and `desk-2` are told apart by nothing and `-2`.
    """
    first, last = min(names, default=""), max(names, default="")
    alike = next((at for at, one in enumerate(first) if one != last[at]), len(first))
    if any(name[alike : alike + 1].isalnum() for name in names):
        alike = next((at for at in range(alike - 1, -1, -1) if not first[at].isalnum()), 0)
    return [name[alike:] for name in names]
