"""What the room is told once a round is revealed, what to ask then, and how it can go on.

Two rules of measurement meet here. After a reveal the room sees histogram, median, range and a
word for it (section 1.2); below five votes people see the histogram only (section 3). We read the
second one so: below five votes there is no word, no median and no movement, only how many voted
for which level and the range, which anybody can see in the histogram anyway. The key that accepts
the median still names its level, since a level has to come from somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from culture_tui.domain.agreement import Label, label, median, middle_votes
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot, Voting
from culture_tui.domain.gathering import rounds_of
from culture_tui.domain.records import Round
from culture_tui.domain.rounds import (
    MOST_ROUNDS,
    accepted_level,
    in_question,
    may_vote,
    most_voted,
    needs_reason,
    range_of,
    rounds_held,
    ways_on,
)
from culture_tui.reports.gathering import bars
from culture_tui.reports.rounds import Told, counts_text, name_of_round, votes_text, voting_told
from culture_tui.reports.votes import (
    histogram_text,
    is_told,
    median_text,
    movement_text,
    range_text,
    word_of,
    word_text,
)


def revealed_told(assessment: Assessment, item: str, words: NullTranslations) -> Told | None:
    """The newest round held in the room with all that the talk needs; None where there is none."""
    _ = words.gettext
    held = rounds_held(assessment, item)
    if not held:
        return None
    number, votes = held[-1]
    rounds = rounds_of(assessment, assessment.answer(item))
    before = [each for each in rounds if each[0] < number and any(each[1])]
    heading = _("Round {number} revealed").format(number=number)
    if is_told(votes):
        template = _("Round {number} revealed: {label}")
        heading = template.format(number=number, label=word_text(word_of(votes), words))
    return Told(
        heading=heading,
        figures=_figures(votes, words),
        picture=_picture(votes, words),
        row=counts_text(votes),
        prompts=_prompts(number, votes, words),
        notes=tuple(_notes(before, votes, words)),
        keys=" · ".join(_ways_on(assessment, item, votes, words)),
        most=most_voted(votes),
        compared=in_question(votes),
    )


def _figures(votes: Round, words: NullTranslations) -> str:
    _ = words.gettext
    said = [
        _("range {range}").format(range=range_text(votes)),
        votes_text(sum(votes), words),
    ]
    if is_told(votes):
        middle = median_text(median(votes), words)
        said.insert(0, _("median {median}").format(median=middle))
    return " · ".join(said)


def _picture(votes: Round, words: NullTranslations) -> tuple[str, ...]:
    """The bars, with a mark at the median where so many voted that there is one."""
    _ = words.gettext
    lines = bars(votes)
    if not is_told(votes):
        return lines
    low, high = middle_votes(votes)
    one = accepted_level(votes)
    marks = {low: _("median")} if one is not None else {low: _("middle"), high: _("middle")}
    return tuple(
        f"{line}  ← {marks[level]}" if level in marks else line for level, line in enumerate(lines, start=1)
    )


def _prompts(number: int, votes: Round, words: NullTranslations) -> tuple[str, ...]:
    """What to ask, by how far the votes are apart; other questions in the next round."""
    _ = words.gettext
    word: Label = label(votes)
    one = accepted_level(votes)
    if word in {"agreed", "adjacent"} and one is not None:
        said = _("No discussion needed; a accepts {level}.").format(level=one)
        if word == "agreed":
            return (_("Everybody chose {level}.").format(level=one), said)
        return (said, _("“What would have to be true for one level more?”"))
    low, high = range_of(votes)
    first = _("Let a {low} speak first, then a {high}; the leader speaks last.")
    asked = (
        _("“What did you see last month that made it a {level}?”").format(level=low),
        _("“Is this what is written, or what happened last week?”"),
        _("“Does anyone's {level} mean something other than the descriptor?”").format(
            level=middle_votes(votes)[0]
        ),
        _("“What would have to be true for one level more?”"),
    )
    questions = 2 if number == 1 else 1  # later the room also reads how its votes moved
    return (
        first.format(low=low, high=high),
        *(asked[(number - 1 + step) % len(asked)] for step in range(questions)),
    )


def _notes(before: Sequence[tuple[int, Round]], votes: Round, words: NullTranslations) -> Iterator[str]:
    """How the votes moved since the round before, and the rounds before this one."""
    _ = words.gettext
    if not before:
        return
    moved = movement_text(before[-1][1], votes, words)
    if moved:
        yield moved
    yield " · ".join(
        _("{round}: {counts}").format(round=name_of_round(number, words), counts=histogram_text(each))
        for number, each in before
    )


def _ways_on(assessment: Assessment, item: str, votes: Round, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    ways = ways_on(assessment, item)
    if "accept" in ways:
        yield _("a Accept {level}").format(level=accepted_level(votes))
    if "vote" in ways:
        yield _("v Vote again")
    if "split" in ways:
        yield _("s Record the split")
    yield _("p Park")
    yield _("1-{top} Other level").format(top=len(votes))


def why_not_accepted(votes: Round, words: NullTranslations) -> str:
    """What is said where the median is no level: the two middle votes are apart."""
    _ = words.gettext
    low, high = middle_votes(votes)
    return _("The middle lies between {low} and {high}: choose a level, or s records the split.").format(
        low=low, high=high
    )


def reason_asked(votes: Round, level: int, words: NullTranslations) -> str:
    """What is asked where a level is agreed on that the votes do not give; empty where they do."""
    _ = words.gettext
    if not needs_reason(votes, level):
        return ""
    one = accepted_level(votes)
    if one is None:
        low, high = middle_votes(votes)
        return _("Why {level}, when the middle votes are {low} and {high}").format(
            level=level, low=low, high=high
        )
    return _("Why {level}, and not the median of the votes, {median}").format(level=level, median=one)


def enough_rounds_text(assessment: Assessment, item: str, words: NullTranslations) -> str:
    """What is said in place of a fourth round; empty where the room may vote."""
    _ = words.gettext
    if may_vote(assessment, item):
        return ""
    held, ways = rounds_held(assessment, item), ways_on(assessment, item)
    enough = _("{count} rounds are enough: s records the split, p parks it.")
    if "split" not in ways:
        enough = _("{count} rounds are enough: a accepts {level}, p parks it.")
    elif "accept" in ways:
        enough = _("{count} rounds are enough: a accepts {level}, s records the split, p parks it.")
    return enough.format(count=MOST_ROUNDS, level=accepted_level(held[-1][1]))


def not_settled_text(votes: Round, words: NullTranslations) -> str:
    """What is said to Enter right after a reveal: a key of its own settles a level."""
    _ = words.gettext
    one = accepted_level(votes)
    if one is None:
        return _("Nothing is settled yet: a digit settles a level, s records the split.")
    return _("Nothing is settled yet: a accepts {level}, a digit settles another level.").format(level=one)


def vote_lines(
    assessment: Assessment, item: str, ballot: Ballot | None, words: NullTranslations
) -> tuple[str, ...]:
    """What a projector may show of the votes for an item: the count while they are cast, then the votes.

    Nothing of a round is told before its reveal. Empty where there is nothing to tell, and where the
    group is done with the item.

    Args:
        assessment: as it stands.
        item: a practice, in pulse mode a dimension.
        ballot: the round that is under way about it, if any.
        words: the language.
    """
    if ballot is not None:
        told = voting_told(Voting(ballot.sealed(), assessment.workshop.participants), words)
        return (told.heading, told.figures)
    revealed = revealed_told(assessment, item, words)
    if revealed is None or assessment.answer(item).is_settled:
        return ()
    return (revealed.heading, revealed.figures, *revealed.picture)
