"""Which verdict holds for what stands at the anchors of judgements."""

from typing import Any

from whence.link.judged import verdicts
from whence.records import Anchor, Judgement

AT = {("one", 0, 4): {"a"}, ("two", 0, 4): {"b"}, ("three", 0, 4): {"c", "d"}}


def said(verdict: Any, *texts: str, field: str = "event", when: str | None = "2026-01-01") -> Judgement:
    return Judgement(
        anchors=tuple(Anchor(sha256=text, start=0, end=4, field=field) for text in texts),
        verdict=verdict,
        field=field,
        value=None,
        who="reader",
        when=when,
        note=None,
    )


def test_every_pair_of_what_stands_at_the_anchors_is_meant() -> None:
    pairs = verdicts([said("same", "one", "two", "three")], "event", AT)
    assert {tuple(sorted(pair)) for pair in pairs} == {
        ("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"),
    }  # fmt: skip


def test_the_later_verdict_holds_in_whatever_order_they_come() -> None:
    judgements = [said("same", "one", "two"), said("different", "one", "two", when="2026-02-01")]
    for order in (judgements, judgements[::-1]):
        assert verdicts(order, "event", AT) == {frozenset("ab"): "different"}


def test_other_fields_other_verdicts_and_texts_that_are_gone_say_nothing() -> None:
    others = [said("same", "one", "two", field="actor"), said("wrong", "one"), said("same", "one", "gone")]
    assert verdicts(others, "event", AT) == {}
