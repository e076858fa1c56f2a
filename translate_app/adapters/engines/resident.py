"""Something large that is loaded when it is needed and let go when it is not."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Resident(Generic[T]):
    """One loaded thing shared by all threads; let go `idle_seconds` after its last use."""

    def __init__(self, load: Callable[[], T], idle_seconds: float) -> None:
        self._load = load
        self._idle_seconds = idle_seconds
        self._lock = threading.Lock()
        self._loaded: list[T] = []
        self._users = 0
        self._left_at = 0.0
        self._timer: threading.Timer | None = None

    @property
    def is_loaded(self) -> bool:
        """Whether it takes up memory now."""
        return bool(self._loaded)

    @contextmanager
    def use(self) -> Iterator[T]:
        """The loaded thing; it stays at least to the end of the block.

        Whatever loading raises is passed on, and the next use tries again.
        """
        with self._lock:
            if not self._loaded:
                self._loaded.append(self._load())
            self._users += 1
            loaded = self._loaded[0]
        try:
            yield loaded
        finally:
            with self._lock:
                self._users -= 1
                self._left_at = time.monotonic()
                self._watch(self._idle_seconds)

    def _watch(self, seconds: float) -> None:
        """Look again after `seconds`. One timer at a time, however often it is used."""
        if self._timer is None:
            self._timer = threading.Timer(seconds, self._look)
            self._timer.daemon = True  # a process that is done must not wait for it
            self._timer.start()

    def _look(self) -> None:
        with self._lock:
            self._timer = None
            left = self._left_at + self._idle_seconds - time.monotonic()
            if self._users:
                return  # who leaves last starts the next timer
            if left > 0:
                self._watch(left)
            else:
                self._loaded.clear()
