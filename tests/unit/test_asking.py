"""What is read aloud, a practice or the one question of a dimension."""

from __future__ import annotations

from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from support import NOW, assessment, flagship

LOADED = flagship()


def held(mode: str) -> Assessment:
    """A workshop with the model that ships."""
    of = assessment(LOADED.skeleton())
    return of.with_workshop(of.workshop.model_copy(update={"mode": mode}), NOW)


def test_a_practice_is_read_with_its_own_levels() -> None:
    """The group talks about behaviour, not about digits."""
    read, practice = asked(held("full"), LOADED.model, "mission"), LOADED.model.practices["mission"]
    assert (read.title, read.question) == (practice.title, practice.question)
    assert [text for _, text in read.levels] == list(practice.levels)
    assert read.group == LOADED.model.dimensions[practice.dimension].title
    assert (read.probes, read.covers) == (practice.probes, ())


def test_a_pulse_reads_the_question_of_the_dimension_and_what_the_levels_mean_anywhere() -> None:
    """One question stands for several practices, so the group hears which."""
    read, dimension = asked(held("pulse"), LOADED.model, "true-north"), LOADED.model.dimensions["true-north"]
    assert (read.title, read.question) == (dimension.title, dimension.pulse)
    assert read.levels == tuple((step.name, step.meaning) for step in LOADED.model.scale)
    assert read.group == LOADED.model.parts[dimension.part].title
    assert LOADED.model.practices["mission"].title in read.covers
