"""What is known about a workshop, a line each: whom, when, how many, in which mode, about what."""

from __future__ import annotations

from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.modes import workload_of
from culture_tui.domain.progress import dimensions_in_scope
from culture_tui.domain.settings import Settings
from culture_tui.reports.dates import day_text
from culture_tui.reports.modes import kept_texts, mode_text
from culture_tui.reports.numbers import NOTHING
from culture_tui.reports.wording import titles


def facts_texts(assessment: Assessment, settings: Settings, words: NullTranslations) -> list[str]:
    """A sentence a fact, also for what nobody has said."""
    _ = words.gettext
    subject, workshop = assessment.subject, assessment.workshop
    scope = dimensions_in_scope(assessment) if workshop.scope else ()
    facts = (
        (_("Organisation"), subject.organisation),
        (_("Unit"), subject.unit),
        (_("Title"), assessment.title),
        (_("Tags"), ", ".join(subject.tags)),
        (_("Date"), day_text(workshop.date, words)),
        (_("Facilitator"), workshop.facilitator),
        (_("People in the room"), f"{workshop.participants or ''}"),
        (_("People concerned"), f"{workshop.population or ''}"),
        (_("Mode"), mode_text(workload_of(assessment, settings), words)),
        (_("What to talk about"), titles(assessment.model, scope) or _("everything")),
    )
    said = [_("{name}: {fact}").format(name=name, fact=fact or NOTHING) for name, fact in facts]
    return [*said, *kept_texts(assessment, words)]
