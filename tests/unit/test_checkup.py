"""`culture model check`: everything that is wrong at once, translations too, and advice on the side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from documents import MODEL, bent, doc, written
from running import Culture

SPANISH = b"""\
format = 1
id = "our-model"
version = "1.0.0"
language = "es"
title = "Nuestro modelo"
"""
INITIATIVE = b"""
[initiatives.say-it]
title = "Say it"
action = "Say it."
done_when = "It is said."
steps = [{ practice = "mission", from = 1, to = 2 }]
effort_days = 1
weeks = 1
"""
SOURCES = b"""
[[sources]]
id = "book"
title = "A book"
"""
SECOND = b"""
[practices.vision]
dimension = "purpose"
title = "Vision"
question = "Do we have a vision?"
levels = ["We do not", "We do"]
"""


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with a model and its Spanish texts, most of which are missing."""
    (tmp_path / "assessments").mkdir()
    (tmp_path / "models").mkdir()
    written(tmp_path / "models", MODEL, "our-model.toml")
    written(tmp_path / "models", SPANISH, "our-model.es.toml")
    return Culture(capsys, monkeypatch, tmp_path)


def test_a_model_is_checked_with_the_translations_beside_it(culture: Culture) -> None:
    """What is missing is said on the side: a translation in the making can be used."""
    ran = culture("model", "check", "our-model")
    assert ran.status == 0
    assert [line.split("/models/")[1] for line in ran.out.splitlines()] == [
        "our-model.toml: sound",
        "our-model.es.toml: sound",
    ]
    missing = "not translated, so the model's own text is shown"
    assert [line.split("/models/")[1] for line in ran.err.splitlines()] == [
        f"our-model.es.toml: scale.0.name: {missing}",
        f"our-model.es.toml: scale.0.meaning: {missing}",
        f"our-model.es.toml: scale.1.name: {missing}",
        "our-model.es.toml: and 6 more like this; --all lists them",
    ]
    everything = culture("model", "check", "our-model", "--all").err.splitlines()
    assert [line.split(": ")[1] for line in everything][3:] == [
        *("scale.1.meaning", "parts.whole.title", "dimensions.purpose.title"),
        *(f"practices.mission.{key}" for key in ("title", "question", "levels")),
    ]


def test_what_was_found_can_be_read_by_programs(culture: Culture) -> None:
    """A pipeline that publishes models stops where one is unsound."""
    written(culture.home / "models", SPANISH + b"[practices.misson]\n", "our-model.es.toml")
    ran = culture("model", "check", "our-model", "--format", "json")
    own, texts = json.loads(ran.out)
    assert ran.status == 1
    assert (own["sound"], own["problems"], own["advice"]) == (True, [], [])
    assert texts["sound"] is False
    assert texts["problems"] == [
        {
            "line": 6,
            "key": "practices.misson",
            "problem": "nothing here has the id `misson`",
            "hint": "did you mean `mission`?",
        }
    ]


def test_all_models_at_hand_are_checked_where_none_is_named(culture: Culture) -> None:
    """One's own and those that ship."""
    ran = culture("model", "check")
    assert ran.status == 0
    names = [Path(line.split(": ")[0]).name for line in ran.out.splitlines()]
    assert names[:2] == ["our-model.toml", "our-model.es.toml"]
    assert "service-culture.toml" in names


def test_a_translation_is_checked_against_the_model_beside_it(culture: Culture) -> None:
    """Translators check the one file that they work on; twice named is checked once."""
    path = "models/our-model.es.toml"
    written(culture.home / "models", bent(SPANISH, "1.0.0", "0.9.0"), "our-model.es.toml")
    ran = culture("check", path, "models/our-model.toml", path, "--all")
    assert (ran.status, ran.out) == (0, f"{path}: sound\nmodels/our-model.toml: sound\n")
    assert ran.err.startswith(
        f"{path}: version: made of version 0.9.0, and the model is at 1.0.0; see what changed, "
        "then write 1.0.0 here\n"
    )
    (culture.home / "models" / "our-model.toml").unlink()
    ran = culture("check", path)
    assert (ran.status, ran.out) == (
        1,
        f"{path}: the model that it translates is not beside it; put our-model.toml into the same folder\n",
    )


def test_a_translation_is_read_even_where_its_model_has_not_the_right_shape(culture: Culture) -> None:
    """Both authors mend their files in one go."""
    written(culture.home / "models", bent(MODEL, "question =", "questoin ="), "our-model.toml")
    written(culture.home / "models", SPANISH + b"colour = 1\n", "our-model.es.toml")
    ran = culture("check", "models/our-model.toml")
    assert [line.split(": ")[:2] for line in ran.out.splitlines()] == [
        ["models/our-model.toml:26", "practices.mission.question"],
        ["models/our-model.toml:29", "practices.mission.questoin"],
        ["models/our-model.es.toml:6", "colour"],
    ]


def test_every_problem_of_a_model_is_told_not_the_first_ten(culture: Culture) -> None:
    """Nobody checks a file twelve times; of a bomb the first hundred are enough."""
    strange = [b"strange-%d = 1\n" % number for number in range(120)]
    ran = culture("check", written(culture.home, b"".join(strange[:12]) + MODEL, "odd.toml"))
    assert ran.err == "12 problems.\n"
    ran = culture("check", written(culture.home, b"".join(strange) + MODEL, "odd.toml"))
    assert len(ran.out.splitlines()) == 100
    assert ran.err.endswith("odd.toml: these are the first 100; mend them, then check again\n100 problems.\n")


def test_advice_is_no_problem(culture: Culture) -> None:
    """A source that nothing cites and a step that nothing takes are worth a look, with their lines."""
    path = written(culture.home, MODEL + SOURCES + INITIATIVE + SECOND, "ours.toml")
    ran = culture("check", path.name)
    assert (ran.status, ran.out) == (0, "ours.toml: sound\n")
    assert ran.err.splitlines() == [
        "ours.toml:33: sources.0.id: no dimension names the source `book`",
        "ours.toml:44: practices.vision: no initiative leads from 1 to 2",
    ]
    written(culture.home, MODEL + SECOND, "ours.toml")
    assert culture("check", path.name).err == ""


def test_an_assessment_with_the_name_of_a_translation_is_an_assessment(culture: Culture) -> None:
    """A file is what it says it is."""
    written(culture.home, doc(), "workshop.es.toml")
    ran = culture("check", "workshop.es.toml")
    assert (ran.status, ran.out) == (0, "workshop.es.toml: sound\n")
