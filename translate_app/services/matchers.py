"""Matchers over the termbase as it stands, one a language."""

import threading
from dataclasses import dataclass, field

from translate_app.domain.language import Language
from translate_app.pipeline.match import Matcher
from translate_app.ports import UnitOfWorkFactory


@dataclass
class Matchers:
    """One matcher a language, rebuilt when the termbase has changed; shared by all threads."""

    unit_of_work: UnitOfWorkFactory
    _built: dict[Language, tuple[int, Matcher]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, language: Language) -> Matcher:
        """The matcher for names as they are spelt in `language`."""
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
