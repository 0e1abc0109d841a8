"""Compiles the interface's catalogues (.po to .mo) when the package is built or installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> None:
    """Write each catalogue's .mo file beside it."""
    for source in sorted((root / "src/culture_tui/language").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parents[1].name)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


class CatalogueHook(BuildHookInterface[Any]):
    """Runs before every build, an editable one included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; hatchling picks them up as artifacts."""
        del version, build_data
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
