"""Tests. A package, so that `tests.` is ours and not one that a library installed."""
