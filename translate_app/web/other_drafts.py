"""Other drafts of a segment, made beside the page while its reader goes on typing.

No Streamlit here.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

from translate_app.bootstrap import Application
from translate_app.domain.segment import Draft
from translate_app.errors import TranslateAppError

COUNT: Final = 4
"""Drafts that the first engine is asked for; the others give their best one."""
_ENGINES: Final = 3
_REMEMBERED: Final = 200

Alternatives = Callable[[str, int, str | None, int], Sequence[Draft]]
"""Release, segment, engine, count: see `services.alternatives`."""


@dataclass(frozen=True, slots=True)
class EngineDrafts:
    """What one engine proposes for a segment, best first."""

    engine: str
    """Its name."""
    drafts: tuple[Draft, ...] = ()
    problem: TranslateAppError | None = None
    """Why it proposes nothing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What has been answered so far."""

    engines: tuple[EngineDrafts, ...] = ()
    complete: bool = False


class OtherDrafts:
    """Asks engines in the background; share one per process, it is thread-safe."""

    def __init__(
        self, alternatives: Alternatives, engine_names: Callable[[str], Sequence[str]]
    ) -> None:
        """`engine_names` gives the engines for a release, the one to ask first first."""
        self._alternatives = alternatives
        self._engine_names = engine_names
        self._lock = threading.Lock()
        self._asked: dict[tuple[str, int], Asked] = {}
        self._pool = ThreadPoolExecutor(1, "other-drafts")

    def ask(self, release_id: str, number: int) -> None:
        """Ask for drafts of a segment; nothing happens while they are being asked for."""
        key = (release_id, number)
        with self._lock:
            known = self._asked.pop(key, None)
            underway = known is not None and not known.complete
            self._asked[key] = known if known and underway else Asked()
            while len(self._asked) > _REMEMBERED:
                del self._asked[next(iter(self._asked))]
        if not underway:
            self._pool.submit(self._answer, key)

    def asked(self, release_id: str, number: int) -> Asked | None:
        """What has come for a segment; None where nobody asked."""
        with self._lock:
            return self._asked.get((release_id, number))

    def _answer(self, key: tuple[str, int]) -> None:
        try:
            self._ask_each(key)
        finally:
            self._change(key, complete=True)

    def _ask_each(self, key: tuple[str, int]) -> None:
        answers: list[EngineDrafts] = []
        try:
            names = self._engine_names(key[0])[:_ENGINES]
        except TranslateAppError as problem:
            self._change(key, engines=(EngineDrafts("", problem=problem),))
            return
        for name in names or ("",):
            count = 1 if answers else COUNT
            try:
                drafts = tuple(self._alternatives(*key, name or None, count))
                answers.append(EngineDrafts(name, drafts))
            except TranslateAppError as problem:
                answers.append(EngineDrafts(name, problem=problem))
            self._change(key, engines=tuple(answers))

    def _change(self, key: tuple[str, int], **changes: object) -> None:
        with self._lock:
            if key in self._asked:
                self._asked[key] = replace(self._asked[key], **changes)  # type: ignore[arg-type]


def engine_names(application: Application, release_id: str) -> tuple[str, ...]:
    """Engines installed for a release, its client's first.

    Raises:
        ReleaseNotFoundError, UnknownClientError, SettingsFileError.
    """
    with application.unit_of_work() as unit_of_work:
        release = unit_of_work.releases.get(release_id)
    chosen = application.clients(release.client).engines.get(release.pair)
    installed = [
        package.info.name
        for package in application.models.installed()
        if package.info.pair == release.pair and not package.problem
    ]
    return tuple(dict.fromkeys([*([chosen] if chosen else []), *installed]))
