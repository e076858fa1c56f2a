"""What Python and the editor in the browser say to each other.

Python -> browser: one `EditorData`, the whole release, when the page is drawn; then `News`
with every event: the rows that changed since the revision that the browser said it has.
Browser -> Python: the trigger `event`, one `EditorEvent` at a time. The browser sends
the next one only when the answer (`Ack`) to the one before has come back with the news,
and sends the same event again, with the same id, when no answer comes.

All places in texts are code points, as Python counts; the browser converts.
"""

from typing import Literal, NotRequired, TypedDict

from translate_app.web.editor_events import Ack

MarkKind = Literal["name", "found", "missing", "finding", "doubtful", "hit"]
GroupId = Literal[
    "all", "open", "findings", "low", "mine", "changed", "rejected", "commented", "approved"
]


class Mark(TypedDict):
    """A stretch of a text to highlight."""

    start: int
    end: int
    kind: MarkKind
    title: str


class FindingRow(TypedDict):
    """A finding in words."""

    severity: str
    text: str
    mended: str
    """The whole target with this mended; empty where that needs a person."""


class NameChoice(TypedDict):
    """One of several entries that a name may mean."""

    key: str
    source: str
    target: str
    note: str
    """What tells it from the others."""


class NameRow(TypedDict):
    """A name of the termbase that stands in the source."""

    key: str
    source: str
    target: str
    found: bool
    surface: str
    """The name as the source spells it."""
    choices: list[NameChoice]
    """The entries that it may mean, until a person has said which; empty where it is sure."""


class UnknownNameRow(TypedDict):
    """What looks like a name of the source and is not in the termbase."""

    source: str
    type: str
    proposals: list[str]
    """Spellings for the target, the likeliest first."""


class SegmentRow(TypedDict):
    """A segment as the document shows it."""

    number: int
    label: str
    unit: int
    heading: bool
    source: str
    target: str
    state: str
    state_label: str
    detail: str
    """Second line under the state: confidence of a draft, or who changed it last."""
    confidence: int | None
    """0-100 for a draft; None for what a person wrote or nobody yet."""
    version: int
    changed_by: str
    reason: str
    """Why it was sent back; empty where it is not rejected."""
    groups: list[GroupId]
    source_marks: list[Mark]
    target_marks: list[Mark]
    findings: list[FindingRow]
    names: list[NameRow]


class Group(TypedDict):
    """A filter over the segments; the browser counts."""

    id: GroupId
    label: str
    always: bool
    """Whether it is shown though no segment is in it."""


class HistoryRow(TypedDict):
    """A step in a segment's life."""

    parts: list[str]
    """State, person, time: each in its own direction."""
    target: str
    reason: str
    """Why it was rejected, or approved in spite of an error; empty elsewhere."""


class MemoryRow(TypedDict):
    """A segment translated before that is like the open one."""

    source: str
    target: str
    quality: int
    """0-100."""
    quality_label: str
    where: str


class CommentRow(TypedDict):
    """Something said about the open segment."""

    id: int
    reply_to: int
    """The comment that it answers; 0 where none."""
    by: str
    at: str
    text: str
    resolved: bool


class OtherDraft(TypedDict):
    """Another draft of the open segment."""

    text: str
    marks: list[Mark]
    confidence: str


class EngineAnswer(TypedDict):
    """What one engine proposes."""

    name: str
    problem: str
    """Why it proposes nothing; empty where it does."""
    drafts: list[OtherDraft]


class Others(TypedDict):
    """The other drafts that were asked for."""

    complete: bool
    """Whether every engine has answered."""
    engines: list[EngineAnswer]


class Beside(TypedDict):
    """What stands beside the open segment."""

    number: int
    history: list[HistoryRow]
    """Latest first."""
    others: NotRequired[Others]
    memory: NotRequired[list[MemoryRow]]
    comments: NotRequired[list[CommentRow]]
    unknown: NotRequired[list[UnknownNameRow]]


class FoundRow(TypedDict):
    """A segment that a search through everything found."""

    source: str
    target: str
    source_marks: list[Mark]
    target_marks: list[Mark]
    where: str


class Found(TypedDict):
    """The answer to a search."""

    query: str
    rows: list[FoundRow]


class Side(TypedDict):
    """A language of the document."""

    lang: str
    dir: str
    name: str


class EditorData(TypedDict):
    """A whole release as the editor shows it."""

    release: str
    revision: int
    """Grows with every change of a row, also from one session to the next."""
    dir: str
    user: str
    source: Side
    target: Side
    digits: str
    """Digits that the client wants in Arabic: `arab` or `latn`."""
    segments: list[SegmentRow]
    groups: list[Group]
    states: dict[str, str]
    """Words for the states, by their names."""
    types: dict[str, str]
    """Words for the types of names."""
    people: list[str]
    """Everybody who can be addressed in a comment."""
    labels: dict[str, str]


class News(TypedDict):
    """What is new since the browser heard last."""

    release: str
    revision: int
    rows: list[SegmentRow]
    """The rows that changed since the revision the browser has."""
    numbers: NotRequired[list[int]]
    """All segments in order, where some came or went."""
    ack: NotRequired[Ack]
    beside: NotRequired[Beside]
    found: NotRequired[Found]
    commented: NotRequired[list[int]]
    """Segments with comments that are not resolved."""
    busy: NotRequired[bool]
    """Whether a job drafts the release: the browser then asks for news again soon."""
    here: NotRequired[dict[str, list[str]]]
    """Names of the other people in a segment now, by its number."""
