"""Keys: each has a name, an id and an explanation, and each can be another one."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import ClassVar, Final

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.widgets import Static

from culture_tui.reports.keys import KeyLine, all_keys_document
from culture_tui.reports.markdown import markdown
from culture_tui.tui.app import CultureApp
from culture_tui.tui.keys import bindings_of, classes_with_keys, every_key, normal, rebound, usable, written
from running import Culture

PAGE: Final = Path(__file__).parents[2] / "docs" / "keys.md"
CLASSES: Final = classes_with_keys(CultureApp)
KNOWN: Final = every_key(CultureApp)
FREE: Final = "f12"


@pytest.fixture(name="culture")
def _culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    return Culture(capsys, monkeypatch, tmp_path)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_key_of_a_screen_has_an_id_a_name_and_an_explanation(kind: type) -> None:
    """Footer, help, palette and settings all live on them."""
    for binding in bindings_of(kind):
        is_digit = binding.action.startswith("rate(")  # ten of them are one thing, and no command
        assert binding.id, binding
        assert binding.tooltip.endswith("."), binding
        assert binding.description or is_digit, binding


def test_every_screen_and_window_was_looked_at() -> None:
    """A screen that is not found is a screen whose keys cannot be changed."""
    names = {kind.__name__ for kind in CLASSES}
    assert {
        "CultureApp",
        "HomeScreen",
        "ScoringScreen",
        "ProjectorScreen",
        "NoteDialog",
        "PracticeCard",
    } <= names


def test_an_id_means_one_thing() -> None:
    """Who changes a key changes it wherever it means the same, and nowhere else."""
    actions: defaultdict[str, set[str]] = defaultdict(set)
    keys: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for kind in CLASSES:
        own: defaultdict[str, list[str]] = defaultdict(list)
        for binding in bindings_of(kind):
            actions[f"{binding.id}"].add(binding.action)
            own[f"{binding.id}"].append(binding.key)
        for name, each in own.items():
            keys[name].add(tuple(each))
    assert {name: each for name, each in actions.items() if len(each) > 1} == {}
    assert {name: each for name, each in keys.items() if len(each) > 1} == {}


@pytest.mark.parametrize("name", KNOWN)
def test_every_key_can_be_another_one(name: str) -> None:
    """No key is so dear to us that a person with another keyboard could not move it."""
    kept, wrong = usable(CultureApp, {name: FREE})
    assert (kept, wrong) == ({name: FREE}, {})
    for kind in CLASSES:
        declared = [binding for binding in bindings_of(kind) if binding.id == name]
        if declared:
            merged = BindingsMap(bindings_of(kind))
            merged.apply_keymap(kept)
            assert {binding.action for binding in merged.key_to_bindings[FREE]} == {declared[0].action}
            moved = [key for key, each in merged.key_to_bindings.items() if any(b.id == name for b in each)]
            assert moved == [FREE]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"scoring.notes": "N"}, "no key has this id; did you mean `scoring.note`?"),
        ({"zzz": "N"}, "no key has this id; `culture keys` lists all"),
        ({"scoring.note": "g"}, "the key g has another meaning there: workshop.results"),
        ({"scoring.note": "?"}, "the key ? has another meaning there: app.help"),
        ({"scoring.note": "j"}, "the key j has another meaning there: card.down"),
        ({"card.up": "n"}, "the key n has another meaning there: scoring.note"),
        ({"app.help": "n"}, "the key n has another meaning there: scoring.note"),
        ({"note.close": "ctrl+q"}, "the key ctrl+q has another meaning there: app.quit"),
        ({"scoring.note": "ctrl+m"}, "a terminal cannot tell ctrl+m from Enter"),
        ({"scoring.note": "ctrl+i"}, "a terminal cannot tell ctrl+i from Tab"),
        ({"scoring.note": "ctrl+enter"}, "a terminal does not pass on ctrl+enter"),
        ({"scoring.note": "ctrl+1"}, "a terminal does not pass on ctrl+1"),
        ({"scoring.note": "shift+n"}, "shift+n is written as the letter itself: N"),
        ({"scoring.note": "tab"}, "tab is taken: it moves on, or copies"),
        ({"scoring.note": "notakey"}, "no key is called notakey"),
        ({"scoring.note": "cmd+n"}, "no key is called cmd+n"),
        ({"scoring.note": "n,"}, "a key without a name; the comma's own name is `comma`"),
        ({"scoring.note": ""}, "a key without a name; the comma's own name is `comma`"),
        ({"note.close": "q"}, "q writes a letter there"),
        ({"lines.next": "space"}, "space writes a letter there"),
    ],
)
def test_a_key_that_cannot_be_is_told_in_words_and_left_out(wanted: dict[str, str], said: str) -> None:
    """A key that works for one thing only half of the time is worse than the usual one."""
    kept, wrong = usable(CultureApp, wanted)
    assert kept == {}
    ((what, hint),) = wrong.values()
    assert (f"{what}; {hint}" if hint else f"{what}") == said


@pytest.mark.parametrize(
    "wanted",
    [
        {"scoring.note": "N"},
        {"scoring.note": "f6,ctrl+n,comma"},
        {"scoring.note": "g", "workshop.results": "n"},
        {"scoring.note": "e", "scoring.evidence": "n"},
        {"roadmap.owner": "N"},
        {"home.new": "w"},
        {"screen.back": "f9"},
        {"results.back": "f9"},
        {"text.close": "e"},
        {"note.close": "f10,ctrl+w"},
        {"lines.close": "escape"},
        {"workshop.projector": "f5"},
    ],
    ids=str,
)
def test_what_can_be_is_taken(wanted: dict[str, str]) -> None:
    """Keys may be swapped; a key of one screen is free on another, and in a window."""
    kept, wrong = usable(CultureApp, wanted)
    assert wrong == {}
    assert list(kept) == list(wanted)


def test_one_slip_costs_one_key() -> None:
    """The rest of a keymap holds."""
    kept, wrong = usable(CultureApp, {"scoring.note": "N", "scoring.evidence": "N", "home.new": "y"})
    assert kept == {"scoring.note": "N", "home.new": "y"}
    assert list(wrong) == ["scoring.evidence"]


def test_keys_are_written_as_people_write_them() -> None:
    """`?` and `question_mark` are one key; a blank is easier to read as `space`."""
    assert normal("?") == ("question_mark",)
    assert normal("f5, P") == ("f5", "P")
    assert [written(key) for key in ("question_mark", "space", "comma", "f5", "colon", "escape", "P")] == [
        *("?", "space", "comma", "f5", ":", "escape", "P")
    ]


class Rebound(App[None]):
    """A program of one key, to see what Textual makes of a keymap."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("n", "note", "Note", id="x.note")]

    def compose(self) -> ComposeResult:
        """Nothing to see."""
        yield Static("")


async def test_the_framework_still_replaces_keys_by_id() -> None:
    """All of this rests on it."""
    app = Rebound()
    async with app.run_test():
        app.set_keymap({"x.note": "N"})
        active = app.screen.active_bindings
        assert "N" in active
        assert "n" not in active


def test_the_page_of_keys_is_what_the_program_says(culture: Culture) -> None:
    """`culture keys --format markdown -o docs/keys.md` brings it up to date."""
    ran = culture("keys", "--format", "markdown", "--language", "en")
    assert ran.status == 0
    assert PAGE.read_text(encoding="utf-8") == ran.out


def test_the_list_shows_the_keys_as_a_person_changed_them(culture: Culture) -> None:
    """Who changed a key years ago finds it there, and what is wrong with the settings on the side."""
    folder = culture.home / "config" / "culture"
    folder.mkdir(parents=True)
    text = 'format = 1\ncolour = 1\n[keys]\nscoring.note = "N"\nscoring.evidence = "g"\n'
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    ran = culture("keys", "--format", "json")
    assert ran.status == 0
    listed = ran.out
    assert '"id": "scoring.note",\n    "keys": [\n      "N"\n    ]' in listed
    assert '"id": "scoring.evidence",\n    "keys": [\n      "e"\n    ]' in listed
    said = [line.rpartition("settings.toml:")[2] for line in ran.err.splitlines()]
    assert said == [
        "2: colour: this key is not known here",
        "5: keys.scoring.evidence: the key g has another meaning there: workshop.results",
    ]


def test_a_place_without_a_name_of_its_own_is_told_by_its_id() -> None:
    """A new screen is listed from its first day."""
    from gettext import NullTranslations

    text = markdown(all_keys_document([KeyLine("open-ends.go", ("x",), "Go.")], NullTranslations()))
    assert "| Open ends | x | Go. | open-ends.go |" in text


def test_the_keys_of_a_person_replace_the_usual_ones_in_the_list() -> None:
    """The others stay as they are."""
    told = {bound.id: bound.keys for bound in rebound(KNOWN, {"scoring.note": "N,f6"})}
    assert told["scoring.note"] == ("N", "f6")
    assert told["scoring.evidence"] == ("e",)
