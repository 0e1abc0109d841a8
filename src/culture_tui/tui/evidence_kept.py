"""The evidence of one practice of an open workshop: read, changed, and changes taken back."""

from __future__ import annotations

from culture_tui.domain.records import Evidence
from culture_tui.errors import CultureError
from culture_tui.language import say_error
from culture_tui.tui.workshop import OpenWorkshop, now


class EvidenceKept:
    """What a list of evidence needs of a workshop."""

    def __init__(self, workshop: OpenWorkshop, item: str) -> None:
        self._workshop = workshop
        self._item = item
        self._changes = 0

    @property
    def listed(self) -> tuple[Evidence, ...]:
        """The evidence as it stands."""
        return self._workshop.assessment.answer(self._item).evidence

    def add(self, evidence: Evidence) -> str:
        """Put a piece at the end; what is wrong in words where it cannot be kept."""
        return self._keep((*self.listed, evidence))

    def replace(self, index: int, evidence: Evidence) -> str:
        """Put a piece in another's place."""
        return self._keep((*self.listed[:index], evidence, *self.listed[index + 1 :]))

    def remove(self, index: int) -> str:
        """Take a piece away."""
        return self._keep((*self.listed[:index], *self.listed[index + 1 :]))

    def undo(self) -> bool:
        """Take back the last change made here; False where there is none."""
        if not self._changes:
            return False
        self._changes -= 1
        return self._workshop.undo()

    def _keep(self, evidence: tuple[Evidence, ...]) -> str:
        try:
            self._workshop.change(self._workshop.assessment.with_evidence(self._item, evidence, now()))
        except CultureError as error:
            return "\n".join(say_error(error))
        self._changes += 1
        return ""
