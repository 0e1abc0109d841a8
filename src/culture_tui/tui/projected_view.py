"""The profile that is promised for the end of a quarter, as lines: today beside then."""

from __future__ import annotations

from collections.abc import Iterator

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.projecting import Promise
from culture_tui.domain.records import RoadmapRecord
from culture_tui.domain.scoring import profile
from culture_tui.language import _, interface_words
from culture_tui.reports.projected import (
    initiative_titles,
    level_change,
    opens_text,
    score_change,
    whole_text,
)
from culture_tui.reports.wording import quarter_text
from culture_tui.tui.widgets.lines import at_right, padded, wrapped

_LEVEL, _SCORE, _RATED = 8, 12, 7
_LEAST_NAME = 12
_MOST_NAME = 40


def projected_title(record: RoadmapRecord, quarter: int) -> str:
    """Which quarter it is."""
    name = quarter_text(record.start, quarter, interface_words())
    return _("Projected profile after {quarter}").format(quarter=name)


def projected_lines(
    assessment: Assessment,
    model: MaturityModel,
    promised: list[Promise],
    quarter: int,
    width: int,
) -> list[tuple[str, str]]:
    """The lines, each with the name of its style: the whole, the gates, then each dimension."""
    promise = promised[quarter - 1]
    if promise.profile.overall.level is None:
        return [("", each) for each in wrapped(_("Nothing is rated yet, so nothing is promised."), width)]
    words = interface_words()
    said = [whole_text(assessment, promise, words)]
    for each in promised[:quarter]:
        said += [opens_text(assessment.model, gate, words) for gate in each.opens]
    lines = [("bold", line) for text in said for line in wrapped(text, width)]
    return [*lines, ("", ""), *_table(assessment, model, promised[:quarter], width)]


def _table(
    assessment: Assessment, model: MaturityModel, promised: list[Promise], width: int
) -> Iterator[tuple[str, str]]:
    name = max(_LEAST_NAME, min(_MOST_NAME, width - _LEVEL - _SCORE - _RATED))
    heads = (_("level"), _("score"), _("rated"))
    cells = (_LEVEL, _SCORE, _RATED)
    row = "".join(at_right(text, cell) for text, cell in zip(heads, cells, strict=True))
    yield "dim", padded(_("Dimension"), name) + row
    today = profile(assessment).dimensions
    for key, then in promised[-1].profile.dimensions.items():
        title = padded(assessment.model.dimensions[key].title, name)
        rated = f"{then.coverage.rated}/{then.coverage.applicable}"
        figures = (level_change(today[key], then), score_change(today[key], then, interface_words()), rated)
        row = "".join(at_right(text, cell) for text, cell in zip(figures, cells, strict=True))
        lifters = dict.fromkeys(each for promise in promised for each in promise.lifted_by.get(key, ()))
        yield ("bold" if lifters else ""), title + row
        if lifters:
            said = _("lifted by {initiatives}").format(initiatives=initiative_titles(model, lifters))
            for line in wrapped(said, width - 4):
                yield "dim", f"    {line}"
