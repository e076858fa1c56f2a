"""Small repairs of what an engine writes: spaces, punctuation, the final stop."""

import re

from translate_app.domain.language import Language

_TO_ARABIC = str.maketrans(",;?", "،؛؟")
_TO_LATIN = str.maketrans("،؛؟", ",;?")
_PAUSES = ":,;،؛"
_CLOSERS = "\"'”’»)]"
_STOPS = ".!?؟…"
_LATIN_PAIR = re.compile(r"[A-Za-z][,;?]\s+[A-Za-z]")


def tidy(text: str, source: str, language: Language) -> str:
    """`text` in `language` with one space between words and the punctuation of its script.

    The end follows `source`: a final stop where it has one, none where it has none.
    """
    text = " ".join(text.split())
    text = _arabic_signs(text) if language is Language.ARABIC else text.translate(_TO_LATIN)
    text = re.sub(r"\s+(?=[،؛؟,;:!?.](?:\s|$|[\"'”’»)\]]))", "", text)
    text = re.sub(r"([،؛,;:])(?:\s*[،؛,;])+", r"\1", text)
    return _ending(text, source, language) if text else text


def _arabic_signs(text: str) -> str:
    """Latin signs of an Arabic text, except inside numbers, addresses and Latin words."""

    def turned(found: re.Match[str]) -> str:
        around = text[max(0, found.start() - 1) : found.end() + 2]
        return (
            found.group() if _LATIN_PAIR.fullmatch(around) else found.group().translate(_TO_ARABIC)
        )

    return re.sub(rf"[,;?](?=\s|$|[{re.escape(_CLOSERS)}])", turned, text)


def _ending(text: str, source: str, language: Language) -> str:
    wanted, had = source.rstrip().rstrip(_CLOSERS)[-1:], text.rstrip(_CLOSERS)
    closers, last = text[len(had) :], had[-1:]
    if wanted and wanted in _PAUSES:
        sign = wanted.translate(_TO_ARABIC if language is Language.ARABIC else _TO_LATIN)
        return had.rstrip(_STOPS + _PAUSES + " ") + sign + closers
    if wanted and wanted in _STOPS:
        if last and last in _STOPS:
            return text
        sign = wanted.translate(_TO_ARABIC if language is Language.ARABIC else _TO_LATIN)
        if source.rstrip().endswith(wanted):  # outside of what closes before it
            return had.rstrip(_PAUSES + " ") + closers + sign
        return had.rstrip(_PAUSES + " ") + sign + closers
    if last == "." and not re.search(r"(?:^|[\s.])\w\.$", had):  # not that of an initial: U.S.
        return had.rstrip(".") + closers
    return text
