"""A round of votes as the panel below the card shows it."""

from __future__ import annotations

from dataclasses import replace

from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot, Voting
from culture_tui.domain.hands import ShowOfHands
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.language import _, interface_words
from culture_tui.reports.reveal import revealed_told
from culture_tui.reports.rounds import Told, hands_told, under_way_text, voting_told
from culture_tui.tui.footing import State
from culture_tui.tui.widgets.card_layout import MOST, OTHER
from culture_tui.tui.widgets.vote_layout import PanelView
from culture_tui.tui.workshop import OpenWorkshop


def panel_view(workshop: OpenWorkshop, state: State, notice: str) -> PanelView:
    """What the panel shows of the practice at hand, but for hands that somebody types."""
    assessment, item = workshop.assessment, workshop.current
    if workshop.voting is not None:
        trouble = _("These votes cannot be kept on disk.") if workshop.ballots.failed else ""
        return voting_view(workshop.voting, trouble)
    if state == "revealed":
        return revealed_view(assessment, workshop.model, item, notice)
    ballot, people = workshop.ballots.of(assessment, item), assessment.workshop.participants
    return PanelView() if ballot is None else under_way_view(ballot, people, notice)


def voting_view(voting: Voting, trouble: str) -> PanelView:
    """The laptop goes round; with what is wrong with keeping the votes, if anything."""
    told = voting_told(voting, interface_words())
    notes = (trouble, *told.notes) if trouble else told.notes
    return PanelView(replace(told, notes=notes), levels=len(voting.ballot.counts))


def hands_views(hands: ShowOfHands) -> tuple[PanelView, PanelView]:
    """What stands above the line that is typed, and below it."""
    told = hands_told(hands, interface_words())
    above, below = Told(told.heading, told.figures), replace(told, heading="", figures="")
    return PanelView(above, levels=hands.top), PanelView(below, levels=hands.top)


def revealed_view(assessment: Assessment, model: MaturityModel, item: str, notice: str) -> PanelView:
    """The newest round of the room, and the descriptors of the levels in question."""
    told = revealed_told(assessment, item, interface_words())
    if told is None:
        return PanelView()
    levels = asked(assessment, model, item).levels
    read = ((level, *levels[level - 1]) for level in told.compared)
    return PanelView(
        replace(told, notice=notice),
        tuple(
            (f"{MOST if level in told.most else OTHER} {level} {clean_line(name)}", clean(text))
            for level, name, text in read
        ),
        levels=len(levels),
    )


def under_way_view(ballot: Ballot, people: int | None, notice: str) -> PanelView:
    """A vote that was left for later."""
    told = Told(under_way_text(ballot, people, interface_words()), notice=notice)
    return PanelView(told, levels=len(ballot.counts))
