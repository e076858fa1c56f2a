"""Names in the other script: is this a rendering of that, and what could one be?

Transliteration as the press does it, from a table of common given names and rules of letters
for the rest. It is offered to people and forced on nobody: by letters alone most spellings
are near and few exact (`python -m tests.benchmarks.transliteration`).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from translate_app.pipeline.folding import fold
from translate_app.pipeline.transliterate_latin import foreignness, latin_spellings
from translate_app.pipeline.transliterate_letters import arabic_spellings
from translate_app.pipeline.transliterate_likeness import LONGEST, likeness
from translate_app.pipeline.transliterate_names import arabic_names, latin_names

OFFERED: Final = 3
"""Candidates at most."""
FOREIGN_AFTER_ALL: Final = 0.15
"""What it costs to spell a name by the rules for foreign ones though it seems Arab."""
ARAB_AFTER_ALL: Final = 0.4
"""What the contrary costs; of what seems foreign one is surer."""

_Costed = tuple[float, str]

_ARTICLE: Final = re.compile(r"(?:al|el|ul|ad|adh|an|ar|as|ash|at|az|ed|en|er|es|esh|et|ez)-(?=.)")
# The article as lists in capitals and some Syrian ones write it: ALZAABI, Elshawali.
_ATTACHED: Final = re.compile(r"\A(al|el)(?=[bcdfghjkmnpqrstvwxyz]\w{3})")
_SERVANT: Final = re.compile(r"abd(?:[aeu]l|[aeu]([rsntdz])(?=\1)|-(?=[aeu][lrsntdz]))?-?(.*)")
_RELIGION: Final = re.compile(r"(.{3,}?)-?[aeiu]d{1,2}-?[ei]{1,2}ne?")
_PARTICLES: Final = {
    "abu": "أبو",
    "abou": "أبو",
    "abi": "أبي",
    "umm": "أم",
    "um": "أم",
    "bin": "بن",
    "ibn": "ابن",
    "ben": "بن",
    "bint": "بنت",
    "abd": "عبد",
    "deir": "دير",
    "dayr": "دير",
    "tel": "تل",
    "tell": "تل",
    "tal": "تل",
    "bab": "باب",
    "ras": "رأس",
    "ain": "عين",
    "ayn": "عين",
    "jabal": "جبل",
    "jebel": "جبل",
    "wadi": "وادي",
    "kafr": "كفر",
    "kafar": "كفر",
    "khan": "خان",
    "beit": "بيت",
    "bayt": "بيت",
    "dr": "د.",
    "van": "فان",
    "von": "فون",
    "der": "دير",
    "de": "دي",
    "di": "دي",
    "da": "دا",
    "del": "ديل",
    "la": "لا",
    "le": "لو",
    "saint": "سان",
    "san": "سان",
}
# Words that are translated, and stand before the name in Arabic.
_GENERIC: Final = {
    "airport": "مطار",
    "bridge": "جسر",
    "camp": "مخيم",
    "city": "مدينة",
    "governorate": "محافظة",
    "hospital": "مستشفى",
    "lake": "بحيرة",
    "mosque": "جامع",
    "mountain": "جبل",
    "province": "محافظة",
    "river": "نهر",
    "school": "مدرسة",
    "square": "ساحة",
    "street": "شارع",
    "town": "بلدة",
    "university": "جامعة",
    "village": "قرية",
}
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){1,5}")
_LATIN_PARTICLES: Final = {
    "ابو": ("Abu",),
    "ابي": ("Abi",),
    "ام": ("Umm",),
    "بن": ("bin", "ben"),
    "ابن": ("Ibn",),
    "بنت": ("bint",),
    "ال": ("Al",),
    "حي": ("Hayy",),
    "د": ("Dr.",),
    "دير": ("Deir",),
    "تل": ("Tal", "Tel"),
    "باب": ("Bab",),
    "راس": ("Ras",),
    "عين": ("Ain", "Ayn"),
    "بيت": ("Beit",),
    "كفر": ("Kafr", "Kafar"),
    "خان": ("Khan",),
    "جبل": ("Jabal",),
}
_ARABIC_SIGNS: Final = re.compile(
    r"kh|gh|dh|aa|(?<!\Ao)'|q(?!u)|(?:iya|iyah|iyeh|yeh|eh|ah|een)\Z|\Aal-"
)
_FOREIGN_SIGNS: Final = re.compile(
    r"[pvx]|\Ao'|c(?!h)|o(?!u|o)|sch|tch|ck|g(?!h)|(?:son|ski|er|ey|ie|ton|stan|[b-df-gi-z]e)\Z"
    r"|\A(?:[bcdfgkpt]r|[bcfgkps]l|s[tpkmn])"
)


def similarity(latin: str, arabic: str) -> float:
    """0 to 1: how likely `arabic` renders `latin` by sound, both one name of any words.

    Above 0.8 most pairs are one name, below 0.5 hardly any. Translated
    names (Central Prison) are no renderings. The order of words counts; articles do not.
    """
    return likeness(latin, arabic)


@lru_cache(maxsize=4096)
def to_arabic(name: str) -> tuple[str, ...]:
    """Up to three spellings of a Latin `name` in Arabic letters, best first; none for no name."""
    if _ACRONYM.fullmatch(name.strip()):
        return ()  # letters are spelt out by custom of each body, not by sound
    words = _latin_words(name)
    foreign = _sounds_foreign(words)
    if not foreign:
        words = (*words[:1], *(_ATTACHED.sub(r"\1-", word) for word in words[1:]))
    words = (*filter(_GENERIC.get, words), *(word for word in words if word not in _GENERIC))
    return _best([_arabic_word(word, foreign) for word in words])


@lru_cache(maxsize=4096)
def to_latin(name: str) -> tuple[str, ...]:
    """Up to three spellings of an Arabic `name` in Latin letters, best first; none for no name."""
    words = _arabic_words(name)
    foreign = sum(map(_foreign_word, words)) > 0
    return _best([_latin_word(word, foreign) for word in words])


def _best(words: Sequence[Sequence[_Costed]]) -> tuple[str, ...]:
    """The cheapest ways to take one spelling of every word; a word without any is left out."""
    ways: list[_Costed] = [(0.0, "")]
    for spellings in filter(None, words):
        made = {
            f"{text} {one}".strip(): cost + price for cost, text in ways for price, one in spellings
        }
        ways = sorted((cost, text) for text, cost in made.items())[: 2 * OFFERED]
    return tuple(text for _, text in ways[:OFFERED] if text)


def _latin_words(name: str) -> tuple[str, ...]:
    """Words in lower case; an article and عبد are joined to what follows them."""
    folded = re.sub(r"[^a-z' -]", " ", fold(name[:LONGEST]).text)
    joined = re.sub(r"\b(abd[aeu]l|al|el|abd[aeu][rsntdz])[ -]+(?=[a-z])", r"\1-", folded)
    joined = re.sub(r"\babd[ -]+(?=[ae][lrsntdz]h?-)", "abd-", joined)
    joined = re.sub(r"[ -]+([aeu]l|[ae]d)[ -]?d[ei]{1,2}ne?\b", "eddin", joined)
    kept = (word.strip("-'") for word in joined.split())
    return tuple(part for word in kept for part in _parts(word) if part)


def _parts(word: str) -> Iterable[str]:
    """A double name's halves; what begins with an article or عبد stays whole."""
    if _ARTICLE.match(word) or word.startswith("abd"):
        return (word,)
    return word.split("-")


def _sounds_foreign(words: Sequence[str]) -> bool:
    known = arabic_names()
    score = 0
    for word in words:
        if word in known:
            score += -1 if known[word][1] else 1
        else:
            score -= len(_ARABIC_SIGNS.findall(word))
            score += len(_FOREIGN_SIGNS.findall(word))
    return score > 0


def _arabic_word(word: str, foreign: bool) -> Sequence[_Costed]:
    known = arabic_names().get(word)
    if known:
        return ((0.0, known[0]),)
    fixed = _PARTICLES.get(word) or _GENERIC.get(word)
    if fixed:
        return ((0.0, fixed),)
    servant = _SERVANT.fullmatch(word)
    if servant and servant[2] and len(word) > len("abdul"):
        return [(cost, f"عبد ال{rest}") for cost, rest in _arabic_word(_bare(servant[2]), False)]
    religion = _RELIGION.fullmatch(word)
    if religion and religion[1] in arabic_names():
        return ((0.0, f"{arabic_names()[religion[1]][0]} الدين"),)
    article = _ARTICLE.match(word)
    if article:
        rest = word[article.end() :]
        return [(cost, f"ال{one}") for cost, one in _arabic_word(rest, False)]
    return _by_letters(word, foreign)


def _by_letters(word: str, foreign: bool) -> Sequence[_Costed]:
    """Both traditions' spellings, the likelier tradition's first."""
    likely = arabic_spellings(word, foreign=foreign)
    other = arabic_spellings(word, foreign=not foreign)
    costs: dict[str, float] = {}
    handicap_of_other = ARAB_AFTER_ALL if foreign else FOREIGN_AFTER_ALL
    for handicap, spellings in ((0.0, likely), (handicap_of_other, other)):
        for cost, spelling in spellings:
            costs.setdefault(spelling, cost - spellings[0][0] + handicap)
    return sorted((cost, spelling) for spelling, cost in costs.items())[: 2 * OFFERED]


def _bare(word: str) -> str:
    return _ARTICLE.sub("", word)


def _arabic_words(name: str) -> tuple[str, ...]:
    """Words with their hamza and ة, without tashkeel; عبد is joined to what follows it."""
    kept = re.sub(r"[\u064b-\u065f\u0670\u0640]", "", name[:LONGEST])
    words = re.findall(r"[\u0621-\u063a\u0641-\u064a\u067e\u0686\u06a4\u06a9\u06af\u06cc]+", kept)
    joined: list[str] = []
    for word in (w.replace("ک", "ك").replace("ی", "ي") for w in words):
        if joined and joined[-1] == "عبد" and word.startswith("ال"):
            joined[-1] += word
        elif joined and word == "الدين":
            joined[-1] += " " + word
        else:
            joined.append(word)
    return tuple(joined)


def _foreign_word(word: str) -> int:
    folded = fold(word).text
    if folded in _LATIN_PARTICLES or folded.startswith("عبدال"):
        return -3
    names = latin_names().get(folded)
    if names:
        return -3 if arabic_names()[fold(names[0]).text][1] else 3
    return foreignness(word)


def _latin_word(word: str, foreign: bool = False) -> Sequence[_Costed]:
    folded = fold(word).text
    known = latin_names().get(folded) or _LATIN_PARTICLES.get(folded)
    if known:
        return [(0.3 * place, one) for place, one in enumerate(known[:OFFERED])]
    if folded.startswith("عبدال") and len(folded) > len("عبدال") + 1:
        rest = _latin_word(word[len("عبدال") :])
        return [(cost, f"Abdul {one}") for cost, one in rest] + [
            (cost + 0.2, f"Abd al-{one}") for cost, one in rest
        ]
    if folded.startswith("ابو") and len(folded) > len("ابو") + 2:
        return [(cost, f"Abu {one}") for cost, one in _latin_word(word[len("ابو") :])]
    if folded.endswith(" الدين"):
        return [(cost, f"{one} al-Din") for cost, one in _latin_word(word[: -len(" الدين")])]
    if word.startswith("ال") and len(word) > len("ال") + 1:
        return [(cost, f"al-{one}") for cost, one in _latin_word(word[len("ال") :])]
    spelt = ((cost, one) for cost, one in latin_spellings(word, foreign=foreign))
    return [(cost, one[:1].upper() + one[1:]) for cost, one in spelt][: 2 * OFFERED]
