"""Names in the other script: is this a rendering of that, and what could one be?"""

from translate_app.pipeline.transliterate_likeness import likeness


def similarity(latin: str, arabic: str) -> float:
    """0 to 1: how likely `arabic` renders `latin` by sound, both one name of any words.

    Above 0.8 most pairs are one name, below 0.5 hardly any (docs/benchmarks.md). Translated
    names (Central Prison) are no renderings. The order of words counts; articles do not.
    """
    return likeness(latin, arabic)
