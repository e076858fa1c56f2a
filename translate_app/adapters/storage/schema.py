"""Bring a database to the present schema, or say why that cannot be."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def known_revisions() -> frozenset[str]:
    """The ids of all migrations that this program has."""
    return frozenset(script.revision for script in _scripts().walk_revisions())


def newest_revision() -> str | None:
    """The id of the last migration."""
    return _scripts().get_current_head()


def migrate(connection: Connection) -> None:
    """Apply what is missing, within the transaction that `connection` has open."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    # No alembic.ini: the scripts lie in the package, so that an installed wheel has them.
    config = Config()
    # Doubled, as the setting is read through configparser's interpolation.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
