"""The workshop that is open: its newest assessment, the ones before it, and who saves them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations
from pathlib import Path
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Voting
from culture_tui.domain.in_sight import InSight
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.modes import place_in
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.previous import LastTime, last_time
from culture_tui.domain.progress import items_in_scope, next_unanswered
from culture_tui.domain.settings import Settings
from culture_tui.errors import CultureError, NotWrittenError, Phrase, Problem, UnsoundInputError
from culture_tui.language import _, catalogue, say, say_error
from culture_tui.reports.charts import ChartKind
from culture_tui.reports.document import Document
from culture_tui.reports.markdown import markdown
from culture_tui.storage.assessment_files import to_table
from culture_tui.storage.ballots import BallotBox
from culture_tui.storage.previous import previous_of
from culture_tui.storage.reading import shown
from culture_tui.storage.saver import NotSaved, Saver, SaveState
from culture_tui.storage.workspace import Workspace
from culture_tui.storage.writing import unused, write_bytes
from culture_tui.tui.messages import SaveStateChanged
from culture_tui.tui.pacing import WorkshopClock

_SETTLE_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class History:
    """What led to an assessment."""

    after: Assessment

    before: tuple[tuple[Assessment, str, str], ...]
    """Each assessment before, the item at hand then, and the kind of the change; the oldest first."""


class OpenWorkshop:
    """Takes changes in, hands them to the saver, and keeps what was before for undo."""

    voting: Voting | None = None
    """The vote for which the laptop goes round just now, whatever screen shows it."""

    def __init__(
        self,
        assessment: Assessment,
        model: MaturityModel,
        path: Path,
        digest: str | None,
        workspace: Workspace,
        report: Callable[[SaveStateChanged], object],
    ) -> None:
        """Open an assessment.

        Args:
            assessment: as it was read, or new.
            model: the full model that it is rated against.
            path: its file.
            digest: of the file as it was read; None for a new one.
            workspace: where exports go.
            report: told each state of saving, in the saver's thread.
        """
        self.assessment = assessment
        self.model = model
        self.path = path
        self.is_new = digest is None
        self.workspace = workspace
        self.chart: ChartKind = "bars"
        self.ballots = BallotBox(assessment, path)
        under_way = [ballot.item for ballot in self.ballots.under_way(assessment)]
        self.current = (*under_way, next_unanswered(assessment) or items_in_scope(assessment)[0])[0]
        self.settings = Settings()
        self.clock: WorkshopClock | None = None
        self.saved_at: datetime | None = None
        self.previous: Assessment | None = None  # the assessment before this one, once it is read
        self.in_sight = InSight()
        self._before: list[tuple[Assessment, str, str]] = []
        self.said, self.failed = _("nothing new to save in {file}").format(file=shown(Path(path.name))), False
        self.recovery: Path | None = None
        self._report = report
        self._saver = Saver(path, digest, self._take_state)
        if digest is None:
            self._saver.save(assessment)

    @property
    def is_final(self) -> bool:
        """Whether the assessment may be read and exported but not changed."""
        return self.assessment.status == "final"

    def change(self, after: Assessment, kind: str = "") -> None:
        """Take a change in and have it saved.

        Changes of one kind in a row, such as the words of a note, are taken back together.

        Raises:
            UnsoundInputError: the assessment is final.
        """
        if self.is_final:
            what = Phrase("the assessment is final: it can be read and exported, not changed")
            raise UnsoundInputError(Problem(what))
        if not kind or not self._before or self._before[-1][2] != kind:
            self._before.append((self.assessment, self.current, kind))
        self.follow(after)

    def follow(self, after: Assessment) -> None:
        """Save what follows from what people did, and is not theirs to take back."""
        self.in_sight = self.in_sight.changed(self.assessment, after, self.model.symptoms)
        self.assessment = after
        self.current = place_in(after, self.current)
        self._saver.save(after)

    def restate(self, after: Assessment) -> None:
        """Make it final, or reopen it; taken back like a change, as long as the program is open."""
        self._before.append((self.assessment, self.current, ""))
        self.follow(after)

    def go_on(self, voting: Voting) -> bool:
        """Take the next step of a vote that goes round, and keep its votes; whether they have changed."""
        before, self.voting = self.voting, voting
        if before is not None and voting.ballot == before.ballot:
            return False
        self.ballots.keep(voting.ballot)
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back; of a final assessment it is that it was made final."""
        return bool(self._before)

    def undo(self) -> bool:
        """Go back to before the last change, and to the practice it was about; False where there is none."""
        if not self.can_undo:
            return False
        before, self.current, _kind = self._before.pop()
        self.follow(before.model_copy(update={"updated": now()}))
        return True

    @property
    def history(self) -> History:
        """What can be taken back, and the assessment that it leads to."""
        return History(self.assessment, tuple(self._before))

    def recall(self, history: History) -> None:
        """Go on with what could be taken back when it was open before, where the file still says the same."""
        if to_table(history.after) == to_table(self.assessment):
            self._before = list(history.before)

    def read_previous(self) -> str:
        """Read the assessment before this one, if one is named; what is wrong with it in words. Waits."""
        folders = (self.path.parent, self.workspace.assessments)
        try:
            self.previous = previous_of(self.assessment, folders)
        except CultureError as error:
            return "\n".join(say_error(error))
        return ""

    def last_time(self, item: str) -> LastTime | None:
        """What the assessment before this one holds about an item; None where nothing."""
        if self.previous is None:
            return None
        initiatives = with_own_steps(self.model, self.previous).initiatives
        return last_time(self.previous, self.assessment, item, initiatives)

    def settle(self) -> bool:
        """Wait a moment for the saver; False where something is not on disk."""
        return self._saver.settle(_SETTLE_SECONDS)

    def close(self) -> bool:
        """Finish saving; False where something could not be written."""
        self.ballots.close()
        return self._saver.close()

    def export(self, document: Callable[[NullTranslations], Document], kind: str) -> Path:
        """Write a document in Markdown into the workspace; an export from before is kept.

        Raises:
            NotWrittenError: nothing was written.
        """
        text = markdown(document(catalogue(self.assessment.language)))
        path = unused(self.workspace.exports / f"{self.assessment.id}-{kind}.md")
        write_bytes(path, text.encode("utf-8"))
        return path

    def draw(self) -> list[str]:
        """Draw the chart at hand into the workspace, as SVG and where it can be as PNG; what to tell of it.

        Raises:
            NotWrittenError: nothing was written.
        """
        from culture_tui.reports.pictures import picture
        from culture_tui.reports.pictures.png import png

        svg = picture(self.chart, self.assessment, catalogue(self.assessment.language))
        path = unused(self.workspace.exports / f"{self.assessment.id}-{self.chart}.svg")
        write_bytes(path, svg.encode("utf-8"))
        told = [_("Written to {path}").format(path=shown(path))]
        try:
            drawn = png(svg)
        except NotWrittenError as error:
            return [*told, *say_error(error)]
        beside = unused(path.with_suffix(".png"))
        write_bytes(beside, drawn)
        return [*told, _("Written to {path}").format(path=shown(beside))]

    def _take_state(self, state: SaveState) -> None:
        self.said, self.failed = saved_text(state)
        self.recovery = state.recovery if isinstance(state, NotSaved) else None
        self.saved_at = self.saved_at if isinstance(state, NotSaved) else state.at
        self._report(SaveStateChanged(said=self.said, failed=self.failed))


def saved_text(state: SaveState) -> tuple[str, bool]:
    """What a state of saving is in words, and whether it is a failure."""
    if isinstance(state, NotSaved):
        file = Path(state.problem.place.file).name
        return _("NOT SAVED: {problem} · {file}").format(problem=say(state.problem.what), file=file), True
    if state.moved:
        template = _("saved {time} beside somebody's change, in {file}")
    elif state.made_again:
        template = _("saved {time} after somebody deleted it, in {file}")
    else:
        template = _("saved {time} in {file}")
    return template.format(time=f"{state.at:%H:%M:%S}", file=shown(Path(state.path.name))), False


def now() -> datetime:
    """The time to the second, with its offset."""
    return datetime.now().astimezone().replace(microsecond=0)
