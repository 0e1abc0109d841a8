"""`culture model new` and `copy`: a model of one's own in an afternoon, and nothing of anybody's lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from culture_tui.domain.advice import advice_on_model
from culture_tui.domain.soundness import problems_of
from culture_tui.reports.model_keys import model_keys
from culture_tui.storage.model_files import load_model, shipped_models
from documents import MODEL, bent, written
from pages import example, page
from running import Culture

COMMENTED = bent(MODEL, 'id = "our-model"', "id  =  'our-model'  # ours, id = \"x\"")
SPANISH = b"""\
format = 1
id = "our-model" # el nuestro
version = "1.0.0"
language = "es"
title = "Nuestro modelo"
"""


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace that has no models yet."""
    (tmp_path / "assessments").mkdir()
    return Culture(capsys, monkeypatch, tmp_path)


@pytest.mark.parametrize("levels", range(2, 11))
def test_a_new_model_is_sound_and_complete_as_it_is(culture: Culture, levels: int) -> None:
    """The author begins with something that works, and has nothing to mend before the first text."""
    ran = culture("model", "new", "front-desk", "--levels", f"{levels}", "-o", "own.toml")
    assert (ran.status, ran.out) == (0, "own.toml\n")
    model = load_model(culture.home / "own.toml").model
    assert (model.id, model.title, model.language) == ("front-desk", "Front desk", "en")
    assert (len(model.scale), len(model.dimensions), len(model.practices)) == (levels, 2, 3)
    assert len({step.name for step in model.scale}) == levels
    assert [len(set(each.levels)) for each in model.practices.values()] == [levels] * 3
    assert len(model.initiatives) == levels - 1
    assert advice_on_model(model) == []


def test_what_is_optional_is_shown_and_sound_too(culture: Culture) -> None:
    """Whoever takes a # away has a working gate, link, symptom and source; every key is explained once."""
    culture("model", "new", "front-desk")
    path = culture.home / "models" / "front-desk.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^#(?=[^ ])", "", text, flags=re.MULTILINE), encoding="utf-8")
    model = load_model(path).model
    assert (len(model.sources), len(model.symptoms), len(model.gates), len(model.links)) == (1, 1, 1, 1)
    assert (problems_of(model), advice_on_model(model)) == ([], [])
    said = [str(each.purpose) for each in model_keys() if each.file == "model" and "steps[]" not in each.path]
    assert [purpose for purpose in said if f"\n# {purpose}\n" not in text] == []
    assert max(map(len, text.splitlines())) <= 170


def test_a_new_model_says_where_it_is_and_what_to_do_with_it(culture: Culture) -> None:
    """The two next commands can be copied, and work."""
    ran = culture("model", "new", "front-desk")
    path = ran.out.strip()
    assert ran.err.splitlines() == [
        f"Edit it, then: culture model check {path}",
        f"Use it: culture assess --model {path}",
    ]
    checked = culture("model", "check", path)
    assert (checked.status, checked.out, checked.err) == (0, f"{path}: sound\n", "")
    assert culture("assess", "--plain", "--model", path, answers="Harbour Bank\n").status == 0
    assert "| front-desk | 1.0.0 | Front desk | 3 |" in culture("model", "list").out


def test_a_new_model_can_be_in_any_language(culture: Culture) -> None:
    """What the interface does not speak is the author's to write."""
    path = culture("model", "new", "front-desk", "--language", "it").out.strip()
    assert load_model(culture.home / path).model.language == "it"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("new", "Front desk"), 2, "Front desk is not an id"),
        (("new", "a/../b"), 2, "a/../b is not an id"),
        (("new", "con"), 2, "con is not an id"),
        (("new", "front-desk", "--language", "Italian"), 2, "Italian is no code of a language"),
        (("new", "service-culture"), 2, "there is a model called service-culture already; choose another id"),
        (("new", "front-desk", "-o", "kept.toml"), 3, "kept.toml: is there already, and is left as it is"),
        (("new", "front-desk", "-o", "gone/x.toml"), 3, "gone: there is no such folder"),
        (("copy", "service-culture", "../x"), 2, "../x is not an id"),
        (("copy", "kept.toml", "kept"), 1, "kept.toml:1: format: "),
    ],
)
def test_what_cannot_be_made_leaves_everything_as_it_was(
    culture: Culture, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """No file is overwritten, and none is written outside the folder of models."""
    written(culture.home, b"mine = 1\n", "kept.toml")
    before = sorted(culture.home.rglob("*"))
    ran = culture("model", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith(said)
    assert sorted(culture.home.rglob("*")) == before
    assert (culture.home / "kept.toml").read_bytes() == b"mine = 1\n"


def test_a_copy_keeps_every_comment_and_has_its_translations_with_it(culture: Culture) -> None:
    """Only the id changes, so that the author sees in a comparison what is theirs."""
    written(culture.home, COMMENTED.replace(b"\n", b"\r\n"), "draft.toml")
    written(culture.home, SPANISH, "draft.es.toml")
    ran = culture("model", "copy", "draft.toml", "her-model")
    models = culture.home / "models"
    assert sorted(path.name for path in models.iterdir()) == ["her-model.es.toml", "her-model.toml"]
    assert (models / "her-model.toml").read_bytes() == COMMENTED.replace(
        b"id  =  'our-model'", b'id  = "her-model"'
    ).replace(b"\n", b"\r\n")
    assert (models / "her-model.es.toml").read_bytes() == SPANISH.replace(b"our-model", b"her-model")
    assert Path(ran.out.strip()).name == "her-model.toml"
    assert [line.split(": ")[0] for line in ran.err.splitlines()][1:] == [
        "Give it a title of its own",
        "Edit it, then",
        "Use it",
    ]
    assert culture("model", "check", "her-model").status == 0


def test_a_copy_under_the_same_id_hides_the_shipped_model_and_says_so(culture: Culture) -> None:
    """Assessments find the adapted wording; taking the copy away brings the other back."""
    ran = culture("model", "copy", "service-culture")
    copy = culture.home / "models" / "service-culture.toml"
    shipped = shipped_models() / "service-culture.toml"
    assert copy.read_bytes() == shipped.read_bytes()
    (said,) = [line for line in ran.err.splitlines() if line.startswith("From now on")]
    assert said.startswith(f"From now on service-culture means this copy; {shipped} is hidden")
    copy.write_bytes(copy.read_bytes() + b"# mine\n")
    again = culture("model", "copy", "service-culture")
    assert (again.status, again.out) == (3, "")
    assert again.err.endswith("is there already, and is left as it is; choose another id\n")
    assert copy.read_bytes().endswith(b"# mine\n")


def test_the_page_leads_through_an_afternoon_step_by_step(culture: Culture) -> None:
    """Whoever types what the page shows, in its order, has a model, a copy, a handbook and a translation."""
    for line in re.findall(r"^\$ culture (.*)$", page("models"), re.MULTILINE):
        ran = culture(*line.split())
        assert (line, ran.status) == (line, 0)
    assert (culture.home / "handbook.md").is_file()
    (culture.home / "models" / "front-desk.es.toml").write_bytes(example(page("models")))
    assert culture("model", "check", "front-desk").status == 0
    assert "# Recepción 1.0.0" in culture("model", "show", "front-desk", "--language", "es").out
