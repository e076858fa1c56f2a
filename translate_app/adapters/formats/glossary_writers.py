"""The forms in which the termbase is written, by name; each is loaded when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from translate_app.domain.glossary import GlossaryEntry


def _csv(entries: Sequence[GlossaryEntry]) -> bytes:
    from translate_app.adapters.formats import glossary_csv

    return glossary_csv.serialize(entries)


def _tbx(entries: Sequence[GlossaryEntry]) -> bytes:
    from translate_app.adapters.formats import tbx_write

    return tbx_write.serialize(entries)


def _xlsx(entries: Sequence[GlossaryEntry]) -> bytes:
    from translate_app.adapters.formats import glossary_xlsx

    return glossary_xlsx.serialize(entries)


WRITERS: Final[Mapping[str, Callable[[Sequence[GlossaryEntry]], bytes]]] = {
    "csv": _csv,
    "tbx": _tbx,
    "xlsx": _xlsx,
}
