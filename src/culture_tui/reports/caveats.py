"""What a reader must know before the numbers of a comparison: who voted, what is missing or withheld."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from culture_tui.domain.comparison import MANY, Comparison
from culture_tui.domain.gathering import rounds_of
from culture_tui.domain.scoring import items_of
from culture_tui.domain.small_cells import FLOOR
from culture_tui.reports.voices import Voice


def caveats(found: Comparison, voice: Voice, words: NullTranslations) -> list[str]:
    """The sentences, the weightiest first."""
    return [
        *_sameness(found, words),
        *_obstacles(found, words),
        *_texts(found, words),
        *_votes(found, voice, words),
        *_people(found, words),
        *_targets(found, words),
    ]


def _sameness(found: Comparison, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    if found.then == found.now:
        yield _("Both files hold the same assessment, word for word: nothing can have changed.")
    elif found.terms.is_copy:
        yield _(
            "Both files hold the same assessment ({id}): what differs was changed in a copy of it, and is no "
            "change over time."
        ).format(id=found.now.id)


def _obstacles(found: Comparison, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    then, now = found.then.model, found.now.model
    if found.obstacle == "models":
        yield _(
            "They were rated with different models, {first} and {second}: not one practice is the same, so "
            "each profile stands for itself."
        ).format(first=f"{then.id} {then.version}", second=f"{now.id} {now.version}")
    elif found.obstacle == "scales":
        yield _(
            "Their scales have {first} and {second} levels: a level of one is no level of the other, so each "
            "profile stands for itself."
        ).format(first=then.top, second=now.top)
    elif found.obstacle == "modes":
        yield _(
            "One was rated practice by practice, the other with one question a dimension: the numbers do not "
            "mean the same, so each profile stands for itself."
        )
    elif not found.practices:
        yield _("No practice was rated in both, so there is nothing to compare.")


def _texts(found: Comparison, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    then, now = found.then.model, found.now.model
    if found.obstacle is not None or then.digest == now.digest:
        return
    if then.version != now.version:
        yield _(
            "The model has moved on from version {first} to {second}; practices match by their ids."
        ).format(first=then.version, second=now.version)
    if not found.wording_known:
        yield _(
            "The two model files are not both at hand, so nobody can tell whether a practice was reworded."
        )
    reworded = sum(each.reworded for each in found.practices)
    if reworded:
        yield words.ngettext(
            "{count} practice reads otherwise in the other version: look at its levels first.",
            "{count} practices read otherwise in the other version: look at their levels first.",
            reworded,
        ).format(count=reworded)


def _votes(found: Comparison, voice: Voice, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    if not found.practices:
        return
    for name, each in zip(voice.sides, (found.then, found.now), strict=True):
        ratings = [rating for key in each.model.dimensions for _key, _weight, rating in items_of(each, key)]
        if all(rating.last_votes is None for rating in ratings):
            yield _("{name}: no votes were kept, so only the agreed levels are compared.").format(name=name)
        gathered = [
            votes
            for rating in ratings
            if (votes := rating.last_votes) is not None and rounds_of(each, rating)[-1:] == [(0, votes)]
        ]
        if gathered:
            yield _(
                "{name}: votes that were gathered before the workshop stand for a round of the room."
            ).format(name=name)
    overlapping = sum(each.votes == "overlapping" for each in found.practices)
    if overlapping:
        yield words.ngettext(
            "The votes of {count} practice are withheld: most of them are the same on both sides, so their "
            "difference would show what fewer than {floor} people did.",
            "The votes of {count} practices are withheld: most of them are the same on both sides, so their "
            "difference would show what fewer than {floor} people did.",
            overlapping,
        ).format(count=overlapping, floor=found.terms.floor)
    withheld = sum(each.votes == "withheld" for each in found.practices)
    if withheld:
        yield words.ngettext(
            "The votes of {count} practice are withheld: they are of fewer than {floor} people.",
            "The votes of {count} practices are withheld: they are of fewer than {floor} people.",
            withheld,
        ).format(count=withheld, floor=found.terms.floor)
    if found.terms.floor < FLOOR:
        yield _(
            "By choice, votes of {floor} people and more are shown here; usually it takes {usual}."
        ).format(floor=found.terms.floor, usual=FLOOR)


def _people(found: Comparison, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    people = found.people
    if people is None:
        return
    if found.terms.is_census:
        yield _(
            "In both workshops everybody concerned was in the room. So nothing is estimated, and "
            "chance plays no part: what differs, differs."
        )
        return
    yield _(
        "A change is reported where the agreed level moved, or where the votes moved by δ .33 or more and "
        "chance would do that at most one time in twenty (Holm, for {count} practices)."
    ).format(count=sum(each.chance is not None for each in found.practices))
    steps = [each for each in found.practices if each.level_moved and each.effect is not None]
    if steps:
        borne_out = sum(each.borne_out for each in steps)
        yield words.ngettext(
            "{count} agreed level moved; the votes alone bear out {borne_out} of these beyond chance.",
            "{count} agreed levels moved; the votes alone bear out {borne_out} of these beyond chance.",
            len(steps),
        ).format(count=len(steps), borne_out=borne_out)
    if min(people) < MANY:
        yield _(
            "With {first} and {second} voters, half a level is practically invisible: that nothing is "
            "reported does not mean that nothing changed."
        ).format(first=people[0], second=people[1])
    yield _(
        "δ runs from -1 to 1: how much more often a vote of the second side is the higher one than the "
        "lower one. Its interval (95 %) is for each practice by itself, p is for all of them together."
    )
    if any(each.chance is not None and not each.chance.exact for each in found.practices):
        yield _("With so many votes, chances are approximated instead of counted out.")


def _targets(found: Comparison, words: NullTranslations) -> Iterator[str]:
    aimed = [each for each in found.practices if each.target is not None and each.target > each.then]
    if aimed:
        reached = sum(each.now >= (each.target or 0) for each in aimed)
        yield words.ngettext(
            "{reached} of {count} target that was set is reached.",
            "{reached} of {count} targets that were set are reached.",
            len(aimed),
        ).format(count=len(aimed), reached=reached)
