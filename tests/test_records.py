"""The public contract: tables and fields as the design lists them, ids and rounding."""

import hashlib
import inspect
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence import records
from whence.records import TABLES, stable_id, to_dict

SPAN = "text start end"

# Written out from the table of the design; a field may be added there and here, never renamed.
CONTRACT = {
    "documents": "document_id path url outlet title byline published published_precision captured language "
    "translated_from version_of text sha256 analysis_key",
    "passages": "document_id start end kind",
    "tokens": "document_id sentence index start end text lemma upos feats head deprel",
    "mentions": "mention_id document_id start end text kind form refers_to value",
    "actors": "actor_id name aliases kind country sectors wikidata roles reviewed",
    "places": "place_id name kind country admin1 lat lon precision geonames",
    "attributions": "attribution_id document_id parent_id source cue content act form reviewed",
    "event_mentions": "event_mention_id event_id document_id sentence trigger type mode contexts other cameo "
    "actors recipients place date realis quantities attribution_id restated codes why factuality principal "
    "confidence political reviewed",
    "stances": "stance_id event_mention_id attribution_id sign certainty scope argument cue why reviewed",
    "relations": "relation_id document_id subject type object start end attribution_id sign from to",
    "reprints": "document_id of_document_id direction kind share spans evidence probability reviewed",
    "derivations": "event_id event_mention_id of_event_mention_id origin_id basis probability evidence",
    "stories": "story_id title from to document_ids",
    "events": "event_id story_id type mode contexts cameo actors recipients place date realis status "
    "quantities document_ids reports outlets origins denials disputed_fields follows first_reported reviewed",
    "origins": "origin_id event_id sign kind source party event_mention_ids attribution_ids document_ids",
    "conflicts": "conflict_id kind why probability field event_ids sides",
    "judgements": "anchors verdict field value who when note",
    "changes": "run_id kind table old_id new_id",
    "losses": "path document_id stage reason detail",
    "runs": "run_id started finished version counts codebook actors",
}
NESTED = {
    "TimeValue": "from to precision",
    "Role": "title organization from to",
    "Source": f"{SPAN} actor_id actor_ids name kind naming affiliation number basis reason",
    "Argument": f"{SPAN} actor_id name country sectors title",
    "EventPlace": f"{SPAN} place_id name",
    "EventDate": f"from to {SPAN} precision anchor",
    "Quantity": f"role {SPAN} low high approximate",
    "Code": "scheme code why",
    "RelationParty": f"{SPAN} actor_id name",
    "EventParty": "actor_id name",
    "EventSite": "place_id name",
    "EventQuantity": "role low high approximate origin_ids",
    "OriginInterval": "low expected high",
    "Side": "value sign origin_ids document_ids",
    "ValueRange": "low high",
    "Anchor": "sha256 start end field",
    "Review": "field verdict value who when",
}
VALUES = {
    ("Passage", "kind"): "headline body dateline byline caption credit related promotion truncation",
    ("Mention", "kind"): "actor place time quantity",
    ("Actor", "kind"): "person organization government armed_group outlet country group",
    ("Place", "kind"): "continent region country admin1 admin2 city site sea river mountain",
    ("Source", "kind"): "person organization outlet government document group unspecified",
    ("Source", "naming"): "named described bare withheld",
    (
        "Attribution",
        "act",
    ): "asserts denies doubts asks orders plans promises threatens evaluates hypothesises no_comment",
    ("Attribution", "form"): "direct indirect mixed",
    ("EventMention", "realis"): "past ongoing future conditional generic",
    ("Quantity", "role"): "killed injured arrested displaced size other",
    ("Stance", "sign"): "+ - ?",
    ("Stance", "certainty"): "certain probable possible none",
    ("Stance", "scope"): "event actor recipient place date quantity purpose",
    ("Relation", "type"): "leads member_of part_of ally_of opposes supports proxy_of family_of holds_office "
    "located_in",
    ("Reprint", "direction"): "known undecided",
    ("Reprint", "kind"): "verbatim edited excerpt",
    ("Derivation", "basis"): "span credit utterance detail",
    ("Event", "status"): "denied disputed planned hypothetical corroborated reported",
    ("Origin", "kind"): "person statement document newsroom anonymous unknown",
    ("Origin", "party"): "actor recipient ally none unknown",
    ("Conflict", "kind"): "contradiction revision precision labelling",
    ("Conflict", "field"): "occurrence actor recipient place date quantity purpose",
    ("Judgement", "verdict"): "same different unsure right wrong corrected added",
    ("Change", "kind"): "new merged split renamed gone",
}


def written(record: type) -> list[str]:
    """Field names as they are written outside Python."""
    return [field.name.rstrip("_") for field in fields(record)]


def test_the_tables_of_the_design_in_its_order() -> None:
    assert list(TABLES) == list(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_a_table_has_the_fields_of_the_design_in_order(name: str) -> None:
    kept = [field for field in written(TABLES[name]) if field in CONTRACT[name].split()]
    assert kept == CONTRACT[name].split()


@pytest.mark.parametrize("name", NESTED)
def test_a_nested_object_has_the_fields_of_the_design(name: str) -> None:
    assert set(NESTED[name].split()) <= set(written(getattr(records, name)))


@pytest.mark.parametrize(("record", "field"), VALUES)
def test_a_closed_field_has_the_values_of_the_design(record: str, field: str) -> None:
    annotation = get_type_hints(getattr(records, record))[field]
    options = [value for part in (annotation, *get_args(annotation)) for value in get_args(part)]
    strings = [value for value in options if isinstance(value, str)] or list(get_args(annotation))
    assert set(VALUES[record, field].split()) <= set(strings)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_frozen_documented_and_made_by_keyword(name: str) -> None:
    record = TABLES[name]
    assert is_dataclass(record)
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert all(field.kw_only for field in fields(record))
    assert all(not field.name.startswith("_") for field in fields(record))
    documented = record.__doc__ and not record.__doc__.startswith(f"{record.__name__}(")
    assert documented or name == "runs", "a dataclass without a docstring gets its signature as one"


def test_an_id_has_its_prefix_and_48_bits() -> None:
    digest = hashlib.sha256(b"a\x1f1\x1f").hexdigest()
    assert stable_id("e", "a", 1, None) == f"e-{digest[:12]}"


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_ids_are_equal_when_parts_are(one: list[str], other: list[str]) -> None:
    joined = ["\x1f".join(parts) for parts in (one, other)]
    assert (stable_id("e", *one) == stable_id("e", *other)) == (joined[0] == joined[1])


def test_where_one_part_ends_matters() -> None:
    assert stable_id("e", "ab", "c") != stable_id("e", "a", "bc")
    assert stable_id("e", "a") != stable_id("o", "a")
    assert stable_id("e", "a", None) == stable_id("e", "a", "")


def test_lone_surrogates_have_an_id() -> None:
    assert stable_id("d", "\ud800").startswith("d-")


def test_from_is_written_without_its_underscore_at_every_depth() -> None:
    role = records.Role(title="minister", organization=None, from_="2004-03-09", to=None)
    actor = records.Actor(
        actor_id="a-1", name="Sergey Lavrov", aliases=("Lavrov",), kind="person", country="RUS",
        sectors=("GOV",), wikidata="Q58217", roles=(role,),
    )  # fmt: skip
    assert to_dict(actor) == {
        "actor_id": "a-1",
        "name": "Sergey Lavrov",
        "aliases": ["Lavrov"],
        "kind": "person",
        "country": "RUS",
        "sectors": ["GOV"],
        "wikidata": "Q58217",
        "roles": [{"title": "minister", "organization": None, "from": "2004-03-09", "to": None}],
        "candidates": [],
        "reviewed": [],
    }


def test_scores_are_rounded_and_coordinates_are_not() -> None:
    reprint = records.Reprint(
        document_id="d-1", of_document_id="d-2", direction="known", kind="excerpt", share=0.33333,
        spans=((0, 1, 2, 3),), evidence="", probability=0.987,
    )  # fmt: skip
    found = to_dict(reprint)
    assert (found["share"], found["probability"], found["spans"]) == (0.33, 0.99, [[0, 1, 2, 3]])
    place = records.Place(
        place_id="p-1", name="Damascus", kind="city", country="SYR", admin1=None, lat=33.51023,
        lon=36.29128, precision="city", geonames=170654,
    )  # fmt: skip
    found = to_dict(place)
    assert (found["lat"], found["lon"]) == (33.51023, 36.29128)


@pytest.mark.parametrize("value", [None, True, 3, "text", 0.5])
def test_scalars_are_as_they_are(value: Any) -> None:
    assert to_dict(value) is value or to_dict(value) == value


def test_mappings_have_text_keys_and_classes_are_no_records() -> None:
    assert to_dict({1: (0.123,)}) == {"1": [0.12]}
    assert to_dict(records.Role) is records.Role


def test_every_record_class_of_the_module_is_a_table_or_part_of_one() -> None:
    classes = {
        name
        for name, value in inspect.getmembers(records, inspect.isclass)
        if is_dataclass(value) and value.__module__ == records.__name__
    }
    assert classes == {record.__name__ for record in TABLES.values()} | set(NESTED) | {"Span"}
