"""A model to begin with: sound as it is, and every key says what it is for.

What is optional is shown behind a `#`; with it taken away the model is as sound as before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.reports.model_keys import ModelKey, model_keys, purposes_of_tables
from culture_tui.reports.model_samples import Samples, samples

_OPTIONAL: Final = "#"
_LONGEST: Final = 80
_SECOND: Final = 2

Entries = Mapping[str, object]
"""Keys with their values; a key that begins with `#` is shown and does not count."""


class _Page:
    """Lines of a model file; each table and key is explained where it stands first."""

    def __init__(self, words: NullTranslations) -> None:
        self._words = words
        self._tables = dict(purposes_of_tables())
        self._keys = {(each.table, each.name): each for each in model_keys() if each.file == "model"}
        self.lines: list[str] = []

    def say(self, *comments: str) -> None:
        """Lines that explain."""
        self.lines += [f"# {comment}" for comment in comments]

    def table(self, header: str, entries: Entries, name: str = "") -> None:
        """One table; `#` before the header makes all of it optional."""
        kind = header.removeprefix(_OPTIONAL)
        purpose = self._tables.pop(kind, None)
        if header:
            self.lines.append("")
        if purpose is not None:
            self.say(self._words.gettext(purpose.template))
        if header:
            self.lines.append(header.replace("<id>", name))
        for key, value in entries.items():
            self._entry(self._keys.pop((kind, key.removeprefix(_OPTIONAL)), None), key, value, header)

    def _entry(self, known: ModelKey | None, key: str, value: object, header: str) -> None:
        if known is not None:
            self.say(self._words.gettext(known.purpose.template))
        mark = _OPTIONAL if header.startswith(_OPTIONAL) and not key.startswith(_OPTIONAL) else ""
        self.lines += [f"{mark}{line}" for line in f"{key} = {_toml(value)}".splitlines()]


def model_template(model_id: str, levels: int, language: str, words: NullTranslations) -> str:
    """The text of a model file with a scale of so many levels; comments and samples in these words."""
    said, page = samples(levels, words), _Page(words)
    page.say(*said.opening)
    page.table("", _head(model_id, language, said))
    page.table("#[[sources]]", {"id": "first-source", **said.source})
    for number, (name, meaning) in enumerate(said.scale, start=1):
        page.table("[[scale]]", {"level": number, "id": f"level-{number}", "name": name, "meaning": meaning})
    page.table("[parts.<id>]", said.part, "service")
    page.table(
        "[dimensions.<id>]", _dimension(said.dimensions[0], "#sources", ["first-source"]), "reliability"
    )
    page.table(
        "[dimensions.<id>]", _dimension(said.dimensions[1], "#rests_on", ["reliability"]), "dimension-2"
    )
    page.lines.append("")
    page.say(*said.advice)
    for practice, (dimension, texts) in _practices(said).items():
        page.table("[practices.<id>]", {"dimension": dimension, "#weight": 1.0, **texts}, practice)
    page.table("#[symptoms.<id>]", {**said.symptom, "points_to": ["kept-promises"]}, "asked-twice")
    for start in range(1, levels):
        page.table("[initiatives.<id>]", _initiative(said, start), f"to-level-{start + 1}")
    page.table(
        "#[[gates]]",
        {
            "id": "floor",
            "dimension": "reliability",
            "every_practice_at_least": 2,
            "caps_overall_at": levels - 1,
            "explanation": said.gate,
        },
    )
    page.table("#[[links]]", {"between": ["reliability", "dimension-2"], "why": said.link})
    return "\n".join(page.lines) + "\n"


def _head(model_id: str, language: str, said: Samples) -> Entries:
    return {
        "format": 1,
        "id": model_id,
        "version": "1.0.0",
        "language": language,
        "title": model_id.replace("-", " ").capitalize(),
        "summary": said.summary,
    }


def _dimension(texts: Entries, optional: str, ids: Sequence[str]) -> Entries:
    return {"part": "service", **texts, "#weight": 1.0, optional: ids}


def _practices(said: Samples) -> Mapping[str, tuple[str, Entries]]:
    """The dimension and the texts of each practice, by its id."""
    return {
        "kept-promises": ("reliability", said.practices[0]),
        "practice-2": ("reliability", said.practices[1]),
        "practice-3": ("dimension-2", said.practices[2]),
    }


def _initiative(said: Samples, start: int) -> Entries:
    """Something to do that takes every practice one step up, so that each step is taken."""
    steps = [f'{{ practice = "{each}", from = {start}, to = {start + 1} }}' for each in _practices(said)]
    return {
        "title": said.to_level.format(level=start + 1),
        **said.initiative,
        "steps": _Raw("[\n    " + ",\n    ".join(steps) + ",\n]"),
        "effort_days": 5,
        "weeks": 8,
        "owner_role": said.owner,
        **({"#needs": ["to-level-2"]} if start == _SECOND else {}),
    }


class _Raw(str):
    """TOML that is written as it is."""

    __slots__ = ()


def _toml(value: object) -> str:
    if isinstance(value, _Raw):
        return value
    if isinstance(value, list):
        items = [_toml(each) for each in value]
        short = f"[{', '.join(items)}]"
        return short if len(short) <= _LONGEST else "[\n    " + ",\n    ".join(items) + ",\n]"
    return json.dumps(value, ensure_ascii=False)
