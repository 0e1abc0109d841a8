"""What is done with a received file before anybody trusts a word of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from culture_tui.errors import NewerFormatError, UnsoundInputError
from culture_tui.storage.reading import MOST_BYTES, line_of, read_document, shown
from documents import LINE_OF_VALUE, bent, doc, written


def refusal(path: Path) -> str:
    """What a person is told about the file, without its folder."""
    with pytest.raises(UnsoundInputError) as caught:
        read_document(path)
    return str(caught.value).removeprefix(f"{path.parent}/")


def test_a_document_is_what_stands_in_the_file(tmp_path: Path) -> None:
    """Table, text and digest come from one and the same reading."""
    path = written(tmp_path, b"format = 1\ntitle = 'x'\n")
    document = read_document(path)
    assert document.table == {"format": 1, "title": "x"}
    assert document.text == "format = 1\ntitle = 'x'\n"
    assert document.path == path


def test_the_digest_is_of_the_bytes_and_not_of_the_text(tmp_path: Path) -> None:
    """Otherwise a byte order mark that somebody's editor added would pass for no change."""
    content = b"\xef\xbb\xbfformat = 1\r\n"
    assert read_document(written(tmp_path, content)).digest == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbfformat = 1\n", b"format = 1\r\n", b"format = 1", b"# ours\n\nformat = 1\n"],
    ids=["byte order mark", "Windows line end", "no last newline", "comment first"],
)
def test_what_editors_do_to_a_file_does_no_harm(content: bytes, tmp_path: Path) -> None:
    """A facilitator may correct a file in Notepad."""
    assert read_document(written(tmp_path, content)).table == {"format": 1}


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """The first key must be found on the first line."""
    document = read_document(written(tmp_path, b"\xef\xbb\xbfformat = 1\n"))
    assert line_of(document.text, ("format",)) == 1


@pytest.mark.parametrize("content", [b"", b"\n \t\r\n", b"\0" * 4096])
def test_a_file_that_a_power_cut_emptied_is_called_empty(content: bytes, tmp_path: Path) -> None:
    """The person should look for a copy, not for a syntax error."""
    assert refusal(written(tmp_path, content)) == "a.toml:1: the file is empty"


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    """The limit that the message names is the limit that holds."""
    head = b"format = 1\n#"
    content = head + b"x" * (MOST_BYTES - len(head))
    assert read_document(written(tmp_path, content)).table == {"format": 1}


def test_one_byte_more_than_the_limit_is_refused(tmp_path: Path) -> None:
    """Nothing larger than the limit ever reaches the parser."""
    head = b"format = 1\n#"
    path = written(tmp_path, head + b"x" * (MOST_BYTES - len(head) + 1))
    assert refusal(path) == "a.toml: larger than the limit of 1000000 bytes"


def test_a_file_that_grows_while_it_is_read_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the folder says about a size is not proof."""
    path = written(tmp_path, b"#" * (MOST_BYTES + 1))
    small = written(tmp_path, b"#", "small.toml").stat()
    monkeypatch.setattr(os, "fstat", lambda _handle: small)
    assert refusal(path) == "a.toml: larger than the limit of 1000000 bytes"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A mistyped name is answered with the name."""
    assert refusal(tmp_path / "a.toml") == "a.toml: cannot be opened: No such file or directory"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Somebody who names a folder is told so, without a traceback."""
    (tmp_path / "a.toml").mkdir()
    assert refusal(tmp_path / "a.toml") == "a.toml: not a regular file"


@pytest.mark.timeout(10)
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    """A FIFO in a shared folder must not hang the program."""
    os.mkfifo(tmp_path / "a.toml")
    assert refusal(tmp_path / "a.toml") == "a.toml: not a regular file"


@pytest.mark.timeout(10)
def test_a_device_is_not_read() -> None:
    """`/dev/zero` has no end."""
    assert refusal(Path("/dev/zero")) == "zero: not a regular file"


def test_a_name_that_no_system_knows_is_refused_in_plain_words() -> None:
    """A byte 0 in a name raises another kind of error than a missing file does."""
    assert refusal(Path("a\0b.toml")) == "a␀b.toml: cannot be opened: embedded null byte"


def test_a_file_is_closed_again_when_it_is_refused(tmp_path: Path) -> None:
    """A folder of a thousand bad files must not use up what the system lets us open."""
    (tmp_path / "a.toml").mkdir()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _attempt in range(5):
        with pytest.raises(UnsoundInputError):
            read_document(tmp_path / "a.toml")
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.parametrize("code", [*range(9), 11, 12, *range(14, 32), 127])
def test_a_control_character_is_named_by_its_code_and_never_printed(code: int, tmp_path: Path) -> None:
    """Bytes that drive a terminal stop at the door."""
    path = written(tmp_path, b'format = 1\n\ntitle = "x' + bytes([code]) + b'"\n')
    expected = f"a.toml:3: the control character U+{code:04X} is not allowed in TOML"
    assert refusal(path) == expected


def test_the_line_of_a_control_character_is_right_under_windows_line_ends(tmp_path: Path) -> None:
    """The line that is named is the one that an editor shows."""
    path = written(tmp_path, b"format = 1\r\n# one\r\n# \x1b\r\n")
    assert refusal(path) == "a.toml:3: the control character U+001B is not allowed in TOML"


@pytest.mark.parametrize("format_number", ["0", "-1", "true", '"1"', "1.0", "[1]", "1979-05-27"])
def test_what_is_no_format_number_is_refused(format_number: str, tmp_path: Path) -> None:
    """The one key that decides how the rest is read is never guessed."""
    path = written(tmp_path, bent(doc(), "format = 1", f"format = {format_number}"))
    assert refusal(path) == "a.toml:1: format: not a format number"


def test_a_file_without_a_format_is_told_how_ours_begin(tmp_path: Path) -> None:
    """Somebody may have picked another program's TOML file."""
    path = written(tmp_path, b"[tool.ruff]\nline-length = 110\n")
    hint = "an assessment or a model of ours begins with `format = 1`"
    assert refusal(path) == f"a.toml:1: format: this key is missing; {hint}"


def test_a_newer_format_says_to_update(tmp_path: Path) -> None:
    """The file is sound; it is the program that is too old."""
    path = written(tmp_path, b"# ours\nformat = 2\nunheard = true\n")
    with pytest.raises(NewerFormatError) as caught:
        read_document(path)
    assert str(caught.value).removeprefix(f"{tmp_path}/") == (
        "a.toml:2: format: written by a newer version of culture (format 2); "
        "update culture to open it; the file is left as it is"
    )


def test_what_the_parser_says_stands_with_its_line(tmp_path: Path) -> None:
    """A missing quote is found by its line."""
    said = refusal(written(tmp_path, b'format = 1\ntitle = "x\n'))
    assert said.startswith("a.toml:2: not TOML: ")
    assert " at line " not in said


def test_a_path_is_shown_in_a_form_that_cannot_act() -> None:
    """File names are chosen by strangers."""
    assert shown(Path("a\x1b[2Jb\u202e.toml")) == "a␛[2JbU+202E.toml"


def test_a_path_that_is_not_utf8_can_be_shown() -> None:
    """An archive from an old system must not crash the listing."""
    assert shown(Path(os.fsdecode(b"caf\xe9.toml"))) == "caf?.toml"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 1),
        (("subject",), 8),
        (("subject", "organisation"), 9),
        (("model", "scale", 2, "level"), 22),
        (("model", "practices", "welcome", "dimension"), 47),
        (("ratings", "mission", "level"), LINE_OF_VALUE),
        (("ratings", "mission", "target"), 49),
        (("ratings", "unheard"), None),
        (("titles",), None),
    ],
)
def test_a_key_is_found_on_its_line_or_on_that_of_the_table_that_holds_it(
    path: tuple[str | int, ...], line: int | None
) -> None:
    """Whoever corrects the file jumps to the place."""
    assert line_of(doc().decode(), path) == line


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("[[scale]]\nid = 1\n[[scale]]\nid = 2\n", ("scale", 1, "id"), 4),
        ("[[scale]]\nid = 1\n[[ scale ]]\nid = 2\n", ("scale", 1, "id"), 4),
        ("[a]\nx = 1\n[b]\nx = 2\n", ("b", "x"), 4),
        ("[a]\nb.x = 1\n", ("a", "b", "x"), 2),
        ('[a."b"]\n"x" = 1\n', ("a", "b", "x"), 2),
        ("  [ a . b ]  # here\n\tx=1\n", ("a", "b", "x"), 2),
        ("[a.1]\nx = 1\n", ("a", 1, "x"), 2),
        ("x = 'a\u2028b\x85c'\ny = 1\n", ("y",), 2),
        ('[a]\nx = 1\ny = [\n"x = 2",\n]\n', ("a", "x"), 2),
        ('[a]\nx = """\ny = 1\n"""\ny = 2\n', ("a", "y"), 5),
        ('[a]\nx = """\n[b]\n"""\ny = 2\n', ("a", "y"), 5),
    ],
    ids=[
        "second of a list",
        "spaces in a header",
        "the same key in two tables",
        "dotted key",
        "quoted",
        "indented",
        "an id of digits",
        "line ends that TOML does not know",
        "an item of a list that looks like a key",
        "a key inside a text",
        "a header inside a text",
    ],
)
def test_lines_are_counted_as_an_editor_counts_them(
    text: str, path: tuple[str | int, ...], line: int
) -> None:
    """People write TOML in more ways than we do; a wrong line is worse than none."""
    assert line_of(text, path) == line


@pytest.mark.timeout(10)
@pytest.mark.parametrize("line", ["[" + " " * 20_000, "[a" + " " * 20_000, " " * 20_000, "a" * 20_000])
def test_no_line_makes_the_search_for_a_place_slow(line: str) -> None:
    """A note of twenty thousand blanks must not freeze the message about another key."""
    assert line_of(f'x = """\n{line}\n"""\ny = 1\n', ("y",)) == 4
