from dataclasses import replace

from builders import Claim, report
from whence.link.digest import digest


def test_a_digest_holds_no_text() -> None:
    item = report("A", [Claim(voice="Ada Brook"), Claim(target="Lomi")])
    found = digest(item)
    assert (found.document.text, found.length) == ("", len(item.document.text))
    assert len(found.shingles) > 0


def test_a_story_that_begins_with_it_is_called_by_its_title_else_by_its_first_words() -> None:
    item = report("A", [Claim()])
    assert digest(replace(item, document=replace(item.document, title="Dykes break"))).title == "Dykes break"
    untitled = digest(replace(item, document=replace(item.document, title=None))).title
    assert item.document.text.startswith(untitled.removesuffix(" …"))
