from __future__ import annotations


def test_denied_accusation_reaches_the_deed(read) -> None:
    reading = read("The minister said that rebels attacked the port. The rebels denied the accusation.")
    assert reading.stances("attacked")["The rebels"] == ("-", "certain")


def test_a_denial_in_a_relative_clause_is_its_own_telling(read) -> None:
    reading = read("Police said that Omar attacked the shop, which his lawyer denied.")
    assert reading.stances("attacked")["Police"] == ("+", "certain")
    assert reading.stances("attacked")["his lawyer"] == ("-", "certain")


def test_only_the_target_is_denied_where_the_strike_is_told(read) -> None:
    reading = read(
        "Russian planes attacked northern villages on Thursday. "
        "But the colonel said, “We don’t believe” that Russia attacked terrorists."
    )
    denied = [s for s in reading.result.stances if s.sign == "-"]
    assert {s.scope for s in denied} == {"event", "recipient"}
    argument = next(s.argument for s in denied if s.scope == "recipient")
    assert reading.text[argument[0] : argument[1]] == "terrorists"


def test_accusations_denied_in_the_plural_are_all_denied(read) -> None:
    reading = read(
        "A nurse claimed that the militia burned her house. She claimed that the militia beat her son. "
        "It rained on Monday. The militia denied these allegations."
    )
    assert reading.stances("burned")["The militia"] == ("-", "certain")
    assert reading.stances("beat")["The militia"] == ("-", "certain")


def test_a_denied_claim_keeps_its_holder(read) -> None:
    reading = read("Officials denied the president's claim of fraud.")
    assert reading.stances("fraud")["the president"] == ("+", "certain")
    assert reading.stances("fraud")["Officials"] == ("-", "certain")


def test_claims_called_baseless_are_denied(read) -> None:
    reading = read("The mayor called the claims that soldiers looted shops baseless.")
    assert reading.stances("looted")["The mayor"] == ("-", "certain")


def test_a_plea_denies_the_charge(read) -> None:
    reading = read("Omar Haddad pleaded not guilty to the murder of two nurses.")
    assert reading.stances("murder")["Omar Haddad"] == ("-", "certain")


def test_a_teller_discredits_a_claim(read) -> None:
    reading = read("The minister falsely claimed that troops had killed nurses.")
    assert reading.stances("killed") == {"The minister": ("+", "certain"), "article": ("-", "certain")}


def test_opposite_tellings_of_one_event_answer_each_other(read) -> None:
    reading = read("Police said rebels attacked the port. The rebels said they did not attack the port.")
    first = next(e for e in reading.extraction.events if e.lemma == "attack" and e.polarity == "+")
    second = next(e for e in reading.extraction.events if e.lemma == "attack" and e.polarity == "-")
    if first.cluster == second.cluster:
        assert reading.stances("attacked")["The rebels"] == ("-", "certain")
