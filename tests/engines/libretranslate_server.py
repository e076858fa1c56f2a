"""Runs a real LibreTranslate server on this machine: another program in an environment of its own.

`make .venv-libretranslate/.installed` makes that environment. The server is given the
starter packages and folders of its own to write in, and no network.
"""

import os
import socket
import subprocess
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate_app.config import bundled

ROOT = Path(__file__).parents[2]
ENVIRONMENT = Path(
    os.environ.get("LIBRETRANSLATE_ENVIRONMENT") or ROOT / ".venv-libretranslate"
).absolute()
WANTED = bool(
    os.environ.get("CI")
    or os.environ.get("LIBRETRANSLATE_TESTS")
    or (ENVIRONMENT / ".installed").exists()
)
"""In CI, where a person asks for it, and where it is there already, the tests run or fail;
elsewhere they are left out."""

_START_SECONDS = 90.0


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_server(work: Path, *arguments: str) -> Iterator[str]:
    """Its address while it runs; `work` is an empty folder, `arguments` go to the server."""
    for file in bundled("starter").glob("*.argosmodel"):
        with zipfile.ZipFile(file) as archive:
            archive.extractall(work / "packages")
    port = free_port()
    command = [str(ENVIRONMENT / "bin" / "libretranslate"), "--host", "127.0.0.1"]
    command += ["--port", str(port), "--disable-web-ui", "--threads", "2", *arguments]
    with (work / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=work, env=_environment(work), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(server, address, work / "server.log")
            yield address
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _environment(work: Path) -> dict[str, str]:
    own = {"HOME": work, "ARGOS_PACKAGES_DIR": work / "packages"}
    own |= {f"XDG_{name}_HOME": work / name.lower() for name in ("DATA", "CONFIG", "CACHE")}
    own["PYTHONPATH"] = Path(__file__).with_name("libretranslate_site")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LT_", "ARGOS_", "PYTHON"))}
    return kept | {name: str(path) for name, path in own.items()}


def _wait(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            opener.open(f"{address}/languages", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server did not start:\n" + log.read_text(errors="replace")[-4000:])
