"""Where a person's files are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.storage import workspace as subject
from culture_tui.storage.model_files import shipped_models
from culture_tui.storage.workspace import Workspace, recovery_folder, workspace


@pytest.fixture(name="home", autouse=True)
def a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test looks into the folders of whoever runs it."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.delenv("CULTURE_HOME", raising=False)
    monkeypatch.setattr(subject, "user_documents_path", lambda: home / "Documents")
    monkeypatch.setattr(subject, "user_data_path", lambda name: home / "data" / name)
    monkeypatch.setattr(subject, "user_state_path", lambda name: home / "state" / name)
    monkeypatch.chdir(home)
    return home


def test_the_workspace_chosen_comes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed now outranks what was set up long ago."""
    (home / "assessments").mkdir()
    monkeypatch.setenv("CULTURE_HOME", str(home / "set-up"))
    assert workspace(str(home / "typed")).root == home / "typed"


def test_the_variable_comes_before_the_current_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever set it wants it everywhere."""
    (home / "assessments").mkdir()
    monkeypatch.setenv("CULTURE_HOME", str(home / "set-up"))
    assert workspace().root == home / "set-up"


def test_an_empty_variable_is_no_choice(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`CULTURE_HOME=` is how a shell unsets it for one command."""
    monkeypatch.setenv("CULTURE_HOME", "")
    assert workspace().root == home / "Documents" / "culture"


def test_a_current_folder_with_assessments_is_a_workspace(home: Path) -> None:
    """A project folder can hold its own workshops."""
    (home / "assessments").mkdir()
    assert workspace().root == home


def test_a_file_called_assessments_makes_no_workspace(home: Path) -> None:
    """Nothing could be saved in it."""
    (home / "assessments").touch()
    assert workspace().root == home / "Documents" / "culture"


def test_otherwise_it_is_in_the_documents(home: Path) -> None:
    """People find it where they keep their other work."""
    assert workspace() == Workspace(home / "Documents" / "culture")


def test_asking_makes_no_folder(home: Path) -> None:
    """Somebody who only looks at the help leaves no trace."""
    found = workspace()
    assert not found.assessments.exists()
    assert recovery_folder().name == "recovery"
    assert list(home.iterdir()) == []


def test_a_workspace_keeps_workshops_and_documents_apart() -> None:
    """What is sent out is not mixed with what is worked on."""
    root = Path("team")
    assert Workspace(root).assessments == Path("team/assessments")
    assert Workspace(root).exports == Path("team/exports")


def test_models_beside_the_workshop_come_before_those_that_ship(home: Path) -> None:
    """A consultant's own edition of a model wins over ours."""
    assert Workspace(home).model_folders == (
        home / "models",
        home / "data" / "culture" / "models",
        shipped_models(),
    )


def test_a_recovery_copy_is_kept_away_from_the_workspace(home: Path) -> None:
    """It is needed when just that folder cannot be written."""
    assert recovery_folder() == home / "state" / "culture" / "recovery"
