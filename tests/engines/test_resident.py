"""A loaded model is shared, goes when it is idle, and comes again."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from translate_app.adapters.engines.resident import Resident


class Loader:
    """Counts how often something was loaded."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> object:
        self.times += 1
        time.sleep(0.01)
        return object()


def wait_until_gone(resident: Resident[object]) -> None:
    end = time.monotonic() + 10
    while resident.is_loaded and time.monotonic() < end:
        time.sleep(0.01)


def test_it_is_loaded_once_for_all_threads() -> None:
    loader = Loader()
    resident = Resident(loader, 60)

    def use(_: int) -> int:
        with resident.use() as loaded:
            return id(loaded)

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(use, range(64)))) == 1
    assert loader.times == 1


def test_it_goes_when_idle_and_comes_again() -> None:
    loader = Loader()
    resident = Resident(loader, 0.05)
    with resident.use():
        pass
    wait_until_gone(resident)
    assert not resident.is_loaded
    with resident.use():
        assert resident.is_loaded
    assert loader.times == 2


def test_it_stays_while_it_is_used() -> None:
    resident = Resident(Loader(), 0.02)
    with resident.use():
        with resident.use():
            pass
        time.sleep(0.1)
        assert resident.is_loaded
    wait_until_gone(resident)
    assert not resident.is_loaded


def test_each_use_puts_the_end_off() -> None:
    loader, before = Loader(), set(threading.enumerate())
    resident = Resident(loader, 0.5)
    for _ in range(12):
        with resident.use():
            time.sleep(0.1)
    assert loader.times == 1
    assert len(set(threading.enumerate()) - before) == 1


def test_after_a_failure_it_is_tried_again() -> None:
    answers: list[object] = [OSError("gone"), "loaded"]

    def load() -> object:
        answer = answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    resident = Resident(load, 60)
    with pytest.raises(OSError, match="gone"), resident.use():
        pass
    with resident.use() as loaded:
        assert loaded == "loaded"


def test_it_does_not_keep_the_process_alive() -> None:
    code = (
        "from translate_app.adapters.engines.resident import Resident\n"
        "with Resident(object, 600).use(): pass\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)
