"""A whole workshop for twelve people in one script: rounds, three splits, notes, symptoms, and its end."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from culture_tui.domain.progress import coverage_of, items_in_scope, left_open, next_unanswered
from culture_tui.storage.assessment_files import load_assessment
from running import in_a_process

PRACTICES: Final = 36
SPLITS: Final = (4, 17, 30)
PARKED: Final = 9
NOT_OURS: Final = 22


def lines_about(number: int) -> list[str]:
    """What the group does with the n-th practice."""
    if number in SPLITS:
        return [
            "hands 2 2 2 2 2 2 4 4 4 4 4 4",
            "note two camps: [post-mortem] and the desk",
            "counts 0 6 1 5 0",
            "counts 0 5 1 6 0",
            "counts 0 3 0 3 0",
            "split",
        ]
    if number == PARKED:
        return ["votes 0 4 4 4 0", "park"]
    if number == NOT_OURS:
        return ["na the landlord decides it"]
    if number % 5 == 0:
        return ["ballot", *"233334433322", "", "accept"]
    if number % 7 == 0:
        return [
            "votes 0 4 6 2 0",
            "votes 0 1 9 2 0",
            "4 because the new desk is open since Monday",
            "back",
            "evidence Board in the hall | intranet/board | 2026-11-21",
            "next",
        ]
    return ["counts 0 1 10 1 0", "accept"]


def script() -> str:
    """All lines, as somebody would keep them in a file."""
    lines = ["# workshop of the payments desk", "people 12"]
    for number in range(1, PRACTICES + 1):
        lines += [f"# practice {number}", *lines_about(number)]
    lines += ["symptoms", "often", "", "never", "sometimes", "never", "open", f"goto {PARKED}", "accept"]
    return "\n".join([*lines, "list", "results", "roadmap", "help", "finish"]) + "\n"


def test_a_workshop_for_twelve_people_is_held_by_a_script(tmp_path: Path) -> None:
    """Everything that the screen can, from the first vote to the final file."""
    (tmp_path / "assessments").mkdir()
    options = ("--organisation", "Harbour Bank", "--unit", "Payments desk")
    ran = in_a_process(tmp_path, "assess", "--plain", *options, "a.toml", answers=script())
    assert ran.has_no_traceback()
    assert (ran.status, ran.out) == (0, "a.toml\n")
    of = load_assessment(tmp_path / "a.toml").assessment
    order = items_in_scope(of)
    assert (of.status, of.workshop.participants, next_unanswered(of)) == ("final", 12, None)
    assert [change.status for change in of.trace] == ["final"]
    assert [order.index(item) + 1 for item in left_open(of)] == list(SPLITS)
    assert all(of.answer(item).left_open == "split" for item in left_open(of))
    covered = coverage_of(of, order)
    assert (covered.rated, covered.applicable, covered.total) == (32, 35, 36)
    assert of.answer(order[PARKED - 1]).level == 3
    assert of.answer(order[4]).rounds == ((0, 3, 7, 2, 0),)
    seventh = of.answer(order[6])
    assert (seventh.level, len(seventh.rounds), len(seventh.evidence)) == (4, 2, 1)
    assert seventh.reason == "the new desk is open since Monday"
    split = of.answer(order[SPLITS[0] - 1])
    assert split.rounds == ((0, 6, 0, 6, 0), (0, 6, 1, 5, 0), (0, 5, 1, 6, 0))
    assert [each.seen for each in of.symptoms.values()] == ["often", "never", "sometimes", "never"]
    heard = ran.err
    assert heard.count("The split is recorded, without a level.") == 3
    assert heard.count("3 rounds have been held, which are the most") == 3
    assert "[post-mortem]" in heard
    assert "3 left open" in heard.splitlines()[-2]
    wrong = [line for line in heard.splitlines() if line.startswith("stdin:")]
    assert len(wrong) == 3, "only the fourth rounds are refused"


def test_every_line_that_is_heard_is_a_sentence(tmp_path: Path) -> None:
    """No box, no bar, no column: a screen reader reads them sign by sign."""
    (tmp_path / "assessments").mkdir()
    options = ("--organisation", "Harbour Bank", "--unit", "Payments desk")
    heard = in_a_process(tmp_path, "assess", "--plain", *options, "a.toml", answers=script()).err
    assert [sign for sign in "│─━■●▸✓·→←×…\t" if sign in heard] == []
    questions = ("?", ".", ":", '"', "”", "!", "'")
    said = [line for line in heard.splitlines() if line and not line.startswith(("stdin:", " "))]
    spaced = [line for line in said if "  " in line]
    assert spaced == []
    without_end = [line for line in said if not line.endswith(questions) and ": " not in line]
    assert without_end == []
