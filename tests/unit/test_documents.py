"""What docs/ says is what the program does: its examples are worked out anew, its tables compared."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from pydantic import BaseModel

from culture_tui.domain import contradictions, effect, roadmap, scoring, small_cells, units, urgency
from culture_tui.domain.agreement import (
    CONVINCING,
    FEWEST_VOTES,
    MOST_VOTES_FOR_EXACT_P,
    agreement,
    rwg_star_j,
)
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.comparison import MANY, compare
from culture_tui.domain.model import Gate, Initiative, MaturityModel, ModelSkeleton
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.projecting import projections
from culture_tui.domain.records import (
    Evidence,
    OwnInitiative,
    PlannedStep,
    Rating,
    RoadmapRecord,
    StatusChange,
    Subject,
    SymptomSeen,
    Unplanned,
    Workshop,
)
from culture_tui.domain.reliability import krippendorffs_alpha
from culture_tui.domain.roadmap import candidates
from culture_tui.domain.scoring import level_held, profile, weighted_mean
from culture_tui.domain.standing import planned_days
from culture_tui.domain.units import Entry, side_by_side
from culture_tui.planning.plan import DEFAULT_CAPACITY, DEFAULT_QUARTERS, plan
from culture_tui.reports import changes_data, units_data
from culture_tui.reports.changes_data import changes_json
from culture_tui.reports.listing import listing_json
from culture_tui.reports.model_keys import model_keys
from culture_tui.reports.profile import profile_json
from culture_tui.reports.roadmap_data import roadmap_json
from culture_tui.reports.units_data import units_json
from culture_tui.reports.votes import agreement_text
from culture_tui.reports.workshop_wide import workshop_wide_json
from culture_tui.storage.assessment_files import load_assessment, to_table
from culture_tui.storage.checkup import findings
from culture_tui.storage.model_files import LoadedModel, load_model
from documents import bent, written
from pages import errors_shown, example, keys_in, page, rows, section
from support import aimed, assessment, initiative, maturity_model, rated, skeleton, step

MODEL, ASSESSMENT, MEASUREMENT = map(page, ("model-format", "assessment-format", "measurement"))
FRONT_DESK = "front-desk.toml"
TABLES: dict[str, type[BaseModel]] = {
    "": Assessment,
    "trace[].": StatusChange,
    "subject.": Subject,
    "workshop.": Workshop,
    "model.": ModelSkeleton,
    "ratings.<id>.": Rating,
    "ratings.<id>.evidence[].": Evidence,
    "symptoms.<id>.": SymptomSeen,
    "roadmap.": RoadmapRecord,
    "roadmap.unplanned[].": Unplanned,
    "roadmap.steps.<id>.": PlannedStep,
    "roadmap.own.<id>.": OwnInitiative,
}


def problems(folder: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What `culture check` finds wrong with a file of this content."""
    written(folder, content, FRONT_DESK)
    monkeypatch.chdir(folder)
    (finding,) = findings(Path(FRONT_DESK))
    return [str(problem) for problem in finding.problems]


@pytest.fixture(name="front_desk")
def model_of_the_document(tmp_path: Path) -> LoadedModel:
    """The small model that model-format.md shows, loaded from the page itself."""
    return load_model(written(tmp_path, example(MODEL), FRONT_DESK))


@pytest.fixture(name="shown")
def assessment_of_the_document(tmp_path: Path) -> Assessment:
    """The assessment that assessment-format.md shows, loaded from the page itself."""
    return load_assessment(written(tmp_path, example(ASSESSMENT), "assessment.toml")).assessment


def test_the_small_model_is_sound_and_can_be_rated_and_planned(front_desk: LoadedModel) -> None:
    """Whoever copies the page has a model that carries a workshop to a roadmap."""
    held = assessment(front_desk.skeleton(), {"greeting": 1, "handover": 2})
    planned = plan(held, front_desk.model, start=date(2027, 1, 1))
    assert (len(front_desk.model.scale), len(front_desk.model.practices)) == (3, 2)
    assert list(planned.steps) == ["greeting-agreed"]


def test_the_assessment_shown_is_sound_and_was_rated_against_the_model_shown(
    front_desk: LoadedModel, shown: Assessment
) -> None:
    """The two pages belong together, down to the digest of the file."""
    assert shown.model == front_desk.skeleton()
    assert set(to_table(shown)) == set(Assessment.model_fields) - {"status", "pulse", "trace"}


def test_the_slips_of_the_model_page_are_found_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message on the page is one that a consultant will see, word for word."""
    slips = bent(example(MODEL), 'practice = "greeting"', 'practice = "greting"')
    slips = bent(slips, '"reception"\ntitle = "Handover"', '"recepton"\ntitle = "Handover"')
    slips = bent(slips, '    "Nobody tells their story twice, whoever is on duty.",\n', "")
    assert problems(tmp_path, slips, monkeypatch) == errors_shown(MODEL)


def test_the_slips_of_the_assessment_page_are_found_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message on the page is one that a facilitator will see, word for word."""
    slips = bent(example(ASSESSMENT), "unit = ", "unti = ")
    slips = bent(slips, "T14:20:00+01:00", "T14:20:00")
    slips = bent(slips, 'seen = "often"', 'seen = "daily"')
    assert problems(tmp_path, slips, monkeypatch) == errors_shown(ASSESSMENT)


def test_every_key_of_a_model_is_on_its_page_and_no_other() -> None:
    """A key that is not explained is a key that nobody uses; one that is gone would be refused."""
    known = {each.path: "yes" if each.is_needed else "no" for each in model_keys() if each.file == "model"}
    tables = re.findall(r"^\| `([^`]+)` \| [^|]+ \| (yes|no) \|", MODEL, re.MULTILINE)
    assert dict(tables) == known


def test_every_key_of_an_assessment_is_on_its_page_and_no_other() -> None:
    """Files outlive programs: what stands in one must be told somewhere."""
    known = {
        f"{prefix}{name}": "yes" if field.is_required() or name == "format" else "no"
        for prefix, kind in TABLES.items()
        for name, field in kind.model_fields.items()
    }
    part = ASSESSMENT.split("## JSON for other programs")[0]
    tables = re.findall(r"^\| `([^`]+)` \| [^|]+ \| (yes|no) \|", part, re.MULTILINE)
    assert dict(tables) == known


def tables_in(facts: object, key: str) -> list[dict[str, object]]:
    """The tables under a key of a result, whatever their ids."""
    assert isinstance(facts, dict)
    held = facts[key]
    listed = list(held.values()) if isinstance(held, dict) else list(held)
    assert listed
    return listed


def test_every_key_of_the_profile_as_data_is_on_the_page(shown: Assessment) -> None:
    """Programs of others are written from the page."""
    part = section(ASSESSMENT, "### `culture show FILE --format json`")
    facts = profile_json(shown)
    figures = agreement((3, 5, 0))
    assert figures is not None
    first, *more = re.split(
        r"^(?:A result|A practice[^:\n]*|A symptom|`(?:agreement|workshop_wide)`[^:]*):$",
        part,
        flags=re.MULTILINE,
    )
    result, practice, votes, symptom, workshop_wide = map(keys_in, more)
    assert keys_in(first) == set(facts)
    assert {frozenset(result)} == {frozenset(each) for each in tables_in(facts, "dimensions")}
    assert {frozenset(practice)} == {frozenset(each) for each in tables_in(facts, "practices")}
    assert votes == set(asdict(figures))
    assert {frozenset(symptom)} == {frozenset(each) for each in tables_in(facts, "symptoms")}
    assert workshop_wide == set(workshop_wide_json(shown))


def test_every_key_of_the_roadmap_and_the_list_as_data_is_on_the_page(
    shown: Assessment, front_desk: LoadedModel
) -> None:
    """Programs of others are written from the page."""
    assert shown.roadmap is not None
    facts = roadmap_json(shown, with_own_steps(front_desk.model, shown), shown.roadmap)
    part = section(ASSESSMENT, "### `culture roadmap FILE --format json`")
    whole, quarter, planned, reason = map(
        keys_in,
        re.split(r"^(?:A quarter|An initiative in a quarter|A reason):$", part, flags=re.MULTILINE),
    )
    first = tables_in(facts, "quarters")[0]
    assert (whole, quarter) == (set(facts), set(first))
    (step_planned,) = tables_in(first, "steps")
    assert planned == set(step_planned)
    assert {frozenset(reason)} == {frozenset(each) for each in tables_in(step_planned, "reasons")}
    (line,) = listing_json([(FRONT_DESK, shown)])
    assert keys_in(section(ASSESSMENT, "### `culture list [FOLDER] --format json`")) == set(line)


def test_every_key_of_a_comparison_as_data_is_on_the_page(shown: Assessment) -> None:
    """Programs of others are written from the page."""
    other = shown.model_copy(update={"id": "other"})
    facts = changes_json(compare(shown, other), ("a", "b"))
    part = section(ASSESSMENT, "### `culture compare FILE FILE --format json`")
    whole, result, practice = re.split(r"^A (?:result|practice):$", part, flags=re.MULTILINE)
    assert keys_in(whole) == set(facts)
    assert keys_in(result) == {key for each in tables_in(facts, "dimensions") for key in each}
    assert keys_in(practice) == {key for each in tables_in(facts, "practices") for key in each}
    side, left = facts["then"], tables_in(facts, "not_comparable")[0]
    assert isinstance(side, dict)
    assert [key for key in (*side, *left) if f"`{key}`" not in part] == []


def test_every_key_of_units_as_data_is_on_the_page(shown: Assessment) -> None:
    """Programs of others are written from the page."""
    facts = units_json(side_by_side([Entry("a", shown)]))
    part = section(ASSESSMENT, "### `culture compare FILE FILE FILE … --format json`")
    whole, unit = re.split(r"^A unit:$", part, flags=re.MULTILINE)
    assert keys_in(whole) == set(facts)
    assert keys_in(unit) == set(tables_in(facts, "units")[0])
    assert [key for each in tables_in(facts, "weaknesses") for key in each if f"`{key}`" not in whole] == []


def test_every_column_of_the_rows_is_on_the_page() -> None:
    """A pivot table is set up once, from the page."""
    part = section(ASSESSMENT, "### `culture compare … --format csv`")
    changes, units_part = part.split("More: one row", 1)
    assert keys_in(changes) == set(changes_data.COLUMNS)
    assert keys_in(units_part) == set(units_data.COLUMNS)


@pytest.mark.parametrize("row", rows(MEASUREMENT, "Ratings"))
def test_the_scores_and_levels_of_the_page_come_out_as_it_says(row: list[str]) -> None:
    """A facilitator who checks a line by hand must find the program agree."""
    weighted = [each.split("×") if "×" in each else ["1", each] for each in row[0].split(", ")]
    pairs = [(int(level), float(weight)) for weight, level in weighted]
    score = weighted_mean((float(level), weight) for level, weight in pairs)
    assert [f"{score:.2f}", str(level_held(pairs))] == row[1:3]


def test_the_gate_of_the_page_caps_as_it_says() -> None:
    """Seven practices at 5, 5, 5, 5, 5, 5 and 3 hold 5, and the whole reads 4."""
    (listed,) = re.findall(
        r"rated ([\d, ]+) hold level 5 and the whole reads 4", " ".join(MEASUREMENT.split())
    )
    levels = {f"p{number}": int(level) for number, level in enumerate(str(listed).split(", "))}
    gate = Gate(id="floor", dimension="care", every_practice_at_least=4, caps_overall_at=4)
    found = profile(assessment(skeleton({"care": list(levels)}, gates=(gate,)), levels))
    assert (found.dimensions["care"].level, found.overall.level) == (5, 4)


@pytest.mark.parametrize("row", rows(MEASUREMENT, "`histogram` | `n`"))
def test_the_agreement_figures_of_the_page_come_out_as_it_says(row: list[str]) -> None:
    """Consultants quote these figures."""
    found = agreement(tuple(map(int, row[0].split())))
    assert found is not None
    figures = (found.rwg, found.rwg_star, found.ad_mean, found.consensus, found.p_uniform)
    said = [str(found.n), found.median.replace("|", " and "), found.label]
    assert [*said, *(f"{figure:.3f}" for figure in figures)] == row[1:]


@pytest.mark.parametrize("row", rows(MEASUREMENT, "Earlier"))
def test_the_effects_of_the_page_come_out_as_it_says(row: list[str]) -> None:
    """A consultant who defends a change works it out by hand first."""
    earlier, later = (tuple(map(int, cell.split())) for cell in row[:2])
    found, chance = effect.cliffs_delta(earlier, later), effect.permutation_p(earlier, later)
    assert found is not None
    assert chance is not None
    figures = [f"{value:.3f}" for value in (found.delta, found.low, found.high) if value is not None]
    assert [*figures, effect.magnitude(found.delta), f"{chance.p:.3f}"] == row[2:]


def histogram(cell: str) -> tuple[int, ...]:
    """A round as a page shows it: `0 2 5 1 0`."""
    return tuple(map(int, cell.split()))


@pytest.mark.parametrize("row", rows(MEASUREMENT, "Votes"))
def test_the_words_for_agreement_of_the_page_are_those_of_the_program(row: list[str]) -> None:
    """A facilitator who was told "strong" may look up why, and must find the same word."""
    found = agreement(histogram(row[0]))
    assert found is not None
    chance = "" if found.p_uniform is None else f"{found.p_uniform:.3f}"
    assert [f"{found.rwg:.3f}", chance, agreement_text(found, NullTranslations())] == row[1:]


@pytest.mark.parametrize("row", rows(MEASUREMENT, "Workshop"))
def test_the_figures_of_whole_workshops_on_the_page_come_out_as_it_says(row: list[str]) -> None:
    """The example is there to warn of a misreading, so it must be true."""
    rounds = [histogram(cell) for cell in row[1].split(", ")]
    assert [f"{rwg_star_j(rounds):.3f}", f"{krippendorffs_alpha(rounds):.3f}"] == row[2:]


def lifts(cell: str) -> Initiative:
    """An initiative with these lifts, such as `mission 1→2, values 2→3`."""
    found = re.findall(r"([a-z]+) (\d)→(\d)", cell)
    return initiative(*(step(practice, int(start), int(end)) for practice, start, end in found))


def worked_example() -> tuple[Assessment, MaturityModel]:
    """The roadmap example of measurement.md, its initiatives read off the page."""
    initiatives = {
        name: lifts(lifted).model_copy(
            update={"effort_days": float(days), "weeks": int(weeks), "needs": tuple(needs.split())}
        )
        for name, lifted, days, weeks, needs in rows(MEASUREMENT, "Initiative")
    }
    model = maturity_model({"purpose": ["mission", "values"], "care": ["welcome", "listening"]}, initiatives)
    return aimed(rated(model, mission=1, values=2, welcome=2, listening=2), mission=3), model


def test_the_candidates_of_the_page_are_those_of_the_program() -> None:
    """Value, ratio and order explain why an initiative is where it is."""
    held, model = worked_example()
    found = {each.id: each for each in candidates(held, model)}
    shown = rows(MEASUREMENT, "Candidate")
    assert [name for name, *_ in shown] == list(found)
    for name, value, ratio, waits in shown:
        family = [each for each in found.values() if each.id == name or name in each.after]
        worth, effort = sum(each.value for each in family), sum(each.effort for each in family)
        assert ratio == f"{worth:g} / {effort:g}"
        assert (f"{found[name].value:g}", set(waits.split())) == (value, set(found[name].after))


def test_the_plan_of_the_page_is_that_of_the_program() -> None:
    """Days, projected scores and levels, quarter by quarter."""
    held, model = worked_example()
    record = plan(held, model, start=date(2027, 1, 1), quarters=5, capacity=10.0)
    starts = {planned.quarter: name for name, planned in record.steps.items()}
    found = [
        [
            str(quarter),
            starts.get(quarter, ""),
            f"{planned_days(model, record, quarter):g}",
            f"{after.overall.score:.2f}",
            str(after.overall.level),
        ]
        for quarter, after in enumerate(projections(held, model, record), start=1)
    ]
    assert found == rows(MEASUREMENT, "Quarter")
    shorter = plan(held, model, start=date(2027, 1, 1), quarters=4, capacity=10.0)
    assert [(each.initiative, each.reason) for each in shorter.unplanned] == [("live-mission", "capacity")]


def test_the_figures_that_this_house_chose_are_those_of_the_page() -> None:
    """A constant that is changed without a word would change what old reports mean."""
    assert [float(figure) for _, figure in rows(MEASUREMENT, "Choice")] == [
        scoring.LARGELY,
        scoring.FULLY,
        contradictions.APART,
        contradictions.HEALTHY,
        urgency.URGENT,
        roadmap.MUCH_WEAKER,
        roadmap.WEEKS_A_QUARTER,
        DEFAULT_CAPACITY,
        DEFAULT_QUARTERS,
        MOST_VOTES_FOR_EXACT_P,
        FEWEST_VOTES,
        CONVINCING,
        effect.MEDIUM,
        effect.MOST_FOR_EXACT_P,
        MANY,
        small_cells.FLOOR,
        small_cells.LOWEST_FLOOR,
        units.MANY_UNITS,
        units.LEAST_RUN,
    ]
