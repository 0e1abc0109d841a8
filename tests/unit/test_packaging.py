"""What a person installs is whole: the wheel carries models and catalogues."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout and unpacked into an empty folder."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command from the unpacked wheel, far from the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "CULTURE_HOME": str(installed.parent)}
    command = [sys.executable, "-P", "-m", "culture_tui", *arguments]
    return subprocess.run(
        command, cwd=installed, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_wheel_carries_the_models(installed: Path) -> None:
    """A facilitator installs the program and starts, without a network."""
    shipped = [path.name for path in sorted((ROOT / "models").glob("*.toml"))]
    assert [path.name for path in sorted((installed / "culture_tui/models").iterdir())] == shipped
    found = run(installed, "model", "list")
    assert (found.returncode, "service-culture" in found.stdout) == (0, True)


def test_the_installed_program_uses_its_own_models(installed: Path) -> None:
    """An installed program must not depend on a checkout that happens to lie about."""
    where = "from culture_tui.storage.model_files import shipped_models as m; print(m())"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-c", where]
    found = subprocess.run(
        command, cwd=installed, env=environment, capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()) == installed / "culture_tui/models"


def test_the_wheel_speaks_spanish(installed: Path) -> None:
    """The compiled catalogue is inside, though it is not in the repository."""
    assert run(installed, "--language", "es", "--help").stdout.startswith("Uso:")


def test_the_wheel_carries_nothing_that_is_not_the_product(installed: Path) -> None:
    """Tests, notes and caches are not for users."""
    assert {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")} == {
        "culture_tui"
    }


def test_an_editable_install_finds_the_models_of_the_checkout() -> None:
    """Whoever edits a shipped model sees it at once."""
    code = "from culture_tui.storage.model_files import shipped_models as m; print(m())"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()) == ROOT / "models"
