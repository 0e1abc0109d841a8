"""The keys that matter, on one line, until a new workshop has its first rating."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import ModelSkeleton
from culture_tui.language import _
from culture_tui.tui.widgets.lines import plain, shortened


class FirstKeys(Widget):
    """Says how to begin; gone once somebody has rated something."""

    def __init__(self, model: ModelSkeleton, *, is_wanted: bool) -> None:
        super().__init__()
        self._top = model.top
        self._before: Assessment | None = None
        self._is_wanted = is_wanted
        self.display = is_wanted

    def follow(self, assessment: Assessment, state: str) -> None:
        """Go once the answers are no longer those of the beginning; while votes are taken other keys hold."""
        first = self._before = self._before or assessment
        if (first.ratings, first.pulse) != (assessment.ratings, assessment.pulse):
            self._is_wanted = False
        self.display = self._is_wanted and state == "card"

    def render(self) -> Content:
        """One line."""
        said = _("1 to {top} rates at once, v votes in silence, → next").format(top=self._top)
        return plain(shortened(said, self.size.width - 2))
