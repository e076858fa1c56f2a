"""Whether a stop ends a segment: what press prose in English and Arabic asks beyond sentencex.

Every rule looks at one stop and the words around it and says yes, no or nothing; the
first that says something decides, and `sentencex` does where none does. Rules go by the
script of the words, not by the language of the text: Arabic releases quote "Dr. Smith".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import sentencex

from translate_app.domain.language import Language
from translate_app.pipeline.segment_quotes import (
    BIDI_MARKS,
    ENDING_MARKS,
    OPENING_BRACKETS,
    QUOTATION_MARKS,
)

_ARABIC_LETTER = "\u0621-\u063a\u0641-\u064a\u0671\u067e\u0686\u06a4\u06af"
_ARABIC = re.compile(rf"[{_ARABIC_LETTER}]")
_ARABIC_WORD = re.compile(rf"[{_ARABIC_LETTER}\u0640\u064b-\u0652]{{3,}}")
AROUND_WORD = QUOTATION_MARKS + OPENING_BRACKETS + BIDI_MARKS + "-–—/"
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(rf"و?(?:[A-Za-z{_ARABIC_LETTER}]\u0640?\.)*[A-Za-z{_ARABIC_LETTER}]\u0640?")
_YEAR = re.compile(r"\d+(?:م|هـ?|ق\.م)")
_LIST_MARK = re.compile(rf"\d{{1,3}}(?:\.\d{{1,3}})*|[ivxIVX]{{1,4}}|[A-Za-z{_ARABIC_LETTER}]")
_NUMBER_FOLLOWS = re.compile(r"[\d#№]|[IVXLC]+\b|[A-Z]\b")
_ARTICLE_NAME = re.compile(r"(?:[Aa]l|el|as|ash|an|ad|at|ar|az)[-–][A-Z]")
_SOURCE_FOLLOWS = re.compile(r"(?:Source|Photo|المصدر|الصورة)\b")
_COUNT_FOLLOWS = re.compile(r"[\d$€£]")
_LONG_ENOUGH_FOR_NAME = 5
_UNMARKED = str.maketrans("", "", QUOTATION_MARKS + BIDI_MARKS + "()[]{}<>")


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark that may end a segment, and what stands around it in the line."""

    before: str
    """The end of the segment so far, at most some eight words."""
    word: str
    """The word that the stop stands at, without marks around it; empty after white space."""
    mark: str
    """The stop or stops: `.`, `?!`, `. . .`."""
    closing: str
    """Quotation marks, brackets and footnote marks that close behind it."""
    gap: str
    """The white space behind those; empty in `rebuilt.The`."""
    opening: str
    """Marks that open before the next word."""
    after: str
    """What follows, from its first letter, digit or sign."""
    first: bool
    """Whether the word before the stop is the first of its segment."""
    closed_after: str | None
    """The mark or letter before the quotation or bracket that closes here; "" for none before."""
    title_case: bool
    """Whether the line is a heading With Capitals Throughout."""


@lru_cache
def _words(section: str) -> frozenset[str]:
    """The words under the heading `section` in the abbreviation lists of both languages."""
    words: set[str] = set()
    for language in Language:
        path = files("translate_app") / "data" / "abbreviations" / f"{language.value}.txt"
        heading = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                heading = line.strip("[]")
            elif line and not line.startswith("#") and heading == section:
                words.add(line)
    return frozenset(words)


def _listed(word: str, section: str) -> bool:
    """Whether `word` is in `section`: as it stands, in capitals (`GEN.`) or behind و."""
    words = _words(section)
    if word in words:
        return True
    return (len(word) > 1 and word.isupper() and word.capitalize() in words) or (
        word[:1] == "و" and word[1:] in words
    )


def _next_word(stop: Stop) -> str:
    """The first word after the stop; empty where a digit or sign follows."""
    match = _FIRST_WORD.match(stop.after)
    return match[0] if match else ""


def _begins_segment(stop: Stop) -> bool:
    """Whether the words after the stop are such as begin a sentence, whatever came before."""
    if stop.title_case:
        return False
    if "(" in stop.opening and _SOURCE_FOLLOWS.match(stop.after):
        return True
    starters = _words("sentence starters")
    two_words = " ".join(stop.after.split(maxsplit=2)[:2])
    word = _next_word(stop)
    joined = stop.after[len(word) :].startswith(("-", "–"))
    return (word in starters and not joined) or two_words in starters


def _run_on(stop: Stop) -> bool | None:
    """Without white space a stop ends a segment only between two plain words."""
    if stop.gap:
        return None
    if _ARABIC_WORD.fullmatch(stop.word) and _ARABIC_WORD.match(stop.after):
        return True
    plain = stop.word[1:].islower() and stop.word.isalpha() and stop.word in stop.before.split()
    return plain and _begins_segment(stop) and stop.after[len(_next_word(stop)) :][:1] == " "


def _list_mark(stop: Stop) -> bool | None:
    """`1. The first`, `b.) The second`: a mark before an item ends nothing."""
    if not _LIST_MARK.fullmatch(stop.word) or stop.mark != ".":
        return None
    return False if stop.closing == ")" or (stop.first and not stop.closing) else None


def _dash_follows(stop: Stop) -> bool | None:
    return False if stop.after[0] in "-–—" else None


def _small_letter_follows(stop: Stop) -> bool | None:
    """A small letter goes on with the segment, save in a name such as al-Wadi."""
    if not stop.after[0].islower():
        return None
    plain = stop.word.islower() and stop.word.isalpha() and not _is_abbreviation(stop.word)
    return plain and bool(_ARTICLE_NAME.match(stop.after))


def _speaker_follows(stop: Stop) -> bool | None:
    """`“Who is next?” Karim Haddad asked.` is one segment."""
    if stop.closed_after is None or stop.closed_after not in ENDING_MARKS:
        return None
    words = stop.after.split()[:6]
    verbs = _words("speech verbs")
    if words and words[0].strip("،.") in verbs:
        return False
    if (
        stop.mark != "."
        and not _begins_segment(stop)
        and any(word.strip(",.") in verbs for word in words)
    ):
        return False
    return None


def _arabic_goes_on(stop: Stop) -> bool | None:
    """Behind `(…)` or `«!…»` in an Arabic sentence no capital tells whether it goes on."""
    inside = stop.closed_after is not None and stop.closed_after.isalnum()
    if inside and _ARABIC.match(stop.after) and (")" in stop.closing or stop.mark != "."):
        return _begins_segment(stop)
    return None


def _is_abbreviation(word: str) -> bool:
    word = re.split(r"[-–—/]", word)[-1]
    sections = ("before a name", "before a number", "either")
    return any(_listed(word, section) for section in sections) or bool(
        _INITIALS.fullmatch(word) or _YEAR.fullmatch(word)
    )


def _abbreviation(stop: Stop) -> bool | None:
    """Titles, numbers, initials, U.S. and the like: see the lists and their headings."""
    if stop.mark != "." or not stop.word:
        return None
    if _listed(re.split(r"[-–—/]", stop.word)[-1], "before a name"):
        return False
    if _listed(stop.word, "before a number"):
        return not (_NUMBER_FOLLOWS.match(stop.after) or "(" in stop.opening)
    return _begins_segment(stop) if _is_abbreviation(stop.word) else None


def _ellipsis(stop: Stop) -> bool | None:
    """Arabic has no capitals to tell a pause from an end."""
    if ("…" in stop.mark or stop.mark.count(".") > 1) and _ARABIC.match(stop.after):
        return _begins_segment(stop)
    return None


def _count_follows(stop: Stop) -> bool | None:
    """A figure begins a segment after a plain word: `… was hit. 12 people …`."""
    if not _COUNT_FOLLOWS.match(stop.after):
        return None
    if stop.mark != "." or stop.closing:
        return True
    long_enough = len(stop.word) >= _LONG_ENOUGH_FOR_NAME or not stop.word[:1].isupper()
    return stop.word.isalpha() and long_enough


def _plain_word(stop: Stop) -> bool | None:
    """sentencex takes words such as `me` or `ill` for abbreviations; these lists do not."""
    plain = stop.mark == "." and len(stop.word) > 1 and stop.word.isalpha() and stop.word.islower()
    return True if plain and stop.after[0].isupper() else None


_RULES: tuple[Callable[[Stop], bool | None], ...] = (
    _run_on,
    _list_mark,
    _dash_follows,
    _small_letter_follows,
    _speaker_follows,
    _arabic_goes_on,
    _abbreviation,
    _ellipsis,
    _count_follows,
    _plain_word,
)


def ends_segment(stop: Stop, language: Language) -> bool:
    """Whether a segment ends at `stop` and its closing marks."""
    for rule in _RULES:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return _sentencex_splits(stop, language)


def _sentencex_splits(stop: Stop, language: Language) -> bool:
    """Whether sentencex, shown the words around the stop, splits there.

    It is shown plain spaces only (1.0.32 panics at a no-break space before an initial)
    and no quotation marks or brackets (it splits nothing inside a pair of them).
    """
    head = " ".join(stop.before.split()).translate(_UNMARKED) + stop.mark
    tail = " ".join(stop.after.split()).translate(_UNMARKED)
    reached = 0
    for piece in sentencex.segment(language.value, f"{head} {tail}"):
        reached += len(piece)
        if reached >= len(head):
            return reached <= len(head) + 1
    return False


def is_title_case(line: str) -> bool:
    """Whether `line` is a heading in which every longer word has a capital."""
    if len(line) > 200 or line.rstrip()[-1:] in tuple(".!?…"):
        return False
    longer: list[str] = re.findall(r"[A-Za-z]{4,}", line)
    return len(longer) > 1 and all(word[0].isupper() for word in longer)
