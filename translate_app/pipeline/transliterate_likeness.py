"""How likely an Arabic spelling renders a Latin one: an alignment of the two, by sound.

Consonants must agree, within what transliterations write for one another (q for ق and ك, h
for ه and ح); short vowels, which Arabic does not write, and ع and ء, which Latin does not,
cost little. The costs are judgements about press spellings, not a standard; the benchmark
`transliteration` measures them.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from translate_app.pipeline.folding import fold

LONGEST: Final = 120
"""Characters that are compared; what is longer is no name."""

# Units of two or three letters, each written as one character for the alignment.
_UNITS: Final = {
    "tsch": "Č",
    "tch": "Č",
    "sch": "Š",
    "kh": "X",
    "gh": "G",
    "sh": "Š",
    "ch": "Ĉ",
    "th": "T",
    "dh": "D",
    "zh": "Ž",
    "ph": "f",
    "ck": "k",
    "qu": "q",
    "oo": "u",
    "ou": "u",
    "ee": "i",
    "ea": "i",
    "ie": "i",
    "ai": "A",
    "ay": "A",
    "ei": "A",
    "ey": "A",
    "au": "O",
    "aw": "O",
    "ow": "O",
    "ng": "Ñ",
    "gu": "ĝ",
}
_UNIT: Final = re.compile("|".join(sorted(_UNITS, key=len, reverse=True)))
_ARTICLE: Final = re.compile(
    r"(?<![a-z])(?:al|el|ul|ad|adh|an|ar|as|ash|at|az|ed|en|er|es|esh|et|ez)-(?=[a-z'])"
    r"|(?<![a-z])(?:al|el) (?=[a-z'])"
)
_SERVANT: Final = re.compile(r"\babd(?:[aeu]l(?!l)|[aeu][rsntdz](?=[rsntdz]))[- ]?(?=[a-z])")
_DOUBLE: Final = re.compile(r"([b-df-hj-np-tv-z])\1")
_ARABIC_ARTICLE: Final = re.compile(r"(?:(?<!\w)|(?<=\bعبد))ال(?=\w{2})")

# What stands for an Arabic letter in Latin, with what it costs; unlisted pairs cost 1.
_RENDERINGS: Final = {
    "ا": "a0 e.1 A.15 i.15 u.2 o.2 O.15 '.1",
    "ب": "b0 p0 v.4",
    "ت": "t0 T.1",
    "ث": "T0 s.2 t.2",
    "ج": "j0 g.1 ĝ.1 Ž.15 Ĉ.3 G.3",
    "ح": "h0 X.4",
    "خ": "X0 h.3 k.3 Ĉ.15",
    "د": "d0 D.2",
    "ذ": "D0 T.15 z.15 d.2",
    "ر": "r0",
    "ز": "z0 s.2 j.4",
    "س": "s0 c.05 z.2 Š.4",
    "ش": "Š0 Ĉ.1 Č.3 s.4 c.4",
    "ص": "s0 z.4",
    "ض": "d0 D0 z.3",
    "ط": "t0 T.3",
    "ظ": "D0 z0 T.2 d.3",
    "ع": "'0 a.1 e.15 i.2 u.2 o.15 A.2 O.2",
    "غ": "G0 g0 ĝ0 r.4",
    "ف": "f0 v0 w.4",
    "ق": "q0 k.1 g.15 c.15 G.3",
    "ك": "k0 c0 q.1 g.2 ĝ.2 Ĉ.2",
    "ل": "l0",
    "م": "m0",
    "ن": "n0 Ñ.2",
    "ه": "h0 a.1 e.15 T.5",
    "و": "w0 u0 o0 O0 v.2 f.5",
    "ي": "y0 i0 e.1 A0 j.4 a.25",
    "ء": "'0 a.1 e.15 i.2",
    "چ": "Ĉ0 g0",
    "پ": "p0",
    "ڤ": "v0",
    "گ": "g0",
    "Č": "Ĉ0 Č0 j.3 Š.3 c.3",
    "Ñ": "Ñ0 n.2",
    "K": "x0 k.4 s.4",
    "G": "g0 G0 ĝ0 j.1",
}
_COST: Final[Mapping[str, float]] = {
    unit[0] + letter: float(unit[1:])
    for letter, units in _RENDERINGS.items()
    for unit in units.split()
}
_CHEAP_LATIN: Final = {**dict.fromkeys("aeiou", 0.1), "'": 0.05, "A": 0.25, "O": 0.25} | {
    "h": 0.5,
    "y": 0.4,
    "w": 0.5,
    "e": 0.06,
}
_CHEAP_ARABIC: Final = {"ا": 0.15, "و": 0.35, "ي": 0.35, "ع": 0.3, "ء": 0.1, "ه": 0.5}
_PAIRS: Final = (("تش", "Č"), ("كس", "K"), ("نغ", "Ñ"), ("نج", "Ñ"))


@lru_cache(maxsize=65536)
def likeness(latin: str, arabic: str) -> float:
    """0 to 1: how likely `arabic` renders `latin`, both one name of one or more words.

    Above 0.8 most pairs are one name, below 0.5 hardly any. Anything without letters of its
    script gives 0.
    """
    sounds, letters = latin_sounds(latin), arabic_sounds(arabic)
    weight = max(_weight(sounds, _CHEAP_LATIN), _weight(letters, _CHEAP_ARABIC))
    if not sounds or not letters or not weight:
        return 0.0
    short, long = sorted((len(sounds), len(letters)))
    if long > 3 * short + 3:
        return 0.0
    return max(0.0, 1.0 - _distance(sounds, letters) / weight)


@lru_cache(maxsize=16384)
def latin_sounds(text: str) -> str:
    """`text` as one character a sound, articles and doubled consonants taken off."""
    folded = fold(text[:LONGEST]).text
    bare = _SERVANT.sub("abd ", _ARTICLE.sub("", folded))
    units = _UNIT.sub(lambda unit: _UNITS[unit[0]], _DOUBLE.sub(r"\1", bare))
    return "".join(c for c in units if c == "'" or (c.isalpha() and not _is_arabic(c)))


@lru_cache(maxsize=16384)
def arabic_sounds(text: str) -> str:
    """`text` as one character a sound, articles taken off."""
    bare = _ARABIC_ARTICLE.sub("", fold(text[:LONGEST]).text)
    for pair, sound in _PAIRS:
        bare = bare.replace(pair, sound)
    return "".join(c for c in bare if _is_arabic(c) or c in "ČKÑ")


def _is_arabic(character: str) -> bool:
    return "\u0620" <= character <= "\u06ff" and character.isalpha()


def _weight(sounds: str, cheap: Mapping[str, float]) -> float:
    return sum(cheap.get(sound, 1.0) for sound in sounds)


def _distance(sounds: str, letters: str) -> float:
    """The least cost of an alignment: Levenshtein's, with costs by pair of sounds."""
    drops = [_CHEAP_ARABIC.get(letter, 1.0) for letter in letters]
    row = [0.0]
    for drop in drops:
        row.append(row[-1] + drop)
    for sound in sounds:
        gone = _CHEAP_LATIN.get(sound, 1.0)
        diagonal = row[0]
        last = row[0] = diagonal + gone
        for place, letter in enumerate(letters, 1):
            best = diagonal + _COST.get(sound + letter, 1.0)
            diagonal = row[place]
            if diagonal + gone < best:
                best = diagonal + gone
            if last + drops[place - 1] < best:
                best = last + drops[place - 1]
            row[place] = last = best
    return row[-1]
