from dataclasses import replace

import pytest

import whence
from builders import Claim, report
from whence.assess.speech import speaker
from whence.records import Actor
from whence.schema import speech_acts

(HIT,) = report("Gazette", [Claim()]).event_mentions
(ARMY,) = HIT.actors
MERKEL = Actor(
    actor_id="a-1", name="Angela Merkel", aliases=(), kind="person", country="DEU", sectors=(), wikidata=None,
    roles=(),
)  # fmt: skip
CONDEMNED = replace(HIT, lemma="condemn", actors=(replace(ARMY, actor_id="a-1", name="Angela Merkel"),))


def test_who_says_it_is_the_root_of_an_act_of_speech() -> None:
    root = speaker(CONDEMNED, {"a-1": MERKEL}, {"a-1": "a-9"}, {"a-1"}, {}, {})
    assert root is not None
    assert (root.kind, root.key, root.name) == ("person", ("a-9",), "Angela Merkel")
    ministry = replace(MERKEL, kind="government", name="Foreign Ministry")
    said = speaker(CONDEMNED, {"a-1": ministry}, {}, {"a-1"}, {}, {})
    assert said is not None
    assert said.kind == "statement"


def test_who_speaks_for_a_body_does_so_in_an_act_of_speech() -> None:
    belongs = {"a-1": "Government of Germany"}
    root = speaker(CONDEMNED, {"a-1": MERKEL}, {}, {"a-1"}, belongs, {"government of germany": "a-5"})
    assert root is not None
    assert (root.institution, root.affiliation) == ("a-5", "Government of Germany")


def test_other_acts_plans_and_unnamed_speakers_have_none() -> None:
    actors = {"a-1": MERKEL}
    assert speaker(replace(CONDEMNED, lemma="shell"), actors, {}, {"a-1"}, {}, {}) is None
    assert speaker(replace(CONDEMNED, realis="future"), actors, {}, {"a-1"}, {}, {}) is None
    unnamed = replace(CONDEMNED, actors=(replace(ARMY, actor_id="a-1", name="an attendant", country=None),))
    assert speaker(unnamed, actors, {}, set(), {}, {}) is None


@pytest.mark.parametrize("lemma", ["condemn", "accuse", "apologize", "urge", "threaten"])
def test_what_is_read_of_an_act_of_speech_leads_to_its_speaker(
    lemma: str,
) -> None:
    assert lemma in speech_acts()
    told = {
        "condemn": "Chad condemned the raid on Monday.",
        "accuse": "Chad accused Sudan of the raid on Monday.",
        "apologize": "Chad apologized to Sudan on Monday.",
        "urge": "Chad urged Sudan on Monday to stop the raids.",
        "threaten": "Chad threatened Sudan on Monday.",
    }[lemma]
    analysis = whence.analyse(told, published="2020-03-03")
    (mention,) = [m for m in analysis.event_mentions if m.lemma == lemma]
    actors = {actor.actor_id: actor for actor in analysis.actors}
    named = {m.refers_to for m in analysis.mentions if m.form == "name" and m.refers_to}
    root = speaker(mention, actors, {}, named, {}, {})
    assert root is not None
    assert root.name == "Chad"
