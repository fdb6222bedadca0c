from __future__ import annotations

from pathlib import Path

import pytest
from evals.syntax.conllu import GoldDocument, GoldSentence
from training.document import UNKNOWN
from training.labels import ROLES

from training import weblogs

LABELS = {
    "event_type": ["ASSAULT", "CONSULT", "NONE"],
    "event_mode": ["-", "ASSAULT aerial", "CONSULT visit"],
    "realis": ["past", "future"],
    "sign": ["+", "-"],
    "certainty": ["certain", "possible"],
}
COLUMNS = "document sentence trigger type mode other actors recipients place time realis sign certainty"


def sentence(number: str, text: str, **flat: int) -> GoldSentence:
    """``flat``: word → number of the word that it continues the name of; all others hang on the root."""
    parts = {key: [] for key in ("lemmas", "upos", "xpos", "feats", "spaces")}
    forms = text.split()
    return GoldSentence(
        sent_id=f"blog-a-{number}",
        forms=forms,
        heads=[flat.get(form, 0) for form in forms],
        deprels=["flat" if form in flat else "dep" for form in forms],
        **parts,
    )


@pytest.fixture
def treebank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[GoldDocument]:
    rows = [
        COLUMNS.split(),
        ["blog-a", "0001", "2", "ASSAULT", "aerial", "", "1", "3,5", "", "6", "past", "+", "certain"],
        ["blog-a", "0003", "1", "NONE", "", "death", "", "", "4", "", "past", "-", "possible"],
    ]
    file = tmp_path / "weblogs.tsv"
    file.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")
    monkeypatch.setattr(weblogs, "EVENTS", file)
    sentences = [
        sentence("0001", "Jets bombed Homs and Hama yesterday ."),
        sentence("0003", "Deaths in al Hasaka ?", Hasaka=3),
    ]
    return [
        GoldDocument(doc_id="blog-a", paragraphs=[sentences[:1], sentences[1:]]),
        GoldDocument(doc_id="blog-b", paragraphs=[[sentence("0001", "Nothing .")]]),
    ]


def test_only_annotated_documents_are_read(treebank: list[GoldDocument]) -> None:
    (made,) = weblogs.documents(treebank, LABELS)
    assert made.corpus == weblogs.CORPUS
    assert made.forms[7:] == ["Deaths", "in", "al", "Hasaka", "?"]
    assert made.sentences == [0, 7]


def test_a_row_is_an_event_at_the_words_it_numbers(treebank: list[GoldDocument]) -> None:
    (made,) = weblogs.documents(treebank, LABELS)
    assert made.trigger == [0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    said = {
        layer: [LABELS[layer][made.tags[layer][word]] for word in (1, 7)]
        for layer in ("event_type", "event_mode", "realis", "sign", "certainty")
    }
    assert said == {
        "event_type": ["ASSAULT", "NONE"],
        "event_mode": ["ASSAULT aerial", "-"],
        "realis": ["past", "past"],
        "sign": ["+", "-"],
        "certainty": ["certain", "possible"],
    }
    assert made.tags["event_type"][0] == UNKNOWN
    roles = {word: [(i, ROLES[role]) for i, role in found] for word, found in made.roles.items()}
    assert roles == {
        1: [(0, "actor"), (2, "recipient"), (4, "recipient"), (5, "time")],
        7: [(9, "place")],
    }
    assert not made.links
