"""The field that takes a file of votes, has it read in the background, and says what is in it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from culture_tui.domain.gathering import VotesFound
from culture_tui.language import _, interface_words, marked, say_problem
from culture_tui.reports.gathering import found_text
from culture_tui.storage.model_files import LoadedModel
from culture_tui.storage.workspace import Workspace
from culture_tui.tui.messages import VoteFilesSeen, VotesRead
from culture_tui.tui.vote_files import offer, vote_files, votes_in
from culture_tui.tui.widgets.lines import plain


class _NoLongerWantedError(Exception):
    """Another file was named, or the form was left."""


class VotesField(Vertical):
    """A line to type in, and below it what the file holds or what is wrong with it."""

    HELP = marked(
        "A CSV file with the answers of a form or a survey tool. They become a round before the first one; "
        "nothing that tells who answered is kept."
    )

    def __init__(self, loaded: LoadedModel, place: Workspace) -> None:
        super().__init__()
        self._loaded = loaded
        self._place = place
        self._files: list[str] = []
        self._about = ""
        self._reading = False
        self.found: VotesFound | None = None
        self.wrong = ""

    def compose(self) -> ComposeResult:
        """The name of the field, the field, and what is said of it."""
        field = Input(id="votes", placeholder=_("CSV file; may be empty"), compact=True)
        yield Horizontal(
            Static(plain(_("Votes gathered before")), classes="field-name"), field, classes="row"
        )
        yield Static(id="gathered")

    def on_mount(self) -> None:
        """Look for files to offer."""
        self._say("")
        self.run_worker(
            lambda: self.post_message(VoteFilesSeen(vote_files(self._place))), thread=True, group="files"
        )

    def on_resize(self) -> None:
        """What is said of the file must not be out of sight."""
        if self.has_focus_within:
            self.scroll_visible(animate=False)

    @on(Input.Changed, "#votes")
    def forget(self) -> None:
        """What was said is about another file."""
        if self.is_unread:
            self._about, self.found, self.wrong, self._reading = "", None, "", False
            self.workers.cancel_group(self, "votes")
            self._say("" if self.typed else offer(self._files))

    @on(Input.Blurred, "#votes")
    def read(self) -> None:
        """Read the file that is named, unless that was done."""
        if not self.is_unread:
            return
        typed = self.typed
        self._about, self.found, self.wrong, self._reading = typed, None, "", True
        self._say(_("Reading the file…"))
        self.run_worker(lambda: self._read(typed), thread=True, exclusive=True, group="votes")

    @property
    def typed(self) -> str:
        """What is in the field; empty where no votes were gathered."""
        return self.query_one(Input).value.strip()

    def refuse(self, said: str) -> None:
        """Say why these votes cannot be used here, and go to them."""
        self.wrong = said
        self._say(said)
        self.query_one(Input).focus()

    def forgive(self) -> None:
        """A file that was wrong may have been put right by now: it counts as not read."""
        if self.wrong:
            self._about, self.wrong = "", ""

    @property
    def is_unread(self) -> bool:
        """Whether nobody has looked yet into the file that is named now."""
        return self.typed != self._about

    def is_reading(self) -> bool:
        """Whether what is in the file is still to be told; has it read where nobody has."""
        self.read()
        return self._reading

    def on_vote_files_seen(self, message: VoteFilesSeen) -> None:
        """Offer the files that are there."""
        self._files = message.files
        self.query_one(Input).suggester = SuggestFromList(message.files, case_sensitive=False)
        if not self.typed:
            self._say(offer(self._files))

    def on_votes_read(self, message: VotesRead) -> None:
        """Say what is in the file; what is said too late is about another one."""
        if message.typed == self._about:
            self.found, self.wrong, self._reading = message.found, message.wrong, False
            self._say(message.wrong if message.found is None else self._told(message.found))

    def _told(self, found: VotesFound) -> str:
        words = found_text(found, self._loaded.skeleton(), interface_words())
        return " · ".join([words, *map(say_problem, found.warnings)])

    def _say(self, said: str) -> None:
        line = self.query_one("#gathered", Static)
        line.display = bool(said)
        line.set_class(bool(self.wrong), "-wrong")
        line.update(plain(said))

    def _read(self, typed: str) -> None:
        """In a thread: the screen stays alive while a large file is read."""
        worker = get_current_worker()

        def follow(_line: int) -> None:
            if worker.is_cancelled:
                raise _NoLongerWantedError

        try:
            found, wrong = votes_in(self._place, typed, self._loaded, follow)
        except _NoLongerWantedError:
            return
        self.post_message(VotesRead(typed, found, wrong))
