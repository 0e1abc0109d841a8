"""What home does to files of the workspace, and how each of it is taken back.

Everything here waits for the disk, says in words what it did, and raises what it could not do.
"""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

from culture_tui.domain.next_round import next_round
from culture_tui.errors import CultureError
from culture_tui.language import _, catalogue
from culture_tui.reports.document import Document
from culture_tui.reports.markdown import markdown
from culture_tui.reports.profile import profile_document
from culture_tui.storage.assessment_files import StoredAssessment, load_assessment, new_id
from culture_tui.storage.keeping import keep
from culture_tui.storage.model_files import find_model, symptoms_of
from culture_tui.storage.reading import shown
from culture_tui.storage.saver import checked
from culture_tui.storage.trash import Trashed, bring_back, name_before, put_away, throw_away
from culture_tui.storage.workspace import Workspace, folders_for
from culture_tui.storage.writing import unused, write_bytes
from culture_tui.tui.workshop import now


class Deeds:
    """Changes files that are not open; the last deed can be taken back, and the ones before it."""

    def __init__(self, place: Workspace) -> None:
        self.place = place
        self._undo: list[tuple[Path, Callable[[], str]]] = []
        """Each deed's file as it is now, and how it is taken back; the oldest first."""

    def delete(self, path: Path) -> str:
        """Move a file to the trash.

        Raises:
            NotWrittenError: it stays where it is.
        """
        trashed = put_away(path, self.place.trash, now())
        self._undo.append((trashed.kept, lambda: self._bring_back(trashed)))
        return _("{file} is in the trash. u brings it back, T shows the trash.").format(file=_name(path))

    def restore(self, kept: Path) -> str:
        """Bring a file of the trash back.

        Raises:
            NotWrittenError: it stays in the trash.
        """
        said = self._bring_back(Trashed(kept, self.place.assessments / name_before(kept)))
        self._forget(kept)
        return said

    def empty_trash(self, files: list[Path]) -> str:
        """Delete files of the trash for good.

        Raises:
            NotWrittenError: one of them could not be; those before it are gone.
        """
        for kept in files:
            throw_away(kept)
            self._forget(kept)
        return _("The trash is empty.")

    def load(self, path: Path) -> StoredAssessment:
        """Read an assessment.

        Raises:
            UnsoundInputError: it cannot be.
        """
        return load_assessment(path)

    def restate(self, stored: StoredAssessment, reason: str | None) -> str:
        """Make an assessment final or, with a reason, a draft again.

        Raises:
            NotWrittenError: the file is as it was.
            UnsoundInputError: the reason cannot be kept.
        """
        before, at = stored.assessment, now()
        restated = before.with_status("draft", at, reason) if reason else before.with_status("final", at)
        after = keep(stored, restated)
        self._undo.append((stored.path, lambda: self._restated_back(stored, after)))
        template = (
            _("{file} is final. u takes it back, F reopens it.")
            if reason is None
            else _("{file} is a draft again. u takes it back.")
        )
        return template.format(file=_name(stored.path))

    def next_round(self, path: Path) -> tuple[Path, str]:
        """Begin the next round of an assessment; its file, and what is to be known about its model.

        Raises:
            UnsoundInputError: the assessment cannot be read.
            NotWrittenError: nothing was made.
        """
        before = load_assessment(path).assessment
        at = now()
        subject = before.subject
        new = next_round(before, new_id(at, subject.unit or subject.organisation), at, at.date())
        target = unused(self.place.assessments / f"{new.id}.toml")
        write_bytes(target, checked(new, target))
        return target, self._newer_model(path, before.model.id, before.model.version, before.model.digest)

    def export_profile(self, path: Path) -> str:
        """Write the profile of an assessment into the workspace.

        Raises:
            UnsoundInputError: the assessment cannot be read.
            NotWrittenError: nothing was written.
        """
        assessment = load_assessment(path).assessment
        folders = folders_for(self.place, path)
        symptoms = symptoms_of(assessment.model, folders) if assessment.symptoms else None
        return self.export(
            lambda words: profile_document(assessment, words, symptoms),
            f"{assessment.id}-profile",
            assessment.language,
        )

    def export(self, document: Callable[[NullTranslations], Document], name: str, language: str) -> str:
        """Write a document in Markdown into the workspace; an export from before is kept.

        Raises:
            NotWrittenError: nothing was written.
        """
        target = unused(self.place.exports / f"{name}.md")
        write_bytes(target, markdown(document(catalogue(language))).encode("utf-8"))
        return _("Written to {path}").format(path=shown(target))

    def take_back(self) -> str:
        """Take the last deed back.

        Raises:
            NotWrittenError: it could not be; it can be tried again.
        """
        if not self._undo:
            return _("There is nothing to take back.")
        _file, taken_back = self._undo[-1]
        said = taken_back()
        self._undo.pop()
        return said

    def _forget(self, kept: Path) -> None:
        """A file has left the trash: its deleting is not there to be taken back any more."""
        self._undo = [deed for deed in self._undo if deed[0] != kept]

    def _bring_back(self, trashed: Trashed) -> str:
        back = bring_back(trashed.kept, trashed.origin)
        if back == trashed.origin:
            return _("{file} is back.").format(file=_name(back))
        return _("It is back as {file}: its name was taken.").format(file=_name(back))

    def _restated_back(self, before: StoredAssessment, after: StoredAssessment) -> str:
        keep(after, before.assessment.model_copy(update={"updated": now()}))
        template = _("{file} is a draft as before.")
        if before.assessment.status == "final":
            template = _("{file} is final as before.")
        return template.format(file=_name(before.path))

    def _newer_model(self, path: Path, model_id: str, version: str, digest: str) -> str:
        """What to say where the model at hand is another one than the assessment's; else empty."""
        try:
            at_hand = find_model(model_id, folders_for(self.place, path))
        except CultureError:
            return ""
        if at_hand.digest == digest or at_hand.model.version == version:
            return ""
        return _(
            "The model here is version {new}; this round keeps {old}, so that the two can be compared."
        ).format(new=at_hand.model.version, old=version)


def _name(path: Path) -> str:
    return shown(Path(path.name))
