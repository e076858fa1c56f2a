"""PO files: read back by polib, accepted by msgfmt."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.exporter_contract import ExporterContract, hostile_texts
from tests.unit.formats.editions import draft, edition, of_text
from translate_app.adapters.formats.po import PoExporter
from translate_app.domain.language import Language

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "formats"
LINES = st.text(
    alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp"))
    | st.sampled_from('\n\t"\\ '),
    min_size=1,
)


def _read(content: bytes) -> polib.POFile:
    return polib.pofile(content.decode("utf-8"))


class TestPo(ExporterContract):
    exporter = PoExporter()

    def target_of(self, content: bytes) -> str:
        return "\n".join(entry.msgstr for entry in _read(content))

    def is_marked_draft(self, content: bytes) -> bool:
        return "Draft" in _read(content).header and any(entry.fuzzy for entry in _read(content))

    @given(text=LINES)
    def test_texts_come_back_exactly(self, text: str) -> None:
        (entry,) = _read(self.exporter.serialize(of_text(text)))

        assert (entry.msgid, entry.msgstr) == (text, text)

    def test_equal_sources_stay_apart(self) -> None:
        made = of_text("Rasma")
        segment = made.units[0].segments[0]
        twice = replace(made.units[0], segments=(segment, replace(segment, number=2)))

        entries = _read(self.exporter.serialize(replace(made, units=(twice,))))

        assert [entry.msgctxt for entry in entries] == ["1a2b3c4d/1", "1a2b3c4d/2"]

    def test_entry_says_where_it_stands_and_whether_it_is_approved(self) -> None:
        entries = _read(self.exporter.serialize(draft(Language.ARABIC)))

        assert [entry.msgctxt for entry in entries if entry.fuzzy] == [
            "1a2b3c4d/3",
            "1a2b3c4d/6",
            "1a2b3c4d/8",
        ]
        assert entries[3].occurrences == [("1a2b3c4d/quote", "4")]
        assert entries[3].comment == "quote"

    def test_header_is_the_editions(self) -> None:
        metadata = _read(self.exporter.serialize(edition(Language.ARABIC))).metadata

        assert metadata["Language"] == "ar"
        assert metadata["X-Source-Language"] == "en"
        assert metadata["Content-Type"] == "text/plain; charset=UTF-8"
        assert metadata["PO-Revision-Date"] == "2019-07-01 09:30+0000"
        assert metadata["Plural-Forms"].startswith("nplurals=6;")

    def test_a_name_cannot_add_header_lines(self) -> None:
        made = replace(edition(Language.ARABIC), published_by="Salma\\n\nLanguage: xx")

        assert _read(self.exporter.serialize(made)).metadata["Language"] == "ar"

    def test_golden_file(self) -> None:
        made = self.exporter.serialize(draft(Language.ARABIC))

        assert made == (GOLDEN / "draft-ar.po").read_bytes()

    @pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")
    @pytest.mark.parametrize("language", list(Language))
    def test_msgfmt_checks_it_without_complaint(self, language: Language, tmp_path: Path) -> None:
        for number, made in enumerate((edition(language), draft(language))):
            assert _msgfmt(self.exporter.serialize(made), tmp_path / f"{number}.po") == ""

    @pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")
    def test_msgfmt_takes_hostile_texts(self, tmp_path: Path) -> None:
        made = of_text("x")
        segment = made.units[0].segments[0]
        segments = tuple(
            replace(segment, number=number, source=text, target=text)
            for number, text in enumerate(hostile_texts(), 1)
        )
        units = (replace(made.units[0], segments=segments),)

        written = self.exporter.serialize(replace(made, units=units))

        assert _msgfmt(written, tmp_path / "hostile.po") == ""


def _msgfmt(content: bytes, path: Path) -> str:
    """The complaints of msgfmt, empty where there are none."""
    path.write_bytes(content)
    done = subprocess.run(
        [
            "msgfmt",
            "--check-header",
            "--check-domain",
            "-o",
            str(path.with_suffix(".mo")),
            str(path),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr if done.returncode or "warning" in done.stderr else ""
