"""What is still open: votes that stayed split, what was parked, what nobody has rated."""

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

from culture_tui.domain.safe_text import clean_line
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.document import Document
from culture_tui.reports.left_open import OpenRow, OpenSection, open_document, open_sections
from culture_tui.reports.talking import talk_sections
from culture_tui.tui.screens.base import AROUND_A_LINE
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.screens.workshop_screen import EXPORT, OPEN, RESULTS, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain, spread
from culture_tui.tui.workshop import OpenWorkshop

_NARROW: Final = 70
"""Below this width a contradiction needs the whole line: two of them may begin alike."""


def sections_of(workshop: OpenWorkshop) -> list[OpenSection]:
    """The sections of the list, from the top; what else is open gets a section of its own here."""
    words = interface_words()
    talks = talk_sections(workshop.assessment, workshop.model, words)
    rows = tuple(OpenRow(what, _("why, and what to ask"), told=said) for what, said in talks)
    heading = _("Contradictions to talk about") + f" ({len(rows)})"
    return [*open_sections(workshop.assessment, words), *([OpenSection(heading, rows)] if rows else [])]


class OpenPracticesScreen(WorkshopScreen):
    """Shows what is still open; Enter goes to it."""

    HELP = marked(
        "What the group left open on purpose comes first, then what it has not talked about, then what "
        "contradicts itself. "
        "Enter goes to a line's question; a level, or a reason to leave it out, takes it off this list."
    )
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(RESULTS, show=True),
        replace(OPEN, description=marked("Back"), tooltip=marked("Go back to the screen before this one.")),
        EXPORT,
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="open-practices.back",
            tooltip=marked("Go back to the screen before this one."),
        ),
    ]

    def __init__(self, workshop: OpenWorkshop) -> None:
        super().__init__(workshop)
        self._rows: dict[str, OpenRow] = {}

    def content(self) -> Iterable[Widget]:
        """What it is about, then a line for each."""
        yield Static(id="nothing-open")
        yield OptionList(id="open-rows", compact=True)

    def on_resize(self, event: Resize) -> None:
        """The titles take what room there is."""
        super().on_resize(event)
        self.show_all()

    def show_all(self) -> None:
        """Show what is open now; what has arisen is seen here."""
        super().show_all()
        self.workshop.in_sight = self.workshop.in_sight.opened()
        self.query_one(TopBar).show(self.titled(_("Still open")), f"{self.workshop.assessment.workshop.date}")
        sections = sections_of(self.workshop)
        said = "" if sections else _("Nothing is open: g shows the results, m the roadmap.")
        self.query_one("#nothing-open", Static).update(plain(said))
        self.query_one("#nothing-open").display = not sections
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(self._options(sections))
        options.display = bool(sections)
        if at is not None and at < options.option_count:
            options.highlighted = at
        elif sections:
            options.action_first()

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The list, for those who deal with it between two workshops."""
        return "open", lambda words: open_document(self.workshop.assessment, words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to its question, or tell what there is to ask about a contradiction."""
        row = self._rows[str(event.option.id)]
        item = row.item
        if row.told:
            self.app.push_screen(TextDialog(row.title, (), ((_("To talk about"), row.told),)))
        elif item is not None:
            from culture_tui.tui.screens.scoring import ScoringScreen

            self.workshop.current = item
            self.open_room(ScoringScreen)

    def _options(self, sections: Sequence[OpenSection]) -> list[Option]:
        self._rows, options = {}, []
        for section in sections:
            options.append(Option(Text(clean_line(section.heading), no_wrap=True), disabled=True))
            for row in section.rows:
                key = f"row-{len(options)}"
                self._rows[key] = row
                options.append(Option(self._line(row), key))
        return options

    def _line(self, row: OpenRow) -> Text:
        width = max(20, self.size.width - AROUND_A_LINE)
        said = "" if row.told and width < _NARROW else clean_line(row.said)
        return Text(spread(f"  {clean_line(row.title)}", said, width), no_wrap=True)
