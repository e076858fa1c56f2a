"""One connection and its transaction, as the repositories of a unit of work share it.

Reading and writing are begun differently, so that nobody waits without need:

- A transaction begins as a reading one. In SQLite's WAL mode a reader sees one
  consistent state and neither waits for a writer nor holds one up.
- The first write (or `lock`) ends it and begins a writing one. SQLite is told
  `BEGIN IMMEDIATE`: a second writer then waits its turn. Turning a reading transaction
  into a writing one in place would fail at once instead, when anybody else has written
  since (SQLITE_BUSY_SNAPSHOT, https://www.sqlite.org/isolation.html). Elsewhere the one
  row of `alembic_version` is locked to the same effect.

So what was read before the first write may be out of date when writing begins; every
write states what it expects (version, number) and is refused where that no longer holds.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Delete, Engine, Insert, Row, Select, Update, select, table
from sqlalchemy import column as named_column
from sqlalchemy.exc import IntegrityError

from translate_app.adapters.storage.failures import BAD_ROW, store_errors
from translate_app.errors import StoreError, TranslateAppError

T = TypeVar("T")

WRITING = "translate_app_writing"
"""Execution option of a connection whose next transaction writes; `database` begins it so."""

LARGEST_NUMBER = 2**31 - 1
"""What an integer column holds on every database; no row has a greater number."""

_LOCK_ROW: Select[Any] = select(named_column("version_num")).select_from(table("alembic_version"))


class Transaction:
    """Reads and writes of one unit of work. Used up when closed; belongs to one thread."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where
        self._connection: Connection | None = None
        self._used = False
        self._writing = False

    def open(self) -> None:
        """Take a connection.

        Raises:
            RuntimeError: it was opened before; a unit of work serves once.
            StoreError: no connection is to be had.
        """
        if self._used:
            raise RuntimeError("a unit of work cannot be entered twice: make a new one")
        self._used = True
        with store_errors(self._where):
            self._connection = self._engine.connect()

    def close(self) -> None:
        """Roll back what was not committed and give the connection back."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with store_errors(self._where):
                connection.close()

    def lock(self) -> None:
        """Become the only writer until commit or close, waiting for another one to finish."""
        connection = self._open_connection()
        if self._writing:
            return
        with store_errors(self._where):
            connection.rollback()
            connection.execution_options(**{WRITING: True})
            connection.begin()
            if connection.dialect.name != "sqlite":
                connection.execute(_LOCK_ROW.with_for_update())
        self._writing = True

    def commit(self) -> None:
        """Make what was written durable; the next read or write begins a new transaction."""
        connection = self._open_connection()
        with store_errors(self._where):
            connection.commit()
            connection.execution_options(**{WRITING: False})
        self._writing = False

    def read(
        self, query: Select[Any], build: Callable[[Row[Any]], T], **parameters: object
    ) -> list[T]:
        """The rows of `query`, each made a value by `build`.

        Raises:
            StoreError: the database fails, or a row holds what no value can be made of.
        """
        connection = self._open_connection()
        try:
            with store_errors(self._where):
                rows = connection.execute(query, parameters).all()
            return [build(row) for row in rows]
        except (ValueError, KeyError, TypeError) as failure:
            raise StoreError(where=self._where, reason=BAD_ROW) from failure

    def write(
        self,
        statement: Insert | Update | Delete,
        rows: Iterable[Mapping[str, object]],
        *,
        conflict: TranslateAppError | None = None,
    ) -> int:
        """Execute `statement` for each of `rows`; how many rows of the table it wrote.

        Raises:
            StoreError: the database fails.
            conflict: a row of the same key is there already.
        """
        parameters = [dict(row) for row in rows]
        if not parameters:
            return 0
        self.lock()
        with store_errors(self._where):
            try:
                return self._open_connection().execute(statement, parameters).rowcount
            except IntegrityError as failure:
                if conflict is None:
                    raise
                raise conflict from failure

    def _open_connection(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("the unit of work is not open: use it inside its `with` block")
        return self._connection
