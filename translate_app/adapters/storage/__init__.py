"""The store: releases, segments, termbase and publications in a database.

The only room that knows SQLAlchemy. Enter through `database.open_database`.
"""
