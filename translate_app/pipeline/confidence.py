"""How far a machine draft can be relied on, 0 to 100, told without a reference.

A linear map of a few figures onto the chrF that such drafts had against a person's
translation. The coefficients were fitted by `python -m tests.benchmarks.confidence --fit`;
docs/engines.md says on what, and how well the value ranks drafts it was not fitted on.
"""

import math
from dataclasses import dataclass

from translate_app.domain.language import Language

CERTAIN = 100
"""A draft that no engine had a part in: memory, glossary, numbers."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a machine draft without a reference."""

    score: float | None
    """The engine's mean log probability per token; None where it says none."""
    words: int
    """Of the source, besides those that are hidden."""
    characters: int
    """Of the source, without white space."""
    ratio: float
    """Characters of the draft for each of the source."""
    hidden: int = 0
    """Names, dates, numbers and addresses of the source."""
    lost: int = 0
    """Names, dates, numbers that the engine lost and that were put back."""
    doubled: int = 0
    """Marks that came back more than once."""
    pathologies: int = 0
    """What was wrong with the engine's answer and had to be mended, or still is wrong."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Coefficients of the logistic map, in logits for each unit of a figure."""

    constant: float
    words: float
    """For the natural logarithm of the number of words."""
    word_length: float
    """For a character more in the average word."""
    ratio: float
    """For the natural logarithm of the ratio of lengths."""
    score: float = 0.0


USUAL_RATIO = {Language.ARABIC: 0.87, Language.ENGLISH: 1.15}
"""Medians of the references (see `pathologies`). A draft that is shorter has left something
out; one that is longer is no better for it."""

# By tests/benchmarks/confidence.py --fit, on the odd-numbered lines of FLORES-200 dev.
_SCORED = {
    Language.ARABIC: Weights(-0.301, 1.885, 0.754, 5.522, 5.793),
    Language.ENGLISH: Weights(-1.797, 1.681, 0.385, 3.732, 4.441),
}
_UNSCORED = {
    Language.ARABIC: Weights(-4.130, 1.082, 0.472, 4.523),
    Language.ENGLISH: Weights(-3.363, 0.944, 0.129, 3.875),
}
_LOST, _DOUBLED, _PATHOLOGY = 0.7, 0.2, 1.5
"""Logits taken off for each. Set by hand: they are too rare in the data for a fit."""

_SCALE = {
    True: {Language.ARABIC: (26.95, 3.46), Language.ENGLISH: (30.51, 4.51)},
    False: {Language.ARABIC: (26.97, 3.69), Language.ENGLISH: (30.47, 4.14)},
}
"""By whether there is a score: chrF of a draft at logit 0, and chrF for each logit."""

_FEWEST_WORDS, _MOST_WORDS = 8, 45
_LEAST_SCORE, _BEST_SCORE = -1.8, -0.7
"""Beyond these the data has hardly a sentence, and the map is taken as it is there."""
_TOKENS = 1.5
"""Tokens a word. A mark is one token more, which costs nothing and would flatter the score."""


def figures(signs: Signs, language: Language) -> tuple[float, float, float, float]:
    """What the map is made of, in the order of `Weights` from `words` on; score 0 for none."""
    words = max(1, signs.words)
    score = (signs.score or 0.0) * (1 + signs.hidden / (_TOKENS * words))
    return (
        math.log(min(max(words, _FEWEST_WORDS), _MOST_WORDS)),
        min(max(signs.characters / words, 3.0), 8.0),
        math.log(min(max(signs.ratio, 0.1), USUAL_RATIO[language])),
        0.0 if signs.score is None else min(max(score, _LEAST_SCORE), _BEST_SCORE),
    )


def logit(signs: Signs, language: Language) -> float:
    """The logit of the chance that a draft is better than the middle one it was fitted on."""
    weights = (_UNSCORED if signs.score is None else _SCORED)[language]
    words, word_length, ratio, score = figures(signs, language)
    value = (
        weights.constant
        + weights.words * words
        + weights.word_length * word_length
        + weights.ratio * ratio
        + weights.score * score
        - _LOST * signs.lost
        - _DOUBLED * signs.doubled
        - _PATHOLOGY * signs.pathologies
    )
    return min(max(value, -30.0), 30.0)


def confidence(signs: Signs, language: Language) -> int:
    """0 to 99 for a machine draft in `language`: how near it is to a person's translation.

    The chrF (0-100) that drafts with such signs had against one, so that a weak engine's
    best draft does not look like a good engine's.
    """
    level, slope = _SCALE[signs.score is not None][language]
    return min(99, max(0, round(level + slope * logit(signs, language))))
