"""Stand-ins for other engines, made of a starter engine: what a name meets there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_app.domain.engine import EngineInfo, EngineKind, Hypothesis
from translate_app.domain.glossary import EntryType, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.marks import Slot, mask
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.placement import place
from translate_app.ports import Engine

_ARABIC = (
    str.maketrans("أإآىةق", "اااايك"),
    str.maketrans("أإآطصذضظ", "ااا" + "تسدزز"),
    str.maketrans({"غ": "ج", "ق": "غ", "ث": "ت", "ح": "ه", "ئ": "ي", "ؤ": "و"}),
)
_ENGLISH = (
    (("kh", "k"), ("q", "k"), ("ou", "u"), ("ee", "i"), ("y", "i"), ("sh", "ch")),
    (("a", "e"), ("dh", "d"), ("ll", "l"), ("mm", "m"), ("ss", "s"), ("gh", "g")),
    (("i", "e"), ("u", "ou"), ("tt", "t"), ("v", "w"), ("-", " "), ("c", "k")),
)


@dataclass(frozen=True)
class Plainer:
    """An engine as one that knows no marks (Argos' own), or tells nothing but its text.

    Implements `ports.Engine`.
    """

    engine: Engine
    text_only: bool = False
    marks: tuple[str, ...] = ()

    @property
    def info(self) -> EngineInfo:
        """An engine of somebody's own."""
        return replace(self.engine.info, kind=EngineKind.CUSTOM)

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """See `ports.Engine`."""
        found = self.engine.translate(texts, hypotheses=hypotheses)
        if not self.text_only:
            return found
        return [[Hypothesis(answers[0].text, None)] for answers in found]


@dataclass(frozen=True)
class Mangling:
    """An engine that puts every name in its place, and spells or words it its own way.

    It tells nothing but its text, as Firefox Translations and servers do. Implements
    `ports.Engine`.
    """

    engine: Engine
    """One that knows marks."""
    matcher: Matcher
    """Finds the names that it mangles; what it finds behind the last mark stays."""
    faithful: bool = False
    """Whether it writes the names as the termbase has them, for comparison."""
    marks: tuple[str, ...] = ()

    @property
    def info(self) -> EngineInfo:
        """An engine of somebody's own."""
        return replace(self.engine.info, kind=EngineKind.CUSTOM)

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """See `ports.Engine`."""
        target = self.info.pair.target
        masks = []
        for text in texts:
            slots = [Slot(m.span, m.target(target), match=m) for m in self.matcher.find(text)]
            masks.append(mask(text, Span(0, len(text)), slots, self.engine.marks))
        answers = self.engine.translate([one.text for one in masks])
        found = []
        for masked, (answer, *_) in zip(masks, answers, strict=True):
            text = answer.text
            for number, (mark, slot) in enumerate(zip(masked.marks, masked.slots, strict=True)):
                if slot.match and mark and mark in text:
                    name = slot.text if self.faithful else mangled(slot.match, target, number)
                    before, _, after = text.partition(mark)
                    text = place(before, name, after, target).replace(mark, "")
            found.append([Hypothesis(text, None)])
        return found


def mangled(match: GlossaryMatch, target: Language, number: int) -> str:
    """Another plausible rendering: names as they sound, bodies in nearly the same words."""
    name = match.target(target)
    turn = (number + len(name)) % 3
    if match.entry.type is EntryType.ORGANISATION:
        return _reworded(name, target)
    if target is Language.ARABIC:
        other = name.translate(_ARABIC[turn])
        return other if other != name else f"{name[:-1]}و{name[-1]}"
    other = name
    for old, new in _ENGLISH[turn]:
        other = re.sub(rf"(?<=\w){old}", new, other, count=1)
    return other if other != name else f"{name}h"


_OTHER_WORDS = {
    "Organization": "Organisation",
    "Committee": "Commission",
    "Union": "Federation",
    "Council": "Board",
    "Centre": "Center",
    "Programme": "Program",
    "Authority": "Administration",
    "Mission": "Delegation",
    "Corps": "Corp",
    "Nations": "States",
    "Bank": "House",
}


def _reworded(name: str, target: Language) -> str:
    words = name.split()
    if target is Language.ARABIC:
        other = " ".join([words[0], *(word.removeprefix("ال") for word in words[1:])])
        return other if other != name else f"ال{name}"
    changed = [_OTHER_WORDS.get(word, word) for word in words]
    if changed != words:
        return " ".join(changed)
    return f"{words[-1]} of {' '.join(words[:-1])}" if len(words) > 1 else f"{name}h"
