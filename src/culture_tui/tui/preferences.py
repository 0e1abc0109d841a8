"""A person's settings while the program runs: looked into at the start, checked after the first frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import App

from culture_tui.errors import CultureError, Problem
from culture_tui.language import LANGUAGES, _, ngettext, say_problem
from culture_tui.storage.settings_file import checked, key_problem, read_settings, remember
from culture_tui.storage.settings_place import settings_path
from culture_tui.tui.themes import DARK, THEMES
from culture_tui.tui.times import Times

if TYPE_CHECKING:
    from culture_tui.domain.settings import Settings
    from culture_tui.tui.workshop import OpenWorkshop

_MOST_TOLD: Final = 3
_TOLD_SECONDS: Final = 20


class Preferences:
    """What the settings file says; says in turn what is wrong with it."""

    def __init__(self) -> None:
        self.times = Times()
        self._read = read_settings(settings_path())
        self._has_failed = False

    @property
    def theme(self) -> str:
        """The theme to begin with: a look into the file, no more."""
        theme, _name = THEMES.get(self._read.named("theme") or "", (DARK, ""))
        return theme.name

    @property
    def settings(self) -> Settings:
        """All settings, checked."""
        return self._checked[0]

    @cached_property
    def _checked(self) -> tuple[Settings, tuple[Problem, ...]]:
        return checked(self._read, LANGUAGES)

    def serve(self, workshop: OpenWorkshop) -> None:
        """Have a workshop go by the settings; its clocks run, unless they do already or nobody wants them."""
        workshop.settings = self.settings
        if workshop.clock is None and self.settings.clocks:
            from culture_tui.tui.pacing import WorkshopClock

            workshop.clock = WorkshopClock(workshop.assessment, workshop.current, self.settings, self.times)

    def apply(self, app: App[None]) -> None:
        """Give the keys that were asked for, and tell what is wrong; in the background."""
        if self._read.document is not None or self._read.problems:
            app.run_worker(lambda: self._apply(app), thread=True)

    def keymap(self, app: type[App[None]]) -> tuple[dict[str, str], list[Problem]]:
        """The keys that can be given, and all that is wrong with the settings."""
        settings, problems = self._checked
        if not settings.keys:
            return {}, list(problems)
        from culture_tui.tui.keys import usable

        kept, wrong = usable(app, settings.keys)
        told = [key_problem(self._read, name, what, hint) for name, (what, hint) in wrong.items()]
        return kept, [*problems, *told]

    def keep_theme(self, app: App[None], name: str | None) -> None:
        """Remember a theme for the next time, if any; a file that cannot be written is told once."""
        if name is not None:
            app.run_worker(lambda: self._keep(app, name), thread=True)

    def _keep(self, app: App[None], name: str) -> None:
        try:
            remember(self._read.path, "theme", name)
        except CultureError as error:
            if not self._has_failed:
                self._has_failed = True
                said = _("The theme holds until you leave; it could not be remembered.")
                app.call_from_thread(_tell, app, [said, *told(error.problems)])

    def _apply(self, app: App[None]) -> None:
        kept, problems = self.keymap(type(app))
        if kept:
            app.call_from_thread(app.set_keymap, kept)
        if problems:
            app.call_from_thread(_tell, app, told(problems))


def told(problems: Sequence[Problem]) -> list[str]:
    """The first of these problems, a line each; the file by its name only."""
    lines = []
    for problem in problems[:_MOST_TOLD]:
        name = Path(problem.place.file).name
        lines.append(say_problem(replace(problem, place=replace(problem.place, file=name))))
    more = len(problems) - len(lines)
    if more:
        said = ngettext(
            "and {count} more; `culture keys` tells all", "and {count} more; `culture keys` tells all", more
        )
        lines.append(said.format(count=more))
    return lines


def _tell(app: App[None], lines: Sequence[str]) -> None:
    app.notify("\n".join(lines), severity="warning", markup=False, timeout=_TOLD_SECONDS)
