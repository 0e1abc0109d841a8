"""`culture assess --plain` in pipes and scripts: lines, options, exit statuses, and readers that go away."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from culture_tui.storage.assessment_files import load_assessment
from plain import OURS, WHO, held, kept, levels, with_our_model
from running import COMMAND, SECONDS, Conversation, Culture, in_a_process, surroundings

BASH: Final = shutil.which("bash") or ""
needs_bash = pytest.mark.skipif(not BASH, reason="there is no bash here")


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with a model of three practices on two levels."""
    with_our_model(tmp_path)
    return Culture(capsys, monkeypatch, tmp_path)


def test_what_is_not_understood_is_told_with_its_line(culture: Culture) -> None:
    """A script's author looks for the line, comments and names counted."""
    ran = held(culture, "# the first question\n2\nnte hello\n1\n")
    assert "\nstdin:5: not understood: nte; did you mean note? help tells what can be typed\n" in ran.err
    assert (ran.status, levels(culture)) == (0, {"mission": 2, "welcome": 1})


def test_a_strict_run_ends_at_the_first_wrong_line(culture: Culture) -> None:
    """A script that went wrong once must not go on rating the wrong practices."""
    ran = culture(*OURS, "--strict", "a.toml", answers=WHO + "2\nnote\n1\n")
    assert (ran.status, ran.out) == (1, "")
    assert ran.last_said.startswith("stdin:4: something is missing: note TEXT")
    assert levels(culture) == {"mission": 2}


def test_a_strict_run_without_a_wrong_line_is_as_any(culture: Culture) -> None:
    """Strict is about lines that are wrong."""
    ran = culture(*OURS, "--strict", "a.toml", answers=WHO + "2\n# x\n\n1\n")
    assert (ran.status, ran.out) == (0, "a.toml\n")


def test_answers_are_told_as_a_transcript_and_secret_ones_are_not(culture: Culture) -> None:
    """Whoever keeps the talk can read it; the ballot stays secret."""
    said = held(culture, "ballot\n2\n1\n2\n\naccept\n").err
    assert "\nMission: ballot\n" in said
    assert "\nVote: \n1 has voted.\n" in said
    assert "Vote: 2" not in said
    assert kept(culture).ratings["mission"].rounds == ((1, 2),)


def test_options_are_answers_that_need_not_be_asked(culture: Culture) -> None:
    """A script says it all at once; its first line is an answer."""
    options = ("--organisation", "Harbour Bank", "--people", "7", "--mode", "pulse", "--scope", "purpose")
    ran = culture(*OURS, *options, "a.toml", answers="2\n")
    of = kept(culture)
    assert ran.status == 0
    assert (of.subject.organisation, of.subject.unit) == ("Harbour Bank", "")
    assert (of.workshop.participants, of.workshop.mode, of.workshop.scope) == (7, "pulse", ("purpose",))
    assert {key: rating.level for key, rating in of.pulse.items()} == {"purpose": 2}


def test_a_unit_that_is_given_is_not_asked(culture: Culture) -> None:
    """Then the first line is the organisation, the second an answer."""
    culture(*OURS, "--unit", "Payments", "a.toml", answers="Harbour Bank\n2\n")
    of = kept(culture)
    assert (of.subject.organisation, of.subject.unit) == ("Harbour Bank", "Payments")
    assert levels(culture) == {"mission": 2}


def test_comments_may_stand_before_the_names(culture: Culture) -> None:
    """A script begins by saying what it is."""
    culture(*OURS, "a.toml", answers="# by hand\n" + WHO + "2\n")
    assert kept(culture).subject.organisation == "Harbour Bank"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--people", "0"), "--people"),
        (("--people", "many"), "--people"),
        (("--mode", "half"), "--mode"),
        (("--scope", "pupose"), "--scope: no one part or dimension is called pupose; did you mean purpose?"),
        (("--scope", ""), "--scope"),
        (("--organisation", ""), "organisation"),
        (("--organisation", "x" * 301), "300"),
    ],
)
def test_an_option_that_cannot_be_is_wrong_usage(
    culture: Culture, options: tuple[str, ...], said: str
) -> None:
    """Nothing is begun, and nothing is on disk."""
    ran = culture(*OURS, *options, "a.toml", answers=WHO)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert not (culture.home / "a.toml").exists()


@pytest.mark.parametrize(
    "option", ["--organisation=a", "--unit=a", "--people=3", "--mode=full", "--scope=all"]
)
def test_what_is_about_a_new_workshop_is_refused_for_one_that_has_begun(
    culture: Culture, option: str
) -> None:
    """The wrong file must not be renamed in passing."""
    held(culture, "2\n")
    before = (culture.home / "a.toml").read_bytes()
    ran = culture("assess", "--plain", option, "a.toml", answers="1\n")
    assert (ran.status, ran.out) == (2, "")
    assert (culture.home / "a.toml").read_bytes() == before


@pytest.mark.parametrize("option", ["--organisation=a", "--people=3", "--quiet", "--strict"])
def test_options_of_the_plain_way_go_with_it(culture: Culture, option: str) -> None:
    """The screen would ignore them, and nobody would know."""
    ran = culture("assess", option)
    assert ran.status == 2
    assert "goes with --plain" in ran.err


def test_a_quiet_run_reads_titles_and_questions(culture: Culture) -> None:
    """The levels are on paper."""
    said = culture(*OURS, "--quiet", "a.toml", answers=WHO + "2\n").err
    assert "Do we have a mission?" in said
    assert "Level 1" not in said


TALK: Final = """\
hands 1 1 2
note somebody waited
accept
# a slip, and back
1
undo
ballot
2
2

2 because they say so
na not ours
symptoms
results
goto mission
evidence a | b | 2026-11-21
confidence low
target 2
"""


def test_a_talk_that_is_piped_in_again_gives_the_same(culture: Culture) -> None:
    """A transcript of answers is the workshop."""
    for file in ("a.toml", "b.toml"):
        held(culture, TALK, file)
    one, other = (
        {
            key: rating.model_copy(update={"rated_at": None})
            for key, rating in kept(culture, file).ratings.items()
        }
        for file in ("a.toml", "b.toml")
    )
    assert one == other
    assert one["mission"].rounds == ((2, 1),)
    assert (one["welcome"].level, one["welcome"].reason) == (2, "they say so")
    assert one["farewell"].not_applicable == "not ours"


def test_what_is_on_disk_is_what_was_said_after_each_line(culture: Culture) -> None:
    """Whatever happens next."""
    seen: list[tuple[object, ...]] = []

    def state() -> tuple[object, ...]:
        rating = kept(culture).answer("mission")
        return rating.level, rating.note, rating.rounds, rating.left_open, kept(culture).workshop.participants

    def answers() -> Iterator[str]:
        for line in (
            "people 3",
            "hands 1 2",
            "note x",
            "park",
            "undo",
            "accept",
            "undo",
            "undo",
            "undo",
            "undo",
        ):
            yield f"{line}\n"
            seen.append(state())

    held(culture, answers())
    round_held = ((1, 1),)
    assert seen == [
        (None, "", (), None, 3),
        (None, "", round_held, None, 3),
        (None, "x", round_held, None, 3),
        (None, "x", round_held, "parked", 3),
        (None, "x", round_held, None, 3),
        (1, "x", round_held, None, 3),
        (None, "x", round_held, None, 3),
        (None, "", round_held, None, 3),
        (None, "", (), None, 3),
        (None, "", (), None, None),
    ]


def test_a_finished_assessment_is_final_on_disk(culture: Culture) -> None:
    """And what follows is not read."""
    ran = held(culture, "2\n2\n2\nfinish\nundo\n1\n")
    assert (ran.status, ran.out) == (0, "a.toml\n")
    assert kept(culture).status == "final"
    assert levels(culture) == {"mission": 2, "welcome": 2, "farewell": 2}


@pytest.mark.parametrize(
    ("how", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_it_and_nothing_is_lost(tmp_path: Path, how: signal.Signals, status: int) -> None:
    """A terminal is closed, a machine shuts down, somebody presses ctrl+c."""
    talk = Conversation(with_our_model(tmp_path), "--model", "our-model", "a.toml")
    talk.answer("Harbour Bank", then="Unit")
    talk.answer("", then="Practice 1 of 3")
    talk.answer("2", then="Welcome: ")
    ran = talk.end(how)
    assert ran.has_no_traceback()
    assert (ran.status, ran.out) == (status, "a.toml\n")
    assert "Stopped from outside." in ran.err
    assert load_assessment(tmp_path / "a.toml").assessment.ratings["mission"].level == 2


def test_a_ballot_that_a_signal_ends_stays_under_way(tmp_path: Path) -> None:
    """Eight people have voted, and the ninth closes the lid: nothing is revealed, nothing lost."""
    talk = Conversation(with_our_model(tmp_path), "--model", "our-model", "a.toml")
    talk.answer("Harbour Bank", then="Unit")
    talk.answer("", then="Mission: ")
    talk.answer("ballot", then="Vote: ")
    talk.answer("2", then="1 has voted.\nVote: ")
    ran = talk.end(signal.SIGTERM)
    assert ran.status == 143
    assert "Round 1 under way: 1 has voted; ballot goes on with it." in ran.err
    assert load_assessment(tmp_path / "a.toml").assessment.ratings == {}


def test_killed_after_any_line_all_lines_before_are_kept(tmp_path: Path) -> None:
    """`kill -9` asks nobody."""
    lines = {"hands 1 2": "LEVEL because", "note x": "The note is kept.", "accept": "Practice 2 of 3"}
    for number in range(1, len(lines) + 1):
        home = tmp_path / f"{number}"
        home.mkdir()
        talk = Conversation(with_our_model(home), "--model", "our-model", "a.toml")
        talk.answer("Harbour Bank", then="Unit")
        talk.answer("", then="Mission: ")
        for line, then in list(lines.items())[:number]:
            talk.answer(line, then=then)
        assert talk.end(signal.SIGKILL).status == -signal.SIGKILL
        rating = load_assessment(home / "a.toml").assessment.ratings["mission"]
        assert [bool(rating.rounds), bool(rating.note), rating.level is not None] == [
            number >= 1,
            number >= 2,
            number >= 3,
        ]


def in_bash(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a pipeline as people write it; `$CULTURE` is the command."""
    environment = {**surroundings(home), "CULTURE": shlex.join(COMMAND)}
    return subprocess.run(
        [BASH, "-c", script],
        cwd=home,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


@needs_bash
def test_a_reader_that_goes_away_ends_no_workshop(tmp_path: Path) -> None:
    """`2>&1 | head` has seen enough; the answers count all the same."""
    with_our_model(tmp_path)
    talk = r"printf 'Bank\n\n2\n1\n2\n' | $CULTURE assess --plain --model our-model a.toml 2>&1"
    ran = in_bash(tmp_path, f"{talk} | head -n 2; echo ${{PIPESTATUS[1]}}")
    assert ran.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in ran.stdout + ran.stderr
    of = load_assessment(tmp_path / "a.toml").assessment
    assert [rating.level for rating in of.ratings.values()] == [2, 1, 2]


@needs_bash
def test_nobody_who_reads_the_name_is_no_failure(tmp_path: Path) -> None:
    """The name is the only data, and may go unread."""
    with_our_model(tmp_path)
    talk = r"printf 'Bank\n\n2\n' | $CULTURE assess --plain --model our-model a.toml"
    ran = in_bash(tmp_path, f"{talk} 2>/dev/null | true; echo ${{PIPESTATUS[1]}}")
    assert (ran.stdout, ran.stderr) == ("0\n", "")


@needs_bash
def test_without_any_input_there_is_no_workshop(tmp_path: Path) -> None:
    """A job of the system may have no standard input at all."""
    with_our_model(tmp_path)
    ran = in_bash(tmp_path, "$CULTURE assess --plain --model our-model a.toml <&-; echo $?")
    assert ran.stdout == "2\n"
    assert "Traceback" not in ran.stderr


def test_answers_that_cannot_be_written_any_more_are_in_a_copy(culture: Culture) -> None:
    """The folder went away in the middle: what was said is somewhere, and that is told."""
    path = culture.home / "a.toml"

    def answers() -> Iterator[str]:
        yield "2\n"
        path.unlink()
        path.mkdir()
        yield "1\n"

    ran = held(culture, answers())
    assert (ran.status, ran.out) == (3, "")
    copy = Path(ran.last_said.partition("a copy of all answers is in ")[2])
    of = load_assessment(copy).assessment
    assert {key: rating.level for key, rating in of.ratings.items()} == {"mission": 2, "welcome": 1}


def test_a_file_that_somebody_else_changes_is_told_once(culture: Culture) -> None:
    """Whoever listens has to know that there are two now."""
    path = culture.home / "a.toml"

    def answers() -> Iterator[str]:
        yield "2\n"
        path.write_bytes(path.read_bytes() + b"# theirs\n")
        yield "1\n"
        yield "2\n"

    assert held(culture, answers()).err.count("Somebody else changed the file.") == 1


def test_the_assessment_before_is_found_by_its_id(culture: Culture) -> None:
    """The next round is linked to the last one, whatever its file is called; one that is gone is told."""
    held(culture, "1\nfinish\nyes\n", "first.toml")
    first = kept(culture, "first.toml").id
    held(culture, "")
    path = culture.home / "a.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[workshop]\n", f'[workshop]\nprevious = "{first}"\n', 1), encoding="utf-8")
    ran = culture("assess", "--plain", "a.toml", answers="last\n")
    assert "level 1 No." in ran.err
    assert "The target was 2." in ran.err
    (culture.home / "first.toml").unlink()
    ran = culture("assess", "--plain", "--strict", "a.toml", answers="2\n")
    assert ran.status == 0
    assert ran.err.startswith(f"The previous assessment {first} is not in this folder.\n")


def test_odd_bytes_in_a_pipe_are_one_wrong_line(tmp_path: Path) -> None:
    """A script in another encoding is told its line, and goes on."""
    ran = in_a_process(with_our_model(tmp_path), *OURS, "a.toml", answers=f"{WHO}\udce9\udcff\n2\n")
    assert ran.has_no_traceback()
    assert (ran.status, "stdin:3: not understood" in ran.err) == (0, True)
