"""The words of `culture assess --plain`: what is understood, in which languages, and what is explained."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from culture_tui import language
from culture_tui.commands.plain import grammar
from culture_tui.commands.plain.conversation import DOINGS
from culture_tui.commands.plain.grammar import LEVEL, WORDS, Command, Misheard, choice, local, understood

DOCS = Path(__file__).parents[2] / "docs" / "plain.md"
_SPANISH = {
    "note TEXT: keep what was said, in place of the note before.": "nota TEXTO: guardar lo que se dijo.",
    "note+ TEXT: add a line to the note.": "nota+ TEXTO: añadir una línea a la nota.",
    "back: go to the one before.": "atrás: ir a la anterior.",
    "next, or an empty line: leave it as it is and go on.": "siguiente, o una línea vacía: seguir.",
    "because REASON": "porque MOTIVO",
}


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interface that speaks a few words of Spanish."""
    monkeypatch.setattr(grammar, "_", lambda text: _SPANISH.get(text, text))


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("3", Command(LEVEL, "3")),
        (" 3 ", Command(LEVEL, "3")),
        ("3 because  of Ana", Command(LEVEL, "3 because  of Ana")),
        ("", Command("next")),
        ("   ", Command("next")),
        ("skip", Command("next")),
        ("S", Command("next")),
        ("B", Command("back")),
        ("N/A not ours", Command("na", "not ours")),
        ("note  two  gaps ", Command("note", "two  gaps")),
        ("NOTE+ more", Command("note+", "more")),
        ("votes 2 3", Command("votes", "2 3")),
        ("mode", Command("mode")),
        ("q", Command("quit")),
    ],
)
def test_a_line_is_a_word_and_what_follows_it(line: str, command: Command) -> None:
    """Case and gaps at the ends do not matter; what people wrote stays as they wrote it."""
    assert understood(line) == command


@pytest.mark.parametrize(
    ("line", "why", "meant"),
    [
        ("nte", "unknown", "note"),
        ("rodmap", "unknown", "roadmap"),
        ("xyzzy", "unknown", ""),
        ("quit now", "nothing follows", "quit"),
        ("note", "something follows", "note"),
        ("2 because", "unknown", ""),
        ("2 since it is so", "unknown", ""),
        ("2.0", "unknown", ""),
        ("-1", "unknown", ""),
        ("\uff12", "unknown", ""),
        ("9" * 5000, "unknown", ""),
    ],
)
def test_a_slip_is_told_and_never_guessed(line: str, why: str, meant: str) -> None:
    """A wrong word changes nothing; a near one is offered."""
    heard = understood(line)
    assert isinstance(heard, Misheard)
    assert (heard.why, heard.meant) == (why, meant)


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("line", ["nota hola", "NOTA hola", "note hola"])
def test_words_of_the_interface_s_language_work_beside_the_english_ones(line: str) -> None:
    """Who hears Spanish types Spanish; a script of yesterday still runs."""
    assert understood(line) == Command("note", "hola")


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("line", ["atrás", "atras", "ATRÁS", "atra\u0301s"])
def test_accents_may_be_left_out(line: str) -> None:
    """Not every keyboard has them at hand."""
    assert understood(line) == Command("back")


@pytest.mark.usefixtures("spanish")
def test_a_reason_may_be_given_in_the_interface_s_language() -> None:
    """The word before the reason is a word like all others."""
    assert understood("3 porque sí") == Command(LEVEL, "3 porque sí")
    assert grammar.reason_after("porque sí") == grammar.reason_after("because sí") == "sí"


@pytest.mark.usefixtures("spanish")
def test_a_comma_after_a_word_is_no_part_of_it() -> None:
    """The help says `siguiente, o una línea vacía`."""
    assert local("next") == "siguiente"
    assert understood("siguiente") == Command("next")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("low", "low"), ("L", "low"), ("baja", "low"), ("med", "medium"), ("m", "medium"), ("alta", "high")],
)
def test_a_choice_is_made_by_its_beginning(typed: str, meant: str) -> None:
    """One letter is enough where it is clear."""
    assert choice(typed, ("low", "medium", "high"), "baja, media, alta") == meant


@pytest.mark.parametrize("typed", ["a", "", "lower", "x"])
def test_an_unclear_choice_is_none(typed: str) -> None:
    """`a` is both: `a veces` and `a menudo`."""
    assert choice(typed, ("never", "sometimes", "often"), "nunca, a veces, a menudo") is None


def test_every_word_does_something_and_every_doing_has_a_word() -> None:
    """A command that the help tells of and that does nothing is a lie."""
    assert set(DOINGS) == {LEVEL, *(word.name for word in WORDS)}


def test_no_word_is_two_commands() -> None:
    """Two commands of one name, and one of them cannot be reached."""
    names = Counter(name for word in WORDS for name in (word.name, *word.short))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_every_language_has_a_word_of_its_own_for_each_command(code: str) -> None:
    """Where the first words of two helps are the same, or one is English for another, neither is clear."""
    language.use(code)
    try:
        words = {word.name: local(word.name).casefold() for word in WORDS}
        lists = [language._(each) for each in ("low, medium, high", "never, sometimes, often")]
        pairs = [language._(each) for each in ("full, pulse", "yes, no")]
    finally:
        language.use("en")
    assert [name for name, count in Counter(words.values()).items() if count > 1] == []
    english = {each: word.name for word in WORDS for each in (word.name, *word.short)}
    assert {own for name, own in words.items() if english.get(own, name) != name} == set()
    assert [len(each.split(", ")) for each in (*lists, *pairs)] == [3, 3, 2, 2]


def test_the_handbook_knows_every_word_and_no_other() -> None:
    """Who writes a script reads `docs/plain.md`."""
    rows = re.findall(r"^\| `(\S+?)(?: [^`]*)?` \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    told = [row for row in rows if not row.startswith("--")]
    assert sorted(told) == sorted(word.name for word in WORDS)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name)
def test_the_handbook_says_the_other_names_of_a_word(word: grammar.Word) -> None:
    """`b` and `n/a` are contracts like the words themselves."""
    text = DOCS.read_text(encoding="utf-8")
    assert [short for short in word.short if f"`{short}`" not in text] == []


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name)
def test_the_help_of_a_word_begins_with_it(word: grammar.Word) -> None:
    """The first word of the help is the one that works; that is how other languages have theirs."""
    assert local(word.name) == word.name
    assert word.tells.endswith(".")
