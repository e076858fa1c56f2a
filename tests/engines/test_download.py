"""Fetching official packages: against a real server on this machine, no network needed."""

import functools
import json
import shutil
import socket
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from translate_app.adapters.engines.download import PackageIndex, version_key
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled
from translate_app.domain.engine import EngineKind
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import DownloadError, PackageError

pytestmark = pytest.mark.engine

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://example.invalid/package")
            self.end_headers()
        elif self.path == "/broken-off":
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            self.wfile.write(b"PK" * 100)
        else:
            super().do_GET()


@pytest.fixture
def site(tmp_path: Path, starter_file: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address it is served at; it holds one package."""
    folder = tmp_path / "site"
    folder.mkdir()
    shutil.copy(starter_file, folder / "renamed.argosmodel")
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def row(link: str, version: str = "1.9", **changes: object) -> dict[str, object]:
    """A line of an index, for English into Arabic."""
    return {
        "type": "translate",
        "from_code": "en",
        "to_code": "ar",
        "package_version": version,
        "links": [link],
        **changes,
    }


def write_index(folder: Path, *rows: object) -> None:
    (folder / "index.json").write_text(json.dumps(rows))


def catalogue(tmp_path: Path, index: str) -> HomeCatalogue:
    return HomeCatalogue(tmp_path / "packages", bundled("starter"), model_index=index)


def test_newest_package_is_installed_with_progress(tmp_path: Path, site: tuple[Path, str]) -> None:
    folder, address = site
    write_index(
        folder,
        row(f"{address}/missing", "1.9"),
        row(f"{address}/renamed.argosmodel", "1.10"),
        row("x", from_code="fr"),
        row("x", "9", type="sbd"),
        {"odd": 1},
        "odd",
    )
    steps: list[tuple[int, int]] = []
    mine = catalogue(tmp_path, f"{address}/index.json")
    (package,) = mine.install_official(
        [INTO_ARABIC], lambda done, total: steps.append((done, total))
    )
    assert (package.info.name, package.info.kind) == ("official", EngineKind.OFFICIAL)
    assert steps[-1][0] == steps[-1][1] == (folder / "renamed.argosmodel").stat().st_size
    mine.install_starter()
    assert mine.engine(INTO_ARABIC).info == package.info
    assert mine.engine(INTO_ENGLISH).info.name == "starter"
    assert mine.engine(INTO_ARABIC).translate(["Peace."])[0][0].text
    assert [f.name for f in (tmp_path / "packages").glob(".*")] == []


def test_index_in_a_file_with_a_link_beside_it(tmp_path: Path, site: tuple[Path, str]) -> None:
    folder, _ = site
    write_index(folder, row("renamed.argosmodel"))
    mine = catalogue(tmp_path, str(folder / "index.json"))
    assert mine.install_official([INTO_ARABIC])[0].info.name == "official"


def test_present_version_is_not_fetched_again(tmp_path: Path, site: tuple[Path, str]) -> None:
    folder, address = site
    write_index(folder, row(f"{address}/renamed.argosmodel", "0.1"))
    mine = catalogue(tmp_path, f"{address}/index.json")
    first = mine.install_official([INTO_ARABIC])
    (folder / "renamed.argosmodel").unlink()
    assert mine.install_official([INTO_ARABIC]) == first


def test_second_link_is_tried(tmp_path: Path, site: tuple[Path, str]) -> None:
    folder, address = site
    links = [f"{address}/missing", f"{address}/renamed.argosmodel"]
    write_index(folder, row("", links=links))
    assert catalogue(tmp_path, f"{address}/index.json").install_official([INTO_ARABIC])


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("{address}/missing", "404"),
        ("{address}/broken-off", "broke off"),
        ("{address}/away", "https"),
        ("http://example.invalid/x", "https"),
        ("ftp://127.0.0.1/x", "https"),
        ("ipfs://Qm", "https"),
        ("http://[", "."),
    ],
)
def test_links_that_lead_nowhere(
    tmp_path: Path, site: tuple[Path, str], link: str, reason: str
) -> None:
    folder, address = site
    write_index(folder, row(link.format(address=address)))
    with pytest.raises(DownloadError, match=reason):
        catalogue(tmp_path, f"{address}/index.json").install_official([INTO_ARABIC])
    assert list((tmp_path / "packages").iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"<!doctype html><p>Maintenance", b"", b"{}", b"\xff\xfe", b"[" * 99999]
)
def test_what_is_no_index(tmp_path: Path, site: tuple[Path, str], content: bytes) -> None:
    folder, address = site
    (folder / "index.json").write_bytes(content)
    with pytest.raises(DownloadError, match="no package index"):
        catalogue(tmp_path, f"{address}/index.json").install_official([INTO_ARABIC])


def test_pair_that_the_index_lacks(tmp_path: Path, site: tuple[Path, str]) -> None:
    folder, address = site
    write_index(folder, row("x"))
    with pytest.raises(DownloadError, match="ar-en"):
        catalogue(tmp_path, f"{address}/index.json").install_official([INTO_ENGLISH])


@pytest.mark.parametrize("damage", ["html", "truncated", "other_pair"])
def test_package_that_is_none(tmp_path: Path, site: tuple[Path, str], damage: str) -> None:
    folder, address = site
    file = folder / "renamed.argosmodel"
    if damage == "html":
        file.write_text("<!doctype html><p>Maintenance")
    elif damage == "truncated":
        file.write_bytes(file.read_bytes()[:100_000])
    else:
        shutil.copy(bundled("starter") / "translate-ar_en-0_1.argosmodel", file)
    write_index(folder, row(f"{address}/renamed.argosmodel"))
    with pytest.raises(PackageError):
        catalogue(tmp_path, f"{address}/index.json").install_official([INTO_ARABIC])
    assert list((tmp_path / "packages").iterdir()) == []


def test_nobody_listens(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(DownloadError, match=r"index\.json"):
        catalogue(tmp_path, f"http://127.0.0.1:{port}/index.json").install_official([INTO_ARABIC])


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DownloadError):
        catalogue(tmp_path, str(tmp_path / "nothing.json")).install_official([INTO_ARABIC])


def test_offline_tries_nothing(tmp_path: Path) -> None:
    mine = HomeCatalogue(
        tmp_path / "packages", bundled("starter"), offline=True, model_index="http://127.0.0.1:1/"
    )
    with pytest.raises(DownloadError, match="offline"):
        mine.install_official([INTO_ARABIC, INTO_ENGLISH])
    assert not (tmp_path / "packages").exists()


def test_plain_addresses_elsewhere_are_not_used() -> None:
    index = PackageIndex("https://example.invalid/index.json")
    for address in ("http://127.0.0.1/x", "file:///etc/passwd", "http://example.invalid/x"):
        with pytest.raises(ValueError, match="https"):
            index.check(address)
    index.check("https://example.invalid/x")


def test_versions_are_compared_by_number() -> None:
    assert sorted(["1.10", "1.9", "0.1"], key=version_key) == ["0.1", "1.9", "1.10"]
