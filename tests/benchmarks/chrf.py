"""chrF as the reports of the program compute it."""

from translate_app.pipeline.chrf import chrf

__all__ = ["chrf"]
