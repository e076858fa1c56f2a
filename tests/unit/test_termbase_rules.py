"""The rules of a termbase: what each finds, and what it lets pass."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_app.domain.glossary import (
    CaseRule,
    EntryStatus,
    EntryType,
    ForbiddenForm,
    GlossaryEntry,
)
from translate_app.domain.termbase_finding import TermbaseRule, Weight
from translate_app.pipeline.termbase_rules import check_entries
from translate_app.services.glossary_check import message_of

RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE, authority="Harbour maps")
OTHER = replace(RASMA, key="place/other", ar="رازما الجديدة")
"""The same English name, another Arabic one."""


def _rules(*entries: GlossaryEntry, usage: dict[str, int] | None = None) -> list[TermbaseRule]:
    return [finding.rule for finding in check_entries(entries, usage)]


def test_a_sound_entry_has_no_finding() -> None:
    assert _rules(RASMA) == []


@pytest.mark.parametrize(
    ("entry", "rule", "weight"),
    [
        (replace(RASMA, ar="Rasma"), TermbaseRule.WRONG_SCRIPT, Weight.ERROR),
        (replace(RASMA, en="رسما"), TermbaseRule.WRONG_SCRIPT, Weight.ERROR),
        (replace(RASMA, ar_variants=("رسما Rasma",)), TermbaseRule.MIXED_SCRIPT, Weight.WARNING),
        (replace(RASMA, ar="رسما\u200f"), TermbaseRule.INVISIBLE_CHARACTER, Weight.ERROR),
        (
            replace(RASMA, en_variants=("Ras\u00adma",)),
            TermbaseRule.INVISIBLE_CHARACTER,
            Weight.ERROR,
        ),
        (replace(RASMA, en=" Rasma"), TermbaseRule.NEEDLESS_SPACE, Weight.WARNING),
        (replace(RASMA, ar="رسما  القديمة"), TermbaseRule.NEEDLESS_SPACE, Weight.WARNING),
        (replace(RASMA, ar="رســما"), TermbaseRule.NEEDLESS_SIGN, Weight.WARNING),
        (replace(RASMA, en="Rasme\u0301"), TermbaseRule.NEEDLESS_SIGN, Weight.WARNING),
        (
            replace(RASMA, ar_forbidden=(ForbiddenForm("رسما"),)),
            TermbaseRule.FORBIDDEN_ACCEPTED,
            Weight.ERROR,
        ),
        (replace(RASMA, en_title="Mayor of"), TermbaseRule.ONE_SIDED_TITLE, Weight.WARNING),
        (
            replace(RASMA, valid_from=date(2025, 1, 2), valid_to=date(2025, 1, 1)),
            TermbaseRule.DAYS_REVERSED,
            Weight.ERROR,
        ),
        (replace(RASMA, replaced_by="place/gone"), TermbaseRule.REPLACED_BY_NOTHING, Weight.ERROR),
        (replace(RASMA, replaced_by=RASMA.key), TermbaseRule.REPLACED_BY_NOTHING, Weight.ERROR),
        (replace(RASMA, ar="رسم"), TermbaseRule.COMMON_WORD, Weight.NOTE),
        (replace(RASMA, authority=""), TermbaseRule.NO_AUTHORITY, Weight.WARNING),
    ],
)
def test_faults_of_one_entry(entry: GlossaryEntry, rule: TermbaseRule, weight: Weight) -> None:
    (finding,) = check_entries([entry])

    assert (finding.rule, finding.weight, finding.keys) == (rule, weight, (RASMA.key,))
    assert message_of(finding).format(**finding.parameters)


@pytest.mark.parametrize(
    "entry",
    [
        replace(RASMA, ar="Rasma", do_not_translate=True),
        replace(RASMA, en="Rasma 2", ar="رسما 2"),
        replace(RASMA, ar="خانه\u200cها"),  # a joiner is spelling
        replace(RASMA, ar_forbidden=(ForbiddenForm("رسمه"),)),
        # Folding takes the difference away that the maintainer means.
        replace(RASMA, ar="رسمى", ar_forbidden=(ForbiddenForm("رسمي"),)),
        replace(RASMA, valid_from=date(2025, 1, 1), valid_to=date(2025, 1, 1)),
        replace(RASMA, ar="رسم", context=("town",)),
        replace(RASMA, ar="رسما", en_variants=("RSM",)),
        replace(RASMA, ar="Rasma", status=EntryStatus.RETIRED),
        replace(RASMA, authority="", note="seen on the map"),
    ],
)
def test_what_passes(entry: GlossaryEntry) -> None:
    assert _rules(entry) == []


def test_one_spelling_with_two_targets() -> None:
    (finding,) = check_entries([RASMA, OTHER])

    assert finding.rule is TermbaseRule.CONTRADICTION
    assert finding.weight is Weight.ERROR
    assert finding.keys == ("place/other", "place/rasma")
    assert finding.parameters == {"form": "Rasma", "targets": "رازما الجديدة / رسما"}


def test_a_candidate_contradicts_less() -> None:
    (finding,) = check_entries([RASMA, replace(OTHER, status=EntryStatus.CANDIDATE)])

    assert (finding.rule, finding.weight) == (TermbaseRule.CONTRADICTION, Weight.WARNING)


@pytest.mark.parametrize(
    "pair",
    [
        (RASMA, replace(OTHER, scope="harbour")),
        (replace(RASMA, scope="harbour/camps"), replace(OTHER, scope="harbour")),
        (replace(RASMA, valid_to=date(2024, 12, 31)), replace(OTHER, valid_from=date(2025, 1, 1))),
        (replace(RASMA, context=("coast",)), replace(OTHER, context=("mountain", "جبل"))),
        (
            replace(RASMA, en_variants=("Rasma harbour",)),
            replace(OTHER, en_variants=("New Rasma",)),
        ),
        (RASMA, replace(OTHER, en="RASMA", case=CaseRule.EXACT)),
        (RASMA, replace(OTHER, status=EntryStatus.RETIRED)),
    ],
)
def test_what_tells_two_entries_apart(pair: tuple[GlossaryEntry, GlossaryEntry]) -> None:
    assert _rules(*pair) == []


@pytest.mark.parametrize(
    "pair",
    [
        (replace(RASMA, valid_to=date(2025, 1, 1)), replace(OTHER, valid_from=date(2025, 1, 1))),
        (replace(RASMA, context=("coast",)), OTHER),
        (replace(RASMA, context=("coast",)), replace(OTHER, context=("Coast", "x"))),
        (replace(RASMA, scope="harbour"), replace(OTHER, scope="harbour")),
        (RASMA, replace(OTHER, case=CaseRule.EXACT)),
    ],
)
def test_what_does_not(pair: tuple[GlossaryEntry, GlossaryEntry]) -> None:
    assert _rules(*pair) == [TermbaseRule.CONTRADICTION]


def test_two_entries_of_one_name_are_told_once() -> None:
    (finding,) = check_entries([RASMA, replace(RASMA, key="place/twin")])

    assert (finding.rule, finding.parameters) == (
        TermbaseRule.DUPLICATE,
        {"en": "Rasma", "ar": "رسما"},
    )


def test_a_variant_of_two_entries_with_one_target() -> None:
    wider = replace(RASMA, key="place/wider", en="Rasma town", en_variants=("rasma",))

    rules = {(finding.rule, finding.weight) for finding in check_entries([RASMA, wider])}

    assert rules == {
        (TermbaseRule.SHARED_SPELLING, Weight.WARNING),
        # The Arabic name leads back to either of two English ones.
        (TermbaseRule.CONTRADICTION, Weight.ERROR),
    }


def test_what_is_forbidden_here_may_be_a_name_there() -> None:
    camp = GlossaryEntry(
        "place/camp", "al-Wadi camp", "مخيم الوادي", EntryType.PLACE, authority="Harbour maps"
    )
    forbidding = replace(RASMA, ar_forbidden=(ForbiddenForm("مخيم الوادي", "another place"),))

    (finding,) = check_entries([camp, forbidding])

    assert (finding.rule, finding.weight) == (TermbaseRule.FORBIDDEN_ELSEWHERE, Weight.WARNING)
    assert finding.keys == ("place/camp", "place/rasma")


def test_names_that_nobody_uses_are_told_where_use_is_known() -> None:
    camp = replace(RASMA, key="place/camp", en="al-Wadi camp", ar="مخيم الوادي")

    assert _rules(RASMA, camp) == []
    (finding,) = check_entries([RASMA, camp], usage={RASMA.key: 2})
    assert (finding.rule, finding.weight) == (TermbaseRule.UNUSED, Weight.NOTE)
    assert finding.keys == (camp.key,)


def test_the_weightier_come_first() -> None:
    found = check_entries([replace(RASMA, ar="رسم", en_title="x", replaced_by="place/gone")])

    assert [finding.weight for finding in found] == [Weight.ERROR, Weight.WARNING, Weight.NOTE]


ENTRIES = st.lists(
    st.builds(
        GlossaryEntry,
        key=st.sampled_from(["a", "b", "c", "d"]),
        en=st.sampled_from(["Rasma", "rasma", "HRA", "Rasma "]),
        ar=st.sampled_from(["رسما", "رسمه", "رسمة", "RA"]),
        status=st.sampled_from(EntryStatus),
        en_variants=st.sampled_from([(), ("Rasma",), ("HRA", "Harbour")]),
        scope=st.sampled_from(["", "harbour"]),
        replaced_by=st.sampled_from(["", "a", "e"]),
    ),
    max_size=4,
    unique_by=lambda entry: entry.key,
)


@settings(deadline=None)
@given(entries=ENTRIES, order=st.randoms())
def test_findings_are_the_same_in_any_order_and_have_ids_of_their_own(
    entries: list[GlossaryEntry], order: Random
) -> None:
    found = check_entries(entries)
    ids = [finding.id for finding in found]
    assert len(set(ids)) == len(ids)
    shuffled = list(entries)
    order.shuffle(shuffled)
    assert [finding.id for finding in check_entries(shuffled)] == ids


def test_a_large_termbase_is_checked_in_little_time() -> None:
    """Each entry is compared with those of its spelling, not with all."""
    many = [
        replace(RASMA, key=f"place/{number}", en=f"Rasma {number}", ar=f"رسما {number}")
        for number in range(3_000)
    ]
    same = [replace(RASMA, key=f"place/same-{number}") for number in range(300)]

    found = check_entries([*many, *same])

    assert {finding.rule for finding in found} == {TermbaseRule.DUPLICATE}
    assert len(found) <= 40
