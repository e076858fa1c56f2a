"""Looking through the termbase, or through its files, for what is wrong with it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.termbase_finding import TermbaseFinding, TermbaseRule
from translate_app.errors import N_
from translate_app.pipeline.termbase_rules import check_entries
from translate_app.ports import GlossaryReader, UnitOfWorkFactory
from translate_app.services.glossary_files import not_covered
from translate_app.services.matchers import Matchers

_MESSAGES = {
    TermbaseRule.DUPLICATE: N_("Two entries have the same names: {en}, {ar}. Merge them."),
    TermbaseRule.CONTRADICTION: N_(
        "“{form}” leads to different targets, and nothing tells them apart: {targets}. "
        "Give the entries context words, days or a scope."
    ),
    TermbaseRule.SHARED_SPELLING: N_("“{form}” stands in two entries with the target {targets}."),
    TermbaseRule.WRONG_SCRIPT: N_("“{form}” is in the script of the other language."),
    TermbaseRule.MIXED_SCRIPT: N_("“{form}” mixes Latin and Arabic letters."),
    TermbaseRule.INVISIBLE_CHARACTER: N_("“{form}” holds invisible characters: {signs}."),
    TermbaseRule.NEEDLESS_SPACE: N_("“{form}” has spaces at its edge, or several in a row."),
    TermbaseRule.NEEDLESS_SIGN: N_(
        "“{form}” has a tatweel, or letters that are not composed (Unicode NFC)."
    ),
    TermbaseRule.FORBIDDEN_ACCEPTED: N_("“{form}” is accepted and forbidden at once."),
    TermbaseRule.FORBIDDEN_ELSEWHERE: N_(
        "“{form}” is forbidden in one entry and a name in another."
    ),
    TermbaseRule.ONE_SIDED_TITLE: N_("The title “{title}” has no counterpart."),
    TermbaseRule.DAYS_REVERSED: N_("The last day, {last}, comes before the first, {first}."),
    TermbaseRule.REPLACED_BY_NOTHING: N_(
        "It is replaced by {replaced_by}, which is no other entry of the termbase."
    ),
    TermbaseRule.COMMON_WORD: N_(
        "“{form}” is short and may be part of other words; context words make it sure."
    ),
    TermbaseRule.KEY_TAKEN: N_("The key stands for {before}; the file has {after}."),
    TermbaseRule.NO_AUTHORITY: N_("It names no authority, and no note says where it is from."),
    TermbaseRule.UNUSED: N_("No release uses it."),
}


def message_of(finding: TermbaseFinding) -> str:
    """The message id of a finding, worded in the interface language by `i18n`."""
    return _MESSAGES[finding.rule]


@dataclass(frozen=True)
class GlossaryCheck:
    """Checks the termbase."""

    unit_of_work: UnitOfWorkFactory
    reader: GlossaryReader
    territories: Callable[[], Sequence[GlossaryEntry]]
    matchers: Matchers

    def __call__(
        self, path: Path | None = None, *, unused: bool = False
    ) -> tuple[TermbaseFinding, ...]:
        """What is wrong in the termbase, or in the file or folder `path`, weightier first.

        Files are looked at beside CLDR's territories, as `init` loads them; no database is
        needed for that. With `unused` the entries are told that no release has in its source.

        Raises:
            GlossaryFileError: a row of a file cannot be used.
            InputError: a file cannot be read.
        """
        usage = self.usage() if unused else None
        if path is None:
            with self.unit_of_work() as unit_of_work:
                return check_entries(unit_of_work.glossary.all(), usage)
        entries, _ = self.reader(path)
        keys = {entry.key for entry in entries}
        found = check_entries([*entries, *not_covered(self.territories(), entries)], usage)
        return tuple(finding for finding in found if keys.intersection(finding.keys))

    def usage(self) -> dict[str, int]:
        """By key, how often the entries were found in the sources of all releases."""
        counts: Counter[str] = Counter()
        with self.unit_of_work() as unit_of_work:
            releases = unit_of_work.releases.all()
            segments = {one.id: unit_of_work.segments.of_release(one.id) for one in releases}
        for release in releases:
            matcher = self.matchers.for_release(release, release.source_language)
            for segment in segments[release.id]:
                for match in matcher.find(segment.source):
                    counts[match.entry.key] += 1
                    counts.update(rival.key for rival in match.rivals)
        return dict(counts)
