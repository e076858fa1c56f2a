"""What a changed entry makes wrong in a translation, and the text that would be right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate_app.domain.glossary import GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.match import find_forms
from translate_app.pipeline.placement import place


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A place of a target where a form stands that is not accepted, or no longer."""

    span: Span
    surface: str
    wanted: str
    """What has to stand there: the name, with its title where the form had one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with one entry's name in one translation."""

    entry: GlossaryEntry
    misspelt: tuple[Misspelling, ...]
    """In the order of the text."""
    missing: bool
    """No accepted form stands there at all, and nothing that could be replaced by one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A target with its misspellings replaced."""

    text: str
    spans: tuple[Span, ...]
    """Where the names stand that were put in, in order."""


def judge(
    target: str,
    entry: GlossaryEntry,
    matches: Sequence[GlossaryMatch],
    former: Iterable[GlossaryEntry],
    language: Language,
) -> Verdict | None:
    """What is wrong with `entry` in `target`, a text in `language`; None where it is right.

    `matches` are all names of the source, those of `entry` among them. `former` are earlier
    states of the entry, and states of entries that were merged into it: a form that they
    accept and the entry does not is wrong, and so is a forbidden form. A form within a
    longer accepted one is right, as is what another name of the source accepts, or another
    entry that the same name could mean. Of an inflected name nobody knows what is right.
    """
    own = [match for match in matches if match.entry.key == entry.key and not match.inflected]
    if not own:
        return None
    accepted = tuple(dict.fromkeys(form for match in own for form in match.accepted(language)))
    titled = _with_titles(accepted, (entry.title(language),))
    meant = tuple(form for match in own for rival in match.rivals for form in rival.forms(language))
    right = find_forms(target, (*accepted, *titled, *meant), language)
    others = (match for match in matches if match.entry.key != entry.key)
    protected = [
        span for match in others for span in find_forms(target, match.accepted(language), language)
    ]
    protected += find_forms(target, meant, language) if meant else ()
    wanted = own[0].target(language) if entry.do_not_translate else entry.name(language)
    forms = _wrong_forms(entry, former, language, accepted, wanted)
    misspelt = _misspellings(target, forms, language)
    kept = [
        one
        for one in misspelt
        if not _covered(one.span, protected, or_equal=True)
        and not _is_right(target, one, right, (*accepted, *titled), forms)
        and not _covered(one.span, [other.span for other in misspelt])
    ]
    good = [span for span in right if not any(one.span.holds(span) for one in kept)]
    if not kept and good:
        return None
    return Verdict(entry, tuple(kept), missing=not kept)


def corrected(target: str, misspelt: Iterable[Misspelling], language: Language) -> Proposal:
    """`target` with every misspelling replaced, clitics, contractions and spaces spelt anew."""
    text = target
    ends: list[tuple[int, int]] = []  # counted from the end, which stays where it is
    begin = len(target) + 1
    for one in sorted(misspelt, key=lambda each: each.span.start, reverse=True):
        if one.span.end > begin:
            continue  # two entries claim the same words; the one further right was placed
        begin = one.span.start
        before, after = text[:begin], text[one.span.end :]
        head = place(before, one.wanted, "", language)
        text = place(before, one.wanted, after, language)
        start = _first_difference(before, head)
        ends.append((len(text) - start, len(text) - len(head)))
    spans = (Span(len(text) - start, len(text) - end) for start, end in reversed(ends))
    return Proposal(text, tuple(spans))


def _wrong_forms(
    entry: GlossaryEntry,
    former: Iterable[GlossaryEntry],
    language: Language,
    accepted: Sequence[str],
    wanted: str,
) -> Mapping[str, str]:
    """Forms that must not stand for the entry, with what must; accepted ones left out."""
    states = tuple(former)
    title = entry.title(language)
    bare = {form for state in states for form in state.forms(language)}
    bare |= {form.text for form in entry.forbidden(language)}
    wrong = sorted(bare - {"", *accepted})
    forms = dict.fromkeys(wrong, wanted)
    if title:  # an entry without a title says nothing about the titles that people give
        titles = {state.title(language) for state in states}
        titled = (*_with_titles(wrong, titles | {title}), *_with_titles(accepted, titles - {title}))
        forms |= dict.fromkeys(titled, f"{title} {wanted}")
    return forms


def _with_titles(forms: Sequence[str], titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{title} {form}" for title in sorted(titles) if title for form in forms)


def _misspellings(
    target: str, forms: Mapping[str, str], language: Language
) -> tuple[Misspelling, ...]:
    """Where wrong forms stand; the longest of those that begin at one place."""
    if not forms or not find_forms(target, tuple(forms), language):
        return ()
    found: dict[int, Misspelling] = {}
    for form, wanted in forms.items():
        for span in find_forms(target, (form,), language):
            present = found.get(span.start)
            if present is None or span.end > present.span.end:
                found[span.start] = Misspelling(span, target[span.start : span.end], wanted)
    return tuple(found[start] for start in sorted(found))


def _is_right(
    target: str,
    one: Misspelling,
    right: Sequence[Span],
    accepted: Sequence[str],
    forms: Mapping[str, str],
) -> bool:
    """Whether an accepted form stands there: a longer one, or one of the same letters.

    Folding cannot tell احمد from أحمد. Where both a wrong and an accepted form could be
    meant, the exact spelling decides; what is spelt like neither is let pass.
    """
    if _covered(one.span, right):
        return True
    if one.span not in right:
        return False
    spelt = target[one.span.start : one.span.end]
    return _spells(spelt, accepted) or not _spells(spelt, forms)


def _spells(surface: str, forms: Iterable[str]) -> bool:
    """Whether `surface` is one of `forms` to the letter; after ل the article has lost letters."""
    return any(surface in (form, form.removeprefix("ا"), form.removeprefix("ال")) for form in forms)


def _first_difference(before: str, head: str) -> int:
    """Where the name begins in `head`, which is `before` with a name behind it."""
    pairs = enumerate(zip(before, head, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), len(before))
    return len(head) - len(head[same:].lstrip())


def _covered(span: Span, others: Iterable[Span], *, or_equal: bool = False) -> bool:
    """Whether a longer one of `others` holds `span`, or one that is equal."""
    return any(other.holds(span) and (or_equal or other != span) for other in others)
