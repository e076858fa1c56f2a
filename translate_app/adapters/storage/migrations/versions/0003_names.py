"""Everything a termbase's entry says, and what people decided about names."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the tables; what is stored stays as it is."""
    _add_texts("releases", "project")
    _add_texts("glossary_entries", "en_title", "ar_title", "scope", "replaced_by")
    for name in ("en_forbidden", "ar_forbidden", "context"):
        _add("glossary_entries", sa.Column(name, sa.JSON, nullable=False, server_default="[]"))
    _add(
        "glossary_entries",
        sa.Column("do_not_translate", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    _add(
        "glossary_entries",
        sa.Column("case", sa.String(16), nullable=False, server_default="name"),
    )
    _add("glossary_entries", sa.Column("valid_from", sa.Date))
    _add("glossary_entries", sa.Column("valid_to", sa.Date))
    op.create_index("ix_glossary_changes_key", "glossary_changes", ["key"])
    _make_decisions()
    op.create_table(
        "synced_entries",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("entry", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_synced_entries"),
    )


def _make_decisions() -> None:
    op.create_table(
        "name_choices",
        sa.Column("release_id", sa.String(64), nullable=False),
        sa.Column("surface", sa.String(300), nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("release_id", "surface", name="pk_name_choices"),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name="fk_name_choices_releases"),
    )
    op.create_table(
        "dismissed_names",
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("surface", sa.String(300), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("language", "surface", name="pk_dismissed_names"),
    )


def _add_texts(table: str, *names: str) -> None:
    for name in names:
        _add(table, sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''")))


def _add(table: str, column: sa.Column[object]) -> None:
    op.add_column(table, column)
