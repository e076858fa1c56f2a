"""What holds of matching whatever the termbase and the text."""

from dataclasses import replace
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from translate_app.domain.glossary import (
    CaseRule,
    EntryType,
    GlossaryEntry,
    GlossaryMatch,
    MatchContext,
)
from translate_app.domain.language import Language
from translate_app.pipeline.folding import fold
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.match_forms import Spelling, form_of, key, lookup
from translate_app.pipeline.match_tokens import words_of

ENGLISH_WORDS = [
    "Rasma", "rasma", "Tel", "Marwan", "al-Wadi", "Wadi", "Wadis", "al", "as-Suq", "Suq", "the",
    "The", "Authority", "Authorities", "UN", "U.N.", "UNs", "Da'esh", "Daesh", "St.", "St", "J.",
    "2254", "2.5", "Résma", "port", "Port", "Ports", "of", "Karim", "Haddad", "Minister",
]  # fmt: skip
ARABIC_WORDS = [
    "رسما", "الوادي", "وادي", "للوادي", "وليد", "ليد", "بلال", "لبنان", "ولبنان", "حلب", "بحلب",
    "كبير", "بير", "أحمد", "واحمد", "الوزير", "للوزير", "كريم", "حداد", "هيئة", "لهيئة", "الميناء",
    "و", "ب", "مَرْوان", "٢٢٥٤", "2254", "WHO", "لـWHO",
]  # fmt: skip
GAPS = [
    " ",
    " ",
    " ",
    " ",
    "  ",
    "-",
    ", ",
    ". ",
    "’s ",
    "' ",
    " “",
    "” ",
    " «",
    "» ",
    "[1] ",
    "¹ ",
]
GAPS += ["\n", "\u200f ", "\u0640", "/", "", "* ", " (", ") "]


def texts(words: list[str]) -> st.SearchStrategy[str]:
    pieces = st.tuples(st.sampled_from(words), st.sampled_from(GAPS))
    known = st.lists(pieces, max_size=14).map(lambda found: "".join(map("".join, found)))
    return known | st.text(max_size=30)


def names(words: list[str]) -> st.SearchStrategy[str]:
    plain = st.lists(st.sampled_from(words), min_size=1, max_size=3).map(" ".join)
    return plain | texts(words)


def entries_of(words: list[str], language: Language) -> st.SearchStrategy[GlossaryEntry]:
    arabic = language is Language.ARABIC

    def entry(
        forms: list[str], number: int, kind: EntryType, case: CaseRule, title: str, kept: bool
    ) -> GlossaryEntry:
        made = GlossaryEntry(f"other/{number}", f"Name {number}", f"اسم {number}", kind, case=case)
        if arabic:
            made = replace(made, ar=forms[0], ar_variants=tuple(forms[1:]), ar_title=title)
        else:
            made = replace(made, en=forms[0], en_variants=tuple(forms[1:]), en_title=title)
        return replace(made, do_not_translate=kept)

    return st.builds(
        entry,
        st.lists(names(words), min_size=1, max_size=3),
        st.integers(0, 30),
        st.sampled_from(EntryType),
        st.sampled_from(CaseRule),
        st.sampled_from(["", "", words[-4]]),
        st.sampled_from([False, False, True]),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Language, list[GlossaryEntry], str]:
    """A language, a termbase with keys of its own, and a text."""
    language = draw(st.sampled_from(Language))
    words = ARABIC_WORDS if language is Language.ARABIC else ENGLISH_WORDS
    entries = draw(
        st.lists(entries_of(words, language), max_size=6, unique_by=lambda entry: entry.key)
    )
    return language, entries, draw(texts(words))


def spellings(entry: GlossaryEntry, language: Language) -> set[str]:
    """Everything that a match of the entry may be, without spaces and marks."""
    forms = {
        *entry.forms(language),
        *(entry.forms(language.other) if entry.do_not_translate else ()),
    }
    title = entry.title(language)
    forms |= {f"{title} {form}" for form in forms} if title else set()
    return {bare(form) for form in forms}


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).text))


def is_spelt(match: GlossaryMatch, language: Language) -> bool:
    """Whether the surface is one of the entry's spellings, folded, as far as they must agree:
    articles in Latin letters, `the`, footnotes may differ, a plural does."""
    surface = bare(match.surface.replace("[1]", ""))
    contracted = ("ا", "ال") if match.clitic.endswith("ل") else ()
    surfaces = {surface, *(before + surface for before in contracted)}
    known = spellings(match.entry, language)
    if surfaces & known or match.inflected:
        return True
    loose = {loosened(spelling) for spelling in known}
    return bool({loosened(one) for one in surfaces} & loose)


def loosened(text: str) -> str:
    for article in ("the", "al", "el", "as"):
        text = text.replace(article, "")
    return text


@given(cases())
def test_a_match_is_what_stands_at_its_place(
    case: tuple[Language, list[GlossaryEntry], str],
) -> None:
    language, entries, text = case
    end = 0
    for match in Matcher(entries, language).find(text):
        assert end <= match.span.start < match.span.end <= len(text)
        assert text[match.span.start : match.span.end] == match.surface
        assert match.entry in entries
        assert is_spelt(match, language)
        end = match.span.end


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_matter(
    case: tuple[Language, list[GlossaryEntry], str], chance: object
) -> None:
    language, entries, text = case
    first = Matcher(entries, language).find(text)
    shuffled = sorted(entries, key=lambda _: chance.random())  # type: ignore[attr-defined]
    matcher = Matcher(shuffled, language)
    assert matcher.find(text) == first
    assert matcher.find(text) == first


def words_in(match: GlossaryMatch) -> int:
    return len(words_of(match.surface).keys)


@given(cases())
@example(
    (Language.ENGLISH, [GlossaryEntry("b", "Port", "ا"), GlossaryEntry("a", "Ports", "ب")], "Ports")
)
def test_another_entry_takes_a_match_only_with_one_that_overlaps_it(
    case: tuple[Language, list[GlossaryEntry], str],
) -> None:
    language, entries, text = case
    before = Matcher(entries[1:], language).find(text)
    after = Matcher(entries, language).find(text)
    for lost in (match for match in before if match not in after):
        overlapping = [
            match
            for match in after
            if match.span.start < lost.span.end and lost.span.start < match.span.end
        ]
        assert overlapping
        # It is longer or, of one spelling, the same words; or a shorter one's loss made room.
        assert max(map(words_in, overlapping)) >= words_in(lost)


@given(cases())
def test_what_does_not_hold_is_not_found_and_changes_nothing(
    case: tuple[Language, list[GlossaryEntry], str],
) -> None:
    language, entries, text = case
    day, context = date(2025, 3, 14), MatchContext("harbour", date(2025, 3, 14))
    others = [
        replace(entry, key=f"{entry.key}/{number}", **bar)  # type: ignore[arg-type]
        for entry in entries
        for number, bar in enumerate(
            (
                {"scope": "elsewhere"},
                {"valid_from": day.replace(year=2026)},
                {"valid_to": day.replace(year=2024)},
            )
        )
    ]
    assert Matcher([*entries, *others], language).find(text, context) == Matcher(
        entries, language
    ).find(text, context)


@given(cases())
def test_where_nothing_is_shared_or_barred_the_context_does_not_count(
    case: tuple[Language, list[GlossaryEntry], str],
) -> None:
    language, entries, text = case
    context = MatchContext("harbour/port", date(2025, 3, 14), f"Rasma. {text} حلب")
    matcher = Matcher(entries, language).within(context)
    if not matcher.fingerprint():
        found = matcher.find(text)
        bare_found = Matcher(entries, language).find(text)
        assert [m.span for m in found] == [m.span for m in bare_found]
        targets = [[m.target(language.other) for m in each] for each in (found, bare_found)]
        assert targets[0] == targets[1]


@given(names(ENGLISH_WORDS) | names(ARABIC_WORDS))
def test_plain_names_are_looked_up_as_texts_are_read(name: str) -> None:
    found = lookup(name)
    if found is None:
        return
    whole, first, count = found
    words = words_of(name)
    start = len(words.keys) - count
    assert (whole, first) == (key(words, start, words.keys[start], count), words.keys[start])
    assert len(form_of(Spelling(0, name)).articles) == count
