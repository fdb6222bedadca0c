from __future__ import annotations


def test_named_with_title_and_apposition(read) -> None:
    source = (
        read("Jana Novak, a spokeswoman for the army, said that the base was attacked.")
        .result.attributions[0]
        .source
    )
    assert source.text == "Jana Novak, a spokeswoman for the army"
    assert (source.naming, source.kind) == ("named", "person")


def test_described_and_bare(read) -> None:
    assert (
        read("Defence officials said the base was attacked.").by("Defence officials").source.naming
        == "described"
    )
    source = read("Sources said the base was attacked.").by("Sources").source
    assert (source.naming, source.kind, source.number) == ("bare", "unspecified", "several")


def test_without_the_relative_clause(read) -> None:
    assert "A guard" in read("A guard, who had been asleep, said the base was attacked.").sources()


def test_joint_speakers_are_one_source(read) -> None:
    reading = read("Anna Weber and Jan Maas said the base was attacked.")
    source = reading.by("Anna Weber and Jan Maas").source
    assert source.number == "several"
    assert len(source.actor_ids) == 2


def test_pronoun_keeps_its_span_and_takes_the_full_name(read) -> None:
    reading = read("Anna Weber visited the base on Monday. She said rebels attacked it.")
    assert reading.by("She").source.name == "Anna Weber"


def test_basis(read) -> None:
    assert read("A witness said rebels attacked the base.").by("A witness").source.basis == "witness"
    assert read("The report says rebels attacked the base.").by("The report").source.basis == "document"
    remote = read("The Geneva-based monitor says rebels attacked the base.").by("The Geneva-based monitor")
    assert remote.source.basis == "remote"


def test_reason_for_anonymity(read) -> None:
    reading = read("An officer said, on condition of anonymity, that rebels attacked the base.")
    assert (
        reading.by("An officer").source.reason
        == "on condition of anonymity, that rebels attacked the base"[:25]
    )


def test_every_source_slices(read) -> None:
    reading = read("Anna Weber told Reuters that, according to police, the general reportedly fled.")
    for attribution in reading.result.attributions:
        source = attribution.source
        if source.start is not None:
            assert reading.text[source.start : source.end] == source.text
