"""The first schema: releases, segments with their history, termbase, publications."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The key of each append-only table, by which a row that is replaced would be found.
APPEND_ONLY = {
    "segment_changes": ("release_id", "number", "version"),
    "publications": ("release_id", "number"),
    "glossary_changes": ("revision",),
}


def upgrade() -> None:
    """Make the tables."""
    _make_releases()
    _make_segments()
    _make_publications()
    _make_glossary()
    if op.get_bind().dialect.name == "sqlite":
        for table, key in APPEND_ONLY.items():
            _refuse_changes(table, key)


def _make_releases() -> None:
    op.create_table(
        "releases",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("source_language", sa.String(16), nullable=False),
        sa.Column("target_language", sa.String(16), nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("date", sa.Date),
        sa.Column("category", sa.Text),
        sa.Column("source_line", sa.Text),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_releases"),
        sa.UniqueConstraint("fingerprint", name="uq_releases_fingerprint"),
    )
    op.create_table(
        "units",
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("release_id", "position", name="pk_units"),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name="fk_units_releases"),
    )


def _make_segments() -> None:
    op.create_table(
        "segments",
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("unit", sa.Integer, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("source_hash", sa.String(64), nullable=False),
        *_content(),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime),
        sa.Column("changed_by", sa.Text),
        sa.PrimaryKeyConstraint("release_id", "number", name="pk_segments"),
        sa.ForeignKeyConstraint(
            ["release_id", "unit"], ["units.release_id", "units.position"], name="fk_segments_units"
        ),
    )
    op.create_index("ix_segments_source_hash", "segments", ["source_hash", "state"])
    op.create_table(
        "segment_changes",
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        *_content(),
        sa.PrimaryKeyConstraint("release_id", "number", "version", name="pk_segment_changes"),
        sa.ForeignKeyConstraint(
            ["release_id", "number"],
            ["segments.release_id", "segments.number"],
            name="fk_segment_changes_segments",
        ),
    )


def _content() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("state", sa.Integer, nullable=False),
        sa.Column("origin", sa.String(16)),
        sa.Column("engine", sa.Text),
        sa.Column("score", sa.Float),
        sa.Column("terms", sa.JSON, nullable=False),
    )


def _make_publications() -> None:
    op.create_table(
        "publications",
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("published_at", sa.DateTime, nullable=False),
        sa.Column("published_by", sa.Text, nullable=False),
        sa.Column("checksum", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("release_id", "number", name="pk_publications"),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name="fk_publications_releases"),
    )


def _make_glossary() -> None:
    op.create_table(
        "glossary_entries",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("en", sa.Text, nullable=False),
        sa.Column("ar", sa.Text, nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("en_variants", sa.JSON, nullable=False),
        sa.Column("ar_variants", sa.JSON, nullable=False),
        sa.Column("gender", sa.String(1)),
        sa.Column("authority", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_glossary_entries"),
    )
    op.create_table(
        "glossary_changes",
        sa.Column("revision", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("entry", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_glossary_changes"),
    )


def _refuse_changes(table: str, key: tuple[str, ...]) -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    # INSERT OR REPLACE deletes the old row without firing the delete trigger.
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    present = f"SELECT 1 FROM {table} WHERE {same}"  # noqa: S608 - constants above
    op.execute(
        f"CREATE TRIGGER {table}_refuse_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS ({present}) BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
