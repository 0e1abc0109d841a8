"""All dimensions and practices as a tree, with how far each has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rich.text import Text
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import groups_in_scope, progress_of
from culture_tui.domain.safe_text import clean_line
from culture_tui.language import marked
from culture_tui.reports.charts import mark_text
from culture_tui.tui.messages import PracticeChosen
from culture_tui.tui.widgets.lines import shortened

_LABEL: Final = 32
"""Cells of a label: the tree's width less guides and scrollbar."""


@dataclass(frozen=True, slots=True)
class Group:
    """A branch of the tree: a dimension with its practices, in pulse mode a part with its dimensions."""

    branch: TreeNode[str]
    title: str
    items: tuple[str, ...]


class PracticeMap(Tree[str]):
    """Shows where the workshop stands; a practice that is picked is reported."""

    HELP = marked(
        "Everything that the workshop asks, with how far it has come. Enter goes to the line under the "
        "cursor. ✓ all answered, a digit is a level, – not applicable, ÷ split, ~ parked, · open."
    )
    show_root = False
    guide_depth = 2

    def __init__(self, assessment: Assessment, model: MaturityModel) -> None:
        super().__init__("")
        self._leaves: dict[str, TreeNode[str]] = {}
        self._titles: Mapping[str, str] = {}
        self._groups: dict[str, Group] = {}
        self.grow(assessment, model)

    def grow(self, assessment: Assessment, model: MaturityModel) -> None:
        """Show what the workshop asks now, as after a change of mode or scope."""
        self.clear()
        self._leaves, self._groups = {}, {}
        pulse = assessment.workshop.mode == "pulse"
        groups, items = (model.parts, model.dimensions) if pulse else (model.dimensions, model.practices)
        self._titles = {key: clean_line(each.title) for key, each in items.items()}
        for key, members in groups_in_scope(assessment).items():
            branch = self.root.add("", key, expand=True)
            group = Group(branch, clean_line(groups[key].title), tuple(members))
            for item in members:
                self._leaves[item] = branch.add_leaf("", item)
                self._groups[item] = group
        for item in self._leaves:
            self.show_practice(assessment, item)

    def show_practice(self, assessment: Assessment, item: str) -> None:
        """Bring one practice (in pulse mode: a dimension) and its group up to date."""
        if item in self._leaves:
            self._leaves[item].set_label(self._item_label(assessment, item))
            group = self._groups[item]
            group.branch.set_label(_group_label(assessment, group))

    def point_at(self, practice: str) -> None:
        """Put the cursor on a practice."""
        if practice in self._leaves and self.cursor_node is not self._leaves[practice]:
            self.move_cursor(self._leaves[practice])

    def on_tree_node_selected(self, event: Tree.NodeSelected[str]) -> None:
        """Report a practice that was picked."""
        if event.node.data in self._leaves:
            self.post_message(PracticeChosen(str(event.node.data)))

    def _item_label(self, assessment: Assessment, item: str) -> Text:
        return Text(shortened(f"{mark_text(assessment.answer(item))} {self._titles[item]}", _LABEL))


def _group_label(assessment: Assessment, group: Group) -> Text:
    come = progress_of(assessment, group.items)
    mark = "✓" if come.answered == come.total else f"{come.answered}/{come.total}"
    return Text(shortened(f"{mark} {group.title}", _LABEL), style="bold")
