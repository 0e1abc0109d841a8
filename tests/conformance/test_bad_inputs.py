"""Every entry of the catalogue of bad inputs that a file can carry is refused, or taken as it should be."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import rtoml
import tomli_w

from culture_tui.domain.safe_text import clean
from culture_tui.errors import NewerFormatError, UnsoundInputError
from culture_tui.storage.assessment_files import StoredAssessment, assessments_in, load_assessment
from culture_tui.storage.model_files import find_model
from documents import bent, doc, made_by, written
from support import CONFORMANCE

MOST_KILOBYTES: Final = 200_000

ACCEPTED: Final = "accepted"
FOLDER: Final = "a test of its own below: the folder is listed"
SAVING: Final = "a test of its own in test_bad_saves.py: somebody is saving"
LATER: Final = "LATER: Windows, with the durability issue"

DECIDED: Final = {
    "empty": "a.toml:1: the file is empty",
    "nul-only-4k": "a.toml:1: the file is empty",
    "bom-twice": "a.toml:1: ",
    "utf16be": "a.toml:1: not UTF-8 text",
    "invalid-ff": "a.toml:9: not UTF-8 text",
    "cesu-surrogate": "a.toml:9: not UTF-8 text",
    "nul-in-string": "a.toml:9: the control character U+0000 is not allowed in TOML",
    "raw-esc-in-comment": "a.toml:10: the control character U+001B is not allowed in TOML",
    "escaped-lone-surrogate": "a.toml:9: not TOML",
    "crlf": ACCEPTED,
    "mixed-newlines": ACCEPTED,
    "nel-as-newline": "a.toml:1: not TOML",
    "truncated-in-string": "a.toml:9: not TOML",
    "half-old-half-new": "a.toml:4: not TOML",
    "concatenated-twice": "a.toml:62: not TOML: duplicate key",
    "json-named-toml": "a.toml:1: not TOML",
    "png-named-toml": "a.toml:1: not UTF-8 text",
    "gzip-named-toml": "a.toml:1: not UTF-8 text",
    "duplicate-key": "a.toml:3: not TOML: duplicate key",
    "toml11-inline-newline": ACCEPTED,
    "nested-arrays-100k": "a.toml:1: not TOML",
    "dotted-key-5k": "a.toml:1: not TOML",
    "header-dotted-2000x100": "a.toml:1: not TOML",
    "int-hex-100k": "a.toml:50: not TOML",
    "int-2-63": "a.toml:50: ratings.mission.level: ",
    "float-100k-digits": "a.toml:50: ratings.mission.level: ",
    "ml-escapes-1mb": "a.toml: larger than the limit of 1000000 bytes",
    "comments-1m": "a.toml: larger than the limit of 1000000 bytes",
    "unknown-keys-200k": "a.toml: larger than the limit of 1000000 bytes",
    "tables-50k": "a.toml: more than 5000 entries",
    "array-200k": "a.toml:10: subject.tags",  # half our limit
    "whitespace-1mb": "a.toml: larger than the limit of 1000000 bytes",
    "huge-sparse-10gb": "huge.toml: larger than the limit of 1000000 bytes",
    "score-string": "a.toml:50: ratings.mission.level: ",
    "score-fraction": "a.toml:50: ratings.mission.level: ",
    "score-inf": "a.toml:50: ratings.mission.level: ",
    "score-too-high": "a.toml:50: ratings.mission.level: ",
    "score-date": "a.toml:50: ratings.mission.level: ",
    "schema-newer": "a.toml:1: format: written by a newer version of culture (format 2)",
    "schema-zero": "a.toml:1: format: ",
    "unknown-top-field": "a.toml:2: colour: this key is not known here",  # refused, never dropped
    "unknown-area": ACCEPTED,
    "title-empty": "a.toml:3: title: must not be empty",
    "title-200k": "a.toml:3: title: longer than 300 characters",
    "when-year-9999": "a.toml:5: created: the year of 9999",
    "when-date-only": "a.toml:5: created: 2026-11-21 is not a date with time",
    "when-feb-30": "a.toml:5: not TOML",
    **dict.fromkeys(
        ("id-empty", "id-traversal", "id-backslash", "id-unc", "id-trailing-dot"), "rule for ids"
    ),
    **dict.fromkeys(("id-leading-dash", "id-dollar", "id-hidden", "id-nul", "id-upper"), "rule for ids"),
    **dict.fromkeys(("id-homoglyph", "id-turkish", "id-zwsp", "id-emoji", "id-formula"), "rule for ids"),
    "id-dunder": "rule for ids",
    "id-con": "device name on Windows",
    "symlink-to-secret": "a.toml: ",
    "symlink-dangling": "a.toml: ",
    "symlink-dir-cycle": FOLDER,
    "socket": "a.toml: ",
    "proc-file": "mem: ",
    "unreadable": "a.toml: cannot be opened",
    "name-escape": ACCEPTED,
    "name-rlo": ACCEPTED,
    "name-dash": ACCEPTED,
    "name-formula": ACCEPTED,
    "nfc-nfd-twins": FOLDER,
    "conflict-copy-dropbox": FOLDER,
    "conflict-copy-syncthing": FOLDER,
    "stale-lock": ACCEPTED,
    "lock-garbage": ACCEPTED,
    "deleted-under-us": SAVING,
    "readonly-dir": SAVING,
    "quota-on-replace": SAVING,
    "win-sharing-violation": LATER,
}

ENTRIES: Final[list[dict[str, str]]] = json.loads((CONFORMANCE / "bad_inputs.json").read_text("utf-8"))
OURS: Final = {entry["id"]: entry for entry in ENTRIES if entry["kind"] not in {"display", "export"}}

PLAIN: Final = doc(note='"""one\ntwo"""')
BENT: Final = {
    "bom-twice": b"\xef\xbb\xbf\xef\xbb\xbf" + doc(),
    "crlf": PLAIN.replace(b"\n", b"\r\n"),
    "mixed-newlines": PLAIN.replace(b"\n", b"\r\n", 30),
    "concatenated-twice": doc() + doc(),
    "toml11-inline-newline": bent(
        PLAIN,
        '[subject]\norganisation = "Harbour Bank"\n',
        'subject = {\n  organisation = "Harbour Bank",\n}\n',
    ),
    "score-string": doc(value='"3"'),
    "score-fraction": doc(value="3.5"),
    "score-inf": doc(value="inf"),
    "score-too-high": doc(value="6"),
    "score-date": doc(value="2026-11-21"),
    "schema-newer": bent(doc(), "format = 1", "format = 2"),
    "schema-zero": bent(doc(), "format = 1", "format = 0"),
    "unknown-top-field": bent(doc(), "format = 1\n", 'format = 1\ncolour = "blue"\n'),
    "unknown-area": PLAIN + b"\n[ratings.kindness]\nlevel = 4\n",
    "title-empty": bent(doc(), '"Payments desk"', '""'),
    "title-200k": bent(doc(), '"Payments desk"', f'"{"x" * 200_000}"'),
    "when-year-9999": bent(doc(), "2026-11-21T14:00:00", "9999-12-31T23:59:59"),
    "when-date-only": bent(doc(), "2026-11-21T14:00:00+01:00", "2026-11-21"),
    "when-feb-30": bent(doc(), "2026-11-21T14:00:00", "2026-02-30T14:00:00"),
}
"""The entries that describe a change, made to an assessment of ours."""

JUST_INSIDE: Final = {
    "unknown-keys": b"format = 1\n" + b"\n".join(b"k%d=1" % number for number in range(110_000)),
    "unknown-tables": doc() + b"\n".join(b"[t%d]" % number for number in range(100_000)),
    "numbers-for-tags": doc(extra=f"tags = [{'1,' * 490_000}]"),
}
"""As much as the size limit lets in of what fails most often."""

REFUSED: Final = [key for key, verdict in DECIDED.items() if verdict.split(":")[0].endswith((".toml", "mem"))]
TAKEN: Final = [key for key, verdict in DECIDED.items() if verdict == ACCEPTED]
BOMBS: Final = [key for key in REFUSED if OURS[key]["kind"] == "bomb"]
IDENTS: Final = [key for key, entry in OURS.items() if entry["kind"] == "ident"]

LOAD: Final = """
import sys
from pathlib import Path
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.assessment_files import load_assessment
try:
    load_assessment(Path(sys.argv[1]))
except UnsoundInputError as error:
    print(len(error.problems))
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def file_of(key: str, folder: Path) -> Path:
    """The file that an entry describes, made in a folder of its own."""
    inside = folder / "workspace"
    inside.mkdir()
    entry = OURS[key]
    if key in BENT:
        return written(inside, BENT[key])
    if "base64" in entry:
        return written(inside, base64.b64decode(entry["base64"]))
    made = made_by(entry["generator"], inside)
    return made if isinstance(made, Path) else written(inside, made)


def test_somebody_has_decided_about_every_entry() -> None:
    """A new bad input must not wait unseen in the catalogue."""
    assert sorted(DECIDED) == sorted(OURS)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("key", REFUSED)
def test_a_bad_file_is_refused_with_its_place(key: str, tmp_path: Path) -> None:
    """A consultant who receives a broken file is told which one, and where to look in it."""
    if key == "unreadable" and os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = file_of(key, tmp_path)
    with pytest.raises(UnsoundInputError) as caught:
        load_assessment(path)
    said = str(caught.value).removeprefix(f"{path.parent}/")
    assert said[: len(DECIDED[key])] == DECIDED[key]
    assert said == clean(said)
    assert "root:" not in said
    assert len(caught.value.problems) <= 10
    assert caught.value.exit_status == 1


@pytest.mark.timeout(20)
@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel how much was used")
@pytest.mark.parametrize("key", [*BOMBS, *JUST_INSIDE])
def test_refusing_a_bomb_takes_little_memory(key: str, tmp_path: Path) -> None:
    """One mailed file must not freeze the laptop that a workshop runs on."""
    path = written(tmp_path, JUST_INSIDE[key]) if key in JUST_INSIDE else file_of(key, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(path)], check=True, capture_output=True, text=True, timeout=15
    )
    problems, kilobytes = map(int, done.stdout.split())
    assert 1 <= problems <= 10
    assert kilobytes < MOST_KILOBYTES


def test_a_newer_file_stays_as_it_is(tmp_path: Path) -> None:
    """A colleague with a newer version must not lose what ours does not know."""
    path = file_of("schema-newer", tmp_path)
    with pytest.raises(NewerFormatError):
        load_assessment(path)
    assert path.read_bytes() == BENT["schema-newer"]


@pytest.mark.parametrize("key", TAKEN)
def test_a_strange_but_sound_file_is_taken_unchanged(key: str, tmp_path: Path) -> None:
    """What an editor on another system did to line ends or names costs nobody an answer."""
    found = load_assessment(file_of(key, tmp_path)).assessment
    expected = load_assessment(written(tmp_path, PLAIN if key in BENT else doc())).assessment
    if key == "unknown-area":
        kindness = found.ratings["kindness"]
        assert kindness.level == 4
        expected = expected.model_copy(update={"ratings": {**expected.ratings, "kindness": kindness}})
    assert found == expected


def with_id(place: str, text: str) -> bytes:
    """An assessment with this text where an id is expected."""
    table = rtoml.loads(doc().decode())
    *above, last = place.split(".")
    holder = table
    for name in above:
        holder = holder.setdefault(name, {})
    if last == "*":
        holder[text] = {"level": 3, "title": "x", "dimension": "care", "part": "whole"}
    else:
        holder[last] = [text] if last == "scope" else text
    return tomli_w.dumps(table).encode()


@pytest.mark.parametrize(
    "place",
    ["id", "model.id", "model.practices.*", "model.dimensions.*", "ratings.*", "workshop.previous"],
)
@pytest.mark.parametrize("key", IDENTS)
def test_a_text_that_is_no_id_is_refused_wherever_an_id_stands(key: str, place: str, tmp_path: Path) -> None:
    """Ids become file names, so nothing else may ever pass for one."""
    text = OURS[key]["text"]
    path = written(tmp_path, with_id(place, text))
    with pytest.raises(UnsoundInputError) as caught:
        load_assessment(path)
    said = {problem.place.key: str(problem.what) for problem in caught.value.problems}
    where = clean(place.replace("*", text))
    rule = "is not an id" if DECIDED[key] == "rule for ids" else DECIDED[key]
    assert rule in said[where]
    assert str(caught.value) == clean(str(caught.value))


@pytest.mark.parametrize("key", IDENTS)
def test_no_model_is_found_by_a_text_that_is_no_id(key: str, tmp_path: Path) -> None:
    """What is typed behind --model reaches the terminal only in a form that cannot act."""
    with pytest.raises(UnsoundInputError) as caught:
        find_model(OURS[key]["text"], [tmp_path])
    assert str(caught.value) == clean(str(caught.value))


@pytest.mark.timeout(20)
def test_a_folder_that_links_to_its_parent_is_listed_once(tmp_path: Path) -> None:
    """A link that runs in a circle must not keep the home screen from opening."""
    assert list(assessments_in(file_of("symlink-dir-cycle", tmp_path))) == []


@pytest.mark.parametrize(
    ("key", "levels"),
    [("nfc-nfd-twins", [3, 3]), ("conflict-copy-dropbox", [4, 3]), ("conflict-copy-syncthing", [4, 3])],
)
def test_copies_with_the_same_id_are_all_listed(key: str, levels: list[int], tmp_path: Path) -> None:
    """Which of two copies is right is for people to say; neither is hidden or merged."""
    found = list(assessments_in(file_of(key, tmp_path)))
    stored = [each for each in found if isinstance(each, StoredAssessment)]
    assert len(found) == 2
    assert sorted((each.assessment.ratings["mission"].level for each in stored), key=str) == sorted(levels)


@pytest.mark.parametrize(
    ("key", "name"), [("name-escape", "␛]0;x␇.toml"), ("name-rlo", "reportU+202Elmot.exe")]
)
def test_a_file_name_that_acts_is_named_in_a_form_that_cannot(key: str, name: str, tmp_path: Path) -> None:
    """File names come from strangers too and reach the terminal in every complaint."""
    path = file_of(key, tmp_path)
    path.write_bytes(doc(value="6"))
    with pytest.raises(UnsoundInputError) as caught:
        load_assessment(path)
    assert str(caught.value).removeprefix(f"{path.parent}/").split(":50: ")[0] == name
