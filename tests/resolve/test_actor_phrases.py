from __future__ import annotations

from collections.abc import Callable

import pytest

from whence.handover import Extraction, ParsedDocument
from whence.resolve.actor_phrases import countries_named, event_arguments, is_actor, person_surnames

Build = Callable[..., tuple[ParsedDocument, Extraction]]

SAID = """
{name} {name} PROPN 2 nsubj place LOC
said say VERB 0 root
"""
SHELLED = """
{name} {name} PROPN 3 nsubj:pass place LOC
was be AUX 3 aux:pass
shelled shell VERB 0 root
"""
WARNED = """
Rebels rebel NOUN 2 nsubj
warned warn VERB 0 root
{name} {name} PROPN 2 obj place LOC
"""


@pytest.mark.parametrize(("tree", "head", "acts"), [(SAID, 1, True), (SHELLED, 1, False), (WARNED, 3, True)])
def test_a_capital_acts_where_a_government_would(
    tree_document: Build, tree: str, head: int, acts: bool
) -> None:
    parsed, extraction = tree_document([tree.format(name="Moscow")], [(0, head, head, head, "actor", "name")])
    sentences = {s.index: s for s in parsed.sentences}
    assert is_actor(extraction.phrases[0], event_arguments(extraction), sentences, frozenset()) is acts


def test_a_town_that_is_warned_is_not_a_government(tree_document: Build) -> None:
    parsed, extraction = tree_document([WARNED.format(name="Idlib")], [(0, 3, 3, 3, "actor", "name")])
    sentences = {s.index: s for s in parsed.sentences}
    assert not is_actor(extraction.phrases[0], event_arguments(extraction), sentences, frozenset())


def test_countries_are_counted_by_name_adjective_and_people(tree_document: Build) -> None:
    tree = """
    French French ADJ 2 amod
    farmers farmer NOUN 3 nsubj person
    told tell VERB 0 root
    Danes Dane PROPN 3 iobj person
    """
    _, extraction = tree_document([tree], [(0, 2, 1, 2, "actor", "nominal"), (0, 4, 4, 4, "actor", "name")])
    assert countries_named(extraction) == {"DNK": 1, "FRA": 1}


def test_surnames_come_from_full_names(tree_document: Build) -> None:
    tree = """
    Ana Ana PROPN 3 nsubj person PER
    Lima Lima PROPN 1 flat _ PER
    left leave VERB 0 root
    """
    parsed, _ = tree_document([tree], [])
    assert person_surnames(parsed) == frozenset({"lima"})
