from dataclasses import replace

from builders import Claim, report
from whence.link import link
from whence.records import Actor, Mention
from whence.tables import DocumentRecords, Held


def test_tellings_of_one_event_share_an_id_and_others_do_not() -> None:
    a = report("A", [Claim(voice="Ada Brook")])
    b = report("B", [Claim(voice="Boris Lund")], published="2020-03-02")
    far = report("C", [Claim(voice="Clara Dietz", target="Tarsk")], published="2021-07-01")
    event_of = link(Held([a, b, far])).event_of
    ids = [event_of[item.event_mentions[0].event_mention_id] for item in (a, b, far)]
    assert ids[0] == ids[1] != ids[2]


def test_an_event_takes_the_id_of_its_earliest_telling() -> None:
    a = report("A", [Claim(voice="Ada Brook")], published="2020-03-02")
    b = report("B", [Claim(voice="Boris Lund")], published="2020-03-01")
    event_of = link(Held([a, b])).event_of
    assert set(event_of.values()) == {b.event_mentions[0].event_id}


def person(item: DocumentRecords, name: str, form: str = "name") -> DocumentRecords:
    """``item`` with its target as a person called ``name``."""
    (told,) = item.event_mentions
    (target,) = told.recipients
    key = f"a-{name}"
    actor = Actor(
        actor_id=key, name=name, aliases=(), kind="person", country=None, sectors=(), wikidata=None, roles=()
    )
    called = Mention(
        mention_id=f"m-{name}", document_id=told.document_id, start=target.start, end=target.end,
        text=target.text, kind="actor", form=form, refers_to=key, value=None,  # type: ignore[arg-type]
    )  # fmt: skip
    hit = replace(told, recipients=(replace(target, actor_id=key, name=name),))
    return replace(item, actors=(actor,), mentions=(called,), event_mentions=(hit,))


def test_persons_are_told_apart_by_name_not_by_description() -> None:
    a, b = report("A", [Claim(voice="Ada Brook")]), report("B", [Claim(voice="Boris Lund")])

    def events(one: DocumentRecords, other: DocumentRecords) -> int:
        return len(set(link(Held([one, other])).event_of.values()))

    assert events(person(a, "Maria Lopez"), person(b, "John Baker")) == 2
    assert events(person(a, "Maria Lopez"), person(b, "Lopez")) == 1
    assert events(person(a, "Maria Lopez"), person(b, "a clerk", form="nominal")) == 1
