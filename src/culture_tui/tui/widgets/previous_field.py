"""The field that offers the assessment before this one, where the same people were asked before."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Select, Static

from culture_tui.domain.records import Subject
from culture_tui.language import _
from culture_tui.storage.previous import Suggested, suggested_previous
from culture_tui.tui.widgets.lines import plain

_NONE: Final = ""
"""Stands for going without one."""


class PreviousField(Horizontal):
    """Shown only where there is something to offer; what is offered is taken unless it is declined."""

    def __init__(self, folder: Path, model_id: str) -> None:
        """Look among the assessments of a folder for those of a model."""
        super().__init__(classes="row")
        self._folder = folder
        self._model_id = model_id

    def compose(self) -> ComposeResult:
        """Name and choice."""
        yield Static(plain(_("Last time")), classes="field-name")
        yield Select[str]([], allow_blank=True, compact=True)

    def on_mount(self) -> None:
        """There is nothing to offer yet."""
        self.display = False

    @property
    def chosen(self) -> str | None:
        """The id of the earlier assessment that was offered and not declined."""
        value = self.query_one(Select).value
        return value if self.display and isinstance(value, str) and value != _NONE else None

    def look_for(self, subject: Subject | None) -> None:
        """Look for an earlier assessment of these people in the background; None: there is nobody yet."""
        self.run_worker(self._look(subject), exclusive=True)

    async def _look(self, subject: Subject | None) -> None:
        if subject is None:
            self._offer(None)
        else:
            self._offer(await asyncio.to_thread(suggested_previous, self._folder, subject, self._model_id))

    def _offer(self, found: Suggested | None) -> None:
        self.display = found is not None
        if found is not None:
            told = _("{date}, {about}").format(date=found.date, about=found.about)
            select = self.query_one(Select)
            declined = select.value == _NONE
            select.set_options([(plain(told), found.id), (plain(_("begin without it")), _NONE)])
            select.value = _NONE if declined else found.id
