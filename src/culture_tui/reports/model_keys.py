"""Every key that a model or its translation may have, read off the schema: it is never out of date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from culture_tui.domain.model import MaturityModel
from culture_tui.domain.translation import ModelTranslation
from culture_tui.domain.values import Level, Line, Prose, Sentence, Slug, Title, Weight
from culture_tui.errors import Phrase

_ALIASES: Final = {
    "id": Slug,
    "title": Title,
    "line": Line,
    "sentence": Sentence,
    "prose": Prose,
    "level": Level,
    "weight": Weight,
}
_PLAIN: Final = {str: "text", int: "whole number", float: "number"}
_BOUNDS: Final = {
    "gt": ">",
    "ge": "≥",
    "le": "≤",
    "min_length": "length ≥",
    "max_length": "length ≤",
    "pattern": "form",
}


@dataclass(frozen=True, slots=True)
class ModelKey:
    """A key as its author must know it."""

    file: Literal["model", "translation"]

    path: str
    """`practices.<id>.levels`, `sources[].title`: `<id>` stands for an id of one's own."""

    kind: str
    is_needed: bool
    rules: tuple[str, ...]
    purpose: Phrase

    @property
    def table(self) -> str:
        """The header of the table that the key stands in, as the file has it; empty at the top."""
        first, *_rest = _split(self.path)
        if first == self.path:
            return ""
        return f"[[{first[:-2]}]]" if first.endswith("[]") else f"[{first}]"

    @property
    def name(self) -> str:
        """The key within its table."""
        return self.path.removeprefix(_split(self.path)[0]).removeprefix(".") or self.path


def model_keys() -> list[ModelKey]:
    """Every key of a model file, then every key of a translation."""
    own = list(_keys(MaturityModel, "", "model", {}))
    purposes = {each.path: each.purpose for each in own}
    return [*own, *_keys(ModelTranslation, "", "translation", purposes)]


def purposes_of_tables() -> Mapping[str, Phrase]:
    """What each table of a model is for, by its header."""
    found = {
        f"[[{name}]]" if get_origin(field.annotation) is tuple else f"[{name}.<id>]": _purpose(field)
        for name, field in MaturityModel.model_fields.items()
        if _inner(field.annotation)[1] is not None
    }
    return {header: purpose for header, purpose in found.items() if purpose is not None}


def keys_about(asked: str, keys: Sequence[ModelKey]) -> list[ModelKey]:
    """The keys that somebody means who names a table, a key, or a place as a check tells it.

    `practices`, `practices.levels` and `practices.mission.levels` are all understood.
    """
    wanted = [part.removesuffix("[]") for part in asked.split(".")]
    by_name = [each for each in keys if _begins(wanted, each.path.replace("[]", "").replace(".<id>", ""))]
    return by_name or [each for each in keys if _begins(wanted, each.path.replace("[]", ".<id>"))]


def keys_data(keys: Iterable[ModelKey]) -> list[dict[str, str]]:
    """The keys as data."""
    return [
        {
            "file": each.file,
            "key": each.path,
            "kind": each.kind,
            "needed": "yes" if each.is_needed else "no",
            "rules": ", ".join(each.rules),
            "purpose": str(each.purpose),
        }
        for each in keys
    ]


def _split(path: str) -> tuple[str, ...]:
    """A path as the name of its table, and what follows."""
    first, _dot, rest = path.partition(".")
    if rest.startswith("<id>"):
        return f"{first}.<id>", rest.removeprefix("<id>.")
    return (first, rest) if rest else (first,)


def _begins(wanted: Sequence[str], path: str) -> bool:
    """Whether a path begins as somebody wrote it; where it says `<id>`, anything will do."""
    parts = path.split(".")
    pairs = zip(wanted, parts, strict=False)
    return len(wanted) <= len(parts) and all(part in {"<id>", each} for each, part in pairs)


def _keys(
    kind: type[BaseModel], prefix: str, file: Literal["model", "translation"], purposes: Mapping[str, Phrase]
) -> Iterator[ModelKey]:
    """The keys of a table and of those in it; what says nothing of its purpose has the one given."""
    for name, field in kind.model_fields.items():
        path = f"{prefix}{field.alias or name}"
        table, inner = _inner(field.annotation)
        if inner is None or prefix:
            said = _kind(field.annotation, field.metadata), field.is_required(), tuple(_rules(field))
            yield ModelKey(file, path, *said, _purpose(field) or purposes[path])
        if inner is not None:
            yield from _keys(inner, f"{path}{table}.", file, purposes)


def _inner(annotation: object) -> tuple[str, type[BaseModel] | None]:
    """The table that a key holds, and how its entries are named: by id, or one after another."""
    last = next((each for each in reversed(get_args(annotation)) if each is not Ellipsis), None)
    if isinstance(last, type) and issubclass(last, BaseModel):
        return ("[]" if get_origin(annotation) is tuple else ".<id>"), last
    return "", None


def _purpose(field: FieldInfo) -> Phrase | None:
    return next((each for each in field.metadata if isinstance(each, Phrase)), None)


def _kind(annotation: object, metadata: Sequence[object]) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if _inner(annotation)[1] is not None:
        return "list of tables"
    if origin is tuple:
        return f"list of {_kind(arguments[0], ())}s"
    if origin is Literal:
        return " | ".join(map(str, arguments))
    if origin is Annotated:
        return _kind(arguments[0], arguments[1:])
    if origin in {Union, UnionType}:
        return next(_kind(each, metadata) for each in arguments if each is not type(None))
    known = _flat(metadata)
    named = (name for name, alias in _ALIASES.items() if all(rule in known for rule in _rules_of(alias)))
    return next(named, _PLAIN[annotation] if isinstance(annotation, type) else "")


def _rules_of(alias: object) -> list[object]:
    """What makes a kind: the bounds and validators of its alias."""
    return _flat(get_args(alias)[1:])


def _flat(metadata: Sequence[object]) -> list[object]:
    return [rule for each in metadata for rule in (each.metadata if isinstance(each, FieldInfo) else [each])]


def _rules(field: FieldInfo) -> Iterator[str]:
    alias = _ALIASES.get(_kind(field.annotation, field.metadata))
    told = _rules_of(alias) if alias is not None else []
    for rule in (each for each in field.metadata if each not in told):
        for name, said in _BOUNDS.items():
            bound = getattr(rule, name, None)
            if bound is not None:
                yield f"{said} {bound}"
    if not field.is_required() and field.default not in (None, (), ""):
        yield f"= {field.default}"
