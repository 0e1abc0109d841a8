"""The chart of a profile as a picture for slides: SVG that stands alone, in the assessment's language."""

from culture_tui.reports.pictures.drawing import picture

__all__ = ["picture"]
