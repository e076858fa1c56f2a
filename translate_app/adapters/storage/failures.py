"""What a database says when it fails, put as a reason that a person understands."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from translate_app.errors import N_, StoreError

BUSY = N_("another program or window is writing to it; wait a moment and try again")
READ_ONLY = N_("the file or its folder is read-only")
FULL = N_("the disk is full")
NOT_A_DATABASE = N_("the file is not a database")
DAMAGED = N_("the file is damaged; restore a backup")
CANNOT_OPEN = N_("the file cannot be opened; look at the permissions of the file and its folder")
DISK_FAILED = N_("the disk refused to read or write")
BAD_CHARACTER = N_("the text has a half character (a lone surrogate) that cannot be stored")
BAD_ROW = N_("a row of it has a value that this program does not know")

_SQLITE_REASONS = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_NOTADB: NOT_A_DATABASE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: DISK_FAILED,
}
"""By primary result code (https://www.sqlite.org/rescode.html)."""


def reason_of(failure: SQLAlchemyError | sqlite3.Error) -> str:
    """Why the database failed; the driver's own first line where there is no better word."""
    if isinstance(failure, PoolTimeoutError):
        return BUSY
    cause: BaseException = failure
    if isinstance(failure, DBAPIError) and failure.orig is not None:
        cause = failure.orig
    code = getattr(cause, "sqlite_errorcode", None)
    # The low byte is the primary code, the rest says more than a person needs.
    reason = _SQLITE_REASONS.get(code & 0xFF) if isinstance(code, int) else None
    return reason or _first_line(cause)


@contextmanager
def store_errors(where: str) -> Iterator[None]:
    """Raise a failure of the database at `where` as a StoreError."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as failure:
        raise StoreError(where=where, reason=reason_of(failure)) from failure
    except UnicodeEncodeError as failure:
        raise StoreError(where=where, reason=BAD_CHARACTER) from failure


def _first_line(failure: BaseException) -> str:
    lines = str(failure).splitlines()
    return lines[0].rstrip(".") if lines else type(failure).__name__
