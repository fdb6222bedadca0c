from __future__ import annotations


def test_floating_quotation(read) -> None:
    reading = read("“We lost the bridge,” the captain said, “and then the harbour.”")
    assert reading.content("the captain") == ["We lost the bridge", "and then the harbour."]
    assert reading.by("the captain").form == "direct"


def test_following_sentences_in_quotation_marks_go_on(read) -> None:
    reading = read("“We lost the bridge,” the captain said. “The rebels attacked at dawn. Nobody slept.”")
    assert reading.event_chain("attacked") == ["the captain"]


def test_paragraphs_of_one_quotation(read) -> None:
    reading = read(
        "“We lost the bridge,” the captain said.\n\n“The rebels attacked at dawn.\n\n“They burned us out.”"
    )
    assert reading.event_chain("attacked") == ["the captain"]
    assert "They burned us out." in reading.content("the captain")[-1]


def test_a_quotation_belongs_to_its_own_cue_not_to_the_next_sentence(read) -> None:
    reading = read(
        "“We are friends,” Anna Weber said. “We fight pirates.”\nBut Jan Maas added, “I doubt it.”"
    )
    assert any("pirates" in c for c in reading.content("Anna Weber"))
    assert not any("pirates" in c for c in reading.content("Jan Maas"))


def test_signature(read) -> None:
    reading = read("“The rebels attacked at dawn and they will be back soon.” Source to Reuters")
    assert reading.event_chain("attacked") == ["Source", "Reuters"]


def test_colon(read) -> None:
    reading = read("On Monday he was brief and said: “The rebels attacked at dawn.”")
    assert reading.event_chain("attacked")[0] == "he"


def test_scare_quotes_stay_in_the_content_that_holds_them(read) -> None:
    reading = read("The minister said the rebels were “bandits” and would be jailed.")
    assert reading.sources() == ["The minister"]
    assert reading.by("The minister").form == "mixed"


def test_scare_quotes_alone_are_nobodys(read) -> None:
    assert read("The “caravan” crossed the border.").sources() == []


def test_bracketed_edits_stay_in_the_content(read) -> None:
    reading = read("“They [the rebels] attacked the port,” the captain said.")
    assert reading.content("the captain") == ["They [the rebels] attacked the port"]


def test_colon_without_a_cue(read) -> None:
    reading = read("The mayor gave another account: “The rebels attacked us at dawn.”")
    assert reading.event_chain("attacked") == ["The mayor"]
