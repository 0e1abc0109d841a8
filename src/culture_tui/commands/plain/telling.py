"""The whole of the workshop: results, roadmap, what was before, symptoms, and what can be typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from culture_tui.commands.plain.grammar import WORDS, Misheard, choice, is_command, local, told, understood
from culture_tui.commands.plain.session import (
    AskingSymptoms,
    Doing,
    Given,
    Session,
    Turn,
    asked_item,
    changed,
    wrong,
)
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.previous import last_time
from culture_tui.domain.progress import is_answered
from culture_tui.domain.quarters import next_quarter
from culture_tui.domain.records import SymptomSeen
from culture_tui.domain.rounds import last_held, ways_on
from culture_tui.errors import Phrase
from culture_tui.language import _, interface_words
from culture_tui.planning.plan import plan
from culture_tui.reports.aloud_whole import previous_lines, result_lines, roadmap_lines

_SEEN: Final = ("never", "sometimes", "often")


def results(session: Session, given: Given) -> Turn:
    """Hear the profile."""
    del given
    return Turn(session, tuple(result_lines(session.assessment, session.model.symptoms, interface_words())))


def roadmap(session: Session, given: Given) -> Turn:
    """Hear the roadmap that is kept; planned now where there is none."""
    del given
    assessment = session.assessment
    model = with_own_steps(session.model, assessment)
    record = assessment.roadmap or plan(assessment, model, start=next_quarter(assessment.workshop.date))
    return Turn(session, tuple(roadmap_lines(assessment, model, record, interface_words())))


def last(session: Session, given: Given) -> Turn:
    """Hear what the assessment before said about what is asked."""
    del given
    item, previous = asked_item(session), session.previous
    if previous is None:
        return wrong(session, Phrase("no assessment before this one is at hand"))
    initiatives = with_own_steps(session.model, previous).initiatives
    found = last_time(previous, session.assessment, item, initiatives)
    if found is None:
        return Turn(session, (_("The assessment before this one says nothing about it."),))
    level = session.assessment.answer(item).level
    return Turn(session, tuple(previous_lines(previous, found, level, interface_words())))


def symptoms(session: Session, given: Given) -> Turn:
    """Have each symptom asked."""
    del given
    if not session.model.symptoms:
        return wrong(session, Phrase("the model has no symptoms"))
    said = _("Answer never, sometimes or often; an empty line leaves one out.")
    return _symptom(replace(session, pending=AskingSymptoms()), (said,))


def seen(session: Session, pending: AskingSymptoms, line: str, given: Given) -> Turn | None:
    """How often a symptom is seen; None where the line is no reply."""
    keys = list(session.model.symptoms)
    onward = AskingSymptoms(pending.index + 1)
    if not line:
        return _symptom(replace(session, pending=onward))
    if is_command(line, "back"):
        return _symptom(replace(session, pending=AskingSymptoms(max(0, pending.index - 1))))
    chosen = choice(line, _SEEN, _("never, sometimes, often"))
    for often in _SEEN:
        if often == chosen:
            key = keys[pending.index]
            after = session.assessment.with_symptom(key, SymptomSeen(seen=often), given.at)
            return _symptom(replace(changed(session, after), pending=onward))
    return None


def symptom_lines(session: Session, index: int) -> Iterator[str]:
    """A symptom as it is read to the group."""
    key, symptom = list(session.model.symptoms.items())[index]
    yield _("Symptom {number} of {total}: {title}.").format(
        number=index + 1, total=len(session.model.symptoms), title=symptom.title
    )
    yield symptom.probe
    answer = session.assessment.symptoms.get(key)
    if answer is not None:
        in_words = dict(zip(_SEEN, _("never, sometimes, often").split(", "), strict=False))
        yield _("So far: {state}.").format(state=in_words.get(answer.seen, answer.seen))


def _symptom(session: Session, said: tuple[str, ...] = ()) -> Turn:
    """Read the symptom that is next; behind the last one, go back to where the workshop was."""
    pending = session.pending
    if isinstance(pending, AskingSymptoms) and pending.index < len(session.model.symptoms):
        return Turn(session, (*said, *symptom_lines(session, pending.index)))
    return Turn(replace(session, pending=None), (*said, _("All symptoms have been asked.")))


def helped(session: Session, given: Given) -> Turn:
    """Hear what can be typed: everything, then what matters here; or what one word does."""
    if given.rest:
        found = understood(given.rest)
        name = found.meant if isinstance(found, Misheard) else found.name
        if name not in {word.name for word in WORDS}:
            return wrong(session, Phrase("help tells what can be typed"))
        return Turn(session, (told(name),))
    top = session.assessment.model.top
    said = [
        _("1 to {top}: the group agrees on this level.").format(top=top),
        _("LEVEL because REASON: it agrees on a level that is not the median, or says why."),
        *(told(word.name) for word in WORDS),
        _("help and one of these words tells what that one does."),
        _("A line that begins with # is not read."),
    ]
    return Turn(session, (*said, here(session)))


def here(session: Session) -> str:
    """What matters where the workshop is now."""
    if session.item is None:
        return _("Here: results, roadmap, symptoms, open, back, finish, quit.")
    assessment = session.assessment
    if last_held(assessment, session.item) is not None and not is_answered(assessment, session.item):
        open_ways = ways_on(assessment, session.item)
        ways = (
            (local("accept"), "accept" in open_ways),
            (_("LEVEL because REASON"), True),
            (local("votes"), "vote" in open_ways),
            (local("split"), "split" in open_ways),
            (local("park"), "park" in open_ways),
            (local("note"), True),
        )
        return _("Here: {words}.").format(words=", ".join(word for word, is_way in ways if is_way))
    return _("Here: a level from 1 to {top}, votes, note, na, next, back.").format(
        top=session.assessment.model.top
    )


TALES: Final[Mapping[str, Doing]] = {
    "results": results,
    "roadmap": roadmap,
    "last": last,
    "symptoms": symptoms,
    "help": helped,
}
