"""The keys of a model file and of its translation as a page: what each is for, table after table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.errors import Phrase
from culture_tui.reports.document import Block, Document, Heading, Paragraph, Table
from culture_tui.reports.model_keys import ModelKey, purposes_of_tables

_KINDS: Final[Mapping[str, Phrase]] = {
    "id": Phrase("id"),
    "title": Phrase("title"),
    "line": Phrase("line"),
    "sentence": Phrase("sentence"),
    "prose": Phrase("prose"),
    "level": Phrase("level"),
    "weight": Phrase("weight"),
    "text": Phrase("text"),
    "number": Phrase("number"),
    "whole number": Phrase("whole number"),
    "list of ids": Phrase("list of ids"),
    "list of sentences": Phrase("list of sentences"),
    "list of tables": Phrase("list of tables"),
}
_MEANINGS: Final[Mapping[str, Phrase]] = {
    "id": Phrase("lower-case letters, digits and single hyphens, at most 64"),
    "title": Phrase("one line that is not empty, at most 300 characters"),
    "line": Phrase("one line, at most 300 characters"),
    "sentence": Phrase("one paragraph that is not empty, at most 2,000 characters"),
    "prose": Phrase("any number of lines, at most 20,000 characters"),
    "level": Phrase("a whole number from 1 to the number of levels of the scale"),
    "weight": Phrase("a number above 0, at most 1,000"),
}


def keys_document(keys: Sequence[ModelKey], words: NullTranslations) -> Document:
    """The keys, one table of the file after the other; what the kinds mean at the end."""
    _ = words.gettext
    titles = {"model": _("Keys of a model file"), "translation": _("Keys of a translation file")}
    blocks: list[Block] = []
    for file, title in titles.items():
        of_file = [each for each in keys if each.file == file]
        blocks += [Heading(1, title)] if of_file else []
        for table in dict.fromkeys(each.table for each in of_file):
            blocks += _table(table, [each for each in of_file if each.table == table], words)
    return (*blocks, *_kinds({each.kind for each in keys}, words))


def _table(table: str, keys: Sequence[ModelKey], words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(2, table or _("At the top of the file"))
    purpose = purposes_of_tables().get(table)
    if purpose is not None:
        yield Paragraph(_(purpose.template))
    rows = tuple((each.name, _(each.purpose.template), _kind_text(each, words)) for each in keys)
    yield Table((_("Key"), _("What it is for"), _("Kind")), rows)


def _kind_text(key: ModelKey, words: NullTranslations) -> str:
    _ = words.gettext
    bounds = [
        _("length {bound}").format(bound=rule.removeprefix("length ")) if rule.startswith("length ") else rule
        for rule in key.rules
        if not rule.startswith("form ")
    ]
    said = _(_KINDS[key.kind].template) if key.kind in _KINDS else key.kind
    return ", ".join([said, *([_("needed")] if key.is_needed else []), *bounds])


def _kinds(used: set[str], words: NullTranslations) -> Iterator[Block]:
    """What the kinds mean that need saying."""
    _ = words.gettext
    rows = tuple(
        (_(_KINDS[kind].template), _(meaning.template))
        for kind, meaning in _MEANINGS.items()
        if used & {kind, f"list of {kind}s"}
    )
    if rows:
        yield Heading(1, _("Kinds"))
        yield Table((_("Kind"), _("Meaning")), rows)
