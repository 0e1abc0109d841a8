"""What all tests share. Its place lets every test import the builders in `support`."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", max_examples=60)
settings.load_profile("house")
"""A hundred examples a property took minutes of the ten that a check may last."""
