"""What must hold for every profile of the flagship model, whatever a group answers."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.progress import Coverage
from culture_tui.domain.records import Rating
from culture_tui.domain.scoring import Profile, Result, level_held, profile, weighted_mean
from support import assessment, flagship

MODEL = flagship().skeleton()
PRACTICES = list(MODEL.practices)
NOT_HERE = Rating(not_applicable="not here")

ratings = st.one_of(
    st.builds(Rating),
    st.just(NOT_HERE),
    *[st.just(Rating(level=level)) for level in (1, 2, 3, 4, 5)],
)
answers = st.dictionaries(st.sampled_from(PRACTICES), ratings)
many_answers = st.fixed_dictionaries(dict.fromkeys(PRACTICES, ratings))
excellent_answers = st.fixed_dictionaries(
    {key: st.sampled_from([Rating(level=5), Rating(level=5), Rating(level=4), Rating()]) for key in PRACTICES}
)
any_answers = st.one_of(answers, many_answers, excellent_answers)
quarters = st.integers(1, 40).map(lambda n: n / 4)
rated_lists = st.lists(st.tuples(st.integers(1, 5), quarters), min_size=1, max_size=12)

thorough = settings(max_examples=60, derandomize=True, deadline=None)


def found(given_ratings: Mapping[str, Rating], model: ModelSkeleton = MODEL) -> Profile:
    """The profile of these ratings."""
    return profile(assessment(model, ratings=given_ratings))


def results(of: Profile) -> list[Result]:
    """Every result of a profile."""
    return [of.overall, *of.parts.values(), *of.dimensions.values()]


def figures(of: Profile) -> list[tuple[float | None, int | None]]:
    """Every score and level of a profile."""
    return [(result.score, result.level) for result in results(of)]


@thorough
@given(any_answers)
def test_there_is_a_score_and_a_level_exactly_where_something_is_rated(kept: dict[str, Rating]) -> None:
    """Never a number for what nobody rated; never none for what somebody did."""
    for result in results(found(kept)):
        assert (result.score is not None) == (result.level is not None) == (result.coverage.rated > 0)


@thorough
@given(any_answers, st.sampled_from(PRACTICES))
def test_not_applicable_changes_no_score_and_no_level(kept: dict[str, Rating], practice: str) -> None:
    """Setting a practice aside must neither flatter nor punish."""
    unrated = {**kept, practice: Rating()}
    assert figures(found({**kept, practice: NOT_HERE})) == figures(found(unrated))


@thorough
@given(any_answers, st.sampled_from(PRACTICES), st.integers(1, 5))
def test_a_rating_at_or_above_the_level_held_never_lowers_it(
    kept: dict[str, Rating], practice: str, level: int
) -> None:
    """Nobody may lose by answering one more question well."""
    before = found({**kept, practice: Rating()})
    after = found({**kept, practice: Rating(level=level)})
    pairs = [
        (before.overall, after.overall),
        *[(before.parts[key], after.parts[key]) for key in before.parts],
        *[(before.dimensions[key], after.dimensions[key]) for key in before.dimensions],
    ]
    for old, new in pairs:
        if old.level is None or level >= old.level:
            assert (new.level or 0) >= (old.level or 0)


@thorough
@given(any_answers, st.sampled_from(PRACTICES), st.integers(1, 4))
def test_to_raise_a_rating_never_lowers_anything(kept: dict[str, Rating], practice: str, level: int) -> None:
    """Progress must never look like a step back."""
    before = figures(found({**kept, practice: Rating(level=level)}))
    after = figures(found({**kept, practice: Rating(level=level + 1)}))
    for (old_score, old_level), (new_score, new_level) in zip(before, after, strict=True):
        assert (new_score or 0) >= (old_score or 0)
        assert (new_level or 0) >= (old_level or 0)


@thorough
@given(rated_lists)
def test_score_and_level_lie_between_the_lowest_and_the_highest_rating(
    rated: list[tuple[int, float]],
) -> None:
    """A number that nobody gave is hard enough to explain; one outside the room's range is wrong."""
    levels = [level for level, _ in rated]
    score, held = weighted_mean(rated), level_held(rated)
    assert score is not None
    assert held is not None
    assert min(levels) <= score <= max(levels)
    assert min(levels) <= held <= max(levels)


@thorough
@given(st.dictionaries(st.sampled_from(PRACTICES), ratings, min_size=2), st.randoms(use_true_random=False))
def test_the_order_of_the_ratings_does_not_matter(kept: dict[str, Rating], chance: Random) -> None:
    """A workshop may jump from practice to practice."""
    order = list(kept)
    chance.shuffle(order)
    assert found({key: kept[key] for key in order}) == found(kept)


@thorough
@given(rated_lists, st.sampled_from([0.1, 0.3, 3.0, 7.0, 1000.0]))
def test_scaling_all_weights_changes_nothing(rated: list[tuple[int, float]], factor: float) -> None:
    """Weights are relative: 1 and 2 mean the same as 10 and 20."""
    scaled = [(level, weight * factor) for level, weight in rated]
    assert level_held(scaled) == level_held(rated)
    assert weighted_mean(scaled) == pytest.approx(weighted_mean(rated), rel=1e-12)


@thorough
@given(
    excellent_answers, st.sampled_from(list(MODEL.practices_of("serve-with-excellence"))), st.integers(1, 3)
)
def test_the_excellence_floor_caps_the_whole_at_4_and_names_the_practice(
    kept: dict[str, Rating], practice: str, level: int
) -> None:
    """No group reads as Sincroservicio while serving with excellence is learnt or uneven."""
    overall = found({**kept, practice: Rating(level=level)}).overall
    assert overall.level is not None
    assert overall.level <= 4
    assert [(hold.gate.id, hold.practices) for hold in overall.gates] == [("excellence-floor", (practice,))]


def test_one_practice_below_the_floor_is_enough_for_the_whole_to_stay_at_4() -> None:
    """The cap is seen to work: the same answers without the weak spot hold the top."""
    full = {key: Rating(level=5) for key in PRACTICES}
    assert found(full).overall.level == 5
    capped = found({**full, "excellence-practised": Rating(level=3)}).overall
    assert (capped.level, capped.held_back_by) == (4, ("excellence-practised",))


@thorough
@given(any_answers)
def test_coverage_adds_up(kept: dict[str, Rating]) -> None:
    """The parts' counts are the whole's, and every practice is counted once."""
    of = found(kept)
    nothing = Coverage(0, 0, 0)
    assert sum((part.coverage for part in of.parts.values()), nothing) == of.overall.coverage
    assert sum((each.coverage for each in of.dimensions.values()), nothing) == of.overall.coverage
    levels = [rating.level for rating in kept.values()]
    aside = [rating for rating in kept.values() if rating.not_applicable is not None]
    assert of.overall.coverage == Coverage(
        rated=len([level for level in levels if level is not None]),
        applicable=len(PRACTICES) - len(aside),
        total=36,
    )


@thorough
@given(any_answers)
def test_a_score_can_be_worked_out_again_from_what_it_says_counted(kept: dict[str, Rating]) -> None:
    """The question how a number came about has an answer that a consultant can check by hand."""
    of = found(kept)
    for result in results(of):
        assert result.score == weighted_mean((each.score, each.weight) for each in result.counted)
    for key, result in of.dimensions.items():
        listed = [each.id for each in result.counted] + [each.id for each in result.left_out]
        assert sorted(listed) == sorted(MODEL.practices_of(key))
