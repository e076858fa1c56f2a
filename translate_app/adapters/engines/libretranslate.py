"""A LibreTranslate server as an engine, over its HTTP API (`/translate`, `/languages`).

The server is another program on this or another machine; nothing of it is imported.
It tells no score and no alignment, and not whether its model copies marks either: they are
counted on only where `engines.toml` says so.
"""

import threading
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translate_app.adapters.engines.jsonserver import JsonServer, ServerError
from translate_app.domain.engine import EngineInfo, EngineKind, Hypothesis
from translate_app.domain.language import LanguagePair
from translate_app.errors import N_, EngineFailedError, MissingKeyError

MARKS = tuple(f"\uff5f{digit}\uff60" for digit in range(10))
CHECK_SECONDS = 3.0
"""How long a list of engines waits for a server."""
BATCH = 32
"""Texts in one request, where `engines.toml` does not say."""
CHARACTERS = 5000
"""Characters in one request, where `engines.toml` does not say."""
SECONDS = 60
"""How long a request may take, where `engines.toml` does not say."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server, as `engines.toml` describes it (docs/engines.md)."""

    name: str
    url: str
    api_key_env: str = ""
    """Name of the environment variable that holds the key."""
    pairs: tuple[LanguagePair, ...] = ()
    version: str = ""
    """What drafts record as the version; where it is empty, the server's host."""
    batch: int = BATCH
    characters: int = CHARACTERS
    """A single longer text goes alone."""
    seconds: float = SECONDS
    marks: bool = False
    """Whether its model was trained to copy marks, as the starter packages were."""

    def info(self, pair: LanguagePair) -> EngineInfo:
        """The engine that it is for `pair`."""
        version = self.version or urllib.parse.urlsplit(self.url).netloc
        return EngineInfo(self.name, EngineKind.SERVER, pair, version)


class LibreTranslateEngine:
    """Implements `ports.Engine`; safe to share between threads."""

    def __init__(
        self,
        settings: ServerSettings,
        pair: LanguagePair,
        key: Callable[[], str | None],
        server: JsonServer | None = None,
    ) -> None:
        """`key` gives the API key when it is needed, None where its variable is not set."""
        self._settings = settings
        self._info = settings.info(pair)
        self._key = key
        self._server = server or JsonServer(settings.url, seconds=settings.seconds)
        self._checking = threading.Lock()
        self._offered = False

    @property
    def info(self) -> EngineInfo:
        """Name, kind, pair and version."""
        return self._info

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of the starter packages, where the settings say that it knows them."""
        return MARKS if self._settings.marks else ()

    def check(self) -> None:
        """Ask the server whether it is there and translates this pair.

        Raises:
            EngineFailedError: it is not, or does not.
        """
        try:
            offered = _pairs(self._server.get("/languages"))
        except ServerError as error:
            raise self._failure(error.reason) from error
        pair = self._info.pair
        if (pair.source.value, pair.target.value) not in offered:
            raise self._failure(N_("the server does not offer this language pair"))
        self._offered = True

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """Translate `texts`, equal ones once (see `ports.Engine`)."""
        unique = [text for text in dict.fromkeys(texts) if text.strip()]
        if unique:
            with self._checking:
                if not self._offered:
                    self.check()
        done: dict[str, list[Hypothesis]] = {}
        for batch in self._batches(unique):
            done.update(zip(batch, self._ask(batch, hypotheses), strict=True))
        return [done[text] if text in done else [Hypothesis("", 0.0)] for text in texts]

    def _batches(self, texts: Sequence[str]) -> Iterator[list[str]]:
        batch: list[str] = []
        for text in texts:
            size = sum(map(len, batch)) + len(text)
            if batch and (len(batch) == self._settings.batch or size > self._settings.characters):
                yield batch
                batch = []
            batch.append(text)
        if batch:
            yield batch

    def _ask(self, texts: list[str], count: int) -> list[list[Hypothesis]]:
        body: dict[str, Any] = {
            "q": [_encodable(text) for text in texts],
            "source": self._info.pair.source.value,
            "target": self._info.pair.target.value,
            "format": "text",
        }
        if count > 1:
            body["alternatives"] = count - 1
        key = self._key() if self._settings.api_key_env else ""
        if key is None:
            raise MissingKeyError(engine=self._info.label, variable=self._settings.api_key_env)
        if key:
            body["api_key"] = key
        try:
            return _answers(self._server.post("/translate", body), len(texts), count)
        except ServerError as error:
            raise self._failure(error.reason.replace(key, "…") if key else error.reason) from error

    def _failure(self, reason: str) -> EngineFailedError:
        return EngineFailedError(engine=self._info.label, reason=reason)


def _pairs(answer: Any) -> set[tuple[str, str]]:
    """The pairs in an answer of `/languages`; a server that lists no targets has them all."""
    rows = [row for row in answer if isinstance(row, dict)] if isinstance(answer, list) else []
    codes = [row["code"] for row in rows if isinstance(row.get("code"), str)]
    if not codes:
        raise ServerError(N_("what came is no list of languages; is it the right address?"))
    pairs = set()
    for row in rows:
        targets = row.get("targets", codes)
        for target in targets if isinstance(targets, list) else ():
            if isinstance(row.get("code"), str) and isinstance(target, str):
                pairs.add((row["code"], target))
    return pairs


def _answers(answer: Any, texts: int, count: int) -> list[list[Hypothesis]]:
    said = answer if isinstance(answer, dict) else {}
    best: Any = said.get("translatedText")
    others: Any = said.get("alternatives", [[]] * texts)
    if not _is_texts(best) or not isinstance(others, list) or not all(map(_is_texts, others)):
        raise ServerError(N_("its answer has not the form of a translation"))
    if len(best) != texts or len(others) != texts:
        raise ServerError(N_("it answered to another number of texts than it was asked for"))
    return [
        [
            Hypothesis(text, None)
            for text in list(dict.fromkeys(map(_encodable, [first, *more])))[:count]
        ]
        for first, more in zip(best, others, strict=True)
    ]


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _encodable(text: str) -> str:
    """`text` with lone surrogates, which UTF-8 has not, as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
