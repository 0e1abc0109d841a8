"""A day as an option takes it."""

from __future__ import annotations

from datetime import datetime

import click

from culture_tui.domain.values import SENSIBLE_YEARS
from culture_tui.language import _


class Day(click.DateTime):
    """A day in a year that a workshop or a roadmap can have."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The day."""
        day: datetime = super().convert(value, param, ctx)
        if day.year not in SENSIBLE_YEARS:
            self.fail(_("the year is not between 1900 and 2199"), param, ctx)
        return day
