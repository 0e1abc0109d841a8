"""What a room may see of an open workshop's practice: question, levels, and a vote once it is revealed."""

from __future__ import annotations

from collections.abc import Sequence

from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import rounds_of
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import is_answered
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.language import _, interface_words
from culture_tui.reports.gathering import described
from culture_tui.tui.widgets.projector_layout import ProjectorView


def projector_view(
    assessment: Assessment, model: MaturityModel, item: str, cursor: int, below: Sequence[str] = ()
) -> ProjectorView:
    """What the projector shows of a practice, in pulse mode of a dimension.

    Args:
        assessment: as it stands.
        model: whose texts are read aloud.
        item: what the group talks about.
        cursor: the level that the cursor is on.
        below: lines about a vote that is going on; while there are any, no vote is shown.
    """
    read, rating = asked(assessment, model, item), assessment.answer(item)
    in_the_room = [(number, votes) for number, votes in rounds_of(assessment, rating) if number]
    view = ProjectorView(
        question=clean(read.question or read.title),
        levels=tuple((clean_line(name), clean(text)) for name, text in read.levels),
        cursor=cursor,
        chosen=None if below else rating.level,
        below=tuple(map(clean_line, below)),
    )
    if below or not in_the_room or is_answered(assessment, item):
        return view
    number, votes = in_the_room[-1]
    told = _("Round {number}: {described}").format(
        number=number, described=described(votes, interface_words())
    )
    return ProjectorView(
        question=view.question, levels=view.levels, cursor=cursor, counts=tuple(votes), told=told
    )


def heading(assessment: Assessment, model: MaturityModel, item: str) -> str:
    """Where in the model the room is."""
    read = asked(assessment, model, item)
    return clean_line(f"{read.group} › {read.title}")
