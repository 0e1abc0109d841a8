"""Models of others: four levels in one part without initiatives, ten levels in three parts with a floor."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

import pytest

from running import Culture

MODELS: Final = Path(__file__).parents[1] / "models"
WHO: Final = ("Harbour Bank", "")


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with the models of others."""
    (tmp_path / "assessments").mkdir()
    shutil.copytree(MODELS, tmp_path / "models")
    return Culture(capsys, monkeypatch, tmp_path)


def held(culture: Culture, model: str, file: str, *answers: str) -> dict[str, object]:
    """A whole workshop line by line; its profile as data."""
    ran = culture(
        "assess", "--plain", "--model", model, file, answers="\n".join((*WHO, *answers, "finish", ""))
    )
    assert (ran.status, ran.out) == (0, f"{file}\n")
    return culture("show", file, "--format", "json").facts


def level_of(facts: object, *keys: str) -> object:
    """What stands at the end of a path of keys."""
    for key in keys:
        assert isinstance(facts, dict)
        facts = facts[key]
    return facts


def test_a_model_of_four_levels_without_initiatives_goes_all_the_way(culture: Culture) -> None:
    """Weights count, 5 is no level, and a plan without anything to do is no failure."""
    checked = culture("model", "check", "four")
    assert (checked.status, checked.err) == (0, "")
    handbook = culture("model", "show", "four").out
    assert "\nWeight: 2.5\n" in handbook
    assert "| 4 | With the customer saying what will happen next, and when. |" in handbook
    facts = held(culture, "four", "a.toml", "1", "counts 0 0 5 4", "accept", "5", "4", "2")
    assert level_of(facts, "practices", "queue", "agreement", "histogram") == [0, 0, 5, 4]
    arrival, errand = (1 + 2.5 * 3) / 3.5, 3.0
    assert level_of(facts, "dimensions", "arrival", "score") == pytest.approx(arrival)
    assert level_of(facts, "overall", "score") == pytest.approx((3 * arrival + errand) / 4)
    assert "level 2 Effort of 4" in culture("show", "a.toml").out
    planned = culture("roadmap", "a.toml")
    assert planned.status == 0
    assert "Today: level 2 Effort" in planned.out
    held(culture, "four", "b.toml", "2", "3", "4", "3")
    changed = culture("compare", "a.toml", "b.toml", "--format", "json").facts
    assert level_of(changed, "dimensions", "errand") is not None


def test_a_model_of_ten_levels_in_three_parts_goes_all_the_way(culture: Culture) -> None:
    """Ten is a level with two digits, the floor of a dimension caps the whole, initiatives are planned."""
    checked = culture("model", "check", "ten")
    assert (checked.status, len(checked.err.splitlines())) == (0, 4)
    assert "| 10 | Of ten calls, ten are answered in time. |" in culture("model", "show", "ten").out
    answers = ("10", "counts 0 0 0 0 0 0 0 0 1 8", "accept", "hands 6 6 7 8", "accept", "10", "9", "10")
    facts = held(culture, "ten", "a.toml", *answers)
    assert [level_of(facts, "practices", key, "level") for key in ("calls", "letters", "promises")] == [
        10,
        10,
        6,
    ]
    assert level_of(facts, "overall", "level") == 5
    assert "capped at 5 while these stand below 7: Promises." in culture("show", "a.toml").out
    held(culture, "ten", "b.toml", "3", "3", "4", "4", "5", "6")
    planned = culture("roadmap", "b.toml", "--format", "json")
    assert {"list", "lunch", "morning"} <= set(json.dumps(planned.facts).replace('"', " ").split())
    compared = culture("compare", "b.toml", "a.toml")
    assert compared.status == 0
    assert "Showing the way" in compared.out
