"""Bytes of a file -> text, or an error that says why not. Nothing is decoded by luck.

The order: byte order mark; UTF-16 without one; UTF-8; what the page or the server
declares; detection among the encodings that English and Arabic files really have.
Whatever comes out must look like writing: mostly Latin or Arabic letters, and no word
that mixes the two.
"""

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from translate_app.errors import (
    N_,
    BinaryInputError,
    EmptyInputError,
    EncodingError,
    InputError,
    TooLargeError,
    UnreadableSourceError,
)

MAX_BYTES = 5 * 1024 * 1024
"""Size limit of one input: some hundred times the longest press release."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"PK\x03\x04",  # zip: docx, odt, epub
    b"PK\x05\x06",
    b"%PDF-",
    b"%!PS",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",  # JPEG
    b"GIF8",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",  # OLE: doc, xls
    b"\x1f\x8b",  # gzip
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x7fELF",
    b"SQLite format 3",
)
_SINGLE_BYTE = ("cp1256", "iso8859_6", "cp1252")
# WHATWG, Encoding: Latin-1 and ASCII labels mean Windows-1252 on the web. Python codecs
# such as `unicode_escape` or `idna` are no charsets, so only these labels are obeyed.
_DECLARABLE = {
    "utf-8": "utf-8",
    "cp1256": "cp1256",
    "iso8859-6": "iso8859_6",
    "cp1252": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-15": "iso8859_15",
    "ascii": "cp1252",
    "mac-arabic": "mac_arabic",
    "cp720": "cp720",
    "cp864": "cp864",
}
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
_SAMPLE = 50_000
"""Bytes or characters that are looked at to judge a text; keeps a 5 MiB file fast."""
_PRESCAN = 4096  # the standard asks for 1024; real pages put the tag later

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_LETTER = re.compile(f"[{_LATIN}{_ARABIC}]")
_FOREIGN_LETTER = re.compile(f"[^\\W\\d_{_LATIN}{_ARABIC}\u00aa\u00b5\u00ba]")
_MIXED_WORD = re.compile(f"[\u00c0-\u024f][{_ARABIC}]|[{_ARABIC}][\u00c0-\u024f\u00d7\u00f7]")
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
# What the lead bytes D8-DB of Arabic UTF-8 turn into when read as Windows-1252.
_MOJIBAKE = re.compile("[\u00d8-\u00db](?:[\u0080-\u00ff]|[\u0152-\u02dc\u2013-\u2122\ufffd])")
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")
_SURROGATE = re.compile("[\ud800-\udfff]")

DAMAGED = N_("its Arabic letters were destroyed by an earlier wrong conversion")


def decode(content: bytes, name: str, *, charset: str | None = None, limit: int = MAX_BYTES) -> str:
    """The text of `content`, line ends as `\\n`, without a byte order mark.

    `charset` is what the server declared, if it did; a declaration in the first
    4096 bytes of a page is found here. `limit` is the greatest size in bytes.

    Raises:
        TooLargeError, EmptyInputError, BinaryInputError: see there.
        EncodingError: no plausible encoding gives readable text, or UTF-8 is damaged
            (a lone surrogate, a cut sequence).
        UnreadableSourceError: Arabic that was decoded wrongly and saved again.
    """
    check_size(len(content), name, limit)
    if not content.strip():
        raise EmptyInputError(name=name)
    if content.startswith(_MAGIC):
        raise BinaryInputError(name=name)
    return check_text(_decoded(content, name, charset), name)


def check_size(size: int, name: str, limit: int = MAX_BYTES) -> None:
    """Raise TooLargeError where `size` (bytes) exceeds `limit`."""
    if size > limit:
        raise TooLargeError(name=name, size=_mebibytes(size), limit=_mebibytes(limit))


def check_text(text: str, name: str) -> str:
    """`text` with its line ends as `\\n`, if it is text at all.

    Form feed, vertical tab and the Unicode line separators end a line as well
    (Unicode Standard, section 5.8).

    Raises:
        EmptyInputError, BinaryInputError, EncodingError (a lone surrogate),
        UnreadableSourceError (double-encoded Arabic).
    """
    if _SURROGATE.search(text):
        raise EncodingError(name=name)
    if "\0" in text or _mostly_controls(text):
        raise BinaryInputError(name=name)
    if _is_mojibake(text):
        raise UnreadableSourceError(name=name, reason=DAMAGED)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise EmptyInputError(name=name)
    return re.sub("\r\n|[\r\v\f\u0085\u2028]", "\n", text).replace("\u2029", "\n\n")


def _decoded(content: bytes, name: str, charset: str | None) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding, EncodingError(name=name))
    if b"\0" in content or _control_share(content) > 0.1:
        text = _wide_text(content)
        if text is None:
            raise BinaryInputError(name=name)
        return text
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if _is_damaged_utf8(content):
            raise EncodingError(name=name) from None
    telling = _telling_part(content)
    for encoding in _candidates(content, charset):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text[telling]):
            return text
    raise EncodingError(name=name)


def _strict(content: bytes, encoding: str, error: InputError) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise error from None


def _wide_text(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, if one byte order gives writing."""
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _is_plausible(text):
            return text
    return None


def _candidates(content: bytes, charset: str | None) -> Iterator[str]:
    """Single-byte encodings to try: the declared one, then the most probable first."""
    found = _META_CHARSET.search(content[:_PRESCAN])
    for label in (charset, found.group(1).decode("ascii") if found else None):
        declared = _declared(label)
        if declared:
            yield declared
    matches = from_bytes(content[_telling_part(content)], cp_isolation=list(_SINGLE_BYTE))
    yield from (match.encoding for match in matches)
    # Too short for statistics; the plausibility of the letters decides alone.
    yield from _SINGLE_BYTE


def _telling_part(content: bytes) -> slice:
    """The part to judge an encoding by: from shortly before the first byte that is not ASCII."""
    found = re.search(rb"[\x80-\xff]", content)
    start = max(0, found.start() - 1_000) if found else 0
    return slice(start, start + _SAMPLE)


def _declared(label: str | None) -> str | None:
    if not label:
        return None
    try:
        return _DECLARABLE.get(codecs.lookup(label.strip()).name)
    except (LookupError, ValueError):
        return None


def _is_plausible(text: str) -> bool:
    """Whether `text` reads as English or Arabic rather than as wrongly decoded bytes."""
    body = re.sub(r"\s", "", text[:_SAMPLE])
    letters = len(_LETTER.findall(body))
    arabic = len(_ARABIC_LETTER.findall(body))
    accented = sum("\u00c0" <= character <= "\u024f" for character in body)
    foreign = len(_FOREIGN_LETTER.findall(body))
    if letters < 0.4 * len(body) or foreign > 0.02 * letters:
        return False
    # A handful of Arabic letters in English prose are accents of Windows-1252.
    if 0 < arabic < 0.02 * letters:
        return False
    # Only English takes accents (Sénémaud): in Arabic they are letters read wrongly.
    if accented > 0.15 * (letters - arabic):
        return False
    return len(_MIXED_WORD.findall(body)) <= 0.01 * letters


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most multi-byte sequences are sound UTF-8, so that it is no other encoding."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return sound > broken


def _is_mojibake(text: str) -> bool:
    """Whether Arabic UTF-8 was read as Windows-1252 and saved again (`Ø§Ù„`)."""
    body = re.sub(r"\s", "", text[:_SAMPLE])
    pairs = len(_MOJIBAKE.findall(body))
    return pairs >= 4 and 8 * pairs > len(body)


def _control_share(content: bytes) -> float:
    """Share of C0 control bytes that no text has."""
    sample = content[:_SAMPLE]
    return sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample) / len(sample)


def _mostly_controls(text: str) -> bool:
    """Whether there are too many C0 controls for a few stray ones."""
    controls = sum(ord(character) < 32 and not character.isspace() for character in text)
    return controls > 5 and controls > 0.01 * len(text)


def _mebibytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MiB"
