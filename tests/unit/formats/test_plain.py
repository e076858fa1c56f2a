"""Plain text."""

from dataclasses import replace
from pathlib import Path

from tests.contract.exporter_contract import ExporterContract
from tests.unit.formats.editions import LABELS, draft, edition
from translate_app.adapters.formats.plain import PlainExporter
from translate_app.domain.language import Language

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "formats"


class TestPlain(ExporterContract):
    exporter = PlainExporter(LABELS)

    def target_of(self, content: bytes) -> str:
        return content.decode("utf-8")

    def is_marked_draft(self, content: bytes) -> bool:
        return content.decode("utf-8").startswith(("*** Draft", "*** مسودة"))

    def test_golden_files(self) -> None:
        for language in Language:
            made = self.exporter.serialize(edition(language))
            assert made == (GOLDEN / f"edition-{language.value}.txt").read_bytes()

    def test_golden_draft_shows_what_is_open(self) -> None:
        made = self.exporter.serialize(draft(Language.ENGLISH))

        assert made == (GOLDEN / "draft-en.txt").read_bytes()

    def test_a_release_without_heading_begins_with_its_date(self) -> None:
        made = edition(Language.ENGLISH)
        text = self.exporter.serialize(replace(made, units=made.units[1:3])).decode()

        assert text.startswith("28 June 2019\n\nThe Harbour Relief Authority")
