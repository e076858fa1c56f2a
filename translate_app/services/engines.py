"""Which engines there are for each language pair, packages and servers alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate_app.domain.engine import InstalledPackage
from translate_app.ports import ClientSource, EngineCatalogue
from translate_app.services.models import BOTH_PAIRS


@dataclass(frozen=True, slots=True)
class ListedEngine:
    """An engine as the list of engines shows it."""

    package: InstalledPackage
    is_preferred: bool
    """Whether it translates where neither a person nor a named client asks for another."""


@dataclass(frozen=True)
class Engines:
    """The engines of this home."""

    engines: EngineCatalogue
    clients: ClientSource

    def __call__(self) -> Sequence[ListedEngine]:
        """Every engine by pair, broken ones and silent servers with their problem.

        Raises:
            SettingsFileError: `engines.toml` or `clients.toml` makes no sense.
        """
        chosen = self.clients().engines
        every = (*self.engines.installed(), *self.engines.servers())
        preferred = {
            pair: chosen[pair] if pair in chosen else self.engines.preferred(pair)
            for pair in BOTH_PAIRS
        }
        return tuple(
            ListedEngine(package, preferred[pair] == package.info.name)
            for pair in BOTH_PAIRS
            for package in every
            if package.info.pair == pair
        )
