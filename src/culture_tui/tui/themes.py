"""How the program looks: one accent colour on a calm ground, dark or light.

The only place that names colours; everything else uses the theme's tokens.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="culture-dark",
    primary="#5cc8b8",
    secondary="#5cc8b8",
    accent="#5cc8b8",
    foreground="#e6e8ea",
    background="#14171a",
    surface="#1c2025",
    panel="#2a3037",
    success="#7fb069",
    warning="#e0b050",
    error="#f0736a",
    dark=True,
    variables={"block-cursor-foreground": "#14171a", "block-cursor-background": "#5cc8b8"},
)

LIGHT: Final = Theme(
    name="culture-light",
    primary="#0b6b60",
    secondary="#0b6b60",
    accent="#0b6b60",
    foreground="#1d2226",
    background="#fbfbf9",
    surface="#f1f2ef",
    panel="#dfe3df",
    success="#3d7a2a",
    warning="#8a5a00",
    error="#b3261e",
    dark=False,
    variables={"block-cursor-foreground": "#fbfbf9", "block-cursor-background": "#0b6b60"},
)
