"""What the pages show, as frozen rows, and the decisions behind it. No Streamlit here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from translate_app.domain.language import Direction, Language
from translate_app.domain.release import TOUCHED, Release, ReleaseSummary
from translate_app.domain.segment import Origin, Segment, SegmentState
from translate_app.domain.work import ReleaseWork
from translate_app.errors import N_
from translate_app.i18n import Translator

_BEING_REVIEWED = TOUCHED - {SegmentState.APPROVED}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a release has come, by shares of its segments from 0 to 1."""

    approved: float
    edited: float
    drafted: float
    empty: float


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release in the list."""

    id: str
    title: str
    language: Language
    pair: str
    facts: tuple[str, ...]
    """Date, category: what the line under the title says."""
    progress: Progress
    progress_text: str
    state: str
    tone: str
    """Colour of the state chip: `ok`, `edit`, `mt` or `none`."""
    published: int | None


@dataclass(frozen=True, slots=True)
class PublishDecision:
    """Whether a release can be published now, and if not, why."""

    number: int
    """Number that the publication would get."""
    open_numbers: tuple[int, ...]
    """Segments that are not approved."""
    unchanged: bool = False
    """Whether the latest publication says the same already."""

    @property
    def allowed(self) -> bool:
        """Whether publishing makes sense."""
        return not self.open_numbers and not self.unchanged


def progress(counts: dict[SegmentState, int]) -> Progress:
    """Shares of the states; a release without segments has none done."""
    total = sum(counts.values()) or 1
    return Progress(
        approved=counts.get(SegmentState.APPROVED, 0) / total,
        edited=sum(counts.get(state, 0) for state in _BEING_REVIEWED) / total,
        drafted=counts.get(SegmentState.PRETRANSLATED, 0) / total,
        empty=counts.get(SegmentState.EMPTY, 0) / total,
    )


def state_counts(segments: Sequence[Segment]) -> dict[SegmentState, int]:
    """Segments by state; a state without segments is absent."""
    states = [segment.state for segment in segments]
    return {state: states.count(state) for state in SegmentState if state in states}


def release_state(counts: dict[SegmentState, int], published: int | None) -> tuple[str, str]:
    """Message id and tone of the chip that says what is to be done next with a release."""
    total = sum(counts.values())
    approved = counts.get(SegmentState.APPROVED, 0)
    if total and approved == total:
        return (N_("published"), "ok") if published else (N_("approved"), "ok")
    if any(counts.get(state) for state in TOUCHED):
        return N_("in review"), "edit"
    if counts.get(SegmentState.PRETRANSLATED, 0):
        return N_("drafted"), "mt"
    return N_("new"), "none"


def pair_text(source: Language, target: Language, t: Translator) -> str:
    """`English → Arabic`; the arrow points the way the interface is read."""
    arrow = "←" if t.direction == Direction.RTL else "→"
    return f"{t.language_name(source)} {arrow} {t.language_name(target)}"


def release_row(summary: ReleaseSummary, t: Translator) -> ReleaseRow:
    """The row of a release in the list."""
    message, tone = release_state(summary.counts, summary.latest_publication)
    text = t.gettext("{approved} of {total} approved").format(
        approved=t.number(summary.approved), total=t.number(summary.total)
    )
    return ReleaseRow(
        id=summary.id,
        title=summary.display_title,
        language=summary.source_language,
        pair=pair_text(summary.source_language, summary.target_language, t),
        facts=_facts(summary, t),
        progress=progress(summary.counts),
        progress_text=text,
        state=t.gettext(message),
        tone=tone,
        published=summary.latest_publication,
    )


def work_facts(work: ReleaseWork, now: datetime, t: Translator) -> tuple[str, ...]:
    """Who works on a release and until when; an embargo that has ended is not told."""
    facts = []
    if work.translator:
        facts.append(t.gettext("Translator: {name}").format(name=work.translator))
    if work.reviewer:
        facts.append(t.gettext("Reviewer: {name}").format(name=work.reviewer))
    if work.due_at:
        facts.append(t.gettext("Due {time}").format(time=t.datetime(work.due_at)))
    if work.embargo_until and work.embargo_until > now:
        facts.append(t.gettext("Embargo until {time}").format(time=t.datetime(work.embargo_until)))
    return tuple(facts)


def release_facts(release: Release, t: Translator) -> tuple[str, ...]:
    """Pair, date and category of an open release."""
    pair = pair_text(release.source_language, release.target_language, t)
    return (pair, *_facts(release, t))


def _facts(release: Release | ReleaseSummary, t: Translator) -> tuple[str, ...]:
    date = t.date(release.date) if release.date else ""
    return tuple(fact for fact in (date, release.category or "") if fact)


def publish_decision(segments: Sequence[Segment], latest: int, unchanged: bool) -> PublishDecision:
    """Whether segments in these states can be published as the one after `latest` (0: none)."""
    open_numbers = tuple(s.number for s in segments if s.state is not SegmentState.APPROVED)
    return PublishDecision(latest + 1, open_numbers, unchanged and not open_numbers)


def same_targets(segments: Sequence[Segment], published: Collection[tuple[int, str]]) -> bool:
    """Whether the published (number, target) pairs are those of the segments now."""
    return bool(published) and {(s.number, s.target) for s in segments} == set(published)


def number_list(numbers: Sequence[int], t: Translator, shown: int = 8) -> str:
    """`2, 5, 6`, and an ellipsis where there are more than `shown`."""
    separator = "، " if t.language == Language.ARABIC else ", "
    words = [t.number(number) for number in numbers[:shown]]
    return separator.join([*words, "…"] if len(numbers) > shown else words)


def draft_engines(segments: Sequence[Segment]) -> tuple[str, ...]:
    """Labels of the engines that machine drafts of these segments came from, in order."""
    labels_seen = {s.engine: None for s in segments if s.engine and s.origin is Origin.MACHINE}
    return tuple(labels_seen)
