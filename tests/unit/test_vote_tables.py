"""However a table of votes is written: every form, tool and spreadsheet has its own way."""

from __future__ import annotations

import csv
import io
import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.errors import UnsoundInputError
from culture_tui.storage import vote_table
from culture_tui.storage.votes_file import read_votes
from votes import PRACTICES, refusal, rounds, small_model, table, voted

VOTES = table(("Name", "Mission", "Vision"), ("Zoë", "3", "4"), ("Ana", "3", ""))
EXPECTED = {"mission": (0, 0, 2, 0, 0), "vision": (0, 0, 0, 1, 0)}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=["plain", "with a BOM", "UTF-16", "Windows"]
)
def test_every_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    """Excel alone writes four of them, and nobody knows which."""
    assert rounds(tmp_path, VOTES.encode(encoding)) == EXPECTED


def test_utf_16_of_either_byte_order_is_read(tmp_path: Path) -> None:
    """The mark at the beginning says which it is."""
    assert rounds(tmp_path, b"\xfe\xff" + VOTES.encode("utf-16-be")) == EXPECTED


def test_an_encoding_that_was_guessed_is_told(tmp_path: Path) -> None:
    """Letters may be wrong then, and a title that does not match has a reason."""
    assert [
        str(each).removeprefix(f"{tmp_path}/") for each in voted(tmp_path, VOTES.encode("cp1252")).warnings
    ] == ["votes.csv: not UTF-8; read as Windows-1252; if letters look wrong, save it as CSV UTF-8"]
    assert voted(tmp_path, VOTES).warnings == ()


def test_one_letter_at_the_end_of_a_large_file_tells_the_encoding(tmp_path: Path) -> None:
    """A name with an accent comes when it comes."""
    rows = [("Name", "Mission")] + [("Jo", "3")] * 200_000
    content = table(*rows).encode() + "Zoë,4\r\n".encode("cp1252")
    found = voted(tmp_path, content)
    assert (found.votes.people, len(found.warnings)) == (200_001, 1)


def test_a_last_letter_that_begins_something_else_in_utf_8_tells_it_too(tmp_path: Path) -> None:
    """The file ends before anybody can see that nothing follows."""
    found = voted(tmp_path, "Mission,Name\r\n3,José".encode("cp1252"))
    assert (found.votes.people, len(found.warnings)) == (1, 1)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_every_usual_delimiter_is_found_out(delimiter: str, tmp_path: Path) -> None:
    """In half of Europe a CSV file has no commas."""
    rows = (("Name", "Mission", "Vision"), ("Zoë", "3", "4"), ("Ana", "3", ""))
    assert rounds(tmp_path, table(*rows, delimiter=delimiter)) == EXPECTED


def test_the_delimiter_that_gives_our_columns_wins(tmp_path: Path) -> None:
    """A question full of commas must not turn a file of semicolons into one of commas."""
    content = "Well, then, who, are, you, really;Mission;Vision\r\nJo;3;4\r\nAna;3;\r\n"
    assert rounds(tmp_path, content) == EXPECTED


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_the_first_line_of_excel_says_the_delimiter_and_is_no_header(first: str, tmp_path: Path) -> None:
    """Only Excel understands it; others show it as a row."""
    content = f"{first}\r\nMission;Vision\r\n3;4\r\n3;9\r\n"
    assert refusal(tmp_path, content) == [
        "votes.csv:4: Vision: '9' is no level from 1 to 5, no n/a and not blank"
    ]
    assert rounds(tmp_path, content.replace("9", "")) == EXPECTED


def test_what_excel_says_holds_against_what_looks_better(tmp_path: Path) -> None:
    """A first column called with commas cannot overrule it."""
    assert rounds(tmp_path, "sep=;\r\nMission,Vision;Mission\r\nx;3\r\n") == {"mission": (0, 0, 1, 0, 0)}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Mac"])
def test_every_line_end_is_one(end: str, tmp_path: Path) -> None:
    """Also without one at the end of the file."""
    assert rounds(tmp_path, end.join(["Mission,Vision", "3,4", "3,"])) == EXPECTED


def test_a_header_may_break_its_lines(tmp_path: Path) -> None:
    """Forms write the whole question there."""
    content = '"Where are we?\n  Mission",Vision\r\n3,4\r\n'
    assert voted(tmp_path, content).left_out == ("Where are we? Mission",)
    assert rounds(tmp_path, '" Mission\r\n",Vision\r\n3,4\r\n3,\r\n') == EXPECTED


def test_blank_rows_are_no_people(tmp_path: Path) -> None:
    """Excel keeps rows that were emptied."""
    content = "\r\n,,\r\nName,Mission,Vision\r\n\r\nJo,3,4\r\n,,\r\n , ,\r\nAna,3,\r\n,,,,,\r\n"
    found = voted(tmp_path, content)
    assert (found.votes.people, dict(found.votes.rounds)) == (2, EXPECTED)


def test_a_row_that_stops_early_is_blank_behind(tmp_path: Path) -> None:
    """Some tools leave trailing blanks out."""
    assert rounds(tmp_path, "Mission,Vision\r\n3,4\r\n3\r\n") == EXPECTED


def test_blanks_behind_the_last_column_shift_nothing(tmp_path: Path) -> None:
    """Excel writes them where a cell was once filled and emptied."""
    assert rounds(tmp_path, "Mission,Vision\r\n3,4,,\r\n3,, \r\n") == EXPECTED


def test_a_row_with_more_cells_than_the_header_is_refused(tmp_path: Path) -> None:
    """It has shifted, and each of its votes would go to the wrong practice."""
    assert refusal(tmp_path, "Mission,Vision\r\n3,4\r\n1,3,4\r\n") == [
        "votes.csv:3: 3 cells under a header of 2"
    ]


def test_how_many_say_that_a_practice_does_not_apply_is_counted(tmp_path: Path) -> None:
    """Whoever rates a practice that most find foreign should know that."""
    content = table(("Mission", "Vision"), ("n/a", "3"), ("n/a", "3"), ("4", ""), ("", "n/a"))
    found = voted(tmp_path, content)
    assert found.said_not_applicable == (("mission", 2, 3), ("vision", 1, 3))


def test_a_person_who_answered_no_practice_is_not_counted(tmp_path: Path) -> None:
    """Somebody who opened the form and left has not voted; one who says n/a has."""
    content = table(("Name", "Mission"), ("Jo", ""), ("Ana", "n/a"), ("Mo", "3"))
    assert voted(tmp_path, content).votes.people == 2


def test_the_line_is_that_of_the_file_whatever_stands_in_the_cells(tmp_path: Path) -> None:
    """Whoever corrects the file jumps to the place; a comment may have many lines."""
    content = 'Comment,Mission\r\n"one\ntwo\r\nthree",3\r\n\r\nx,seven\r\n"a\nb",8\r\n'
    assert [line.partition(": ")[0] for line in refusal(tmp_path, content)] == ["votes.csv:6", "votes.csv:7"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "votes.csv: the file is empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "votes.csv: the file is empty"),
        (b"sep=;\r\n", "votes.csv: the file is empty"),
        (b"Mission,Vision\r\n", "votes.csv: nobody has answered: no row has a level or n/a"),
        (b"Mission,Vision\r\n,\r\n", "votes.csv: nobody has answered: no row has a level or n/a"),
        (b"Mission\r\n3\0\r\n", "votes.csv: not a text file; save a workbook as CSV first"),
        (b"PK\x03\x04\x81\0\x06\0", "votes.csv: not a text file; save a workbook as CSV first"),
        ("Mission\r\n3".encode("utf-16-le"), "votes.csv: not a text file; save a workbook as CSV first"),
        ("Mission\r\n3".encode("utf-32"), "votes.csv: not a text file; save a workbook as CSV first"),
        ("Mission\r\n3\0".encode("utf-16"), "votes.csv: not a text file; save a workbook as CSV first"),
        (b"Mission\r\n3\x81\r\n", "votes.csv: neither Unicode nor Windows text"),
        (b"\xff\xfeM\0i", "votes.csv: neither Unicode nor Windows text"),
        (b'Mission\r\n3\r\n"4\r\n5\r\n', "votes.csv:3: a quotation mark opens here, and none closes it"),
        (b'"Mission\r\n3\r\n', "votes.csv:1: a quotation mark opens here, and none closes it"),
        (b'Mission\r\n"3"x\r\n', "votes.csv:2: not CSV: ',' expected after '\"'"),
    ],
    ids=[
        *("empty", "blank", "only what Excel says", "only a header", "only blanks", "a byte 0", "a workbook"),
        *("UTF-16 without a mark", "UTF-32", "a byte 0 in UTF-16", "no encoding", "half a letter"),
        *("an open quotation mark", "one in the header", "text behind a quotation mark"),
    ],
)
def test_what_is_no_table_of_votes_is_refused_in_words(content: bytes, expected: str, tmp_path: Path) -> None:
    """A consultant gets all kinds of files by mail."""
    assert refusal(tmp_path, content) == [expected]


def test_a_cell_that_has_no_end_is_refused_before_memory_runs_out(tmp_path: Path) -> None:
    """One missing quotation mark must not swallow the votes of all who follow."""
    content = 'Comment,Mission\r\n"x,3\r\n' + "y,3\r\n" * 50_000
    bound = csv.field_size_limit()
    assert refusal(tmp_path, content) == [
        f"votes.csv:2: a cell of more than {bound} characters; is a quotation mark missing?"
    ]


def test_a_line_that_has_no_end_is_refused_before_memory_runs_out(tmp_path: Path) -> None:
    """A file of another kind may have no line ends at all."""
    content = "Mission\r\n" + "3," * 600_000
    assert refusal(tmp_path, content) == ["votes.csv: a line of more than 1000000 characters"]


def test_more_columns_than_a_spreadsheet_has_are_refused(tmp_path: Path) -> None:
    """Each column that matches nothing is told, and nobody reads a million names."""
    assert refusal(tmp_path, "Mission" + ",x" * 16_384 + "\r\n3\r\n") == [
        "votes.csv:1: more than 16384 columns"
    ]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "nothing"])
def test_only_a_regular_file_is_opened(kind: str, tmp_path: Path) -> None:
    """A pipe that nobody writes to must not hang the program, and no link is followed."""
    path, model = tmp_path / "votes.csv", small_model(tmp_path / "models")
    expected = {
        "folder": "not a regular file",
        "pipe": "not a regular file",
        "link": "a link, and links are not followed",
        "nothing": "cannot be opened: No such file or directory",
    }
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link":
        (tmp_path / "other.csv").write_text(VOTES)
        path.symlink_to(tmp_path / "other.csv")
    with pytest.raises(UnsoundInputError) as caught:
        read_votes(path, model)
    assert str(caught.value) == f"{path}: {expected[kind]}"


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for what stands on disk, and for what comes out while reading."""
    monkeypatch.setattr(vote_table, "MOST_BYTES", len(VOTES.encode()) - 1)
    assert refusal(tmp_path, VOTES) == [
        f"votes.csv: larger than the limit of {len(VOTES.encode()) - 1} bytes"
    ]


def test_a_file_that_grows_while_it_is_read_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the folder says about a size is not proof."""
    (tmp_path / "small").write_bytes(b"")
    small = (tmp_path / "small").stat()
    monkeypatch.setattr(vote_table, "MOST_BYTES", 20)
    monkeypatch.setattr(os, "fstat", lambda _handle: small)
    assert refusal(tmp_path, VOTES) == ["votes.csv: larger than the limit of 20 bytes"]


def test_more_people_than_a_file_can_keep_are_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number that no assessment takes must not surface as a defect at the end."""
    monkeypatch.setattr("culture_tui.storage.votes_file.MOST_VOTES", 2)
    assert refusal(tmp_path, "Mission\r\n3\r\n3\r\n3\r\n") == ["votes.csv:4: more than 2 people"]


def test_a_large_file_is_never_in_memory(tmp_path: Path) -> None:
    """A survey of a whole country must not stop a small laptop."""
    model, path = small_model(tmp_path / "models"), tmp_path / "votes.csv"
    row = ",".join([f"somebody@{'x' * 200}.example", *"3454"])
    with path.open("w", encoding="utf-8") as file:
        file.write(f"E-mail,{','.join(PRACTICES)}\n")
        file.writelines(f"{number}{row}\n" for number in range(50_000))
    tracemalloc.start()
    found = read_votes(path, model)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.votes.people == 50_000
    assert path.stat().st_size > 10_000_000
    assert peak < 5_000_000


def test_reading_ends_at_once_when_nobody_wants_it_any_more(tmp_path: Path) -> None:
    """Whoever leaves the form does not wait for half a gigabyte."""
    model, path = small_model(tmp_path / "models"), tmp_path / "votes.csv"
    path.write_text("Mission\n" + "3\n" * 20_000, encoding="utf-8")
    lines: list[int] = []

    def follow(line: int) -> None:
        lines.append(line)
        if len(lines) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_votes(path, model, follow=follow)
    assert lines[-1] < 10_000


def test_a_file_of_nothing_but_slips_is_not_read_to_its_end(tmp_path: Path) -> None:
    """Ten are told; the other half a million need not be kept."""
    model, path = small_model(tmp_path / "models"), tmp_path / "votes.csv"
    path.write_text("Mission\n" + "maybe\n" * 20_000, encoding="utf-8")
    lines: list[int] = []
    with pytest.raises(UnsoundInputError):
        read_votes(path, model, follow=lines.append)
    assert lines == [2]


CELLS = st.text(alphabet="a\"',;|\t\n\r é3", max_size=8)
LEVELS = st.sampled_from(["1", "2", "3", "4", "5", "", "n/a"])


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.lists(st.tuples(CELLS, LEVELS, LEVELS), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_whatever_a_spreadsheet_writes_is_counted_right(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    delimiter: str,
    encoding: str,
    quoting: int,
) -> None:
    """No comment, however written, may move a vote."""
    folder = tmp_path_factory.mktemp("votes")
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoting else csv.QUOTE_MINIMAL)
    writer.writerows([("Comment", "Mission", "Vision"), *rows, ("", "3", "")])
    found = voted(folder, text.getvalue().encode(encoding))
    answered = [row for row in [*rows, ("", "3", "")] if row[1] or row[2]]
    assert found.votes.people == len(answered)
    for at, key in ((1, "mission"), (2, "vision")):
        counted = tuple(sum(row[at] == f"{level}" for row in answered) for level in range(1, 6))
        assert found.votes.rounds.get(key, (0,) * 5) == counted


def test_the_limit_of_a_cell_is_the_one_that_python_has() -> None:
    """It is told to people, so it must be the one that holds."""
    assert csv.field_size_limit() < vote_table.LONGEST_LINE < sys.maxsize
