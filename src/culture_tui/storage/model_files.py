"""Finding and loading maturity models: a file beside the workshop first, the shipped ones last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import culture_tui
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel, ModelSkeleton, Symptom
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.soundness import problems_of
from culture_tui.domain.translation import (
    ModelTranslation,
    problems_of_translation,
    translated,
    with_texts_of,
)
from culture_tui.errors import CultureError, Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.checking import validated
from culture_tui.storage.reading import exists, read_document, shown

MODELS: Final = "models"
_HEAD: Final = 2_000
DEFAULT_MODEL: Final = "service-culture"
_DIGEST_DIGITS: Final = 32
_THE_VERY_FILE: Final = 3


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model and where it came from."""

    model: MaturityModel
    path: Path
    digest: str

    left_out: tuple[Problem, ...] = ()
    """Why a translation that is there was not used."""

    is_translated: bool = False

    def in_language(self, language: str) -> LoadedModel:
        """The same model in another language, as far as a file beside it has the texts.

        A translation that cannot be used is left out: it is no reason to send a room home.
        """
        if language == self.model.language:
            return self
        own = load_model(self.path) if self.is_translated else self
        path = translation_path(self.path, language)
        if language == own.model.language or not exists(path):
            return own
        try:
            texts = load_translation(path, own.model)
        except CultureError as error:
            return replace(own, left_out=error.problems)
        return replace(own, model=translated(own.model, texts), is_translated=True)

    def skeleton(self) -> ModelSkeleton:
        """What an assessment keeps of it."""
        return self.model.skeleton(self.digest)


def shipped_models() -> Path:
    """The folder of the models that ship: in an installed package inside it, else the checkout's."""
    package = Path(culture_tui.__file__).parent
    installed = package / MODELS
    return installed if installed.is_dir() else package.parents[1] / MODELS


def load_model(path: Path) -> LoadedModel:
    """Load and check a model file.

    Raises:
        UnsoundInputError: with every problem's file, line and key.
    """
    document = read_document(path)
    model = validated(MaturityModel, document, problems_of)
    return LoadedModel(model, path, document.digest[:_DIGEST_DIGITS])


def load_translation(path: Path, model: MaturityModel) -> ModelTranslation:
    """Load a translation of a model and check that it fits.

    Raises:
        UnsoundInputError: with every problem's file, line and key.
    """
    return validated(
        ModelTranslation, read_document(path), lambda texts: problems_of_translation(texts, model)
    )


def translation_path(path: Path, language: str) -> Path:
    """Where the translation of a model's file into a language stands; whether it is there or not."""
    return path.with_name(f"{path.stem}.{language}.toml")


def translation_paths(path: Path) -> list[Path]:
    """The translations that stand beside a model's file."""
    name = re.compile(rf"{re.escape(path.stem)}\.[a-z]{{2,3}}\.toml")
    return sorted(each for each in path.parent.iterdir() if name.fullmatch(each.name))


def model_of_translation(path: Path) -> Path | None:
    """Where the model stands whose translation a file is by its name; None where it is none."""
    name = re.fullmatch(r"(.+)\.[a-z]{2,3}\.toml", path.name)
    return None if name is None else path.with_name(f"{name[1]}.toml")


def model_paths(folders: Sequence[Path]) -> Iterator[Path]:
    """The model files of these folders; of two with the same name the first folder's.

    Within a folder the one that a workshop begins with comes first, then the others by name.
    """
    seen: set[str] = set()
    for folder in folders:
        for path in sorted(folder.glob("*.toml"), key=_place_in_line) if folder.is_dir() else ():
            is_translation = "." in path.stem
            if path.is_file() and not is_translation and path.name not in seen:
                seen.add(path.name)
                yield path


def find_model(wanted: str, folders: Sequence[Path]) -> LoadedModel:
    """Load the model that is meant: the path of a file, or an id to look for in these folders.

    Raises:
        UnsoundInputError: there is none, or it is unsound.
    """
    return load_model(path_of_model(wanted, folders))


def is_at_hand(model_id: str, folders: Sequence[Path]) -> bool:
    """Whether a model has this id already."""
    return next(_with_id(model_id, folders), None) is not None


def model_of(skeleton: ModelSkeleton, folders: Sequence[Path]) -> LoadedModel | None:
    """The full model that an assessment was rated against, if one that fits is at hand.

    The very same file is best, then the same version, then another one that differs in texts or
    added practices only (the same major version). A later major version may mean something else.
    """
    best: tuple[int, LoadedModel] | None = None
    for path in _with_id(skeleton.id, folders):
        try:
            loaded = load_model(path)
        except CultureError:
            continue
        rank = _likeness(loaded, skeleton)
        if rank == _THE_VERY_FILE:
            return loaded
        if rank and (best is None or rank > best[0]):
            best = rank, loaded
    return None if best is None else best[1]


def symptoms_of(skeleton: ModelSkeleton, folders: Sequence[Path]) -> Mapping[str, Symptom] | None:
    """The symptoms of the model that an assessment was rated against; None where it is not at hand.

    They are in the language of the skeleton, where the model has them in it.
    """
    loaded = model_of(skeleton, folders)
    return None if loaded is None else loaded.in_language(skeleton.language).model.symptoms


def in_language(assessment: Assessment, language: str, folders: Sequence[Path]) -> Assessment:
    """An assessment with the titles of its model in a language, where model and translation are at hand."""
    skeleton = assessment.model
    loaded = None if skeleton.language == language else model_of(skeleton, folders)
    return assessment if loaded is None else told_by(assessment, loaded.in_language(language), language)


def told_by(assessment: Assessment, loaded: LoadedModel, language: str) -> Assessment:
    """An assessment with the titles of its model as it was loaded, where that is in the language."""
    skeleton = assessment.model
    if skeleton.language == language or loaded.model.language != language:
        return assessment
    return assessment.model_copy(update={"model": with_texts_of(skeleton, loaded.model)})


def _place_in_line(path: Path) -> tuple[bool, str]:
    return path.stem != DEFAULT_MODEL, path.name


def _likeness(loaded: LoadedModel, skeleton: ModelSkeleton) -> int:
    """3 the same file, 2 the same version, 1 the same major version, 0 none of them."""
    if loaded.model.id != skeleton.id or not _covers(loaded.model, skeleton):
        return 0
    if loaded.digest == skeleton.digest:
        return _THE_VERY_FILE
    if loaded.model.version == skeleton.version:
        return 2
    return int(loaded.model.version.split(".")[0] == skeleton.version.split(".")[0])


def _with_id(model_id: str, folders: Sequence[Path]) -> Iterator[Path]:
    """The files that may hold the model of an id: named after it, or in a folder of models and saying so."""
    for folder in folders:
        named = folder / f"{model_id}.toml"
        if exists(named):
            yield named
        if folder.name == MODELS:
            yield from (path for path in model_paths([folder]) if path != named and _says(path, model_id))


def _says(path: Path, model_id: str) -> bool:
    """Whether a file's first lines give it this id."""
    try:
        with path.open("rb") as file:
            return f'id = "{model_id}"'.encode() in file.read(_HEAD).split(b"[")[0]
    except OSError:
        return False


def _covers(model: MaturityModel, skeleton: ModelSkeleton) -> bool:
    """Whether a model has all that an assessment was rated against, in the same places."""
    places = {key: practice.dimension for key, practice in model.practices.items()}
    return (
        len(model.scale) == skeleton.top
        and skeleton.dimensions.keys() <= model.dimensions.keys()
        and all(places.get(key) == practice.dimension for key, practice in skeleton.practices.items())
    )


def path_of_model(wanted: str, folders: Sequence[Path]) -> Path:
    """The file of the model that is meant: the path of a file, or an id to look for.

    Raises:
        UnsoundInputError: no model at hand has the id.
    """
    as_path = Path(wanted)
    if as_path.suffix == ".toml" or as_path.parent != Path():
        return as_path
    for path in _with_id(wanted, folders):
        return path
    known = ", ".join(clean_line(path.stem) for path in model_paths(folders))
    raise UnsoundInputError(
        Problem(
            Phrase("no model has the id `{id}`", id=clean_line(wanted)),
            hint=Phrase("these are known: {known}; or give the path of a model file", known=known),
        )
    )


def needed_model_of(
    skeleton: ModelSkeleton, folders: Sequence[Path], file: Path, named: str | None = None
) -> LoadedModel:
    """The full model of an assessment: the one named, if it fits, else the one that it was rated against.

    Raises:
        UnsoundInputError: it is not at hand, or is another model than the assessment's.
    """
    if named is not None:
        loaded = find_model(named, folders)
        if loaded.model.id == skeleton.id and _covers(loaded.model, skeleton):
            return loaded
        what = Phrase(
            "it was rated with {id} {version}, which {named} is not",
            id=skeleton.id,
            version=skeleton.version,
            named=f"{loaded.model.id} {loaded.model.version}",
        )
        raise UnsoundInputError(Problem(what, Place(shown(file), key="model")))
    same = model_of(skeleton, folders)
    if same is not None:
        return same
    what = Phrase("its model {id} {version} is not at hand", id=skeleton.id, version=skeleton.version)
    hint = Phrase("put the model file into the folder models beside it, or name it with --model")
    raise UnsoundInputError(Problem(what, Place(shown(file), key="model"), hint))
