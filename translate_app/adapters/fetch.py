"""Fetches one page over http or https, with limits on size, time and kind."""

import http.client
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from translate_app.adapters.formats.decode import MAX_BYTES, check_size
from translate_app.errors import N_, UnreadableSourceError

CONNECT_SECONDS = 20.0
TOTAL_SECONDS = 60.0
_CHUNK = 64 * 1024
_USER_AGENT = "translate-app (press release reader)"
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")

NOT_HTTP = N_("only http and https addresses are read")
NOT_A_PAGE = N_("what is there is neither a page nor a text")
TOO_SLOW = N_("the server takes too long")
UNREACHABLE = N_("the server cannot be reached")
REFUSED = N_("the server refuses to give it")
NOT_THERE = N_("the server has no such page")


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave."""

    content: bytes
    media_type: str
    charset: str | None
    """As the server declares it."""


class _HttpRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https only; the standard handler would take ftp too."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise UnreadableSourceError(name=req.full_url, reason=NOT_HTTP)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, *, limit: int = MAX_BYTES, seconds: float = TOTAL_SECONDS) -> Page:
    """The page at `address`, at most `limit` bytes, within `seconds` altogether.

    Addresses of an intranet are allowed: the reader runs on a person's own machine.

    Raises:
        UnreadableSourceError: no http(s) address, no answer, an error status, no text.
        TooLargeError: more than `limit` bytes.
    """
    if urlsplit(address).scheme not in ("http", "https"):
        raise UnreadableSourceError(name=address, reason=NOT_HTTP)
    request = urllib.request.Request(  # noqa: S310 - the scheme was just checked
        address, headers={"User-Agent": _USER_AGENT, "Accept": ", ".join(_PAGE_TYPES)}
    )
    deadline = time.monotonic() + seconds
    try:
        with _opener().open(request, timeout=min(CONNECT_SECONDS, seconds)) as response:
            return _read(response, address, limit, deadline)
    except urllib.error.HTTPError as error:
        with error:  # it holds the connection
            reason = NOT_THERE if error.code in (404, 410) else REFUSED
            raise UnreadableSourceError(name=address, reason=reason) from error
    except TimeoutError as error:
        raise UnreadableSourceError(name=address, reason=TOO_SLOW) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        slow = isinstance(getattr(error, "reason", None), TimeoutError)
        raise UnreadableSourceError(
            name=address, reason=TOO_SLOW if slow else UNREACHABLE
        ) from error


def _opener() -> urllib.request.OpenerDirector:
    """An opener without the handlers for file, ftp and data addresses."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _HttpRedirects(),
    ):
        opener.add_handler(handler)
    return opener


def _read(response: http.client.HTTPResponse, address: str, limit: int, deadline: float) -> Page:
    media_type = response.headers.get_content_type()
    if media_type not in _PAGE_TYPES:
        raise UnreadableSourceError(name=address, reason=NOT_A_PAGE)
    declared = response.headers.get("Content-Length", "")
    check_size(int(declared) if declared.isdecimal() else 0, address, limit)
    content = bytearray()
    # read1 returns what has come, so that a server which trickles meets the deadline.
    while chunk := response.read1(_CHUNK):
        content += chunk
        check_size(len(content), address, limit)
        if time.monotonic() > deadline:
            raise UnreadableSourceError(name=address, reason=TOO_SLOW)
    return Page(bytes(content), media_type, response.headers.get_content_charset())
