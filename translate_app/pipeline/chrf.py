"""chrF: how alike two texts are, by their characters.

M. Popović, chrF: character n-gram F-score for automatic MT evaluation, WMT 2015,
https://aclanthology.org/W15-3049/. The variant is chrF2 as sacrebleu computes it by default
for single texts (`nc:6 nw:0 space:no`).
"""

from collections import Counter
from typing import Final

ORDER: Final = 6
BETA: Final = 2.0
"""How many times as much recall weighs as precision."""


def chrf(hypothesis: str, reference: str) -> float:
    """0 to 100: the F-score of character n-grams up to six, recall counting twice.

    White space is left out; so are orders that neither text is long enough for.
    """
    hypothesis, reference = ("".join(text.split()) for text in (hypothesis, reference))
    if hypothesis == reference:  # many a draft is approved as it is, and counting takes long
        return 100.0 if reference else 0.0
    precisions, recalls = [], []
    for order in range(1, ORDER + 1):
        ours, theirs = _ngrams(hypothesis, order), _ngrams(reference, order)
        common = sum((ours & theirs).values())
        if ours and theirs:
            precisions.append(common / sum(ours.values()))
            recalls.append(common / sum(theirs.values()))
    if not precisions:
        return 0.0
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    weighted = BETA**2 * precision + recall
    return 100 * (1 + BETA**2) * precision * recall / weighted if weighted else 0.0


def _ngrams(text: str, order: int) -> Counter[str]:
    return Counter(text[at : at + order] for at in range(len(text) - order + 1))
