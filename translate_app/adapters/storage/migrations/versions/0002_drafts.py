"""Confidence of drafts, the client of a release, and drafts kept for the next job."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the table; what is stored stays as it is."""
    op.add_column(
        "releases", sa.Column("client", sa.Text, nullable=False, server_default=sa.text("''"))
    )
    op.add_column("segments", sa.Column("confidence", sa.Integer))
    op.add_column("segment_changes", sa.Column("confidence", sa.Integer))
    op.create_table(
        "drafts",
        sa.Column("recipe", sa.String(64), nullable=False),
        sa.Column("source_hash", sa.String(64), nullable=False),
        sa.Column("draft", sa.JSON, nullable=False),
        sa.Column("kept_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("recipe", "source_hash", name="pk_drafts"),
    )
    op.create_index("ix_drafts_kept_at", "drafts", ["kept_at"])
