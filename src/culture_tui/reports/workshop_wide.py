"""The votes of a whole workshop at once: an appendix for consultants, on which nothing is ever flagged."""

from __future__ import annotations

from gettext import NullTranslations

from culture_tui.domain.agreement import FEWEST_VOTES, rwg_star_j
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import dimensions_in_scope
from culture_tui.domain.reliability import NoAlpha, krippendorffs_alpha, no_alpha
from culture_tui.domain.scoring import items_of
from culture_tui.reports.numbers import number_text


def workshop_wide_json(assessment: Assessment) -> dict[str, object]:
    """The figures as data: None where one is not defined, with the reason for alpha."""
    rounds = _last_rounds(assessment)
    return {
        "rwg_star_j": rwg_star_j(rounds),
        "krippendorff_alpha": krippendorffs_alpha(rounds),
        "krippendorff_reason": no_alpha(rounds),
    }


def workshop_wide_texts(assessment: Assessment, words: NullTranslations) -> list[str]:
    """The figures, each with what it says."""
    _ = words.gettext
    rounds = _last_rounds(assessment)
    if not rounds:
        return [_("No votes were kept, so there is nothing to tell.")]
    if max(map(sum, rounds)) < FEWEST_VOTES:
        return [_("Nowhere did 5 people vote: too few people to tell.")]
    agreement, alpha, missing = rwg_star_j(rounds), krippendorffs_alpha(rounds), no_alpha(rounds)
    counted = words.ngettext(
        "These figures are about the last round of {count} practice.",
        "These figures are about the last rounds of {count} practices.",
        len(rounds),
    ).format(count=len(rounds))
    said = [counted]
    if agreement is not None:
        said.append(
            _(
                "Mean agreement (r*_WG(J)): {figure}, where 1 is all the same, 0 is chance, and below 0 "
                "there are camps. It does not grow with the number of practices."
            ).format(figure=number_text(f"{agreement:.3f}", words))
        )
    if missing is not None:
        said.append(_reason_text(missing, words))
    if alpha is not None:
        said.append(
            _("Krippendorff's alpha (ordinal): {figure}.").format(figure=number_text(f"{alpha:.3f}", words))
        )
    return [
        *said,
        _(
            "Alpha measures reliability, not agreement: where all practices stand alike, people who all but "
            "agree reach an alpha near 0 or below it. Never judge a practice or a group by it."
        ),
    ]


def _reason_text(reason: NoAlpha, words: NullTranslations) -> str:
    """Why there is no alpha."""
    _ = words.gettext
    if reason == "all-equal":
        return _(
            "There is no Krippendorff's alpha: all votes are for one level, so there is no order to find."
        )
    return _("There is no Krippendorff's alpha: no practice has two votes to compare.")


def _last_rounds(assessment: Assessment) -> list[tuple[int, ...]]:
    """The last round of everything in scope that was voted on."""
    return [
        rating.rounds[-1]
        for dimension in dimensions_in_scope(assessment)
        for _key, _weight, rating in items_of(assessment, dimension)
        if rating.rounds and any(rating.rounds[-1])
    ]
