"""What every exporter promises. A format's test class inherits these tests."""

import json
import unicodedata
from abc import ABC, abstractmethod
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.formats.editions import draft, edition, of_text
from translate_app.domain.language import Language
from translate_app.ports import Exporter

_HOSTILE = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "hostile" / "strings"

OWN_HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "</style><img src=x onerror=alert(1)>",
    "]]><!--",
    "$title ${body} %s {0} {name}",
    'a "quoted" text with a back\\slash, a\ttab and a new\nline',
    'msgid "x"\nmsgstr "y"',
    "#, fuzzy",
    "\\n is not a new line, \\\\ neither",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; &#x202e;",
    "ends in a backslash\\",
    "\u202eاسم\u202c and \u2067open",
    "annex\u202etxt.exe",
    "\u200fمخيم\u200e (HRA\u2069)",
    "\ufeffbom and \u200bspace",
    "\U000e0041\U000e0042tags",
    "line\u2028separator\u2029paragraph\x85next\x0bvertical\x0cfeed",
    "nul\0 bell\x07 escape\x1b[31m",
    "lone \ud800 surrogate",
    "e\u0301 combined and 👩\u200d👩\u200d👧 joined",
    "مُحَمَّدٌ ــ \u0627\u0644\u0644\u0647",
    "=1+1",
    "\ufdd0 \uffff noncharacters",
)

OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u061c")
ISOLATES = set("\u2066\u2067\u2068")


def hostile_texts() -> list[str]:
    """Our own list, and the shared collections where they lie beside the checkout."""
    texts = list(OWN_HOSTILE)
    naughty = _HOSTILE / "blns.json"
    if naughty.exists():
        texts += [text for text in json.loads(naughty.read_text("utf-8")) if text.strip()]
    controls = _HOSTILE / "bidi_and_invisible.jsonl"
    if controls.exists():
        texts += [json.loads(line)["text"] for line in controls.read_text("utf-8").splitlines()]
    return texts


def visible(text: str) -> str:
    """What a reader sees of `text`: no control or format character, single spaces."""
    spaced = "".join(" " if character in "\n\r\t\v\f\x85" else character for character in text)
    kept = (
        character
        for character in spaced
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Cn") and character != "\ufffd"
    )
    return " ".join("".join(kept).split())


class ExporterContract(ABC):
    """The promises; a subclass says how its format is read back."""

    exporter: Exporter

    @abstractmethod
    def target_of(self, content: bytes) -> str:
        """The target texts, as a reader of the format gets them."""

    @abstractmethod
    def is_marked_draft(self, content: bytes) -> bool:
        """Whether the file says that it is a draft."""

    @pytest.mark.parametrize("language", list(Language))
    def test_carries_every_target_in_order(self, language: Language) -> None:
        made = edition(language)

        shown = visible(self.target_of(self.exporter.serialize(made)))

        place = 0
        for unit in made.units:
            for segment in unit.segments:
                found = shown.find(visible(segment.target), place)
                assert found >= 0, segment.target
                place = found + len(visible(segment.target))

    @pytest.mark.parametrize("language", list(Language))
    def test_hostile_text_comes_through_harmless(self, language: Language) -> None:
        for text in hostile_texts():
            content = self.exporter.serialize(of_text(text, language))
            raw = content.decode("utf-8")

            assert visible(text) in visible(self.target_of(content)), ascii(text)
            assert not OVERRIDES & set(raw), ascii(text)
            for line in raw.splitlines():
                opened = sum(line.count(one) for one in ISOLATES)
                assert opened == line.count("\u2069"), ascii(text)

    def test_any_text_comes_through(self) -> None:
        # Made here: one inherited property would be run by several classes.
        @given(text=st.text(min_size=1))
        def comes_through(text: str) -> None:
            content = self.exporter.serialize(of_text(text))

            assert visible(text) in visible(self.target_of(content))

        comes_through()

    @pytest.mark.parametrize("language", list(Language))
    def test_a_draft_is_marked_and_a_publication_is_not(self, language: Language) -> None:
        assert self.is_marked_draft(self.exporter.serialize(draft(language)))
        assert not self.is_marked_draft(self.exporter.serialize(edition(language)))

    def test_the_same_edition_gives_the_same_bytes(self) -> None:
        first = self.exporter.serialize(edition(Language.ARABIC))
        second = self.exporter.serialize(edition(Language.ARABIC))

        assert first == second
        assert first.endswith(b"\n")

    def test_says_what_it_is(self) -> None:
        assert self.exporter.format.isalnum()
        assert self.exporter.extension.isalnum()
        assert "/" in self.exporter.media_type
