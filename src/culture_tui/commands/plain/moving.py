"""Going through what is asked: on, back, to a place by its name, and hearing where one is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from culture_tui.commands.plain.session import (
    Doing,
    Given,
    Session,
    Turn,
    asked_item,
    led_on,
    under_way,
    wrong,
)
from culture_tui.domain.asking import asked
from culture_tui.domain.finding import matches, near
from culture_tui.domain.progress import items_in_scope, next_unanswered
from culture_tui.errors import Phrase
from culture_tui.language import _, interface_words
from culture_tui.reports.aloud import level_lines, more_lines, place_line, standing_lines, under_way_line
from culture_tui.reports.aloud_whole import closing_line, list_lines, open_lines
from culture_tui.reports.wording import title_of

_NUMBER: Final = re.compile(r"[0-9]{1,4}")


def on(session: Session, given: Given) -> Turn:
    """Leave it as it is; from the end, go to what has no answer."""
    del given
    if session.item is None:
        return Turn(replace(session, item=next_unanswered(session.assessment)))
    return Turn(led_on(session))


def back(session: Session, given: Given) -> Turn:
    """Go to the one before; the first stays."""
    del given
    order = items_in_scope(session.assessment)
    at = order.index(session.item) if session.item in order else len(order)
    if at == 0:
        return Turn(session, (_("This is the first one."),))
    return Turn(replace(session, item=order[at - 1]))


def goto(session: Session, given: Given) -> Turn:
    """Go to a number, an id, or a part of a title."""
    order = items_in_scope(session.assessment)
    if _NUMBER.fullmatch(given.rest):
        number = int(given.rest)
        if 1 <= number <= len(order):
            return Turn(replace(session, item=order[number - 1]))
        return wrong(session, Phrase("there are {count}, from 1 on", count=len(order)))
    titles = {item: title_of(session.assessment.model, item) for item in order}
    found = matches(given.rest, titles)
    if len(found) == 1:
        return Turn(replace(session, item=found[0]))
    return ask_which(session, titles, found or near(given.rest, titles))


def ask_which(session: Session, titles: Mapping[str, str], found: list[str]) -> Turn:
    """Several things can be meant, or something like it, or nothing."""
    if not found:
        return wrong(session, Phrase("nothing is called so; list tells what there is"))
    named = ", ".join(f"{titles[key]} ({key})" for key in found)
    return wrong(session, Phrase("did you mean {titles}?", titles=named))


def again(session: Session, given: Given) -> Turn:
    """Hear what is asked once more."""
    del given
    return Turn(session, tuple(read_aloud(session)))


def more(session: Session, given: Given) -> Turn:
    """Hear all else that is known of what is asked."""
    del given
    read = asked(session.assessment, session.model, asked_item(session))
    said = tuple(more_lines(session.assessment, read, interface_words()))
    return Turn(session, said or (_("There is nothing more about it."),))


def listed(session: Session, given: Given) -> Turn:
    """Hear everything that is asked, and how it stands."""
    del given
    return Turn(session, tuple(list_lines(session.assessment, interface_words())))


def still_open(session: Session, given: Given) -> Turn:
    """Hear what is split, parked or without an answer."""
    del given
    return Turn(session, tuple(open_lines(session.assessment, interface_words())))


def read_aloud(session: Session) -> Iterator[str]:
    """What is asked, as it is read to the group; behind the last, what has come of it."""
    words = interface_words()
    if session.item is None:
        yield _("Everything has been asked.")
        yield closing_line(session.assessment, words)
        yield _("results, roadmap and symptoms go on; finish makes the assessment final; quit ends.")
        return
    read = asked(session.assessment, session.model, session.item)
    yield place_line(session.assessment, read, words)
    yield read.question or read.title
    if not session.quiet:
        yield from level_lines(read, words)
    yield from standing_lines(session.assessment, session.item, words)
    ballot = under_way(session)
    if ballot is not None:
        yield under_way_line(ballot, session.assessment.workshop.participants, words)


MOVES: Final[Mapping[str, Doing]] = {
    "next": on,
    "back": back,
    "goto": goto,
    "again": again,
    "more": more,
    "list": listed,
    "open": still_open,
}
