from __future__ import annotations

import json
from pathlib import Path

from evals.syntax.conllu import GoldDocument, GoldSentence
from training.substitution import CORPUS, pool, substituted

LABELS = {"name": ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]}
NAMES = {
    ("PER", False): [["Ortega"]],
    ("PER", True): [["Maria", "Ortega"]],
    ("ORG", False): [["Reuters"]],
    ("ORG", True): [["Doctors", "without", "Borders"]],
    ("LOC", False): [["Homs"]],
    ("LOC", True): [["South", "Sudan"]],
}


def document(*sentences: tuple[str, list[tuple[int, int, str]]]) -> GoldDocument:
    made = [
        GoldSentence(
            sent_id=str(i),
            forms=text.split(),
            names=names,
            **{key: [] for key in ("lemmas", "upos", "xpos", "feats", "heads", "deprels", "spaces")},
        )
        for i, (text, names) in enumerate(sentences)
    ]
    return GoldDocument(doc_id="d", paragraphs=[made])


def test_a_name_of_several_words_gives_way_to_another_and_what_lies_around_it_stays() -> None:
    text = document(("She left Enron Corp. for New York .", [(2, 4, "ORG"), (5, 7, "LOC")]))
    seen = set[str]()
    for seed in range(20):
        (made,) = substituted([text], NAMES, LABELS, seed=seed)
        tags = [LABELS["name"][tag] for tag in made.tags["name"]]
        assert len(tags) == len(made.forms)
        seen.add(" ".join(f if t == "O" else f"{f}/{t}" for f, t in zip(made.forms, tags, strict=True)))
    enron, doctors = "Enron/B-ORG Corp./I-ORG", "Doctors/B-ORG without/I-ORG Borders/I-ORG"
    york, sudan = "New/B-LOC York/I-LOC", "South/B-LOC Sudan/I-LOC"
    assert seen == {f"She left {a} for {b} ." for a in (enron, doctors) for b in (york, sudan)}


def test_a_name_is_replaced_alike_wherever_the_document_has_it() -> None:
    text = document(("Ann slept .", [(0, 1, "PER")]), ("So Ann rose .", [(1, 2, "PER")]))
    for seed in range(20):
        (made,) = substituted([text], NAMES, LABELS, seed=seed)
        assert made.forms[0] == made.forms[4]
        assert made.sentences == [0, 3]


def test_the_case_of_the_name_is_kept() -> None:
    text = document(("in london or PARIS", [(1, 2, "LOC"), (3, 4, "LOC")]))
    made = [next(substituted([text], NAMES, LABELS, seed=seed)).forms for seed in range(20)]
    assert {forms[1] for forms in made} == {"london", "homs"}
    assert {forms[3] for forms in made} == {"PARIS", "HOMS"}


def test_a_document_without_names_has_no_copy() -> None:
    assert not list(substituted([document(("It rained .", []))], NAMES, LABELS, seed=0))


def test_only_names_are_labelled() -> None:
    (made,) = substituted([document(("Ann slept .", [(0, 1, "PER")]))], NAMES, LABELS, seed=0)
    assert made.corpus == CORPUS
    assert (list(made.tags), made.links, made.trigger) == (["name"], {}, None)


def test_the_pool_holds_names_by_kind_and_length(tmp_path: Path) -> None:
    entities = [
        {"type": "person", "name": "Lerato Mokoena"},
        {"type": "person", "name": "Yu Yan"},
        {"type": "person", "name": "寸茂鸿"},
        {"type": "person", "name": "Νίκος Αντωνακόπουλος"},
        {"type": "person", "name": "Ann Berg III"},
        {"type": "company", "name": "Acme Holdings"},
        {"type": "igo", "name": "Lerato Yan"},
        {"type": "org_gov", "name": "Ministry of Defence (Russia)"},
        {"type": "actor", "name": "Gibraltar"},
    ]
    for folder in ("actors", "places"):
        (tmp_path / folder).mkdir()
    (tmp_path / "actors/entities.jsonl").write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    for file, rows in {
        "actors/media_outlets.tsv": ["name", "The Star", "star.example"],
        "places/naturalearth_places.tsv": ["name", "Homs"],
        "places/country_points.tsv": ["name", "South Sudan"],
    }.items():
        (tmp_path / file).write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert pool(tmp_path) == {
        ("PER", False): [["Mokoena"], ["Yan"]],
        ("PER", True): [["Ann", "Berg", "III"], ["Lerato", "Mokoena"], ["Yu", "Yan"]],
        ("ORG", True): [["Acme", "Holdings"], ["Ministry", "of", "Defence"], ["The", "Star"]],
        ("LOC", False): [["Homs"]],
        ("LOC", True): [["South", "Sudan"]],
    }
