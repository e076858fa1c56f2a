"""What Python and the editor in the browser say to each other.

Python -> browser: one `EditorData`, the whole release, when the page is drawn; then `News`
with every event: the rows that changed since the revision that the browser said it has.
Browser -> Python: the trigger `event`, one `EditorEvent` at a time. The browser sends
the next one only when the answer (`Ack`) to the one before has come back with the news,
and sends the same event again, with the same id, when no answer comes.

All places in texts are code points, as Python counts; the browser converts.
The comment at the head of `outbox.js` is the same contract from the other side.
"""

from typing import Final, Literal, NotRequired, TypedDict, cast, get_args

EventKind = Literal[
    "save",
    "approve",
    "approve_many",
    "reject",
    "reopen",
    "split",
    "merge",
    "unmerge",
    "fill_twins",
    "comment",
    "resolve",
    "open",
    "others",
    "find",
]
AckStatus = Literal["done", "stale", "doubt", "error"]
MarkKind = Literal["name", "found", "missing", "finding", "doubtful", "hit"]
GroupId = Literal[
    "all", "open", "findings", "low", "mine", "changed", "rejected", "commented", "approved"
]

LONGEST_TARGET: Final = 100_000
"""Code points of a target that are accepted from the browser."""
LONGEST_WORDS: Final = 5_000
"""Code points of a reason, a comment or a search."""
_EVENT_KINDS: Final = frozenset(get_args(EventKind))


class EditorEvent(TypedDict):
    """Something the person did."""

    id: str
    """Made by the browser, unique; the same id is the same event sent again."""
    kind: EventKind
    number: int
    """The segment; 0 for `approve_many`."""
    version: int
    """Version of the segment that the person was looking at."""
    target: str
    """Text for `save` and `approve`."""
    versions: dict[int, int]
    """For `approve_many`, `merge` and `fill_twins`: the versions of the segments meant."""
    words: str
    """Why to approve in spite of an error, why to reject; a comment; what to find."""
    place: int
    """The comment to resolve; the place in the source where to split."""
    has: int
    """Revision of the rows that the browser has."""


class Ack(TypedDict):
    """The answer to an event. `doubt`: saved, but not approved, an error speaks against it."""

    id: str
    status: AckStatus
    number: int
    message: str
    """A sentence to show; empty where nothing needs saying."""


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


class NameRow(TypedDict):
    """A name of the termbase that stands in the source."""

    source: str
    target: str
    found: bool


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
    here: NotRequired[dict[str, list[str]]]
    """Names of the other people in a segment now, by its number."""


def parse_event(raw: object) -> EditorEvent | None:
    """The event in what a browser sent; None where it is none: browsers can send anything."""
    if not isinstance(raw, dict):
        return None
    identity, kind = raw.get("id"), raw.get("kind")
    target, words = raw.get("target", ""), raw.get("words", "")
    number, version = _count(raw.get("number")), _count(raw.get("version"))
    place, has = _count(raw.get("place", 0)), _count(raw.get("has", 0))
    versions = _versions(raw.get("versions", []))
    if not isinstance(identity, str) or not 0 < len(identity) <= 100:
        return None
    if not isinstance(kind, str) or kind not in _EVENT_KINDS:
        return None
    if not isinstance(target, str) or len(target) > LONGEST_TARGET:
        return None
    if not isinstance(words, str) or len(words) > LONGEST_WORDS:
        return None
    if number is None or version is None or versions is None or place is None or has is None:
        return None
    return EditorEvent(
        id=identity,
        kind=cast(EventKind, kind),
        number=number,
        version=version,
        target=_without_lone_surrogates(target),
        versions=versions,
        words=_without_lone_surrogates(words),
        place=place,
        has=has,
    )


def _count(value: object) -> int | None:
    """A count out of JSON: browsers have one kind of number, so 3.0 is 3."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value == value // 1 and 0 <= value < 2**53 else None


def _versions(value: object) -> dict[int, int] | None:
    """Pairs of number and version."""
    if not isinstance(value, list):
        return None
    versions = {}
    for pair in value:
        if not isinstance(pair, list) or len(pair) != 2:
            return None
        number, version = _count(pair[0]), _count(pair[1])
        if number is None or version is None:
            return None
        versions[number] = version
    return versions


def _without_lone_surrogates(text: str) -> str:
    """Half of a surrogate pair is no character and cannot be stored; U+FFFD stands for it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
