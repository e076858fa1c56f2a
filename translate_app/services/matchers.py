"""Matchers over the termbase as it stands: one a language, and one a release."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from translate_app.domain.glossary import MatchContext
from translate_app.domain.language import Language
from translate_app.domain.release import Release
from translate_app.pipeline.match import Matcher
from translate_app.ports import UnitOfWorkFactory

_REMEMBERED: Final = 64
"""Releases whose matchers are kept, so that what was looked up in their texts is, too."""


@dataclass
class Matchers:
    """One matcher a language, rebuilt when the termbase has changed; shared by all threads."""

    unit_of_work: UnitOfWorkFactory
    _built: dict[Language, tuple[int, Matcher]] = field(default_factory=dict)
    _bound: OrderedDict[tuple[str, Language], tuple[Matcher, MatchContext, Matcher]] = field(
        default_factory=OrderedDict
    )
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, language: Language) -> Matcher:
        """The matcher for names as they are spelt in `language`, whatever the text."""
        with self.unit_of_work() as unit_of_work:
            revision = unit_of_work.glossary.revision()
            built = self._built.get(language)
            if built is not None and built[0] == revision:
                return built[1]
            entries = unit_of_work.glossary.all()
        with self._lock:
            matcher = Matcher(entries, language)
            self._built[language] = (revision, matcher)
        return matcher

    def for_release(self, release: Release, language: Language) -> Matcher:
        """The matcher for names as a release means them; `language` is either of its two.

        While neither the termbase nor what decides in the release changes it is the same one.
        """
        matcher = self(language)
        with self.unit_of_work() as unit_of_work:
            choices = unit_of_work.names.choices(release.id)
        context = release_context(release, choices)
        key = (release.id, language)
        with self._lock:
            known = self._bound.get(key)
            if known is None or known[0] is not matcher or known[1] != context:
                known = (matcher, context, matcher.within(context))
                self._bound[key] = known
            self._bound.move_to_end(key)
            while len(self._bound) > _REMEMBERED:
                self._bound.popitem(last=False)
        return known[2]


def release_context(release: Release, choices: Mapping[str, str]) -> MatchContext:
    """What decides in a release which entries its names mean.

    The day of one without a date is the day on which it was taken in.
    """
    return MatchContext(
        scope=release.scope,
        on=release.date or release.created_at.date(),
        text="\n".join(unit.text for unit in release.units),
        choices=choices,
    )
