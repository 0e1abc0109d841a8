"""Every key of the program as a table, and what is wrong with a person's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import NullTranslations

from culture_tui.reports.document import Document, Heading, Paragraph, Table


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key as it is listed."""

    id: str
    keys: tuple[str, ...]

    said: str
    """What it does, in English."""


def _places(words: NullTranslations) -> dict[str, str]:
    """Where keys work, by the first word of their ids, in the order in which people meet them."""
    _ = words.gettext
    return {
        "app": _("Everywhere"),
        "screen": _("Every screen"),
        "dialog": _("Every window"),
        "home": _("Home"),
        "filter": _("Filtering the library"),
        "compare": _("Comparing two assessments"),
        "trash": _("Trash"),
        "problem": _("A file that cannot be used"),
        "setup": _("A new workshop"),
        "workshop": _("Every screen of a workshop"),
        "scoring": _("Scoring"),
        "card": _("The levels of a practice"),
        "hands": _("Typing the hands"),
        "mode": _("Mode and scope"),
        "note": _("A note"),
        "evidence": _("Evidence"),
        "evidence-form": _("A piece of evidence"),
        "symptoms": _("Symptoms"),
        "open-practices": _("Open practices"),
        "projector": _("Projector view"),
        "results": _("Results"),
        "dimension": _("A dimension"),
        "practice": _("A practice"),
        "projected": _("Projected profile"),
        "roadmap": _("Roadmap"),
        "step": _("A step of the roadmap"),
        "finalise": _("Making final or reopening"),
        "workshop-window": _("Every window of a workshop"),
        "list": _("A list"),
        "lines": _("A window with fields"),
        "form": _("A window with a form"),
        "text": _("A window to read"),
        "help": _("Help"),
        "look": _("Choosing a theme"),
    }


def place_of(binding_id: str, words: NullTranslations) -> str:
    """Where the key of a binding works."""
    first = binding_id.partition(".")[0]
    return _places(words).get(first, first.replace("-", " ").capitalize())


def all_keys_document(lines: Iterable[KeyLine], words: NullTranslations) -> Document:
    """The keys as a table, the ones of one place together."""
    _ = words.gettext
    known = list(_places(words))
    listed = [(line.id.partition(".")[0], line) for line in lines]
    places = dict.fromkeys(first for first, _line in listed)
    in_order = sorted(places, key=lambda first: known.index(first) if first in known else len(known))
    rows = tuple(
        (place_of(line.id, words), " ".join(line.keys), _(line.said), line.id)
        for place in in_order
        for first, line in listed
        if first == place
    )
    about = _(
        "Any of them can be changed by its id, in the section [keys] of the settings file. The names of keys "
        "are written as they stand here, several separated by commas."
    )
    header = (_("Where"), _("Keys"), _("What it does"), _("Id"))
    return (Heading(1, _("Keys")), Paragraph(about), Table(header, rows))
