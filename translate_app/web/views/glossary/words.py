"""Words for fields and values of an entry, and for what is refused."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from translate_app.domain.glossary import CaseRule, EntryStatus, Gender, GlossaryEntry
from translate_app.domain.termbase_finding import TermbaseFinding, Weight
from translate_app.errors import N_, InvalidEntryError, TranslateAppError
from translate_app.i18n import Translator
from translate_app.services.maintain_glossary import FieldChange
from translate_app.web import labels
from translate_app.web.isolates import isolated, side_by_side

FIELDS: Final = {
    "key": N_("Key"),
    "en": N_("English name"),
    "ar": N_("Arabic name"),
    "type": N_("Type"),
    "status": N_("Status"),
    "en_variants": N_("Other English spellings"),
    "ar_variants": N_("Other Arabic spellings"),
    "gender": N_("Gender"),
    "authority": N_("Authority"),
    "note": N_("Note"),
    "en_title": N_("English title"),
    "ar_title": N_("Arabic title"),
    "en_forbidden": N_("Forbidden in English"),
    "ar_forbidden": N_("Forbidden in Arabic"),
    "do_not_translate": N_("Do not translate"),
    "case": N_("Capitals"),
    "valid_from": N_("First day"),
    "valid_to": N_("Last day"),
    "scope": N_("Scope"),
    "context": N_("Context words"),
    "replaced_by": N_("Replaced by"),
}
"""By the name of the field of `GlossaryEntry`."""
STATUSES: Final = {
    EntryStatus.CANDIDATE: N_("Candidate"),
    EntryStatus.APPROVED: N_("In use"),
    EntryStatus.RETIRED: N_("Retired"),
}
STATUS_TONES: Final = {
    EntryStatus.CANDIDATE: "mt",
    EntryStatus.APPROVED: "ok",
    EntryStatus.RETIRED: "none",
}
GENDERS: Final[dict[Gender | None, str]] = {
    None: N_("not given"),
    Gender.FEMININE: N_("feminine"),
    Gender.MASCULINE: N_("masculine"),
}
CASES: Final = {
    CaseRule.NAME: N_("as a name"),
    CaseRule.EXACT: N_("exactly so"),
    CaseRule.ANY: N_("any"),
}
WEIGHTS: Final = {
    Weight.ERROR: N_("Errors"),
    Weight.WARNING: N_("Warnings"),
    Weight.NOTE: N_("Notes"),
}
WEIGHT_TONES: Final = {Weight.ERROR: "bad", Weight.WARNING: "mt", Weight.NOTE: "none"}

_VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "type": {kind.value: words for kind, words in labels.ENTRY_TYPES.items()},
    "status": {status.value: words for status, words in STATUSES.items()},
    "gender": {gender.value: words for gender, words in GENDERS.items() if gender},
    "case": {case.value: words for case, words in CASES.items()},
    "do_not_translate": {"True": N_("yes"), "False": N_("no")},
}


def value(change: FieldChange, text: str, t: Translator) -> str:
    """A side of a change as it is read: values of a choice are worded."""
    words = _VALUES.get(change.field, {}).get(text)
    return t.gettext(words) if words else text


def both(entry: GlossaryEntry) -> str:
    """The entry by both names, as a line that neither direction turns round."""
    return side_by_side((entry.en, entry.ar))


def said(finding: TermbaseFinding, t: Translator) -> str:
    """What a finding says; names in it do not turn the sentence round."""
    quoted = {name: isolated(text) for name, text in finding.parameters.items()}
    return t.termbase_finding(replace(finding, parameters=quoted))


def refusal(error: TranslateAppError, t: Translator) -> str:
    """Why nothing was saved; a field is called as the page calls it."""
    if not isinstance(error, InvalidEntryError):
        return t.error(error)
    field = str(error.parameters["field"])
    return t.gettext("{field}: {reason}. Nothing was saved.").format(
        field=t.gettext(FIELDS.get(field, field)),
        reason=t.gettext(str(error.parameters["reason"])),
    )
