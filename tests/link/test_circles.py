"""Stories that are linked together."""

from builders import Claim, filled, report
from whence.link.circles import Shares, circles
from whence.link.digest import digest
from whence.records import Anchor, Judgement, Story
from whence.tables import DocumentRecords, Linked

REPORTS = [report(outlet, [Claim()]) for outlet in "ABC"]
STORIES = [
    filled(Story, story_id=f"s-{n}", document_ids=(item.document.document_id,))
    for n, item in enumerate(REPORTS)
]


def said(verdict: str, *items: DocumentRecords) -> Judgement:
    anchors = tuple(
        Anchor(sha256=item.document.sha256, start=told.trigger.start, end=told.trigger.end, field="event")
        for item in items
        for told in item.event_mentions
    )
    return filled(Judgement, anchors=anchors, verdict=verdict, field="event", when="2031-02-03")


def test_every_story_is_a_circle_of_its_own() -> None:
    assert circles(STORIES) == [(story,) for story in STORIES]


def test_stories_with_tellings_that_somebody_judged_are_one_circle() -> None:
    judged = [REPORTS[0], REPORTS[2]]
    for verdict in ("same", "different"):
        found = circles(STORIES, judged, [said(verdict, *judged)])
        assert found == [(STORIES[0], STORIES[2]), (STORIES[1],)]


def test_a_share_is_what_is_known_of_some_documents() -> None:
    linked = Linked(stories=tuple(STORIES), event_of={}, actor_of={}, version_of={"d-x": "d-y"})
    found = Shares(linked, [digest(item) for item in REPORTS]).of([(STORIES[1],)])
    assert found == Linked(stories=(STORIES[1],), event_of={}, actor_of={}, version_of={})
