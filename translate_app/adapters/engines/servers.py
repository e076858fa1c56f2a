"""The translation servers of `engines.toml` in the home folder (docs/engines.md describes it)."""

import threading
import urllib.parse
from collections.abc import Mapping
from pathlib import Path

from translate_app.adapters.engines.jsonserver import JsonServer, is_near
from translate_app.adapters.engines.libretranslate import (
    BATCH,
    CHARACTERS,
    CHECK_SECONDS,
    SECONDS,
    LibreTranslateEngine,
    ServerSettings,
)
from translate_app.adapters.engines.store import PAIRS, is_name
from translate_app.adapters.settingsfile import Table, read_settings
from translate_app.domain.engine import EngineKind, InstalledPackage
from translate_app.domain.language import LanguagePair
from translate_app.errors import N_, EngineFailedError

OFFLINE = N_("the offline setting is on")

_RESERVED = frozenset(kind.value for kind in EngineKind)
_KEYS = frozenset(
    (
        "type",
        "url",
        "api_key_env",
        "pairs",
        "version",
        "plain_http",
        "batch",
        "characters",
        "seconds",
        "marks",
    )
)


class Servers:
    """The servers of a file, which is read anew each time; their engines are shared."""

    def __init__(
        self, file: Path, environment: Mapping[str, str], *, offline: bool = False
    ) -> None:
        """`environment` holds the keys; `offline` allows servers near by only."""
        self._file = file
        self._environment = environment
        self._offline = offline
        self._lock = threading.Lock()
        self._engines: dict[tuple[ServerSettings, LanguagePair], LibreTranslateEngine] = {}

    def listed(self) -> tuple[InstalledPackage, ...]:
        """Each server and pair, asked whether it is there.

        Raises:
            SettingsFileError: the file makes no sense.
        """
        return tuple(
            InstalledPackage(server.info(pair), server.url, "", self._problem(server, pair))
            for server in self._read().values()
            for pair in server.pairs
        )

    def engine(self, pair: LanguagePair, name: str) -> LibreTranslateEngine | None:
        """The server of that name, None where there is none for `pair`; it is not asked yet.

        Raises:
            SettingsFileError: the file makes no sense.
            EngineFailedError: it is far away and the offline setting is on.
        """
        server = self._read().get(name)
        if server is None or pair not in server.pairs:
            return None
        if self._is_barred(server):
            raise EngineFailedError(engine=server.info(pair).label, reason=OFFLINE)
        with self._lock:
            if (server, pair) not in self._engines:
                self._engines[server, pair] = LibreTranslateEngine(
                    server, pair, lambda: self._environment.get(server.api_key_env)
                )
            return self._engines[server, pair]

    def names(self, pair: LanguagePair) -> tuple[str, ...]:
        """Names of the servers for `pair`.

        Raises:
            SettingsFileError: the file makes no sense.
        """
        return tuple(name for name, server in self._read().items() if pair in server.pairs)

    def _is_barred(self, server: ServerSettings) -> bool:
        return self._offline and not is_near(server.url)

    def _problem(self, server: ServerSettings, pair: LanguagePair) -> str:
        if self._is_barred(server):
            return OFFLINE
        quick = JsonServer(server.url, seconds=CHECK_SECONDS, attempts=1)
        try:
            LibreTranslateEngine(server, pair, lambda: None, quick).check()
        except EngineFailedError as error:
            return str(error.parameters["reason"])
        if server.api_key_env and not self._environment.get(server.api_key_env):
            return N_("the environment variable with its key is not set")
        return ""

    def _read(self) -> dict[str, ServerSettings]:
        engines = read_settings(self._file).only(("engines",)).table("engines")
        return {name: _server(name, engines) for name in engines.values}


def _server(name: str, engines: Table) -> ServerSettings:
    if not is_name(name) or name in _RESERVED:
        raise engines.wrong(
            name, N_("a server's name is of a-z, 0-9, _ and -, and not that of a kind of engine")
        )
    table = engines.table(name).only(_KEYS)
    table.choice("type", ("libretranslate",), "")
    wanted = table.texts("pairs") or tuple(PAIRS)
    if not set(wanted) <= set(PAIRS):
        raise table.wrong("pairs", N_("only en-ar and ar-en are translated"))
    return ServerSettings(
        name=name,
        url=_url(table),
        api_key_env=table.text("api_key_env"),
        pairs=tuple(PAIRS[pair] for pair in dict.fromkeys(wanted)),
        version=table.text("version"),
        batch=table.number("batch", BATCH, 1, 1000),
        characters=table.number("characters", CHARACTERS, 100, 1_000_000),
        seconds=table.number("seconds", SECONDS, 1, 3600),
        marks=table.truth("marks"),
    )


def _url(table: Table) -> str:
    """The address, without a slash at the end; https, or near by, or allowed by `plain_http`."""
    url, plain = table.text("url").rstrip("/"), table.truth("plain_http")
    try:
        parts = urllib.parse.urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise table.wrong(
            "url", N_("an address such as http://127.0.0.1:5000 belongs here")
        ) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise table.wrong("url", N_("an address such as http://127.0.0.1:5000 belongs here"))
    if parts.username is not None or parts.query or parts.fragment:
        raise table.wrong("url", N_("an address has no key, password or question in it here"))
    if any(c.isspace() or not c.isprintable() for c in url) or not url.isascii():
        raise table.wrong("url", N_("an address such as http://127.0.0.1:5000 belongs here"))
    if parts.scheme == "http" and not is_near(url) and not plain:
        raise table.wrong(
            "url",
            N_("http sends texts and key for all to read; use https, or say plain_http = true"),
        )
    return url
