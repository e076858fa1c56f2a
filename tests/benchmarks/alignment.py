"""Pairs the paragraphs of two texts that say the same, by how long they are.

Source: W. A. Gale and K. W. Church, A Program for Aligning Sentences in Bilingual Corpora,
Computational Linguistics 19 (1), 1993; reduced to paragraphs that have one partner or none.
"""

import math
import re
from collections.abc import Sequence

_FIGURE = re.compile(r"[0-9]{2,}")
_RATIO = 0.87
"""Median length of Arabic for its English."""
_VARIANCE = 6.8
"""Of the difference in characters for each character (Gale and Church, section 3.3)."""
_ALONE = 9.0
"""Cost of a paragraph without a partner."""
_CERTAIN = 2.0
"""Cost up to which a pair is taken for one."""


def aligned(english: Sequence[str], arabic: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of the cheapest alignment that are plausible by themselves."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(english) + 1):
        for j in range(len(arabic) + 1):
            ways = []
            if i and j:
                cost = best[i - 1, j - 1][0] + _cost(english[i - 1], arabic[j - 1])
                ways.append((cost, (i - 1, j - 1)))
            if i:
                ways.append((best[i - 1, j][0] + _ALONE, (i - 1, j)))
            if j:
                ways.append((best[i, j - 1][0] + _ALONE, (i, j - 1)))
            if ways:
                best[i, j] = min(ways)
    pairs = []
    place = (len(english), len(arabic))
    while place != (0, 0):
        before = best[place][1]
        if before == (place[0] - 1, place[1] - 1):
            pair = english[before[0]], arabic[before[1]]
            if _cost(*pair) <= _CERTAIN:
                pairs.append(pair)
        place = before
    return pairs[::-1]


def _cost(english: str, arabic: str) -> float:
    """How unlikely it is that one translates the other; more so where their figures differ."""
    mean = (len(english) + len(arabic) / _RATIO) / 2
    deviation = abs(len(arabic) / _RATIO - len(english)) / math.sqrt(mean * _VARIANCE)
    figures = [sorted(_FIGURE.findall(text)) for text in (english, arabic)]
    return deviation**2 / 2 + (3 if figures[0] != figures[1] and all(figures) else 0)
