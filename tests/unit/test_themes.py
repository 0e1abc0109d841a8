"""Themes: everything can be read by everybody, measured as the web's guidelines measure it."""

from __future__ import annotations

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from culture_tui.tui.themes import THEMES

TEXTS = (
    "foreground",
    "text-muted",
    "accent",
    "primary",
    "text-accent",
    "text-error",
    "text-warning",
    "footer-key-foreground",
    "footer-description-foreground",
)
GROUNDS = ("background", "surface", "panel")
PAIRS = (
    *product(TEXTS, GROUNDS),
    ("text-accent", "accent-muted"),
    ("text-error", "error-muted"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("stage-foreground", "stage-background"),
    ("stage-accent", "stage-background"),
    ("stage-background", "stage-accent"),
)
ENOUGH = {"dark": 4.5, "light": 4.5, "high-contrast": 7.0}


def colour(tokens: dict[str, str], name: str, ground: Color) -> Color:
    """A token as it is drawn on a ground: `auto 60%` is black or white, seen through."""
    said = tokens[name]
    if said.startswith("auto"):
        return ground.blend(ground.get_contrast_text(1.0), float(said.split()[1].rstrip("%")) / 100)
    return ground.blend(Color.parse(said).with_alpha(1.0), Color.parse(said).a)


def luminance(shade: Color) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shade.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """The ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_the_one_of_the_guidelines() -> None:
    """Known answers: black on white is 21, and the grey that just passes is #767676."""
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21.0)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_stands_out_from_every_ground(name: str) -> None:
    """A room at noon, a projector that has seen better years, and eyes of sixty."""
    theme, _said = THEMES[name]
    tokens = theme.to_color_system().generate() | dict(theme.variables)
    weak = {}
    for text, ground in PAIRS:
        below = Color.parse(tokens[ground])
        ratio = contrast(colour(tokens, text, below), below)
        if ratio < ENOUGH[name]:
            weak[text, ground] = round(ratio, 1)
    assert weak == {}


@pytest.mark.parametrize("theme", [theme for theme, _name in THEMES.values()], ids=list(THEMES))
def test_each_theme_has_one_accent(theme: Theme) -> None:
    """A second colour would have to mean something."""
    assert theme.accent == theme.primary == theme.secondary


def test_even_what_is_only_a_hint_can_be_read_in_high_contrast() -> None:
    """An example in an empty field is read by those who need it most."""
    theme, _said = THEMES["high-contrast"]
    for ground in (theme.background, theme.panel):
        below = Color.parse(ground or "")
        assert contrast(colour(dict(theme.variables), "text-disabled", below), below) >= 7.0


def test_high_contrast_is_black_and_white() -> None:
    """Who chooses it wants nothing in between."""
    theme, _said = THEMES["high-contrast"]
    assert (theme.foreground, theme.background) == ("#ffffff", "#000000")
