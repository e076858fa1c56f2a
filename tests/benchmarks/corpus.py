"""Press prose of a made-up town, as long and as uneven as real releases are.

Sentences are put together from clauses, the same ones for the same seed. The lengths follow
those of real releases: a few of two to six words (datelines, captions), most of 12 to 35, some
beyond 45; `describe` gives the distribution.
"""

import random
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate_app.domain.language import Language
from translate_app.pipeline.segment import segment

SAMPLE = (
    Path(__file__).resolve().parents[2]
    / ".."
    / "shared"
    / "samples"
    / "coalition-news-2019-06-28.txt"
)
"""A real listing that lies beside some checkouts; it is read in place and never copied."""

_WHO = (
    "The Harbour Relief Authority",
    "Nadia Sabbagh",
    "Karim Haddad, the coordinator in Rasma,",
    "The head of the Authority, Nadia Sabbagh,",
    "Salma Kanaan",
    "A delegation of the Coastal Aid Network",
    "The town council of {place}",
    "The Joint Relief Committee",
    "Doctors from {place}",
    "Families in {place}",
)
_PLACE = ("Rasma", "Tel Marwan", "al-Wadi camp", "the port", "the northern villages", "Geneva")
_DID = (
    "sent {n} trucks with food and clean water to {place}",
    "met the members of the {thing} committee in {place}",
    "opened a clinic for {n} patients near {place}",
    "discussed the needs of the {thing} sector with engineers from {place}",
    "repaired {n} wells and a school in {place} before the winter",
    "asked the United Nations to keep the road to {place} open",
    "signed an agreement on {thing} that will last until {year}",
    "said that the Rasma Declaration is still the basis of the common work on {thing}",
    "visited {n} families who had returned to {place}",
    "published a report about {thing} in {place}",
)
_THING = (
    "water",
    "education",
    "public health",
    "electricity",
    "housing",
    "agriculture",
    "transport",
    "the release of detainees",
)
_MORE = (
    "after a long meeting with the representatives of {place}",
    "because the bridge near {place} had been closed for {n} days",
    "and thanked the volunteers for their courage",
    "while the work on {thing} continued in {place}",
    "which will cost about {n},500 dollars",
    "and added that {n}% of the houses there have no doors or windows",
    "in order to protect civilians in {place}",
    "and called on the international community to support {thing}",
    "as the convoy reached {place} on {day} March {year}",
)
_SHORT = (
    "Media Office of {place}",
    "{day} March {year}",
    "Photo: a school in {place}",
    "News about {thing}",
    "The road is open.",
    "They will return to {place}.",
    "“We will not leave {place},” she said.",
    "The meeting ended in the evening.",
    "Half of this sum was paid to {place}.",
)


def sentences(count: int, seed: int = 20250314) -> tuple[str, ...]:
    """`count` different sentences."""
    source = random.Random(seed)  # noqa: S311 - prose, not secrets
    made: dict[str, None] = {}
    while len(made) < count:
        made[_sentence(source)] = None
    return tuple(made)


def real_sentences() -> tuple[str, ...]:
    """The sentences of the real listing beside the checkout; none where it is not there.

    Datelines and page furniture are left out: they would make a listing of the release.
    """
    if not SAMPLE.exists():
        return ()
    text = SAMPLE.read_text(encoding="utf-8")
    found = (text[span.start : span.end] for span in segment(text, Language.ENGLISH))
    return tuple(dict.fromkeys(text for text in found if text.endswith((".", ".”"))))


def as_listing(texts: Sequence[str], each: int = 5) -> str:
    """One release in which every text is a segment, `each` to a paragraph."""
    return "\n\n".join(
        "\n".join(texts[start : start + each]) for start in range(0, len(texts), each)
    )


def describe(texts: Sequence[str]) -> dict[str, float]:
    """How long the texts are, in words."""
    words = sorted(len(text.split()) for text in texts)
    tenths = statistics.quantiles(words, n=10, method="inclusive")
    return {
        "segments": len(words),
        "words_min": words[0],
        "words_10th": tenths[0],
        "words_median": statistics.median(words),
        "words_mean": round(statistics.mean(words), 1),
        "words_90th": tenths[8],
        "words_max": words[-1],
    }


def _sentence(source: random.Random) -> str:
    length = source.choices((0, 1, 2, 3, 4), (14, 30, 32, 17, 7))[0]
    if length == 0:
        return _filled(source.choice(_SHORT), source)
    pieces = [source.choice(_WHO), source.choice(_DID)]
    pieces += source.sample(_MORE, length - 1)
    return _filled(" ".join(pieces), source) + "."


def _filled(template: str, source: random.Random) -> str:
    filling = {"place": _PLACE, "thing": _THING}

    def parts() -> Iterator[str]:
        rest = template
        while "{" in rest:
            before, _, after = rest.partition("{")
            name, _, rest = after.partition("}")
            yield before
            if name in filling:
                yield source.choice(filling[name])
            else:
                low, high = {"n": (2, 90), "day": (1, 28), "year": (2019, 2026)}[name]
                yield str(source.randint(low, high))
        yield rest

    return "".join(parts())
