"""Bytes become text, or are refused for a stated reason."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.formats.decode import MAX_BYTES, check_text, decode
from translate_app.errors import (
    BinaryInputError,
    EmptyInputError,
    EncodingError,
    InputError,
    TooLargeError,
    UnreadableSourceError,
)

DATA = Path(__file__).parents[2] / "data" / "ingest"
ARABIC = "وصلت القافلة إلى بلدة رسما صباح السبت، وفُتح الطريق الساحلي بعد تسعة أيام؛ كل شيء هادئ."
ENGLISH = (
    "The convoy reached Rasma on Saturday. “The road is open,” François Sabbagh said – at last."
)
WORDS = [*ARABIC.split(), "هيئة", "إغاثة", "الميناء", "مخيم", "الوادي", "(المصدر:", "2,400", "مئة"]


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_encodings_with_and_without_mark(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding), "release.txt") == text


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_arabic_single_byte_encodings_are_detected(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding), "release.txt") == ARABIC


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_arabic_far_down_a_page_is_judged_where_it_stands(encoding: str) -> None:
    page = f"<html><script>{'var road = open; ' * 10_000}</script><p>{ARABIC}</p></html>"
    assert decode(page.encode(encoding), "page.html") == page


def test_english_of_windows_1252_keeps_its_quotes_and_accents() -> None:
    assert decode(ENGLISH.encode("cp1252"), "release.txt") == ENGLISH


def test_windows_1256_file_gives_the_text_of_its_utf_8_twin() -> None:
    content = (DATA / "clinic-windows-1256.ar.txt").read_bytes()
    assert b"\r\n" in content
    assert decode(content, "clinic") == (DATA / "clinic.ar.txt").read_text(encoding="utf-8")


def test_meta_charset_of_a_page_is_obeyed() -> None:
    page = '<html><meta charset="iso-8859-6"><p>شاي</p></html>'
    assert decode(page.encode("iso8859-6"), "page.html") == page


def test_charset_of_the_server_is_obeyed_before_detection() -> None:
    assert decode("شاي".encode("iso8859-6"), "page", charset="ISO-8859-6") == "شاي"


@pytest.mark.parametrize("charset", ["unicode_escape", "idna", "zip", "no-such", "\0", "utf-7"])
def test_declared_codecs_that_are_no_charsets_are_ignored(charset: str) -> None:
    assert decode(ARABIC.encode("cp1256"), "page", charset=charset) == ARABIC


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    page = f'<meta charset="windows-1256"><p>{ARABIC}</p>'
    assert decode(page.encode(), "page.html", charset="windows-1256") == page


@given(st.lists(st.sampled_from(WORDS), unique=True, min_size=16), st.integers(1, 3))
def test_any_arabic_text_of_some_length_survives_every_encoding(
    words: list[str], times: int
) -> None:
    """Different words: one word over and over fits two single-byte encodings equally well."""
    text = " ".join(words * times)
    for encoding in ("utf-8", "cp1256", "iso8859-6", "utf-16-le", "utf-16-be", "utf-32-be"):
        assert decode(text.encode(encoding), "x") == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_an_input_error(content: bytes) -> None:
    try:
        text = decode(content, "x")
    except InputError:
        return
    assert text.strip()
    assert "\r" not in text
    assert "\0" not in text


@given(st.text(max_size=300))
def test_utf_8_is_never_changed_but_for_line_ends(text: str) -> None:
    try:
        result = decode(text.encode(), "x")
    except InputError:
        return
    assert "".join(result.split()) == "".join(text.removeprefix("\ufeff").split())


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_in_it(content: bytes) -> None:
    with pytest.raises(EmptyInputError):
        decode(content, "release.txt")


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\x14\x00",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        b"{\\rtf1\\ansi The convoy}",
        b"The convoy\x00 reached Rasma",
        ARABIC.encode() + b"\x00",
        b"\x01\x02\x03\x04\x05\x06\x07\x08 abc",
    ],
)
def test_binary_files_are_refused(content: bytes) -> None:
    with pytest.raises(BinaryInputError):
        decode(content, "release.txt")


@pytest.mark.parametrize(
    "content",
    [
        ARABIC.encode()[:-3] + b"\xed\xa0\xbd " + ARABIC.encode(),  # a surrogate in UTF-8
        ARABIC.encode()[:41] + b"\xff" + ARABIC.encode()[42:],
        codecs.BOM_UTF16_LE + b"\x3d\xd8a\x00",  # half of a pair
        codecs.BOM_UTF8 + b"\xff\xfe abc",
        bytes(range(128, 256)) * 3,
        "Съобщение за медиите от днес".encode("cp1251"),
    ],
)
def test_what_cannot_be_told_is_refused(content: bytes) -> None:
    with pytest.raises(EncodingError):
        decode(content, "release.txt")


def test_arabic_destroyed_by_a_wrong_conversion_is_named_as_such() -> None:
    spoilt = ARABIC.encode().decode("cp1252", "replace").encode()
    with pytest.raises(UnreadableSourceError, match="earlier wrong conversion"):
        decode(spoilt, "release.txt")


def test_limit_is_stated_in_the_error() -> None:
    decode(b"a " * (MAX_BYTES // 2), "x")
    with pytest.raises(TooLargeError, match=r"5\.0 MiB"):
        decode(b"a" * (MAX_BYTES + 1), "release.txt")


def test_all_line_ends_become_one() -> None:
    assert check_text("a\r\nb\rc\u0085d\u2028e\u2029f\fg", "x") == "a\nb\nc\nd\ne\n\nf\ng"


def test_lone_surrogates_in_decoded_text_are_refused() -> None:
    with pytest.raises(EncodingError):
        check_text("Rasma \ud83d", "pasted")
