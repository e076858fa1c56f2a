"""Working ahead: in order, no further than needed, and never silently."""

import threading
from contextlib import closing

import pytest

from translate_app.services.ahead import ahead


def test_the_results_come_in_order() -> None:
    first_may_end = threading.Event()

    def work(item: int) -> int:
        if item == 0:
            assert first_may_end.wait(10)
        else:
            first_may_end.set()
        return item * 10

    assert list(ahead(work, range(5))) == [0, 10, 20, 30, 40]
    assert list(ahead(work, [])) == []


def test_it_runs_only_a_little_ahead() -> None:
    begun: list[int] = []
    with closing(ahead(lambda item: begun.append(item), range(100))) as results:
        next(results)
    assert len(begun) <= 3


def test_an_error_comes_in_its_place() -> None:
    results = ahead(lambda item: 1 // (2 - item), range(5))
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ZeroDivisionError):
        next(results)
    assert list(results) == []
