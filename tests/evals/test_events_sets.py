"""The readers of the event sets, on made-up rows in their formats."""

import json
from pathlib import Path
from typing import Any

import pytest
from evals.events.sets import (
    GSR_DATE,
    UNDATED,
    Annotated,
    Classed,
    Coder,
    Null,
    Pair,
    Sentence,
    Tuples,
    TypedSentence,
    others,
    rows,
)

PETR2 = [
    {
        "id": "a",
        "date": "20080806",
        "text": "Arnor met Gondor.",
        "null_gold": False,
        "events": [
            {"source": "ARN", "target": "GON", "code": "040"},
            {"source": "GON", "target": "ARN", "code": "040"},
        ],
    },
    {"id": "b", "date": "20080807", "text": "It rained in Arnor.", "null_gold": True, "events": []},
]


def rater(*roots: str) -> dict[str, Any]:
    return {"relevant": bool(roots), "actions": [{"root": root} for root in roots]}


ANNOTATED = [
    {
        "id": "c",
        "text": "Arnor helped Gondor.",
        "relevant_majority": True,
        "roots_majority": ["07"],
        "raters": {"2": rater("07", "06"), "1": rater("07")},
    },
    {
        "id": "d",
        "text": "The sun shone.",
        "relevant_majority": False,
        "roots_majority": [],
        "raters": {"1": rater(), "2": rater("01")},
    },
]


def written(folder: Path, name: str, content: list[dict[str, Any]]) -> None:
    lines = "".join(json.dumps(row) + "\n" for row in content)
    (folder / f"{name}_dev.jsonl").write_text(lines, encoding="utf-8")


def test_a_typed_sentence_has_the_codes_of_both_sides(tmp_path: Path) -> None:
    event = {
        "event": "AID",
        "actors": [{"actorText": "Arnor", "code": "ARN"}, {"actorText": "they", "code": None}],
        "recipients": [],
    }
    written(tmp_path, "plover_gsr", [{"id": "a", "date": None, "text": "Arnor helped.", "events": [event]}])
    assert rows(tmp_path, "plover_gsr") == [
        TypedSentence(
            sentence=Sentence(id="a", text="Arnor helped.", published=GSR_DATE),
            type="AID",
            actors=("ARN", ""),
            recipients=(),
        )
    ]


@pytest.mark.parametrize(
    ("marked", "source", "target"),
    [
        ("<s>Arnor</s> hit <t>Gondor</t>.", (0, 5), (10, 16)),
        ("<t>Arnor</t> was hit by <s>Gondor</s>.", (17, 23), (0, 5)),
        ("Then <s>Arnor</s> hit.", (5, 10), None),
        ("<s>men of <t>Arnor</t></s> hit.", (0, 12), (7, 12)),
    ],
)
def test_marks_are_places_in_the_text_without_them(
    tmp_path: Path, marked: str, source: tuple[int, int], target: tuple[int, int] | None
) -> None:
    text = marked
    for tag in ("<s>", "</s>", "<t>", "</t>"):
        text = text.replace(tag, "")
    row = {"id": "a", "text": text, "marked": marked, "event_zsp": "YIELD", "zsp_L2_pred": "AID"}
    written(tmp_path, "plv", [row])
    (pair,) = rows(tmp_path, "plv")
    assert pair == Pair(
        sentence=Sentence(id="a", text=text, published=UNDATED),
        source=source,
        target=target,
        type="YIELD",
        zsp="AID",
    )


def test_tuples_have_their_own_date(tmp_path: Path) -> None:
    written(tmp_path, "petr2_gsr", PETR2)
    first, second = rows(tmp_path, "petr2_gsr")
    assert first == Tuples(
        sentence=Sentence(id="a", text="Arnor met Gondor.", published="2008-08-06"),
        events=frozenset({("ARN", "GON", "040"), ("GON", "ARN", "040")}),
    )
    assert isinstance(second, Tuples)
    assert not second.events


def test_coders_are_kept_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    written(tmp_path, "cameo_annot", ANNOTATED)
    row = rows(tmp_path, "cameo_annot")[0]
    assert row == Annotated(
        sentence=Sentence(id="c", text="Arnor helped Gondor."),
        relevant=True,
        roots=frozenset({"07"}),
        coders=(
            Coder(relevant=True, roots=frozenset({"07"})),
            Coder(relevant=True, roots=frozenset({"06", "07"})),
        ),
    )


def test_null_sentences_come_from_two_sets(tmp_path: Path) -> None:
    written(tmp_path, "petr2_gsr", PETR2)
    written(tmp_path, "cameo_annot", ANNOTATED)
    assert rows(tmp_path, "null") == [
        Null(sentence=Sentence(id="b", text="It rained in Arnor.", published="2008-08-07")),
        Null(
            sentence=Sentence(id="d", text="The sun shone."),
            coders=(
                Coder(relevant=False, roots=frozenset()),
                Coder(relevant=True, roots=frozenset({"01"})),
            ),
        ),
    ]


def test_a_sample_is_spread_over_the_set(tmp_path: Path) -> None:
    written(tmp_path, "cameo_penta", [{"id": str(n), "text": f"Text {n}.", "penta": "4"} for n in range(10)])
    sample = rows(tmp_path, "cameo_penta", sample=3)
    assert [row.sentence.id for row in sample] == ["0", "3", "6"]
    assert sample[0] == Classed(sentence=Sentence(id="0", text="Text 0."), penta="4")


def test_other_texts_are_those_of_files_that_are_not_scored(tmp_path: Path) -> None:
    written(tmp_path, "cameo_penta", [{"id": "a", "text": "scored", "penta": "4"}])
    written(tmp_path, "es_gsr", [{"id": "b", "text": "otro", "date": "19940611"}])
    written(tmp_path, "ar_gsr", [{"id": "c", "text": "نص"}])
    assert [(each.id, each.text) for each in others(tmp_path)] == [("c", "نص"), ("b", "otro")]
