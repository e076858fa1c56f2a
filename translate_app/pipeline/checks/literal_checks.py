"""Addresses, document symbols and handles: a reader types or clicks them as they stand."""

import re
from collections.abc import Iterator

from translate_app.domain.client import Digits
from translate_app.domain.segment import Finding, Severity
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.digits import in_digits
from translate_app.pipeline.literals import FoundLiteral, LiteralKind, find_literals

_SCHEME = re.compile(r"\Ahttps?://(?:www\.)?|\Awww\.", re.IGNORECASE)
_YEAR = re.compile(r"\s?\(\d{4}\)\Z")
_NUMBER_IN_SYMBOL = re.compile(r"\d+")


def address_missing(context: CheckContext) -> Iterator[Finding]:
    """A web or mail address that the target does not have, or has letters changed in.

    The page of the same site in the other language may take its place: `address_differs`.
    """
    target = _Target(context.target, LiteralKind.ADDRESS)
    sources = _of(context.source, LiteralKind.ADDRESS)
    known = [_bare(each.text) for each in sources]
    for address, bare in zip(sources, known, strict=True):
        if bare in target.text:
            continue
        same_site = [one for one in target.found if _site(one.text) == _site(address.text)]
        strangers = [one for one in target.found if _bare(one.text) not in known]
        parameters = {"address": address.text}
        if same_site:
            parameters["target"] = same_site[0].text
            span = same_site[0].span
            yield Finding("address_differs", Severity.WARNING, parameters, span)
        else:
            found = strangers[0].span if strangers else None
            yield Finding("address_missing", Severity.ERROR, parameters, found)


def symbol_differs(context: CheckContext) -> Iterator[Finding]:
    """A document symbol (`S/RES/2254 (2015)`) that the target has not, or has another.

    `symbol_missing`, a warning, where the target has none instead: prose may well say
    “resolution 2254”, and is not flagged where it does.
    """
    target = _Target(context.target, LiteralKind.SYMBOL)
    sources = _of(context.source, LiteralKind.SYMBOL)
    known = [_symbol(each.text) for each in sources]
    for symbol, bare in zip(sources, known, strict=True):
        if bare in target.text:
            continue
        strangers = [one for one in target.found if _symbol(one.text) not in known]
        parameters = {"symbol": symbol.text}
        if strangers:
            parameters["target"] = strangers[0].text
            yield Finding("symbol_differs", Severity.ERROR, parameters, strangers[0].span)
        elif _NUMBER_IN_SYMBOL.findall(bare)[0] not in target.text:
            yield Finding("symbol_missing", Severity.WARNING, parameters)


def handle_missing(context: CheckContext) -> Iterator[Finding]:
    """An account (`@name`) that the target does not have, or fewer hashtags than the source.

    The words of a hashtag may be translated: only their number counts.
    """
    sources = _of(context.source, LiteralKind.HANDLE)
    target = _Target(context.target, LiteralKind.HANDLE)
    tags = context.target.count("#")
    for handle in sources:
        if handle.text.startswith("#"):
            tags -= 1
            gone = tags < 0
        else:
            gone = handle.text.startswith("@") and handle.text.casefold() not in target.text
        if gone:
            yield Finding("handle_missing", Severity.WARNING, {"handle": handle.text})


class _Target:
    """The target with Latin digits and small letters, of the same length, and its literals."""

    def __init__(self, text: str, kind: LiteralKind) -> None:
        self.text = in_digits(text, Digits.LATIN).lower()
        self.found = tuple(
            FoundLiteral(one.span, text[one.span.start : one.span.end], one.kind)
            for one in _of(in_digits(text, Digits.LATIN), kind)
        )


def _of(text: str, kind: LiteralKind) -> list[FoundLiteral]:
    return [each for each in find_literals(text) if each.kind is kind]


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).rstrip("/").lower()


def _site(address: str) -> str:
    """The host of a web address; a mail address as a whole."""
    bare = _bare(address)
    return bare if "@" in bare else bare.split("/")[0]


def _symbol(symbol: str) -> str:
    """A symbol without its year, which prose may put elsewhere."""
    return _YEAR.sub("", in_digits(symbol, Digits.LATIN)).lower()
