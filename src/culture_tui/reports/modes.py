"""What a workshop asks and how long that takes, and what is kept when it asks something else, in words."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.modes import Workload, kept_apart, weakest, workload_of
from culture_tui.domain.progress import practices_in_scope
from culture_tui.domain.settings import Settings
from culture_tui.reports.numbers import short_text
from culture_tui.reports.wording import titles

_HOUR: Final = 60


def items_text(load: Workload, words: NullTranslations) -> str:
    """How many practices, in pulse mode questions."""
    if load.mode == "pulse":
        template = words.ngettext("{count} question", "{count} questions", load.items)
    else:
        template = words.ngettext("{count} practice", "{count} practices", load.items)
    return template.format(count=load.items)


def time_text(minutes: int, words: NullTranslations) -> str:
    """A time in hours and minutes."""
    _ = words.gettext
    hours, left = divmod(minutes, _HOUR)
    if not hours:
        return _("{minutes} min").format(minutes=left)
    if not left:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=left)


def workload_text(load: Workload, words: NullTranslations) -> str:
    """What a workshop amounts to, in one sentence."""
    _ = words.gettext
    return _("{items}, about {time} at {each} minutes each").format(
        items=items_text(load, words),
        time=time_text(load.minutes, words),
        each=short_text(load.minutes_each, words),
    )


def mode_text(load: Workload, words: NullTranslations) -> str:
    """A mode as it is chosen: its name, what it asks and how long that takes."""
    _ = words.gettext
    template = _("Pulse: {items}, {time}") if load.mode == "pulse" else _("Full: {items}, {time}")
    return template.format(items=items_text(load, words), time=time_text(load.minutes, words))


def kept_texts(assessment: Assessment, words: NullTranslations) -> list[str]:
    """What is kept and does not count, a sentence each; none where everything counts."""
    kept, pulse = kept_apart(assessment), assessment.workshop.mode == "pulse"
    said = []
    if kept.not_in_scope:
        template = (
            words.ngettext(
                "Kept, not in scope: {count} question.",
                "Kept, not in scope: {count} questions.",
                kept.not_in_scope,
            )
            if pulse
            else words.ngettext(
                "Kept, not in scope: {count} practice.",
                "Kept, not in scope: {count} practices.",
                kept.not_in_scope,
            )
        )
        said.append(template.format(count=kept.not_in_scope))
    if kept.practices:
        template = words.ngettext(
            "Kept from full mode: {count} practice. Pulse mode counts its own questions only.",
            "Kept from full mode: {count} practices. Pulse mode counts its own questions only.",
            kept.practices,
        )
        said.append(template.format(count=kept.practices))
    if kept.questions:
        template = words.ngettext(
            "Kept from pulse mode: {count} answer. Full mode counts practices only.",
            "Kept from pulse mode: {count} answers. Full mode counts practices only.",
            kept.questions,
        )
        said.append(template.format(count=kept.questions))
    return said


def switched_text(assessment: Assessment, settings: Settings, words: NullTranslations) -> str:
    """What a workshop asks after a change of mode or scope, and what became of the answers before it."""
    _ = words.gettext
    kept, load = kept_apart(assessment), workload_of(assessment, settings)
    said = []
    if kept.practices:
        template = words.ngettext(
            "the one practice answered so far is kept and counts again in full mode",
            "the {count} practices answered so far are kept and count again in full mode",
            kept.practices,
        )
        said.append(template.format(count=kept.practices))
    if kept.questions:
        template = words.ngettext(
            "the one answer given so far is kept and counts again in pulse mode",
            "the {count} answers given so far are kept and count again in pulse mode",
            kept.questions,
        )
        said.append(template.format(count=kept.questions))
    if kept.not_in_scope:
        template = words.ngettext(
            "one answer that is not in scope is kept",
            "{count} answers that are not in scope are kept",
            kept.not_in_scope,
        )
        said.append(template.format(count=kept.not_in_scope))
    now = _("{items} now, about {time} at {each} minutes each").format(
        items=items_text(load, words),
        time=time_text(load.minutes, words),
        each=short_text(load.minutes_each, words),
    )
    return "; ".join([now, *said])


def pulse_roadmap_text(assessment: Assessment, words: NullTranslations) -> str:
    """Why a pulse has no roadmap of its own, and what would give one; empty in full mode."""
    _ = words.gettext
    if assessment.workshop.mode != "pulse":
        return ""
    if any(assessment.rating(key).level is not None for key in practices_in_scope(assessment)):
        said = _("Pulse mode: this roadmap rests on the practices rated in full mode.")
    else:
        said = _("Pulse mode: a roadmap needs rated practices.")
    weak = titles(assessment.model, weakest(assessment))
    return f"{said} " + _("Weakest in this pulse: {dimensions}.").format(dimensions=weak) if weak else said
