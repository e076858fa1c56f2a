"""Puts a name into running text: clitics and their spelling, spaces, punctuation."""

import re

from translate_app.domain.language import Language

_TATWEEL = "\u0640"
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_MARK = f"{_MARKS.pattern}*"
_ARTICLE = re.compile("[اٱ]ل")
_ARABIC_LETTER = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]")
# A conjunction, a preposition and an article, each of which may be absent, as a word of
# their own. An engine writes them so before a mark, with a space or a tatweel after them.
_CLITICS = re.compile(
    rf"(?<![^\W_])(?<!{_MARKS.pattern})(?=\w)"
    rf"(?P<clitics>(?:[وف]{_MARK})?(?:[بك]{_MARK}|ل{_MARK}(?:ل{_MARK})?)?(?:[اٱ]{_MARK}ل{_MARK})?)"
    r"\s*\Z"
)
_CLOSING = tuple("،؛؟.:!,;?)]}»”…%٪")
_OPENING = tuple("«(“[{‹‘")
_HYPHENS = tuple("-/–—\u2010\u2011")
_SUFFIX = re.compile(r"['’](?:s(?![^\W_])|(?![^\W_]))")
_THE_AT_END = re.compile(r"(?<![^\W_])(?P<the>[Tt]he)\s*\Z")
_THE_AT_START = re.compile(r"[Tt]he\s+(?=\S)")


def join_clitic(clitic: str, name: str) -> str:
    """`clitic` (letters such as و, ب, ول, لل) and the Arabic `name` spelt as one word.

    ل contracts with the article: ل + الائتلاف is للائتلاف, ل + اللاذقية is للاذقية. Where the
    clitic already holds an article (لل, بال), the name's own decides: لل + لبنان is للبنان,
    بال + لبنان is بلبنان. Tatweel leads to a name in another script (بـWHO), except after و,
    which joins to nothing. Without a clitic the name comes back as it is.
    """
    letters = _MARKS.sub("", clitic).strip().removesuffix("ال")
    if letters.endswith("لل"):
        letters = letters[:-1]
    if not letters:
        return name
    if not _ARABIC_LETTER.match(name):
        return letters + ("" if letters.endswith("و") else _TATWEEL) + name
    if letters.endswith("ل") and _ARTICLE.match(name):
        stem = name[2:]
        return letters + (stem if stem.startswith("ل") else "ل" + stem)
    return letters + name


def place(before: str, name: str, after: str, language: Language) -> str:
    """`name` between two pieces of a text in `language`, where an engine left a mark.

    In Arabic a clitic group standing alone at the end of `before` becomes part of the
    name's word, see `join_clitic`. In English a doubled "the" is written once. The seams get
    one space, or none beside punctuation; nothing else of the two pieces is changed.
    """
    name = name.strip()
    if language is Language.ARABIC:
        before, name = _with_clitics(before, name)
    else:
        before, name = _with_one_article(before, name)
    text = _before_name(before) + name
    return text + _after_name(text, after)


def _with_clitics(before: str, name: str) -> tuple[str, str]:
    match = _CLITICS.search(before)
    if match is None:
        return before, name
    return before[: match.start()], join_clitic(match["clitics"], name)


def _with_one_article(before: str, name: str) -> tuple[str, str]:
    match = _THE_AT_END.search(before)
    if match is None or not _THE_AT_START.match(name):
        return before, name
    if match["the"] == "The":  # it begins the text; the name's own may be small
        return before, _THE_AT_START.sub("", name, count=1)
    return before[: match.start()], name


def _before_name(before: str) -> str:
    """`before` with the white space that belongs between it and a name."""
    kept = before.rstrip()
    if not kept or kept.endswith(_OPENING) or before.endswith(_HYPHENS):
        return kept
    if kept.endswith('"') and kept.count('"') % 2:
        return kept
    if kept.endswith("'") and not kept[-2:-1].strip():
        return kept  # an apostrophe after a space opens a quotation
    return kept + " "


def _after_name(text: str, after: str) -> str:
    """`after` with the white space that belongs between it and the name `text` ends with."""
    kept = after.lstrip()
    if not kept or kept.startswith(_CLOSING) or after.startswith(_HYPHENS):
        return kept
    if kept.startswith('"') and text.count('"') % 2:
        return kept
    return kept if _SUFFIX.match(kept) else " " + kept
