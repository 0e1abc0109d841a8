"""The time of a workshop in words: how long it has been going on, and when it will be over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from gettext import NullTranslations
from math import ceil

from culture_tui.domain.pace import Pace


def elapsed_text(seconds: float) -> str:
    """Hours and minutes: 0:42."""
    minutes = int(seconds) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def stopwatch_text(seconds: float) -> str:
    """Minutes and seconds: 2:10; hours too where there are any."""
    minutes, rest = divmod(int(seconds), 60)
    hours = minutes // 60
    return f"{hours}:{minutes % 60:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def workshop_time(
    pace: Pace, order: Sequence[str], answered: Collection[str], now: datetime, words: NullTranslations
) -> str:
    """How long the workshop has been going on, and when it ends at this pace (nothing where it is done)."""
    _ = words.gettext
    elapsed, left = elapsed_text(pace.elapsed), pace.remaining(order, answered)
    if pace.is_paused:
        return _("{elapsed} · paused").format(elapsed=elapsed)
    if all(practice in answered for practice in order):
        return elapsed
    end = now + timedelta(seconds=left)
    return _("{elapsed} · ends {time}").format(elapsed=elapsed, time=f"{end:%H:%M}")


def over_text(pace: Pace, words: NullTranslations) -> str:
    """That a practice has used its budget, and the three ways on."""
    minutes = pace.budget / 60
    return words.ngettext(
        "{count} minute is over: accept, split or park",
        "{count} minutes are over: accept, split or park",
        ceil(minutes),
    ).format(count=f"{minutes:.3g}")


def short_over_text(pace: Pace, words: NullTranslations) -> str:
    """The same where there is little room."""
    minutes = pace.budget / 60
    return words.ngettext("{count} minute is over", "{count} minutes are over", ceil(minutes)).format(
        count=f"{minutes:.3g}"
    )


def slept_text(pace: Pace, words: NullTranslations) -> str:
    """That a time in which the machine slept does not count."""
    minutes = round(pace.slept / 60)
    return words.ngettext(
        "The machine slept for {count} minute: it counts as a pause.",
        "The machine slept for {count} minutes: it counts as a pause.",
        minutes,
    ).format(count=minutes)
