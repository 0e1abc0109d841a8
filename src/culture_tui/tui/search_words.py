"""Searching in the interface's language: the names of fields as people type them, and a search in words."""

from __future__ import annotations

from collections.abc import Mapping

from culture_tui.domain.search import Term, folded
from culture_tui.language import _


def field_names() -> dict[str, str]:
    """What a field is called, by its id."""
    return {
        "org": _("organisation"),
        "unit": _("unit"),
        "tag": _("tag"),
        "status": _("status"),
        "model": _("model"),
        "date": _("date"),
        "from": _("from"),
        "to": _("to"),
    }


def status_names() -> dict[str, str]:
    """What a status is called, by its id."""
    return {"draft": _("draft"), "final": _("final")}


def search_words() -> Mapping[str, str]:
    """The names of fields and statuses in the interface's language, as a search understands them."""
    return {folded(said): name for name, said in {**field_names(), **status_names()}.items()}


def term_said(term: Term) -> str:
    """A part of a search in words."""
    if not term.is_understood:
        return _("{value} is not understood").format(value=term.value)
    if not term.field:
        return f"“{term.value}”"
    if term.field == "date":
        return term.value
    value = status_names().get(term.value, term.value) if term.field == "status" else term.value
    return f"{field_names()[term.field]} {value}"
