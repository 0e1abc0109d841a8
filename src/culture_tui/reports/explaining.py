"""Why a score and a level are what they are: what counted, what did not, the rule, rounding, gates.

Every sentence can be checked by hand with the numbers that it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.scoring import (
    FULLY,
    LARGELY,
    Counted,
    GateCheck,
    LeftOut,
    Profile,
    Result,
    Standing,
    gate_checks,
    standing,
)
from culture_tui.reports.numbers import number_text, score_text, short_text
from culture_tui.reports.wording import title_of, titles

OVERALL: Final = ""
"""The key of the whole, beside the ids of parts and dimensions."""

_BOUNDS: Final = {round(LARGELY * 100), round(FULLY * 100)}
_ROUNDING: Final = 1e-7


def why(assessment: Assessment, found: Profile, key: str, words: NullTranslations) -> list[str]:
    """How the score and the level of a dimension, a part or the whole came about, a sentence each."""
    model, result = assessment.model, result_of(found, key)
    stands = standing(result.counted, model.top)
    said = [] if stands is None else _told(assessment, result, stands, key, words)
    if stands is None:
        _ = words.gettext
        said.append(_("Nothing is rated here, so there is no score and no level."))
    if key == OVERALL:
        said.extend(_gate(model, check, result, stands, words) for check in gate_checks(assessment))
    return [*said, *_left_out(model, result, words)]


def result_of(found: Profile, key: str) -> Result:
    """The result of a dimension, a part or the whole."""
    return found.dimensions.get(key) or found.parts.get(key) or found.overall


def _told(
    assessment: Assessment, result: Result, stands: Standing, key: str, words: NullTranslations
) -> list[str]:
    """What counted, the mean of it, and the level that it holds."""
    _ = words.gettext
    model, counted = assessment.model, result.counted
    if key in model.dimensions and assessment.workshop.mode == "pulse":
        said = [_("Counted: its one question, rated {level}.").format(level=counted[0].level)]
    else:
        said = [_counted(model, counted, words, whole=key not in model.dimensions)]
    said.append(_mean(result, words))
    said.append(_held(counted, stands, model.top, words))
    said.extend(_next(model, counted, stands, words))
    return said


def _counted(
    model: ModelSkeleton, counted: Sequence[Counted], words: NullTranslations, *, whole: bool
) -> str:
    """What counted, with weights where they differ; for a whole also the level that each one holds."""
    _ = words.gettext
    weighted = _is_weighted(counted)
    said = []
    for item in counted:
        named = {
            "title": title_of(model, item.id),
            "score": _plain(item.score, words),
            "weight": short_text(item.weight, words),
        }
        if whole and weighted:
            text = _("{title} {score} (holds {level}, weight {weight})")
        elif whole:
            text = _("{title} {score} (holds {level})")
        else:
            text = _("{title} {score} (weight {weight})") if weighted else "{title} {score}"
        said.append(text.format(**named, level=item.level))
    listed = ", ".join(said)
    if weighted or len(counted) == 1:
        return _("Counted: {counted}.").format(counted=listed)
    return _("Counted: {counted}; each counts the same.").format(counted=listed)


def _mean(result: Result, words: NullTranslations) -> str:
    """The mean as it is worked out, and what it is rounded to where it is."""
    _ = words.gettext
    counted, score = result.counted, result.score or 0.0
    exact, rounded = _plain(score, words), score_text(score, words)
    if len(counted) == 1:
        said = _("So the score is {exact}").format(exact=exact)
    elif _is_weighted(counted):
        total = sum(item.weight for item in counted)
        summed = _plain(sum(item.score * item.weight for item in counted), words)
        said = _("Their mean, each times its weight, is {sum} / {total} = {exact}").format(
            sum=summed, total=short_text(total, words), exact=exact
        )
    else:
        summed = _plain(sum(item.score for item in counted), words)
        said = _("Their mean is {sum} / {total} = {exact}").format(
            sum=summed, total=len(counted), exact=exact
        )
    if exact == rounded.removesuffix(".0"):
        return f"{said}."
    return _("{said}, shown as {rounded}.").format(said=said, rounded=rounded)


def _held(counted: Sequence[Counted], stands: Standing, top: int, words: NullTranslations) -> str:
    """The level that the rule gives, with the shares that make it so."""
    _ = words.gettext
    level = stands.level
    if level == 1:
        return _("It holds level 1, the lowest.")
    template = (
        _("It holds level {level}, the highest: at {level} are {share}, more than {largely}.")
        if level == top
        else _("It holds level {level}: at {level} or above are {share}, more than {largely}.")
    )
    said = template.format(
        level=level, share=_share(counted, stands, level, words), largely=_percent(LARGELY, words)
    )
    if level - 1 == 1:  # everything that is rated stands at the lowest level or above
        return said
    below = _("At {level} or above are {share}, more than {fully}, as at every level below.").format(
        level=level - 1, share=_share(counted, stands, level - 1, words), fully=_percent(FULLY, words)
    )
    return f"{said} {below}"


def _next(
    model: ModelSkeleton, counted: Sequence[Counted], stands: Standing, words: NullTranslations
) -> Iterator[str]:
    """What the next level would need, and what stands in its way."""
    _ = words.gettext
    following = stands.level + 1
    for level in stands.short_at:
        bound = LARGELY if level == following else FULLY
        yield _("Level {next} would need more than {bound} at {level} or above; there are {share}.").format(
            next=following,
            bound=_percent(bound, words),
            level=level,
            share=_share(counted, stands, level, words),
        )
    below = [item.id for item in counted if item.level < following]
    if stands.short_at:
        template = words.ngettext(
            "Below {next} stands: {holders}.",
            "Below {next} stand: {holders}. Enough of these must rise, not always all.",
            len(below),
        )
        yield template.format(next=following, holders=titles(model, below))


def _gate(
    model: ModelSkeleton, check: GateCheck, overall: Result, stands: Standing | None, words: NullTranslations
) -> str:
    """Whether a gate is passed, what it did, and who holds it."""
    _ = words.gettext
    gate = check.gate
    named = {
        "gate": gate.id,
        "dimension": title_of(model, gate.dimension),
        "floor": gate.every_practice_at_least,
        "cap": gate.caps_overall_at,
        "practices": titles(model, check.below),
        "level": None if stands is None else stands.level,
        "unrated": check.coverage.applicable - check.coverage.rated,
    }
    if not check.coverage.total:
        text = _("Gate {gate}: not checked, since the workshop does not talk about {dimension}.")
    elif not check.coverage.rated:
        text = _("Gate {gate}: it could not be checked, since nothing is rated in {dimension}.")
    elif not check.below and named["unrated"]:
        text = _(
            "Gate {gate}: passed so far: nothing rated in {dimension} stands below {floor}, "
            "but {unrated} of it is not rated."
        )
    elif not check.below:
        text = _("Gate {gate}: passed: nothing in {dimension} stands below {floor}.")
    elif any(hold.caps for hold in overall.gates if hold.gate == gate):
        text = _(
            "Gate {gate}: below {floor} in {dimension} stand: {practices}. This caps the whole at {cap}; "
            "without it the level would be {level}."
        )
    else:
        text = _(
            "Gate {gate}: not passed, but not the limit: below {floor} in {dimension} stand: {practices}. "
            "It would cap the whole at {cap}; the level by the rule is {level}."
        )
    said = text.format(**named)
    return f"{said} {gate.explanation}" if check.below and gate.explanation else said


def _left_out(model: ModelSkeleton, result: Result, words: NullTranslations) -> list[str]:
    _ = words.gettext
    by_reason = {
        "unrated": _("Left out because not rated: {titles}."),
        "split": _("Left out because the votes stayed split: {titles}."),
        "parked": _("Left out because parked for later: {titles}."),
    }
    said = []
    for why, template in by_reason.items():
        named = [item.id for item in result.left_out if item.why == why]
        said += [template.format(titles=titles(model, named))] if named else []
    return said + [
        _not_applicable(model, item, words) for item in result.left_out if item.why == "not-applicable"
    ]


def _not_applicable(model: ModelSkeleton, item: LeftOut, words: NullTranslations) -> str:
    _ = words.gettext
    title = title_of(model, item.id)
    if not item.reason:
        return _("Left out as not applicable: {title}.").format(title=title)
    return _("Left out as not applicable: {title} ({reason}).").format(
        title=title, reason=item.reason.rstrip(".")
    )


def _is_weighted(counted: Sequence[Counted]) -> bool:
    return len({item.weight for item in counted}) > 1


def _share(counted: Sequence[Counted], stands: Standing, level: int, words: NullTranslations) -> str:
    """How much stands at a level or above: `2 of 3 (67 %)`, by weight where weights differ."""
    _ = words.gettext
    reached = [item for item in counted if item.level >= level]
    percent = _percent(stands.shares[level - 1], words)
    if not _is_weighted(counted):
        return _("{part} of {all} ({percent})").format(part=len(reached), all=len(counted), percent=percent)
    return _("{part} of {all} by weight ({percent})").format(
        part=_plain(sum(item.weight for item in reached), words),
        all=_plain(sum(item.weight for item in counted), words),
        percent=percent,
    )


def _percent(share: float, words: NullTranslations) -> str:
    """A share in whole percent; with decimals where rounding would hide on which side of a bound it is."""
    whole = round(share * 100)
    hidden = whole in _BOUNDS and abs(share * 100 - whole) > _ROUNDING
    return number_text(f"{share * 100:.2f} %", words) if hidden else f"{whole} %"


def _plain(number: float, words: NullTranslations) -> str:
    """A number with up to three decimals, none of them needless."""
    return number_text(f"{number:.3f}".rstrip("0").rstrip("."), words)
