"""A hash index of spellings, searched for the longest match at every word."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translate_app.pipeline.folding import Folded
from translate_app.pipeline.match_tokens import Token, tokens

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
_ACRONYM_LETTERS = 6


class Hit(NamedTuple):
    """A name found in a text."""

    name: int
    """Number of the name in the order it was given to the index."""
    start: int
    end: int
    clitic: str


class _Form(NamedTuple):
    name: int
    rank: int
    """0 for the main spelling of the name, 1 for a variant."""
    spelling: str
    articles: tuple[bool, ...]
    capital: int | None
    """The word that must begin with a capital; None where none must."""
    acronym: bool


class _Reading(NamedTuple):
    """A way to read a word as clitics and the beginning of a name."""

    clitic: str
    key: str


class _Candidate(NamedTuple):
    first: int
    words: int
    hit: Hit


class NameIndex:
    """Spellings of names by their folded words."""

    def __init__(self, names: Iterable[Sequence[str]], *, clitics: bool) -> None:
        """Index `names`, each a list of spellings, the main one first.

        `clitics` says whether Arabic names are also looked for behind clitics.
        """
        self._clitics = clitics
        self._forms: dict[str, list[_Form]] = {}
        lengths: dict[str, set[int]] = {}
        for number, spellings in enumerate(names):
            for rank, spelling in enumerate(spellings):
                words = _name_words(spelling)
                if words:
                    form = _form(number, min(rank, 1), spelling, words)
                    self._forms.setdefault(_key(words), []).append(form)
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
                for count in self._lengths.get(key, ()):
                    piece = words[first : first + count]
                    if len(piece) < count:
                        break
                    full_key = key + "".join(token.joint + token.key for token in piece[1:])
                    place = folded.offsets[word.at + len(clitic)] if clitic else word.start
                    if word.article is not None:
                        place = word.article
                    form = self._best(full_key, text, place, piece)
                    if form is not None:
                        hit = Hit(form.name, place, piece[-1].end, clitic)
                        yield _Candidate(first, count, hit)

    def _readings(self, word: Token) -> Sequence[_Reading]:
        if self._clitics and word.arabic and len(word.key) > 2:
            return _arabic_readings(word.key)
        return (_Reading("", word.key),)

    def _best(self, key: str, text: str, start: int, piece: Sequence[Token]) -> _Form | None:
        forms = self._forms.get(key)
        if not forms:
            return None
        surface = text[start : piece[-1].end]
        accepted = [form for form in forms if _accepts(form, text, surface, piece)]
        if not accepted:
            return None
        return min(
            accepted,
            key=lambda form: (
                _article_differences(form, piece),
                form.spelling != surface,
                form.rank,
                form.name,
            ),
        )


def _name_words(spelling: str) -> list[Token]:
    """The words of a name without a leading `the`, which texts use or leave out freely.

    Where one word would remain, a capital keeps it: `The Hague` is not `Hague`.
    """
    words, _ = tokens(spelling)
    if len(words) > 1 and words[0].key == "the":
        is_name_part = len(words) == 2 and spelling[words[0].start].isupper()
        return words if is_name_part else words[1:]
    return words


def _form(name: int, rank: int, spelling: str, words: Sequence[Token]) -> _Form:
    leading = 1 if words[0].key == "the" and len(words) > 1 else 0
    letters = [character for character in spelling if character.isalpha()]
    return _Form(
        name,
        rank,
        spelling,
        tuple(word.article is not None for word in words),
        leading if spelling[words[leading].start].isupper() else None,
        len(letters) <= _ACRONYM_LETTERS and all(letter.isupper() for letter in letters),
    )


def _key(words: Sequence[Token]) -> str:
    return words[0].key + "".join(word.joint + word.key for word in words[1:])


def _accepts(form: _Form, text: str, surface: str, piece: Sequence[Token]) -> bool:
    if len(piece) == 1 and form.articles[0] and piece[0].article is None:
        return False  # al-Bab is a town, Bab alone may be anything
    if form.acronym and any(character.islower() for character in surface):
        return False
    return form.capital is None or text[piece[form.capital].start].isupper()


def _article_differences(form: _Form, piece: Sequence[Token]) -> int:
    pairs = zip(form.articles, piece, strict=True)
    return sum(has != (word.article is not None) for has, word in pairs)


def _preference(candidate: _Candidate) -> tuple[int, int, int, int]:
    hit = candidate.hit
    return (-candidate.words, len(hit.clitic), hit.start - hit.end, candidate.first)


def _arabic_readings(word: str) -> list[_Reading]:
    """The whole word first, then without conjunction, preposition, contracted article."""
    readings = [_Reading("", word)]
    readings += _without_preposition("", word)
    if word[0] in _CONJUNCTIONS:
        rest = word[1:]
        readings.append(_Reading(word[0], rest))
        readings += _without_preposition(word[0], rest)
    return readings


def _without_preposition(before: str, word: str) -> list[_Reading]:
    if word[0] not in _PREPOSITIONS or len(word) < 3:
        return []
    clitic = before + word[0]
    readings = [_Reading(clitic, word[1:])]
    if word.startswith("لل"):
        # ل + الائتلاف is للائتلاف; ل + اللاذقية drops one ل more: للاذقية.
        readings.append(_Reading(clitic, _ARTICLE + word[2:]))
        readings.append(_Reading(clitic, _ARTICLE + word[1:]))
    return readings
