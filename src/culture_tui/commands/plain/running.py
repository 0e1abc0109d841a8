"""Asking until everything is said: each line is on disk before the next question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from culture_tui.commands.plain.beginning import Begun, PlainOptions, begun, is_new, resumed
from culture_tui.commands.plain.conversation import heard, opened, prompt
from culture_tui.commands.plain.framing import leave
from culture_tui.commands.plain.listening import StoppedError, Talk
from culture_tui.commands.plain.session import Casting, Given, Session, Turn
from culture_tui.commands.settings import Settings
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot
from culture_tui.errors import NotWrittenError, Phrase, Place, Problem
from culture_tui.language import _, interface_words
from culture_tui.reports.aloud_whole import closing_line
from culture_tui.storage.ballots import BallotBox
from culture_tui.storage.reading import shown
from culture_tui.storage.saver import NotSaved, Saved, Saver, SaveState

_SETTLE_SECONDS: Final = 10.0


def run(settings: Settings, path: Path | None, model_name: str | None, options: PlainOptions) -> int:
    """Start or resume a workshop and ask until the input ends; the exit status.

    Raises:
        NotWrittenError: an answer could not be saved.
        UnsoundInputError: a line was not understood, and the run is strict.
    """
    talk = Talk(strict=options["strict"])
    with talk.ending_cleanly():
        try:
            if path is not None and not is_new(path):
                workshop = resumed(settings, path, model_name, options)
            else:
                workshop = begun(settings, path, model_name, options, talk)
        except StoppedError as error:
            return error.exit_status
        return _Workshop(workshop, talk).ask_all(workshop, quiet=options["quiet"])


class _Workshop:
    """Hears line by line, and keeps what is on disk the same as what was said."""

    def __init__(self, workshop: Begun, talk: Talk) -> None:
        self._talk = talk
        self._path = workshop.path
        self._state: SaveState | None = None
        self._told_moved = self._told_unkept = False
        self._box = BallotBox(workshop.assessment, workshop.path)
        self._saver = Saver(workshop.path, workshop.digest, self._note_state)

    def ask_all(self, workshop: Begun, *, quiet: bool) -> int:
        """Ask from the first unanswered item on; 0, or more where a signal ended it."""
        status = 0
        ballots = self._box.under_way(workshop.assessment)
        turn = opened(workshop.assessment, workshop.model, workshop.previous, ballots=ballots, quiet=quiet)
        session = turn.session
        try:
            if not workshop.is_on_disk:
                self._keep(session.assessment)
            self._talk.say(*workshop.told, *turn.said)
            while not session.ended:
                try:
                    turn = self._turn(session)
                except StoppedError as error:
                    status = error.exit_status
                    self._talk.say("")
                    turn = leave(session, Given("", _now()))
                session = self._taken(session, turn)
        finally:
            self._saver.close()
            self._box.close()
        if status:
            self._talk.say(_("Stopped from outside."))
        self._talk.say(closing_line(session.assessment, interface_words()), _("Saved in:"))
        click.echo(str(self._path))
        return status

    def _turn(self, session: Session) -> Turn:
        """What comes of the next line; of the end of input, the end."""
        question = prompt(session)
        secret = isinstance(session.pending, Casting)
        line = self._talk.ask_secretly(question) if secret else self._talk.ask(question)
        if line is None:
            return leave(session, Given("", _now()))
        return heard(session, line, _now())

    def _taken(self, before: Session, turn: Turn) -> Session:
        """Save what a line changed; only then say what came of it."""
        if turn.session.assessment is not before.assessment:
            self._keep(turn.session.assessment)
        self._keep_ballots(before.ballots, turn.session.ballots)
        self._talk.complain(turn.wrong)
        self._talk.say(*turn.said)
        return turn.session

    def _keep(self, assessment: Assessment) -> None:
        self._saver.save(assessment)
        settled = self._saver.settle(_SETTLE_SECONDS)
        state = self._state
        if isinstance(state, NotSaved):
            raise NotWrittenError(_with_copy(state))
        if not settled:
            raise NotWrittenError(Problem(Phrase("is not on disk yet"), Place(shown(self._path))))
        if isinstance(state, Saved) and state.moved and not self._told_moved:
            self._told_moved = True
            said = _("Somebody else changed the file. Theirs stays; yours is beside it: {file}")
            self._talk.say(said.format(file=shown(state.path)))

    def _keep_ballots(self, before: Sequence[Ballot], after: Sequence[Ballot]) -> None:
        """Have votes of rounds under way on disk, beside the assessment and not in it."""
        if before == after:
            return
        going_on = {(each.mode, each.item) for each in after}
        for each in before:
            if (each.mode, each.item) not in going_on:
                self._box.drop(each)
        for each in after:
            if each not in before:
                self._box.keep(each)
        kept = self._box.settle(_SETTLE_SECONDS)
        if not kept and not self._told_unkept:
            self._talk.say(_("These votes cannot be kept on disk."))
        self._told_unkept = not kept

    def _note_state(self, state: SaveState) -> None:
        self._state = state
        if isinstance(state, Saved) and state.moved:
            self._path = state.path


def _with_copy(state: NotSaved) -> Problem:
    """What went wrong, and where a copy of the answers is."""
    if state.recovery is None:
        return state.problem
    hint = Phrase("a copy of all answers is in {file}", file=shown(state.recovery))
    return Problem(state.problem.what, state.problem.place, hint)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
