import os
from collections.abc import Callable, Iterator

import pytest

from whence.run.local import WorkerError, apart, ordered_map


def double(item: int) -> int:
    return 2 * item


def die(_item: int) -> int:
    os._exit(1)


def fail(item: int) -> int:
    raise ValueError(f"item {item}")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(ordered_map(double, range(20), workers=workers)) == [2 * i for i in range(20)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_reaches_the_caller(workers: int) -> None:
    with pytest.raises(ValueError, match="item 0"):
        list(ordered_map(fail, [0], workers=workers))


def test_a_worker_that_dies_is_said_in_words() -> None:
    with pytest.raises(WorkerError, match="What was done before is kept"):
        list(ordered_map(die, [0], workers=2))


def test_items_are_drawn_a_few_at_a_time() -> None:
    drawn = []

    def items() -> Iterator[int]:
        for i in range(1000):
            drawn.append(i)
            yield i

    results = ordered_map(double, items(), workers=2)
    assert next(results) == 0
    assert len(drawn) < 50
    results.close()  # type: ignore[attr-defined]


def tell_twice(tell: Callable[..., None]) -> None:
    tell("link", 1)
    tell("link", os.getpid())


def fail_alone(_tell: object) -> None:
    raise ValueError("nothing to link")


def die_alone(_tell: object) -> None:
    os._exit(1)


def test_what_goes_on_apart_is_told_here() -> None:
    told: list[tuple[object, ...]] = []
    apart(tell_twice, lambda *said: told.append(said))
    assert told[0] == ("link", 1)
    assert told[1] != ("link", os.getpid())


def test_what_goes_wrong_apart_is_raised_here() -> None:
    with pytest.raises(ValueError, match="nothing to link"):
        apart(fail_alone, lambda *_: None)
    with pytest.raises(WorkerError, match="What was done before is kept"):
        apart(die_alone, lambda *_: None)
