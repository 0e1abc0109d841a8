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


def place_of(binding_id: str, words: NullTranslations) -> str:
    """Where the key of a binding works, told by the first word of its id."""
    _ = words.gettext
    first = binding_id.partition(".")[0]
    places = {
        "app": _("Everywhere"),
        "screen": _("Every screen"),
        "dialog": _("Every window"),
        "workshop": _("Every screen of a workshop"),
        "home": _("Home"),
        "setup": _("A new workshop"),
        "scoring": _("Scoring"),
        "card": _("The levels of a practice"),
        "results": _("Results"),
        "roadmap": _("Roadmap"),
        "note": _("A note"),
        "lines": _("A window with fields"),
        "text": _("A window to read"),
        "help": _("Help"),
        "look": _("Choosing a theme"),
        "problem": _("A file that cannot be used"),
        "projector": _("Projector view"),
        "hands": _("Typing the hands"),
        "dimension": _("A dimension"),
        "practice": _("A practice"),
        "compare": _("Comparing two assessments"),
        "filter": _("Filtering the library"),
        "trash": _("Trash"),
        "finalise": _("Making final or reopening"),
        "step": _("A step of the roadmap"),
        "projected": _("Projected profile"),
        "list": _("A list"),
        "evidence": _("Evidence"),
        "symptoms": _("Symptoms"),
        "mode": _("Mode and scope"),
    }
    return places.get(first, first.replace("-", " ").capitalize())


def all_keys_document(lines: Iterable[KeyLine], words: NullTranslations) -> Document:
    """The keys as a table, the ones of one place together."""
    _ = words.gettext
    listed = list(lines)
    places = dict.fromkeys(line.id.partition(".")[0] for line in listed)
    rows = tuple(
        (place_of(line.id, words), " ".join(line.keys), _(line.said), line.id)
        for place in places
        for line in listed
        if line.id.partition(".")[0] == place
    )
    about = _(
        "Any of them can be changed by its id, in the section [keys] of the settings file. The names of keys "
        "are written as they stand here, several separated by commas."
    )
    header = (_("Where"), _("Keys"), _("What it does"), _("Id"))
    return (Heading(1, _("Keys")), Paragraph(about), Table(header, rows))
