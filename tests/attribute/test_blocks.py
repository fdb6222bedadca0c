from __future__ import annotations

QUOTED = "The roads were mined by rebels. Two nurses died there."


def test_a_paragraph_after_a_colon_is_told_by_the_sentence_before(read) -> None:
    reading = read(f"The general rejected this argument:\n\n{QUOTED}\n\nHe left on Monday.")
    assert QUOTED in reading.content("The general")
    assert not any("left" in text for text in reading.content("The general"))


def test_a_signed_block_goes_on_to_its_signature(read) -> None:
    block = "The roads were mined.\n\nTwo nurses died there."
    reading = read(f"The general gave another account:\n\n{block}\n\n– Omar Haddad, general\n\nIt rained.")
    assert reading.content("The general")[-1].endswith("Two nurses died there.")


def test_a_list_is_no_quotation(read) -> None:
    reading = read("The mayor named three towns:\n\nHarda\n\nLomi\n\nThe roads were mined.")
    assert not any("Harda" in part for source in reading.sources() for part in reading.content(source))
