"""Results: what holds us back comes first, and every number explains itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from gettext import NullTranslations
from typing import ClassVar, Final

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.domain.scoring import profile
from culture_tui.errors import CultureError
from culture_tui.language import _, marked, say_error
from culture_tui.reports.charts import CHARTS, ChartKind
from culture_tui.reports.document import Document
from culture_tui.reports.explaining import OVERALL
from culture_tui.reports.profile import profile_document
from culture_tui.tui.chart_view import Room, chart_of, sentence_for
from culture_tui.tui.profile_view import Section, drill_down, explanation, overall_lines, talk
from culture_tui.tui.screens.base import AROUND_A_LINE, HIGH
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.screens.workshop_screen import EXPORT, RESULTS, ROADMAP, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import clipped, plain, wrapped
from culture_tui.tui.widgets.radar import Radar

_OTHER_LINES: Final = 4
"""Title, names of the columns, saved line, keys."""

_MARGINS: Final = 2
"""Blank lines on a high screen."""

_MOST_SAID: Final = 2
_TWO_SAID: Final = 20
"""From this height on there are two lines to say how to read a chart."""

_MOST_OVERALL: Final = 9
"""Lines, as the stylesheet has them."""

_LEAST_LINES: Final = 4
"""What the whole is, what holds it back, a gate and a contradiction are seen on any screen."""


def _chart_key(key: str, kind: ChartKind, name: str, tooltip: str) -> Binding:
    """A key for one of the charts; the palette knows it by its name."""
    return Binding(key, f"chart('{kind}')", name, id=f"results.{kind}", show=False, tooltip=tooltip)


class ResultsScreen(WorkshopScreen):
    """Shows the profile of what is rated so far."""

    HELP = marked(
        "h goes round three charts: bars, a radar and a heatmap. The level is the one that nearly all "
        "practices hold. w tells how the numbers of a line came about, o those of the whole; Enter goes "
        "deeper, to the practices of a dimension and their votes. c tells what is worth a talk. x writes "
        "the results down, p draws the chart for slides."
    )
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "h",
            "next_chart",
            marked("Chart"),
            id="results.chart",
            tooltip=marked("Show the next chart: bars, radar, heatmap."),
        ),
        _chart_key("1", "bars", marked("Bars"), marked("Show a bar for each dimension.")),
        _chart_key("2", "radar", marked("Radar"), marked("Show the shape of scores and targets.")),
        _chart_key("3", "heatmap", marked("Heatmap"), marked("Show where it is weak, cell by cell.")),
        Binding(
            "p",
            "picture",
            marked("Picture"),
            id="results.picture",
            show=False,
            tooltip=marked("Draw this chart as a picture for slides."),
        ),
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
        replace(EXPORT, show=False),
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="results.back",
            tooltip=marked("Go back to the screen before this one."),
        ),
    ]

    def content(self) -> Iterable[Widget]:
        """Overall, how to read the chart, then a line a dimension, beside a drawing if there is one."""
        yield Static(id="overall")
        yield Static(id="said")
        yield Horizontal(
            Radar(), Vertical(Static(id="columns"), OptionList(id="rows", compact=True)), id="chart"
        )

    def on_resize(self, event: Resize) -> None:
        """The chart takes what room there is."""
        del event
        self.show_all()

    def show_all(self) -> None:
        """Show the profile as it is now."""
        super().show_all()
        assessment, kind = self.workshop.assessment, self.workshop.chart
        found = profile(assessment)
        self.query_one(TopBar).show(self.titled(_("Results")), f"{assessment.workshop.date}")
        width = max(20, self.size.width - 2)
        said_lines = _MOST_SAID if self.size.height >= _TWO_SAID else 1
        explained = wrapped(sentence_for(kind, assessment, found), width)[:said_lines]
        sentences = overall_lines(assessment, self.workshop.model, found)
        rows_below = len(found.parts) + len(found.dimensions) + len(explained)
        overall = self._overall(sentences, rows_below)[:_MOST_OVERALL]
        margins = _MARGINS if self.size.height >= HIGH else 0
        high = self.size.height - _OTHER_LINES + 1 - len(overall) - len(explained) - margins
        chart = chart_of(kind, assessment, found, Room(self.size.width - AROUND_A_LINE, high))
        self.query_one("#overall", Static).update(plain("\n".join(overall)))
        self._show_line("#said", "\n".join(clipped(wrapped(chart.said, width), said_lines, width)))
        self._show_line("#columns", chart.columns)
        self.query_one(Radar).show(chart.drawing)
        options = self.query_one(OptionList)
        at = options.highlighted
        before = None if at is None else options.get_option_at_index(at).id
        options.clear_options()
        options.add_options(
            [
                Option(Text(row.text, style="bold" if row.is_part else "", no_wrap=True), row.id)
                for row in chart.rows
            ]
        )
        order = [row.id for row in chart.rows]
        options.highlighted = order.index(before) if before in order else min(at or 0, len(order) - 1)

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The profile."""
        return "profile", lambda words: profile_document(
            self.workshop.assessment, words, self.workshop.model.symptoms
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go into a dimension; explain a part with its dimensions."""
        row_id, assessment = str(event.option.id), self.workshop.assessment
        if row_id in assessment.model.dimensions:
            from culture_tui.tui.screens.dimension import DimensionScreen

            self.app.push_screen(DimensionScreen(self.workshop, row_id))
        else:
            self._explain(row_id, drill_down(assessment, profile(assessment), row_id))

    def action_next_chart(self) -> None:
        """Show the next kind of chart, after the last one the first."""
        following = CHARTS.index(self.workshop.chart) + 1
        self.action_chart(CHARTS[following % len(CHARTS)])

    def action_chart(self, kind: ChartKind) -> None:
        """Show this kind of chart."""
        self.workshop.chart = kind
        self.show_all()

    async def action_picture(self) -> None:
        """Draw the chart that is shown into the workspace."""
        try:
            drawn = await asyncio.to_thread(self.workshop.draw)
        except CultureError as error:
            self.tell("\n".join(say_error(error)), severe=True)
        else:
            self.tell("\n".join(drawn))

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
            return [line for sentence in said for line in wrapped(sentence, width)]
        room = max(_LEAST_LINES, self.size.height - _OTHER_LINES - rows_below)
        lines: list[str] = []
        for number, sentence in enumerate(said, start=1):
            left = room - len(lines)
            share = min(2, left - max(0, min(left - 1, len(said) - number)))
            lines += clipped(wrapped(sentence, width), share, width) if share > 0 else []
        return lines

    def _show_line(self, where: str, text: str) -> None:
        """Show a text, or give its room away where it is empty."""
        line = self.query_one(where, Static)
        line.display = bool(text)
        line.update(plain(text))

    def _explain(self, row_id: str, below: Sequence[Section] = ()) -> None:
        model, assessment = self.workshop.assessment.model, self.workshop.assessment
        table = model.dimensions if row_id in model.dimensions else model.parts
        title = table[row_id].title if row_id in table else _("Overall")
        said = explanation(assessment, profile(assessment), row_id)
        self.app.push_screen(TextDialog(_("Why: {title}").format(title=title), said, below))
