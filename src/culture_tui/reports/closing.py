"""What is still open in an assessment, and its trace of being final and reopened, in words."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.closing import Unfinished, final_since
from culture_tui.reports.dates import day_text
from culture_tui.reports.wording import title_of

_MOST_NAMED = 3


def unfinished_texts(assessment: Assessment, found: Unfinished, words: NullTranslations) -> list[str]:
    """What is open, a line a kind, with the first few by name."""
    said = [
        text.format(count=len(items), titles=_named(assessment, items, words))
        for items, text in _counted(found, words)
        if items
    ]
    if found.contradictions:
        text = words.ngettext(
            "{count} contradiction to talk about",
            "{count} contradictions to talk about",
            found.contradictions,
        )
        said.append(text.format(count=found.contradictions))
    return said


def trace_texts(assessment: Assessment, words: NullTranslations) -> list[str]:
    """Each time that it was made final or reopened, the oldest first."""
    _ = words.gettext
    texts = []
    for change in assessment.trace:
        template = _("Made final {time}.")
        if change.status == "draft":
            template = _("Reopened {time}: {reason}") if change.reason else _("Reopened {time}.")
        texts.append(
            template.format(time=f"{day_text(change.at, words)}, {change.at:%H:%M}", reason=change.reason)
        )
    return texts


def status_text(assessment: Assessment, words: NullTranslations) -> str:
    """Whether it is final and, where that was kept, since when."""
    _ = words.gettext
    if assessment.status == "draft":
        return _("draft")
    since = final_since(assessment)
    return _("final") if since is None else _("final since {date}").format(date=day_text(since, words))


def closed_text(assessment: Assessment, key: str, words: NullTranslations) -> str:
    """Why nothing can be changed in a final assessment, and the key that reopens it."""
    _ = words.gettext
    since = final_since(assessment)
    if since is None:
        return _("It is final. {key} reopens it.").format(key=key)
    return _("It is final since {date}. {key} reopens it.").format(date=day_text(since, words), key=key)


def _counted(found: Unfinished, words: NullTranslations) -> Sequence[tuple[Sequence[str], str]]:
    """What is open a kind, with how it is said."""
    ngettext = words.ngettext
    return (
        (
            found.unrated,
            ngettext("{count} not rated: {titles}", "{count} not rated: {titles}", len(found.unrated)),
        ),
        (found.parked, ngettext("{count} parked: {titles}", "{count} parked: {titles}", len(found.parked))),
        (
            found.split,
            ngettext(
                "{count} recorded as split: {titles}", "{count} recorded as split: {titles}", len(found.split)
            ),
        ),
        (
            found.apart,
            ngettext(
                "{count} agreed after split votes, without a reason: {titles}",
                "{count} agreed after split votes, without a reason: {titles}",
                len(found.apart),
            ),
        ),
        (
            found.without_words,
            ngettext(
                "{count} without a note or evidence: {titles}",
                "{count} without a note or evidence: {titles}",
                len(found.without_words),
            ),
        ),
    )


def _named(assessment: Assessment, items: Sequence[str], words: NullTranslations) -> str:
    said = ", ".join(title_of(assessment.model, item) for item in items[:_MOST_NAMED])
    more = len(items) - _MOST_NAMED
    if more <= 0:
        return said
    return f"{said} " + words.ngettext("and {count} more", "and {count} more", more).format(count=more)
