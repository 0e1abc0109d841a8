"""The clocks of a workshop: nothing but what the group spent talking is counted."""

from __future__ import annotations

from datetime import UTC, datetime
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culture_tui.domain.pace import Pace
from culture_tui.reports.pacing import (
    elapsed_text,
    over_text,
    slept_text,
    stopwatch_text,
    workshop_time,
)

WORDS = NullTranslations()
ORDER = ("a", "b", "c", "d", "e", "f")
TEN = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
BUDGET = 480.0


def begun(budget: float = BUDGET, before: frozenset[str] = frozenset()) -> Pace:
    """The clocks of a workshop that begins with practice a."""
    return Pace(budget=budget, practice="a", moment=1000.0, before=before)


def walked(*steps: tuple[float, str]) -> Pace:
    """The clocks after talking so long, then going to a practice; again and again."""
    pace, moment = begun(), 1000.0
    for seconds, practice in steps:
        left = seconds
        while left > 0:
            moment, left = moment + min(left, 60.0), left - min(left, 60.0)
            pace = pace.at(moment, pace.practice)
        pace = pace.at(moment, practice)
    return pace


def test_time_counts_for_the_practice_that_the_group_talks_about() -> None:
    """Who looks ahead for a moment does not spend that practice's time."""
    pace = walked((100, "b"), (20, "a"), (50, "a"))
    assert pace.spent == {"a": 150.0, "b": 20.0}
    assert (pace.elapsed, pace.here) == (170.0, 150.0)


def test_a_pause_counts_for_nothing() -> None:
    """Coffee is no part of a practice."""
    pace = begun().at(1100, "a").paused(1110).at(1150, "a").resumed(2000).at(2030, "a")
    assert pace.elapsed == 140.0
    assert pace.slept == 0.0


def test_going_to_another_practice_in_a_pause_starts_nothing() -> None:
    """Somebody leafs through the questions while the coffee is poured."""
    pace = begun().paused(1010).at(1020, "b").at(1080, "b")
    assert (pace.practice, pace.is_paused, pace.spent) == ("b", True, {"a": 10.0})


def test_a_machine_that_slept_counts_as_a_pause_and_says_so() -> None:
    """The lid was closed over lunch."""
    pace = begun().at(1100, "a").at(5000, "a")
    assert (pace.elapsed, pace.slept) == (100.0, 3900.0)
    assert pace.at(5001, "a").slept == 0.0
    assert pace.at(5001, "a").elapsed == 101.0
    assert slept_text(pace, WORDS) == "The machine slept for 65 minutes: it counts as a pause."


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    """Whatever a system does to its clocks, time spent is spent."""
    pace = begun().at(1100, "a").at(1050, "a").at(1110, "a")
    assert pace.elapsed == 110.0


def test_the_end_is_first_told_by_the_budget() -> None:
    """Before anything is known about a group, the plan is the best guess: 6 x 8 minutes."""
    assert begun().remaining(ORDER, ()) == 6 * BUDGET
    assert workshop_time(begun(), ORDER, (), TEN, WORDS) == "0:00 · ends 10:48"


def test_the_pace_moves_from_the_budget_to_the_group_as_practices_are_done() -> None:
    """The plan weighs as much as eight practices: 1 of 2 minutes gives 7:20 each, 8 of them 5:00."""
    assert walked((120, "b")).per_practice({"a"}) == (8 * 480 + 120) / 9 == 440.0
    assert walked((120, "b"), (240, "c")).per_practice({"a", "b"}) == (8 * 480 + 360) / 10 == 420.0
    eight = Pace(BUDGET, "i", 0.0, spent=dict.fromkeys("abcdefgh", 120.0))
    assert eight.per_practice("abcdefgh") == 300.0
    three = walked((120, "b"), (240, "c"), (300, "d"))
    assert three.per_practice({"a", "b", "c"}) == (8 * 480 + 660) / 11
    assert workshop_time(three, ORDER, {"a", "b", "c"}, TEN, WORDS) == "0:11 · ends 10:20"


def test_one_quick_answer_moves_the_end_by_minutes() -> None:
    """36 practices of eight minutes: one in two minutes saves six, and promises 40 seconds of each other."""
    order = [f"p{number}" for number in range(36)]
    quick = Pace(BUDGET, "p1", 0.0, spent={"p0": 120.0})
    assert Pace(BUDGET, "p0", 0.0).remaining(order, ()) == 36 * 480
    assert quick.remaining(order, {"p0"}) == 35 * 440


def test_what_a_practice_took_so_far_is_no_longer_to_come() -> None:
    """The projected end stands still while the group keeps its pace."""
    pace = (8 * 480 + 660) / 11
    three = walked((120, "b"), (240, "c"), (300, "d"), (100, "d"))
    assert three.remaining(ORDER, {"a", "b", "c"}) == pytest.approx(3 * pace - 100.0)
    late = walked((120, "b"), (240, "c"), (300, "d"), (900, "d"))
    assert late.remaining(ORDER, {"a", "b", "c"}) == pytest.approx(2 * pace)


def test_what_is_parked_needs_its_time_once_more() -> None:
    """Five minutes of talk brought nothing; the end must not say that three will do when it comes back."""
    parked = walked((300, "a")).planned(BUDGET, ["a"])
    assert parked.remaining(ORDER, ()) == 6 * BUDGET
    back = parked.at(1360, "a")
    assert back.remaining(ORDER, ()) == 6 * BUDGET - 60
    voted = back.planned(BUDGET, [])
    assert voted.remaining(ORDER, ()) == 6 * BUDGET - 60
    assert voted.planned(BUDGET, ["a"]).remaining(ORDER, ()) == 6 * BUDGET


def test_another_budget_holds_from_then_on() -> None:
    """A pulse asks two things more, at five minutes each; nothing done in full mode tells its pace."""
    pulse = walked((120, "b")).planned(300.0, ())
    assert pulse.remaining(("x", "y"), ()) == 600.0
    assert not pulse.is_over
    assert pulse.at(1270, "b").at(1420, "b").is_over


def test_what_was_answered_in_another_sitting_tells_nothing_about_this_one() -> None:
    """Leafing past yesterday's practices does not make today's group fast."""
    pace = begun(before=frozenset("ab")).at(1001, "b").at(1002, "c").at(1122, "d")
    assert pace.per_practice({"a", "b", "c"}) == 440.0


def test_a_finished_or_paused_workshop_has_no_projected_end() -> None:
    """An end that nobody heads for would be a guess."""
    assert workshop_time(walked((2520, "b")), ORDER, set(ORDER), TEN, WORDS) == "0:42"
    paused = walked((2520, "b")).paused(5000)
    assert workshop_time(paused, ORDER, (), TEN, WORDS) == "0:42 · paused"


def test_a_practice_is_reminded_of_its_budget_for_a_minute_and_once() -> None:
    """A nudge that stays becomes a nag; one that comes back is worse."""
    told = [walked((seconds, "a")).is_just_over for seconds in (479, 480, 539, 540)]
    assert told == [False, True, True, False]
    assert [walked((seconds, "a")).is_over for seconds in (479, 480, 900)] == [False, True, True]
    assert not walked((600, "b"), (5, "a"), (1, "a")).is_just_over


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (8, "8 minutes are over: accept, split or park"),
        (1, "1 minute is over: accept, split or park"),
        (7.5, "7.5 minutes are over: accept, split or park"),
    ],
)
def test_the_reminder_names_the_minutes(minutes: float, said: str) -> None:
    """The group hears its own agreement, whatever it is."""
    assert over_text(begun(60 * minutes), WORDS) == said


def test_times_are_told_as_people_read_clocks() -> None:
    """Hours and minutes for the workshop, minutes and seconds for a practice."""
    assert [elapsed_text(each) for each in (0, 59.9, 2520, 9725)] == ["0:00", "0:00", "0:42", "2:42"]
    assert [stopwatch_text(each) for each in (0, 130.9, 3600, 3671)] == ["0:00", "2:10", "1:00:00", "1:01:11"]


MOVES = st.lists(
    st.tuples(st.floats(0, 1000), st.sampled_from(ORDER), st.sampled_from(("go", "pause", "resume"))),
    max_size=30,
)


@given(MOVES)
def test_time_is_never_lost_nor_made(moves: list[tuple[float, str, str]]) -> None:
    """What is counted is at most what went by, whatever happens in which order; and it never shrinks."""
    pace, moment, asleep, paused = begun(), 1000.0, 0.0, 0.0
    for step, practice, what in moves:
        moment += step
        was_paused = pace.is_paused
        counted = pace.elapsed
        pace = pace.at(moment, practice) if what == "go" else pace
        pace = pace.paused(moment) if what == "pause" else pace
        pace = pace.resumed(moment) if what == "resume" else pace
        asleep += pace.slept
        paused += step if was_paused else 0.0
        assert pace.elapsed >= counted
    assert pace.elapsed + asleep + paused == pytest.approx(moment - 1000.0)


@given(st.sets(st.sampled_from(ORDER)), MOVES)
def test_the_projected_end_is_never_in_the_past(
    answered: set[str], moves: list[tuple[float, str, str]]
) -> None:
    """A time that is over already would be read as a reproach."""
    pace, moment = begun(), 1000.0
    for step, practice, _what in moves:
        moment += step
        pace = pace.at(moment, practice)
    left = pace.remaining(ORDER, answered)
    assert left >= 0.0
    assert left <= pace.per_practice(answered) * (len(ORDER) - len(answered))
