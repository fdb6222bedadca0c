"""``analyse`` on any text fits the schema, and every span slices exactly."""

from typing import Any

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import whence
from whence.analysis import PARTS
from whence.export import jsonschema as schema

VALIDATOR = jsonschema.Draft202012Validator(schema.analysis())
WORDS = st.sampled_from(
    "the army Reuters officials said told that shelled “ ” \" ' , . … - — ( ) [ ] Monday 12 dozens of killed by "
    "Damascus Putin denied according to reportedly Gen. U.S. 's n't \n \n\n \t \u202e \u200b \U0001f4a5 é 法".split(" ")
)
news_like = st.lists(WORDS, max_size=60).map(" ".join)


def check(text: str) -> dict[str, Any]:
    found = whence.analyse(text, published="2015-10-01").to_dict()
    VALIDATOR.validate(found)
    assert tuple(found) == PARTS
    assert found["document"]["text"] == text
    for part in PARTS[1:]:
        for row in found[part]:
            slices(row, text)
    return found


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
@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
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


def test_stances_of_one_event_are_one_per_holder() -> None:
    found = check("The minister said rebels had killed 12 people in Karm. A rebel spokesman denied the killing.")
    for mention in found["event_mentions"]:
        rows = [
            s["attribution_id"]
            for s in found["stances"]
            if s["event_mention_id"] == mention["event_mention_id"] and s["scope"] == "event"
        ]
        assert len(rows) == len(set(rows))
        assert mention["attribution_id"] in rows


def test_a_date_that_cannot_be_read_is_as_none() -> None:
    assert whence.analyse("The army left.", published="yesterday").document.published is None


def test_the_same_text_gives_the_same_records() -> None:
    text = "Police arrested 40 protesters in Tarsk on Sunday, the interior ministry said."
    assert whence.analyse(text).to_dict() == whence.analyse(text).to_dict()
