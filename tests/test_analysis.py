"""``analyse`` on any text fits the schema, and every span slices exactly."""

from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import whence
from whence import pipeline
from whence.analysis import PARTS
from whence.export import jsonschema as schema

IDS = {
    "mentions": "mention_id",
    "actors": "actor_id",
    "places": "place_id",
    "attributions": "attribution_id",
    "event_mentions": "event_mention_id",
    "stances": "stance_id",
    "relations": "relation_id",
}
VALIDATOR = jsonschema.Draft202012Validator(schema.analysis())
NEWS = (
    "the army Reuters officials said told that shelled “ ” \" ' , . … - — ( ) [ ] Monday 12 dozens of killed "
    "by Damascus Putin denied according to reportedly citing who which Gen. U.S. 's n't \n \n\n \t \u202e "
    "\u200b \U0001f4a5 é 法"
)
WORDS = st.sampled_from(NEWS.split(" "))
news_like = st.lists(WORDS, max_size=60).map(" ".join)


def check(text: str) -> dict[str, Any]:
    found = whence.analyse(text, published="2015-10-01").to_dict()
    VALIDATOR.validate(found)
    assert tuple(found) == PARTS
    assert found["document"]["text"] == text
    for part in PARTS[1:]:
        for row in found[part]:
            slices(row, text)
    joined(found)
    return found


def joined(found: dict[str, Any]) -> None:
    """Ids are unique, and every id that a row gives is there, once."""
    ids: dict[str, set[str]] = {}
    for part, key in IDS.items():
        listed = [row[key] for row in found[part]]
        assert len(listed) == len(set(listed)), part
        ids[part] = set(listed)
    document_id = found["document"]["document_id"]
    for part in PARTS[1:]:
        assert all(row.get("document_id", document_id) == document_id for row in found[part]), part
    for row in found["attributions"]:
        assert row["parent_id"] is None or row["parent_id"] in ids["attributions"]
        assert row["source"]["actor_id"] is None or row["source"]["actor_id"] in ids["actors"]
        assert set(row["source"]["actor_ids"]) <= ids["actors"]
        assert all(0 <= start < end <= len(found["document"]["text"]) for start, end in row["content"])
    for row in found["mentions"]:
        if row["refers_to"] is not None:
            assert row["refers_to"] in ids["actors" if row["kind"] == "actor" else "places"]
    for row in found["event_mentions"]:
        for argument in (*row["actors"], *row["recipients"]):
            assert argument["actor_id"] is None or argument["actor_id"] in ids["actors"]
        assert not row["place"] or row["place"]["place_id"] in {None, *ids["places"]}
        start, end = row["sentence"]
        assert start <= row["trigger"]["start"] < row["trigger"]["end"] <= end
    for row in (*found["event_mentions"], *found["stances"], *found["relations"]):
        assert row["attribution_id"] is None or row["attribution_id"] in ids["attributions"]
    assert {row["event_mention_id"] for row in found["stances"]} <= ids["event_mentions"]
    holders(found)


def holders(found: dict[str, Any]) -> None:
    """One ``event`` stance for the article and for everyone on the chain above an event."""
    parents = {row["attribution_id"]: row["parent_id"] for row in found["attributions"]}
    for mention in found["event_mentions"]:
        on_chain, link = [None], mention["attribution_id"]
        while link is not None:
            assert link not in on_chain, "a chain has an end"
            on_chain.append(link)
            link = parents[link]
        told = [
            row["attribution_id"]
            for row in found["stances"]
            if row["event_mention_id"] == mention["event_mention_id"] and row["scope"] == "event"
        ]
        assert len(told) == len(set(told))
        assert set(on_chain) <= set(told)


def slices(value: Any, text: str) -> None:
    """Wherever ``text``, ``start`` and ``end`` stand together they agree."""
    if isinstance(value, dict):
        if value.get("start") is not None and isinstance(value.get("text"), str):
            assert text[value["start"] : value["end"]] == value["text"], value
        for item in value.values():
            slices(item, text)
    elif isinstance(value, list):
        for item in value:
            slices(item, text)


@given(st.one_of(st.text(), news_like, st.text(alphabet=st.characters(codec=None))))
@settings(max_examples=120)
def test_any_text(text: str) -> None:
    check(text)


def test_a_report_end_to_end() -> None:
    text = "Rebels shelled the town of Karm on Monday, officials told Reuters. The army denied it."
    found = check(text)
    shelled = next(e for e in found["event_mentions"] if e["trigger"]["text"] == "shelled")
    assert shelled["type"] == "ASSAULT"
    assert [a["text"] for a in shelled["actors"]] == ["Rebels"]
    assert shelled["date"]["from"] == "2015-09-28"  # the Monday before a Thursday
    chain = {a["attribution_id"]: a for a in found["attributions"]}
    inner = chain[shelled["attribution_id"]]
    assert inner["source"]["text"] == "officials"
    assert chain[inner["parent_id"]]["source"]["name"] == "Reuters"


def test_a_denial_and_a_chain_of_three() -> None:
    check("The minister said rebels had killed 12 people in Karm. A rebel spokesman denied the killing.")
    found = check(
        "The Gazette, citing local groups, reported that officers told Reuters rebels shelled Karm."
    )
    assert any(row["parent_id"] for row in found["attributions"])
    assert any(row["attribution_id"] for row in found["event_mentions"])


def test_every_word_of_a_sentence_is_a_token_with_a_head_in_it() -> None:
    found = check("Rebels shelled Karm. The army, which had left on Monday, denied it.")
    sentences: dict[int, list[dict[str, Any]]] = {}
    for token in found["tokens"]:
        sentences.setdefault(token["sentence"], []).append(token)
    assert list(sentences) == [0, 1]
    for tokens in sentences.values():
        assert [token["index"] for token in tokens] == list(range(1, len(tokens) + 1))
        assert [token["head"] for token in tokens].count(0) == 1
        assert all(0 <= token["head"] <= len(tokens) for token in tokens)


def test_passages_cover_all_that_is_no_space_once() -> None:
    text = "Shells fall on Karm\n\nBy Ada Brook\n\nRebels shelled Karm.\n\nRead more: Another story"
    found = check(text)
    covered = [0] * len(text)
    for passage in found["passages"]:
        for at in range(passage["start"], passage["end"]):
            covered[at] += 1
    assert all(covered[at] == 1 for at, character in enumerate(text) if not character.isspace())


def test_title_and_outlet_are_fields_and_never_text() -> None:
    analysis = whence.analyse("The army left.", title="Army leaves", outlet="Karm Gazette")
    assert analysis.document.text == "The army left."
    assert (analysis.document.title, analysis.document.outlet) == ("Army leaves", "Karm Gazette")


def test_without_a_date_relative_times_stay_unknown() -> None:
    analysis = whence.analyse("Rebels shelled the town of Karm on Monday.")
    (time,) = (m for m in analysis.mentions if m.kind == "time")
    assert time.text.endswith("Monday")
    assert time.value is None or (time.value.from_, time.value.to) == (None, None)


def test_another_language_is_kept_and_not_analysed() -> None:
    text = "Die Armee hat am Montag die Stadt beschossen, sagte der Bürgermeister den Journalisten."
    found = check(text)
    assert found["document"]["language"] == "de"
    assert all(not found[part] for part in PARTS if part not in ("document", "passages"))


def test_a_date_that_cannot_be_read_is_as_none() -> None:
    assert whence.analyse("The army left.", published="yesterday").document.published is None


def test_the_same_text_gives_the_same_records() -> None:
    text = "Police arrested 40 protesters in Tarsk on Sunday, the interior ministry said."
    assert whence.analyse(text).to_dict() == whence.analyse(text).to_dict()


def test_a_stage_that_fails_is_a_warning_and_an_analysis_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise RecursionError("too deep")

    monkeypatch.setattr(pipeline, "extract", broken)
    with pytest.warns(RuntimeWarning, match="RecursionError"):
        analysis = whence.analyse("The army left Karm.")
    assert analysis.document.text == "The army left Karm."
    assert analysis.event_mentions == ()


def test_every_part_is_an_attribute() -> None:
    analysis = whence.analyse("Police arrested 40 protesters in Tarsk on Sunday, the interior ministry said.")
    for part in PARTS:
        assert getattr(analysis, part) == getattr(analysis.records, part)
