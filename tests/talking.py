"""A workshop line by line without a process: lines in, a session and what it says out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from culture_tui.commands.plain.conversation import heard, opened
from culture_tui.commands.plain.session import Session
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Link, MaturityModel, Symptom
from culture_tui.domain.records import Rating
from culture_tui.language import say_problem
from support import NOW, assessment, digested, initiative, maturity_model, step

MODEL = maturity_model(
    {"purpose": ["mission", "vision"], "care": ["welcome", "farewell"]},
    {"say-why": initiative(step("mission", 2, 3)), "greet": initiative(step("welcome", 3, 4))},
    symptoms={
        "turnover": Symptom(title="People leave", probe="Who left?", points_to=("welcome",)),
        "silence": Symptom(title="Nobody speaks", probe="Who spoke?", points_to=("mission", "vision")),
    },
).model_copy(update={"links": (Link(between=("purpose", "care"), why="Care shows the purpose."),)})


@dataclass
class Room:
    """A workshop that hears lines and remembers what was said."""

    session: Session
    said: tuple[str, ...] = ()
    """After the last line."""

    wrong: tuple[str, ...] = ()
    """About the last line."""

    lines: int = 0

    def hear(self, *lines: str) -> Self:
        """Type lines, a second after one another."""
        for line in lines:
            self.lines += 1
            turn = heard(self.session, line, NOW + timedelta(seconds=self.lines))
            self.session, self.said = turn.session, turn.said
            self.wrong = tuple(map(say_problem, turn.wrong))
        return self

    def rating(self, item: str) -> Rating:
        """What is kept about an item."""
        return self.session.assessment.answer(item)

    @property
    def text(self) -> str:
        """What was said after the last line, as it is heard."""
        return "\n".join(self.said)


def room(*lines: str, people: int | None = None, model: MaturityModel = MODEL, quiet: bool = False) -> Room:
    """A new workshop about four practices in which these lines were typed."""
    of = assessment(digested(model))
    workshop = of.workshop.model_copy(update={"participants": people})
    return resumed(of.model_copy(update={"workshop": workshop}), model=model, quiet=quiet).hear(*lines)


def resumed(
    of: Assessment, *, model: MaturityModel = MODEL, previous: Assessment | None = None, quiet: bool = False
) -> Room:
    """A workshop that goes on."""
    turn = opened(of, model, previous, quiet=quiet)
    return Room(turn.session, turn.said)


def without_time(of: Assessment) -> Assessment:
    """The same, whenever it was changed."""
    return of.model_copy(update={"updated": NOW})
