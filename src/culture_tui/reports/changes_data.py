"""A comparison of two assessments as data: JSON for other programs, rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from culture_tui.domain.agreement import median
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.change import PracticeChange, ResultChange
from culture_tui.domain.comparison import Comparison
from culture_tui.domain.contradictions import contradictions
from culture_tui.domain.effect import Effect, magnitude
from culture_tui.domain.records import Round
from culture_tui.reports.change_wording import title_in
from culture_tui.reports.csv_rows import Rows
from culture_tui.reports.result_data import result_json

COLUMNS: Final = (
    *("kind", "id", "title", "then_level", "now_level", "then_score", "now_score"),
    *("then_rated", "now_rated", "compared", "like_then_level", "like_now_level", "score_change"),
    *("changed", "then_votes", "now_votes", "delta", "delta_low", "delta_high", "p", "p_holm", "p_exact"),
    *("votes", "reworded", "target", "target_met", "why_not_compared"),
)
"""The columns of the rows; what does not apply to a row is empty."""


def changes_json(found: Comparison, files: tuple[str, str]) -> dict[str, object]:
    """The comparison as data; its keys are a contract (docs/assessment-format.md)."""
    sides = tuple(zip(files, (found.then, found.now), strict=True))
    return {
        "kind": "changes",
        "then": _side_json(*sides[0]),
        "now": _side_json(*sides[1]),
        "same_unit": found.terms.same_unit,
        "same_assessment": found.terms.is_copy,
        "census": found.terms.is_census,
        "floor": found.terms.floor,
        "obstacle": found.obstacle,
        "wording_known": found.wording_known,
        "overall": _result_json(found.overall),
        "parts": {each.id: _result_json(each) for each in found.parts},
        "dimensions": {each.id: _result_json(each) for each in found.dimensions},
        "practices": {each.id: _practice_json(each) for each in found.practices},
        "not_comparable": {
            each.id: {"title": each.title, "then": each.then, "now": each.now, "reworded": each.reworded}
            for each in found.not_compared
        },
        "gates": {
            name: [hold.gate.id for hold in its_profile.overall.gates if hold.caps]
            for name, its_profile in zip(("then", "now"), found.profiles, strict=True)
        },
        "contradictions": {
            name: [asdict(each) for each in contradictions(assessment, its_profile)]
            for name, assessment, its_profile in zip(
                ("then", "now"), (found.then, found.now), found.profiles, strict=True
            )
        },
        "symptoms": {
            key: {
                name: each.symptoms[key].seen if key in each.symptoms else None
                for name, each in (("then", found.then), ("now", found.now))
            }
            for key in dict.fromkeys([*found.now.symptoms, *found.then.symptoms])
        },
    }


def changes_rows(found: Comparison) -> Rows:
    """The comparison as rows: the whole, parts, dimensions, practices, and what is not comparable."""
    return Rows(COLUMNS, tuple(_rows(found)))


def _rows(found: Comparison) -> Iterator[dict[str, object]]:
    yield _result_row("overall", found.overall, "")
    for kind, changes in (("part", found.parts), ("dimension", found.dimensions)):
        for change in changes:
            yield _result_row(kind, change, title_in(found, change.id))
    for each in found.practices:
        yield _practice_row(each, title_in(found, each.id))
    for left in found.not_compared:
        why = "reworded" if left.reworded else found.obstacle or f"then {left.then}, now {left.now}"
        yield {
            "kind": "practice",
            "id": left.id,
            "title": left.title,
            "compared": False,
            "why_not_compared": why,
        }


def _side_json(file: str, assessment: Assessment) -> dict[str, object]:
    return {
        "file": file,
        "id": assessment.id,
        "title": assessment.title,
        "status": assessment.status,
        "date": assessment.workshop.date.isoformat(),
        "organisation": assessment.subject.organisation,
        "unit": assessment.subject.unit,
        "participants": assessment.workshop.participants,
        "population": assessment.workshop.population,
        "model": {"id": assessment.model.id, "version": assessment.model.version},
    }


def _result_json(change: ResultChange) -> dict[str, object]:
    like = change.like
    return {
        "then": None if change.then is None else result_json(change.then),
        "now": None if change.now is None else result_json(change.now),
        "like_for_like": None if like is None else {"then": asdict(like.then), "now": asdict(like.now)},
        "score_change": change.score_change,
        "changed": None if like is None else change.is_reported,
    }


def _practice_json(change: PracticeChange) -> dict[str, object]:
    then, now = (None, None) if change.rounds is None else change.rounds
    return {
        "then": change.then,
        "now": change.now,
        "changed": change.is_reported,
        "level_moved": change.level_moved,
        "votes_moved": change.votes_moved,
        "votes": change.votes,
        "then_votes": _round_json(then),
        "now_votes": _round_json(now),
        "effect": _effect_json(change.effect),
        "p": None if change.chance is None else change.chance.p,
        "p_exact": None if change.chance is None else change.chance.exact,
        "p_holm": change.adjusted,
        "reworded": change.reworded,
        "target": change.target,
        "target_met": None if change.target is None else change.now >= change.target,
    }


def _round_json(votes: Round | None) -> dict[str, object] | None:
    if votes is None:
        return None
    return {"n": sum(votes), "histogram": list(votes), "median": median(votes)}


def _effect_json(effect: Effect | None) -> dict[str, object] | None:
    if effect is None:
        return None
    return {
        "delta": effect.delta,
        "superiority": effect.superiority,
        "variance": effect.variance,
        "low": effect.low,
        "high": effect.high,
        "magnitude": magnitude(effect.delta),
    }


def _result_row(kind: str, change: ResultChange, title: str) -> dict[str, object]:
    row: dict[str, object] = {"kind": kind, "id": change.id, "title": title, "compared": False}
    for name, own in (("then", change.then), ("now", change.now)):
        if own is not None:
            row |= {f"{name}_level": own.level, f"{name}_score": own.score}
            row[f"{name}_rated"] = own.coverage.rated
    if change.like is not None:
        row |= {
            "compared": True,
            "like_then_level": change.like.then.level,
            "like_now_level": change.like.now.level,
            "score_change": change.score_change,
            "changed": change.is_reported,
        }
    return row


def _practice_row(change: PracticeChange, title: str) -> dict[str, object]:
    row = {
        "kind": "practice",
        "id": change.id,
        "title": title,
        "then_level": change.then,
        "now_level": change.now,
        "compared": True,
        "changed": change.is_reported,
        "votes": change.votes,
        "p_holm": change.adjusted,
        "reworded": change.reworded,
        "target": change.target,
        "target_met": None if change.target is None else change.now >= change.target,
    }
    if change.rounds is not None:
        row |= dict(zip(("then_votes", "now_votes"), map(sum, change.rounds), strict=True))
    if change.effect is not None:
        effect = change.effect
        row |= {"delta": effect.delta, "delta_low": effect.low, "delta_high": effect.high}
    if change.chance is not None:
        row |= {"p": change.chance.p, "p_exact": change.chance.exact}
    return row
