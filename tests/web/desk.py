"""Lina's desk over services that write down what they are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from translate_app import i18n
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import Segment, SegmentState, Span
from translate_app.web.editor_events import Ack, parse_event
from translate_app.web.review_desk import Desk, answer

RAW: dict[str, Any] = {
    "id": "a-1",
    "kind": "save",
    "number": 3,
    "version": 2,
    "target": "نص",
    "versions": [],
    "words": "",
    "place": 0,
    "has": 7,
    "entry": "",
}
NAME = {"source": "Rasma", "target": "رسما", "type": "place"}
EN = i18n.translator("en")


@dataclass
class Services:
    """Review and comments: writes down what it is asked for; fails where it is told to."""

    failure: Exception | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def edit(
        self,
        release_id: str,
        number: int,
        target: str,
        by: str,
        expected_version: int | None = None,
    ) -> Segment:
        if self.failure:
            raise self.failure
        self.asked.append(("edit", number, target, by, expected_version))
        state = SegmentState.EDITED
        return Segment(release_id, number, 0, Span(0, 1), "x", target, state, version=5)

    def approve(
        self,
        release_id: str,
        numbers: list[int] | None,
        by: str,
        expected_versions: dict[int, int] | None = None,
        *,
        override: str = "",
        bulk: bool = False,
    ) -> None:
        if self.failure:
            raise self.failure
        self.asked.append(
            ("approve in bulk" if bulk else "approve", numbers, by, expected_versions, override)
        )

    def reject(
        self,
        release_id: str,
        number: int,
        reason: str,
        by: str,
        expected_version: int | None = None,
    ) -> None:
        self.asked.append(("reject", number, reason, by, expected_version))

    def reopen(self, release_id: str, numbers: list[int] | None, by: str) -> None:
        self.asked.append(("reopen", numbers, by))

    def add(
        self, release_id: str, number: int, text: str, by: str, reply_to: int | None = None
    ) -> None:
        self.asked.append(("add", number, text, by, reply_to))

    def ask_the_editor(self, release_id: str, number: int, text: str, by: str) -> None:
        if self.failure:
            raise self.failure
        self.asked.append(("ask_the_editor", number, text, by))

    def save(self, entry: GlossaryEntry, by: str, expected: GlossaryEntry | None) -> None:
        if self.failure:
            raise self.failure
        self.asked.append(("save", entry, by, expected))

    def choose(self, release_id: str, surface: str, entry_key: str, by: str) -> None:
        self.asked.append(("choose", release_id, surface, entry_key, by))

    def next_segment(
        self, release_id: str, person: str, session: str, *, among: Sequence[int]
    ) -> Segment | None:
        self.asked.append(("next_segment", person, session, among))
        if not among:
            return None
        return Segment(release_id, among[-1], 0, Span(0, 1), "x", "", SegmentState.EMPTY, 0)

    def resolve(self, comment_id: int, by: str) -> None:
        self.asked.append(("resolve", comment_id, by))

    def split(
        self,
        release_id: str,
        number: int,
        offsets: list[int],
        by: str,
        expected_version: int | None = None,
    ) -> None:
        self.asked.append(("split", number, offsets, by, expected_version))

    def merge(self, release_id: str, numbers: list[int], by: str) -> None:
        self.asked.append(("merge", numbers, by))

    def unmerge(
        self, release_id: str, number: int, by: str, expected_version: int | None = None
    ) -> None:
        self.asked.append(("unmerge", number, by, expected_version))

    def fill_twins(self, release_id: str, number: int, versions: dict[int, int], by: str) -> None:
        self.asked.append(("fill_twins", number, versions, by))


def answered(services: Services, **changes: object) -> Ack:
    """What Lina is answered."""
    event = parse_event(RAW | changes)
    assert event is not None
    return answer(desk_of(services), event)


def desk_of(services: Services, source: Language = Language.ENGLISH) -> Desk:
    """Lina's desk."""
    return Desk(
        review=services,
        comments=services,
        cutting=services,
        twins=services,
        termbase=services,
        choices=services,
        queue=services,
        release_id="r1",
        source=source,
        by="Lina",
        session="window",
        t=EN,
    )


def asked(**changes: object) -> list[tuple[object, ...]]:
    """What the services are asked for by an event."""
    services = Services()
    assert answered(services, **changes)["status"] == "done"
    return services.asked
