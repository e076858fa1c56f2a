"""Wording: gettext catalogues from `locales/`, dates and numbers through Babel.

A catalogue is compiled in memory when it is first asked for: no build step, nothing
stale on disk. The English message is its own id; the English catalogue is for wording
a message better without touching the program.
"""

import gettext
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from translate_app.config import bundled, interface_language
from translate_app.domain.release import ReleaseState
from translate_app.domain.segment import Finding, SegmentState
from translate_app.domain.termbase_finding import TermbaseFinding
from translate_app.errors import N_, TranslateAppError

DOMAIN = "translate_app"

LANGUAGE_NAMES = {"en": N_("English"), "ar": N_("Arabic")}
NATIVE_NAMES = {"en": "English", "ar": "العربية"}

_SEGMENT_STATES = {
    SegmentState.EMPTY: N_("empty"),
    SegmentState.PRETRANSLATED: N_("draft"),
    SegmentState.REJECTED: N_("rejected"),
    SegmentState.EDITED: N_("edited"),
    SegmentState.REVIEWED: N_("approved once"),
    SegmentState.APPROVED: N_("approved"),
}

_RELEASE_STATES = {
    ReleaseState.EMPTY: N_("not translated"),
    ReleaseState.DRAFTED: N_("drafted"),
    ReleaseState.IN_REVIEW: N_("in review"),
    ReleaseState.APPROVED: N_("ready to publish"),
    ReleaseState.PUBLISHED: N_("published"),
}

_LOCALES = {"en": "en_GB", "ar": "ar_SY"}
"""Region of the formats: Arabic takes the Levantine month names (CLDR, ar_SY)."""


@dataclass(frozen=True)
class Translator:
    """Words messages, errors, findings, dates and numbers in one interface language."""

    language: str
    catalogue: gettext.NullTranslations
    zone: tzinfo | None = None
    """Time zone of the reader; None is the one of this machine."""

    @property
    def direction(self) -> str:
        """Value of the HTML attribute `dir` for the interface."""
        return "rtl" if self.language == "ar" else "ltr"

    def gettext(self, message: str) -> str:
        """The message in the interface language."""
        return self.catalogue.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The form of the message that goes with `number` (Arabic has six)."""
        return self.catalogue.ngettext(singular, plural, number)

    def error(self, error: TranslateAppError) -> str:
        """The one clear sentence of `error`."""
        words = dict(error.parameters)
        if "reason" in words:  # a message too; the others are names and numbers
            words["reason"] = self.gettext(str(words["reason"]))
        if "title" in words:  # in its own direction: first strong isolate
            words["title"] = isolated(str(words["title"]))
        for name, value in words.items():
            if isinstance(value, datetime):
                words[name] = self.datetime(value)
        return self.gettext(error.template).format(**words)

    def finding(self, finding: Finding) -> str:
        """The sentence that tells a translator what a check found."""
        from translate_app.services.findings import message_of

        return self.gettext(message_of(finding)).format(**finding.parameters)

    def termbase_finding(self, finding: TermbaseFinding) -> str:
        """The sentence that tells a maintainer what is wrong with an entry."""
        from translate_app.services.glossary_check import message_of

        return self.gettext(message_of(finding)).format(**finding.parameters)

    def segment_state(self, state: SegmentState) -> str:
        """How a segment's state is called."""
        return self.gettext(_SEGMENT_STATES[state])

    def release_state(self, state: ReleaseState) -> str:
        """How a release's state is called."""
        return self.gettext(_RELEASE_STATES[state])

    def language_name(self, language: str) -> str:
        """Name of a language in the interface language."""
        return self.gettext(LANGUAGE_NAMES[language])

    def day(self, value: datetime) -> str:
        """The date of an aware `value`, by the reader's clock."""
        return self.date(value.astimezone(self.zone).date())

    def date(self, value: date) -> str:
        """A date with the month written out; digits are Latin in both languages."""
        return format_date(self.language, value)

    def datetime(self, value: datetime) -> str:
        """Date and time of an aware `value`, by the reader's clock."""
        from babel.dates import format_datetime

        # Arabic months have no short names. Asking for them all the same gives those of Egypt
        # once any other Arabic locale was used before: Babel shares the alias between locales.
        pattern = "d MMMM y'،' HH:mm" if self.language == "ar" else "d MMM y',' HH:mm"
        return format_datetime(value.astimezone(self.zone), pattern, locale=_LOCALES[self.language])

    def number(self, value: float) -> str:
        """A number with grouping, in Latin digits."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=_LOCALES[self.language], numbering_system="latn")

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage, rounded down so that 100 % means all."""
        from babel.numbers import format_percent

        return format_percent(
            int(share * 100) / 100, locale=_LOCALES[self.language], numbering_system="latn"
        )


def isolated(text: str) -> str:
    """`text` in its own direction: what stands around it is not turned round by it.

    Unicode Standard Annex 9, section 2.4: explicit directional isolates.
    """
    return f"\u2068{text}\u2069"


def format_date(language: str, value: date) -> str:
    """`value` with its month written out, in the press style of the language.

    English day month year; Arabic with the Levantine month names of CLDR's ar_SY.
    """
    from babel.dates import format_date as babel_format_date

    return babel_format_date(value, "d MMMM y", locale=_LOCALES[language])


@lru_cache(maxsize=64)  # browsers name the zones
def translator(language: str, zone: str = "") -> Translator:
    """The translator for `en` or `ar`; anything else is worded in English.

    `zone` is the reader's time zone by its IANA name, as browsers tell it; one that this
    machine does not know is the machine's own.
    """
    known = language if language in NATIVE_NAMES else "en"
    return Translator(known, _catalogue(known), _time_zone(zone))


def _time_zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, ZoneInfoNotFoundError):  # browsers can say anything
        return None


def environment_translator(environment: Mapping[str, str]) -> Translator:
    """The translator that the environment asks for (see `config.interface_language`)."""
    return translator(interface_language(environment))


_WORDING = re.compile(r'^msgstr(\[\d\])? "[^"]|^msgstr(\[\d\])? ""\n"(?!Project-Id)', re.M)
"""A message that the catalogue words (long ones begin on the next line)."""


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    path = bundled("locales") / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.exists() or not _WORDING.search(path.read_text(encoding="utf-8")):
        # English usually words nothing anew: spare the command line loading Babel.
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as stream:
        messages = read_po(stream, locale=language, domain=DOMAIN)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
