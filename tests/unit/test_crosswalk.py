"""Where two sides of a culture meet: only linked pairs have a number, and it is one that was measured."""

from __future__ import annotations

from culture_tui.domain.crosswalk import Crosswalk, Pair, crosswalk
from culture_tui.domain.model import Link
from culture_tui.domain.scoring import profile
from support import assessment, flagship, skeleton

DIMENSIONS = {"north": ["mission"], "people": ["places"], "first": ["desk"], "calm": ["talk"], "own": ["own"]}
PARTS = {"north": "processes", "people": "processes", "calm": "processes", "first": "traits", "own": "traits"}


def met(
    links: list[tuple[str, str]], levels: dict[str, int | None], scope: tuple[str, ...] = ()
) -> Crosswalk | None:
    """The crosswalk of a small model with these links and levels."""
    linked = tuple(Link(between=between) for between in links)
    model = skeleton(DIMENSIONS, part_of=PARTS, links=linked)
    of = assessment(model, levels, scope=scope)
    return crosswalk(of, profile(of))


def test_a_cell_is_the_lower_of_two_linked_scores() -> None:
    """Where the two meet the weaker side sets the pace; a mean would be a number that nobody gave."""
    found = met([("first", "north")], {"mission": 2, "desk": 3})
    assert found is not None
    assert found.pairs == {("north", "first"): Pair(2, apart=False)}


def test_a_pair_that_the_model_does_not_link_has_no_cell() -> None:
    """A number for it would be ours, not the group's."""
    found = met([("north", "first")], {"mission": 2, "desk": 3, "places": 1, "own": 5})
    assert found is not None
    assert ("people", "own") not in found.pairs


def test_scores_of_one_and_a_half_apart_contradict_each_other() -> None:
    """The same bound as for the contradictions that the results tell in words."""
    found = met([("north", "first"), ("people", "own")], {"mission": 2, "desk": 4, "places": 3, "own": 4})
    assert found is not None
    assert found.pairs["north", "first"] == Pair(2, apart=True)
    assert found.pairs["people", "own"] == Pair(3, apart=False)


def test_a_pair_of_which_one_is_not_rated_has_no_score() -> None:
    """Unrated is not weak."""
    found = met([("north", "first")], {"mission": 2})
    assert found is not None
    assert found.pairs["north", "first"] == Pair(None, apart=False)


def test_the_longer_part_is_the_rows() -> None:
    """Names are long and numbers short: rows have more room."""
    found = met([("own", "calm")], {})
    assert found is not None
    assert (found.row_part, found.column_part) == ("processes", "traits")
    assert found.rows == ("north", "people", "calm")
    assert found.columns == ("first", "own")


def test_links_within_a_part_or_out_of_scope_join_nothing() -> None:
    """Without two sides there is no crosswalk."""
    assert met([("north", "people")], {"mission": 2}) is None
    assert met([], {"mission": 2}) is None
    assert met([("north", "first")], {"mission": 2}, scope=("processes",)) is None


def test_the_model_that_ships_links_twelve_pairs_of_trait_and_process() -> None:
    """Each link that the source names is a cell."""
    of = assessment(flagship().skeleton())
    found = crosswalk(of, profile(of))
    assert found is not None
    assert (len(found.rows), len(found.columns), len(found.pairs)) == (7, 5, 12)
