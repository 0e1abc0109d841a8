"""All dimensions and practices as a tree, with how far each has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.text import Text
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import coverage_of, dimensions_in_scope, is_answered
from culture_tui.domain.safe_text import clean_line
from culture_tui.tui.messages import PracticeChosen
from culture_tui.tui.widgets.lines import shortened

_LABEL: Final = 32
"""Cells of a label: the tree's width less guides and scrollbar."""


class PracticeMap(Tree[str]):
    """Shows where the workshop stands; a practice that is picked is reported."""

    show_root = False
    guide_depth = 2

    def __init__(self, assessment: Assessment, titles: Mapping[str, str]) -> None:
        """Make the tree.

        Args:
            assessment: as it stands.
            titles: of dimensions and practices by id, in the language at hand.
        """
        super().__init__("")
        self._titles = titles
        self._leaves: dict[str, TreeNode[str]] = {}
        self._branches: dict[str, TreeNode[str]] = {}
        for dimension in dimensions_in_scope(assessment):
            branch = self.root.add("", dimension, expand=True)
            self._branches[dimension] = branch
            for practice in assessment.model.practices_of(dimension):
                self._leaves[practice] = branch.add_leaf("", practice)
        for practice in self._leaves:
            self.show_practice(assessment, practice)

    def show_practice(self, assessment: Assessment, practice: str) -> None:
        """Bring one practice and its dimension up to date."""
        dimension = assessment.model.practices[practice].dimension
        if practice in self._leaves:
            self._leaves[practice].set_label(self._practice_label(assessment, practice))
            self._branches[dimension].set_label(self._dimension_label(assessment, dimension))

    def point_at(self, practice: str) -> None:
        """Put the cursor on a practice."""
        if practice in self._leaves and self.cursor_node is not self._leaves[practice]:
            self.move_cursor(self._leaves[practice])

    def on_tree_node_selected(self, event: Tree.NodeSelected[str]) -> None:
        """Report a practice that was picked."""
        if event.node.data in self._leaves:
            self.post_message(PracticeChosen(str(event.node.data)))

    def _practice_label(self, assessment: Assessment, practice: str) -> Text:
        rating = assessment.rating(practice)
        mark = "·" if rating.level is None else str(rating.level)
        if rating.not_applicable is not None:
            mark = "–"
        return Text(shortened(f"{mark} {clean_line(self._titles[practice])}", _LABEL))

    def _dimension_label(self, assessment: Assessment, dimension: str) -> Text:
        practices = list(assessment.model.practices_of(dimension))
        covered = coverage_of(assessment, practices)
        done = all(is_answered(assessment, practice) for practice in practices)
        mark = "✓" if done else f"{covered.total - covered.applicable + covered.rated}/{covered.total}"
        return Text(shortened(f"{mark} {clean_line(self._titles[dimension])}", _LABEL), style="bold")
