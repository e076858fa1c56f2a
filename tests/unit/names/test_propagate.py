"""What a changed entry makes wrong in a translation, and the text that would be right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.glossary import EntryType, ForbiddenForm, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.propagate import Verdict, corrected, judge

RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE)
NADIA = GlossaryEntry(
    "person/nadia-sabbagh",
    "Nadia Sabbagh",
    "نادية الصباغ",
    EntryType.PERSON,
    en_title="President",
    ar_title="الرئيسة",
)
BODY = GlossaryEntry(
    "organisation/relief", "Harbour Relief", "إغاثة الميناء", EntryType.ORGANISATION
)
DECLARATION = GlossaryEntry(
    "document/rasma-declaration", "Rasma Declaration", "إعلان رسما", EntryType.DOCUMENT
)


def verdict(
    source: str,
    target: str,
    entry: GlossaryEntry,
    *former: GlossaryEntry,
    others: tuple[GlossaryEntry, ...] = (),
    into: Language = Language.ARABIC,
) -> Verdict | None:
    matches = Matcher([entry, *others], into.other).find(source)
    assert any(match.entry == entry for match in matches)
    return judge(target, entry, matches, former, into)


def fixed(
    source: str,
    target: str,
    entry: GlossaryEntry,
    *former: GlossaryEntry,
    others: tuple[GlossaryEntry, ...] = (),
    into: Language = Language.ARABIC,
) -> str | None:
    found = verdict(source, target, entry, *former, others=others, into=into)
    if found is None or not found.misspelt:
        return None
    proposal = corrected(target, found.misspelt, into)
    for span, one in zip(proposal.spans, found.misspelt, strict=True):
        piece = proposal.text[span.start : span.end]
        assert piece[-3:] == one.wanted[-3:]
        assert not piece[:1].isspace()
    return proposal.text


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("وصلت القافلة إلى رسما.", "وصلت القافلة إلى البحيرة."),
        ("وصلت وبرسما.", "وصلت وبالبحيرة."),
        ("طريق لرسما، ورسما", "طريق للبحيرة، والبحيرة"),
        ("«رسما»", "«البحيرة»"),
        ("رَسما", "البحيرة"),
    ],
)
def test_the_former_name_gives_way_behind_clitics(target: str, wanted: str) -> None:
    now = replace(RASMA, ar="البحيرة")
    assert fixed("The road to Rasma.", target, now, RASMA) == wanted


def test_a_contraction_is_undone() -> None:
    former = replace(RASMA, ar="القلعة")
    assert fixed("to Rasma", "وصل للقلعة.", RASMA, former) == "وصل لرسما."
    assert fixed("to Rasma", "وصل وللقلعة.", replace(RASMA, ar="اللؤلؤة"), former) == (
        "وصل وللؤلؤة."
    )


def test_into_english_the_article_stands_once() -> None:
    now = replace(BODY, en="The Harbour Office")
    text = fixed(
        "قالت إغاثة الميناء",
        "That is what the Harbour Relief said.",
        now,
        BODY,
        into=Language.ENGLISH,
    )
    assert text == "That is what The Harbour Office said."
    possessive = fixed(
        "إغاثة الميناء",
        "Harbour Relief’s trucks",
        replace(BODY, en="Harbour Aid"),
        BODY,
        into=Language.ENGLISH,
    )
    assert possessive == "Harbour Aid’s trucks"


def test_what_is_accepted_is_left_alone() -> None:
    now = replace(RASMA, ar="رسما الجديدة", ar_variants=("الرسمة",))
    assert verdict("Rasma", "في رسما الجديدة والرسمة", now, RASMA) is None
    assert fixed("Rasma", "في رسما الجديدة ورسما", now, RASMA) == ("في رسما الجديدة ورسما الجديدة")
    shorter = replace(RASMA, ar="رسما")
    assert fixed("Rasma", "إلى رسما الجديدة", shorter, now) == "إلى رسما"


def test_what_another_name_of_the_source_accepts_is_left_alone() -> None:
    now = replace(RASMA, ar="الرسمة")
    source = "The Rasma Declaration was read in Rasma."
    assert fixed(source, "قرئ إعلان رسما في رسما.", now, RASMA, others=(DECLARATION,)) == (
        "قرئ إعلان رسما في الرسمة."
    )
    assert verdict(source, "قرئ إعلان رسما في الرسمة.", now, RASMA, others=(DECLARATION,)) is None


def test_spellings_that_fold_alike_are_told_apart_by_the_letter() -> None:
    now = replace(RASMA, ar="أرسما")
    former = replace(RASMA, ar="ارسما")
    assert fixed("Rasma", "في ارسما", now, former) == "في أرسما"
    assert verdict("Rasma", "في أرسما", now, former) is None
    assert verdict("Rasma", "في أَرسما", now, former) is None  # spelt like neither: let pass


def test_forbidden_forms_give_way_and_keep_titles() -> None:
    now = replace(NADIA, ar_forbidden=(ForbiddenForm("ناديا صباغ"),))
    assert fixed("Nadia Sabbagh left", "غادرت ناديا صباغ", now) == "غادرت نادية الصباغ"
    assert fixed("President Nadia Sabbagh left", "غادرت الرئيسة ناديا صباغ", now) == (
        "غادرت الرئيسة نادية الصباغ"
    )


def test_a_new_title_replaces_the_former_one() -> None:
    former = replace(NADIA, ar_title="المديرة")
    assert fixed("President Nadia Sabbagh left", "غادرت المديرة نادية الصباغ", NADIA, former) == (
        "غادرت الرئيسة نادية الصباغ"
    )
    untitled = replace(NADIA, ar_title="", en_title="")
    assert verdict("Nadia Sabbagh left", "غادرت المديرة نادية الصباغ", untitled, former) is None


def test_a_name_that_is_no_longer_translated() -> None:
    now = replace(BODY, do_not_translate=True)
    assert fixed("Harbour Relief came", "جاءت إغاثة الميناء", now, BODY) == "جاءت Harbour Relief"
    assert verdict("Harbour Relief came", "جاءت Harbour Relief", now, BODY) is None


def test_a_name_that_stands_nowhere_is_missing() -> None:
    found = verdict("The road to Rasma.", "الطريق إلى المدينة.", RASMA)
    assert found == Verdict(RASMA, (), missing=True)
    assert verdict("The road to Rasma.", "الطريق إلى رسما.", RASMA) is None


def test_a_title_nobody_wants_any_more_is_left_to_people() -> None:
    former = replace(NADIA, ar="ناديا الصباغ", ar_title="المديرة")
    now = replace(NADIA, ar_title="", en_title="")
    assert fixed("Nadia Sabbagh left", "غادرت المديرة ناديا الصباغ", now, former) == (
        "غادرت المديرة نادية الصباغ"
    )


def test_a_namesake_that_could_be_meant_is_right_too() -> None:
    other = replace(NADIA, key="person/nadia-sabbagh-2", ar="نادية صباغ")
    matches = Matcher([NADIA, other], Language.ENGLISH).find("Nadia Sabbagh left")
    (match,) = matches
    assert match.rivals
    for name in (NADIA.ar, other.ar):
        former = replace(match.entry, ar="نادية صباغ")
        assert judge(f"غادرت {name}", match.entry, matches, [former], Language.ARABIC) is None


def test_nobody_knows_what_is_right_for_a_plural() -> None:
    matches = Matcher([BODY], Language.ENGLISH).find("Two Harbour Reliefs came")
    assert [match.inflected for match in matches] == [True]
    assert judge("جاءت هيئتان", BODY, matches, [], Language.ARABIC) is None


def test_two_entries_are_corrected_in_one_text() -> None:
    source = "Nadia Sabbagh is in Rasma"
    now = (replace(NADIA, ar="نادية صباغ"), replace(RASMA, ar="الرسمة"))
    matches = Matcher(now, Language.ENGLISH).find(source)
    target = "وصلت نادية الصباغ لرسما"
    found = [
        judge(target, entry, matches, [former], Language.ARABIC)
        for entry, former in zip(now, (NADIA, RASMA), strict=True)
    ]
    misspelt = [one for each in found if each for one in each.misspelt]
    assert corrected(target, misspelt, Language.ARABIC).text == "وصلت نادية صباغ للرسمة"


WORDS = st.lists(
    st.sampled_from(["في", "رسما", "وبرسما", "لرسما", "القافلة", "رسماوي", "،", "«رسما»", "."]),
    max_size=12,
).map(" ".join)


@given(WORDS, st.sampled_from(["البحيرة", "قلعة", "اللؤلؤة"]))
def test_a_corrected_text_is_right_and_the_rest_is_as_it_was(target: str, name: str) -> None:
    now = replace(RASMA, ar=name)
    matches = Matcher([now], Language.ENGLISH).find("Rasma")
    found = judge(target, now, matches, [RASMA], Language.ARABIC)
    assert found is not None  # the new name stands nowhere yet
    text = corrected(target, found.misspelt, Language.ARABIC).text
    again = judge(text, now, matches, [RASMA], Language.ARABIC)
    assert (again is None) == bool(found.misspelt)
    for word in ("القافلة", "رسماوي", "في"):
        assert text.count(word) == target.count(word)
