"""What an event of the segment editor does: the rules are the services', this is the post."""

from collections.abc import Callable
from typing import Protocol

from translate_app.domain.segment import Segment
from translate_app.errors import StaleSegmentError, TranslateAppError
from translate_app.i18n import Translator
from translate_app.services.pretranslate_release import MACHINE
from translate_app.web.editor_protocol import Ack, AckStatus, EditorEvent

IN_BROWSER = "confirmed in the browser"
"""The reason on record where a person was shown the errors and approved all the same."""


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
    ) -> object:
        """Approve segments."""
        ...

    def reopen(self, release_id: str, numbers: list[int] | None, by: str) -> object:
        """Open approved segments again."""
        ...


Wrong = Callable[[Segment], bool]
"""Whether a check found an error in a segment as it is saved."""


class _DoubtError(Exception):
    """A segment was saved and not approved: an error speaks against it."""


def answer(
    review: Review, event: EditorEvent, release_id: str, by: str, t: Translator, wrong: Wrong
) -> Ack:
    """Do what `event` asks for and say how it went; nothing that a rule forbids is done."""
    try:
        _beside_machines(review, event, release_id, by, wrong)
    except _DoubtError:
        return _ack(event, "doubt", "")
    except StaleSegmentError as error:
        return _ack(event, "stale", t.error(error))
    except TranslateAppError as error:
        return _ack(event, "error", t.error(error))
    return _ack(event, "done", "")


def _beside_machines(
    review: Review, event: EditorEvent, release_id: str, by: str, wrong: Wrong
) -> None:
    """Carry `event` out, even where a job drafted the segment while the person was typing.

    The machine drafts only what is empty; the person's text follows on that draft.
    """
    try:
        _carry_out(review, event, release_id, by, wrong)
    except StaleSegmentError as error:
        if error.parameters["by"] != MACHINE or event["kind"] not in ("save", "approve"):
            raise
        after: EditorEvent = {**event, "version": event["version"] + 1}
        _carry_out(review, after, release_id, by, wrong)


def _carry_out(review: Review, event: EditorEvent, release_id: str, by: str, wrong: Wrong) -> None:
    number, version = event["number"], event["version"]
    match event["kind"]:
        case "save":
            review.edit(release_id, number, event["target"], by, version)
        case "approve":
            saved = review.edit(release_id, number, event["target"], by, version)
            if not event["anyway"] and wrong(saved):
                raise _DoubtError
            override = IN_BROWSER if event["anyway"] else ""
            review.approve(release_id, [number], by, {number: saved.version}, override=override)
        case "approve_many":
            versions = event["versions"]
            review.approve(release_id, list(versions), by, versions, override=IN_BROWSER)
        case "reopen":
            review.reopen(release_id, [number], by)
        case "open" | "others":
            pass


def _ack(event: EditorEvent, status: AckStatus, message: str) -> Ack:
    return Ack(id=event["id"], status=status, number=event["number"], message=message)
