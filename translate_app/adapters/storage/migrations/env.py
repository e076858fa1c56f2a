"""Alembic's entry: runs the migrations on the connection that `schema` hands over.

A new migration (there is no alembic.ini) is drafted against a database at the old schema::

    python -c "
    from alembic import command; from translate_app.adapters.storage import schema
    from sqlalchemy import create_engine
    config = schema._config()
    with create_engine('sqlite:///old.db').connect() as connection:
        config.attributes['connection'] = connection
        command.revision(config, 'what changes', autogenerate=True, rev_id='0002')"

then read, corrected, and named in `tables.HEAD`.
"""

from alembic import context

from translate_app.adapters.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
