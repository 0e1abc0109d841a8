"""Results: what holds us back comes first, and every number explains itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
from culture_tui.reports.explaining import OVERALL
from culture_tui.reports.profile import profile_document
from culture_tui.tui.profile_view import (
    Section,
    drill_down,
    explanation,
    header_line,
    overall_lines,
    rows,
    talk,
)
from culture_tui.tui.screens.base import AROUND_A_LINE, HIGH
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.screens.workshop_screen import EXPORT, RESULTS, ROADMAP, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import clipped, plain, wrapped

_OTHER_LINES: Final = 4
"""Title, names of the columns, saved line, keys."""

_LEAST_LINES: Final = 4
"""What the whole is, what holds it back, a gate and a contradiction are seen on any screen."""


class ResultsScreen(WorkshopScreen):
    """Shows the profile of what is rated so far."""

    HELP = marked(
        "A bar is the score, the dots behind it lead to the target. The level is the one that nearly all "
        "practices hold. w tells how the numbers of a line came about, o those of the whole; Enter goes "
        "deeper, to the practices of a dimension and their votes. c tells what is worth a talk."
    )
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "w",
            "why",
            marked("Why"),
            id="results.why",
            tooltip=marked("Tell how the numbers of this line came about."),
        ),
        Binding(
            "o",
            "why_overall",
            marked("Why overall"),
            id="results.why-overall",
            show=False,
            tooltip=marked("Tell how the overall level came about."),
        ),
        Binding(
            "c",
            "talk",
            marked("Contradictions"),
            id="results.contradictions",
            show=False,
            tooltip=marked("Tell where the ratings contradict each other, and which symptoms were seen."),
        ),
        replace(ROADMAP, show=True),
        replace(RESULTS, description=marked("Back to scoring"), tooltip=marked("Go back to scoring.")),
        EXPORT,
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="results.back",
            key_display="Esc",
            tooltip=marked("Go back to the screen before this one."),
        ),
    ]

    def content(self) -> Iterable[Widget]:
        """Overall, then a line a dimension."""
        yield Static(id="overall")
        yield Static(id="columns")
        yield OptionList(id="rows", compact=True)

    def on_resize(self, event: Resize) -> None:
        """The bars take what room there is."""
        del event
        self.show_all()

    def show_all(self) -> None:
        """Show the profile as it is now."""
        super().show_all()
        assessment = self.workshop.assessment
        found = profile(assessment)
        self.query_one(TopBar).show(self.titled(_("Results")), f"{assessment.workshop.date}")
        width = self.size.width - AROUND_A_LINE
        self.query_one("#columns", Static).update(plain(header_line(assessment.model.top, width)))
        listed = rows(assessment, found, width)
        said = self._overall(overall_lines(assessment, self.workshop.model, found), len(listed))
        self.query_one("#overall", Static).update(plain("\n".join(said)))
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(
            [
                Option(Text(row.text, style="bold" if row.is_part else "", no_wrap=True), row.id)
                for row in listed
            ]
        )
        options.highlighted = min(at or 0, len(listed) - 1)

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The profile."""
        return "profile", lambda words: profile_document(
            self.workshop.assessment, words, self.workshop.model.symptoms
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Explain the line and what stands a step below it."""
        row_id, assessment = str(event.option.id), self.workshop.assessment
        self._explain(row_id, drill_down(assessment, profile(assessment), row_id))

    def action_why(self) -> None:
        """Explain the line that the cursor is on."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._explain(str(options.get_option_at_index(options.highlighted).id))

    def action_why_overall(self) -> None:
        """Explain the whole."""
        self._explain(OVERALL)

    def action_talk(self) -> None:
        """Show contradictions and symptoms."""
        assessment = self.workshop.assessment
        said = talk(assessment, self.workshop.model, profile(assessment))
        self.app.push_screen(TextDialog(_("Worth a talk"), (), said))

    def _overall(self, said: Sequence[str], rows_below: int) -> list[str]:
        """The sentences above the bars, two lines each at most where the bars need the room."""
        width = max(20, self.size.width - 2)
        if self.size.height >= HIGH:
            return list(said)
        room = max(_LEAST_LINES, self.size.height - _OTHER_LINES - rows_below)
        lines: list[str] = []
        for number, sentence in enumerate(said, start=1):
            left = room - len(lines)
            share = min(2, left - max(0, min(left - 1, len(said) - number)))
            lines += clipped(wrapped(sentence, width), share, width) if share > 0 else []
        return lines

    def _explain(self, row_id: str, below: Sequence[Section] = ()) -> None:
        model, assessment = self.workshop.assessment.model, self.workshop.assessment
        table = model.dimensions if row_id in model.dimensions else model.parts
        title = table[row_id].title if row_id in table else _("Overall")
        said = explanation(assessment, profile(assessment), row_id)
        self.app.push_screen(TextDialog(_("Why: {title}").format(title=title), said, below))
