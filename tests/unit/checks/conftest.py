"""Spreads the data of the check cases over their tests."""

from .case import pytest_generate_tests

__all__ = ["pytest_generate_tests"]
