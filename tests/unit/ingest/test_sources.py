"""Files, folders, addresses, standard input: read within limits or refused with a reason."""

import io
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from translate_app.adapters import fetch as fetching
from translate_app.adapters.fetch import fetch
from translate_app.adapters.formats.decode import MAX_BYTES
from translate_app.adapters.sources import Sources
from translate_app.domain.document import DropReason, UnitKind
from translate_app.errors import (
    BinaryInputError,
    EmptyInputError,
    EncodingError,
    TooLargeError,
    UnreadableSourceError,
)

PAGE = "<!doctype html><html><body><h1>Rasma</h1><p>The convoy reached the town.</p></body></html>"


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes("وصلت القافلة.\r\n".encode())
    (document,) = Sources().read(str(path))
    assert (document.name, document.blocks[0].text) == ("release.txt", "وصلت القافلة.")


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.txt", "page"])
def test_a_page_is_known_by_extension_or_beginning(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (document,) = Sources().read(str(tmp_path / name))
    assert document.blocks[0].kind is UnitKind.HEADING


def test_a_folder_gives_its_texts_by_name_and_says_what_it_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.html", "z.docx", ".hidden.txt"):
        (tmp_path / name).write_text(PAGE if name == "c.html" else "Text here.", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    documents = Sources().read(str(tmp_path))
    assert [document.name for document in documents] == ["a.md", "b.txt", "c.html"]
    assert [(note.text, note.reason) for note in documents[0].notes] == [
        ("z.docx", DropReason.BOILERPLATE)
    ]


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(UnreadableSourceError, match=r"no \.txt"):
        Sources().read(str(tmp_path))


def test_one_bad_file_refuses_the_folder_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Good.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.raises(EmptyInputError, match=r"b\.txt"):
        Sources().read(str(tmp_path))


def test_a_huge_file_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(TooLargeError, match=r"huge\.txt is too large \(50\.0 MiB; .* 5\.0 MiB\)"):
        Sources().read(str(path))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("no/such/file.txt", "no such file"),
        ("", "no .txt"),  # the current folder is a folder
        ("a\0b", "its name cannot be used"),
        ("x" * 5000, "its name cannot be used"),
        ("file:///etc/hostname", "only http and https"),
        ("ftp://localhost/a.txt", "only http and https"),
        ("javascript://x", "only http and https"),
    ],
)
def test_what_cannot_be_read(
    source: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableSourceError, match=reason):
        Sources().read(source)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableSourceError, match="device or a pipe"):
        Sources().read(str(tmp_path / "pipe.txt"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="device or a pipe"):
        Sources().read("/dev/zero")


def test_standard_input() -> None:
    (document,) = Sources(stdin=io.BytesIO("The road is open.".encode("utf-16"))).read("-")
    assert (document.name, document.blocks[0].text) == ("-", "The road is open.")


def test_standard_input_is_bounded() -> None:
    stream = io.BytesIO(b"a" * (MAX_BYTES + 100))
    with pytest.raises(TooLargeError):
        Sources(stdin=stream).read("-")
    assert stream.tell() == MAX_BYTES + 1


def test_pasted_text() -> None:
    sources = Sources()
    assert sources.read_text("A line.\r\n\r\nAnother.", "pasted").blocks[1].line == 3
    assert sources.read_text(PAGE, "pasted").blocks[0].kind is UnitKind.HEADING
    for text, error in (
        (" \n", EmptyInputError),
        ("a\ud800", EncodingError),
        ("a\0", BinaryInputError),
        ("س" * (MAX_BYTES // 2 + 1), TooLargeError),
    ):
        with pytest.raises(error):
            sources.read_text(text, "pasted")


@pytest.mark.parametrize(
    "content", [b'<?xml version="1.0"?><rss><channel/></rss>', b"PK\x03\x04word/document.xml"]
)
def test_uploads_that_are_no_text(content: bytes) -> None:
    with pytest.raises(BinaryInputError):
        Sources().read_bytes(content, "release.txt")


def test_an_xhtml_page_is_a_page() -> None:
    page = f'<?xml version="1.0" encoding="utf-8"?>\n{PAGE}'
    assert Sources().read_bytes(page.encode(), "x").blocks[0].kind is UnitKind.HEADING


class _Site(BaseHTTPRequestHandler):
    """A small site that misbehaves on demand."""

    answers: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/page": (200, {"Content-Type": "text/html"}, PAGE.encode()),
        "/arabic": (
            200,
            {"Content-Type": "text/plain; charset=ISO-8859-6"},
            "شاي في رسما".encode("iso8859-6"),
        ),
        "/note.md": (200, {"Content-Type": "text/markdown"}, b"# Head\n\nText."),
        "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/moved": (302, {"Location": "/page"}, b""),
        "/away": (302, {"Location": "ftp://localhost/x"}, b""),
        "/local": (302, {"Location": "file:///etc/hostname"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/huge": (200, {"Content-Type": "text/plain", "Content-Length": "99999999"}, b"a"),
        "/endless": (200, {"Content-Type": "text/plain"}, b"a" * (MAX_BYTES + 10)),
        "/broken": (500, {"Content-Type": "text/html"}, b"no"),
    }

    def do_GET(self) -> None:
        if self.path == "/slow":
            self._trickle()
            return
        status, headers, body = self.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        stop = threading.Event()
        for _ in range(100):
            try:
                self.wfile.write(b"a")
                self.wfile.flush()
            except OSError:
                return
            stop.wait(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_pages_are_fetched_and_redirects_followed(site: str) -> None:
    for path in ("/page", "/moved"):
        (document,) = Sources().read(site + path)
        assert document.name == site + path
        assert document.blocks[0].text == "Rasma"
    assert Sources().read(site + "/arabic")[0].blocks[0].text == "شاي في رسما"
    assert Sources().read(site + "/note.md")[0].blocks[0].kind is UnitKind.HEADING


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "no such page"),
        ("/broken", "refuses"),
        ("/picture", "neither a page nor a text"),
        ("/away", "only http and https"),
        ("/local", "only http and https|refuses"),
        ("/loop", "refuses"),
        (":1x/", "cannot be reached"),
    ],
)
def test_what_a_server_may_do(site: str, path: str, reason: str) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        Sources().read(site + path)


@pytest.mark.parametrize("path", ["/huge", "/endless"])
def test_too_large_pages_are_cut_off(site: str, path: str) -> None:
    with pytest.raises(TooLargeError):
        Sources().read(site + path)


def test_a_trickling_server_meets_the_deadline(site: str) -> None:
    with pytest.raises(UnreadableSourceError, match="too long"):
        fetch(site + "/slow", seconds=0.3)


def test_an_address_without_a_server(site: str) -> None:
    with pytest.raises(UnreadableSourceError, match="cannot be reached"):
        Sources().read("http://127.0.0.1:9/")


def test_offline_refuses_before_any_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(fetching, "_opener", refuse)
    with pytest.raises(UnreadableSourceError, match="offline"):
        Sources(offline=True).read("https://harbour-relief.example/news")
