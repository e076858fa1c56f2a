"""The rules a termbase keeps, as pure functions over its entries.

Spellings are compared folded (`pipeline.folding`). Retired entries keep no rule but that
of their successor; a candidate contradicts nothing until somebody approves it.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Final

from translate_app.domain.glossary import CaseRule, EntryStatus, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.termbase_finding import TermbaseFinding, TermbaseRule, Weight
from translate_app.pipeline.folding import fold

SHORT_WORD: Final = 3
"""An Arabic word of no more letters is often another word with its prefixes."""
_MOST_PAIRS: Final = 20
"""Of entries with one spelling; more of them say nothing new."""
_JOINERS: Final = "\u200c\u200d"
_TATWEEL: Final = "\u0640"
_SCRIPTS: Final = {Language.ENGLISH: "LATIN", Language.ARABIC: "ARABIC"}


def check_entries(
    entries: Sequence[GlossaryEntry], usage: Mapping[str, int] | None = None
) -> tuple[TermbaseFinding, ...]:
    """All findings in `entries`, the weightier first, then by rule and keys.

    With `usage`, how often each key was found in texts, entries that nobody uses are told.
    """
    live = [entry for entry in entries if entry.status is not EntryStatus.RETIRED]
    found = [
        *shared_spellings(live),
        *_forbidden(live),
        *_successors(entries),
        *(finding for entry in live for finding in _of_one(entry)),
        *(_unused(live, usage) if usage is not None else ()),
    ]
    order = list(Weight)
    return tuple(
        sorted(found, key=lambda one: (order.index(one.weight), one.rule.value, one.keys, one.id))
    )


def shared_spellings(entries: Sequence[GlossaryEntry]) -> Iterator[TermbaseFinding]:
    """Duplicates, contradictions and shared spellings among `entries`.

    Two entries that share several spellings are told once, with the first of them.
    """
    told: set[tuple[TermbaseRule, tuple[str, ...]]] = set()
    for language in Language:
        for folded, group in sorted(_by_spelling(entries, language).items()):
            ordered = sorted(group, key=lambda entry: entry.key)
            for one, other in islice(combinations(ordered, 2), _MOST_PAIRS):
                if told_apart(one, other, folded, language):
                    continue
                finding = _of_pair(one, other, _surface(one, folded, language), language)
                if (finding.rule, finding.keys) not in told:
                    told.add((finding.rule, finding.keys))
                    yield finding


def told_apart(one: GlossaryEntry, other: GlossaryEntry, spelling: str, language: Language) -> bool:
    """Whether a text says which of two entries with a folded `spelling` it means.

    By the client or project, the day, the exact capitals, or words that only one of them
    has around it: its context words and its longer forms.
    """
    if one.scope != other.scope or not _days_overlap(one, other):
        return True
    surfaces = {_surface(entry, spelling, language) for entry in (one, other)}
    if CaseRule.EXACT in (one.case, other.case) and len(surfaces) > 1:
        return True
    around = [_around(entry, spelling, language) for entry in (one, other)]
    return all(around) and not around[0] & around[1]


def _around(entry: GlossaryEntry, spelling: str, language: Language) -> set[str]:
    longer = (fold(form).text for form in entry.forms(language))
    words = {form for form in longer if f" {spelling} " in f" {form} " and form != spelling}
    return words | {fold(word).text for word in entry.context}


def _days_overlap(one: GlossaryEntry, other: GlossaryEntry) -> bool:
    starts = [entry.valid_from for entry in (one, other) if entry.valid_from]
    ends = [entry.valid_to for entry in (one, other) if entry.valid_to]
    return not starts or not ends or max(starts) <= min(ends)


def _by_spelling(
    entries: Iterable[GlossaryEntry], language: Language
) -> dict[str, list[GlossaryEntry]]:
    groups: defaultdict[str, list[GlossaryEntry]] = defaultdict(list)
    for entry in entries:
        for folded in dict.fromkeys(fold(form).text for form in entry.forms(language)):
            groups[folded].append(entry)
    return groups


def _surface(entry: GlossaryEntry, spelling: str, language: Language) -> str:
    forms = (form for form in entry.forms(language) if fold(form).text == spelling)
    return next(forms, spelling)


def _of_pair(
    one: GlossaryEntry, other: GlossaryEntry, form: str, language: Language
) -> TermbaseFinding:
    keys = tuple(sorted((one.key, other.key)))
    targets = [entry.name(language.other) for entry in (one, other)]
    same_target = len({fold(target).text for target in targets}) == 1
    if same_target and fold(one.name(language)).text == fold(other.name(language)).text:
        parameters = {"en": one.en, "ar": one.ar}
        return TermbaseFinding(TermbaseRule.DUPLICATE, Weight.WARNING, keys, parameters)
    parameters = {"form": form, "targets": " / ".join(sorted(set(targets)))}
    if same_target:
        return TermbaseFinding(TermbaseRule.SHARED_SPELLING, Weight.WARNING, keys, parameters)
    approved = {one.status, other.status} == {EntryStatus.APPROVED}
    weight = Weight.ERROR if approved else Weight.WARNING
    return TermbaseFinding(TermbaseRule.CONTRADICTION, weight, keys, parameters)


def _forbidden(entries: Sequence[GlossaryEntry]) -> Iterator[TermbaseFinding]:
    for language in Language:
        accepted = _by_spelling(entries, language)
        for entry in entries:
            for form in entry.forbidden(language):
                for owner in accepted.get(fold(form.text).text, ()):
                    own = owner.key == entry.key
                    if own and form.text not in entry.forms(language):
                        continue  # it differs in a sign that folding takes away: that is its point
                    yield TermbaseFinding(
                        TermbaseRule.FORBIDDEN_ACCEPTED
                        if own
                        else TermbaseRule.FORBIDDEN_ELSEWHERE,
                        Weight.ERROR if own else Weight.WARNING,
                        tuple(sorted({entry.key, owner.key})),
                        {"form": form.text},
                    )


def _successors(entries: Sequence[GlossaryEntry]) -> Iterator[TermbaseFinding]:
    keys = {entry.key for entry in entries}
    for entry in entries:
        if entry.replaced_by and (entry.replaced_by not in keys or entry.replaced_by == entry.key):
            parameters = {"replaced_by": entry.replaced_by}
            yield TermbaseFinding(
                TermbaseRule.REPLACED_BY_NOTHING, Weight.ERROR, (entry.key,), parameters
            )


def _of_one(entry: GlossaryEntry) -> Iterator[TermbaseFinding]:
    def finding(rule: TermbaseRule, weight: Weight, **parameters: str) -> TermbaseFinding:
        return TermbaseFinding(rule, weight, (entry.key,), parameters)

    if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
        days = {"first": entry.valid_from.isoformat(), "last": entry.valid_to.isoformat()}
        yield finding(TermbaseRule.DAYS_REVERSED, Weight.ERROR, **days)
    if bool(entry.en_title) != bool(entry.ar_title):
        title = entry.en_title or entry.ar_title
        yield finding(TermbaseRule.ONE_SIDED_TITLE, Weight.WARNING, title=title)
    if entry.status is EntryStatus.APPROVED and not (entry.authority or entry.note):
        yield finding(TermbaseRule.NO_AUTHORITY, Weight.WARNING)
    yield from _of_scripts(entry)
    yield from _of_spellings(entry)


def _of_scripts(entry: GlossaryEntry) -> Iterator[TermbaseFinding]:
    for form in entry.forms(Language.ARABIC):
        bare = fold(form).text
        if bare.isalpha() and len(bare) <= SHORT_WORD and not entry.context:
            parameters = {"form": form}
            yield TermbaseFinding(TermbaseRule.COMMON_WORD, Weight.NOTE, (entry.key,), parameters)
    if entry.do_not_translate:
        return
    for language in Language:
        for form in (*entry.forms(language), entry.title(language)):
            rule = _script_rule(form, language)
            if rule:
                serious = rule is TermbaseRule.WRONG_SCRIPT
                weight = Weight.ERROR if serious else Weight.WARNING
                yield TermbaseFinding(rule, weight, (entry.key,), {"form": form})


def _script_rule(form: str, language: Language) -> TermbaseRule | None:
    letters = [unicodedata.name(sign, "") for sign in form if sign.isalpha()]
    right = sum(name.startswith(_SCRIPTS[language]) for name in letters)
    wrong = sum(name.startswith(_SCRIPTS[language.other]) for name in letters)
    if not wrong:
        return None
    return TermbaseRule.MIXED_SCRIPT if right else TermbaseRule.WRONG_SCRIPT


def _of_spellings(entry: GlossaryEntry) -> Iterator[TermbaseFinding]:
    for text in _texts(entry):
        hidden = [sign for sign in text if unicodedata.category(sign) in ("Cf", "Cc")]
        hidden = [sign for sign in hidden if sign not in _JOINERS]
        if hidden:
            signs = ", ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(hidden))
            yield TermbaseFinding(
                TermbaseRule.INVISIBLE_CHARACTER,
                Weight.ERROR,
                (entry.key,),
                {"form": "".join(sign for sign in text if sign not in hidden), "signs": signs},
            )
        if not hidden and text != " ".join(text.split()):
            yield TermbaseFinding(
                TermbaseRule.NEEDLESS_SPACE, Weight.WARNING, (entry.key,), {"form": text}
            )
        if _TATWEEL in text or text != unicodedata.normalize("NFC", text):
            yield TermbaseFinding(
                TermbaseRule.NEEDLESS_SIGN, Weight.WARNING, (entry.key,), {"form": text}
            )


def _texts(entry: GlossaryEntry) -> Iterator[str]:
    """What is compared with texts or written into them."""
    for language in Language:
        yield from entry.forms(language)
        yield entry.title(language)
        yield from (form.text for form in entry.forbidden(language))
    yield from entry.context


def _unused(
    entries: Iterable[GlossaryEntry], usage: Mapping[str, int]
) -> Iterator[TermbaseFinding]:
    for entry in entries:
        if entry.status is EntryStatus.APPROVED and not usage.get(entry.key):
            yield TermbaseFinding(TermbaseRule.UNUSED, Weight.NOTE, (entry.key,))
