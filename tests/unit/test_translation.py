"""A model in another language: its texts change, its ids, numbers and digest do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from culture_tui.domain.translation import ModelTranslation, missing_texts, problems_of_translation
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.model_files import in_language, load_model, load_translation, model_of
from documents import MODEL, bent, written
from running import Culture
from support import assessment, flagship

SPANISH = """\
format = 1
id = "our-model"
version = "1.0.0"
language = "es"
title = "Nuestro modelo"

[[scale]]
level = 2
name = "Sí"
meaning = "Lo hacemos"

[[scale]]
level = 1
name = "No"
meaning = "No lo hacemos"

[parts.whole]
title = "Todo"

[dimensions.purpose]
title = "Propósito"

[practices.mission]
title = "Misión"
question = "¿Tenemos una misión?"
levels = ["No la tenemos", "La tenemos"]
"""


@pytest.fixture(name="model")
def a_model_in_two_languages(tmp_path: Path) -> Path:
    """The smallest model, and its Spanish texts beside it."""
    (tmp_path / "models").mkdir()
    written(tmp_path / "models", SPANISH.encode(), "our-model.es.toml")
    return written(tmp_path / "models", MODEL, "our-model.toml")


def without(text: str) -> bytes:
    """The Spanish texts without a line."""
    assert SPANISH.count(text) == 1
    return SPANISH.replace(text, "").encode()


def test_a_model_speaks_another_language(model: Path) -> None:
    """Every text is the translation's, found by level and id and not by its place."""
    loaded = load_model(model)
    spoken = loaded.in_language("es")
    assert spoken.model.language == "es"
    assert spoken.model.title == "Nuestro modelo"
    assert [(step.level, step.id, step.name) for step in spoken.model.scale] == [
        (1, "no", "No"),
        (2, "yes", "Sí"),
    ]
    assert spoken.model.practices["mission"].levels == ("No la tenemos", "La tenemos")
    assert spoken.model.practices["mission"].dimension == "purpose"
    assert (spoken.digest, spoken.path) == (loaded.digest, model)
    assert spoken.in_language("en") == loaded


def test_what_a_translation_leaves_out_stays_in_the_models_own_words(model: Path) -> None:
    """A half-finished translation can be used, and what is missing can be listed."""
    written(model.parent, without('question = "¿Tenemos una misión?"\n'), "our-model.es.toml")
    loaded = load_model(model)
    practice = loaded.in_language("es").model.practices["mission"]
    assert (practice.title, practice.question) == ("Misión", "Do we have a mission?")
    texts = load_translation(model.with_name("our-model.es.toml"), loaded.model)
    assert missing_texts(texts, loaded.model) == ["practices.mission.question"]


def test_every_text_of_the_model_is_asked_for() -> None:
    """An empty translation lacks all that a group can read, and no id, number or source."""
    model = flagship().model
    empty = ModelTranslation(format=1, id=model.id, version=model.version, language="es")
    missing = missing_texts(empty, model)
    assert missing[:3] == ["title", "summary", "scale.0.name"]
    assert {path.rsplit(".", 1)[1] for path in missing[2:]} == {
        *("name", "meaning", "title", "summary", "pulse", "question", "levels", "probes", "evidence"),
        *("probe", "action", "done_when", "owner_role", "explanation", "why"),
    }
    assert len(missing) == len(set(missing))
    assert [path for path in missing if path.startswith("links.")] == [
        f"links.{index}.why" for index in range(len(model.links))
    ]


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("practices.mission", "practices.misson", "practices.misson", "nothing here has the id `misson`"),
        ('"No la tenemos", "La tenemos"', '"No la tenemos"', "practices.mission.levels", "1 texts for 2"),
        ("level = 2", "level = 3", "scale.0.level", "level 3 is not on the scale of 1 to 2"),
        ('"our-model"', '"her-model"', "id", "this translates `her-model`, not `our-model`"),
        ('language = "es"', 'language = "en"', "language", "the model itself is in `en`"),
    ],
)
def test_a_translation_that_does_not_fit_is_told_and_left_out(
    model: Path, old: str, new: str, key: str, said: str
) -> None:
    """Its error names line and key; the workshop goes on in the model's own language."""
    path = written(model.parent, bent(SPANISH.encode(), old, new), "our-model.es.toml")
    loaded = load_model(model)
    with pytest.raises(UnsoundInputError) as caught:
        load_translation(path, loaded.model)
    (problem,) = caught.value.problems
    assert (problem.place.key, problem.place.line is not None) == (key, True)
    assert said in str(problem)
    spoken = loaded.in_language("es")
    assert spoken.model == loaded.model
    assert spoken.left_out == (problem,)


def test_links_and_gates_are_found_by_what_they_are_about() -> None:
    """The order in a translation is nobody's business; a link or gate that is not there is."""
    model = flagship().model
    link, gate = model.links[-1], model.gates[0]
    texts = ModelTranslation.model_validate(
        {
            "format": 1,
            "id": model.id,
            "version": model.version,
            "language": "es",
            "links": ({"between": link.between[::-1], "why": "Porque sí."},),
            "gates": ({"id": gate.id, "explanation": "Sin excelencia, nada."},),
        }
    )
    assert problems_of_translation(texts, model) == []
    missing = missing_texts(texts, model)
    assert f"links.{len(model.links) - 1}.why" not in missing
    assert "gates.0.explanation" not in missing
    stray = texts.model_copy(update={"links": (texts.links[0].model_copy(update={"between": ("a", "b")}),)})
    assert [str(each) for each in problems_of_translation(stray, model)] == [
        "links.0.between: the model has no such link"
    ]


def test_an_assessment_is_told_in_another_language(model: Path) -> None:
    """Titles, scale and all; what was rated, and against which file, stays."""
    loaded = load_model(model)
    rated = assessment(loaded.skeleton(), {"mission": 2})
    spoken = in_language(rated, "es", [model.parent])
    assert spoken.model.practices["mission"].title == "Misión"
    assert spoken.model.scale[1].name == "Sí"
    assert (spoken.model.language, spoken.model.digest) == ("es", loaded.digest)
    assert spoken.ratings == rated.ratings
    assert in_language(spoken, "en", [model.parent]) == rated


def test_what_a_later_model_calls_otherwise_keeps_its_title(model: Path) -> None:
    """A part that was renamed is no reason to fail in front of a client."""
    rated = assessment(load_model(model).skeleton(), {"mission": 2})
    for name, text in (("our-model.toml", MODEL.decode()), ("our-model.es.toml", SPANISH)):
        later = text.replace("[parts.whole]", "[parts.all]").replace('part = "whole"', 'part = "all"')
        written(model.parent, later.encode(), name)
    spoken = in_language(rated, "es", [model.parent]).model
    assert (spoken.parts["whole"].title, spoken.dimensions["purpose"].title) == ("Whole", "Propósito")


@pytest.mark.parametrize("language", ["it", "en"])
def test_without_a_translation_an_assessment_stays_as_it_is(model: Path, language: str) -> None:
    """Nothing is guessed; neither where the model is not at hand."""
    rated = assessment(load_model(model).skeleton(), {"mission": 2})
    assert in_language(rated, language, [model.parent]) == rated
    assert in_language(rated, "es", [model.parent / "elsewhere"]) == rated


def test_a_model_is_never_taken_for_its_translation(model: Path) -> None:
    """The digest is the model's own in every language."""
    skeleton = load_model(model).in_language("es").skeleton()
    found = model_of(skeleton, [model.parent])
    assert found is not None
    assert (found.path, found.model.language) == (model, "en")


@pytest.mark.usefixtures("model")
def test_documents_are_in_the_language_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A consultant hands the client's own words over; programs get the file's, unless they ask."""
    (tmp_path / "assessments").mkdir()
    culture = Culture(capsys, monkeypatch, tmp_path)
    votes = written(tmp_path, b"mission\n2\n2\n", "votes.csv")
    made = culture("import", votes, "--model", "our-model", "--accept", "median", "-o", "a.toml")
    assert made.status == 0, made.err
    assert "Mission" in culture("show", "a.toml").out
    assert "Misión" in culture("show", "a.toml", "--language", "es").out
    assert "Misión" in culture("--language", "es", "show", "a.toml").out
    assert "Misión" in culture("compare", "a.toml", "a.toml", "--language", "es").out
    assert "¿Tenemos una misión?" in culture("model", "show", "our-model", "--language", "es").out
    titles = [
        json.loads(culture(*asked, "show", "a.toml", "--format", "json", *own).out)["model"]["title"]
        for asked, own in ((("--language", "es"), ()), ((), ("--language", "es")))
    ]
    assert titles == ["Our model", "Nuestro modelo"]
