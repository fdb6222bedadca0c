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
