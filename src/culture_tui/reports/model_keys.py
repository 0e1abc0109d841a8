"""Every key that a model file may have, read off the schema so that it cannot be out of date."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from typing import Annotated, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from culture_tui.domain.model import MaturityModel
from culture_tui.reports.document import Document, Heading, Table

_KINDS: Final = {str: "text", int: "whole number", float: "number"}
_BOUNDS: Final = {
    "gt": ">",
    "ge": "≥",
    "le": "≤",
    "min_length": "length ≥",
    "max_length": "length ≤",
    "pattern": "form",
}


def keys_document(words: NullTranslations) -> Document:
    """The keys as a table."""
    _ = words.gettext
    header = (_("Key"), _("Kind"), _("Needed"), _("Rules"))
    rows = tuple(
        (each["key"], each["kind"], _("yes") if each["needed"] == "yes" else _("no"), each["rules"])
        for each in model_keys()
    )
    return (Heading(1, _("Keys of a model file")), Table(header, rows))


def model_keys() -> list[dict[str, str]]:
    """Key path, kind, whether it is needed and its rules; `<id>` stands for an id of one's own."""
    return list(_keys(MaturityModel, ""))


def _keys(kind: type[BaseModel], prefix: str) -> Iterator[dict[str, str]]:
    for name, field in kind.model_fields.items():
        path = f"{prefix}{field.alias or name}"
        table, inner = _inner(field.annotation)
        if inner is not None:
            yield from _keys(inner, f"{path}{table}.")
            continue
        yield {
            "key": path,
            "kind": _kind(field.annotation),
            "needed": "yes" if field.is_required() else "no",
            "rules": ", ".join(_rules(field)),
        }


def _inner(annotation: object) -> tuple[str, type[BaseModel] | None]:
    """The table that a key holds, and how its entries are named: by id, or one after another."""
    last = next((each for each in reversed(get_args(annotation)) if each is not Ellipsis), None)
    if isinstance(last, type) and issubclass(last, BaseModel):
        return ("[]" if get_origin(annotation) is tuple else ".<id>"), last
    return "", None


def _kind(annotation: object) -> str:
    if get_origin(annotation) is tuple:
        return "list"
    if get_origin(annotation) is Literal:
        return " | ".join(map(str, get_args(annotation)))
    if isinstance(annotation, type):
        return _KINDS.get(annotation, annotation.__name__)
    if get_origin(annotation) is Annotated:
        return _kind(get_args(annotation)[0])
    return " | ".join(_kind(each) for each in get_args(annotation) if each is not type(None))


def _rules(field: FieldInfo) -> Iterator[str]:
    for rule in field.metadata:
        for name, said in _BOUNDS.items():
            bound = getattr(rule, name, None)
            if bound is not None:
                yield f"{said} {bound}"
    if not field.is_required() and field.default not in (None, (), ""):
        yield f"= {field.default}"
