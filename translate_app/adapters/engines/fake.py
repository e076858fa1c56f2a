"""An engine for tests: no model, the same answer every time."""

import re
from collections.abc import Collection, Mapping, Sequence

from translate_app.domain.engine import EngineInfo, EngineKind, Hypothesis
from translate_app.domain.language import LanguagePair
from translate_app.errors import EngineFailedError

MARKS = tuple(f"\uff5f{digit}\uff60" for digit in range(10))
"""The marks that the starter packages were trained to copy."""

_WORD = re.compile("\uff5f\\d\uff60|\\w+(?:[.,]\\w+)*|[^\\w\\s]")


class FakeEngine:
    """Implements `ports.Engine` word by word: `peace` becomes `<peace>`, marks are copied."""

    def __init__(
        self,
        pair: LanguagePair,
        *,
        marks: tuple[str, ...] = MARKS,
        words: Mapping[str, str] | None = None,
        loses: Collection[str] = (),
        loses_first: int | None = None,
        fails_after: int | None = None,
        aligned: bool = True,
    ) -> None:
        """An engine of fixed habits.

        `words` translates single words. The words in `loses` (marks, for instance) are left
        out of every hypothesis, or of the `loses_first` best ones only. After `fails_after`
        calls each call raises. Without `aligned` no hypothesis carries an alignment.
        """
        self._pair = pair
        self._marks = marks
        self._words = dict(words or {})
        self._loses = frozenset(loses)
        self._loses_first = loses_first
        self._fails_after = fails_after
        self._aligned = aligned
        self.calls: list[tuple[str, ...]] = []
        """The texts of every call so far."""

    @property
    def info(self) -> EngineInfo:
        """Always `fake`, version 1."""
        return EngineInfo("fake", EngineKind.FAKE, self._pair, "1")

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks it was made with."""
        return self._marks

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """See `ports.Engine`."""
        if self._fails_after is not None and len(self.calls) >= self._fails_after:
            raise EngineFailedError(engine=self.info.label, reason="told to fail")
        self.calls.append(tuple(texts))
        return [[self._candidate(text, rank) for rank in range(hypotheses)] for text in texts]

    def _candidate(self, text: str, rank: int) -> Hypothesis:
        forgetful = self._loses_first is None or rank < self._loses_first
        target, alignment = "", []
        for found in _WORD.finditer(text):
            word = found.group()
            if forgetful and word in self._loses:
                continue
            spaced = bool(target) and text[found.start() - 1].isspace()
            start = len(target) + spaced
            target += " " * spaced + self._translated(word)
            alignment.append((found.start(), found.end(), start, len(target)))
        score = -0.5 - rank / 10 if target else 0.0
        return Hypothesis(target, score, tuple(alignment) if self._aligned else ())

    def _translated(self, word: str) -> str:
        if word in self._marks or not word[0].isalpha():
            return word
        return self._words.get(word, f"<{word}>")
