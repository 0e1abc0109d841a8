"""A picture as dots instead of lines, for programs that cannot show SVG.

Done by resvg, which is optional (the extra `pictures`): it is one small compiled file that needs
nothing else, reads no network, and writes with the fonts of the computer at hand.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from culture_tui.errors import NotWrittenError, Phrase, Problem
from culture_tui.reports.pictures.svg import FONTS

_PROBE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    f'<text x="4" y="30" font-size="30" font-family="{FONTS}">{{letter}}</text></svg>'
)
"""A letter that is not drawn tells that the computer has no font: the picture would be without words."""


def png(svg: str) -> bytes:
    """A picture in its own size.

    Raises:
        NotWrittenError: the library is not installed, or there is no font to write with.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        what = Phrase("a PNG needs the library resvg-py, which is not installed")
        hint = Phrase("install it with `pip install 'culture-tui[pictures]'`; an SVG needs nothing")
        raise NotWrittenError(Problem(what, hint=hint)) from None
    if not has_letters():
        what = Phrase("a PNG needs a font, and none was found on this computer")
        raise NotWrittenError(
            Problem(what, hint=Phrase("install one such as DejaVu Sans; an SVG needs none"))
        )
    return bytes(svg_to_bytes(svg_string=svg))


@lru_cache
def has_letters() -> bool:
    """Whether there is a font on this computer to write with; looked up once."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=_PROBE.format(letter="a"))) != bytes(
        svg_to_bytes(svg_string=_PROBE.format(letter=" "))
    )
