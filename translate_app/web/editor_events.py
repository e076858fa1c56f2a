"""What the segment editor in the browser asks for, and how it is answered.

The trigger `event` carries one `EditorEvent` at a time. Whatever else a browser sends is no
event. The comment at the head of `outbox.js` is the same contract from the other side.
"""

from typing import Final, Literal, NotRequired, TypedDict, cast, get_args

from translate_app.domain.glossary import EntryType

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
    "ask",
    "resolve",
    "add_name",
    "choose_name",
    "next",
    "open",
    "others",
    "find",
]
AckStatus = Literal["done", "stale", "doubt", "error"]

LONGEST_TARGET: Final = 100_000
"""Code points of a target that are accepted from the browser."""
LONGEST_WORDS: Final = 5_000
"""Code points of a reason, a comment or a search."""
LONGEST_NAME: Final = 300
"""Code points of a name, a spelling or a key of the termbase."""
_EVENT_KINDS: Final = frozenset(get_args(EventKind))
_TYPES: Final = frozenset(EntryType)


class NewName(TypedDict):
    """A name for the termbase, in the languages of the release."""

    source: str
    target: str
    type: EntryType


class EditorEvent(TypedDict):
    """Something the person did."""

    id: str
    """Made by the browser, unique; the same id is the same event sent again."""
    kind: EventKind
    number: int
    """The segment; 0 for `approve_many` and `find`, and for `open` where none is open now."""
    version: int
    """Version of the segment that the person was looking at."""
    target: str
    """Text for `save` and `approve`."""
    versions: dict[int, int]
    """For `approve_many`, `merge` and `fill_twins`: the versions of the segments meant.
    For `next` those that the person would go to, the one that is wanted most first."""
    words: str
    """Why to approve in spite of an error, why to reject; a comment; what to find; for
    `choose_name` the name as the source spells it."""
    place: int
    """The comment to resolve or to answer (0: none); the place in the source where to split."""
    has: int
    """Revision of the rows that the browser has."""
    entry: str
    """For `choose_name`: key of the entry that is meant."""
    name: NotRequired[NewName]
    """For `add_name`."""


class Ack(TypedDict):
    """The answer to an event. `doubt`: saved, but not approved, an error speaks against it."""

    id: str
    status: AckStatus
    number: int
    message: str
    """A sentence to show; empty where nothing needs saying."""
    handed: NotRequired[int]
    """The segment that `next` hands to this window; 0 where none is free."""


def parse_event(raw: object) -> EditorEvent | None:
    """The event in what a browser sent; None where it is none: browsers can send anything."""
    if not isinstance(raw, dict):
        return None
    identity, kind = raw.get("id"), raw.get("kind")
    if not isinstance(kind, str) or kind not in _EVENT_KINDS:
        return None
    if not isinstance(identity, str) or not 0 < len(identity) <= 100:
        return None
    target = _text(raw.get("target", ""), LONGEST_TARGET)
    words = _text(raw.get("words", ""), LONGEST_WORDS)
    entry = _text(raw.get("entry", ""), LONGEST_NAME)
    number, version = _count(raw.get("number")), _count(raw.get("version"))
    place, has = _count(raw.get("place", 0)), _count(raw.get("has", 0))
    versions = _versions(raw.get("versions", []))
    name = _new_name(raw.get("name")) if kind == "add_name" else None
    if target is None or words is None or entry is None:
        return None
    if number is None or version is None or versions is None or place is None or has is None:
        return None
    if kind == "add_name" and name is None:
        return None
    event = EditorEvent(
        id=identity,
        kind=cast(EventKind, kind),
        number=number,
        version=version,
        target=target,
        versions=versions,
        words=words,
        place=place,
        has=has,
        entry=entry,
    )
    if name is not None:
        event["name"] = name
    return event


def _text(value: object, longest: int) -> str | None:
    """A text that is not too long, without halves of characters."""
    if not isinstance(value, str) or len(value) > longest:
        return None
    return _without_lone_surrogates(value)


def _new_name(value: object) -> NewName | None:
    """A name with both its sides and a type that there is."""
    if not isinstance(value, dict):
        return None
    source = _text(value.get("source"), LONGEST_NAME)
    target = _text(value.get("target"), LONGEST_NAME)
    kind = value.get("type")
    if source is None or target is None or not isinstance(kind, str) or kind not in _TYPES:
        return None
    return NewName(source=source, target=target, type=EntryType(kind))


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
