"""What an assessment keeps: ratings with their votes, the workshop, the roadmap. Values only.

A rating without a level is `None`, never zero; votes are histograms, never who voted what.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from culture_tui.domain.model import Initiative, Step
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.values import (
    Day,
    Frozen,
    Level,
    Line,
    Moment,
    Prose,
    SentenceOrNothing,
    Slug,
    Title,
)

MOST_VOTES: Final = 1_000_000
"""In one round."""

Votes = Annotated[int, Field(ge=0, le=MOST_VOTES)]
Round = tuple[Votes, ...]
"""A histogram: how many voted for each level, the lowest first. Never who."""


LONGEST_LINK: Final = 2_000

Link = Annotated[str, StringConstraints(max_length=LONGEST_LINK), AfterValidator(clean_line)]
"""Where something can be seen; any text, since people paste what they have."""


class Evidence(Frozen):
    """Something that shows that the rating is true."""

    text: Annotated[Prose, Field(min_length=1)]
    link: Link = ""
    date: Day | None = None


class Rating(Frozen):
    """What the group agreed on for one practice, with all that was kept about it."""

    level: Level | None = None
    """None: nobody has rated it yet. Never zero."""

    target: Level | None = None
    """None: the default, the next level up."""

    confidence: Literal["low", "medium", "high"] | None = None
    note: Prose = ""
    evidence: tuple[Evidence, ...] = ()

    not_applicable: Annotated[Prose, Field(min_length=1)] | None = None
    """The reason why this practice does not apply here."""

    left_open: Literal["split", "parked"] | None = None
    """The group leaves it without a level: its votes stay split, or it comes back to it later."""

    rounds: tuple[Round, ...] = ()

    reason: Prose = ""
    """Why the agreed level is not the median of the votes."""

    rated_at: Moment | None = None

    @property
    def last_votes(self) -> Round | None:
        """The last round in which somebody voted; None where there is none."""
        return next((votes for votes in reversed(self.rounds) if any(votes)), None)

    @property
    def is_settled(self) -> bool:
        """Whether the group is done with it: a level, a reason to leave it out, or left open on purpose."""
        return not (self.level is None and self.not_applicable is None and self.left_open is None)

    @model_validator(mode="after")
    def _settled_in_one_way(self) -> Self:
        if self.level is not None and self.not_applicable is not None:
            raise PydanticCustomError("rated_and_not_applicable", "both")
        if self.left_open is not None and (self.level is not None or self.not_applicable is not None):
            raise PydanticCustomError("settled_and_left_open", "both")
        return self


class SymptomSeen(Frozen):
    """Whether the group recognises a symptom."""

    seen: Literal["never", "sometimes", "often"]
    note: Prose = ""


class StatusChange(Frozen):
    """The assessment was made final, or reopened."""

    status: Literal["draft", "final"]
    at: Moment
    reason: Line = ""
    """Why it was reopened."""


class Subject(Frozen):
    """Whom the assessment is about."""

    organisation: Title
    unit: Line = ""
    tags: tuple[Line, ...] = ()


class Workshop(Frozen):
    """How the ratings came about."""

    date: Day
    facilitator: Line = ""

    participants: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """Head count of those in the room."""

    population: Annotated[int, Field(ge=1, le=100_000_000)] | None = None
    """Head count of all those concerned; equal to `participants` it is a census."""

    gathered: Annotated[int, Field(ge=1, le=MOST_VOTES)] | None = None
    """How many voted before the workshop; where it is set, the first round of each practice is theirs."""

    mode: Literal["full", "pulse"] = "full"

    scope: tuple[Slug, ...] = ()
    """Parts and dimensions that are talked about; empty means all."""

    previous: Slug | None = None


class Unplanned(Frozen):
    """An initiative that did not fit, and why."""

    initiative: Slug
    reason: Literal["capacity", "precedence", "horizon"]


class PlannedStep(Frozen):
    """An initiative with its place in time."""

    quarter: Annotated[int, Field(ge=1, le=40)]
    """Counted from the roadmap's start, the first is 1."""

    status: Literal["planned", "started", "done", "dropped"] = "planned"
    owner: Line = ""
    due: Day | None = None
    note: Prose = ""
    pinned: bool = False


class OwnInitiative(Initiative):
    """Something to do that the group thought of itself; it need not lift anything that is measured."""

    action: SentenceOrNothing = ""
    done_when: SentenceOrNothing = ""
    steps: tuple[Step, ...] = ()


class RoadmapRecord(Frozen):
    """The roadmap as it is kept: which initiative in which quarter, and what did not fit."""

    start: Day
    quarters: Annotated[int, Field(ge=1, le=40)]

    capacity: tuple[Annotated[float, Field(ge=0, le=1_000_000)], ...]
    """Person-days that may be planned, a number a quarter."""

    unplanned: tuple[Unplanned, ...] = ()
    steps: Mapping[Slug, PlannedStep] = {}

    own: Mapping[Slug, OwnInitiative] = {}
    """What the group added to the model's initiatives; its place stands in `steps`."""
