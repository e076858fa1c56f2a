"""Reasons, splits and merges of segments; work on releases, comments, presence."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the tables; what is stored stays as it is."""
    _extend_segments()
    _make_release_work()
    _make_comments()
    op.create_table(
        "presence",
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("number", sa.Integer),
        sa.Column("seen_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_presence"),
    )
    op.create_index("ix_presence_release_id", "presence", ["release_id"])


def _extend_segments() -> None:
    for table in ("segments", "segment_changes"):
        reason = sa.Column("reason", sa.Text, nullable=False, server_default=sa.text("''"))
        op.add_column(table, reason)
        op.add_column(table, sa.Column("merged_into", sa.Integer))
    overridden = sa.Column("overridden", sa.JSON, nullable=False, server_default=sa.text("'[]'"))
    op.add_column("segment_changes", overridden)
    bulk = sa.Column("bulk", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("segment_changes", bulk)
    op.add_column("segment_changes", sa.Column("span_start", sa.Integer))
    op.add_column("segment_changes", sa.Column("span_end", sa.Integer))
    op.add_column("segment_changes", sa.Column("source", sa.Text))
    op.create_index("ix_segments_changed_at", "segments", ["changed_at"])
    op.create_index("ix_segment_changes_at", "segment_changes", ["at"])


def _make_release_work() -> None:
    op.create_table(
        "release_work",
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("translator", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("due_at", sa.DateTime),
        sa.Column("embargo_until", sa.DateTime),
        sa.Column("priority", sa.String(16), nullable=False),
        sa.Column("archived", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("release_id", name="pk_release_work"),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name="fk_release_work_releases"),
    )


def _make_comments() -> None:
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("mentions", sa.JSON, nullable=False),
        sa.Column("reply_to", sa.Integer),
        sa.Column("resolved_at", sa.DateTime),
        sa.Column("resolved_by", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
        sa.ForeignKeyConstraint(
            ["release_id", "number"],
            ["segments.release_id", "segments.number"],
            name="fk_comments_segments",
        ),
    )
    op.create_index("ix_comments_release_id", "comments", ["release_id"])
