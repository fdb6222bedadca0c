import re
import time

from whence.resolve.time_patterns import CONNECTIVE, RANGE, patterns


def test_every_pattern_compiles_and_ignores_case() -> None:
    assert all(pattern.flags & re.IGNORECASE for pattern in patterns().values())


def test_a_full_month_name_leaves_the_stop_of_the_sentence() -> None:
    assert patterns()["month"].match("November.")[0] == "November"  # type: ignore[index]
    assert patterns()["month"].match("Nov. 2015")[0] == "Nov. 2015"  # type: ignore[index]
    assert patterns()["month"].match("May.")[0] == "May"  # type: ignore[index]


def test_connectives_and_ranges() -> None:
    assert CONNECTIVE.search("in office since the ")["word"] == "since"  # type: ignore[index]
    assert RANGE.fullmatch(" through ") and RANGE.fullmatch("–") and not RANGE.fullmatch(", then ")


def test_matching_is_linear_in_hostile_text() -> None:
    started = time.process_time()
    for hostile in ("the last " * 300, "1 " * 1500, "early the " * 300, "May 1 - " * 300, " " * 3000):
        for pattern in patterns().values():
            list(pattern.finditer(hostile))
    assert time.process_time() - started < 5  # well under 1 s here
