"""Settings: read once at the edge, frozen, no side effect on import."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import platformdirs

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything lives and how it behaves."""

    home: Path
    """Database, engine packages, published files, own site profiles."""
    database_url: str
    offline: bool = False
    """No network is tried."""
    language: str = "en"
    """Interface language, `en` or `ar`."""
    model_index: str | None = None
    """Address of an engine package index in place of Argos' own."""

    @property
    def packages(self) -> Path:
        """Folder of the installed engine packages."""
        return self.home / "packages"

    @property
    def profiles(self) -> Path:
        """Folder of the user's own site profiles."""
        return self.home / "profiles"

    @property
    def clients(self) -> Path:
        """The file of clients, with house styles and engines."""
        return self.home / "clients.toml"

    @property
    def servers(self) -> Path:
        """The file of translation servers."""
        return self.home / "engines.toml"


def load_settings(environment: Mapping[str, str], home: Path | None = None) -> Settings:
    """Settings from environment variables; `home` (the `--home` flag) wins over them.

    Reads `TRANSLATE_APP_HOME`, `TRANSLATE_APP_DATABASE_URL`, `TRANSLATE_APP_OFFLINE`,
    `TRANSLATE_APP_LANGUAGE`, `TRANSLATE_APP_MODEL_INDEX`, and for the language
    `LC_ALL`, `LC_MESSAGES`, `LANG` (POSIX order).
    """
    folder = home or Path(
        environment.get("TRANSLATE_APP_HOME") or platformdirs.user_data_path("translate_app")
    )
    folder = folder.expanduser().absolute()
    url = environment.get("TRANSLATE_APP_DATABASE_URL")
    return Settings(
        home=folder,
        database_url=url or _sqlite_url(folder / "translate_app.db"),
        offline=environment.get("TRANSLATE_APP_OFFLINE", "").strip().lower()
        in ("1", "true", "yes", "on"),
        language=interface_language(environment),
        model_index=environment.get("TRANSLATE_APP_MODEL_INDEX") or None,
    )


def _sqlite_url(path: Path) -> str:
    """SQLAlchemy decodes percent signs in a path and cuts it at `?`: quote both away."""
    return f"sqlite:///{quote(path.as_posix())}"


def interface_language(environment: Mapping[str, str]) -> str:
    """`ar` where the environment asks for Arabic, else `en`."""
    for variable in ("TRANSLATE_APP_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(variable)
        if value:
            return "ar" if value.lower().startswith("ar") else "en"
    return "en"


def bundled(name: str) -> Path:
    """A folder that ships with the program.

    `glossary` and `locales` lie at the top of the checkout and are packed into
    `translate_app/data` when a wheel is built; everything else lies there already.
    """
    packed = _PACKAGE / "data" / name
    return packed if packed.exists() else _PACKAGE.parent / name
