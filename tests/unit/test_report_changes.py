"""What changed, as a document and as data: what moved comes first, and nothing is denied."""

from __future__ import annotations

import json
from collections.abc import Mapping
from gettext import NullTranslations
from typing import Any

import pytest

from comparing import HIGH, LOW, later, levels, model, of_unit, taken, voted
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.comparison import Comparison, compare
from culture_tui.domain.model import Gate, Link
from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.reports.change_wording import p_text, signed
from culture_tui.reports.changes import changes_document
from culture_tui.reports.changes_data import COLUMNS, changes_json, changes_rows
from culture_tui.reports.document import Bullets, Document, Heading, Paragraph, Table
from culture_tui.reports.markdown import markdown
from support import assessment, skeleton

WORDS = NullTranslations()


def made(found: Comparison, symptoms: Mapping[str, str] | None = None) -> Document:
    """The document in English."""
    return changes_document(found, symptoms or {}, WORDS)


def headings(document: Document) -> list[str]:
    """All headings, in order."""
    return [block.text for block in document if isinstance(block, Heading)]


def told(document: Document) -> list[str]:
    """What a reader is told before the numbers."""
    return [item for block in document if isinstance(block, Bullets) for item in block.items]


def table(document: Document, heading: str) -> list[tuple[str, ...]]:
    """The rows of the table under a heading."""
    at = next(i for i, each in enumerate(document) if isinstance(each, Heading) and each.text == heading)
    return list(next(each.rows for each in document[at:] if isinstance(each, Table)))


def data(found: Comparison) -> dict[str, Any]:
    """The comparison as another program reads it."""
    read: dict[str, Any] = json.loads(json.dumps(changes_json(found, ("a.toml", "b.toml")), allow_nan=False))
    return read


def desk() -> tuple[Assessment, Assessment]:
    """A desk that rose in one practice, fell in another, and of whose third nobody can tell."""
    then = {"mission": voted(2, LOW, target=3), "vision": voted(3, HIGH), "welcome": voted(3, HIGH)}
    now = {"mission": voted(3, HIGH), "vision": voted(2, LOW), "welcome": voted(3, (0, 1, 2, 7, 0))}
    return taken(then), later({**now, "farewell": Rating(level=4)})


def test_what_rose_what_fell_and_what_nobody_could_show_stand_apart() -> None:
    """A client reads the headings first."""
    assert headings(made(compare(*desk()))) == [
        "What changed: Harbour Bank · Payments desk",
        "Before you read the numbers",
        "Overall, parts and dimensions",
        "Higher than before (1)",
        "Lower than before (1)",
        "No change that this many people could show (1)",
        "Not comparable (1)",
    ]


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ("Payments desk", "Payments desk", ["Then: Spring", "Now: Autumn"]),
        ("Desk", "Branch", ["Harbour Bank · Desk: Spring", "Harbour Bank · Branch: Autumn"]),
    ],
)
def test_whom_it_is_about_is_said_once(then: str, now: str, said: list[str]) -> None:
    """The lines above the numbers are few, and each says something new."""
    sides = (
        of_unit(taken({"mission": Rating(level=2)}), then).model_copy(update={"title": "Spring"}),
        of_unit(later({"mission": Rating(level=3)}), now).model_copy(update={"title": "Autumn"}),
    )
    lines = [block.text for block in made(compare(*sides)) if isinstance(block, Paragraph)][:2]
    assert [line.split(" · 1 May 2026")[0].split(" · 1 November")[0] for line in lines] == said


def test_a_row_tells_levels_target_medians_effect_and_chance() -> None:
    """One line is enough to talk about one practice."""
    document = made(compare(*desk()))
    assert table(document, "Higher than before (1)") == [
        ("mission", "2 → 3", "3, reached", "2 → 4", "+0.96 (+0.82 to +0.99) large", "< 0.001")
    ]
    assert table(document, "No change that this many people could show (1)") == [
        ("welcome", "3 → 3", "—", "4 → 4", "-0.12 (-0.49 to +0.29) negligible", "0.721")
    ]
    assert table(document, "Not comparable (1)") == [("farewell", "Then: not rated; Now: rated")]


def test_results_tell_the_levels_held_and_what_lies_behind_them() -> None:
    """The level first, then how many practices went which way, then what it all rests on."""
    rows = table(made(compare(*desk())), "Overall, parts and dimensions")
    assert rows[0][:4] == ("Overall", "2 → 2", "2.8 → 3.0", "3/4 → 4/4")
    assert rows[0][4].split("; ") == [
        "holds 2 as before",
        "1 practice higher, 1 lower",
        "on the 3 rated in both: level 2 → 2, score 2.8 → 2.8",
    ]
    assert rows[2][1:3] == ("2 → 2", "2.5 → 2.5")
    assert rows[3][:4] == ("care", "3 → 3", "3.0 → 3.5", "1/2 → 2/2")
    assert rows[3][4].split("; ") == [
        "no change that this many people could show",
        "on the 1 rated in both: level 3 → 3, score 3.0 → 3.0",
    ]


def test_a_dimension_whose_votes_moved_does_not_read_as_if_nothing_could_be_shown() -> None:
    """The table of practices and the line of their dimension must tell one story."""
    found = compare(taken({"mission": voted(3, LOW)}), later({"mission": voted(3, HIGH)}))
    rows = table(made(found), "Overall, parts and dimensions")
    assert {rows[at][-1] for at in (0, 1, 2)} == {"holds 3 as before; votes of 1 practice moved"}


def test_votes_against_the_level_are_marked() -> None:
    """Higher, says the group; lower, say its votes: the reader has to see both."""
    found = compare(taken({"mission": voted(2, HIGH)}), later({"mission": voted(3, LOW)}))
    document = made(found)
    assert table(document, "Higher than before (1)")[0][0] == "mission (the votes went the other way)"
    assert "1 agreed level moved; the votes alone bear out 0 of these beyond chance." in told(document)


def test_histograms_of_few_are_shown_where_the_floor_was_lowered_and_nothing_else() -> None:
    """Three votes are three marks on a paper; a δ of them is a fairy tale."""
    few = {"mission": voted(2, (0, 2, 1, 0, 0))}
    document = made(compare(taken(few), later({"mission": voted(2, (0, 1, 2, 1, 0))}), floor=3))
    assert table(document, "No change that this many people could show (1)") == [
        ("mission", "2 → 2", "—", "0 2 1 0 0 → 0 1 2 1 0", "—", "—")
    ]
    assert [each for each in told(document) if "voters" in each] == []


def test_the_votes_of_copies_are_said_to_overlap() -> None:
    """Fourteen people are not fewer than five; the reason is another."""
    one = taken({"mission": voted(2, LOW)})
    assert told(
        made(compare(one, one.model_copy(update={"ratings": {"mission": voted(2, (0, 7, 3, 0, 0))}})))
    )[1] == (
        "The votes of 1 practice are withheld: most of them are the same on both sides, so their difference "
        "would show what fewer than 5 people did."
    )


def test_votes_gathered_before_are_not_passed_off_as_the_rooms() -> None:
    """A form of forty and a talk of nine are two kinds of votes."""
    gathered = taken({"mission": voted(2, LOW)}, workshop={"gathered": 10})
    said = told(made(compare(gathered, later({"mission": voted(2, LOW)}))))
    assert said[0] == "Then: votes that were gathered before the workshop stand for a round of the room."


def test_gates_that_cap_the_whole_are_told_by_side() -> None:
    """Four became five because a floor was reached: the reader must see which."""
    gate = Gate(id="floor", dimension="care", every_practice_at_least=4, caps_overall_at=2)
    gated = skeleton({"purpose": ("mission",), "care": ("welcome",)}, gates=(gate,))
    then, now = taken(levels(mission=5, welcome=3), of=gated), later(levels(mission=5, welcome=4), of=gated)
    found = compare(then, now)
    assert [each for each in told(made(found)) if "Gate" in each] == [
        "Then: Gate: the overall level is capped at 2 while these stand below 4: welcome."
    ]
    assert data(found)["gates"] == {"then": ["floor"], "now": []}


def test_how_many_of_all_concerned_were_there_is_told() -> None:
    """Nine of twenty-six is another nine than nine of nine."""
    nine = {"participants": 9, "population": 26}
    page = markdown(made(compare(taken(levels(mission=2), workshop=nine), later(levels(mission=2)))))
    assert "· 9 of 26 people ·" in page


def test_what_the_numbers_rest_on_is_told_without_repeating_them() -> None:
    """The same level and score from fewer practices: a word is enough."""
    then = taken(levels(mission=2, vision=2))
    rows = table(made(compare(then, later(levels(mission=2)))), "Overall, parts and dimensions")
    assert rows[2][2:4] == ("2.0 → 2.0", "2/2 → 1/2")
    assert rows[2][4].split("; ")[-1] == "on the 1 rated in both"


def test_a_dimension_that_the_later_model_dropped_keeps_its_title() -> None:
    """An id in a client's report is a slip of the program."""
    older = model()
    named = older.dimensions["care"].model_copy(update={"title": "How we care"})
    older = older.model_copy(update={"dimensions": {**older.dimensions, "care": named}})
    newer = skeleton({"purpose": ("mission", "vision")}).model_copy(update={"version": "2.0.0"})
    document = made(
        compare(taken(levels(mission=2, welcome=3), of=older), later(levels(mission=2), of=newer))
    )
    titles = [row[0] for row in table(document, "Overall, parts and dimensions")]
    assert titles == ["Overall", "WHOLE", "purpose", "How we care"]


def test_a_level_held_that_changed_is_told_as_such() -> None:
    """The sentence that people take home."""
    rows = table(
        made(compare(taken(levels(mission=2)), later(levels(mission=3)))), "Overall, parts and dimensions"
    )
    assert rows[0][-1] == "level 2 → 3; 1 practice higher"
    assert rows[3][-1] == "not comparable: no practice was rated in both"


def test_a_reader_is_told_the_rule_the_people_and_the_targets() -> None:
    """Numbers without their rule are opinions."""
    rule, steps, people, delta, targets = told(made(compare(*desk())))
    assert rule == (
        "A change is reported where the agreed level moved, or where the votes moved by δ .33 or more and "
        "chance would do that at most one time in twenty (Holm, for 3 practices)."
    )
    assert steps == "2 agreed levels moved; the votes alone bear out 2 of these beyond chance."
    assert people == (
        "With 10 and 10 voters, half a level is practically invisible: that nothing is reported does not "
        "mean that nothing changed."
    )
    assert delta.startswith("δ runs from -1 to 1")
    assert targets == "1 of 1 target that was set is reached."


def test_a_level_that_was_only_to_be_kept_is_no_target_that_was_set() -> None:
    """Keeping what one has is not getting where one wanted."""
    kept = {"mission": Rating(level=2, target=2), "vision": Rating(level=2, target=3)}
    said = told(made(compare(taken(kept), later(levels(mission=2, vision=2)))))
    assert said[-1] == "0 of 1 target that was set is reached."


def test_no_document_says_that_nothing_changed() -> None:
    """Absence of proof is not proof of absence; a report must never say so."""
    same = {"mission": voted(2, LOW), "vision": Rating(level=2)}
    page = markdown(made(compare(taken(same), later(same)))).lower()
    assert "no change that this many people could show" in page
    assert page.count("no change") == page.count("no change that this many people could show")


def test_many_voters_are_not_told_that_they_are_few() -> None:
    """Twenty on either side can show half a level."""
    many = {"mission": voted(2, (0, 15, 5, 0, 0))}
    assert [each for each in told(made(compare(taken(many), later(many)))) if "invisible" in each] == []
    crowd = {"mission": voted(2, (0, 150, 50, 0, 0))}
    assert "With so many votes, chances are approximated instead of counted out." in told(
        made(compare(taken(crowd), later(crowd)))
    )


def test_a_census_speaks_of_no_chance() -> None:
    """Everybody was there: no p, no interval, no sampling, only what differs."""
    everybody = {"participants": 10, "population": 10}
    then, now = desk()
    found = compare(taken(then.ratings, workshop=everybody), later(now.ratings, workshop=everybody))
    document = made(found)
    assert told(document)[0] == (
        "In both workshops everybody concerned was in the room. So nothing is estimated, and chance plays no "
        "part: what differs, differs."
    )
    assert "The same level, and votes that hardly moved (1)" in headings(document)
    assert table(document, "Higher than before (1)") == [
        ("mission", "2 → 3", "3, reached", "2 → 4", "+0.96 large")
    ]
    page = markdown(document)
    assert [word for word in ("p (Holm)", "this many people", "one time in twenty") if word in page] == []


OBSTACLES = {
    "models": (
        "They were rated with different models, small 1.0.0 and other 1.0.0: not one practice is the same, "
        "so each profile stands for itself."
    ),
    "scales": (
        "Their scales have 5 and 4 levels: a level of one is no level of the other, so each profile "
        "stands for itself."
    ),
    "modes": (
        "One was rated practice by practice, the other with one question a dimension: the numbers do not "
        "mean the same, so each profile stands for itself."
    ),
    "nothing": "No practice was rated in both, so there is nothing to compare.",
}


@pytest.mark.parametrize(
    ("then", "now", "sentence"),
    [
        (
            levels(mission=2),
            later(levels(mission=2), of=model(id="other", digest="1" * 32)),
            OBSTACLES["models"],
        ),
        (
            levels(mission=2),
            later(levels(mission=2), of=skeleton({"purpose": ("mission",)}, levels=4)),
            OBSTACLES["scales"],
        ),
        (levels(mission=2), later({}, workshop={"mode": "pulse"}), OBSTACLES["modes"]),
        (levels(mission=2), later(levels(vision=2)), OBSTACLES["nothing"]),
        (
            {"mission": Rating(not_applicable="x")},
            later({"mission": Rating(not_applicable="x")}),
            OBSTACLES["nothing"],
        ),
    ],
)
def test_what_cannot_be_compared_is_one_clear_sentence_and_two_profiles(
    then: dict[str, Rating], now: Assessment, sentence: str
) -> None:
    """A consultant who mixes up two files must see it in the first line, and still get something."""
    found = compare(taken(then), now)
    document = made(found)
    assert told(document) == [sentence]
    rows = table(document, "Overall, parts and dimensions")
    assert rows[0][0] == "Overall"
    assert rows[0][-1].startswith("not comparable")
    assert "NaN" not in json.dumps(data(found))


def test_missing_votes_are_told_by_side() -> None:
    """Whose votes are missing decides whom to ask for them."""
    document = made(compare(taken(levels(mission=2)), later({"mission": voted(2, LOW)})))
    assert told(document) == ["Then: no votes were kept, so only the agreed levels are compared."]


@pytest.mark.parametrize("voters", [1, 4])
def test_votes_of_few_are_withheld_in_every_form(voters: int) -> None:
    """One voter's vote is that person's; a document for others must not print it, in no format."""
    found = compare(
        taken({"mission": voted(2, (0, 0, voters, 0, 0))}), later({"mission": voted(2, (0, 0, 9, 1, 0))})
    )
    document = made(found)
    assert told(document) == ["The votes of 1 practice are withheld: they are of fewer than 5 people."]
    assert table(document, "No change that this many people could show (1)") == [
        ("mission", "2 → 2", "—", "—", "withheld", "—")
    ]
    shown = data(found)["practices"]["mission"]
    assert (shown["votes"], shown["then_votes"], shown["now_votes"]) == ("withheld", None, None)
    assert (shown["effect"], shown["p"], shown["p_holm"]) == (None, None, None)
    (row,) = [each for each in changes_rows(found).rows if each["id"] == "mission"]
    assert {"then_votes", "now_votes", "delta", "p"} & row.keys() == set()


def test_a_floor_below_five_is_told() -> None:
    """Whoever hands the document on knows what it shows."""
    few = {"mission": voted(2, (0, 0, 3, 0, 0))}
    said = told(made(compare(taken(few), later(few), floor=3)))
    assert "By choice, votes of 3 people and more are shown here; usually it takes 5." in said


def test_copies_and_the_very_same_file_are_told() -> None:
    """The same file twice is a slip; a copy with changes is a conflict; neither is a change over time."""
    one = taken(levels(mission=2))
    assert told(made(compare(one, one)))[0] == (
        "Both files hold the same assessment, word for word: nothing can have changed."
    )
    assert told(made(compare(one, one.with_level("mission", 3, one.updated))))[0] == (
        "Both files hold the same assessment (then): what differs was changed in a copy of it, and is no "
        "change over time."
    )


def test_versions_of_the_model_are_told_with_what_was_reworded() -> None:
    """Across versions a step may be the ruler's."""
    newer = model("1.1.0", digest="1" * 32)
    then, now = taken(levels(mission=2, vision=2)), later(levels(mission=3, vision=2), of=newer)
    document = made(compare(then, now, frozenset({"mission"})))
    assert told(document)[:2] == [
        "The model has moved on from version 1.0.0 to 1.1.0; practices match by their ids.",
        "1 practice reads otherwise in the other version: look at its levels first.",
    ]
    assert table(document, "Higher than before (1)")[0][0] == "mission (reworded)"
    assert told(made(compare(then, now, None)))[1] == (
        "The two model files are not both at hand, so nobody can tell whether a practice was reworded."
    )


def test_reasons_for_not_comparing_are_in_words() -> None:
    """`unrated, out-of-scope` is no answer to a client."""
    practices = model().practices
    older = model(practices={**practices, "gone": practices["mission"].model_copy(update={"title": "Gone"})})
    newer = model(
        "2.0.0",
        digest="1" * 32,
        practices={**practices, "new": practices["mission"].model_copy(update={"title": "New"})},
    )
    ratings = {"mission": Rating(level=2), "vision": Rating(not_applicable="x")}
    then = taken(ratings, of=older)
    now = later(ratings, of=newer, workshop={"scope": ("purpose",)})
    document = made(compare(then, now, frozenset({"mission"})))
    assert {row[0]: row[1] for row in table(document, "Not comparable (6)")} == {
        "mission": "reworded: its texts changed with the major version of the model",
        "vision": "not applicable, then and now",
        "welcome": "Then: not rated; Now: not talked about",
        "farewell": "Then: not rated; Now: not talked about",
        "Gone": "removed: the model of the second assessment does not have it",
        "New": "added: the model of the first assessment does not have it",
    }


def test_two_units_are_spoken_of_side_by_side() -> None:
    """Another unit is not a later state of the first one."""
    then, now = desk()
    document = made(compare(of_unit(then, "Desk"), of_unit(now, "Branch")))
    assert headings(document) == [
        "Harbour Bank · Desk and Harbour Bank · Branch side by side",
        "Before you read the numbers",
        "Overall, parts and dimensions",
        "Higher in Harbour Bank · Branch (1)",
        "Lower in Harbour Bank · Branch (1)",
        "No difference that this many people could show (1)",
        "Not comparable (1)",
    ]
    page = markdown(document)
    assert [word for word in ("Then", "then and now", "before (") if word in page] == []


def test_contradictions_and_symptoms_then_and_now_are_shown() -> None:
    """Whether the talk of spring helped is what the autumn workshop wants to know."""
    linked = skeleton(
        {"purpose": ("mission",), "care": ("welcome",)}, links=(Link(between=("purpose", "care"), why="w"),)
    )
    then = taken(levels(mission=4, welcome=2), of=linked)
    now = later(levels(mission=4, welcome=3), of=linked).model_copy(
        update={"symptoms": {"noise": SymptomSeen(seen="often"), "haste": SymptomSeen(seen="never")}}
    )
    document = made(compare(then, now), {"noise": "It is loud here"})
    assert table(document, "Contradictions") == [("purpose / care", "2.0", "—")]
    assert table(document, "Symptoms") == [("It is loud here", "—", "often"), ("haste", "—", "never")]
    assert data(compare(then, now))["symptoms"]["noise"] == {"then": None, "now": "often"}


def test_data_holds_every_figure_unrounded() -> None:
    """A consultant's own statistics start where ours end."""
    found = compare(*desk())
    shown = data(found)
    mission, effect = shown["practices"]["mission"], found.practices[0].effect
    assert effect is not None
    assert mission["effect"]["delta"] == effect.delta
    assert mission["effect"]["superiority"] == (effect.delta + 1) / 2
    assert (mission["then_votes"], mission["target_met"]) == (
        {"n": 10, "histogram": list(LOW), "median": "2"},
        True,
    )
    assert shown["overall"]["like_for_like"]["then"] == {"score": 2.75, "level": 2}
    assert (shown["then"]["file"], shown["now"]["file"], shown["kind"]) == ("a.toml", "b.toml", "changes")
    assert shown["not_comparable"]["farewell"]["then"] == "unrated"


def test_rows_for_a_spreadsheet_have_one_line_for_everything() -> None:
    """Overall, parts, dimensions, practices, and what was not compared, in one table."""
    table_of_rows = changes_rows(compare(*desk()))
    assert table_of_rows.columns == COLUMNS
    assert [(row["kind"], row["id"]) for row in table_of_rows.rows] == [
        ("overall", ""),
        ("part", "whole"),
        ("dimension", "purpose"),
        ("dimension", "care"),
        ("practice", "mission"),
        ("practice", "vision"),
        ("practice", "welcome"),
        ("practice", "farewell"),
    ]
    assert set().union(*(row.keys() for row in table_of_rows.rows)) <= set(COLUMNS)
    assert table_of_rows.rows[-1]["why_not_compared"] == "then unrated, now rated"


def test_an_empty_assessment_compares_to_nothing_without_a_word_of_python() -> None:
    """A file that was only begun is a file that somebody will compare."""
    document = made(compare(assessment(model()), later(levels(mission=2))))
    assert told(document)[0] == "No practice was rated in both, so there is nothing to compare."


@pytest.mark.parametrize(
    ("value", "digits", "text"), [(0.04, 1, "0.0"), (-0.04, 1, "0.0"), (0.05, 2, "+0.05"), (-1.0, 1, "-1.0")]
)
def test_a_difference_that_rounds_to_nothing_has_no_sign(value: float, digits: int, text: str) -> None:
    """-0.0 is a riddle."""
    assert signed(value, digits, NullTranslations()) == text


@pytest.mark.parametrize(("p", "text"), [(None, "—"), (0.0004, "< 0.001"), (0.001, "0.001"), (1.0, "1.000")])
def test_a_chance_has_three_decimals_and_is_never_nought(p: float | None, text: str) -> None:
    """A p of 0.000 is a claim that nobody can make."""
    assert p_text(p, NullTranslations()) == text
