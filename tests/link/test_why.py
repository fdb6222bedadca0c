"""Why tellings are linked."""

from builders import Claim, report
from whence.link.evidence import BIAS, weights
from whence.link.why import ties

FIRST = report("A", [Claim(voice="Ada Brook", killed=12)], published="2020-03-01")
SECOND = report("B", [Claim(voice="Boris Lund", killed=20)], published="2020-03-02")
COPY = report("C", [Claim(voice="Boris Lund", killed=20)], published="2020-03-02")


def ids(*items: object) -> set[str]:
    return {m.event_mention_id for item in items for m in item.event_mentions}  # type: ignore[attr-defined]


def test_each_but_the_first_is_tied_to_one_before_it_by_weighed_evidence() -> None:
    (tie,) = ties([SECOND, FIRST], {}, ids(FIRST, SECOND))
    assert {tie.event_mention_id} == ids(SECOND) and {tie.of_event_mention_id} == ids(FIRST)
    assert tie.evidence[0] == (BIAS, weights()[BIAS] / 100)
    assert ("other figure", weights()["other figure"] / 100) in tie.evidence
    odds = sum(weight for _, weight in tie.evidence)
    assert abs(tie.probability - 1 / (1 + 2.718281828**-odds)) < 0.01


def test_a_reprint_is_tied_by_its_words_alone() -> None:
    found = ties([FIRST, SECOND, COPY], {}, ids(FIRST, SECOND, COPY))
    assert [tie.same_words for tie in found] == [False, True]


def test_an_event_told_once_is_tied_to_nothing() -> None:
    assert ties([FIRST], {}, ids(FIRST)) == ()
