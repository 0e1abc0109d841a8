"""A step into the results: a dimension's practices as lines, each of them open to the bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from gettext import NullTranslations
from typing import ClassVar, Final

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.domain.scoring import profile
from culture_tui.language import _, marked
from culture_tui.reports.document import Document
from culture_tui.reports.profile import profile_document
from culture_tui.reports.wording import title_of
from culture_tui.tui.dimension_view import about_dimension, item_title, practice_header, practice_rows, story
from culture_tui.tui.profile_view import explanation
from culture_tui.tui.screens.base import AROUND_A_LINE, HIGH
from culture_tui.tui.screens.practice import PracticeDialog
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.screens.workshop_screen import RESULTS, ROADMAP, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import clipped, plain, wrapped
from culture_tui.tui.workshop import OpenWorkshop

_OTHER_LINES: Final = 4
"""Title, names of the columns, saved line, keys."""


class DimensionScreen(WorkshopScreen):
    """Shows the practices of one dimension."""

    HELP = marked(
        "A line is a practice: its level, what is aimed at, and how the last round of votes came out. Enter "
        "shows its votes, reasons, evidence and note; s goes to it on the scoring screen."
    )
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "s",
            "score",
            marked("To scoring"),
            id="dimension.score",
            tooltip=marked("Go to this practice where it is scored."),
        ),
        Binding(
            "w",
            "why",
            marked("Why"),
            id="dimension.why",
            tooltip=marked("Tell how the numbers of this dimension came about."),
        ),
        replace(ROADMAP, show=True),
        replace(RESULTS, description=marked("Back to results"), tooltip=marked("Go back to the results.")),
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="dimension.back",
            tooltip=marked("Go back to the results."),
        ),
    ]

    def __init__(self, workshop: OpenWorkshop, dimension: str) -> None:
        super().__init__(workshop)
        self._dimension = dimension

    def content(self) -> Iterable[Widget]:
        """The dimension, then a line a practice."""
        yield Static(id="about")
        yield Static(id="columns")
        yield OptionList(id="rows", compact=True)

    def on_resize(self, event: Resize) -> None:
        """The columns take what room there is."""
        del event
        self.show_all()

    def show_all(self) -> None:
        """Show the practices as they are now."""
        super().show_all()
        assessment, title = self.workshop.assessment, self._title()
        found = profile(assessment)
        way = _("Results › {title}").format(title=title)
        self.query_one(TopBar).show(self.titled(way), f"{assessment.workshop.date}")
        listed = practice_rows(assessment, self._dimension, self.size.width - AROUND_A_LINE)
        said = self._clipped(about_dimension(assessment, found, self._dimension), len(listed))
        self.query_one("#about", Static).update(plain("\n".join(said)))
        self.query_one("#columns", Static).update(plain(practice_header(self.size.width - AROUND_A_LINE)))
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options([Option(Text(row.text, no_wrap=True), row.id) for row in listed])
        options.highlighted = min(at or 0, len(listed) - 1)

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The profile."""
        symptoms = self.workshop.model.symptoms
        return "profile", lambda words: profile_document(self.workshop.assessment, words, symptoms)

    async def action_score(self) -> None:
        """Go to the practice that the cursor is on, where it is scored."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            await self._score(str(options.get_option_at_index(options.highlighted).id))

    def action_why(self) -> None:
        """Tell all about the dimension's numbers."""
        assessment = self.workshop.assessment
        said = explanation(assessment, profile(assessment), self._dimension)
        self.app.push_screen(TextDialog(_("Why: {title}").format(title=self._title()), said))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show all that is kept about a practice."""
        assessment, item = self.workshop.assessment, str(event.option.id)
        way = f"{self._title()} › {item_title(assessment, item)}"
        told = story(assessment, self._dimension, item)

        async def go_on(outcome: str | None) -> None:
            if outcome == "score":
                await self._score(item)

        self.app.push_screen(PracticeDialog(way, told), go_on)

    async def _score(self, item: str) -> None:
        self.workshop.current = item
        await self.run_action("app.room('scoring')")

    def _clipped(self, said: list[str], rows_below: int) -> list[str]:
        """As many lines of the dimension's own numbers as leave room for the practices."""
        width = max(20, self.size.width - 2)
        lines = [line for sentence in said for line in wrapped(sentence, width)]
        if self.size.height >= HIGH:
            return lines
        return clipped(lines, max(2, self.size.height - _OTHER_LINES - rows_below), width)

    def _title(self) -> str:
        return title_of(self.workshop.assessment.model, self._dimension)
