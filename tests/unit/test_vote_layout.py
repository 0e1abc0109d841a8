"""The panel of votes: never larger than its room, and the most important first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from culture_tui.reports.gathering import bars
from culture_tui.reports.rounds import Told
from culture_tui.tui.widgets.vote_layout import PanelView, panel_lines, room_for

TOLD = Told(
    heading="Round 1 revealed: spread",
    figures="median 3 · range 2–5 · 9 votes",
    picture=bars((0, 2, 5, 1, 1)),
    row="2:2 3:5 4:1 5:1",
    prompts=("Let a 2 speak first.", "What did you see?"),
    notes=("The median moved.", "Round 1: 0 2 5 1 1"),
    keys="a Accept 3 · v Vote again",
)
VIEW = PanelView(TOLD, (("2 Begun", "Some know it."), ("3 Agreed", "It is written down.")))
TEXTS = st.text(alphabet="ab cdé日 ", max_size=90)


@given(
    st.builds(
        Told,
        heading=TEXTS,
        figures=TEXTS,
        picture=st.lists(TEXTS, max_size=10).map(tuple),
        row=TEXTS,
        prompts=st.lists(TEXTS, max_size=3).map(tuple),
        notice=TEXTS,
        notes=st.lists(TEXTS, max_size=3).map(tuple),
        keys=TEXTS,
    ),
    st.integers(10, 140),
    st.integers(1, 30),
)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_no_line_is_too_long_and_there_are_never_too_many(told: Told, width: int, room: int) -> None:
    """What stands beyond the edge is not read by anybody."""
    lines = panel_lines(PanelView(told, VIEW.descriptors), width, room)
    assert len(lines) <= room
    assert [line.text for line in lines if cell_len(line.text) > width] == []


def test_nothing_told_takes_no_room() -> None:
    """The card has all of it."""
    assert panel_lines(PanelView(), 80, 20) == []


def test_with_room_the_picture_stands_beside_the_prompts_and_the_descriptors_beside_each_other() -> None:
    """As on the sketch."""
    lines = [line.text.rstrip() for line in panel_lines(VIEW, 78, 13)]
    assert lines[0].startswith("Round 1 revealed: spread")
    assert lines[0].endswith("9 votes")
    assert lines[1] == "1 │       0   Let a 2 speak first."
    assert lines[3] == "3 │ ■■■■■ 5   The median moved."
    assert [line.split() for line in lines[7:9]] == [
        ["2", "Begun", "3", "Agreed"],
        ["Some", "know", "it.", "It", "is", "written", "down."],
    ]
    assert lines[-1] == "a Accept 3 · v Vote again"


def test_on_three_lines_there_are_the_word_the_counts_and_who_speaks() -> None:
    """A corner of a shared screen; the keys are in the footer."""
    lines = [line.text for line in panel_lines(VIEW, 58, 3)]
    assert lines[1:] == ["2:2 3:5 4:1 5:1", "Let a 2 speak first."]


def test_a_question_comes_before_all_but_the_heading() -> None:
    """Somebody waits for the answer."""
    told = Told("Voting, round 1", "3 of 9 voted", prompts=("Pass it.",), notice="r again reveals.")
    assert panel_lines(PanelView(told), 58, 2)[1].text == "r again reveals."


@pytest.mark.parametrize(
    ("height", "levels", "room"), [(12, 5, 3), (21, 5, 8), (33, 5, 12), (12, 10, 3), (47, 5, 26)]
)
def test_the_card_comes_first(height: int, levels: int, room: int) -> None:
    """Question and levels are what is voted on."""
    assert room_for(height, levels) == room
