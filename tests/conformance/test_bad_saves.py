"""Entries of the catalogue of bad inputs that strike while somebody saves: warned of, and nothing lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from errno import EACCES, EDQUOT
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from culture_tui import language
from culture_tui.domain.assessment import Assessment
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.saver import Saver
from culture_tui.storage.workspace import Workspace
from culture_tui.tui.messages import SaveStateChanged
from culture_tui.tui.workshop import OpenWorkshop
from documents import doc, made_by, written
from saving import AN_HOUR, Heard
from support import CONFORMANCE, NOW, maturity_model

RECIPES: Final[dict[str, str]] = {
    entry["id"]: entry["generator"]
    for entry in json.loads((CONFORMANCE / "bad_inputs.json").read_text("utf-8"))
    if entry["kind"] == "file"
}
MODEL: Final = maturity_model({"purpose": ["mission"], "care": ["welcome"]})


class Place:
    """A workspace in which an entry of the catalogue was made, with a workshop that was open before."""

    def __init__(self, key: str, home: Path) -> None:
        self.folder = home / "workspace"
        self.folder.mkdir()
        self.path = written(self.folder, doc())
        self.recovery = home / "recovery"
        self.heard: Heard[SaveStateChanged] = Heard()
        stored = load_assessment(self.path)
        self.workshop = OpenWorkshop(
            stored.assessment, MODEL, self.path, stored.digest, Workspace(self.folder), self.heard
        )
        made_by(RECIPES[key], self.folder)

    def rate(self, level: int) -> Assessment:
        """Change something."""
        self.workshop.change(self.workshop.assessment.with_level("welcome", level, NOW))
        return self.workshop.assessment

    def on_disk(self) -> Assessment:
        """What the file says."""
        return load_assessment(self.path).assessment


@pytest.fixture(name="place")
def a_place(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    """A workspace for the entry that the test is about; savers try again only with the next change."""
    language.use("en")
    monkeypatch.setattr("culture_tui.tui.workshop.Saver", partial(Saver, retry_seconds=(AN_HOUR,)))
    monkeypatch.setattr("culture_tui.storage.saver.recovery_folder", lambda: tmp_path / "recovery")
    place = Place(str(request.param), tmp_path)
    yield place
    place.workshop.close()
    place.folder.chmod(0o755)


def refusing(folder: Path, really: Callable[..., int]) -> Callable[..., int]:
    """`os.open` as it is in a folder that may only be read; root may write where others may not."""

    def opened(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT and Path(path).parent == folder:
            raise PermissionError(EACCES, os.strerror(EACCES))
        return really(path, flags, mode)

    return opened


@pytest.mark.parametrize("place", ["deleted-under-us"], indirect=True)
def test_a_file_that_was_deleted_is_made_again(place: Place) -> None:
    """Whoever tidied the shared drive during the break has not tidied the workshop away."""
    place.path.unlink()
    changed = place.rate(4)
    assert place.workshop.settle()
    assert place.on_disk() == changed
    assert [heard.failed for heard in place.heard.all] == [False]


@pytest.mark.parametrize("place", ["deleted-under-us"], indirect=True)
def test_it_is_said_that_a_file_was_made_again(place: Place) -> None:
    """Somebody deleted it, perhaps for a reason, and should hear that it is back."""
    place.path.unlink()
    place.rate(4)
    assert place.workshop.settle()
    after_deletion = place.workshop.said
    place.rate(5)
    assert place.workshop.settle()
    assert after_deletion[14:] != place.workshop.said[14:] == " in a.toml"


@pytest.mark.parametrize("place", ["readonly-dir"], indirect=True)
def test_in_a_folder_that_is_read_only_the_change_is_kept_elsewhere(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The warning stays until the file is written, and a copy has everything until then."""
    really = os.open
    monkeypatch.setattr(os, "open", refusing(place.folder, really))
    for level in (4, 5):
        changed = place.rate(level)
        assert not place.workshop.settle()
        said = f"NOT SAVED: cannot be written: {os.strerror(EACCES)} · a.toml"
        assert (place.workshop.said, place.workshop.failed) == (said, True)
        assert place.workshop.recovery is not None
        assert place.workshop.recovery.parent == place.recovery
        assert load_assessment(place.workshop.recovery).assessment == changed
        assert place.path.read_bytes() == doc()
    monkeypatch.setattr(os, "open", really)
    place.folder.chmod(0o755)
    changed = place.rate(3)
    assert place.workshop.settle()
    assert (place.on_disk(), place.workshop.failed) == (changed, False)


@pytest.mark.parametrize("place", ["quota-on-replace"], indirect=True)
def test_a_quota_that_is_used_up_is_said_and_tried_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays whole, nothing half-written is left, and the next change is saved."""
    really, refusals = os.replace, [OSError(EDQUOT, os.strerror(EDQUOT))]

    def replace(source: Path, target: Path) -> None:
        if target == place.path and refusals:
            raise refusals.pop()
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    place.rate(4)
    place.heard.first(1)
    assert place.workshop.said == f"NOT SAVED: cannot be written: {os.strerror(EDQUOT)} · a.toml"
    assert (place.path.read_bytes(), list(place.folder.iterdir())) == (doc(), [place.path])
    changed = place.rate(5)
    assert place.workshop.settle()
    assert place.on_disk() == changed
    assert [heard.failed for heard in place.heard.all] == [True, False]
