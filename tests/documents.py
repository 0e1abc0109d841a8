"""Assessment files as text, to be bent one way at a time."""

from __future__ import annotations

import os
import runpy
import warnings
from pathlib import Path
from typing import Final

_DOCUMENT: Final = """\
format = 1
id = "2026-11-21-payments-7f3a"
title = "Payments desk"
language = "en"
created = 2026-11-21T14:00:00+01:00
updated = 2026-11-21T15:12:07+01:00

[subject]
organisation = "Harbour Bank"
{extra}

[workshop]
date = 2026-11-21
participants = 9

[model]
id = "small"
version = "1.0.0"
digest = "00000000000000000000000000000000"
language = "en"
title = "Small"
scale = [
    {{ level = 1, id = "l1", name = "Level 1", meaning = "m" }},
    {{ level = 2, id = "l2", name = "Level 2", meaning = "m" }},
    {{ level = 3, id = "l3", name = "Level 3", meaning = "m" }},
    {{ level = 4, id = "l4", name = "Level 4", meaning = "m" }},
    {{ level = 5, id = "l5", name = "Level 5", meaning = "m" }},
]

[model.parts.whole]
title = "Whole"

[model.dimensions.purpose]
title = "Purpose"
part = "whole"

[model.dimensions.care]
title = "Care"
part = "whole"

[model.practices.mission]
title = "Mission"
dimension = "purpose"

[model.practices.welcome]
title = "Welcome"
dimension = "care"

[ratings.mission]
level = {value}
note = {note}

[ratings.welcome]
level = 2
"""
LINE_OF_EXTRA: Final = 10
LINE_OF_VALUE: Final = 50

MODEL: Final = b"""\
format = 1
id = "our-model"
version = "1.0.0"
language = "en"
title = "Our model"

[[scale]]
level = 1
id = "no"
name = "No"
meaning = "We do not"

[[scale]]
level = 2
id = "yes"
name = "Yes"
meaning = "We do"

[parts.whole]
title = "Whole"

[dimensions.purpose]
part = "whole"
title = "Purpose"

[practices.mission]
dimension = "purpose"
title = "Mission"
question = "Do we have a mission?"
levels = ["We do not", "We do"]
"""
"""The smallest model that is sound, as a file."""


def doc(value: str = "3", note: str = '"ok"', extra: str = "") -> bytes:
    """A valid assessment of ours: the level and note of `mission`, and a line more in `subject`."""
    return _DOCUMENT.format(value=value, note=note, extra=extra).encode()


def bent(document: bytes, old: str, new: str) -> bytes:
    """The document with one place of it changed."""
    assert document.count(old.encode()) == 1
    return document.replace(old.encode(), new.encode())


def written(folder: Path, content: bytes, name: str = "a.toml") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content)
    return path


def made_by(generator: str, folder: Path) -> bytes | Path:
    """What a generator of `bad_inputs.json` makes: a whole file, or the path of what it made."""
    call = f"\nmade = make({str(folder)!r})" if generator.startswith("def ") else ""
    recipe = written(folder.parent, f"{'' if call else 'made = '}{generator}{call}\n".encode(), "recipe.py")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        made = runpy.run_path(str(recipe), init_globals={"doc": doc, "os": os})["made"]
    return made if isinstance(made, bytes) else Path(str(made))
