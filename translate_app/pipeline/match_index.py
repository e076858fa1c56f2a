"""A hash index of spellings, searched for the longest match at every word."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translate_app.pipeline.folding import Folded
from translate_app.pipeline.match_tokens import Token, ends_text, tokens

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
_CONTRACTED = "لل"
_ACRONYM_LETTERS = 6


class Hit(NamedTuple):
    """A name found in a text."""

    name: int
    """Number of the name in the order it was given to the index."""
    start: int
    end: int
    clitic: str


class _Form(NamedTuple):
    """A spelling of a name and what its occurrences must look like."""

    name: int
    rank: int
    """0 for the main spelling of the name, 1 for a variant."""
    spelling: str
    head: str
    """What the spelling has before its first word: an opening quotation mark."""
    tail: str
    """What it has after its last word: a closing bracket, the full stop of `Ltd.`."""
    articles: tuple[bool, ...]
    capital: int | None
    """The word that must begin with a capital; None where none must."""
    acronym: bool


class _Candidate(NamedTuple):
    first: int
    words: int
    hit: Hit


class NameIndex:
    """Spellings of names by their folded words."""

    def __init__(self, names: Iterable[Sequence[str]], *, clitics: bool) -> None:
        """Index `names`, each a list of spellings, the main one first.

        `clitics` says whether Arabic names are also looked for behind clitics. A spelling
        without a word in it, or of a single Arabic letter, is never found.
        """
        self._clitics = clitics
        self._forms: dict[str, list[_Form]] = {}
        lengths: dict[str, set[int]] = {}
        for number, spellings in enumerate(names):
            for rank, spelling in enumerate(spellings):
                words = _name_words(spelling)
                if words:
                    form = _form(number, min(rank, 1), spelling, words)
                    self._forms.setdefault(_key(words[0].key, words), []).append(form)
                    lengths.setdefault(words[0].key, set()).add(len(words))
        self._lengths = {key: tuple(sorted(found)) for key, found in lengths.items()}

    def find(self, text: str) -> tuple[Hit, ...]:
        """Names in `text` in its order, longest first where they overlap."""
        words, folded = tokens(text)
        candidates = sorted(self._candidates(text, words, folded), key=_preference)
        taken = bytearray(len(words))
        chosen: list[Hit] = []
        for first, count, hit in candidates:
            if not any(taken[first : first + count]):
                taken[first : first + count] = b"\1" * count
                chosen.append(hit)
        return tuple(sorted(chosen, key=lambda hit: hit.start))

    def _candidates(
        self, text: str, words: Sequence[Token], folded: Folded
    ) -> Iterator[_Candidate]:
        for first, word in enumerate(words):
            for clitic, key in self._readings(word):
                start = folded.offsets[word.at + len(clitic)] if clitic else word.start
                for count in self._lengths.get(key, ()):
                    piece = words[first : first + count]
                    forms = self._forms.get(_key(key, piece)) if len(piece) == count else None
                    form = _best(forms, text, piece) if forms else None
                    if form is not None:
                        hit = _hit(form, text, start, piece, clitic)
                        yield _Candidate(first, count, hit)

    def _readings(self, word: Token) -> Sequence[tuple[str, str]]:
        """The ways to read a word as clitics and the first word of a name."""
        if self._clitics and word.arabic and len(word.key) > 2:
            return _arabic_readings(word.key)
        return (("", word.key),)


def _name_words(spelling: str) -> list[Token]:
    """The words of a name without a leading `the`, which texts use or leave out freely.

    Where one word would remain, a capital keeps it: `The Hague` is not `Hague`.
    """
    words, _ = tokens(spelling)
    if len(words) == 1 and words[0].arabic and len(words[0].key) == 1:
        return []  # و or ل alone is a clitic that somebody set apart
    if len(words) > 1 and words[0].key == "the":
        is_part_of_name = len(words) == 2 and spelling[words[0].start].isupper()
        return words if is_part_of_name else words[1:]
    return words


def _form(name: int, rank: int, spelling: str, words: Sequence[Token]) -> _Form:
    capital = 1 if words[0].key == "the" and len(words) > 1 else 0
    head = spelling[: _start(words[0])].strip()
    letters = [character for character in spelling if character.isalpha()]
    return _Form(
        name,
        rank,
        spelling,
        "" if any(character.isalnum() for character in head) else head,
        spelling[words[-1].end :].strip(),
        tuple(word.article is not None for word in words),
        capital if spelling[words[capital].start].isupper() else None,
        len(letters) <= _ACRONYM_LETTERS and all(letter.isupper() for letter in letters),
    )


def _key(first: str, words: Sequence[Token]) -> str:
    """What a name is looked up by; `first` stands for the first of `words`."""
    return first + "".join([word.joint + word.key for word in words[1:]])


def _start(word: Token) -> int:
    return word.start if word.article is None else word.article


def _best(forms: Sequence[_Form], text: str, piece: Sequence[Token]) -> _Form | None:
    """The form that the words of `piece` spell, None where they spell none as they should."""
    surface = text[_start(piece[0]) : piece[-1].end]
    return min(
        (form for form in forms if _accepts(form, text, surface, piece)),
        key=lambda form: (
            _article_differences(form, piece),
            form.spelling != surface,
            form.rank,
            form.name,
        ),
        default=None,
    )


def _accepts(form: _Form, text: str, surface: str, piece: Sequence[Token]) -> bool:
    if len(piece) == 1 and form.articles[0] and piece[0].article is None:
        return False  # al-Bab is a town, Bab alone may be anything
    if form.acronym and any(character.islower() for character in surface):
        return False
    return form.capital is None or text[piece[form.capital].start].isupper()


def _article_differences(form: _Form, piece: Sequence[Token]) -> int:
    pairs = zip(form.articles, piece, strict=True)
    return sum(has != (word.article is not None) for has, word in pairs)


def _hit(form: _Form, text: str, start: int, piece: Sequence[Token], clitic: str) -> Hit:
    """Where the form stands, with the marks that belong to its spelling."""
    end = piece[-1].end
    if not clitic:
        start = _start(piece[0])
        if form.head and text.endswith(form.head, 0, start):
            start -= len(form.head)
    if form.tail and text.startswith(form.tail, end):
        longer = end + len(form.tail)
        if not (form.tail.endswith(".") and ends_text(text, longer)):
            end = longer
    return Hit(form.name, start, end, clitic)


def _preference(candidate: _Candidate) -> tuple[int, int, int, int]:
    """Longest first, then the least taken off as clitics."""
    hit = candidate.hit
    return (-candidate.words, len(hit.clitic), hit.start - hit.end, candidate.first)


def _arabic_readings(word: str) -> list[tuple[str, str]]:
    """The whole word first, then without conjunction, preposition, contracted article."""
    readings = [("", word), *_without_preposition("", word)]
    if word[0] in _CONJUNCTIONS:
        rest = word[1:]
        readings += [(word[0], rest), *_without_preposition(word[0], rest)]
    return readings


def _without_preposition(before: str, word: str) -> list[tuple[str, str]]:
    if word[0] not in _PREPOSITIONS or len(word) < 3:
        return []
    clitic = before + word[0]
    readings = [(clitic, word[1:])]
    if word.startswith(_CONTRACTED):
        # ل + الائتلاف is للائتلاف; اللاذقية loses one ل more in ل + اللاذقية = للاذقية.
        readings += [(clitic, _ARTICLE + word[2:]), (clitic, _ARTICLE + word[1:])]
    return readings
