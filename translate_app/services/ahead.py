"""Work done ahead of whoever takes its results."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORKERS = 2
"""Enough that an engine always has work while another batch is prepared or saved."""


def ahead(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int = WORKERS
) -> Generator[Result]:
    """`work` on each of `items`, in order, while the results before are being used.

    An error of `work` is raised in its place; what was begun after it is given up. Close
    the iterator to stop early: it waits for what is being worked on.
    """
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(workers, "ahead") as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for one in waiting:
                one.cancel()
