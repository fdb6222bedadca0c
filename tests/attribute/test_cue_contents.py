from __future__ import annotations


def test_another_speakers_clause_is_left_out(read) -> None:
    reading = read("The mayor said the bridge was safe, while the engineer said that it had cracked.")
    assert "cracked" not in " ".join(reading.content("The mayor"))
    assert reading.chain(reading.by("the engineer")) == ["the engineer"]


def test_the_hearer_is_not_content(read) -> None:
    assert read("The mayor told residents that the dam was safe.").content("The mayor") == [
        "the dam was safe"
    ]


def test_a_subject_outside_the_quotation_marks_belongs_to_what_is_said(read) -> None:
    reading = read("The minister maintains Paris and the coalition “see eye-to-eye” on the border.")
    assert " ".join(reading.content("The minister")).startswith("Paris and the coalition")
