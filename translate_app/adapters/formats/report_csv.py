"""A report as CSV that spreadsheets open: UTF-8 with a mark, no cell taken for a formula."""

import csv
import io
from collections.abc import Sequence

from translate_app.adapters.formats.cells import guarded


def serialize(header: Sequence[str], rows: Sequence[Sequence[str | int | float]]) -> bytes:
    """`header` and `rows` as CSV (RFC 4180); the byte order mark tells Excel that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")
