"""Every key that means something, read off the bindings; and what a person wants instead.

A binding is known by its id. A person's keymap gives an id other keys; what cannot be, such
as one key for two things on one screen, is told in words and left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, key_to_character
from textual.widget import Widget
from textual.widgets import Input, TextArea

from culture_tui.errors import Phrase
from culture_tui.tui import screens, widgets
from culture_tui.tui.screens.base import CultureDialog, CultureScreen

_OURS: Final = "culture_tui."
_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_LIKE_OTHERS: Final = {"h": "Backspace", "i": "Tab", "j": "Enter", "m": "Enter"}
"""What a terminal sends for these letters with Ctrl is what it sends for another key."""

_MOVES_ON: Final = frozenset({"tab", "shift+tab", "ctrl+c"})
_NAMED: Final = {each.value for each in Keys}


@dataclass(frozen=True, slots=True)
class Bound:
    """What a binding's id stands for."""

    id: str
    keys: tuple[str, ...]
    action: str
    name: str
    said: str

    is_priority: bool = False
    """Whether it comes before what has the focus, in windows too."""


def classes_with_keys(app: type[App[None]]) -> list[type[DOMNode]]:
    """The program, then its screens and windows, then what is in them: all that have keys of their own."""
    for package in (screens, widgets):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    found = [app, *_below(CultureScreen), *_below(CultureDialog), *_below(Widget)]
    ours = {each for each in found if each.__module__.startswith(_OURS) and "BINDINGS" in vars(each)}
    return sorted(ours, key=lambda each: (found.index(each) > 0, len(each.mro()), each.__qualname__))


def bindings_of(kind: type[DOMNode]) -> Iterator[Binding]:
    """The bindings that a class declares itself, one for each key."""
    yield from Binding.make_bindings(vars(kind).get("BINDINGS", ()))


def every_key(app: type[App[None]]) -> dict[str, Bound]:
    """All bindings by their id, in the order of the program."""
    found: dict[str, Bound] = {}
    for kind in classes_with_keys(app):
        for bound in _declared(kind).values():
            found.setdefault(bound.id, bound)
    return found


def usable(
    app: type[App[None]], wanted: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, tuple[Phrase, Phrase | None]]]:
    """The part of a keymap that can be, and by id what is wrong with the rest and what to do about it."""
    known = every_key(app)
    kept, wrong = {}, {}
    typing = set(_where_text_is_typed(app))
    for name, keys in wanted.items():
        problem = _unusable(name, keys, known, types_text=name in typing)
        if problem is None:
            kept[name] = ",".join(normal(keys))
        else:
            wrong[name] = problem
    groups = _seen_together(app)
    while clash := _first_clash(kept, groups):
        name, key, other = clash
        del kept[name]
        meant = Phrase("the key {key} has another meaning there: {id}", key=written(key), id=other)
        wrong[name] = (meant, None)
    return kept, wrong


def normal(keys: str) -> tuple[str, ...]:
    """Keys as the terminal's names for them: `?` is `question_mark`."""
    return tuple(binding.key for binding in Binding.make_bindings([Binding(keys, "none")]) if binding.key)


def written(key: str) -> str:
    """A key as it is written in the settings: `?` rather than `question_mark`, but `space` and `comma`."""
    character = key_to_character(key)
    plain = character is not None and character.isprintable() and character not in " ,"
    return str(character) if plain else key


def _declared(kind: type[DOMNode]) -> dict[str, Bound]:
    """The bindings that a class declares itself, by id."""
    found: dict[str, Bound] = {}
    for each in bindings_of(kind):
        if each.id:
            before = found.get(each.id)
            keys = (*(before.keys if before else ()), each.key)
            said = each.tooltip or each.description
            found[each.id] = Bound(each.id, keys, each.action, each.description, said, each.priority)
    return found


def _seen_together(app: type[App[None]]) -> list[dict[str, Bound]]:
    """For each screen and window what its keys mean: its own, those of what is in it, the program's."""
    kinds = classes_with_keys(app)
    groups = []
    for kind in kinds:
        if not issubclass(kind, (CultureScreen, CultureDialog)):
            continue
        inside = [
            each
            for each in kinds
            if each in _names(kind) and not issubclass(each, (App, CultureScreen, CultureDialog))
        ]
        group: dict[str, Bound] = {}
        for each in reversed([*inside, *kind.mro(), app]):
            group |= _declared(each) if issubclass(each, DOMNode) else {}
        if issubclass(kind, CultureDialog):
            group = {
                key: bound for key, bound in group.items() if key not in _declared(app) or bound.is_priority
            }
        groups.append(group)
    return groups


def _first_clash(
    kept: Mapping[str, str], groups: Iterable[Mapping[str, Bound]]
) -> tuple[str, str, str] | None:
    """The newest entry whose key means something else on a screen: its id, the key, the other's id."""
    order = list(kept)
    found: list[tuple[int, str, str]] = []
    for group in groups:
        for name in (name for name in order if name in group):
            for key in kept[name].split(","):
                for other in group.values():
                    now = kept[other.id].split(",") if other.id in kept else other.keys
                    same = other.id == name or other.action == group[name].action
                    as_ever = key in group[name].keys and key in other.keys
                    if key in now and not same and not as_ever:
                        found.append((order.index(name), key, other.id))
    if not found:
        return None
    at, key, other_id = max(found, key=lambda each: each[0])
    return order[at], key, other_id


def _unusable(
    name: str, keys: str, known: Mapping[str, Bound], *, types_text: bool
) -> tuple[Phrase, Phrase | None] | None:
    """What is wrong with an entry of a keymap by itself, and what to do about it."""
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = Phrase("did you mean `{id}`?", id=near[0]) if near else Phrase("`culture keys` lists all")
        return Phrase("no key has this id"), hint
    parts = [part.strip() for part in keys.split(",")]
    if not all(parts):
        return Phrase("a key without a name"), Phrase("the comma's own name is `comma`")
    for part in parts:
        problem = _impossible(part, types_text=types_text)
        if problem is not None:
            return problem, None
    return None


def _impossible(key: str, *, types_text: bool) -> Phrase | None:
    """Why a key cannot be had; None where it can."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    is_known = len(name) == 1 or name in _NAMED or key_to_character(name) is not None
    if not is_known or not _MODIFIERS.issuperset(modifiers):
        return Phrase("no key is called {key}", key=key)
    if key in _MOVES_ON:
        return Phrase("{key} is taken: it moves on, or copies", key=key)
    if "ctrl" in modifiers and name in _LIKE_OTHERS:
        return Phrase("a terminal cannot tell {key} from {other}", key=key, other=_LIKE_OTHERS[name])
    if "ctrl" in modifiers and (name == "enter" or (len(name) == 1 and not name.isalpha())):
        return Phrase("a terminal does not pass on {key}", key=key)
    if modifiers == ["shift"] and len(name) == 1:
        return Phrase("{key} is written as the letter itself: {upper}", key=key, upper=name.upper())
    writes = types_text and not modifiers and _writes(name)
    return Phrase("{key} writes a letter there", key=key) if writes else None


def _writes(key: str) -> bool:
    """Whether a key writes a letter where text is typed."""
    character = key_to_character(key)
    return len(key) == 1 or (character is not None and character.isprintable())


def _where_text_is_typed(app: type[App[None]]) -> Iterator[str]:
    """The ids of windows in which keys write letters."""
    for kind in classes_with_keys(app):
        if issubclass(kind, CultureDialog) and {Input, TextArea} & _names(kind):
            for bound in _declared(kind).values():
                if not any(map(_writes, bound.keys)):
                    yield bound.id


def _names(kind: type[DOMNode]) -> set[object]:
    """The classes that the modules of a class and of what it is made of know."""
    modules = {each.__module__ for each in kind.__mro__ if each.__module__.startswith(_OURS)}
    return {each for name in modules for each in vars(sys.modules[name]).values() if isinstance(each, type)}


def _below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    """A class and all that are made of it."""
    yield kind
    for each in kind.__subclasses__():
        yield from _below(each)


def rebound(found: Mapping[str, Bound], kept: Mapping[str, str]) -> list[Bound]:
    """All bindings with the keys that a person gave them."""
    return [
        replace(each, keys=tuple(kept[each.id].split(","))) if each.id in kept else each
        for each in found.values()
    ]
