"""JSON: exact, and its checksum can be checked by anybody."""

import hashlib
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.contract.exporter_contract import ExporterContract
from tests.unit.formats.editions import draft, edition, of_text
from translate_app.adapters.formats.json_edition import JsonExporter
from translate_app.domain.language import Language
from translate_app.domain.record import canonical_json, edition_record

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "formats"


class TestJson(ExporterContract):
    exporter = JsonExporter()

    def target_of(self, content: bytes) -> str:
        return "\n".join(unit["target"] for unit in json.loads(content)["content"]["units"])

    def is_marked_draft(self, content: bytes) -> bool:
        document = json.loads(content)
        assert (document["content"]["number"] is None) is document["draft"]
        return bool(document["draft"])

    @given(text=st.text())
    def test_texts_come_back_exactly(self, text: str) -> None:
        assert self.target_of(self.exporter.serialize(of_text(text))) == text

    def test_arabic_is_readable_in_the_file(self) -> None:
        assert "هيئة إغاثة الميناء" in self.exporter.serialize(edition(Language.ARABIC)).decode()

    def test_the_checksum_can_be_computed_from_the_content_alone(self) -> None:
        made = edition(Language.ARABIC)
        content = json.loads(self.exporter.serialize(made))["content"]
        canonical = json.dumps(
            content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ).encode()

        expected = canonical_json(edition_record(made)).encode()
        assert hashlib.sha256(canonical).digest() == hashlib.sha256(expected).digest()

    def test_golden_file(self) -> None:
        made = self.exporter.serialize(draft(Language.ENGLISH))

        assert made == (GOLDEN / "draft-en.json").read_bytes()
