from dataclasses import replace

import numpy as np

from builders import Claim, report
from whence.link.fingerprints import word_code
from whence.link.terms import UNIT, rarity, terms_of


def test_a_vector_has_the_length_of_the_unit_and_rare_words_weigh_most() -> None:
    item = report("A", [Claim()])
    terms = terms_of(replace(item, document=replace(item.document, title="Dykes break near Tarsk")))
    assert abs(np.sqrt((terms.weights.astype(float) ** 2).sum()) - UNIT) < UNIT / 100
    assert terms.weights.tolist() == sorted(terms.weights.tolist(), reverse=True)
    assert word_code("tarsk") in terms.codes.tolist()


def test_the_commonest_words_weigh_nothing_and_unknown_ones_most() -> None:
    assert rarity("the") == 0.0 < rarity("government") < rarity("qwertzu")
