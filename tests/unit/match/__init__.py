"""Tests of folding, matching and placement."""
