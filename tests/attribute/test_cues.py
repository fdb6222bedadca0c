from __future__ import annotations


def test_that_clause(read) -> None:
    reading = read("The mayor said that the bridge had collapsed.")
    attribution = reading.by("The mayor")
    assert reading.content("The mayor") == ["the bridge had collapsed"]
    assert (attribution.cue.text, attribution.act, attribution.form) == ("said", "asserts", "indirect")


def test_cue_after_and_inside_its_content(read) -> None:
    after = read("Rebels shelled the harbour overnight, officials said on Monday.")
    assert after.content("officials") == ["Rebels shelled the harbour overnight"]
    inside = read("The rebels, the minister said, shelled the harbour.")
    assert " ".join(inside.content("the minister")) == "The rebels shelled the harbour"


def test_inverted_subject(read) -> None:
    assert read("“The fire began upstairs,” said Maria Lopez, the fire chief.").content(
        "Maria Lopez, the fire chief"
    ) == ["The fire began upstairs"]


def test_passive_without_agent_withholds_its_source(read) -> None:
    attribution = read("The general is believed to have fled the country.").by(None)
    assert attribution.source.naming == "withheld"
    assert attribution.act == "hypothesises"


def test_infinitive_of_a_wish_is_no_telling(read) -> None:
    assert read("The family wanted to say goodbye to him.").sources() == []


def test_a_relative_pronoun_speaks_for_its_antecedent(read) -> None:
    assert "a nurse" in read("Reporters met a nurse who said that soldiers had burned the clinic.").sources()
