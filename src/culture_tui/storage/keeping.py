"""Keeping a change of an assessment that is not open: all of it, or nothing."""

from __future__ import annotations

import hashlib

from culture_tui.domain.assessment import Assessment
from culture_tui.errors import NotWrittenError, Phrase, Place, Problem
from culture_tui.storage.assessment_files import StoredAssessment
from culture_tui.storage.reading import shown
from culture_tui.storage.saver import checked, digest_of
from culture_tui.storage.writing import write_bytes


def keep(stored: StoredAssessment, after: Assessment) -> StoredAssessment:
    """Write an assessment over the one that was read.

    Raises:
        NotWrittenError: it could not be, or somebody has changed or deleted the file since.
    """
    content = checked(after, stored.path)
    if digest_of(stored.path) != stored.digest:
        what = Phrase("somebody else has changed it meanwhile; read the folder again")
        raise NotWrittenError(Problem(what, Place(shown(stored.path))))
    write_bytes(stored.path, content)
    return StoredAssessment(after, stored.path, hashlib.sha256(content).hexdigest())
