"""The program under test: its commands on a home, its server over one, and how Chromium starts."""

import io
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from unittest.mock import patch

import pytest

import translate_app
from translate_app.cli import main

SAMPLES = Path(translate_app.__file__).parent / "data" / "samples"
LISTING = SAMPLES / "harbour-news-listing.en.txt"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTS_WITHIN = 60
"""Seconds."""
STOPS_WITHIN = 90
"""Seconds: a job that is stopped ends what its engine has begun, and the machine may be busy."""


def environment(home: Path) -> dict[str, str]:
    """The environment of the program under test."""
    return {
        **os.environ,
        "TRANSLATE_APP_HOME": str(home),
        "TRANSLATE_APP_OFFLINE": "1",
        "TRANSLATE_APP_LANGUAGE": "en",
        "PYTHONUTF8": "1",
    }


def command(home: Path, *words: str) -> str:
    """Standard output of `translate-app`, in this process: a new one takes a second to start."""
    output = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with patch.dict(os.environ, environment(home)), redirect_stdout(output):
        code = main(words)
    output.flush()
    told = output.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    assert code == 0, f"translate-app {' '.join(words)}: {told}"
    return told


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address of a server over `home`, which is stopped in the end."""
    port = free_port()
    log = home.parent / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "translate_app", "serve", "--port", str(port)],
            env=environment(home),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(address, server, log)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
            raise


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_until_healthy(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Return once the server answers; fail with its log where it does not."""
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")
