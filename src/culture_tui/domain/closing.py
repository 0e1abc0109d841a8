"""Before an assessment is made final: what the group has left open, and since when it is final."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from culture_tui.domain.agreement import label
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import contradictions
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.scoring import profile


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What is still open; ids of practices (in pulse mode: of dimensions) in the order of asking."""

    unrated: tuple[str, ...]
    parked: tuple[str, ...]
    split: tuple[str, ...]
    """The split was recorded, and no level was agreed."""

    apart: tuple[str, ...]
    """A level was agreed although the last votes were in two camps, and no reason is written down."""

    without_words: tuple[str, ...]
    """Rated, with neither a note nor evidence: nobody will know why."""

    contradictions: int
    """How many pairs of linked dimensions stand far apart."""

    @property
    def is_nothing(self) -> bool:
        """Whether everything is settled and has words."""
        lists = (self.unrated, self.parked, self.split, self.apart, self.without_words)
        return not any(lists) and not self.contradictions


def unfinished(assessment: Assessment) -> Unfinished:
    """What is still open in an assessment."""
    items = items_in_scope(assessment)
    answers = {item: assessment.answer(item) for item in items}
    rated = {item: answer for item, answer in answers.items() if answer.level is not None}
    return Unfinished(
        unrated=tuple(item for item in items if not answers[item].is_settled),
        parked=tuple(item for item in items if answers[item].left_open == "parked"),
        split=tuple(item for item in items if answers[item].left_open == "split"),
        apart=tuple(
            item
            for item, answer in rated.items()
            if answer.last_votes is not None and label(answer.last_votes) == "split" and not answer.reason
        ),
        without_words=tuple(
            item for item, answer in rated.items() if not (answer.note or answer.evidence or answer.reason)
        ),
        contradictions=len(contradictions(assessment, profile(assessment))),
    )


def final_since(assessment: Assessment) -> datetime | None:
    """When it was made final; None for a draft, and where nobody wrote it down."""
    if assessment.status != "final" or not assessment.trace or assessment.trace[-1].status != "final":
        return None
    return assessment.trace[-1].at
