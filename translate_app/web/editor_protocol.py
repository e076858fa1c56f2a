"""What Python and the editor in the browser say to each other.

Python -> browser: one `EditorData`, whole, with every run of the page.
Browser -> Python: the trigger `event`, one `EditorEvent` at a time. The browser sends
the next one only when the answer (`Ack`) to the one before has come back with the data,
and sends the same event again, with the same id, when no answer comes.

All places in texts are code points, as Python counts; the browser converts.
The comment at the head of `outbox.js` is the same contract from the other side.
"""

from typing import Final, Literal, NotRequired, TypedDict, cast, get_args

EventKind = Literal["save", "approve", "approve_many", "reopen", "open", "others"]
AckStatus = Literal["done", "stale", "doubt", "error"]
MarkKind = Literal["name", "missing", "finding"]
GroupId = Literal["open", "findings", "low", "approved", "all"]

LONGEST_TARGET: Final = 100_000
"""Code points of a target that are accepted from the browser."""
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
    """For `approve_many`: the versions of the segments to approve."""
    anyway: bool
    """For `approve`: whether the person was told what speaks against it."""


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
    """A filter over the segments."""

    id: GroupId
    label: str
    count: str


class HistoryRow(TypedDict):
    """A step in a segment's life."""

    parts: list[str]
    """State, person, time: each in its own direction."""
    target: str


class History(TypedDict):
    """The steps of the open segment, latest first."""

    number: int
    rows: list[HistoryRow]


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

    number: int
    complete: bool
    """Whether every engine has answered."""
    engines: list[EngineAnswer]


class Side(TypedDict):
    """A language of the document."""

    lang: str
    dir: str
    name: str


class EditorData(TypedDict):
    """Everything the editor shows."""

    release: str
    dir: str
    source: Side
    target: Side
    total: str
    segments: list[SegmentRow]
    groups: list[Group]
    history: NotRequired[History]
    others: NotRequired[Others]
    ack: NotRequired[Ack]
    labels: dict[str, str]


def parse_event(raw: object) -> EditorEvent | None:
    """The event in what a browser sent; None where it is none: browsers can send anything."""
    if not isinstance(raw, dict):
        return None
    identity, kind, target = raw.get("id"), raw.get("kind"), raw.get("target", "")
    number, version = _count(raw.get("number")), _count(raw.get("version"))
    versions = _versions(raw.get("versions", []))
    if not isinstance(identity, str) or not 0 < len(identity) <= 100:
        return None
    if not isinstance(kind, str) or kind not in _EVENT_KINDS:
        return None
    if not isinstance(target, str) or len(target) > LONGEST_TARGET:
        return None
    if number is None or version is None or versions is None:
        return None
    return EditorEvent(
        id=identity,
        kind=cast(EventKind, kind),
        number=number,
        version=version,
        target=_without_lone_surrogates(target),
        versions=versions,
        anyway=raw.get("anyway") is True,
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
