from __future__ import annotations

import pytest

from whence.extract.tables import mapping, rows, words

TABLES = [
    "clusters/generic_nouns.tsv",
    "frames/compounds.tsv",
    "frames/light_verbs.tsv",
    "frames/nouns.tsv",
    "frames/occurrence.tsv",
    "frames/partitives.tsv",
    "frames/telling.tsv",
    "phrases/agent_nouns.tsv",
    "phrases/nationalities.tsv",
    "phrases/word_classes.tsv",
    "quantities/roles.tsv",
    "quantities/words.tsv",
    "realis/cues.tsv",
    "realis/negation.tsv",
    "relations/participles.tsv",
    "relations/prefixes.tsv",
    "relations/roles.tsv",
    "relations/stances.tsv",
    "relations/units.tsv",
    "relations/verbs.tsv",
    "times/time_words.tsv",
]


@pytest.mark.parametrize("path", TABLES)
def test_every_row_is_full_and_told_once(path: str) -> None:
    table = rows(path)
    assert table
    assert all(None not in row and None not in row.values() for row in table)
    assert len({tuple(row.values()) for row in table}) == len(table)


def test_words_and_mapping() -> None:
    assert "hundreds" in words("quantities/words.tsv", "words", **{"class": "vague"})
    assert mapping("phrases/nationalities.tsv", "word", "country")["Norwegian"] == "NOR"
