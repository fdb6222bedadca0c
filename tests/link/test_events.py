from builders import Claim, report
from whence.link import link


def test_tellings_of_one_event_share_an_id_and_others_do_not() -> None:
    a = report("A", [Claim(voice="Ada Brook")])
    b = report("B", [Claim(voice="Boris Lund")], published="2020-03-02")
    far = report("C", [Claim(voice="Clara Dietz", target="Tarsk")], published="2021-07-01")
    event_of = link([a, b, far]).event_of
    ids = [event_of[item.event_mentions[0].event_mention_id] for item in (a, b, far)]
    assert ids[0] == ids[1] != ids[2]


def test_an_event_takes_the_id_of_its_earliest_telling() -> None:
    a = report("A", [Claim(voice="Ada Brook")], published="2020-03-02")
    b = report("B", [Claim(voice="Boris Lund")], published="2020-03-01")
    event_of = link([a, b]).event_of
    assert set(event_of.values()) == {b.event_mentions[0].event_id}
