"""What holds of any talk whatever: nothing crashes, undo undoes, and what is said can be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.commands.plain.conversation import heard, prompt
from culture_tui.commands.plain.framing import leave
from culture_tui.commands.plain.grammar import WORDS
from culture_tui.commands.plain.session import Given, Session
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.records import Rating
from culture_tui.domain.rounds import in_question
from culture_tui.domain.safe_text import clean
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.saver import checked
from support import NOW
from talking import room, without_time

ARGUMENTS = st.sampled_from(
    [
        *("", "", "2", "3", "0", "9", "care", "mission", "pulse", "full", "all", "low", "often", "yes", "no"),
        *("2 3 3 4 4", "2 4 4 2", "0 2 5 1 0", "3 3 3 3 3", "because we say so", "| x", "a | b | 2026-01-02"),
        *("[post-mortem]", "\x1b[31m", "x" * 20_001, "Đorđe", "%s {count} {0}"),
    ]
)
NAMES = st.sampled_from(
    [*(word.name for word in WORDS), "1", "2", "3", "4", "5", "7", "#", "nte", "", "yes", "no"]
)
LINES = st.builds(lambda name, rest: f"{name} {rest}", NAMES, ARGUMENTS) | st.text(max_size=30)
TALKS = st.lists(LINES, max_size=40)


def talked(session: Session, lines: list[str]) -> list[Session]:
    """The sessions after each line, until one ends it."""
    sessions = [session]
    for number, line in enumerate(lines, start=1):
        turn = heard(sessions[-1], line, NOW + timedelta(seconds=number))
        for said in turn.said:
            assert isinstance(said, str)
        sessions.append(turn.session)
        if turn.session.ended:
            break
    return sessions


@given(lines=TALKS)
@settings(max_examples=150, deadline=None)
def test_no_talk_ends_in_a_crash(lines: list[str]) -> None:
    """Whatever is typed, pasted or piped, there is a question to go on with."""
    last = talked(room(people=4).session, lines)[-1]
    assert last.item is None or last.item in items_in_scope(last.assessment)
    assert clean(prompt(last))
    assert leave(last, Given("", NOW)).session.assessment is last.assessment


@given(lines=TALKS)
@settings(max_examples=100, deadline=None)
def test_a_line_that_was_wrong_changes_no_answer(lines: list[str]) -> None:
    """A complaint means: nothing has happened."""
    session = room(people=4).session
    for number, line in enumerate(lines, start=1):
        turn = heard(session, line, NOW + timedelta(seconds=number))
        if turn.wrong:
            assert turn.session.assessment is session.assessment
            assert turn.session.item == session.item
        session = turn.session


@given(
    lines=st.lists(LINES.filter(lambda line: not line.lower().startswith(("undo", "finish"))), max_size=30)
)
@settings(max_examples=100, deadline=None)
def test_undo_of_all_changes_gives_back_what_there_was(lines: list[str]) -> None:
    """Unlimited means: to the first line of this run."""
    start = room(people=4).session
    last = talked(start, lines)[-1]
    changes = 0
    while last.before is not None:
        turn = heard(replace(last, pending=None), "undo", NOW)
        assert not turn.wrong
        last, changes = turn.session, changes + 1
        assert changes <= len(lines)
    assert without_time(last.assessment) == without_time(start.assessment)


@given(lines=TALKS)
@settings(max_examples=60, deadline=None)
def test_whatever_was_said_can_be_kept_and_read_again(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    """The file is the workshop."""
    last = talked(room(people=4).session, lines)[-1]
    path = tmp_path_factory.mktemp("kept") / "a.toml"
    path.write_bytes(checked(last.assessment, path))
    assert written_down(load_assessment(path).assessment) == written_down(last.assessment)


def written_down(of: Assessment) -> Assessment:
    """The same without ratings that say nothing: they are not written."""
    kept = {
        name: {key: each for key, each in table.items() if each != Rating()}
        for name, table in (("ratings", of.ratings), ("pulse", of.pulse))
    }
    return of.model_copy(update=kept)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=10).filter(any))
def test_the_two_levels_told_are_voted_for_and_none_has_more_votes(votes: list[int]) -> None:
    """What the room hears is what most of it said."""
    levels = in_question(votes)
    assert list(levels) == sorted(levels)
    assert all(votes[level - 1] > 0 for level in levels)
    assert not levels or max(votes) in {votes[level - 1] for level in levels}


def test_an_afternoon_of_changes_is_undone_in_a_moment() -> None:
    """Two thousand changes are no deeper than one."""
    held = room()
    held.hear(*(f"note {number}" for number in range(2_000)))
    assert held.hear(*["undo"] * 2_000).rating("mission").note == ""
    assert held.session.before is None
