from __future__ import annotations

from dataclasses import replace

from builders import Claim, report
from whence.show.card import Telling
from whence.show.web.citation import QUOTED, citation


def told(text: str | None = None) -> Telling:
    item = report("The Gazette", [Claim(voice="Ada Brook")])
    mention, document = item.event_mentions[0], item.document
    if text is not None:
        document = replace(document, text=text)
        mention = replace(mention, sentence=(0, len(text)))
    return Telling(mention=mention, document=document, chain=(), stances=())


def test_it_names_who_when_where_the_words_and_the_text_they_stand_in() -> None:
    one = told()
    document = replace(
        one.document, title="Karm shelled", url="https://gazette.example/karm", published="2020-03-01",
        captured="2020-03-02", sha256="ab12",
    )  # fmt: skip
    said = citation(replace(one, document=document))
    start, end = one.mention.sentence
    for part in (
        "The Gazette", "“Karm shelled”", "published 2020-03-01", "captured 2020-03-02",
        "https://gazette.example/karm", f"“{document.text[start:end]}” (characters {start}–{end})",
        "text SHA-256 ab12", "whence ",
    ):  # fmt: skip
        assert part in said


def test_what_is_not_known_is_left_out_and_a_long_quotation_cut() -> None:
    said = citation(told("word " * 200))
    assert "captured" not in said and "None" not in said
    assert "word …”" in said
    assert len(said) < QUOTED + 300


def test_it_is_one_line_whatever_the_text_holds() -> None:
    assert "\n" not in citation(told("The army\n\nshelled\x1b[31m Karm."))
