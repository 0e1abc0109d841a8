"""Text from people and files: what is shown as it is, and what is made visible."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.domain.values import Line, Prose, Sentence, Slug, Title

thorough = settings(max_examples=300, derandomize=True, deadline=None)
nasty = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\t\r\n\x1b\u0301\u0302\u202e\u200b\u200d\ufeff\U000e0041[]/@=")
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;UFdORUQ=\x07", "␛]52;c;UFdORUQ=␇"),
        ("\x1b[?1049l", "␛[?1049l"),
        ("\x9d0;owned\x9c", "U+009D0;ownedU+009C"),
        ("a\x00b\x7f", "a␀b␡"),
        ("score 1\rscore 5", "score 1␍score 5"),
        ("a\x85b\u2028c\u2029d", "aU+0085bU+2028cU+2029d"),
        ("a\u202eb\u2066c\u200f", "aU+202EbU+2066cU+200F"),
        ("Lead\u200bership\u2060\ufeff", "LeadU+200BershipU+2060U+FEFF"),
        ("\u3164\u115f\u00ad\u034f", "U+3164U+115FU+00ADU+034F"),
        ("hi\U000e0041\U000e007f", "hiU+E0041U+E007F"),
        ("\uffff\ufdd0\ud800", "U+FFFFU+FDD0U+D800"),
        ("a\tb", "a    b"),
    ],
)
def test_what_acts_hides_or_turns_text_around_is_made_visible(text: str, shown: str) -> None:
    """A client's file must not drive the facilitator's terminal, and nothing may vanish."""
    assert clean(text) == shown


@pytest.mark.parametrize("code", [0xE0100, 0xE01EF, 0x1D173, 0x1BCA0])
def test_rarer_characters_that_nobody_can_see_are_made_visible_too(code: int) -> None:
    """Whole sentences can be hidden in variation selectors and the like, and two titles look the same."""
    assert clean(f"a{chr(code)}b") == f"aU+{code:04X}b"


@pytest.mark.parametrize(
    "text",
    [
        "[post-mortem]",
        "[@click=app.quit]CLICK[/]",
        "ends with \\",
        "=1+1",
        "Ñandú, čćžšđ, șțăîâ, über, I'd, «così» …",
        "תרבות ثقافة",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "👩\u200d👩\u200d👧 ❤\ufe0f",
        "e\u0301 q\u0323\u0307 \u1eadm",
        "two\nlines\n",
        "",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    """Languages, brackets and emoji are nobody's attack; the screen shows them literally."""
    assert clean(text) == text


def test_stacked_marks_are_cut_to_what_languages_use() -> None:
    """A letter with thirty accents paints over the lines above; four are more than any language stacks."""
    assert clean("z" + "\u0301" * 30 + "o") == "z" + "\u0301" * 4 + "o"
    assert clean("z" + "\u0301" * 4) == "z" + "\u0301" * 4


def test_line_ends_of_every_system_are_one_line_end() -> None:
    """A file that passed through Windows reads the same."""
    assert clean("a\r\nb\n") == "a\nb\n"


def test_a_line_stays_on_one_line() -> None:
    """A title with a line end must not push the next row off the screen."""
    assert clean_line("a\r\nb\nc") == "a b c"
    assert clean_line("a\rb") == "a␍b"
    assert clean_line("plain") == "plain"


def test_no_control_half_character_or_separator_stays_anywhere_in_unicode() -> None:
    """Every character there is has been tried: only the line end is left of those that act."""
    acting = {
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} and character in clean(character)
    }
    assert acting == {"\n"}


@thorough
@given(nasty)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """Text is cleaned when it is read and when it is shown; it must not drift."""
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (TypeAdapter[str](Title), 300),
        (TypeAdapter[str](Line), 300),
        (TypeAdapter[str](Sentence), 2_000),
        (TypeAdapter[str](Prose), 20_000),
    ],
    ids=["title", "line", "sentence", "prose"],
)
def test_a_text_that_was_accepted_is_accepted_again(kind: TypeAdapter[str], most: int) -> None:
    """What cleaning makes longer must still fit when the saved file is opened the next morning."""
    assert kind.validate_python("a" * most) == "a" * most
    try:
        saved = kind.validate_python("a" * (most - 1) + "\t")
    except ValidationError:
        return
    assert kind.validate_python(saved) == saved


@pytest.mark.parametrize("text", ["mission", "a", "7-s", "a-b-c", "x" * 64, "com10", "console"])
def test_an_id_is_small_letters_digits_and_single_hyphens(text: str) -> None:
    """Ids become keys and file names on every system."""
    assert TypeAdapter[str](Slug).validate_python(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-a",
        "a-",
        "a--b",
        "A",
        "a.b",
        "a b",
        "../a",
        "a/b",
        "ñ",
        "a\n",
        "x" * 65,
        "con",
        "nul",
        "com1",
        "lpt9",
        "٣",
    ],
)
def test_whatever_else_is_no_id(text: str) -> None:
    """No path is ever built from something that could lead elsewhere."""
    with pytest.raises(ValidationError):
        TypeAdapter[str](Slug).validate_python(text)
