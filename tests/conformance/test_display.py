"""Hostile text on the screen: it is shown for what it is, and none of it acts."""

from __future__ import annotations
