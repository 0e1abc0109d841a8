"""Narrowing the list: what there is of each kind, with how many assessments have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.search import Term, query_of, toggled
from culture_tui.language import _, marked
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.search_words import field_names, search_words, status_names
from culture_tui.tui.widgets.lines import plain, spread
from culture_tui.tui.widgets.row_list import MARK, NO_MARK

_WIDTH = 44
"""Of a line behind its mark: a window in a terminal of 60 columns has so many cells."""

_MOST_SHOWN = 200
"""Of one kind, those that most assessments have; the search line takes any other."""


class FilterDialog(CultureDialog[str]):
    """A list to pick from; what is picked is a part of the search."""

    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "pick",
            marked("Pick"),
            id="filter.pick",
            tooltip=marked("Pick this one too, or take it away."),
        ),
        Binding(
            "backspace,delete",
            "clear",
            marked("Show all"),
            id="filter.clear",
            tooltip=marked("Pick nothing: show all assessments."),
        ),
        Binding(
            "escape,f",
            "close",
            marked("Done"),
            id="filter.close",
            tooltip=marked("Close this window; the list shows what is picked."),
        ),
    ]

    def __init__(self, counts: Mapping[str, Counter[str]], typed: str) -> None:
        """Pick from values.

        Args:
            counts: by field, each value with how many have it.
            typed: what is looked for already.
        """
        super().__init__()
        self._counts = counts
        self._typed = typed
        self._terms: list[Term | None] = []

    def compose(self) -> ComposeResult:
        """A section a field."""
        with Vertical(classes="dialog"):
            yield Static(plain(_("Filter")), classes="dialog-title")
            yield OptionList(id="values", compact=True)
            yield Static(
                plain(_("Enter shows these, Space picks more, Backspace shows all.")), classes="dialog-foot"
            )

    def on_mount(self) -> None:
        """Show the values."""
        self._show(0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pick it, and that is all."""
        term = self._terms[event.option_index]
        if term is not None:
            self.dismiss(self._typed if term in self._picked() else self._with(term))

    def action_pick(self) -> None:
        """Pick it, and go on picking."""
        at = self.query_one(OptionList).highlighted
        term = None if at is None else self._terms[at]
        if at is not None and term is not None:
            self._typed = self._with(term)
            self._show(at)

    def action_clear(self) -> None:
        """Show all."""
        self.dismiss("")

    def action_close(self) -> None:
        """Show what is picked."""
        self.dismiss(self._typed)

    def _with(self, term: Term) -> str:
        return toggled(self._typed, term, search_words())

    def _picked(self) -> tuple[Term, ...]:
        return query_of(self._typed, search_words())

    def _show(self, at: int) -> None:
        options, lines = self.query_one(OptionList), list(self._lines())
        self._terms = [term for term, _text in lines]
        options.clear_options()
        options.add_options([Option(Text(text, no_wrap=True), disabled=term is None) for term, text in lines])
        first = next((index for index, term in enumerate(self._terms) if term is not None), None)
        options.highlighted = at or first

    def _lines(self) -> Iterator[tuple[Term | None, str]]:
        """A line a value, a heading a field that has any."""
        picked, names, statuses = self._picked(), field_names(), status_names()
        for field, counter in self._counts.items():
            ordered = sorted(counter, reverse=True) if field == "date" else None
            values = (
                [(value, counter[value]) for value in ordered]
                if ordered
                else counter.most_common(_MOST_SHOWN)
            )
            if values:
                yield None, names[field].capitalize()
            for value, count in values:
                term = Term(field, value, is_whole=field != "date")
                mark = MARK if term in picked else NO_MARK
                said = statuses.get(value, value) if field == "status" else clean_line(value)
                yield term, mark + spread(said, f"{count:,}", _WIDTH)
