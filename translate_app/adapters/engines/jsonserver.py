"""Talking JSON with a server over HTTP, believing nothing it says and waiting no longer than told.

urllib is enough: one address, GET and POST, no cookies, no session.
"""

import http.client
import json
import random
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import IO, Any

from translate_app.errors import N_

MAX_ANSWER = 16 * 1024 * 1024
"""Bytes of one answer."""

_BLOCK = 64 * 1024
_LONGEST_WAIT = 60.0
"""Seconds between two attempts; a server that asks for more is given up."""
_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses after which the same request may succeed (RFC 9110, RFC 6585)."""
_MAX_REASON = 200


class ServerError(Exception):
    """The server did not answer as it should; `reason` may be shown to a person."""

    def __init__(self, reason: str, *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passing = passing
        """Whether another attempt makes sense."""
        self.wait = wait
        """Seconds the server asks to wait (`Retry-After`), if it does."""


@dataclass(frozen=True)
class JsonServer:
    """A server that speaks JSON at an address."""

    address: str
    """Where its paths begin, without a slash at the end."""
    seconds: float = 60.0
    """How long one request may take, from connecting to the last byte."""
    attempts: int = 4
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    """A number from 0 to 1, for the jitter."""

    def get(self, path: str) -> Any:
        """The JSON at `path`.

        Raises:
            ServerError: no attempt brought any.
        """
        return self._retried(urllib.request.Request(self.address + path))  # noqa: S310 - checked

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """The JSON that `path` answers to `body`; the request must be safe to repeat.

        Raises:
            ServerError: no attempt brought any.
        """
        content = json.dumps(body).encode("ascii")
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        request = urllib.request.Request(self.address + path, content, headers)  # noqa: S310
        return self._retried(request)

    def _retried(self, request: urllib.request.Request) -> Any:
        """Exponential back-off with full jitter, or what the server's `Retry-After` says."""
        for attempt in range(1, self.attempts + 1):
            try:
                return self._once(request)
            except ServerError as error:
                wait = error.wait if error.wait is not None else 2.0**attempt * self.chance() / 2
                if not error.passing or attempt == self.attempts or wait > _LONGEST_WAIT:
                    raise
                self.sleep(wait)
        raise AssertionError

    def _once(self, request: urllib.request.Request) -> Any:
        deadline = time.monotonic() + self.seconds
        handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
        if is_near(self.address):  # a proxy would look for it on another machine
            handlers.append(urllib.request.ProxyHandler({}))
        opener = urllib.request.build_opener(*handlers)
        try:
            with opener.open(request, timeout=self.seconds) as response:
                content = _read(response, deadline)
        except urllib.error.HTTPError as error:
            raise _refusal(error, deadline) from error
        except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
            inner = error.reason if isinstance(error, urllib.error.URLError) else error
            words = getattr(inner, "strerror", None) or str(inner) or type(inner).__name__
            raise ServerError(_short(words), passing=True) from error
        return _decoded(content)


def is_near(address: str) -> bool:
    """Whether an address names this machine or a private network, by number or `localhost`."""
    host = urllib.parse.urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        number = ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or number.is_private


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A key and unpublished texts go to the address that was configured and to no other."""

    def redirect_request(
        self, req: Any, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        fp.close()
        raise ServerError(N_("it redirects to another address"))


def _read(response: Any, deadline: float) -> bytes:
    content = bytearray()
    while block := response.read1(_BLOCK):
        content += block
        if len(content) > MAX_ANSWER:
            raise ServerError(N_("its answer is far too large"))
        if time.monotonic() > deadline:
            raise ServerError(N_("its answer takes too long"), passing=True)
    stated = response.headers.get("Content-Length", "")
    if stated.isdecimal() and len(content) < int(stated):
        raise ServerError(N_("the connection broke off"), passing=True)
    return bytes(content)


def _decoded(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ServerError(N_("what came is no JSON; is it the right address?")) from error


def _refusal(error: urllib.error.HTTPError, deadline: float) -> ServerError:
    """What an answer with an error status says, in the server's words where it has any."""
    words = f"HTTP {error.code} {error.reason}"
    with error:
        try:
            said = _decoded(_read(error, deadline))
        except (ServerError, http.client.HTTPException, OSError):
            said = None
    if isinstance(said, dict) and isinstance(said.get("error"), str) and said["error"].strip():
        words = f"HTTP {error.code}, {said['error']}"
    wait = _seconds(error.headers.get("Retry-After"))
    return ServerError(_short(words), passing=error.code in _PASSING, wait=wait)


def _seconds(retry_after: str | None) -> float | None:
    """The header `Retry-After`, seconds or a date (RFC 9110, 10.2.3); None for nonsense."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _short(words: str) -> str:
    """One line of printable text, not too long to show, without a full stop at the end."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line[:_MAX_REASON].rstrip(". ")
