"""`--why`: every score explains itself, in numbers that a facilitator can check by hand."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate
from culture_tui.domain.records import Rating, Workshop
from culture_tui.domain.scoring import profile
from culture_tui.reports.document import Bullets, Document, Heading
from culture_tui.reports.explaining import OVERALL, why
from culture_tui.reports.practices import practices_why
from culture_tui.reports.why import why_document
from culture_tui.reports.workshop_wide import workshop_wide_json, workshop_wide_texts
from support import assessment, skeleton

WORDS = NullTranslations()
CARE = {"care": ("a", "b", "c")}
FLOOR = Gate(id="floor", dimension="core", every_practice_at_least=4, caps_overall_at=3, explanation="First.")
WIDE = {f"d{n}": [f"p{n}"] for n in range(6)}
TALK = ((1, 3, 3, 2, 0), (0, 7, 2, 0, 0))


def said(of: Assessment, key: str = OVERALL) -> list[str]:
    """Why a dimension, a part or the whole is what it is, in English."""
    return why(of, profile(of), key, WORDS)


def of_care(*levels: int, weights: Mapping[str, float] | None = None) -> list[str]:
    """Why a dimension of three practices with these levels is what it is."""
    return said(assessment(skeleton(CARE, weights=weights), dict(zip("abc", levels, strict=False))), "care")


def about(rating: Rating, **weights: float) -> list[str]:
    """Why a practice rated like this stands where it stands."""
    of = assessment(skeleton(CARE, weights=weights), ratings={"a": rating})
    return dict(practices_why(of, "care", WORDS))["a"]


def under(document: Document, title: str) -> tuple[str, ...]:
    """The sentences under a heading."""
    at = next(at for at, block in enumerate(document) if isinstance(block, Heading) and block.text == title)
    block = document[at + 1]
    assert isinstance(block, Bullets)
    return block.items


def test_a_level_is_told_with_its_shares_and_what_the_next_one_would_need() -> None:
    """(4, 4, 2) holds 3: the example of the measurement page, in words."""
    assert of_care(4, 4, 2) == [
        "Counted: a 4, b 4, c 2; each counts the same.",
        "Their mean is 10 / 3 = 3.333, shown as 3.3.",
        (
            "It holds level 3: at 3 or above are 2 of 3 (67 %), more than 50 %. "
            "At 2 or above are 3 of 3 (100 %), more than 85 %, as at every level below."
        ),
        "Level 4 would need more than 85 % at 3 or above; there are 2 of 3 (67 %).",
        "Below 4 stands: c.",
    ]


def test_weights_are_said_where_they_differ_and_shares_are_then_by_weight() -> None:
    """Two of three practices can be less than half of the weight."""
    assert of_care(4, 1, 4, weights={"b": 2.5, "c": 0.5}) == [
        "Counted: a 4 (weight 1), b 1 (weight 2.5), c 4 (weight 0.5).",
        "Their mean, each times its weight, is 8.5 / 4 = 2.125, shown as 2.1.",
        "It holds level 1, the lowest.",
        "Level 2 would need more than 50 % at 2 or above; there are 1.5 of 4 by weight (38 %).",
        "Below 2 stands: b.",
    ]


def test_equal_weights_other_than_one_count_the_same() -> None:
    """A weight says something only beside another one."""
    assert of_care(3, 3, 3, weights=dict.fromkeys("abc", 2.0))[:2] == [
        "Counted: a 3, b 3, c 3; each counts the same.",
        "Their mean is 9 / 3 = 3.",
    ]


def test_the_highest_level_has_nothing_in_its_way() -> None:
    """Where all is well no sentence may look for a fault."""
    assert of_care(5, 5, 5)[2:] == [
        (
            "It holds level 5, the highest: at 5 are 3 of 3 (100 %), more than 50 %. "
            "At 4 or above are 3 of 3 (100 %), more than 85 %, as at every level below."
        ),
    ]


def test_one_rated_practice_is_its_own_score_and_the_rest_is_left_out() -> None:
    """What nobody rated is named, never counted."""
    assert of_care(2) == [
        "Counted: a 2.",
        "So the score is 2.",
        "It holds level 2: at 2 or above are 1 of 1 (100 %), more than 50 %.",
        "Level 3 would need more than 50 % at 3 or above; there are 0 of 1 (0 %).",
        "Below 3 stands: a.",
        "Left out because not rated: b, c.",
    ]


def test_where_nothing_is_rated_only_what_was_left_out_is_told() -> None:
    """There is no number, so there is no rule to tell either."""
    assert of_care() == [
        "Nothing is rated here, so there is no score and no level.",
        "Left out because not rated: a, b, c.",
    ]


def test_a_share_just_beside_a_bound_is_told_with_decimals() -> None:
    """A share of 50 % that is more than 50 % would be a riddle."""
    told = of_care(2, 2, 1, weights={"a": 250.0, "b": 0.1, "c": 249.0})
    assert "It holds level 2: at 2 or above are 250.1 of 499.1 by weight (50.11 %), more than 50 %." in told


def test_a_part_counts_scores_for_its_score_and_levels_for_its_level() -> None:
    """The mean of 2.5 and 4 is not what the level is made of."""
    model = skeleton({"one": ("a", "b"), "two": ("c",)}, weights={"two": 3.0})
    of = assessment(model, {"a": 2, "b": 3, "c": 4})
    expected = [
        "Counted: one 2.5 (holds 2, weight 1), two 4 (holds 4, weight 3).",
        "Their mean, each times its weight, is 14.5 / 4 = 3.625, shown as 3.6.",
        (
            "It holds level 3: at 3 or above are 3 of 4 by weight (75 %), more than 50 %. "
            "At 2 or above are 4 of 4 by weight (100 %), more than 85 %, as at every level below."
        ),
        "Level 4 would need more than 85 % at 3 or above; there are 3 of 4 by weight (75 %).",
        "Below 4 stands: one.",
    ]
    assert said(of, "whole") == expected
    assert said(of) == expected


def gate_says(levels: Mapping[str, int], *scope: str) -> str:
    """What the explanation of the whole says of the gate."""
    model = skeleton({"core": ["x", "y"], **WIDE}, gates=(FLOOR,))
    (found,) = [each for each in said(assessment(model, levels, scope=scope)) if each.startswith("Gate ")]
    return found


@pytest.mark.parametrize(
    ("core", "others", "told"),
    [
        (
            {"x": 3, "y": 5},
            5,
            "below 4 in core stand: x. This caps the whole at 3; without it the level would be 5. First.",
        ),
        (
            {"x": 3, "y": 5},
            2,
            (
                "not passed, but not the limit: below 4 in core stand: x. It would cap the whole at 3; "
                "the level by the rule is 2. First."
            ),
        ),
        ({"x": 4, "y": 5}, 2, "passed: nothing in core stands below 4."),
        ({"x": 4}, 2, "passed so far: nothing rated in core stands below 4, but 1 of it is not rated."),
        ({}, 2, "it could not be checked, since nothing is rated in core."),
    ],
)
def test_a_gate_says_what_it_did(core: dict[str, int], others: int, told: str) -> None:
    """Also a gate that is passed, or that could not be checked, is told: silence is not a pass."""
    assert gate_says(core | {f"p{n}": others for n in range(6)}) == f"Gate floor: {told}"


def test_a_gate_outside_the_scope_says_that_it_was_not_checked() -> None:
    """A workshop about something else proves nothing about the floor."""
    assert gate_says({"p0": 5}, "d0") == (
        "Gate floor: not checked, since the workshop does not talk about core."
    )


def test_a_gate_is_told_of_the_whole_only() -> None:
    """It caps nothing else."""
    of = assessment(skeleton({"core": ["x"]}, gates=(FLOOR,)), {"x": 1})
    assert [each for key in ("core", "whole") for each in said(of, key) if "Gate" in each] == []


def test_a_practice_tells_its_rounds_their_movement_its_target_and_its_weight() -> None:
    """The whole way from the first votes to the level, on one card."""
    told = about(Rating(level=2, target=4, rounds=TALK))
    assert told[:4] == [
        "Agreed level: 2 Level 2.",
        "It is the median of the last round.",
        ("Round 1: 1 3 3 2 0 (9 votes, from the lowest level to the highest): spread, median 3, range 1–4."),
        (
            "Round 2: 0 7 2 0 0 (9 votes, from the lowest level to the highest): neighbouring levels, "
            "median 2, range 2–3. The median went from 3 to 2, the range from 1–4 to 2–3."
        ),
    ]
    assert told[4].startswith("Agreement (r_WG): 0.903")
    assert told[-2:] == [
        "Target: 4, as the group chose.",
        "Weight: it counts as much as each other practice of care.",
    ]


def test_votes_gathered_before_are_no_round_of_the_room() -> None:
    """Forty-one people filled in a form; nine talked about it. The two must not be taken for each other."""
    of = assessment(skeleton(CARE), ratings={"a": Rating(level=2, rounds=TALK)})
    held = of.model_copy(update={"workshop": of.workshop.model_copy(update={"gathered": 9})})
    told = dict(practices_why(held, "care", WORDS))["a"]
    assert told[2].startswith("Round 0, gathered before the workshop: 1 3 3 2 0 (9 votes")
    assert told[3].startswith("Round 1: 0 7 2 0 0")


@pytest.mark.parametrize(
    ("level", "votes", "told"),
    [
        (3, (0, 0, 6, 0, 0), "It is the median of the votes gathered before; the room has held no round."),
        (
            2,
            (0, 3, 0, 3, 0),
            "It is the lower of the middle votes gathered before, 2 and 4; the room has held no round.",
        ),
        (4, (0, 0, 6, 0, 0), "It is not the median of the last round, which is 3."),
    ],
)
def test_a_level_taken_from_a_form_is_not_told_as_a_groups_agreement(
    level: int, votes: tuple[int, ...], told: str
) -> None:
    """Nobody has talked about it; a report must not say that a group agreed."""
    of = assessment(skeleton(CARE), ratings={"a": Rating(level=level, rounds=(votes,))})
    held = of.model_copy(update={"workshop": of.workshop.model_copy(update={"gathered": 6})})
    assert dict(practices_why(held, "care", WORDS))["a"][1] == told


@pytest.mark.parametrize(
    ("rating", "told"),
    [
        (Rating(level=3, rounds=TALK, reason="New ones"), "not the median of the last round, which is 2."),
        (Rating(level=3, rounds=TALK, reason="New ones"), "The reason that was kept: New ones"),
        (Rating(level=3, rounds=TALK), "No reason for that was kept."),
        (Rating(level=3, rounds=((0, 3, 0, 3, 0),)), "are apart, 2 and 4; the group agreed on 3."),
        (Rating(level=3), "No votes were kept for it."),
        (Rating(level=3), "Target: 4, the next level up, since nobody chose one."),
        (Rating(level=5), "Target: 5, the highest level, which it holds."),
        (Rating(rounds=TALK), "Not rated, so it counts for nothing"),
        (Rating(not_applicable="[head] office"), "Not applicable, so it counts for nothing: [head] office"),
        (Rating(level=3, rounds=((0, 0, 3, 0, 0),)), "It is the median of the last round."),
        (Rating(level=3, rounds=((0, 0, 3, 0, 0),)), "With fewer than 5 votes look at the votes only"),
    ],
)
def test_a_practice_says_how_its_level_relates_to_the_votes(rating: Rating, told: str) -> None:
    """Accepted, overruled with or without a reason, or never voted on: each is said as it was."""
    assert [each for each in about(rating) if told in each] != []


def test_a_practice_says_its_weight_where_weights_differ() -> None:
    """Who wonders why one practice moves the score so much is told."""
    assert about(Rating(level=3), a=2.0)[-1] == "Weight: 2 of 4 in care."
    alone = assessment(skeleton({"care": ("a",)}), {"a": 3})
    ((_title, told),) = practices_why(alone, "care", WORDS)
    assert told[-1] == "Weight: it is the only practice of care."


def test_in_pulse_mode_the_one_question_is_explained() -> None:
    """Nobody rated practices in ninety minutes, so none may be explained."""
    of = assessment(skeleton(CARE), {"a": 1})
    workshop = Workshop(date=of.workshop.date, mode="pulse")
    pulse = {"care": Rating(level=4, rounds=((0, 0, 1, 5, 0),))}
    pulsed = of.model_copy(update={"workshop": workshop, "pulse": pulse})
    assert said(pulsed, "care")[:2] == ["Counted: its one question, rated 4.", "So the score is 4."]
    ((title, told),) = practices_why(pulsed, "care", WORDS)
    assert (title, told[0]) == ("The one question", "Agreed level: 4 Level 4.")
    assert [each for each in told if "Target" in each or "Weight" in each] == []
    assert workshop_wide_texts(pulsed, WORDS)[0] == "These figures are about the last round of 1 practice."


def test_the_document_goes_from_the_whole_to_each_practice_and_ends_with_the_workshop() -> None:
    """One document answers whoever asks, and in the order in which people ask."""
    of = assessment(skeleton({"one": ("a", "b"), "two": ("c",)}), {"a": 3, "c": 4})
    document = why_document(of, WORDS)
    assert [block.text for block in document if isinstance(block, Heading)] == [
        *("Payments desk", "Why: Overall", "Why: whole", "one", "a", "b", "two", "c"),
        "For consultants: the workshop as a whole",
    ]
    assert under(document, "Why: Overall") == tuple(said(of))
    assert under(document, "one") == tuple(said(of, "one"))
    assert under(document, "b")[0].startswith("Not rated")


def voted(*rounds: tuple[int, ...]) -> Assessment:
    """An assessment whose practices have these last rounds."""
    keys = [f"p{at}" for at in range(len(rounds))]
    ratings = {
        key: Rating(level=3, rounds=((9, 0, 0, 0, 0), each)) for key, each in zip(keys, rounds, strict=True)
    }
    return assessment(skeleton({"care": keys}), ratings=ratings)


def test_the_workshop_as_a_whole_is_told_with_what_it_does_not_say() -> None:
    """Near-unanimous people with an alpha below 0: the sentence beside it keeps anybody from judging them."""
    of = voted((0, 0, 5, 1, 0), (0, 1, 5, 0, 0), (0, 0, 6, 0, 0), (0, 1, 4, 1, 0))
    figures = workshop_wide_json(of)
    assert figures["rwg_star_j"] == pytest.approx(1 - (1 / 6 + 1 / 6 + 0 + 0.4) / 4 / 2)
    alpha = figures["krippendorff_alpha"]
    assert isinstance(alpha, float)
    assert alpha < 0.1
    told = workshop_wide_texts(of, WORDS)
    assert told[0] == "These figures are about the last rounds of 4 practices."
    assert told[1].startswith("Mean agreement (r*_WG(J)): 0.908,")
    assert told[2] == f"Krippendorff's alpha (ordinal): {alpha:.3f}."
    assert told[3].startswith("Alpha measures reliability, not agreement")


@pytest.mark.parametrize(
    ("rounds", "reason", "told"),
    [
        ((), "too-few", "No votes were kept"),
        (((0, 0, 0, 0, 0),), "too-few", "No votes were kept"),
        (((0, 0, 6, 0, 0), (0, 0, 6, 0, 0)), "all-equal", "all votes are for one level"),
        (((0, 0, 2, 0, 0), (0, 2, 2, 0, 0)), None, "Nowhere did 5 people vote"),
    ],
)
def test_where_there_is_no_alpha_the_reason_is_told(
    rounds: tuple[tuple[int, ...], ...], reason: str | None, told: str
) -> None:
    """A missing figure without its reason looks like a fault of the program."""
    of = voted(*rounds) if rounds else assessment(skeleton(CARE), {"a": 3})
    assert workshop_wide_json(of)["krippendorff_reason"] == reason
    assert any(told in each for each in workshop_wide_texts(of, WORDS))
