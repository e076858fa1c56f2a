"""What an event of the segment editor does: the rules are the services', this is the post."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import Segment
from translate_app.errors import ErrorsBlockApprovalError, StaleSegmentError, TranslateAppError
from translate_app.i18n import Translator
from translate_app.services.pretranslate_release import MACHINE
from translate_app.web.editor_events import Ack, AckStatus, EditorEvent


class Review(Protocol):
    """The part of `services.review_segment` that the editor needs."""

    def edit(
        self,
        release_id: str,
        number: int,
        target: str,
        by: str,
        expected_version: int | None = None,
    ) -> Segment:
        """Save a target."""
        ...

    def approve(
        self,
        release_id: str,
        numbers: list[int] | None,
        by: str,
        expected_versions: dict[int, int] | None = None,
        *,
        override: str = "",
        bulk: bool = False,
    ) -> object:
        """Approve segments."""
        ...

    def reject(
        self,
        release_id: str,
        number: int,
        reason: str,
        by: str,
        expected_version: int | None = None,
    ) -> object:
        """Send a translation back."""
        ...

    def reopen(self, release_id: str, numbers: list[int] | None, by: str) -> object:
        """Open approved segments again."""
        ...


class Comments(Protocol):
    """The part of `services.comments` that the editor needs."""

    def add(
        self, release_id: str, number: int, text: str, by: str, reply_to: int | None = None
    ) -> object:
        """Say something about a segment, or answer a comment."""
        ...

    def ask_the_editor(self, release_id: str, number: int, text: str, by: str) -> object:
        """Ask the release's reviewer."""
        ...

    def resolve(self, comment_id: int, by: str) -> object:
        """Say that a comment is dealt with."""
        ...


class Cutting(Protocol):
    """The part of `services.split_merge` that the editor needs."""

    def split(
        self,
        release_id: str,
        number: int,
        offsets: list[int],
        by: str,
        expected_version: int | None = None,
    ) -> object:
        """Cut a segment."""
        ...

    def merge(self, release_id: str, numbers: list[int], by: str) -> object:
        """Join neighbours."""
        ...

    def unmerge(
        self, release_id: str, number: int, by: str, expected_version: int | None = None
    ) -> object:
        """Take apart what was joined."""
        ...


class Twins(Protocol):
    """The part of `services.repetitions` that the editor needs."""

    def fill_twins(self, release_id: str, number: int, versions: dict[int, int], by: str) -> object:
        """Give a translation to segments with the same source."""
        ...


class Termbase(Protocol):
    """The part of `services.maintain_glossary` that the editor needs."""

    def save(self, entry: GlossaryEntry, by: str, expected: GlossaryEntry | None) -> object:
        """Save an entry; a new one where none is expected."""
        ...


class Choices(Protocol):
    """The part of `services.name_choices` that the editor needs."""

    def choose(self, release_id: str, surface: str, entry_key: str, by: str) -> object:
        """Say which entry a name means in a release."""
        ...


class Queue(Protocol):
    """The part of `services.release_work` that the editor needs."""

    def next_segment(
        self, release_id: str, person: str, session: str, *, among: Sequence[int]
    ) -> Segment | None:
        """Hand out a segment that nobody else is in."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a person sits: the services, the release, the name, the words."""

    review: Review
    comments: Comments
    cutting: Cutting
    twins: Twins
    termbase: Termbase
    choices: Choices
    queue: Queue
    release_id: str
    source: Language
    """Of the release."""
    by: str
    session: str
    """The window."""
    t: Translator


def answer(desk: Desk, event: EditorEvent) -> Ack:
    """Do what `event` asks for and say how it went; nothing that a rule forbids is done."""
    try:
        handed = _beside_machines(desk, event)
    except ErrorsBlockApprovalError:
        return _ack(event, "doubt", "")  # the row says which: its findings come with the news
    except StaleSegmentError as error:
        return _ack(event, "stale", desk.t.error(error))
    except TranslateAppError as error:
        return _ack(event, "error", desk.t.error(error))
    ack = _ack(event, "done", "")
    if event["kind"] == "next":
        ack["handed"] = handed.number if isinstance(handed, Segment) else 0
    return ack


def _beside_machines(desk: Desk, event: EditorEvent) -> object:
    """Carry `event` out, even where a job drafted the segment while the person was typing.

    The machine drafts only what is empty; the person's text follows on that draft.
    """
    try:
        return _carry_out(desk, event)
    except StaleSegmentError as error:
        if error.parameters["by"] != MACHINE or event["kind"] not in ("save", "approve"):
            raise
        return _carry_out(desk, {**event, "version": event["version"] + 1})


def _carry_out(desk: Desk, event: EditorEvent) -> object:
    does = _DOES.get(event["kind"])
    return does(desk, event) if does else None  # the others only look at something


def _save(desk: Desk, event: EditorEvent) -> Segment:
    number, target, version = event["number"], event["target"], event["version"]
    return desk.review.edit(desk.release_id, number, target, desk.by, version)


def _approve(desk: Desk, event: EditorEvent) -> None:
    """Save first, so that the text is safe where an error speaks against approving it."""
    saved = _save(desk, event)
    desk.review.approve(
        desk.release_id,
        [saved.number],
        desk.by,
        {saved.number: saved.version},
        override=event["words"],
    )


def _approve_many(desk: Desk, event: EditorEvent) -> None:
    """What people wrote, each of them without findings: see `candidates` in actions.js."""
    versions = event["versions"]
    desk.review.approve(desk.release_id, list(versions), desk.by, versions, bulk=True)


def _reject(desk: Desk, event: EditorEvent) -> None:
    """Save first: what was typed into a translation that is sent back is not lost."""
    saved = _save(desk, event)
    desk.review.reject(desk.release_id, saved.number, event["words"], desk.by, saved.version)


def _add_name(desk: Desk, event: EditorEvent) -> object:
    """An entry for everybody; whose it is to be alone is a matter for the glossary page."""
    name = event["name"]
    names = {desk.source: name["source"], desk.source.other: name["target"]}
    en, ar = names[Language.ENGLISH], names[Language.ARABIC]
    return desk.termbase.save(GlossaryEntry("", en, ar, name["type"]), desk.by, None)


_DOES: dict[str, Callable[[Desk, EditorEvent], object]] = {
    "save": _save,
    "approve": _approve,
    "approve_many": _approve_many,
    "reject": _reject,
    "reopen": lambda desk, event: desk.review.reopen(desk.release_id, [event["number"]], desk.by),
    "split": lambda desk, event: desk.cutting.split(
        desk.release_id, event["number"], [event["place"]], desk.by, event["version"]
    ),
    "merge": lambda desk, event: desk.cutting.merge(
        desk.release_id, list(event["versions"]), desk.by
    ),
    "unmerge": lambda desk, event: desk.cutting.unmerge(
        desk.release_id, event["number"], desk.by, event["version"]
    ),
    "fill_twins": lambda desk, event: desk.twins.fill_twins(
        desk.release_id, event["number"], event["versions"], desk.by
    ),
    "comment": lambda desk, event: desk.comments.add(
        desk.release_id, event["number"], event["words"], desk.by, event["place"] or None
    ),
    "ask": lambda desk, event: desk.comments.ask_the_editor(
        desk.release_id, event["number"], event["words"], desk.by
    ),
    "resolve": lambda desk, event: desk.comments.resolve(event["place"], desk.by),
    "add_name": _add_name,
    "choose_name": lambda desk, event: desk.choices.choose(
        desk.release_id, event["words"], event["entry"], desk.by
    ),
    "next": lambda desk, event: desk.queue.next_segment(
        desk.release_id, desk.by, desk.session, among=list(event["versions"])
    ),
}


def _ack(event: EditorEvent, status: AckStatus, message: str) -> Ack:
    return Ack(id=event["id"], status=status, number=event["number"], message=message)
