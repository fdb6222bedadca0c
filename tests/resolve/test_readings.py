from __future__ import annotations

from collections.abc import Callable
from typing import Any

from whence.handover import Extraction, ParsedDocument
from whence.resolve.readings import given_gender, read_phrase

Build = Callable[..., tuple[ParsedDocument, Extraction]]


def reading(built: tuple[ParsedDocument, Extraction], **more: Any) -> Any:
    parsed, extraction = built
    phrase = extraction.phrases[0]
    return read_phrase(parsed, parsed.sentences[phrase.sentence], phrase, **more)


def test_title_and_country_before_a_name(tree_document: Build) -> None:
    tree = """
    Brazilian Brazilian ADJ 2 amod
    President President PROPN 5 nsubj person
    Ana Ana PROPN 2 flat person PER
    Lima Lima PROPN 3 flat _ PER
    spoke speak VERB 0 root
    """
    read = reading(tree_document([tree], [(0, 2, 1, 4, "actor", "name")]))
    assert (read.name, read.name_kind) == ("Ana Lima", "PER")
    assert read.country.iso3 == "BRA"
    assert read.role.position == "president"


def test_quantity_before_a_nationality(tree_document: Build) -> None:
    tree = """
    Hundreds hundred NOUN 5 nsubj
    of of ADP 4 case
    Kenyan Kenyan ADJ 4 amod
    soldiers soldier NOUN 1 nmod person
    left leave VERB 0 root
    """
    read = reading(tree_document([tree], [(0, 1, 1, 4, "actor", "nominal")]))
    assert read.description == "Kenyan soldiers"
    assert (read.lemma, read.country.iso3, read.number) == ("soldier", "KEN", "several")


def test_place_tag_of_a_known_surname_is_a_person(tree_document: Build) -> None:
    tree = """
    Lima Lima PROPN 2 nsubj place LOC
    spoke speak VERB 0 root
    """
    built = tree_document([tree], [(0, 1, 1, 1, "actor", "name")])
    assert reading(built).name_kind == "LOC"
    assert reading(built, surnames=frozenset({"lima"})).name_kind == "PER"


def test_acronym_in_brackets(tree_document: Build) -> None:
    tree = """
    Coastal Coastal PROPN 3 compound _ ORG
    Relief Relief PROPN 3 compound _ ORG
    Fund Fund PROPN 5 nsubj organization ORG
    (CRF) CRF PROPN 3 appos
    left leave VERB 0 root
    """
    assert reading(tree_document([tree], [(0, 3, 1, 3, "actor", "name")])).acronym == "CRF"


def test_given_name_gender() -> None:
    assert given_gender("Maria Silva") == "f"
    assert given_gender("Silva") is None
