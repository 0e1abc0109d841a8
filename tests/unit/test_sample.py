"""The sample workshop: fictional, begun already, and possible with any model."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.consistency import problems_of
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.progress import next_unanswered
from culture_tui.domain.sample import PEOPLE, SampleTexts, sample_subject, sample_workshop, with_sample_votes
from culture_tui.domain.scoring import profile
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.storage.starting import start_sample
from culture_tui.storage.workspace import named_place
from support import NOW, assessment, flagship, skeleton

TEXTS = SampleTexts("Harbour Bank", "Payments desk (sample)", "A note.", "Two weeks.")


def sampled(model: ModelSkeleton) -> Assessment:
    """The sample with a model."""
    begun = assessment(model).with_workshop(sample_workshop(model, NOW), NOW)
    return with_sample_votes(begun.with_subject(TEXTS.unit, sample_subject(TEXTS), NOW), TEXTS, NOW)


def test_the_sample_has_a_reveal_a_split_a_result_and_something_to_ask() -> None:
    """Five minutes are enough to see what the program is for."""
    found = start_sample(flagship(), TEXTS, "en", NOW)
    assert (found.id, found.title, found.subject.tags) == ("sample", "Payments desk (sample)", ("sample",))
    assert found.workshop.participants == PEOPLE
    assert len(found.workshop.scope) == 2
    assert [rating.left_open for rating in found.ratings.values()].count("split") == 1
    assert {sum(votes) for rating in found.ratings.values() for votes in rating.rounds} == {PEOPLE}
    assert [len(rating.rounds) for rating in found.ratings.values()] == [2, 1, 1]
    assert profile(found).overall.level is not None
    assert next_unanswered(found) == list(found.model.practices)[2]
    assert problems_of(found) == []
    assert to_toml(to_table(found))


@pytest.mark.parametrize("levels", range(2, 11))
@pytest.mark.parametrize(
    "dimensions",
    [
        {"one": ["a"]},
        {"one": ["a", "b"]},
        {"one": ["a"], "two": ["b"]},
        {f"d{n}": [f"p{n}"] for n in range(40)},
        {"one": [f"p{n}" for n in range(200)]},
    ],
    ids=["one practice", "one dimension", "two of one", "forty dimensions", "two hundred practices"],
)
def test_any_model_has_a_sample_in_which_something_is_left_to_ask(
    dimensions: dict[str, list[str]], levels: int
) -> None:
    """Somebody's own model may be small, and its scale another one."""
    found = sampled(skeleton(dimensions, levels=levels))
    assert next_unanswered(found) is not None
    assert problems_of(found) == []


def test_a_folder_is_named_as_people_name_folders(tmp_path: Path) -> None:
    """With quotation marks from a terminal, or one step too deep."""
    (tmp_path / "assessments").mkdir()
    (tmp_path / "assessments" / "a.toml").touch()
    assert named_place(str(tmp_path)) == tmp_path
    assert named_place(f"'{tmp_path}' ") == tmp_path
    assert named_place(str(tmp_path / "assessments")) == tmp_path
    assert named_place(str(tmp_path / "assessments" / "a.toml")) == tmp_path / "assessments" / "a.toml"


@pytest.mark.parametrize(
    "typed", ["", "  ", "nowhere", "~nobody-here/x", "x" * 5000, "\x00", "a.toml/deeper"]
)
def test_what_is_no_folder_and_no_file_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """A slip must not end the program, nor open a folder that is not there."""
    (tmp_path / "a.toml").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnsoundInputError):
        named_place(typed)


def test_a_folder_of_loose_files_says_where_they_must_be(tmp_path: Path) -> None:
    """Opened as it is it would look empty, and somebody would think that the files are lost."""
    (tmp_path / "a.toml").touch()
    with pytest.raises(UnsoundInputError, match="no folder assessments"):
        named_place(str(tmp_path))
