"""MUC, B³, CEAFe and LEA against the examples of their papers, worked out by hand, and their definitions.

A letter is a mention, a word is a cluster: "abc de" is {a, b, c} and {d, e}.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from evals.coreference.scorer import Clusters, Mention, Score, Scorer, without_singletons
from hypothesis import given
from hypothesis import strategies as st

Ratio = tuple[str, str]
"""Recall and precision as fractions."""


def clusters(words: str) -> list[frozenset[Mention]]:
    return [frozenset((ord(letter), ord(letter)) for letter in word) for word in words.split()]


def scored(*documents: tuple[Clusters, Clusters]) -> Scorer:
    scorer = Scorer()
    for gold, system in documents:
        scorer.add(gold, system)
    return scorer


def of(gold: str, system: str) -> Scorer:
    return scored((clusters(gold), clusters(system)))


def close(score: Score) -> Score:
    """A score that equals this one to the accuracy of floats."""
    near: Callable[[float], Any] = pytest.approx
    return Score(precision=near(score.precision), recall=near(score.recall), f1=near(score.f1))


def exactly(recall: Fraction | str, precision: Fraction | str) -> Score:
    """The score that two fractions between 0 and 1 give."""
    r, p = Fraction(recall), Fraction(precision)
    f1 = 2 * p * r / (p + r) if p + r else Fraction(0)
    return close(Score(precision=float(100 * p), recall=float(100 * r), f1=float(100 * f1)))


def measures(scorer: Scorer) -> tuple[Score, ...]:
    return scorer.muc(), scorer.b_cubed(), scorer.ceaf_e(), scorer.lea(), scorer.mentions()


NOTHING = Score(precision=0.0, recall=0.0, f1=0.0)
PERFECT = Score(precision=100.0, recall=100.0, f1=100.0)


# The example of Pradhan et al. (2014): e has no twin in the response, h and i none in the key.
KEY, RESPONSE = "abc defg", "ab cd fghi"


def test_muc_of_the_running_example_of_pradhan() -> None:
    # Links: the response cuts abc into ab|c (1 of 2) and defg into d|e|fg (1 of 3); the key cuts ab not at
    # all (1 of 1), cd into c|d (0 of 1) and fghi into fg|h|i (1 of 3).
    assert of(KEY, RESPONSE).muc() == exactly("2/5", "2/5")


def test_b_cubed_of_the_running_example_of_pradhan() -> None:
    # Recall: a 2/3, b 2/3, c 1/3, d 1/4, e 0, f 2/4, g 2/4, which is 35/12 of 7.
    # Precision: a 2/2, b 2/2, c 1/2, d 1/2, f 2/4, g 2/4, h 0, i 0, which is 4 of 8.
    assert of(KEY, RESPONSE).b_cubed() == exactly("5/12", "1/2")


def test_ceaf_e_of_the_running_example_of_pradhan() -> None:
    # abc with ab: 4/5; defg with fghi: 4/8; together 13/10, of 2 entities in the key and 3 in the response.
    assert of(KEY, RESPONSE).ceaf_e() == exactly("13/20", "13/30")


def test_lea_of_the_running_example_which_its_paper_takes_too() -> None:
    # Moosavi & Strube (2016), section 3. Recall: abc has ab of its 3 links, defg has fg of its 6:
    # (3 · 1/3 + 4 · 1/6) of 7. Precision: ab 1 of 1, cd 0 of 1, fghi 1 of 6: (2 · 1 + 0 + 4 · 1/6) of 8.
    assert of(KEY, RESPONSE).lea() == exactly("5/21", "1/3")


def test_lea_knows_a_singleton_by_a_singleton() -> None:
    # a is one on both sides, b in the key only. Recall: (1 + 0 + 2) of 4; precision: (1 + 3 · 1/3) of 4.
    assert of("a b cd", "a bcd").lea() == exactly("3/4", "1/2")


def test_mentions_and_mean_of_the_running_example_of_pradhan() -> None:
    scorer = of(KEY, RESPONSE)
    assert scorer.mentions() == exactly("6/7", "6/8")
    # F1: MUC 2/5, B³ 2 * 5/12 * 1/2 / (11/12) = 5/11, CEAFe 2 * 13/10 / 5 = 13/25.
    mean = (Fraction(2, 5) + Fraction(5, 11) + Fraction(13, 25)) / 3
    assert scorer.conll() == pytest.approx(float(100 * mean))


@pytest.mark.parametrize(
    ("gold", "system", "recall", "precision"),
    [
        ("abcd", "ab cd", "2/3", "2/2"),
        ("ab cd", "abcd", "2/2", "2/3"),
        ("abcd", "abcd", "3/3", "3/3"),
        ("abc", "ac", "1/2", "1/1"),
        # The response cuts bcdeghj into bc|de|gh|j: 3 of 6; the key cuts a|bc, de|f and gh|i: 1 of 2 each.
        ("bcdeghj", "abc def ghi", "3/6", "3/6"),
    ],
)
def test_muc_of_the_examples_of_vilain(gold: str, system: str, recall: str, precision: str) -> None:
    assert of(gold, system).muc() == exactly(recall, precision)


# Bagga & Baldwin (1998) compare the first two responses; all and nothing linked are Luo's (2005).
TRUTH = "12345 67 89ABC"
RESPONSES = ("12345 6789ABC", "1234589ABC 67", "123456789ABC", "1 2 3 4 5 6 7 8 9 A B C")


@pytest.mark.parametrize(
    ("system", "muc", "b_cubed", "ceaf_e"),
    [
        # B³ precision: 5 mentions with 1, 2 with 2/7, 5 with 5/7: 64/7 of 12.
        # CEAFe: 12345 with itself 1, 89ABC with 6789ABC 10/12: 11/6.
        (RESPONSES[0], ("1", "9/10"), ("1", "16/21"), ("11/18", "11/12")),
        # B³ precision: 10 mentions with 5/10, 2 with 1: 7 of 12. CEAFe: 10/15 and 1: 5/3.
        (RESPONSES[1], ("1", "9/10"), ("1", "7/12"), ("5/9", "5/6")),
        # B³ precision: 10 mentions with 5/12, 2 with 2/12: 54/12 of 12. CEAFe: 10/17.
        (RESPONSES[2], ("1", "9/11"), ("1", "3/8"), ("10/51", "10/17")),
        # No links. B³ recall: 10 mentions with 1/5, 2 with 1/2: 3 of 12. CEAFe: 2/6, 2/3 and 2/6: 4/3.
        (RESPONSES[3], ("0", "0"), ("1/4", "1"), ("4/9", "1/9")),
    ],
)
def test_the_examples_of_bagga_and_baldwin_and_of_luo(
    system: str, muc: Ratio, b_cubed: Ratio, ceaf_e: Ratio
) -> None:
    scorer = of(TRUTH, system)
    assert scorer.muc() == exactly(*muc)
    assert scorer.b_cubed() == exactly(*b_cubed)
    assert scorer.ceaf_e() == exactly(*ceaf_e)
    assert scorer.mentions() == PERFECT


@pytest.mark.parametrize(
    ("system", "muc", "b_cubed", "ceaf_e", "mentions"),
    [
        # Missing b, c and f. Links: de of de|f. B³ recall: a 1, d and e 2/3. CEAFe: 1 and 4/5.
        ("a de", ("1/3", "1"), ("7/18", "1"), ("9/15", "9/10"), ("3/6", "3/3")),
        # Extra x, y and z. Links: bc|x and def|y. B³ precision: a 1, bc 2/3 each, def 3/4 each: 55/12.
        # CEAFe: 1, 4/5 and 6/7: 93/35.
        ("a bcx defy z", ("1", "3/5"), ("1", "55/108"), ("31/35", "93/140"), ("6/6", "6/9")),
        # Both. B³: a 1, bc 1 each, d 1/3 of 6; a 1, bc 2/3 each, d 1/2 of 7. CEAFe: 1, 4/5 and 2/5.
        ("a bcx dy z", ("1/3", "1/3"), ("5/9", "17/42"), ("11/15", "11/20"), ("4/6", "4/7")),
        # Singletons alone. B³: a 1, c 1/2, d and e 1/3 of 6; 4 of 7. CEAFe: 1, 2/3 and 2/4: 13/6.
        ("a x y c d e z", ("0", "0"), ("13/36", "4/7"), ("13/18", "13/42"), ("4/6", "4/7")),
        # One cluster: a|x|y|c|de|z. B³: a 1, c 1/2, de 2/3 each; a and c 1/7, de 2/7 each. CEAFe: 4/10.
        ("axycdez", ("1/3", "1/6"), ("17/36", "6/49"), ("2/15", "2/5"), ("4/6", "4/7")),
    ],
)
def test_mentions_without_a_twin_stay_in_the_denominator(
    system: str, muc: Ratio, b_cubed: Ratio, ceaf_e: Ratio, mentions: Ratio
) -> None:
    """The partitions are those of the reference scorer's own test cases (A2, A3, A4, A12, A13)."""
    scorer = of("a bc def", system)
    assert scorer.muc() == exactly(*muc)
    assert scorer.b_cubed() == exactly(*b_cubed)
    assert scorer.ceaf_e() == exactly(*ceaf_e)
    assert scorer.mentions() == exactly(*mentions)


def test_ceaf_e_takes_the_best_alignment_not_the_best_pair() -> None:
    # The best pair is abc with abd, 4/6, and leaves nothing for de and c. But abc with c is 2/4 and de with
    # abd 2/5, together 9/10.
    assert of("abc de", "abd c").ceaf_e() == exactly("9/20", "9/20")


def test_documents_are_added_up_before_dividing_and_do_not_share_mentions() -> None:
    scorer = scored((clusters(KEY), clusters(RESPONSE)), (clusters("ab"), clusters("ab")))
    assert scorer.muc() == exactly("3/6", "3/6")
    assert scorer.b_cubed() == exactly("59/108", "6/10")  # 35/12 + 2 of 9, 4 + 2 of 10
    assert scorer.ceaf_e() == exactly("23/30", "23/40")  # 13/10 + 1 of 3 and of 4
    assert scorer.mentions() == exactly("8/9", "8/10")


@pytest.mark.parametrize(("gold", "system"), [("", ""), ("abc d", ""), ("", "abc d"), ("abc d", "wxy z")])
def test_nothing_to_find_nothing_found_and_nothing_right_are_zero(gold: str, system: str) -> None:
    scorer = of(gold, system)
    assert measures(scorer) == (NOTHING,) * 5
    assert scorer.conll() == 0


def test_no_document_is_zero() -> None:
    assert measures(Scorer()) == (NOTHING,) * 5
    assert Scorer().conll() == 0


def test_muc_does_not_see_singletons() -> None:
    scorer = of("a b", "a b")
    assert scorer.muc() == NOTHING
    assert scorer.b_cubed() == scorer.ceaf_e() == scorer.mentions() == PERFECT


def test_singletons_can_be_left_out() -> None:
    assert without_singletons(clusters("a bc d efg")) == clusters("bc efg")
    assert without_singletons([frozenset()]) == []


def test_a_cluster_without_mentions_is_no_entity() -> None:
    empty: frozenset[Mention] = frozenset()
    assert measures(scored(([*clusters("ab"), empty], [empty, *clusters("ab"), empty]))) == (PERFECT,) * 5


@pytest.mark.parametrize(("gold", "system", "side"), [("ab bc", "ab", "gold"), ("ab", "ab bc", "system")])
def test_a_mention_in_two_clusters_is_refused_and_nothing_counted(gold: str, system: str, side: str) -> None:
    scorer = of(KEY, RESPONSE)
    before = measures(scorer)
    with pytest.raises(ValueError, match=f"in two {side} clusters"):
        scorer.add(clusters(gold), clusters(system))
    assert measures(scorer) == before


@st.composite
def partitions(draw: st.DrawFn) -> list[frozenset[Mention]]:
    """Some of nine mentions in up to four clusters."""
    placed = draw(st.dictionaries(st.integers(0, 8), st.integers(0, 3)))
    return [
        frozenset((mention, mention) for mention, place in placed.items() if place == cluster)
        for cluster in dict.fromkeys(placed.values())
    ]


DOCUMENTS = st.lists(st.tuples(partitions(), partitions()), max_size=4)
Documents = list[tuple[Clusters, Clusters]]


@given(st.lists(partitions(), min_size=1))
def test_a_perfect_system_scores_100(golds: list[Clusters]) -> None:
    muc, *others = measures(scored(*((gold, gold) for gold in golds)))
    assert muc == (close(PERFECT) if any(without_singletons(gold) for gold in golds) else NOTHING)
    assert others == [close(PERFECT) if any(golds) else NOTHING] * 4


@given(DOCUMENTS)
def test_swapping_the_sides_swaps_precision_and_recall(documents: Documents) -> None:
    there = measures(scored(*documents))
    back = measures(scored(*((system, gold) for gold, system in documents)))
    for score, other in zip(there, back, strict=True):
        assert other == close(Score(precision=score.recall, recall=score.precision, f1=score.f1))


@given(DOCUMENTS, st.data())
def test_the_order_of_documents_and_clusters_does_not_matter(
    documents: Documents, data: st.DataObject
) -> None:
    shuffled = [
        (data.draw(st.permutations(gold)), data.draw(st.permutations(system)))
        for gold, system in data.draw(st.permutations(documents))
    ]
    scores, others = measures(scored(*documents)), measures(scored(*shuffled))
    assert others == tuple(close(score) for score in scores)
    assert scored(*shuffled).conll() == pytest.approx(scored(*documents).conll())


@given(DOCUMENTS)
def test_scores_are_per_cent_and_the_mean_is_theirs(documents: Documents) -> None:
    scorer = scored(*documents)
    for score in measures(scorer):
        assert 0 <= min(score.precision, score.recall) <= max(score.precision, score.recall) <= 100 + 1e-9
        low, high = sorted((score.precision, score.recall))
        assert low - 1e-9 <= score.f1 <= high + 1e-9 or score.f1 == 0 == low
    f1s = [score.f1 for score in measures(scorer)[:3]]
    assert scorer.conll() == pytest.approx(sum(f1s) / 3)


def muc_recall(gold: Clusters, system: Clusters) -> Fraction:
    """The parts that the system leaves of each gold cluster, listed one by one."""
    present = needed = 0
    for cluster in gold:
        seen = frozenset[Mention]().union(*system)
        parts = {cluster & other for other in system if cluster & other} | {
            frozenset({mention}) for mention in cluster - seen
        }
        present += len(cluster) - len(parts)
        needed += len(cluster) - 1
    return Fraction(present, needed) if needed else Fraction(0)


def b_cubed_recall(gold: Clusters, system: Clusters) -> Fraction:
    """Mention by mention."""
    values = [
        Fraction(len(cluster & other), len(cluster))
        for cluster in gold
        for mention in cluster
        for other in [next((found for found in system if mention in found), frozenset())]
    ]
    return sum(values, Fraction(0)) / len(values) if values else Fraction(0)


def lea_recall(gold: Clusters, system: Clusters) -> Fraction:
    """Size-weighted share of the links of each gold cluster that lie inside one system cluster."""
    earned = Fraction(0)
    for cluster in gold:
        links = [(a, b) for a in cluster for b in cluster if a < b] or [(a, a) for a in cluster]
        inside = [
            any(a in other and b in other and (len(cluster) == 1) == (len(other) == 1) for other in system)
            for a, b in links
        ]
        earned += len(cluster) * Fraction(sum(inside), len(links))
    total = sum(map(len, gold))
    return earned / total if total else Fraction(0)


def ceaf_e_recall(gold: Clusters, system: Clusters) -> Fraction:
    """Every alignment tried; the longer side is permuted, what is left over is unaligned."""

    def total(few: Clusters, many: Sequence[frozenset[Mention]]) -> Fraction:
        pairs = zip(few, many, strict=False)
        return sum((Fraction(2 * len(a & b), len(a) + len(b)) for a, b in pairs), Fraction(0))

    few, many = sorted((gold, system), key=len)
    return max(total(few, order) for order in permutations(many)) / len(gold) if gold else Fraction(0)


@given(partitions(), partitions())
def test_the_measures_are_what_their_definitions_say(gold: Clusters, system: Clusters) -> None:
    scorer = scored((gold, system))
    assert scorer.muc() == exactly(muc_recall(gold, system), muc_recall(system, gold))
    assert scorer.b_cubed() == exactly(b_cubed_recall(gold, system), b_cubed_recall(system, gold))
    assert scorer.ceaf_e() == exactly(ceaf_e_recall(gold, system), ceaf_e_recall(system, gold))
    assert scorer.lea() == exactly(lea_recall(gold, system), lea_recall(system, gold))
