"""Every score of an assessment explained: the whole, its parts and dimensions, and each practice."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.scoring import Profile, profile
from culture_tui.reports.document import Block, Bullets, Document, Heading
from culture_tui.reports.explaining import OVERALL, why
from culture_tui.reports.practices import practices_why
from culture_tui.reports.profile import opening
from culture_tui.reports.workshop_wide import workshop_wide_texts


def why_document(assessment: Assessment, words: NullTranslations) -> Document:
    """Why every number is what it is, from the whole down to the practices."""
    _ = words.gettext
    found = profile(assessment)
    return (
        *opening(assessment, words),
        Heading(2, _("Why: {title}").format(title=_("Overall"))),
        Bullets(tuple(why(assessment, found, OVERALL, words))),
        *(block for part in found.parts for block in _part(assessment, found, part, words)),
        Heading(2, _("For consultants: the workshop as a whole")),
        Bullets(tuple(workshop_wide_texts(assessment, words))),
    )


def _part(assessment: Assessment, found: Profile, part: str, words: NullTranslations) -> Iterator[Block]:
    """A part, its dimensions, and under each its practices."""
    _ = words.gettext
    model = assessment.model
    yield Heading(2, _("Why: {title}").format(title=model.parts[part].title))
    yield Bullets(tuple(why(assessment, found, part, words)))
    for key in found.dimensions:
        if model.dimensions[key].part == part:
            yield Heading(3, model.dimensions[key].title)
            yield Bullets(tuple(why(assessment, found, key, words)))
            for title, said in practices_why(assessment, key, words):
                yield Heading(4, title)
                yield Bullets(tuple(said))
