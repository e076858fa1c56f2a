"""The words that an exported file adds to the text, and who translates them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from translate_app.domain.client import HouseStyle
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, PublishedSegment
from translate_app.domain.segment import SegmentState
from translate_app.errors import N_

DRAFT = N_("Draft – not approved")
NOT_APPROVED = N_("Not approved yet")
NOT_TRANSLATED = N_("Not translated yet")
PUBLICATION = N_("Publication")
PUBLISHED = N_("Published")
CHECKSUM = N_("Checksum")
ORIGINAL = N_("Original")
TRANSLATED_FROM = N_("Translated from")
LANGUAGE_NAMES = {Language.ENGLISH: N_("English"), Language.ARABIC: N_("Arabic")}


@dataclass(frozen=True, slots=True)
class Labels:
    """Words labels and dates in the language of an edition, not of the interface."""

    text: Callable[[Language, str], str]
    """The message of that gettext id in that language."""
    format_date: Callable[[Language, date, HouseStyle], str]
    """A date as running text in that language writes it, in a client's style."""


def is_draft(edition: Edition) -> bool:
    """Whether `edition` must be marked: it is no publication, or a segment is open."""
    return edition.number is None or any(
        is_open(segment) for unit in edition.units for segment in unit.segments
    )


def is_open(segment: PublishedSegment) -> bool:
    """Whether `segment` is not approved."""
    return segment.state is not SegmentState.APPROVED
