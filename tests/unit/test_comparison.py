"""Two assessments side by side: what is compared, what is not, and what counts as a change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparing import HIGH, LOW, later, levels, model, of_unit, taken, voted
from culture_tui.domain.change import PracticeChange
from culture_tui.domain.comparison import Comparison, NotCompared, compare, reworded_practices
from culture_tui.domain.effect import Effect, cliffs_delta, permutation_p
from culture_tui.domain.model import Gate
from culture_tui.domain.records import Rating
from support import maturity_model, skeleton

thorough = settings(max_examples=80, derandomize=True, deadline=None)
some_levels = st.dictionaries(
    st.sampled_from(["mission", "vision", "welcome", "farewell"]), st.integers(1, 5), max_size=4
)


def practice(found: Comparison, key: str) -> PracticeChange:
    """The change of one practice."""
    (change,) = [each for each in found.practices if each.id == key]
    return change


def left(found: Comparison) -> dict[str, tuple[str, str]]:
    """What is not compared: its state then and now, by id."""
    return {each.id: (each.then, each.now) for each in found.not_compared}


def test_an_agreed_level_that_moved_is_a_change() -> None:
    """The group's word counts, whatever a test makes of nine votes."""
    found = compare(taken(levels(mission=2, vision=3)), later(levels(mission=3, vision=3)))
    assert [(each.id, each.then, each.now, each.is_reported) for each in found.practices] == [
        ("mission", 2, 3, True),
        ("vision", 3, 3, False),
    ]


def test_votes_that_moved_far_are_a_change_though_the_level_is_the_same() -> None:
    """A facilitator may have kept the old level; the room had moved on."""
    found = compare(taken({"mission": voted(3, LOW)}), later({"mission": voted(3, HIGH)}))
    change = practice(found, "mission")
    assert change.effect == cliffs_delta(LOW, HIGH)
    assert change.chance == permutation_p(LOW, HIGH)
    assert change.chance is not None
    assert change.adjusted == change.chance.p
    assert (change.level_moved, change.votes_moved, change.is_reported) == (False, True, True)
    assert change.effect is not None
    assert change.direction == change.effect.delta


@pytest.mark.parametrize(
    ("then", "now", "moved"),
    [
        ((0, 10, 0, 0, 0), (0, 7, 3, 0, 0), False),  # δ .30: certain or not, too little
        ((0, 5, 0, 0, 0), (0, 2, 3, 0, 0), False),  # δ .60, but five and five people: p .17
        ((0, 9, 1, 0, 0), (0, 2, 8, 0, 0), True),  # δ .70, p .005
    ],
)
def test_votes_moved_only_with_a_medium_effect_that_chance_does_not_explain(
    then: tuple[int, ...], now: tuple[int, ...], *, moved: bool
) -> None:
    """Either alone misleads: a large effect of five people, a sure one of a tenth of a level."""
    found = compare(taken({"mission": voted(2, then)}), later({"mission": voted(2, now)}))
    assert practice(found, "mission").votes_moved is moved


@pytest.mark.parametrize(
    ("delta", "adjusted", "moved"),
    [
        (0.33, 0.05, True),
        (-0.33, 0.05, True),
        (0.329, 0.05, False),
        (0.33, 0.0501, False),
        (0.33, None, True),
        (0.329, None, False),
    ],
)
def test_the_bounds_of_an_effect_and_of_a_chance_belong_to_a_change(
    delta: float, adjusted: float | None, *, moved: bool
) -> None:
    """The rule says .33 or more and .05 or less; who stands on the line is in."""
    change = practice(
        compare(taken({"mission": voted(3, LOW)}), later({"mission": voted(3, LOW)})), "mission"
    )
    effect = Effect(delta, None, None, None)
    assert replace(change, effect=effect, adjusted=adjusted).votes_moved is moved


def test_chances_are_adjusted_for_how_many_practices_were_looked_at() -> None:
    """Of forty practices two move by chance alone at one in twenty; nobody may take these home."""
    weak, rest = (0, 9, 1, 0, 0), (0, 4, 6, 0, 0)
    alone = compare(taken({"mission": voted(2, weak)}), later({"mission": voted(2, rest)}))
    four = {key: voted(2, weak) for key in ("mission", "vision", "welcome", "farewell")}
    among = compare(taken(four), later({key: voted(2, rest) for key in four}))
    assert practice(alone, "mission").adjusted == pytest.approx(0.0573, abs=1e-4)
    assert practice(among, "mission").adjusted == pytest.approx(4 * 0.0573, abs=4e-4)


def test_the_last_round_in_which_somebody_voted_is_compared() -> None:
    """People talk between rounds; the last one is what they came to."""
    now = voted(3, (0, 0, 0, 0, 0), LOW, HIGH)
    change = practice(compare(taken({"mission": voted(3, LOW, HIGH)}), later({"mission": now})), "mission")
    assert change.rounds == (LOW, HIGH)


def test_a_practice_without_votes_is_compared_by_its_level_alone() -> None:
    """Many old files have no votes; they are worth comparing all the same."""
    change = practice(compare(taken(levels(mission=2)), later({"mission": voted(3, HIGH)})), "mission")
    assert (change.votes, change.effect, change.chance, change.adjusted) == ("none", None, None, None)
    assert change.is_reported


@pytest.mark.parametrize(("n", "votes"), [(4, "withheld"), (5, "compared")])
def test_votes_of_fewer_than_five_are_withheld(n: int, votes: str) -> None:
    """In a document for others, four histograms bars are four people."""
    then, now = {"mission": voted(2, (0, n, 0, 0, 0))}, {"mission": voted(2, (0, 0, 9, 0, 0))}
    for one, other in ((taken(then), later(now)), (taken(now), later(then))):
        change = practice(compare(one, other), "mission")
        assert change.votes == votes
        assert (change.rounds is None, change.effect is None) == (votes == "withheld",) * 2


def test_the_floor_can_be_lowered_by_choice() -> None:
    """A unit of four may see its histograms; any figure of four votes says more than it knows."""
    then, now = taken({"mission": voted(2, (0, 4, 0, 0, 0))}), later({"mission": voted(3, HIGH)})
    change = practice(compare(then, now, floor=4), "mission")
    assert (change.votes, change.rounds) == ("few", ((0, 4, 0, 0, 0), HIGH))
    assert (change.effect, change.chance) == (None, None)


@pytest.mark.parametrize(
    ("before", "after", "votes"),
    [
        ((0, 5, 4, 0, 0), (0, 5, 5, 0, 0), "overlapping"),  # one came: everybody knows what she voted
        ((0, 5, 4, 0, 0), (0, 4, 5, 0, 0), "overlapping"),  # one changed her mind
        ((0, 9, 0, 0, 0), (0, 4, 5, 0, 0), "compared"),  # five came over: nobody is alone
        ((0, 9, 0, 0, 0), (0, 5, 4, 0, 0), "overlapping"),
        ((0, 5, 4, 0, 0), (0, 5, 4, 0, 0), "compared"),
    ],
)
def test_two_copies_of_one_workshop_do_not_show_what_a_single_person_did(
    before: tuple[int, ...], after: tuple[int, ...], votes: str
) -> None:
    """Two exports, each harmless, can give a person away by their difference."""
    then = taken({"mission": voted(2, before)}, key="same")
    now = taken({"mission": voted(2, after)}, key="same")
    assert practice(compare(then, now), "mission").votes == votes


def grown(count: int, by: int) -> tuple[dict[str, Rating], dict[str, Rating]]:
    """So many practices with votes, and the same with somebody's vote added to each."""
    keys = ["mission", "vision", "welcome", "farewell"][:count]
    more = (0, 6 + by, 4, 0, 0)
    return {key: voted(2, (0, 6, 4, 0, 0)) for key in keys}, {key: voted(2, more) for key in keys}


def test_the_same_votes_exported_twice_do_not_give_away_who_came_in_between() -> None:
    """A form that was imported on Monday and again on Tuesday differs by Tuesday's ballot."""
    monday, tuesday = grown(4, 1)
    for one, other in ((monday, tuesday), (tuesday, monday)):
        found = compare(taken(one), later(other))
        assert {each.votes for each in found.practices} == {"overlapping"}
        assert {each.rounds for each in found.practices} == {None}
    five = grown(4, 5)
    assert {each.votes for each in compare(taken(five[0]), later(five[1])).practices} == {"compared"}
    three = grown(3, 1)
    assert {each.votes for each in compare(taken(three[0]), later(three[1])).practices} == {"overlapping"}
    two = grown(2, 1)
    assert {each.votes for each in compare(taken(two[0]), later(two[1])).practices} == {"compared"}


def test_workshops_that_lose_a_vote_anywhere_are_two_workshops() -> None:
    """Half a year later nine people vote anew; their small moves are what is to be seen."""
    monday, tuesday = grown(4, 1)
    tuesday["vision"] = voted(2, (0, 5, 5, 0, 0))
    assert {each.votes for each in compare(taken(monday), later(tuesday)).practices} == {"compared"}


@pytest.mark.parametrize(
    ("votes", "census"), [((0, 6, 4, 0, 0), True), ((0, 5, 4, 0, 0), True), (LOW[:2] + (0,) * 3, False)]
)
def test_a_census_is_one_in_which_nearly_all_voted(votes: tuple[int, ...], *, census: bool) -> None:
    """Eight of ten are many, and still not everybody: the two who kept silent may think otherwise."""
    everybody = {"participants": 10, "population": 10}
    then = taken({"mission": voted(2, LOW)}, workshop=everybody)
    now = later({"mission": voted(2, votes)}, workshop=everybody)
    assert compare(then, now).terms.is_census is census
    assert compare(now, then).terms.is_census is census


def test_just_85_percent_are_not_nearly_all() -> None:
    """The bound is the one that this house calls "fully": more than 85 %, as for levels."""
    everybody = {"participants": 20, "population": 20}
    then = taken({"mission": voted(2, (0, 20, 0, 0, 0))}, workshop=everybody)
    for silent, census in ((3, False), (2, True)):
        now = later({"mission": voted(2, (0, 20 - silent, 0, 0, 0))}, workshop=everybody)
        assert compare(then, now).terms.is_census is census


def test_a_target_of_one_unit_is_not_reached_by_another() -> None:
    """Whose target it was stands in the title."""
    then = taken({"mission": Rating(level=2, target=4)})
    other = of_unit(later(levels(mission=4)), "Branch")
    assert practice(compare(then, later(levels(mission=4))), "mission").target == 4
    assert practice(compare(then, other), "mission").target is None


def test_votes_that_went_the_other_way_bear_no_level_out() -> None:
    """The group agreed on more while its votes fell: that is a conversation, not a proof."""
    up = compare(taken({"mission": voted(2, LOW)}), later({"mission": voted(3, HIGH)}))
    odd = compare(taken({"mission": voted(2, HIGH)}), later({"mission": voted(3, LOW)}))
    assert (practice(up, "mission").borne_out, practice(up, "mission").contradicted) == (True, False)
    assert (practice(odd, "mission").borne_out, practice(odd, "mission").contradicted) == (False, True)
    assert practice(odd, "mission").direction > 0


def test_in_a_census_there_is_no_chance_to_speak_of() -> None:
    """Whoever counted everybody has nothing to estimate; a p would be an insult to arithmetic."""
    all_there = {"participants": 10, "population": 10}
    then = taken({"mission": voted(2, LOW)}, workshop=all_there)
    now = later({"mission": voted(2, (0, 4, 6, 0, 0))}, workshop=all_there)
    change = practice(compare(then, now), "mission")
    assert change.effect is not None
    assert (change.effect.low, change.effect.high, change.effect.variance) == (None, None, None)
    assert (change.chance, change.adjusted) == (None, None)
    assert change.votes_moved
    sampled = compare(then, later(dict(now.ratings), workshop={"participants": 10, "population": 11}))
    assert practice(sampled, "mission").chance is not None


def test_everything_that_is_not_compared_is_listed_with_its_reason() -> None:
    """What silently drops out of a comparison is what the client asks about."""
    older = model().model_copy(
        update={"practices": {**model().practices, "gone": model().practices["mission"]}}
    )
    newer = model("1.1.0").model_copy(
        update={"practices": {**model().practices, "added": model().practices["mission"]}}
    )
    then = {"mission": Rating(level=2), "gone": Rating(level=2), "vision": Rating(not_applicable="Why")}
    now = {"vision": Rating(level=2), "added": Rating(level=1), "mission": Rating(note="later")}
    found = compare(taken(then, of=older), later(now, of=newer, workshop={"scope": ("purpose",)}))
    assert found.practices == ()
    assert left(found) == {
        "mission": ("rated", "unrated"),
        "vision": ("not-applicable", "rated"),
        "welcome": ("unrated", "out-of-scope"),
        "farewell": ("unrated", "out-of-scope"),
        "gone": ("rated", "absent"),
        "added": ("absent", "rated"),
    }


def test_practices_match_by_id_across_versions_of_a_model() -> None:
    """A better title, another place in the file: it is still the same practice."""
    renamed = {
        **model().practices,
        "mission": model().practices["mission"].model_copy(update={"title": "New"}),
    }
    newer = model("1.2.3").model_copy(update={"practices": dict(reversed(renamed.items()))})
    found = compare(taken(levels(mission=2)), later(levels(mission=3), of=newer))
    assert [each.id for each in found.practices] == ["mission"]


def test_a_reworded_practice_is_flagged_and_in_a_new_major_version_not_compared() -> None:
    """A step between two different rulers is no step."""
    then, now = taken(levels(mission=2)), levels(mission=3)
    texts = frozenset({"mission"})
    flagged = compare(then, later(now, of=model("1.9.0")), texts)
    assert [(each.id, each.reworded) for each in flagged.practices] == [("mission", True)]
    renewed = compare(then, later(now, of=model("2.0.0")), texts)
    assert renewed.practices == ()
    assert NotCompared("mission", "mission", "rated", "rated", reworded=True) in renewed.not_compared
    assert [each.id for each in compare(then, later(now, of=model("2.0.0"))).practices] == ["mission"]


def test_a_comma_or_a_capital_rewords_nothing() -> None:
    """A corrected slip must not flag thirty practices."""
    before = maturity_model({"purpose": ("mission", "vision", "values")})

    def changed(key: str, **texts: object) -> object:
        return before.practices[key].model_copy(update=texts)

    after = before.model_copy(
        update={
            "practices": {
                "mission": changed("mission", question="How, IS it here"),
                "vision": changed("vision", levels=("a", "b", "c", "d", "e quite")),
                "values": changed("values", question="How is it there?"),
            }
        }
    )
    assert reworded_practices(before, after) == {"vision", "values"}


@pytest.mark.parametrize(
    ("other", "workshop", "obstacle"),
    [
        (model(id="other"), {}, "models"),
        (skeleton({"purpose": ("mission",)}, levels=4), {}, "scales"),
        (model(), {"mode": "pulse"}, "modes"),
    ],
)
def test_what_cannot_be_compared_still_shows_both_profiles(
    other: object, workshop: dict[str, object], obstacle: str
) -> None:
    """Different models, scales or ways of asking: a clear word and two profiles, not a traceback."""
    now = later(levels(mission=3), workshop=workshop).model_copy(
        update={"model": other, "pulse": {"purpose": Rating(level=4)}}
    )
    found = compare(taken(levels(mission=2)), now)
    assert (found.obstacle, found.practices) == (obstacle, ())
    assert found.overall.then is not None
    assert found.overall.now is not None
    assert (found.overall.then.score, found.overall.score_change) == (2, None)
    assert found.overall.now.score == (4 if obstacle == "modes" else 3)
    assert not found.overall.is_reported


def test_a_dimension_is_compared_on_what_was_rated_both_times() -> None:
    """A practice that was added to the talk must not pass for an improvement."""
    found = compare(taken(levels(mission=2)), later(levels(mission=2, vision=5)))
    (purpose, care) = found.dimensions
    assert purpose.then is not None
    assert purpose.now is not None
    assert (purpose.then.score, purpose.now.score) == (2, 3.5)
    assert (purpose.score_change, purpose.is_reported, purpose.same_basis) == (0, False, False)
    assert (care.score_change, care.is_reported) == (None, False)


def test_the_weights_of_the_later_model_hold_for_both_sides() -> None:
    """A model that weighs differently must not move a score by itself."""
    heavy = skeleton({"purpose": ("mission", "vision")}, weights={"mission": 3.0})
    light = skeleton({"purpose": ("mission", "vision")})
    same = levels(mission=4, vision=2)
    assert compare(taken(same, of=light), later(same, of=heavy)).overall.score_change == 0


def test_a_gate_counts_in_the_comparison_of_the_whole() -> None:
    """What the whole holds is what the profile says, gates included."""
    gate = Gate(id="floor", dimension="care", every_practice_at_least=4, caps_overall_at=3)
    gated = skeleton({"purpose": ("mission",), "care": ("welcome",)}, gates=(gate,))
    found = compare(
        taken(levels(mission=5, welcome=3), of=gated), later(levels(mission=5, welcome=4), of=gated)
    )
    assert found.overall.like is not None
    assert (found.overall.like.then.level, found.overall.like.now.level) == (3, 4)


def test_pulse_workshops_are_compared_question_by_question() -> None:
    """Ninety minutes in spring, ninety in autumn: that is a comparison too."""
    pulse = {"mode": "pulse"}
    then = taken({}, workshop=pulse).model_copy(update={"pulse": {"purpose": voted(2, LOW)}})
    now = later({}, workshop=pulse).model_copy(update={"pulse": {"purpose": voted(3, HIGH)}})
    found = compare(then, now)
    assert [(each.id, each.then, each.now, each.votes) for each in found.practices] == [
        ("purpose", 2, 3, "compared")
    ]
    assert found.overall.score_change == 1
    assert left(found) == {"care": ("unrated", "unrated")}


def test_the_target_set_then_is_held_against_the_level_now() -> None:
    """The first question of a second workshop: did we get where we wanted?"""
    found = compare(taken({"mission": Rating(level=2, target=4)}), later(levels(mission=3)))
    assert (practice(found, "mission").target, practice(found, "mission").now) == (4, 3)


def test_how_many_voted_is_told_from_the_votes_that_are_compared() -> None:
    """What is withheld must not come back as a number of people."""
    few = {"mission": voted(2, (0, 3, 0, 0, 0)), "vision": voted(2, LOW)}
    found = compare(taken(few), later({"mission": voted(2, (0, 9, 9, 0, 0)), "vision": voted(2, HIGH)}))
    assert found.people == (10, 10)
    assert compare(taken(levels(mission=2)), later(levels(mission=2))).people is None


@thorough
@given(some_levels, some_levels)
def test_every_practice_is_compared_or_listed_and_none_twice(
    before: dict[str, int], after: dict[str, int]
) -> None:
    """Nothing gets lost between then and now."""
    found = compare(taken(levels(**before)), later(levels(**after)))
    compared = [each.id for each in found.practices]
    assert sorted([*compared, *left(found)]) == ["farewell", "mission", "vision", "welcome"]
    assert set(compared) == before.keys() & after.keys()


@thorough
@given(some_levels, some_levels)
def test_looking_back_is_looking_forward_mirrored(before: dict[str, int], after: dict[str, int]) -> None:
    """A consultant who swaps the files must see the same story told backwards."""
    there = compare(taken(levels(**before)), later(levels(**after)))
    back = compare(later(levels(**after)), taken(levels(**before)))
    assert [(each.id, each.then, each.now) for each in there.practices] == [
        (each.id, each.now, each.then) for each in back.practices
    ]
    for one, other in zip(there.dimensions, back.dimensions, strict=True):
        assert one.is_reported == other.is_reported
        assert one.score_change == (None if other.score_change is None else -other.score_change)


@thorough
@given(some_levels)
def test_the_same_file_twice_shows_no_change_at_all(found: dict[str, int]) -> None:
    """A slip of the hand on the command line is answered, not punished."""
    once = taken(levels(**found))
    twice = compare(once, once.model_copy())
    assert [each for each in twice.practices if each.is_reported] == []
    assert [each.score_change for each in (*twice.dimensions, *twice.parts, twice.overall)] == [
        0 if each.like is not None else None for each in (*twice.dimensions, *twice.parts, twice.overall)
    ]
    assert twice.terms == replace(twice.terms, is_copy=True)
