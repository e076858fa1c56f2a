"""Open the store: one engine a process, migrated, with SQLite set up for several writers."""

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    create_engine,
    event,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy import column as named_column
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from translate_app.adapters.storage.failures import BUSY, CANNOT_OPEN, reason_of, store_errors
from translate_app.adapters.storage.releases import KnownTexts
from translate_app.adapters.storage.tables import HEAD
from translate_app.adapters.storage.transaction import WRITING, Transaction
from translate_app.adapters.storage.unit_of_work import SqlUnitOfWork
from translate_app.errors import N_, StoreError
from translate_app.ports import Clock

NEWER = N_("it was made by a newer version of this program; update the program")
FOREIGN = N_("it is the database of another program")
NO_ADDRESS = N_("this is no database address such as sqlite:///folder/translate_app.db")
NO_DRIVER = N_("the driver for this kind of database is not installed")
IN_MEMORY = N_("a database in memory cannot be shared between windows; name a file")


def utc_now() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)


class Database:
    """An open store. Make it once a process, with `open_database`; `dispose` closes it."""

    def __init__(self, engine: Engine, where: str, clock: Clock) -> None:
        self._engine = engine
        self._where = where
        self._clock = clock
        self._texts = KnownTexts()

    def unit_of_work(self) -> SqlUnitOfWork:
        """A new unit of work; this method is the `UnitOfWorkFactory`."""
        return SqlUnitOfWork(Transaction(self._engine, self._where), self._clock, self._texts)

    def dispose(self) -> None:
        """Close every connection that is not in use."""
        self._engine.dispose()


def open_database(url: str, *, clock: Clock = utc_now, wait: float = 10.0) -> Database:
    """The database at `url` (SQLAlchemy's form), made or migrated where need be.

    Safe to call in several processes at once: one migrates, the others wait. `wait` is
    how many seconds a SQLite writer waits for another one before it gives up; `clock`
    dates the changes of the termbase.

    Raises:
        StoreError: the address, file, folder, disk or schema cannot be used; it says why.
    """
    address = _address(url)
    where = _where(address)
    _make_folder(address, where)
    engine = _engine(address, where, wait)
    try:
        with store_errors(where):
            _prepare(engine, where, wait)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, where, clock)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as failure:
        # The text itself is not shown: it may hold a password.
        raise StoreError(where="(TRANSLATE_APP_DATABASE_URL)", reason=NO_ADDRESS) from failure
    if not _is_sqlite(address):
        return address
    if "\x00" in (address.database or ""):
        raise StoreError(where=url, reason=NO_ADDRESS)
    in_memory = (None, "", ":memory:", "file::memory:")
    if address.database in in_memory or address.query.get("mode") == "memory":
        raise StoreError(where=url, reason=IN_MEMORY)
    return address


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _where(address: URL) -> str:
    if _is_sqlite(address):
        return str(address.database)
    return address.render_as_string(hide_password=True)


def _make_folder(address: URL, where: str) -> None:
    if not _is_sqlite(address) or where.startswith("file:"):
        return
    try:
        Path(where).parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as failure:
        raise StoreError(where=where, reason=CANNOT_OPEN) from failure


def _engine(address: URL, where: str, wait: float) -> Engine:
    options: dict[str, Any] = {
        "json_serializer": partial(json.dumps, ensure_ascii=False),
        "pool_timeout": wait,
    }
    if _is_sqlite(address):
        options["connect_args"] = {"timeout": wait}
    else:
        options["isolation_level"] = "READ COMMITTED"
    try:
        engine = create_engine(address, **options)
    except (ModuleNotFoundError, NoSuchModuleError) as failure:
        raise StoreError(where=where, reason=NO_DRIVER) from failure
    except (ArgumentError, TypeError, ValueError) as failure:
        raise StoreError(where=where, reason=NO_ADDRESS) from failure
    if _is_sqlite(address):
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver must not begin transactions by itself: `_begin_sqlite` says which kind.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    # In WAL mode NORMAL cannot damage the file; a power cut may cost the last commits.
    connection.execute("PRAGMA synchronous=NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _prepare(engine: Engine, where: str, wait: float) -> None:
    with engine.connect() as connection:
        present = _is_present(connection, where)
    if not present:
        with engine.connect().execution_options(**{WRITING: True}) as connection:
            # Looked at again: another process may have migrated while this one waited.
            if not _is_present(connection, where):
                # Imported here: Alembic is needed once in a database's life, not at every start.
                from translate_app.adapters.storage.schema import migrate

                _keep_copy(connection)
                migrate(connection)
                connection.commit()
    if engine.dialect.name == "sqlite":
        _patiently(partial(_use_wal, engine), wait)


def _keep_copy(connection: Connection) -> None:
    """Before an older SQLite file is changed, its content beside it: the way back.

    `translate_app.db.before-0004` is written once and never again.
    """
    file = connection.engine.url.database
    if connection.dialect.name != "sqlite" or not file:
        return
    if not inspect(connection).get_table_names():
        return
    kept, unfinished = Path(f"{file}.before-{HEAD}"), Path(f"{file}.before-{HEAD}.part")
    if kept.exists():
        return
    with closing(sqlite3.connect(file)) as present, closing(sqlite3.connect(unfinished)) as copy:
        present.backup(copy)
    unfinished.replace(kept)


def _is_present(connection: Connection, where: str) -> bool:
    """Whether the database has the present schema; False where it can be brought there."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return False
    if not {"alembic_version", "segment_changes"} <= names:
        raise StoreError(where=where, reason=FOREIGN)
    version = connection.scalar(
        select(named_column("version_num")).select_from(table("alembic_version"))
    )
    if version == HEAD:
        return True
    from translate_app.adapters.storage.schema import known_revisions

    if version not in known_revisions():
        raise StoreError(where=where, reason=NEWER)
    return False


def _use_wal(engine: Engine) -> None:
    # On the driver's own connection: SQLAlchemy would begin a transaction first.
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        if cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            cursor.execute("PRAGMA journal_mode=WAL")


def _patiently(action: Callable[[], None], wait: float) -> None:
    # SQLite does not wait by itself while the journal mode changes hands.
    deadline = time.monotonic() + wait
    while True:
        try:
            return action()
        except sqlite3.Error as failure:
            if reason_of(failure) != BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.05)
