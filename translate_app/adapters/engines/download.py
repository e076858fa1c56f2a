"""Fetching engine packages from an index over the network, with every limit set."""

import http.client
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import IO, Any

from translate_app.domain.language import LanguagePair
from translate_app.errors import N_, DownloadError
from translate_app.ports import Progress

OFFICIAL_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Argos Translate's own index of packages."""

_CONNECT_SECONDS = 3.0
_STALL_SECONDS = 20.0  # of a download already under way
_MAX_INDEX = 5 * 1024 * 1024
_MAX_PACKAGE = 1024 * 1024 * 1024
_BLOCK = 256 * 1024
_NETWORK_ERRORS = (urllib.error.URLError, http.client.HTTPException, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Offer:
    """The newest package that an index has for a language pair."""

    pair: LanguagePair
    version: str
    links: tuple[str, ...]


class PackageIndex:
    """The index at an address or in a file."""

    def __init__(self, address: str = OFFICIAL_INDEX) -> None:
        local = urllib.parse.urlsplit(address).scheme not in ("http", "https")
        self._address = Path(address).absolute().as_uri() if _is_path(address) else address
        self._local = local or _is_loopback(self._address)

    def offer(self, pair: LanguagePair) -> Offer:
        """The newest package for `pair`.

        Raises:
            DownloadError: the index cannot be reached or read, or has none.
        """
        what = "index.json"
        with self._opened(what, self._address, _CONNECT_SECONDS) as response:
            content = response.read(_MAX_INDEX + 1)
        try:
            rows = json.loads(content.decode("utf-8-sig")) if len(content) <= _MAX_INDEX else None
        except (ValueError, RecursionError):
            rows = None
        if not isinstance(rows, list):
            raise DownloadError(what=what, reason=N_("what came is no package index"))
        offers = [offer for row in rows if (offer := _offer(row, pair))]
        if not offers:
            raise DownloadError(what=str(pair), reason=N_("the index has no such package"))
        return max(offers, key=lambda offer: version_key(offer.version))

    def fetch(self, offer: Offer, path: Path, progress: Progress | None = None) -> None:
        """Download the package into the new file `path`, trying its links in order.

        Raises:
            DownloadError: no link works; the reason is that of the last one.
        """
        what = f"{offer.pair} {offer.version}"
        failure = DownloadError(what=what, reason=N_("the index has no link that can be used"))
        for link in offer.links:
            try:
                with self._opened(what, link, _STALL_SECONDS) as response, path.open("wb") as to:
                    _copy(what, response, to, progress)
            except DownloadError as error:
                failure = error
            else:
                return
        raise failure

    @contextmanager
    def _opened(self, what: str, link: str, seconds: float) -> Iterator[Any]:
        opener = urllib.request.build_opener(_Redirects(self))
        try:
            address = urllib.parse.urljoin(self._address, link)
            self.check(address)
            with opener.open(address, timeout=seconds) as response:
                yield response
        except _NETWORK_ERRORS as error:
            raise DownloadError(what=what, reason=_reason(error)) from error

    def check(self, address: str) -> None:
        """Let only https pass, and plain or local addresses where the index itself is local.

        Raises:
            ValueError: the address is none of these.
        """
        scheme = urllib.parse.urlsplit(address).scheme
        local = scheme == "file" or (scheme == "http" and _is_loopback(address))
        if scheme != "https" and not (local and self._local):
            raise ValueError(N_("only https addresses are used"))


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to where the index may point too."""

    def __init__(self, index: PackageIndex) -> None:
        self._index = index

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        try:
            self._index.check(newurl)
        except ValueError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def version_key(version: str) -> tuple[int, ...]:
    """What versions are compared by: `1.10` is above `1.9`."""
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))


def _reason(error: Exception) -> str:
    """What went wrong, in the words of the one who noticed it."""
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        return str(error)
    inner = error.reason if isinstance(error, urllib.error.URLError) else error
    return (getattr(inner, "strerror", None) or str(inner)).strip() or type(error).__name__


def _copy(what: str, response: Any, to: IO[bytes], progress: Progress | None) -> None:
    stated = response.headers.get("Content-Length", "")
    total, done = int(stated) if stated.isdecimal() else 0, 0
    while block := response.read(_BLOCK):
        done += len(block)
        if done > _MAX_PACKAGE:
            raise DownloadError(what=what, reason=N_("it is far too large"))
        to.write(block)
        if progress:
            progress(done, total)
    if done < total:
        raise DownloadError(what=what, reason=N_("the connection broke off"))


def _offer(row: object, pair: LanguagePair) -> Offer | None:
    if not isinstance(row, dict) or row.get("type", "translate") != "translate":
        return None
    version, links = row.get("package_version"), row.get("links")
    if (row.get("from_code"), row.get("to_code")) != (pair.source.value, pair.target.value):
        return None
    if not isinstance(version, str) or not isinstance(links, list):
        return None
    return Offer(pair, version, tuple(link for link in links if isinstance(link, str)))


def _is_path(address: str) -> bool:
    # a drive letter ("C:\index.json") looks like a scheme of one letter
    return len(urllib.parse.urlsplit(address).scheme) < 2


def _is_loopback(address: str) -> bool:
    host = urllib.parse.urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
