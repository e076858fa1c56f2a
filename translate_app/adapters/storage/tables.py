"""The tables of the present schema. `migrations/` makes them; a test compares the two."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

HEAD = "0004"
"""The newest migration; a database that states it needs no other look at start."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC without zone in the database.

    A naive time is refused: nobody could tell later which clock it was read from.
    """

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC.

        Raises:
            ValueError: the time has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without zone cannot be stored: {value}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back as an aware time."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

releases = Table(
    "releases",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("source_language", String(16), nullable=False),
    Column("target_language", String(16), nullable=False),
    Column("title", Text),
    Column("date", Date),
    Column("category", Text),
    Column("source_line", Text),
    Column("reference", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("client", Text, nullable=False, server_default=text("''")),
    Column("project", Text, nullable=False, server_default=text("''")),
)

units = Table(
    "units",
    metadata,
    Column("release_id", String(64), ForeignKey("releases.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("text", Text, nullable=False),
)

segments = Table(
    "segments",
    metadata,
    Column("release_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("unit", Integer, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("source_hash", String(64), nullable=False),
    Column("target", Text, nullable=False),
    Column("state", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("origin", String(16)),
    Column("engine", Text),
    Column("score", Float),
    Column("terms", JSON, nullable=False),
    Column("changed_at", UtcDateTime),
    Column("changed_by", Text),
    Column("confidence", Integer),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("merged_into", Integer),
    ForeignKeyConstraint(["release_id", "unit"], ["units.release_id", "units.position"]),
    Index(None, "source_hash", "state"),
    Index(None, "changed_at"),
)
"""The present state of every segment. `source_hash` (SHA-256) is what the memory looks
up: an index over whole paragraphs would be as large as the table."""

segment_changes = Table(
    "segment_changes",
    metadata,
    Column("release_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("state", Integer, nullable=False),
    Column("target", Text, nullable=False),
    Column("origin", String(16)),
    Column("engine", Text),
    Column("score", Float),
    Column("terms", JSON, nullable=False),
    Column("confidence", Integer),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("overridden", JSON, nullable=False, server_default=text("'[]'")),
    Column("bulk", Boolean, nullable=False, server_default=false()),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("source", Text),
    Column("merged_into", Integer),
    ForeignKeyConstraint(["release_id", "number"], ["segments.release_id", "segments.number"]),
    Index(None, "at"),
)
"""Append-only: triggers refuse to change, delete or replace a row. Span, source and
`merged_into` are there where a change split or merged."""

publications = Table(
    "publications",
    metadata,
    Column("release_id", String(64), ForeignKey("releases.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("published_at", UtcDateTime, nullable=False),
    Column("published_by", Text, nullable=False),
    Column("checksum", String(64), nullable=False),
    Column("content", Text, nullable=False),
)
"""Append-only, like `segment_changes`."""

glossary_entries = Table(
    "glossary_entries",
    metadata,
    Column("key", Text, primary_key=True),
    Column("en", Text, nullable=False),
    Column("ar", Text, nullable=False),
    Column("type", String(32), nullable=False),
    Column("status", String(32), nullable=False),
    Column("en_variants", JSON, nullable=False),
    Column("ar_variants", JSON, nullable=False),
    Column("gender", String(1)),
    Column("authority", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("en_title", Text, nullable=False, server_default=text("''")),
    Column("ar_title", Text, nullable=False, server_default=text("''")),
    Column("en_forbidden", JSON, nullable=False, server_default=text("'[]'")),
    Column("ar_forbidden", JSON, nullable=False, server_default=text("'[]'")),
    Column("do_not_translate", Boolean, nullable=False, server_default=false()),
    Column("case", String(16), nullable=False, server_default=text("'name'")),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("scope", Text, nullable=False, server_default=text("''")),
    Column("context", JSON, nullable=False, server_default=text("'[]'")),
    Column("replaced_by", Text, nullable=False, server_default=text("''")),
)

glossary_changes = Table(
    "glossary_changes",
    metadata,
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", Text),
    Column("entry", JSON, nullable=False),
    Index(None, "key"),
)
"""Append-only: every entry as each change left it. The greatest revision is the termbase's."""

name_choices = Table(
    "name_choices",
    metadata,
    Column("release_id", String(64), ForeignKey("releases.id"), primary_key=True),
    Column("surface", String(300), primary_key=True),
    Column("entry", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", Text, nullable=False),
)
"""Which of several entries of one spelling a person meant."""

dismissed_names = Table(
    "dismissed_names",
    metadata,
    Column("language", String(16), primary_key=True),
    Column("surface", String(300), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("by", Text, nullable=False),
)

synced_entries = Table(
    "synced_entries",
    metadata,
    Column("key", Text, primary_key=True),
    Column("file", Text, nullable=False),
    Column("entry", JSON, nullable=False),
)
"""The entries as they were when files and termbase were last the same: what tells on
which side a difference arose."""

drafts = Table(
    "drafts",
    metadata,
    Column("recipe", String(64), primary_key=True),
    Column("source_hash", String(64), primary_key=True),
    Column("draft", JSON, nullable=False),
    Column("kept_at", UtcDateTime, nullable=False),
    Index(None, "kept_at"),
)
"""A cache: any row of it may go at any time. `recipe` is `Recipe.fingerprint`."""

release_work = Table(
    "release_work",
    metadata,
    Column("release_id", String(64), ForeignKey("releases.id"), primary_key=True),
    Column("translator", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("due_at", UtcDateTime),
    Column("embargo_until", UtcDateTime),
    Column("priority", String(16), nullable=False),
    Column("archived", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, nullable=False),
)

comments = Table(
    "comments",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("release_id", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("mentions", JSON, nullable=False),
    Column("reply_to", Integer),
    Column("resolved_at", UtcDateTime),
    Column("resolved_by", Text),
    ForeignKeyConstraint(["release_id", "number"], ["segments.release_id", "segments.number"]),
    Index(None, "release_id"),
)

presence = Table(
    "presence",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("release_id", String(64), nullable=False),
    Column("person", Text, nullable=False),
    Column("number", Integer),
    Column("seen_at", UtcDateTime, nullable=False),
    Index(None, "release_id"),
)
"""Who is where; any row of it may go at any time."""
