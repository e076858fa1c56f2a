"""What the segment editor is given."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from translate_app import i18n
from translate_app.domain.document import UnitKind
from translate_app.domain.glossary import EntryType, GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.release import Release, Unit
from translate_app.domain.segment import (
    Finding,
    Origin,
    Segment,
    SegmentChange,
    SegmentState,
    Severity,
    Span,
)
from translate_app.services.queries import ReviewedRelease, ReviewedSegment
from translate_app.web import labels
from translate_app.web.components.segment_editor import script
from translate_app.web.editor_data import LOW_CONFIDENCE, editor_data

EN = i18n.translator("en")
RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE)
SOURCE = "\U0001f69b The convoy reached Rasma."
WHEN = datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
SEGMENT = Segment(
    "r1",
    1,
    0,
    Span(0, len(SOURCE)),
    SOURCE,
    "وصلت القافلة.",
    SegmentState.PRETRANSLATED,
    version=3,
    origin=Origin.MACHINE,
    engine="starter en-ar 0.1",
    score=-0.5,
    confidence=60,
    changed_by="pretranslation",
)
MATCH = GlossaryMatch(RASMA, Span(21, 26), "Rasma")
MISSING = Finding("term_missing", Severity.ERROR, {"name": "Rasma", "target": "رسما"})
RELEASE = Release(
    id="r1",
    fingerprint="f",
    source_language=Language.ENGLISH,
    target_language=Language.ARABIC,
    units=(Unit(0, UnitKind.HEADING, SOURCE),),
    title=None,
    date=None,
    category=None,
    source_line=None,
    reference="",
    created_at=WHEN,
)


def release(*findings: Finding, segment: Segment = SEGMENT) -> ReviewedRelease:
    return ReviewedRelease(RELEASE, (ReviewedSegment(segment, (MATCH,), (), findings),), ())


def test_a_missing_name_is_marked_where_it_stands_in_the_source() -> None:
    (row,) = editor_data(release(MISSING), EN)["segments"]
    assert SOURCE[21:26] == "Rasma"
    assert row["source_marks"] == [{"start": 21, "end": 26, "kind": "missing", "title": "رسما"}]
    assert row["names"] == [{"source": "Rasma", "target": "رسما", "found": False}]
    assert row["groups"] == ["all", "open", "findings"]


def test_a_name_that_stands_in_the_target_is_marked_as_a_name() -> None:
    (row,) = editor_data(release(), EN)["segments"]
    assert [mark["kind"] for mark in row["source_marks"]] == ["name"]
    assert row["names"][0]["found"]


def test_an_empty_segment_is_no_finding_and_no_red_names() -> None:
    empty = replace(SEGMENT, target="", state=SegmentState.EMPTY, origin=None, score=None)
    finding = Finding("empty_target", Severity.ERROR, {})
    (row,) = editor_data(release(finding, MISSING, segment=empty), EN)["segments"]
    assert [found["text"] for found in row["findings"]] == [EN.finding(MISSING)]
    assert row["source_marks"][0]["kind"] == "name"
    assert not row["names"][0]["found"]
    assert row["state_label"] == "not translated"


def test_a_machine_draft_says_how_sure_the_engine_is() -> None:
    (row,) = editor_data(release(), EN)["segments"]
    assert (row["state"], row["state_label"], row["detail"]) == ("pretranslated", "machine", "60")


def test_an_approved_segment_says_by_whom() -> None:
    approved = replace(SEGMENT, state=SegmentState.APPROVED, changed_by="Nadia")
    (row,) = editor_data(release(segment=approved), EN)["segments"]
    assert (row["state_label"], row["detail"]) == ("approved", "Nadia")
    assert row["groups"] == ["all", "approved"]


def test_both_sides_say_language_and_direction() -> None:
    data = editor_data(release(), i18n.translator("ar"))
    assert (data["source"]["lang"], data["source"]["dir"]) == ("en", "ltr")
    assert (data["target"]["lang"], data["target"]["dir"]) == ("ar", "rtl")
    assert data["dir"] == "rtl"
    assert data["segments"][0]["heading"]


def test_history_is_latest_first() -> None:
    first = SegmentChange("r1", 1, 1, WHEN, "pretranslation", SegmentState.PRETRANSLATED, "أ")
    second = SegmentChange("r1", 1, 2, WHEN, "Nadia", SegmentState.APPROVED, "ب")
    data = editor_data(release(), EN, history=(1, [first, second]))
    assert [row["target"] for row in data["history"]["rows"]] == ["ب", "أ"]
    state, person, _time = data["history"]["rows"][0]["parts"]
    assert (state, person) == ("approved", "Nadia")


@pytest.mark.parametrize(("value", "words"), [(29, "29"), (0, "0"), (100, "100"), (None, "")])
def test_confidence_is_shown_as_it_is(value: int | None, words: str) -> None:
    drafted = replace(SEGMENT, confidence=value)
    (row,) = editor_data(release(segment=drafted), EN)["segments"]
    assert (row["confidence"], row["detail"]) == (value, words)


@pytest.mark.parametrize(
    ("state", "value", "low"),
    [
        (SegmentState.PRETRANSLATED, LOW_CONFIDENCE - 1, True),
        (SegmentState.PRETRANSLATED, LOW_CONFIDENCE, False),
        (SegmentState.PRETRANSLATED, None, False),
        (SegmentState.APPROVED, LOW_CONFIDENCE - 1, False),
    ],
)
def test_drafts_of_low_confidence_have_a_filter_of_their_own(
    state: SegmentState, value: int | None, low: bool
) -> None:
    data = editor_data(release(segment=replace(SEGMENT, state=state, confidence=value)), EN)
    assert ("low" in data["segments"][0]["groups"]) is low
    (group,) = [group for group in data["groups"] if group["id"] == "low"]
    assert (group["label"], group["count"]) == ("Low confidence", "1" if low else "0")


def test_data_can_be_sent_as_json() -> None:
    data = editor_data(release(MISSING), EN)
    assert json.loads(json.dumps(data)) == data


def test_the_script_uses_only_labels_that_there_are_and_all_of_them() -> None:
    source = script()
    known = set(labels.EDITOR)
    assert set(re.findall(r"\blabels\.(\w+)", source)) <= known
    assert {name for name in known if not re.search(rf"\b{name}\b", source)} == set()


def test_the_script_never_turns_data_into_markup() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script())
