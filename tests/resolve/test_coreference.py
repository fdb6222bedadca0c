from __future__ import annotations

from collections.abc import Callable

import pytest

import whence
from whence.handover import Extraction, ParsedDocument
from whence.records import ActorKind
from whence.resolve.coreference import (
    Cluster,
    is_expletive,
    matches_person,
    pronoun_antecedent,
    subject_before,
)
from whence.resolve.names import name_key
from whence.resolve.readings import Reading, read_phrase

Build = Callable[..., tuple[ParsedDocument, Extraction]]

MET = """
Maria Maria PROPN 3 nsubj person PER
Silva Silva PROPN 1 flat _ PER
met meet VERB 0 root
Juan Juan PROPN 3 obj person PER
Cruz Cruz PROPN 4 flat _ PER
"""
SAID = """
She she PRON 2 nsubj
thanked thank VERB 0 root
him he PRON 2 obj
"""
CLEAR = """
It it PRON 3 nsubj
is be AUX 3 cop
clear clear ADJ 0 root
that that SCONJ 6 mark
they they PRON 6 nsubj
lost lose VERB 3 csubj
"""


def readings(built: tuple[ParsedDocument, Extraction]) -> list[Reading]:
    parsed, extraction = built
    return [read_phrase(parsed, parsed.sentences[p.sentence], p) for p in extraction.phrases]


def cluster(reading: Reading) -> Cluster:
    made = Cluster(name=reading.name or "", kind="person")
    made.add(reading)
    made.keys.add(name_key(made.name))
    return made


def test_pronouns_agree_in_gender(tree_document: Build) -> None:
    maria, juan, she, him = readings(
        tree_document(
            [MET, SAID],
            [
                (0, 1, 1, 2, "actor", "name"),
                (0, 4, 4, 5, "actor", "name"),
                (1, 1, 1, 1, "actor", "pronoun"),
                (1, 3, 3, 3, "actor", "pronoun"),
            ],
        )
    )
    mentions = [(cluster(maria), maria), (cluster(juan), juan)]
    found = pronoun_antecedent(she, mentions), pronoun_antecedent(him, mentions)
    assert [f and f[0].name for f in found] == ["Maria Silva", "Juan Cruz"]


def test_an_object_is_not_its_subject(tree_document: Build) -> None:
    she, him = readings(
        tree_document([SAID], [(0, 1, 1, 1, "actor", "name"), (0, 3, 3, 3, "actor", "pronoun")])
    )
    assert pronoun_antecedent(him, [(cluster(she), she)]) is None


def test_surname_and_given_name(tree_document: Build) -> None:
    (maria, surname, given) = readings(
        tree_document(
            [MET],
            [
                (0, 1, 1, 2, "actor", "name"),
                (0, 1, 1, 2, "actor", "name"),
                (0, 4, 4, 5, "actor", "name"),
            ],
        )
    )
    assert matches_person(cluster(maria), surname) == 3
    assert matches_person(cluster(maria), given) == 0


def several(reading: Reading, kind: ActorKind = "group") -> Cluster:
    made = Cluster(name=reading.description, kind=kind, number="one" if kind != "group" else "several")
    made.add(reading)
    return made


FOUGHT = """
Rebels rebel NOUN 2 nsubj
fought fight VERB 0 root
soldiers soldier NOUN 2 obj
"""
FLED = """
They they PRON 2 nsubj
fled flee VERB 0 root
"""


def test_they_takes_up_a_clear_subject_only(tree_document: Build) -> None:
    built = tree_document(
        [FOUGHT, FLED],
        [
            (0, 1, 1, 1, "actor", "nominal"),
            (0, 3, 3, 3, "actor", "nominal"),
            (1, 1, 1, 1, "actor", "pronoun"),
        ],
    )
    rebels, soldiers, they = readings(built)
    mentions = [(several(rebels), rebels), (several(soldiers), soldiers)]
    found = pronoun_antecedent(they, mentions)
    assert found is not None and found[0].name == "Rebels"
    # Of two objects neither is clearly better.
    assert (
        pronoun_antecedent(they, [(several(soldiers), soldiers), (several(rebels, "armed_group"), rebels)])
        is None
    )


def test_they_is_no_outlet(tree_document: Build) -> None:
    built = tree_document(
        [FOUGHT, FLED], [(0, 1, 1, 1, "actor", "nominal"), (1, 1, 1, 1, "actor", "pronoun")]
    )
    station, they = readings(built)
    assert pronoun_antecedent(they, [(several(station, "outlet"), station)]) is None


def test_expletive_it(tree_document: Build) -> None:
    (it,) = readings(tree_document([CLEAR], [(0, 1, 1, 1, "actor", "pronoun")]))
    assert is_expletive(it)


def test_it_looks_at_the_subject_before(tree_document: Build) -> None:
    parsed, extraction = tree_document([MET, SAID], [(1, 1, 1, 1, "actor", "pronoun")])
    reading = read_phrase(parsed, parsed.sentences[1], extraction.phrases[0])
    assert subject_before(reading, parsed.sentences[0]) == (0, 1)
    assert subject_before(reading, None) is None


def test_mentions_stay_in_text_order(tree_document: Build) -> None:
    maria, juan = readings(
        tree_document([MET], [(0, 1, 1, 2, "actor", "name"), (0, 4, 4, 5, "actor", "name")])
    )
    made = Cluster(name="x", kind="person")
    made.add(juan)
    made.add(maria)
    assert made.mentions == [maria, juan]
    assert made.last_before(juan) is maria
    assert made.last_before(maria) is None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Syria says it is willing to withdraw its troops.", "it", "Syria"),
        ("The rebels said they would leave the town.", "they", "rebels"),
        ("Britain told Kenya it would not send troops.", "it", "United Kingdom"),
        ("Officials said it was raining.", "it", None),
        ("Iran said it was likely to rain.", "it", None),
    ],
)
def test_the_subject_of_what_is_said_is_who_says_it(text: str, pronoun: str, name: str | None) -> None:
    found = whence.analyse(text, published="2019-05-06")
    names = {actor.actor_id: actor.name for actor in found.actors}
    told = [names.get(m.refers_to) for m in found.mentions if m.text == pronoun and m.kind == "actor"]
    assert told in ([name], [])
    assert told or name is None
