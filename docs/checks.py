"""Writes docs/checks.md from the registry and what each check says of an example; a test
compares the two."""

from dataclasses import dataclass
from pathlib import Path

from translate_app.domain.glossary import (
    EntryType,
    ForbiddenForm,
    GlossaryEntry,
    GlossaryMatch,
)
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import (
    AppliedTerm,
    Finding,
    Origin,
    SegmentState,
    Span,
    TermPlacement,
)
from translate_app.pipeline.checks import (
    CHECK_MESSAGES,
    FIXABLE,
    known_pairs,
    message_id,
    run_checks,
)
from translate_app.pipeline.match import Matcher

REFERENCE = Path(__file__).with_name("checks.md")
HEAD = """\
# Checks

Every segment is looked at while it is written. An **error** must never go out: it blocks
approval, unless a person approves all the same and says why. A **warning** never blocks.
*Mended* says that the editor can put it right at a click.

How often good translations are flagged is measured on the references of FLORES-200 dev and
on releases published in both languages (`python -m tests.benchmarks.checks`); fewer than 3 %
of them may carry an error and fewer than 12 % a warning. `length_ratio` is calibrated there
too: a translation into Arabic has 54 to 145 percent of the characters of its source and one
into English 69 to 187 (0.1 and 99.9 percentiles of 997 pairs; the medians are 87 and 115),
give or take 20 characters. `sentence_lost` takes fewer sentence ends for a loss where the
text has less than 70 percent of that median length.

| id | severity | mended | what it says of an example | source → translation |
|---|---|---|---|---|
"""
FOOT = """
This page is made by `python docs/checks.py`.
"""

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
ENTRIES = (
    GlossaryEntry(
        "organisation/hra",
        "Harbour Relief Authority",
        "هيئة إغاثة الميناء",
        EntryType.ORGANISATION,
        ar_forbidden=(
            ForbiddenForm("إدارة الميناء"),
            ForbiddenForm("سلطة الميناء", "it is another body"),
        ),
    ),
    GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE),
    GlossaryEntry("place/japan", "Japan", "اليابان", EntryType.PLACE),
    GlossaryEntry("other/quaynet", "QuayNet", "كوينت", do_not_translate=True),
)
KARIM = GlossaryEntry("person/karim", "Haddad", "حداد", EntryType.PERSON)
SALMA = GlossaryEntry("person/salma", "Haddad", "الحداد", EntryType.PERSON)


@dataclass(frozen=True)
class Example:
    """A segment in which a check finds something."""

    source: str
    target: str


EXAMPLES = {
    "empty_target": Example("The road is open.", ""),
    "term_missing": Example("They left Rasma.", "غادروا البلدة."),
    "term_as_adjective": Example("The Japan office is open.", "المكتب الياباني مفتوح."),
    "term_scattered": Example("The Harbour Relief Authority met.", "اجتمعت هيئة الميناء للإغاثة."),
    "term_forbidden": Example("The Harbour Relief Authority met.", "اجتمعت إدارة الميناء."),
    "term_forbidden_reason": Example("The Harbour Relief Authority met.", "اجتمعت سلطة الميناء."),
    "do_not_translate": Example("It is on QuayNet.", "هو على كوينت."),
    "term_ambiguous": Example("Haddad spoke.", "تحدث حداد."),
    "term_spelling": Example("The Harbour Relief Authority met.", "اجتمعت هيئه اغاثة الميناء."),
    "term_inserted": Example("They left Rasma.", "غادروا رسما."),
    "term_lost_once": Example("Rasma is near Rasma.", "رسما قريبة."),
    "term_unexpected": Example("She said so.", "قالت رسما ذلك."),
    "numbers_differ": Example("It sent 254 tents.", "أرسلت ٢٤٥ خيمة."),
    "number_missing": Example("It sent 254 tents.", "أرسلت خياما."),
    "number_added": Example("It sent tents.", "أرسلت ٢٥٤ خيمة."),
    "dates_differ": Example("It met on 28 June.", "اجتمعت في 28 تموز."),
    "percent_missing": Example("It repaired 5% of them.", "أصلحت 5 منها."),
    "address_missing": Example("See example.org.", "انظر الموقع."),
    "address_differs": Example("See example.org/en.", "انظر example.org/ar."),
    "symbol_differs": Example("See A/HRC/46/54.", "انظر A/HRC/46/45."),
    "symbol_missing": Example("See A/HRC/46/54.", "انظر التقرير."),
    "handle_missing": Example("Follow @HarbourRelief.", "تابعونا."),
    "same_as_source": Example("The road is open.", "The road is open."),
    "wrong_script": Example("The road is open.", "الطريق which is to be open."),
    "untranslated": Example("The coordinator spoke.", "تحدث coordinator."),
    "looped": Example("The road is open.", "الطريق الطريق الطريق."),
    "repeated_word": Example("The road in town is open.", "الطريق في في البلدة مفتوح."),
    "length_ratio": Example("The road from the port to the camp is open again.", "نعم."),
    "sentence_lost": Example(
        "They came to the port in the morning. They left again in the evening.",
        "جاؤوا إلى الميناء في الصباح.",
    ),
    "line_breaks": Example("Food\nWater", "غذاء وماء"),
    "translated_otherwise": Example("The bridge is open.", "الجسر سالك."),
    "differs_from_memory": Example("The well is dry.", "البئر ناشفة."),
    "same_translation": Example("The bridge is safe.", "الجسر مفتوح الآن."),
    "invisible_characters": Example("The road is open.", "الطريق\u200f مفتوح."),
    "lookalikes": Example("They asked OCHA.", "سألوا O\u0421HA."),
    "persian_letters": Example("The road is open.", "الطر\u06ccق مفتوح."),
    "misplaced_ta_marbuta": Example("He welcomed her role.", "رحب بمشاركةها."),
    "tatweel": Example("The road is open.", "الطريق مفتـوح."),
    "tripled_letter": Example("The road is open.", "الطريييق مفتوح."),
    "double_space": Example("The road is open.", "الطريق  مفتوح."),
    "edge_space": Example("The road is open.", "الطريق مفتوح. "),
    "space_before_punctuation": Example("Yes, it is.", "نعم ، هو كذلك."),
    "foreign_punctuation": Example("Yes, it is.", "نعم, هو كذلك."),
    "brackets_unbalanced": Example("It is (still) open.", "هو مفتوح (بعد."),
    "quotes_unbalanced": Example("“It is open,” she said.", "قالت: «هو مفتوح."),
    "quotes_mixed": Example("“It is open,” she said.", "قالت: «هو مفتوح”."),
    "end_punctuation": Example("Is it open?", "هل هو مفتوح."),
}
RELEASE = known_pairs([(1, "The bridge is open.", "الجسر مفتوح الآن.")])
MEMORY = known_pairs([(None, "The well is dry.", "البئر جافة.")])
APPLIED = {
    "term_inserted": (AppliedTerm("place/rasma", "Rasma", "رسما", TermPlacement.INSERTED),),
    "term_lost_once": (AppliedTerm("place/rasma", "Rasma", "رسما", TermPlacement.MISSING),),
}


def finding(check: str) -> Finding:
    """What `check` finds in its example."""
    example = EXAMPLES[check]
    expected: tuple[GlossaryMatch, ...] = Matcher(ENTRIES, Language.ENGLISH).find(example.source)
    if check == "term_ambiguous":
        expected = (GlossaryMatch(KARIM, Span(0, 6), "Haddad", rivals=(SALMA,)),)
    found = run_checks(
        example.source,
        example.target,
        INTO_ARABIC,
        expected,
        applied=APPLIED.get(check, ()),
        named=Matcher(ENTRIES, Language.ARABIC).find(example.target),
        origin=Origin.MACHINE,
        state=SegmentState.PRETRANSLATED,
        siblings=RELEASE,
        memory=MEMORY,
    )
    return next(each for each in found if each.check == check)


def reference() -> str:
    """The whole page."""
    return HEAD + "".join(map(row, CHECK_MESSAGES)) + FOOT


def row(check: str) -> str:
    """A line of the table."""
    found, example = finding(check), EXAMPLES[check]
    words = message_id(check).format(**found.parameters)
    cells = (
        f"`{check}`",
        found.severity.value,
        "yes" if check in FIXABLE else "",
        words,
        f"{_shown(example.source)} → {_shown(example.target)}",
    )
    return f"| {' | '.join(cells)} |\n"


def _shown(text: str) -> str:
    for character, name in (("\n", "⏎"), ("\u200f", "[RLM]"), ("  ", "␣␣")):
        text = text.replace(character, name)
    return text[:-1] + "␣" if text.endswith(" ") else text or "(nothing)"


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
