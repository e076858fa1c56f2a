"""One Latin word in Arabic letters, by rules, several candidates with their costs.

Two sets of rules, since the two traditions differ: a word that is Arabic writes its short
vowels in Latin only (Hasan, حسن), a foreign word has all its vowels written in Arabic too
(Guterres, غوتيريس). Costs are judgements about press spellings.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

WIDTH: Final = 16
"""Unfinished candidates kept at each letter."""

_VOWELS: Final = "aeiouy"
_OPTION: Final = re.compile(r"([^\d.\s]+?)(\.?\d+)")

Options = tuple[tuple[str, float], ...]


def _table(rows: str) -> dict[str, Options]:
    return {key: _options(rest) for key, _, rest in (r.partition(" ") for r in rows.split("\n"))}


@lru_cache(maxsize=512)
def _options(text: str) -> Options:
    return tuple(
        ("" if spelling == "-" else spelling, float(cost))
        for spelling, cost in _OPTION.findall(text)
    )


_BOTH: Final = """
b ب0
f ف0
j ج0
k ك0
l ل0
m م0
n ن0
r ر0
v ف0
p ب0
ph ف0
x كس0
sh ش0
kh خ0
w و0"""

# ^ marks the beginning of a word, $ its end.
_ARAB: Final = _table(
    (
        _BOTH
        + """
c ك.1 س.3
ch ش0
d د0 ض.7
dh ذ.1 ض.4 ظ.4
g غ.2 ج.2
gh غ0
gu غ.1
h ح.2 ه.25
h$ ه.2 ح.4
q ق0
qu قو.1 ق.2
s س0 ص.4
t ت0 ط.35
th ث0 ت.8
tch تش0
y ي0
z ز0 ظ.6
' ع.1 -.3 ء.4
A ا0
I ي0
ia يا0
io يو0
ow و0
ow^ عو.2 أو.3
ew و0
aa ا.1 عا.3
aa$ ا.1 عا.3 عة.4
aw و0 او.5
aw^ أو0
ay ي0 اي.5
ay^ أي0 عي.4
ai ي0 اي.3 ائ.5
ai^ عي.2 أي.3
ei ي0
ey ي0
au و0 او.3
ee ي0
ie ي.3 ائ.3
oo و0
ou و0
oo^ عو.2 أو.2
ou^ عو.2 أو.2
iya$ ية0 يا.3
iyah$ ية0
iyeh$ ية0
iyya$ ية0 يا.3
iyyah$ ية0
iyyeh$ ية0
ia$ ية0 يا.3
iye$ ية0
ah$ ة0 اح.6 اه.8
eh$ ة0 ه.7
aya$ اية.1 يا.3
a^ أ.2 ع.25 ا.6
e^ إ.2 ع.4 أ.4
i^ إ.2 ع.3 ا.6
o^ أ.4 ع.2 أو.3
u^ أ.2 ع.3 أو.4
a$ ة.15 ا.2 ى.5 اء.6
e$ ة.2 ي.3
i$ ي0
y$ ي0
o$ و0
u$ و0"""
    ).lstrip("\n")
)
_FOREIGN: Final = _table(
    (
        _BOTH
        + """
c ك0
c+ س0
cc ك0
ch تش.1 ش.3 ك.4
ck ك0
sch ش0
tch تش0
tsch تش0
d د0
dge$ دج0
dg دج0
g غ0 ج.4
g+ ج.1 غ.2
ge$ ج0
gh غ.1 -.4
gu+ غ0
h ه0
h$ -0 ه.4
kn^ ن0
ng$ نغ0
q ق.1 ك.2
qu كو0 ك.2
que$ ك0
s س0 ز.5
sc+ س0 سك.4
t ت0 ط.9
th ث0 ت.2 ذ.6
tion$ شن0
wr^ ر0
wh و0 ه.4
y ي0
z ز0
' -0
a ا0 ي.6
a^ أ0 آ.4
a$ ا0
ai اي.1 ي.2
ay اي.1 ي.3
ai^ أي0
ay$ اي.1 ي.2
au و.1 او.2
au^ أو0
aw او.1 و.2
aa ا0
e^ إ.1 أ.3
ea ي.1 يا.3
ee ي0
ei اي.1 ي.2
ei^ آي.1 أي.2
eo يو0
eu و.2 يو.2
eu^ يو.1 أو.2
ew و.2 يو.2
ey ي.1 اي.3
ey$ ي0
i ي0 -.4
i^ إ.1 إي.1 أ.6
i$ ي0
ia يا0
ie ي0 يي.4
ie$ ي0
io يو0
o و0 -.6 ا.7
o'^ أو0
o^ أو0
o$ و0
oa و.1 وا.3
oe و0 وي.3
oi وا.2 وي.2
oo و0
ou و0 او.4
ow او.1 و.2
ow$ و.1 او.2
oy وي0
u و0 ا.3
u^ أو.1 يو.2
ue و0 وي.3
ue$ و0
ui وي0 ي.4
y^ ي0
y$ ي0
ya يا0
yo يو0"""
    ).lstrip("\n")
)
_LONGEST: Final = 5
_C: Final = r"(ss|kh|sh|gh|th|dh|ch|[b-df-hj-np-tv-z])"
_FORMS: Final = (
    # Participles (Kashif, كاشف) are written like adjectives (Karim, كريم): A and I are long.
    (re.compile(rf"{_C}a{_C}i{_C}(a|ah|eh|e|)"), ((0.0, r"\1A\2\3\4"), (0.05, r"\1\2I\3\4"))),
    (re.compile(rf"{_C}a{_C}e{_C}()"), ((0.0, r"\1A\2\3\4"), (0.3, r"\1\2I\3\4"))),
    # Diminutives: Humaid, حميد.
    (re.compile(rf"{_C}[uo]{_C}(ai|ay|ei|ey)(.+)"), ((0.0, r"\1\2\3\4"),)),
)


def arabic_spellings(word: str, *, foreign: bool) -> list[tuple[float, str]]:
    """Spellings of `word`, Latin letters in lower case, with their costs, best first."""
    if not foreign:
        for form, ways in _FORMS:
            match = form.fullmatch(word)
            if match:
                made = [(cost, match.expand(way)) for cost, way in ways]
                return sorted(
                    (cost + price, spelling)
                    for cost, variant in made
                    for price, spelling in _spelt(variant, foreign=False)
                )
    return _spelt(word, foreign=foreign)


def _spelt(word: str, *, foreign: bool) -> list[tuple[float, str]]:
    table = _FOREIGN if foreign else _ARAB
    beams: dict[str, float] = {"": 0.0}
    for options in _steps(word, table, foreign):
        grown: dict[str, float] = {}
        for text, cost in beams.items():
            for spelling, price in options:
                made = text + spelling
                grown[made] = min(grown.get(made, 1e9), cost + price)
        beams = dict(sorted(grown.items(), key=lambda one: one[1])[:WIDTH])
    return sorted((cost, text) for text, cost in beams.items() if text)


def _steps(word: str, table: dict[str, Options], foreign: bool) -> Iterator[Options]:
    place = 0
    while place < len(word):
        if place and word[place] == word[place - 1] and word[place] not in _VOWELS:
            place += 1  # a doubled consonant is written once
            continue
        for length in range(min(_LONGEST, len(word) - place), 0, -1):
            found = _lookup(word, place, place + length, table)
            if found is not None:
                yield found
                place += length
                break
        else:
            letter = word[place]
            if letter in "aeiou":
                yield _short_vowel(word, place, foreign)
            place += 1


def _lookup(word: str, start: int, end: int, table: dict[str, Options]) -> Options | None:
    piece = word[start:end]
    if start == 0 and piece + "^" in table:
        return table[piece + "^"]
    if end == len(word) and start and piece + "$" in table:
        return table[piece + "$"]
    if word[end : end + 1] in ("e", "i", "y") and piece + "+" in table:
        return table[piece + "+"]
    return table.get(piece)


def _short_vowel(word: str, place: int, foreign: bool) -> Options:
    """A vowel inside a word, which may be long or short."""
    consonants = len(word) - place - 1 - len(word[place + 1 :].lstrip("bcdfghjklmnpqrstvwxz'"))
    doubled = consonants == 2 and word[place + 1] == word[place + 2]
    last = place + 1 + consonants == len(word)
    closed = consonants > 1 and not _is_one_sound(word[place + 1 : place + 1 + consonants], foreign)
    if foreign:
        return _foreign_e(word, place, closed and not doubled, last)
    letter = word[place]
    if letter == "a":
        return _arab_a(word, place, closed, last)
    long = "ي" if letter in "ei" else "و"
    if closed:
        return (("", 0.0), (long, 0.5))
    if last and letter in "iu":
        return ((long, 0.1), ("", 0.3))
    if last:
        return (("", 0.1), (long, 0.3))
    return ((long, 0.15), ("", 0.25)) if letter == "i" else (("", 0.2), (long, 0.2))


def _arab_a(word: str, place: int, closed: bool, last: bool) -> Options:
    before = word[:place]
    inner = [letter for letter in before if letter in "aeiou"]
    if closed:
        return (("", 0.0), ("ا", 0.6))
    if last and inner:
        heavy = re.search(r"[aeiou](?!(?:kh|sh|gh|th|dh)a?\Z)[^aeiou]{2,}\Z", before)
        long = 0.1 if heavy or inner[-1] in "iu" else 0.25
        return (("ا", long), ("", 0.35 - long / 2))
    if last:
        return (("ا", 0.2), ("", 0.2))
    if re.fullmatch(r"[^aeiou]{1,2}a", word[place + 1 :]) and not inner:  # Baba, Rasha
        return (("ا", 0.15), ("", 0.2))
    return (("", 0.1), ("ا", 0.25))


def _foreign_e(word: str, place: int, closed: bool, last: bool) -> Options:
    rest = word[place + 1 :]
    if not rest:
        silent = word[place - 2 : place - 1] in tuple(_VOWELS) or word[place - 2] == word[place - 1]
        return (("", 0.0), ("ي", 0.4)) if silent else (("ي", 0.1), ("", 0.2))
    if closed or (last and rest in ("r", "rs", "n", "l", "t")):
        return (("", 0.0), ("ي", 0.3))
    return (("ي", 0.0), ("", 0.3))


def _is_one_sound(letters: str, foreign: bool) -> bool:
    """Whether the consonants all begin the next syllable (Pe-dro)."""
    if letters in ("kh", "sh", "gh", "th", "dh", "ch", "ph"):
        return True
    return foreign and re.fullmatch("[bcdfgkpt]r|[bcfgkp]l", letters) is not None
