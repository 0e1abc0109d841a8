"""A workshop line by line: for screen readers, pipes and scripts.

Questions go to standard error, so that what a script reads from standard output is only the
file's name at the end. Every answer is saved before the next question is asked.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from culture_tui.commands.settings import Settings
from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import awaits_the_room, gathered_round
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import coverage_of, is_answered, items_in_scope, next_unanswered
from culture_tui.domain.records import Subject, Workshop
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.domain.values import LONGEST_LINE
from culture_tui.errors import NotWrittenError, Phrase, Place, Problem, UnsoundInputError, WrongUsageError
from culture_tui.language import _, in_use, interface_words, say_error
from culture_tui.reports.gathering import aloud, people_text
from culture_tui.reports.wording import level_text
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.model_files import DEFAULT_MODEL, find_model, needed_model_of
from culture_tui.storage.reading import exists, shown
from culture_tui.storage.saver import NotSaved, Saved, Saver, SaveState
from culture_tui.storage.starting import start
from culture_tui.storage.workspace import folders_for, workspace

_SETTLE_SECONDS: Final = 10.0


def run(settings: Settings, path: Path | None, model_name: str | None) -> None:
    """Start or resume a workshop and ask until everything is answered or the input ends.

    Raises:
        NotWrittenError: an answer could not be saved.
    """
    place = workspace(settings.workspace)
    if path is not None and exists(path):
        stored = load_assessment(path)
        folders = folders_for(place, path)
        if stored.assessment.status == "final":
            what = Phrase("the assessment is final: it can be read and exported, not changed")
            raise UnsoundInputError(Problem(what, Place(shown(path))))
        loaded = needed_model_of(stored.assessment.model, folders, path, model_name)
        PlainWorkshop(stored.assessment, loaded.model, path, stored.digest).ask_all()
        return
    loaded = find_model(model_name or DEFAULT_MODEL, place.model_folders)
    subject = Subject(organisation=_organisation(), unit=_name(_("Unit (may be empty)")))
    today = datetime.now().astimezone()
    assessment, file = start(path or place, loaded, subject, Workshop(date=today.date()), in_use(), today)
    PlainWorkshop(assessment, loaded.model, file, None).ask_all()


class PlainWorkshop:
    """Asks practice by practice and saves as it goes."""

    def __init__(self, assessment: Assessment, model: MaturityModel, path: Path, digest: str | None) -> None:
        self._assessment = assessment
        self._model = model
        self._path = path
        self._is_new = digest is None
        self._state: SaveState | None = None
        self._saver = Saver(path, digest, self._note_state)

    def ask_all(self) -> None:
        """Ask from the first unanswered practice on."""
        try:
            self._ask_in_order()
        finally:
            self._saver.close()
        covered = coverage_of(self._assessment, items_in_scope(self._assessment))
        said = _("{rated} of {applicable} rated. Saved in:")
        self._say(said.format(rated=covered.rated, applicable=covered.applicable))
        click.echo(str(self._path))

    def _ask_in_order(self) -> None:
        self._say(_commands())
        if awaits_the_room(self._assessment):
            self._say(people_text(self._assessment.workshop.gathered or 0, interface_words()))
        if self._is_new:
            self._keep(self._assessment)
        practice = next_unanswered(self._assessment)
        order = items_in_scope(self._assessment)
        while practice is not None:
            self._read_aloud(practice)
            step = self._ask(practice)
            if step is None:
                break
            position = order.index(practice) + step
            practice = order[max(0, position)] if position < len(order) else None

    def _read_aloud(self, key: str) -> None:
        read = asked(self._assessment, self._model, key)
        order = items_in_scope(self._assessment)
        self._say("")
        self._say(f"{order.index(key) + 1} / {len(order)}  {read.group}: {read.title}")
        self._say(read.question or read.title)
        for level, (_name, text) in enumerate(read.levels, start=1):
            self._say(f"  {level_text(self._assessment.model, level)}: {text}")
        gathered = gathered_round(self._assessment, key)
        if gathered is not None:
            self._say(aloud(gathered, interface_words()))
        rating = self._assessment.answer(key)
        if rating.level is not None:
            self._say(
                _("Rated so far: {level}").format(level=level_text(self._assessment.model, rating.level))
            )

    def _ask(self, key: str) -> int | None:
        """Take answers until one leads on: how many practices forward, None to end."""
        while (answer := _asked(asked(self._assessment, self._model, key).title)) is not None:
            word, _space, rest = answer.partition(" ")
            moves = {"quit": None, "q": None, "back": -1, "b": -1, "skip": 1, "s": 1, "": 1}
            if not rest and word.lower() in moves:
                return moves[word.lower()]
            try:
                changed = self._changed(key, word.lower(), rest.strip())
            except UnsoundInputError as error:
                self._say("\n".join(say_error(error)))
                continue
            if changed is None:
                self._say(_("Not understood.") + " " + _commands())
                continue
            self._keep(changed)
            if is_answered(changed, key) and word.lower() not in {"note", "target"}:
                return 1
        return None

    def _changed(self, key: str, word: str, rest: str) -> Assessment | None:
        """The assessment with an answer taken in; None where the answer is not understood."""
        match word, rest:
            case ("na" | "n/a", reason) if reason:
                return self._assessment.with_not_applicable(key, reason, _now())
            case ("note", text) if text:
                return self._assessment.with_note(key, text, _now())
            case ("target", level) if self._is_level(level):
                return self._assessment.with_target(key, int(level), _now())
            case (level, "") if self._is_level(level):
                return self._assessment.with_level(key, int(level), _now())
        return None

    def _is_level(self, text: str) -> bool:
        levels = range(1, self._assessment.model.top + 1)
        return text in map(str, levels)

    def _keep(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._saver.save(assessment)
        settled = self._saver.settle(_SETTLE_SECONDS)
        if isinstance(self._state, NotSaved):
            raise NotWrittenError(self._state.problem)
        if not settled:
            raise NotWrittenError(Problem(Phrase("is not on disk yet"), Place(shown(self._path))))

    def _note_state(self, state: SaveState) -> None:
        self._state = state
        if isinstance(state, Saved) and state.moved:
            self._path = state.path

    def _say(self, text: str) -> None:
        click.echo(clean(text), err=True)


def _commands() -> str:
    return _("Answer with a level, or: na REASON, note TEXT, target LEVEL, skip, back, quit.")


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def _asked(prompt: str) -> str | None:
    """One line of input, cleaned; None where the input has ended."""
    click.echo(f"{clean_line(prompt)}: ", nl=False, err=True)
    line = sys.stdin.readline()
    return clean_line(line.strip()) if line else None


def _organisation() -> str:
    answer = _name(_("Organisation"))
    if not answer:
        raise WrongUsageError(Problem(Phrase("a workshop needs the name of an organisation")))
    return answer


def _name(prompt: str) -> str:
    answer = _asked(prompt) or ""
    if len(answer) > LONGEST_LINE:
        raise WrongUsageError(Problem(Phrase("longer than {bound} characters", bound=LONGEST_LINE)))
    return answer
