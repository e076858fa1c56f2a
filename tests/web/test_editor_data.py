"""What the segment editor is given."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from translate_app import i18n
from translate_app.domain.candidate import NameCandidate
from translate_app.domain.client import HouseStyle
from translate_app.domain.document import UnitKind
from translate_app.domain.glossary import EntryType, GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.memory import ConcordanceHit, MemoryMatch
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
from translate_app.domain.work import Comment
from translate_app.services.pretranslate_release import MACHINE
from translate_app.services.queries import ReviewedSegment
from translate_app.web import labels
from translate_app.web.beside_data import (
    comment_rows,
    found_data,
    history_rows,
    memory_rows,
    unknown_rows,
)
from translate_app.web.components.segment_editor import script, wire_script
from translate_app.web.editor_data import (
    LOW_CONFIDENCE,
    editor_data,
    headings,
    segment_row,
)
from translate_app.web.editor_protocol import EditorData, SegmentRow
from translate_app.web.isolates import finding_words

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


def row_of(*findings: Finding, segment: Segment = SEGMENT, user: str = "Lina") -> SegmentRow:
    """The row of the only segment."""
    reviewed = ReviewedSegment(segment, (MATCH,), (), findings)
    return segment_row(reviewed, RELEASE.source_language, headings(RELEASE), EN, user)


def data_in(t: i18n.Translator, *rows: SegmentRow) -> EditorData:
    """The release as it is sent."""
    return editor_data(RELEASE, rows, 7, t, "Lina", HouseStyle())


def test_a_missing_name_is_marked_where_it_stands_in_the_source() -> None:
    row = row_of(MISSING)
    assert SOURCE[21:26] == "Rasma"
    assert row["source_marks"] == [{"start": 21, "end": 26, "kind": "missing", "title": "رسما"}]
    (name,) = row["names"]
    assert (name["key"], name["source"], name["target"]) == ("place/rasma", "Rasma", "رسما")
    assert (name["surface"], name["found"], name["choices"]) == ("Rasma", False, [])
    assert row["groups"] == ["all", "open", "findings"]


def test_a_name_that_stands_in_the_target_is_marked_as_a_name() -> None:
    row = row_of()
    assert [mark["kind"] for mark in row["source_marks"]] == ["name"]
    assert row["names"][0]["found"]


def test_namesakes_are_offered_in_an_order_that_no_choice_changes() -> None:
    other = replace(RASMA, key="person/rasma", ar="رسمة", type=EntryType.PERSON, note="A girl\n2")
    offered = []
    for entry, rival in [(RASMA, other), (other, RASMA)]:
        match = replace(MATCH, entry=entry, rivals=(rival,))
        reviewed = ReviewedSegment(SEGMENT, (match,), (), ())
        row = segment_row(reviewed, Language.ENGLISH, frozenset(), EN, "Lina")
        offered.append(row["names"][0]["choices"])
    assert offered[0] == offered[1]
    assert offered[0] == [
        {"key": "person/rasma", "source": "Rasma", "target": "رسمة", "note": "A girl"},
        {"key": "place/rasma", "source": "Rasma", "target": "رسما", "note": "place/rasma"},
    ]


def test_unknown_names_are_offered_with_a_few_spellings_and_known_ones_are_not() -> None:
    candidate = NameCandidate(
        surface="Salma Kanaan",
        language=Language.ENGLISH,
        count=1,
        releases=1,
        contexts=(),
        proposals=("a", "b", "c", "d"),
        type=EntryType.PERSON,
    )
    known = replace(candidate, surface="Rasma")
    assert unknown_rows([candidate, known], row_of()["names"]) == [
        {"source": "Salma Kanaan", "type": "person", "proposals": ["a", "b", "c"]}
    ]


def test_oneself_is_not_offered_as_somebody_to_address() -> None:
    people = ["Karim", "Lina", MACHINE]
    data = editor_data(RELEASE, [row_of()], 7, EN, "Lina", HouseStyle(), people)
    assert data["people"] == ["Karim"]
    assert data["types"]["place"] == "Place"


def test_an_empty_segment_is_no_finding_and_no_red_names() -> None:
    empty = replace(SEGMENT, target="", state=SegmentState.EMPTY, origin=None, score=None)
    finding = Finding("empty_target", Severity.ERROR, {})
    row = row_of(finding, MISSING, segment=empty)
    assert [found["text"] for found in row["findings"]] == [finding_words(MISSING, EN)]
    assert row["source_marks"][0]["kind"] == "name"
    assert not row["names"][0]["found"]
    assert row["state_label"] == "not translated"


def test_a_machine_draft_says_how_sure_the_engine_is() -> None:
    row = row_of()
    assert (row["state"], row["state_label"], row["detail"]) == ("pretranslated", "machine", "60")


def test_an_approved_segment_says_by_whom() -> None:
    approved = replace(SEGMENT, state=SegmentState.APPROVED, changed_by="Nadia")
    row = row_of(segment=approved)
    assert (row["state_label"], row["detail"]) == ("approved", "Nadia")
    assert row["groups"] == ["all", "approved"]


def test_both_sides_say_language_and_direction() -> None:
    data = data_in(i18n.translator("ar"), row_of())
    assert (data["source"]["lang"], data["source"]["dir"]) == ("en", "ltr")
    assert (data["target"]["lang"], data["target"]["dir"]) == ("ar", "rtl")
    assert data["dir"] == "rtl"
    assert data["segments"][0]["heading"]


def test_history_is_latest_first() -> None:
    first = SegmentChange("r1", 1, 1, WHEN, "pretranslation", SegmentState.PRETRANSLATED, "أ")
    second = SegmentChange("r1", 1, 2, WHEN, "Nadia", SegmentState.REJECTED, "ب", reason="No.")
    rows = history_rows([first, second], EN)
    assert [row["target"] for row in rows] == ["ب", "أ"]
    state, person, _time = rows[0]["parts"]
    assert (state, person, rows[0]["reason"]) == ("rejected", "Nadia", "No.")


def saved(version: int, minute: int, by: str, target: str) -> SegmentChange:
    at = WHEN + timedelta(minutes=minute)
    return SegmentChange("r1", 1, version, at, by, SegmentState.EDITED, target)


@pytest.mark.parametrize(
    ("history", "shown"),
    [
        # What one types is saved again and again: one step.
        (
            [saved(1, 0, "Lina", "وصلت"), saved(2, 1, "Lina", "وصلت القافلة إلى")],
            ["وصلت القافلة إلى"],
        ),
        (
            [saved(1, 0, "Lina", "وصلت القافلة"), saved(2, 30, "Lina", "وصلت القافلة أمس")],
            ["وصلت القافلة أمس", "وصلت القافلة"],
        ),
        (
            [saved(1, 0, "Lina", "وصلت القافلة"), saved(2, 1, "Omar", "وصلت القافلة أمس")],
            ["وصلت القافلة أمس", "وصلت القافلة"],
        ),
        # Another text in its place: the first one can be taken back.
        (
            [saved(1, 0, "Lina", "وصلت القافلة أمس"), saved(2, 1, "Lina", "بلغ الموكب البلدة")],
            ["بلغ الموكب البلدة", "وصلت القافلة أمس"],
        ),
    ],
)
def test_saves_of_one_sitting_are_one_step(history: list[SegmentChange], shown: list[str]) -> None:
    assert [row["target"] for row in history_rows(history, EN)] == shown


def test_a_memory_match_says_how_close_it_is_and_whose() -> None:
    (row,) = memory_rows([MemoryMatch(86, "Source", "نص", "r2", 4, "Nadia", WHEN)], EN)
    assert (row["quality"], row["quality_label"], row["source"]) == (86, "86", "Source")
    assert row["where"].startswith("\u2068Nadia\u2069 · ")


def test_only_the_comments_of_the_segment_stand_beside_it() -> None:
    said = [Comment(7, "r1", 1, WHEN, "Nadia", "@Lina?"), Comment(8, "r1", 2, WHEN, "x", "y")]
    (row,) = comment_rows(said, 1, EN)
    assert (row["id"], row["by"], row["text"], row["resolved"]) == (7, "Nadia", "@Lina?", False)


def test_what_was_found_stands_on_the_side_of_its_language() -> None:
    arabic = LanguagePair(Language.ARABIC, Language.ENGLISH)
    hit = ConcordanceHit(
        "r2", "T", 3, arabic, "رسما", "Rasma", (Span(0, 4),), (), SegmentState.EDITED, "x", WHEN
    )
    (row,) = found_data("رسما", [hit], RELEASE.pair, EN)["rows"]
    assert (row["source"], row["target"], row["source_marks"]) == ("Rasma", "رسما", [])
    assert row["target_marks"] == [{"start": 0, "end": 4, "kind": "hit", "title": ""}]
    assert row["where"] == "\u2068T\u2069, segment 3"


@pytest.mark.parametrize(("value", "words"), [(29, "29"), (0, "0"), (100, "100"), (None, "")])
def test_confidence_is_shown_as_it_is(value: int | None, words: str) -> None:
    drafted = replace(SEGMENT, confidence=value)
    row = row_of(segment=drafted)
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
    row = row_of(segment=replace(SEGMENT, state=state, confidence=value))
    assert ("low" in row["groups"]) is low


def test_rejected_segments_and_mine_have_filters_of_their_own() -> None:
    rejected = replace(SEGMENT, state=SegmentState.REJECTED, changed_by="Nadia")
    assert row_of(segment=rejected)["groups"] == ["all", "open", "rejected"]
    assert "mine" in row_of(segment=rejected, user="Nadia")["groups"]
    assert "mine" not in row_of(segment=replace(SEGMENT, changed_by=""), user="")["groups"]


def test_only_a_rejected_segment_has_a_reason() -> None:
    rejected = replace(SEGMENT, state=SegmentState.REJECTED, reason="Not said.")
    assert row_of(segment=rejected)["reason"] == "Not said."
    overridden = replace(rejected, state=SegmentState.APPROVED)
    assert row_of(segment=overridden)["reason"] == ""


def test_what_a_machine_can_mend_is_offered_whole() -> None:
    doubled = replace(SEGMENT, target="وصلت  القافلة إلى رسما.")
    row = row_of(Finding("double_space", Severity.WARNING, {}, Span(4, 6)), segment=doubled)
    assert row["findings"][0]["mended"] == "وصلت القافلة إلى رسما."
    assert row["target_marks"][0]["kind"] == "doubtful"
    assert row_of(MISSING)["findings"][0]["mended"] == ""


def test_data_can_be_sent_as_json() -> None:
    data = data_in(EN, row_of(MISSING))
    assert json.loads(json.dumps(data)) == data


def test_the_script_uses_only_labels_that_there_are_and_all_of_them() -> None:
    source = script()
    known = set(labels.EDITOR)
    assert set(re.findall(r"\blabels\.(\w+)", source)) <= known
    assert {name for name in known if not re.search(rf"\b{name}\b", source)} == set()


def test_the_script_never_turns_data_into_markup() -> None:
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script() + wire_script()
    )
