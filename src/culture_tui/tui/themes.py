"""How the program looks: one accent colour on a calm ground, dark, light or in high contrast.

The only place that names colours; everything else uses the theme's tokens. Those that begin
with `stage` are for the projector: black and white, whatever the ground of the other screens.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from culture_tui.language import marked

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
    variables={
        "block-cursor-foreground": "#14171a",
        "block-cursor-background": "#5cc8b8",
        "stage-foreground": "#ffffff",
        "stage-background": "#000000",
        "stage-accent": "#7fe0d1",
    },
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
    variables={
        "block-cursor-foreground": "#fbfbf9",
        "block-cursor-background": "#0b6b60",
        "stage-foreground": "#000000",
        "stage-background": "#ffffff",
        "stage-accent": "#07463f",
    },
)

HIGH_CONTRAST: Final = Theme(
    name="culture-high-contrast",
    primary="#ffd500",
    secondary="#ffd500",
    accent="#ffd500",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#2b2b2b",
    success="#9be564",
    warning="#ffd500",
    error="#ff9b94",
    dark=True,
    variables={
        "text-muted": "#d8d8d8",
        "text-disabled": "#b8b8b8",
        "text-accent": "#ffe766",
        "text-error": "#ffb3ad",
        "text-warning": "#ffe766",
        "accent-muted": "#3a3000",
        "error-muted": "#3a0d0a",
        "footer-background": "#000000",
        "scrollbar": "#ffd500",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffd500",
        "stage-foreground": "#ffffff",
        "stage-background": "#000000",
        "stage-accent": "#ffd500",
    },
)

THEMES: Final = {
    "dark": (DARK, marked("Dark")),
    "light": (LIGHT, marked("Light")),
    "high-contrast": (HIGH_CONTRAST, marked("High contrast")),
}
"""By the name that the settings file knows: the theme, and what people call it."""
