"""A workshop to be listened to: each line is a sentence, each number stands beside its word.

There are no columns, bars or signs here: a screen reader reads them one by one, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.agreement import agreement, label, median
from culture_tui.domain.asking import Asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.records import Rating
from culture_tui.domain.roadmap import target_of
from culture_tui.domain.rounds import in_question, most_voted, range_of, rounds_held, told_before
from culture_tui.domain.safe_text import clean_line
from culture_tui.reports.gathering import aloud, counts_aloud
from culture_tui.reports.rounds import voted_text
from culture_tui.reports.votes import is_told, median_text, word_of, word_text
from culture_tui.reports.wording import evidence_text, level_text, sure_text

SURE: Final = ("low", "medium", "high")


def place_line(assessment: Assessment, read: Asked, words: NullTranslations) -> str:
    """Where an item stands, and what it is called."""
    _ = words.gettext
    order = items_in_scope(assessment)
    template = (
        _("Question {number} of {total}, {group}: {title}.")
        if assessment.workshop.mode == "pulse"
        else _("Practice {number} of {total}, {group}: {title}.")
    )
    return template.format(
        number=order.index(read.item) + 1, total=len(order), group=read.group, title=read.title
    )


def level_lines(read: Asked, words: NullTranslations) -> Iterator[str]:
    """Each level with its name and what one would see."""
    _ = words.gettext
    for level, (name, text) in enumerate(read.levels, start=1):
        yield _("Level {level}, {name}: {text}").format(level=level, name=name, text=text)


def standing_lines(assessment: Assessment, item: str, words: NullTranslations) -> Iterator[str]:
    """How an item stands by now; nothing where nobody has said anything about it."""
    _ = words.gettext
    rating = assessment.answer(item)
    gathered = told_before(assessment, item)
    if gathered is not None:
        yield aloud(gathered, words)
    held = rounds_held(assessment, item)
    if held:
        yield from round_lines(*held[-1], None, words)
    if rating.is_settled:
        yield _("So far: {state}.").format(state=state_text(assessment, item, words))
    if rating.note:
        yield _("There is a note; more reads it.")


def state_text(assessment: Assessment, item: str, words: NullTranslations) -> str:
    """How an item stands, in a few words."""
    _ = words.gettext
    rating = assessment.answer(item)
    said = rating_text(rating, assessment.model, words)
    target = target_of(assessment, item)
    if rating.level is not None and rating.target is not None and target is not None:
        said += ", " + _("target {level}").format(level=target)
    return said


def rating_text(rating: Rating, model: ModelSkeleton, words: NullTranslations) -> str:
    """The level that was agreed on, or what stands in its place."""
    _ = words.gettext
    if rating.not_applicable is not None:
        return _("not applicable, because: {reason}").format(
            reason=clean_line(rating.not_applicable).rstrip(".")
        )
    if rating.left_open is not None:
        return {"split": _("split, no level agreed"), "parked": _("parked for later")}[rating.left_open]
    if rating.level is None:
        return _("no answer yet")
    return _("level {level}").format(level=level_text(model, rating.level))


def round_lines(
    number: int, votes: Sequence[int], before: Sequence[int] | None, words: NullTranslations
) -> Iterator[str]:
    """A round held in the room: how many voted what, what to call it, and how the votes moved."""
    _ = words.gettext
    figures = agreement(votes)
    if figures is None:
        return
    yield words.ngettext("Round {number}, {count} vote.", "Round {number}, {count} votes.", figures.n).format(
        number=number, count=figures.n
    )
    yield f"{_capital(counts_aloud(votes, words))}."
    if not is_told(votes):
        return
    if figures.label == "agreed":
        yield _("All voted for level {level}.").format(level=range_of(votes)[0])
    else:
        yield _("{label}; {middle}.").format(
            label=_capital(word_text(word_of(votes), words)), middle=_middle(votes, words)
        )
    if before is not None and is_told(before):
        yield (
            _("The votes did not move.")
            if tuple(before) == tuple(votes)
            else _("The round before: {middle}.").format(middle=_middle(before, words))
        )


def under_way_line(ballot: Ballot, people: int | None, words: NullTranslations) -> str:
    """A secret round that was left for later: how many have voted, and how it goes on."""
    _ = words.gettext
    voted = voted_text(ballot.voted, people, words)
    return _("Round {number} under way: {voted}; ballot goes on with it.").format(
        number=ballot.round, voted=voted
    )


def talk_lines(read: Asked, votes: Sequence[int], words: NullTranslations) -> Iterator[str]:
    """What a group that is apart talks about: the levels in question, and a question to it."""
    _ = words.gettext
    most = most_voted(votes)
    if not most:
        yield _("The votes are spread evenly: no level has more than another.")
    for level in in_question(votes):
        name, text = read.levels[level - 1]
        said = _("Voted for most, level {level}, {name}: {text}")
        if level not in most:
            said = _("Another view, level {level}, {name}: {text}")
        yield said.format(level=level, name=name, text=text)
    lowest, highest = range_of(votes)
    yield _("Who voted {low} speaks first, then who voted {high}; the leader speaks last.").format(
        low=lowest, high=highest
    )
    questions = {
        "split": _("Ask: does anyone's {high} mean something other than the words of level {high}?"),
        "spread": _("Ask: what did you see last month that made it a {low}?"),
    }
    yield questions["split" if label(votes) == "split" else "spread"].format(low=lowest, high=highest)


def needs_talk(votes: Sequence[int]) -> bool:
    """Whether a round is to be talked about before a level is agreed on: two levels or more apart."""
    low, high = range_of(votes)
    return high - low > 1


def more_lines(assessment: Assessment, read: Asked, words: NullTranslations) -> Iterator[str]:
    """All else that is known of an item: what was written down, its rounds, and what to ask."""
    _ = words.gettext
    yield from written_lines(assessment.answer(read.item), words)
    before = None
    for number, votes in rounds_held(assessment, read.item):
        yield from round_lines(number, votes, before, words)
        before = votes
    for probe in read.probes:
        yield _("To ask: {text}").format(text=clean_line(probe))
    for sign in read.evidence:
        yield _("Evidence to look for: {text}").format(text=clean_line(sign))
    if read.covers:
        yield _("It covers: {titles}.").format(titles=", ".join(map(clean_line, read.covers)))


def written_lines(rating: Rating, words: NullTranslations) -> Iterator[str]:
    """What was written down about an item: the reason, how sure the group was, the note, the evidence."""
    _ = words.gettext
    if rating.reason:
        yield _("Why this level: {text}").format(text=clean_line(rating.reason))
    if rating.confidence is not None:
        yield sure_text(rating.confidence, words)
    if rating.note:
        yield _("Note: {text}").format(text=rating.note)
    for each in rating.evidence:
        yield _("Evidence: {text}").format(text=evidence_text(each, words, ", "))


def _middle(votes: Sequence[int], words: NullTranslations) -> str:
    """The median of a round and how far it reaches."""
    _ = words.gettext
    low, high = range_of(votes)
    return _("median {median}, from level {low} to level {high}").format(
        median=median_text(median(votes), words), low=low, high=high
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
