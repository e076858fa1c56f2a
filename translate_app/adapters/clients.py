"""The clients of `clients.toml` in the home folder (docs/engines.md describes the file)."""

from dataclasses import dataclass
from pathlib import Path

from translate_app.adapters.settingsfile import Table, read_settings
from translate_app.domain.client import Client, Digits, HouseStyle, Months, ReviewRules
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import N_, UnknownClientError

_PAIRS = tuple(LanguagePair(language, language.other) for language in Language)
_KEYS = frozenset(("digits", "months", "review", *map(str, _PAIRS)))
_REVIEW_KEYS = frozenset(("second_approval", "approver_may_be_last_editor"))
_MAX_NAME = 100


@dataclass(frozen=True, slots=True)
class ClientFile:
    """Implements `ports.ClientSource`; the file is read anew each time, so no restart is needed.

    The table `[default]` is the unnamed client; a client has from it what it does not say
    itself.
    """

    path: Path

    def __call__(self, name: str = "") -> Client:
        """The client of that name (see `ports.ClientSource`)."""
        clients = self._read()
        if name not in clients:
            known = ", ".join(filter(None, clients)) or "–"
            raise UnknownClientError(name=name, known=known)
        return clients[name]

    def names(self) -> tuple[str, ...]:
        """Every client that has a name, in the file's order."""
        return tuple(filter(None, self._read()))

    def _read(self) -> dict[str, Client]:
        content = read_settings(self.path).only(("default", "clients"))
        default = _client("", content.table("default"), Client())
        clients = {"": default}
        named = content.table("clients")
        for name in named.values:
            if not _is_name(name):
                raise named.wrong(repr(name[:_MAX_NAME]), N_("this is no name for a client"))
            clients[name] = _client(name, named.table(name), default)
        return clients


def _is_name(name: str) -> bool:
    """A `/` would part client and project."""
    return bool(name.strip()) and len(name) <= _MAX_NAME and name.isprintable() and "/" not in name


def _client(name: str, table: Table, default: Client) -> Client:
    table.only(_KEYS)
    engines = dict(default.engines)
    for pair in _PAIRS:
        if str(pair) in table.values:
            engines[pair] = table.text(str(pair))
    style = HouseStyle(
        Digits(table.choice("digits", list(Digits), default.style.digits)),
        Months(table.choice("months", list(Months), default.style.months)),
    )
    return Client(name, style, engines, _rules(table.table("review"), default.review))


def _rules(table: Table, default: ReviewRules) -> ReviewRules:
    table.only(_REVIEW_KEYS)
    return ReviewRules(
        table.truth("second_approval", default.second_approval),
        table.truth("approver_may_be_last_editor", default.approver_may_be_last_editor),
    )
