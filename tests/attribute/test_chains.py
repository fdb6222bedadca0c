from __future__ import annotations


def test_sources_tell_an_outlet(read) -> None:
    reading = read("Sources tell Reuters that rebels attacked the port.")
    assert reading.event_chain("attacked") == ["Sources", "Reuters"]
    outlet = reading.by("Reuters")
    assert (outlet.cue, outlet.parent_id, outlet.source.kind) == (None, None, "outlet")


def test_outlet_reports_what_a_person_said(read) -> None:
    reading = read("Reuters reported that the governor said rebels attacked the port.")
    assert reading.event_chain("attacked") == ["the governor", "Reuters"]


def test_a_later_official_keeps_the_outlet(read) -> None:
    reading = read(
        "More soldiers have arrived, defence officials confirm to Sky News. "
        "“Rebels attacked the port at dawn,” one official said."
    )
    assert reading.event_chain("attacked") == ["one official", "Sky News"]


def test_an_indefinite_source_starts_anew(read) -> None:
    reading = read(
        "Defence officials told Sky News that soldiers have arrived. Officials said rebels attacked the port."
    )
    assert reading.event_chain("attacked") == ["Officials"]


def test_one_is_not_told_by_oneself(read) -> None:
    reading = read("Anna Weber said the plan was bad, saying that it let rebels attack the port.")
    assert all(len(reading.chain(a)) == 1 for a in reading.result.attributions)


def test_first_person_speaks_for_its_speaker(read) -> None:
    reading = read("“We said in May that rebels attacked the port,” Anna Weber said.")
    assert {a.source.name for a in reading.result.attributions} == {"Anna Weber"}


def test_ids_are_unique_and_parents_exist(read) -> None:
    reading = read(
        "Anna Weber told Reuters that police say, according to the BBC, that the general reportedly fled."
    )
    assert len(reading.by_id) == len(reading.result.attributions)
    assert all(a.parent_id is None or a.parent_id in reading.by_id for a in reading.result.attributions)
