"""How good transliterations are: `python -m tests.benchmarks.transliteration`.

Reads the list of names that lies beside a checkout (`../shared`), and says so where it is not
there. Right is a candidate that folds to the listed spelling (hamza, ة, diacritics and hyphens
aside). Rows whose two sides are no renderings of each other (translated names such as Central
Prison: likeness under 0.5) are counted apart, since no transliteration can be right there.
"""

import argparse
import csv
import random
import sys
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from translate_app.pipeline.folding import fold
from translate_app.pipeline.transliterate import similarity, to_arabic, to_latin

NAMES = Path(__file__).resolve().parents[2] / ".." / "shared" / "eval" / "names" / "names.csv"
KINDS = {
    "persons": ("person_politician",),
    "parts of names": ("name_token", "name_token_variant", "family_or_given_name_token"),
    "places": ("place_syria",),
    "countries": ("country_or_region",),
}
RENDERED = 0.5

Pair = tuple[str, str]


def pairs(kinds: Sequence[str]) -> list[Pair]:
    """English and Arabic spellings of the listed names of these kinds."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["type"] in kinds and row["ar"]]
    return list(dict.fromkeys((row["en"], row["ar"]) for row in rows))


def bare(text: str) -> str:
    """`text` as it is compared: folded, without what stands for no letter."""
    return "".join(character for character in fold(text).text if character.isalnum())


def distance(one: str, other: str) -> int:
    """Levenshtein's distance."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            best = min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
            diagonal, row[j] = row[j], best
    return row[-1]


def candidates(found: Sequence[Pair], arabic: bool) -> str:
    """A line of figures for one direction; every accepted spelling of a name is right."""
    accepted: dict[str, set[str]] = defaultdict(set)
    for en, ar in found:
        accepted[en if arabic else ar].add(bare(ar if arabic else en))
    first = three = 0
    distances = []
    for name, right in accepted.items():
        offered = [bare(one) for one in (to_arabic(name) if arabic else to_latin(name))]
        first += bool(offered) and offered[0] in right
        three += any(one in right for one in offered)
        best = offered[0] if offered else ""
        distances.append(min(distance(best, one) / max(len(best), len(one), 1) for one in right))
    count = len(accepted)
    mean = sum(distances) / count
    return f"first {first / count:.1%}, among three {three / count:.1%}, distance {mean:.3f}"


def separation(found: Sequence[Pair], seed: int = 7) -> float:
    """Area under the curve: how often a true pair is more alike than a shuffled one."""
    source = random.Random(seed)  # noqa: S311 - a sample, not a secret
    others = [ar for _, ar in found]
    true = [similarity(en, ar) for en, ar in found]
    drawn = [(en, ar, source.choice(others)) for en, ar in found for _ in range(5)]
    false = sorted(similarity(en, other) for en, ar, other in drawn if other != ar)
    places = ((bisect_left(false, one) + bisect_right(false, one)) / 2 for one in true)
    return sum(places) / len(true) / len(false)


def mistakes(found: Sequence[Pair], arabic: bool) -> None:
    """Every name whose right spelling is not offered first."""
    for en, ar in found:
        offered = to_arabic(en) if arabic else to_latin(ar)
        right = ar if arabic else en
        if not offered or bare(offered[0]) != bare(right):
            print(f"    {en if arabic else ar} = {right}: {', '.join(offered)}")


def main() -> int:
    """Print the figures, and the mistakes where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true")
    show = parser.parse_args().mistakes
    if not NAMES.exists():
        print("the list of names is not here: nothing measured", file=sys.stderr)
        return 0
    for title, kinds in KINDS.items():
        found = pairs(kinds)
        rendered = [pair for pair in found if similarity(*pair) >= RENDERED]
        print(f"{title}: {len(found)} pairs, {len(rendered)} of them renderings by sound")
        print(f"  likeness, AUC against shuffled pairs: {separation(found):.4f}")
        for arabic, way in ((True, "to Arabic"), (False, "to Latin")):
            print(f"  {way}, all: {candidates(found, arabic)}")
            print(f"  {way}, renderings: {candidates(rendered, arabic)}")
            if show:
                mistakes(rendered, arabic)
    similarity("Warm", "up")
    asked = [(en, ar) for en, _ in found[:60] for _, ar in found[-60:]]
    start = time.perf_counter()
    for en, ar in asked:
        similarity(en, ar)
    seconds = time.perf_counter() - start
    print(f"likeness: {seconds / len(asked) * 1e6:.0f} microseconds a pair")
    return 0


if __name__ == "__main__":
    sys.exit(main())
