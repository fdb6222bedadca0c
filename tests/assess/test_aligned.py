"""Events that linking keeps apart and that may be one told in two ways."""

from collections.abc import Sequence

from assess_builders import ADA, BORIS, REBELS, WORLD, party, says, told
from whence.assess.aligned import aligned
from whence.assess.assertions import Assertion


def pairs(a: Sequence[Assertion], b: Sequence[Assertion]) -> list[str]:
    events = [told(*a, event_id="e-1"), told(*b, event_id="e-2")]
    return [field for _, _, field in aligned(events, WORLD)]


def test_a_man_is_killed_once() -> None:
    judge = party("the judge Karim Saleh", actor_id="judge")
    first = says(ADA, target=judge, lemma="kill")
    assert pairs([first], [says(BORIS, target=judge, lemma="kill", place="Hama")]) == ["place"]
    assert pairs([first], [says(BORIS, target=judge, lemma="kill", day="2020-03-09")]) == ["date"]
    both = says(BORIS, target=judge, lemma="kill", place="Hama", day="2020-03-09")
    assert pairs([first], [both]) == [], "too little agrees"
    detained = [
        says(root, target=judge, lemma="detain", place=p) for root, p in ((ADA, "Homs"), (BORIS, "Hama"))
    ]
    assert pairs(detained[:1], detained[1:]) == [], "one can be detained twice"


def test_two_shellings_of_one_market_on_one_day_by_two_sides() -> None:
    assert pairs([says(ADA)], [says(BORIS, actor=REBELS)]) == ["actor"]
    assert pairs([says(ADA)], [says(BORIS, actor=REBELS, day="2020-03-03")]) == []
    assert pairs([says(ADA)], [says(BORIS, actor=REBELS, target=party("a bridge"))]) == []
    assert pairs([says(ADA)], [says(BORIS, place="Hama")]) == [], "an army shells two towns"


def test_a_report_that_tells_both_knows_them_for_two() -> None:
    mine = says(ADA, outlet="one"), says(BORIS, actor=REBELS, outlet="one")
    assert pairs(mine[:1], mine[1:]) == []
