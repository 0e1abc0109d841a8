"""Votes that people gave before the workshop, in a form or a survey: round 0 of each practice.

Only numbers are kept: how many people answered, and how many of them chose each level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from culture_tui.domain.agreement import middle_votes
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating, Round
from culture_tui.errors import Problem


@dataclass(frozen=True, slots=True)
class GatheredVotes:
    """What is kept of many answers: numbers, and nobody's name."""

    people: int
    """How many gave at least one answer, be it a level or "not applicable"."""

    rounds: Mapping[str, Round]
    """A histogram by practice; only practices that somebody gave a level."""

    not_applicable: tuple[str, ...] = ()
    """The practices of which all who answered said that they do not apply."""


@dataclass(frozen=True, slots=True)
class VotesFound:
    """What a file of votes held: the votes, and what must be told of the rest."""

    votes: GatheredVotes

    left_out: tuple[str, ...] = ()
    """The columns that match no practice, by their titles; nothing of them is kept."""

    without_column: tuple[str, ...] = ()
    """The practices that the file does not ask about."""

    unanswered: tuple[str, ...] = ()
    """The practices that it asks about, and that nobody answered."""

    said_not_applicable: tuple[tuple[str, int, int], ...] = ()
    """Of practices with votes: the id, how many said that it does not apply, of how many who answered."""

    complete: int = 0
    """How many people gave a level in every column that matches."""

    concordance: float | None = None
    """Kendall's W of those people; None where it is not defined."""

    warnings: tuple[Problem, ...] = ()
    """What a person should know although the votes could be read."""


def with_gathered(assessment: Assessment, votes: GatheredVotes, reason: str, at: datetime) -> Assessment:
    """A new assessment with these votes as its round 0.

    A practice that nobody answered gets no rating at all.

    Args:
        assessment: one in which nothing is rated yet.
        votes: what was gathered.
        reason: why a practice does not apply where all who answered say so.
        at: now.
    """
    ratings = {key: Rating(rounds=(votes.rounds[key],)) for key in votes.rounds}
    ratings |= {key: Rating(not_applicable=reason, rated_at=at) for key in votes.not_applicable}
    workshop = assessment.workshop.model_copy(update={"gathered": votes.people})
    return assessment.model_copy(update={"workshop": workshop, "ratings": ratings})


def with_medians_accepted(assessment: Assessment, at: datetime) -> Assessment:
    """The same with the lower median of the votes gathered before as the agreed level of each practice."""
    for key in assessment.ratings:
        gathered = gathered_round(assessment, key)
        if gathered is not None:
            assessment = assessment.with_level(key, middle_votes(gathered)[0], at)
    return assessment


def rounds_of(assessment: Assessment, rating: Rating) -> list[tuple[int, Round]]:
    """The rounds of one of its ratings with their numbers: 0 was gathered before, 1, 2, … held in the room.

    A round 0 in which nobody answered is left out.
    """
    first = 1 if assessment.workshop.gathered is None else 0
    numbered = enumerate(rating.rounds, start=first)
    return [(number, votes) for number, votes in numbered if number or any(votes)]


def gathered_round(assessment: Assessment, practice_id: str) -> Round | None:
    """The votes for a practice that were gathered before; None where there are none."""
    rounds = rounds_of(assessment, assessment.answer(practice_id))
    return next((votes for number, votes in rounds if number == 0), None)


def awaits_the_room(assessment: Assessment) -> bool:
    """Whether votes were gathered before, and no level is agreed on yet."""
    rated = any(rating.level is not None for rating in assessment.ratings.values())
    return assessment.workshop.gathered is not None and not rated
