import random
from dataclasses import replace

from builders import Claim, report
from whence.link.digest import digest
from whence.link.stories import find_stories
from whence.link.terms import terms_of
from whence.tables import DocumentRecords

FLOOD = "Hundreds flee floods as the river Mara breaks its dykes near Tarsk"
VOTE = "Senate rejects pension reform after marathon session"


def titled(title: str, outlet: str, published: str = "2020-03-01") -> DocumentRecords:
    item = report(outlet, [Claim()], published=published)
    key = f"d-{outlet}-{published}"
    return replace(
        item,
        document=replace(item.document, document_id=key, title=title),
        passages=(),
        event_mentions=(),
        stances=(),
    )


def groups(*items: DocumentRecords) -> list[set[str]]:
    return [set(story.document_ids) for story in find_stories([digest(item) for item in items], [])]


def test_titles_alone_bring_a_story_together() -> None:
    a, b, c = titled(FLOOD, "A"), titled("River Mara floods Tarsk, dykes break", "B"), titled(VOTE, "C")
    found = groups(a, b, c)
    assert {a.document.document_id, b.document.document_id} in found
    assert {c.document.document_id} in found


def test_years_apart_are_two_stories() -> None:
    a, b = titled(FLOOD, "A"), titled(FLOOD, "B", "2024-03-01")
    assert len(groups(a, b)) == 2


def test_the_story_is_named_and_identified_by_its_first_report() -> None:
    a, b = titled(FLOOD, "A", "2020-03-02"), titled("River Mara floods Tarsk", "B", "2020-03-01")
    (story,) = find_stories([digest(a), digest(b)], [])
    assert story.title == "River Mara floods Tarsk"
    assert (story.from_, story.to) == ("2020-03-01", "2020-03-02")


def test_order_changes_nothing() -> None:
    items = [
        digest(titled(t, f"{i}", f"2020-03-0{i + 1}"))
        for i, t in enumerate([FLOOD, VOTE, FLOOD, VOTE, FLOOD])
    ]
    shuffled = list(items)
    random.Random(1).shuffle(shuffled)
    assert find_stories(items, []) == find_stories(shuffled, [])


def test_a_document_without_words_is_alone() -> None:
    assert len(terms_of(titled("", "A")).codes) == 0
    assert len(groups(titled("", "A"), titled("", "B"))) == 2
