"""Units side by side as data: JSON for other programs, rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from culture_tui.domain.units import WHOLE, Place, Point, Unit, Units
from culture_tui.reports.csv_rows import Rows
from culture_tui.reports.result_data import result_json

COLUMNS: Final = (
    *("organisation", "unit", "date", "file", "newest", "kind", "id", "title"),
    *("level", "score", "rated", "applicable", "place", "of", "percentile", "participants"),
)
"""A row for the whole and for each dimension of every assessment; what does not apply is empty."""


def units_json(found: Units) -> dict[str, object]:
    """Units side by side as data; the keys are a contract (docs/assessment-format.md)."""
    return {
        "kind": "units",
        "model": {"id": found.model.id, "version": found.model.version, "levels": found.model.top},
        "target": found.target,
        "units": [_unit_json(unit, found) for unit in found.units],
        "weaknesses": [
            {
                "practice": each.practice,
                "title": found.title(each.practice),
                "below": each.below,
                "rated": each.rated,
            }
            for each in found.weaknesses
        ],
        "contradictions": [
            {"higher": each.ids[0], "lower": each.ids[1], "units": each.units, "of": each.of}
            for each in found.contradictions
        ],
        "symptoms": [{"symptom": each.ids[0], "units": each.units, "of": each.of} for each in found.symptoms],
        "set_aside": [
            {"file": each.name, "id": each.assessment.id, "why": why} for each, why in found.set_aside
        ],
    }


def units_rows(found: Units) -> Rows:
    """All assessments of all units as rows, the first place first, each unit's oldest first."""
    return Rows(COLUMNS, tuple(row for unit in found.units for row in _unit_rows(unit, found)))


def _unit_json(unit: Unit, found: Units) -> dict[str, object]:
    subject = unit.newest.assessment.subject
    return {
        "organisation": subject.organisation,
        "unit": subject.unit,
        **_point_json(unit.newest, found),
        "places": {key or "overall": asdict(place) for key, place in unit.places.items()},
        "run": [_point_json(point, found) for point in unit.run],
    }


def _point_json(point: Point, found: Units) -> dict[str, object]:
    assessment = point.assessment
    return {
        "file": point.name,
        "id": assessment.id,
        "title": assessment.title,
        "date": assessment.workshop.date.isoformat(),
        "status": assessment.status,
        "participants": assessment.workshop.participants,
        "overall": result_json(point.profile.overall),
        "dimensions": {
            key: result_json(result) for key in found.dimensions if (result := point.result(key)) is not None
        },
    }


def _unit_rows(unit: Unit, found: Units) -> Iterator[dict[str, object]]:
    for point in unit.run:
        newest = point is unit.newest
        workshop, subject = point.assessment.workshop, point.assessment.subject
        for key in (WHOLE, *found.dimensions):
            result = point.result(key)
            if result is not None:
                yield {
                    "organisation": subject.organisation,
                    "unit": subject.unit,
                    "date": workshop.date.isoformat(),
                    "file": point.name,
                    "newest": newest,
                    "kind": "dimension" if key else "overall",
                    "id": key,
                    "title": found.title(key) if key else "",
                    "level": result.level,
                    "score": result.score,
                    "rated": result.coverage.rated,
                    "applicable": result.coverage.applicable,
                    **_place_row(unit.places.get(key) if newest else None),
                    "participants": workshop.participants,
                }


def _place_row(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    return {"place": place.rank, "of": place.of, "percentile": place.percentile}
