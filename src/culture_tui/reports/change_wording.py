"""How a change is said: in a cell of a table, the same in every document that compares."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.agreement import median
from culture_tui.domain.change import Like, PracticeChange, ResultChange, ScoreAndLevel
from culture_tui.domain.comparison import Comparison, NotCompared, State
from culture_tui.domain.effect import Magnitude, magnitude
from culture_tui.domain.scoring import Result
from culture_tui.reports.numbers import NOTHING, number_text, score_text
from culture_tui.reports.voices import Voice
from culture_tui.reports.votes import histogram_text, median_text
from culture_tui.reports.wording import title_of

_LEAST_P: Final = 0.001


def title_in(found: Comparison, key: str) -> str:
    """The title that an id has in the later model, else in the earlier one."""
    later = title_of(found.now.model, key)
    return title_of(found.then.model, key) if later == key else later


def moved(then: str, now: str) -> str:
    """What was and what is: `2 → 3`."""
    return f"{then} → {now}"


def signed(value: float, digits: int, words: NullTranslations) -> str:
    """A difference with its sign; what rounds to nothing has none."""
    rounded = round(value, digits)
    return number_text(f"{rounded:+.{digits}f}" if rounded else f"{0:.{digits}f}", words)


def p_text(p: float | None, words: NullTranslations) -> str:
    """A chance with three decimals; nothing where it was not worked out."""
    if p is None:
        return NOTHING
    return number_text(f"< {_LEAST_P}", words) if p < _LEAST_P else number_text(f"{p:.3f}", words)


def effect_text(change: PracticeChange, words: NullTranslations) -> str:
    """How far the votes moved: δ, its interval if there is one, and what it is called."""
    _ = words.gettext
    if change.votes in {"withheld", "overlapping"}:
        return _("withheld")
    effect = change.effect
    if effect is None:
        return NOTHING
    said = signed(effect.delta, 2, words)
    if effect.low is not None and effect.high is not None:
        said += " " + _("({low} to {high})").format(
            low=signed(effect.low, 2, words), high=signed(effect.high, 2, words)
        )
    return f"{said} {magnitude_text(magnitude(effect.delta), words)}"


def magnitude_text(name: Magnitude, words: NullTranslations) -> str:
    """What an effect is called."""
    _ = words.gettext
    return {
        "negligible": _("negligible"),
        "small": _("small"),
        "medium": _("medium"),
        "large": _("large"),
    }[name]


def votes_text(change: PracticeChange, words: NullTranslations) -> str:
    """The medians of the two rounds; of fewer than five votes the histograms, and nothing where withheld."""
    if change.rounds is None:
        return NOTHING
    if change.votes == "few":
        return moved(*map(histogram_text, change.rounds))
    return moved(*(median_text(median(votes), words) for votes in change.rounds))


def target_text(change: PracticeChange, words: NullTranslations) -> str:
    """The target that was set then, and whether it is reached now."""
    _ = words.gettext
    if change.target is None:
        return NOTHING
    template = _("{target}, reached") if change.now >= change.target else _("{target}, not reached")
    return template.format(target=change.target)


def verdict(
    change: ResultChange,
    practices: Sequence[PracticeChange],
    found: Comparison,
    voice: Voice,
    words: NullTranslations,
) -> str:
    """What happened to a dimension, a part or the whole, from the practices that belong to it."""
    _ = words.gettext
    if found.obstacle is not None:
        return _("not comparable")
    if change.like is None:
        return _("not comparable: no practice was rated in both")
    said = _held(change.like, practices, voice, words)
    if change.same_basis:
        return said
    pairs = (change.then, change.like.then), (change.now, change.like.now)
    template = (
        _("on the {count} rated in both")
        if all(own is not None and _shown(own, words) == _shown(like, words) for own, like in pairs)
        else _("on the {count} rated in both: level {levels}, score {scores}")
    )
    basis = template.format(
        count=change.like.rated,
        levels=moved(str(change.like.then.level), str(change.like.now.level)),
        scores=moved(score_text(change.like.then.score, words), score_text(change.like.now.score, words)),
    )
    return f"{said}; {basis}"


def _shown(standing: Result | ScoreAndLevel, words: NullTranslations) -> tuple[int | None, str]:
    """The level and the score as they are shown."""
    return standing.level, score_text(standing.score, words)


def _held(like: Like, practices: Sequence[PracticeChange], voice: Voice, words: NullTranslations) -> str:
    """The level held, and how many practices went which way."""
    _ = words.gettext
    up = sum(each.now > each.then for each in practices)
    down = sum(each.now < each.then for each in practices)
    counts = (
        words.ngettext("{count} practice higher", "{count} practices higher", up).format(count=up),
        words.ngettext("{count} lower", "{count} lower", down).format(count=down),
    )
    steps = ", ".join(said for said, count in zip(counts, (up, down), strict=True) if count)
    votes = sum(each.votes_moved and not each.level_moved for each in practices)
    if votes:
        also = words.ngettext("votes of {count} practice moved", "votes of {count} practices moved", votes)
        steps = ", ".join(part for part in (steps, also.format(count=votes)) if part)
    if like.then.level != like.now.level:
        lead = _("level {levels}").format(levels=moved(str(like.then.level), str(like.now.level)))
    elif steps:
        lead = voice.holds_as_before.format(level=like.now.level)
    else:
        return voice.nothing_shown[:1].lower() + voice.nothing_shown[1:]
    return "; ".join(part for part in (lead, steps) if part)


def why_not_compared(each: NotCompared, voice: Voice, words: NullTranslations) -> str:
    """Why a practice is not compared."""
    _ = words.gettext
    if each.reworded:
        return _("reworded: its texts changed with the major version of the model")
    if each.then == "absent":
        return _("added: the model of the first assessment does not have it")
    if each.now == "absent":
        return _("removed: the model of the second assessment does not have it")
    then, now = _missing_text(each.then, words), _missing_text(each.now, words)
    if each.then == each.now:
        return voice.both.format(state=then)
    if each.then == "rated":
        template = _("{first}: rated; {second}: {now}")
    elif each.now == "rated":
        template = _("{first}: {then}; {second}: rated")
    else:
        template = _("{first}: {then}; {second}: {now}")
    return template.format(first=voice.sides[0], then=then, second=voice.sides[1], now=now)


def _missing_text(state: State, words: NullTranslations) -> str:
    """Why an assessment has no level for a practice, in a word or two; empty where it has one."""
    _ = words.gettext
    return {
        "rated": "",
        "unrated": _("not rated"),
        "not-applicable": _("not applicable"),
        "out-of-scope": _("not talked about"),
        "absent": _("not in the model"),
    }[state]
