"""Which model file is meant, and whether it is the one that an assessment was rated against."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.safe_text import clean
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.model_files import (
    DEFAULT_MODEL,
    find_model,
    load_model,
    model_of,
    model_paths,
    needed_model_of,
    shipped_models,
)
from documents import MODEL, bent, written

NEXT = bent(MODEL, '"1.0.0"', '"2.0.0"')


@pytest.fixture(name="folders")
def two_folders_for_models(tmp_path: Path) -> tuple[Path, Path]:
    """A workspace's and, behind it, a shared one."""
    mine, shared = tmp_path / "mine", tmp_path / "shared"
    mine.mkdir()
    shared.mkdir()
    return mine, shared


@pytest.fixture(name="skeleton")
def what_an_assessment_kept_of_the_model(tmp_path: Path) -> ModelSkeleton:
    """Version 1.0.0 of `our-model`."""
    return load_model(written(tmp_path, MODEL)).skeleton()


def test_a_model_knows_its_file_and_its_digest(tmp_path: Path) -> None:
    """Two files that call themselves the same version can be told apart."""
    path = written(tmp_path, MODEL)
    loaded = load_model(path)
    assert loaded.model.id == "our-model"
    assert loaded.path == path
    assert loaded.digest == hashlib.sha256(MODEL).hexdigest()[:32]
    assert loaded.skeleton() == loaded.model.skeleton(loaded.digest)


def test_the_model_that_ships_is_sound_and_found_by_its_id() -> None:
    """A first workshop can begin without any file of one's own."""
    loaded = find_model(DEFAULT_MODEL, [shipped_models()])
    assert loaded.model.id == "service-culture"
    assert loaded.path == shipped_models() / "service-culture.toml"


def test_every_model_that_ships_is_sound() -> None:
    """None of them may fail in front of a group."""
    paths = list(model_paths([shipped_models()]))
    assert paths != []
    assert [load_model(path).model.id for path in paths] == [path.stem for path in paths]


def test_models_are_listed_by_name_a_folder_at_a_time(folders: tuple[Path, Path]) -> None:
    """The list looks the same on every system."""
    mine, shared = folders
    expected = [written(mine, MODEL, "b.toml"), written(mine, MODEL, "c.toml"), written(shared, MODEL)]
    assert list(model_paths(folders)) == expected


def test_the_model_to_begin_with_is_listed_before_the_others_of_its_folder() -> None:
    """Whoever presses Enter on the first line holds the workshop that the program is about."""
    first, *others = model_paths([shipped_models()])
    assert first.stem == DEFAULT_MODEL
    assert others == sorted(others)
    assert others != []


def test_of_two_models_with_one_name_the_first_folder_has_its_way(folders: tuple[Path, Path]) -> None:
    """A consultant's own edition stands in for the shared one."""
    mine, shared = folders
    ours = written(mine, NEXT, "our-model.toml")
    written(shared, MODEL, "our-model.toml")
    assert list(model_paths(folders)) == [ours]
    assert find_model("our-model", folders).model.version == "2.0.0"


def test_only_model_files_are_listed(tmp_path: Path) -> None:
    """Translations, notes and folders stand beside them."""
    written(tmp_path, MODEL, "our-model.toml")
    written(tmp_path, b"", "our-model.es.toml")
    written(tmp_path, b"", "readme.md")
    (tmp_path / "folder.toml").mkdir()
    assert [path.name for path in model_paths([tmp_path])] == ["our-model.toml"]


def test_a_folder_that_is_not_there_holds_no_models(tmp_path: Path) -> None:
    """Most people have no models of their own."""
    assert list(model_paths([tmp_path / "models"])) == []


@pytest.mark.parametrize("name", ["our-model.toml", "models/our-model.toml", "models/our-model"])
def test_a_model_can_be_named_by_its_path(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a colleague mailed need not be put anywhere first."""
    (tmp_path / "models").mkdir()
    path = written(tmp_path, MODEL, name)
    monkeypatch.chdir(tmp_path)
    assert find_model(name, []).model.id == "our-model"
    assert find_model(str(path), []).path == path


def test_an_id_is_never_taken_for_a_file_beside_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in the current folder by chance must not be rated against."""
    written(tmp_path, MODEL, "our-model")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnsoundInputError):
        find_model("our-model", [])


def test_an_unknown_id_is_answered_with_the_known_ones(folders: tuple[Path, Path]) -> None:
    """A mistyped id is put right without looking anything up."""
    written(folders[0], MODEL, "b.toml")
    written(folders[1], MODEL, "a.toml")
    with pytest.raises(UnsoundInputError) as caught:
        find_model("c", folders)
    assert str(caught.value) == (
        "no model has the id `c`; these are known: b, a; or give the path of a model file"
    )


def test_names_of_models_are_said_in_a_form_that_cannot_act(tmp_path: Path) -> None:
    """A file's name and what is typed may both hold bytes that drive a terminal."""
    written(tmp_path, MODEL, "a\x1b[2J\u202e.toml")
    with pytest.raises(UnsoundInputError) as caught:
        find_model("c\x1b]0;x\x07", [tmp_path])
    assert str(caught.value) == clean(str(caught.value))
    assert "`c␛]0;x␇`" in str(caught.value)


def test_the_address_of_a_source_cannot_act(tmp_path: Path) -> None:
    """Addresses are printed and linked like any other text."""
    source = '\n[[sources]]\nid = "a"\ntitle = "A"\nurl = "https://a.example/\\u001b]0;x\\u0007\\u202e"\n'
    path = written(tmp_path, MODEL + source.encode())
    try:
        url = load_model(path).model.sources[0].url
    except UnsoundInputError:
        url = ""
    assert url == clean(url)


def test_the_model_that_was_rated_against_is_found(
    folders: tuple[Path, Path], skeleton: ModelSkeleton
) -> None:
    """Its texts can be read beside the ratings."""
    path = written(folders[1], MODEL, "our-model.toml")
    found = model_of(skeleton, folders)
    assert found is not None
    assert found.path == path


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (NEXT, "our-model.toml"),
        (bent(MODEL, '"our-model"', '"another"'), "our-model.toml"),
        (b"format = 1\n", "our-model.toml"),
        (MODEL, "another.toml"),
    ],
    ids=["another version", "another id", "unsound", "another name"],
)
def test_another_model_is_not_taken_for_it(
    content: bytes, name: str, folders: tuple[Path, Path], skeleton: ModelSkeleton
) -> None:
    """An old result is never read with another model's texts."""
    written(folders[0], content, name)
    assert model_of(skeleton, folders) is None


@pytest.mark.parametrize("first", [NEXT, b"format = 1\n"], ids=["newer version", "unsound"])
def test_a_newer_edition_in_front_does_not_hide_the_one_that_was_rated_against(
    first: bytes, folders: tuple[Path, Path], skeleton: ModelSkeleton
) -> None:
    """Whoever drops in a new edition must still be able to open last year's workshop."""
    mine, shared = folders
    written(mine, first, "our-model.toml")
    path = written(shared, MODEL, "our-model.toml")
    found = model_of(skeleton, folders)
    assert found is not None
    assert found.path == path


def test_a_model_that_is_needed_and_missing_is_named(
    folders: tuple[Path, Path], skeleton: ModelSkeleton
) -> None:
    """The person learns which file to ask for and where to put it."""
    with pytest.raises(UnsoundInputError) as caught:
        needed_model_of(skeleton, folders, Path("a.toml"))
    assert str(caught.value) == (
        "a.toml: model: its model our-model 1.0.0 is not at hand; "
        "put the model file into the folder models beside it, or name it with --model"
    )


def test_a_model_that_is_needed_and_there_is_given(
    folders: tuple[Path, Path], skeleton: ModelSkeleton
) -> None:
    """The same one that would be found without need."""
    written(folders[0], MODEL, "our-model.toml")
    assert needed_model_of(skeleton, folders, Path("a.toml")) == model_of(skeleton, folders)
