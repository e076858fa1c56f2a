"""The export formats there are, and what their files are called."""

import re
import unicodedata

from translate_app.adapters.formats.json_edition import JsonExporter
from translate_app.adapters.formats.labels import Labels
from translate_app.adapters.formats.page import PageExporter
from translate_app.adapters.formats.plain import PlainExporter
from translate_app.adapters.formats.po import PoExporter
from translate_app.domain.release import Edition
from translate_app.ports import Exporter


def exporters(labels: Labels) -> dict[str, Exporter]:
    """Every exporter by its format name; `labels` words what a file adds to the text."""
    made: tuple[Exporter, ...] = (
        PageExporter(labels),
        PlainExporter(labels),
        PoExporter(),
        JsonExporter(),
    )
    return {exporter.format: exporter for exporter in made}


def file_name(edition: Edition, extension: str) -> str:
    """Name of an exported file, ASCII: `2019-06-28-1a2b3c-ar-v2.html`.

    The date is left out where the release has none; a draft ends in `-draft`.
    """
    day = [edition.date.isoformat()] if edition.date else []
    version = "draft" if edition.number is None else f"v{edition.number}"
    parts = [*day, edition.release_id, edition.target_language.value, version]
    return f"{_ascii('-'.join(parts))}.{_ascii(extension)}"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9-]+", "-", plain).strip("-")
