"""The same words, translated alike."""

from translate_app.domain.segment import Finding, Severity
from translate_app.pipeline.checks import CheckContext, known_pairs
from translate_app.pipeline.checks.consistency import (
    differs_from_memory,
    same_translation,
    translated_otherwise,
)

from .case import EN_AR

RELEASE = known_pairs(
    [
        (1, "The road is open.", "الطريق مفتوح."),
        (2, "The road is open", "الطّريق مفتوح"),
        (3, "The bridge is open.", "الطريق مفتوح الآن"),
        (4, "The well is dry.", ""),
    ]
)


def context(source: str, target: str, number: int = 9) -> CheckContext:
    return CheckContext(source, target, EN_AR, siblings=RELEASE, number=number)


def warning(check: str, **parameters: str) -> list[Finding]:
    return [Finding(check, Severity.WARNING, parameters)]


def test_the_same_source_translated_otherwise_names_the_segment() -> None:
    found = list(translated_otherwise(context("The  road is open!", "الدرب سالك")))
    assert found == warning("translated_otherwise", number="1", other="الطريق مفتوح.")


def test_spelling_marks_and_punctuation_are_no_difference() -> None:
    assert not list(translated_otherwise(context("THE ROAD IS OPEN", "الطريق، مفتوح!")))


def test_what_the_segment_was_before_is_not_held_against_it() -> None:
    release = known_pairs([(1, "The road is open.", "الطريق مفتوح.")])
    edited = CheckContext("The road is open.", "سالك", EN_AR, siblings=release, number=1)
    assert not list(translated_otherwise(edited))


def test_another_source_with_the_same_translation() -> None:
    found = list(same_translation(context("The port is open.", "الطريق مفتوح الآن.")))
    assert found == warning("same_translation", other="The bridge is open.")
    assert not list(same_translation(context("the bridge is open", "الطريق مفتوح الآن")))


def test_short_texts_may_share_a_translation() -> None:
    assert not list(same_translation(context("The path is clear", "الطريق مفتوح")))


def test_the_memory_speaks_only_where_it_never_had_this_translation() -> None:
    memory = known_pairs(
        [(None, "The road is open.", "الطريق مفتوح."), (None, "The road is open.", "سالك")]
    )

    def found(target: str) -> list[Finding]:
        looked_at = CheckContext("The road is open.", target, EN_AR, memory=memory)
        return list(differs_from_memory(looked_at))

    assert found("الدرب مفتوح") == warning("differs_from_memory", other="الطريق مفتوح.")
    assert found("سالك.") == []


def test_the_memory_may_have_this_translation_for_another_source() -> None:
    memory = known_pairs([(None, "The bridge is open.", "الجسر مفتوح الآن")])
    looked_at = CheckContext("The port is open.", "الجسر مفتوح الآن", EN_AR, memory=memory)
    assert list(same_translation(looked_at)) == warning(
        "same_translation", other="The bridge is open."
    )


def test_without_siblings_and_memory_nothing_is_said() -> None:
    alone = CheckContext("The road is open.", "الطريق مفتوح الآن", EN_AR)
    for check in (translated_otherwise, same_translation, differs_from_memory):
        assert not list(check(alone))
