"""Frozen values of the trade: releases, segments, names, engines. No I/O, no framework."""
