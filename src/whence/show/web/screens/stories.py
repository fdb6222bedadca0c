"""All stories, and one: what is told, by day, with who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from whence.records import Story
from whence.show.web.lines import Line, by_day, lines
from whence.show.web.page import Ask, Page, Row
from whence.store import browse
from whence.store.browse import Mark, Wanted

STORIES, EVENTS = 20, 8
"""Stories on a page, and events of each."""
TOLD = 150
"""Events on the page of one story."""
MARKS: Mapping[str, str] = {
    "reported": "reported as happened",
    "differ": "accounts differ",
    "revised": "figures revised",
    "denied": "denied by somebody",
    "planned": "planned",
    "hypothetical": "not reported as happened",
}


def wanted(ask: Ask, *, story: str | None = None) -> Wanted:
    """The filter of the query; an unknown mark asks for nothing."""
    mark: Any = ask.get("mark")
    return Wanted(
        story=story,
        actor=ask.get("actor"),
        recipient=ask.get("recipient"),
        place=ask.get("place"),
        type=ask.get("type"),
        outlet=ask.get("outlet"),
        from_=ask.get("from"),
        to=ask.get("to"),
        mark=mark if mark in get_args(Mark) else None,
    )


def always(ask: Ask) -> Wanted:
    """The filter of the query at any time."""
    return replace(wanted(ask), from_=None, to=None)


def filters(ask: Ask) -> dict[str, str]:
    """What is asked for, as the form shows it again."""
    names = ("actor", "recipient", "place", "type", "outlet", "from", "to", "mark")
    return {name: value for name in names if (value := ask.get(name))}


def stories(ask: Ask) -> Page:
    asked = wanted(ask)
    offset = ask.number("offset")
    with ask.store.reading() as connection:
        chosen, total = browse.stories(connection, asked, offset=offset, most=STORIES)
        leading = browse.leading(connection, asked, chosen, most=EVENTS)
        attention = {
            mark: browse.tally(connection, mark) for mark in ("differ", "revised", "denied", "planned")
        }
    found = {story.story_id: story for story in ask.store.table("stories", story_id=chosen)}
    told = {
        one.event_id: one for one in lines(ask.store, [key for ids, _ in leading.values() for key in ids])
    }
    shown = [
        _story(found[key], [told[event] for event in leading[key][0]], leading[key][1]) for key in chosen
    ]
    return Page(
        template="stories.html",
        title="Stories",
        data={
            "stories": shown,
            "total": total,
            "offset": offset,
            "next": offset + STORIES if offset + STORIES < total else None,
            "previous": max(0, offset - STORIES) if offset else None,
            "filters": filters(ask),
            "marks": MARKS,
            "attention": attention,
            "losses": ask.store.count("losses"),
            "reports": ask.store.count("documents"),
        },
        rows=[row(one, story["story_id"], story["title"]) for story in shown for one in _of(story)],
    )


def story(ask: Ask) -> Page:
    _, key = ask.store.resolve(ask.key, "stories")
    (found,) = ask.store.table("stories", story_id=key)
    asked = wanted(ask, story=key)
    offset = ask.number("offset")
    with ask.store.reading() as connection:
        ids, total = browse.events(connection, asked, offset=offset, most=TOLD)
    shown = _story(found, lines(ask.store, ids), total)
    reports = sorted(
        ask.store.table("documents", document_id=found.document_ids),
        key=lambda document: (document.published or "9999", document.document_id),
    )
    return Page(
        template="story.html",
        title=found.title,
        data={
            "story": shown,
            "total": total,
            "offset": offset,
            "next": offset + TOLD if offset + TOLD < total else None,
            "previous": max(0, offset - TOLD) if offset else None,
            "filters": filters(ask),
            "marks": MARKS,
            "documents": [
                {
                    "document_id": document.document_id,
                    "outlet": document.outlet,
                    "title": document.title or document.path or document.document_id,
                    "published": document.published,
                }
                for document in reports
            ],
        },
        rows=[row(one, key, found.title) for one in _of(shown)],
    )


def _story(found: Story, told: Iterable[Line], total: int) -> dict[str, Any]:
    return {
        "story_id": found.story_id,
        "title": found.title,
        "from": found.from_,
        "to": found.to,
        "reports": len(found.document_ids),
        "events": total,
        "days": by_day(told),
    }


def _of(story: Mapping[str, Any]) -> list[Line]:
    return [one for day in story["days"].values() for one in day]


def row(one: Line, story_id: str, title: str) -> Row:
    """A line in a table."""
    return {
        "event_id": one.event_id,
        "day": one.day,
        "event": one.sentence,
        "status": one.status,
        "who": one.who,
        "marks": "; ".join(mark.words for mark in one.marks),
        "reports": one.reports,
        "outlets": one.outlets,
        "origins": one.origins,
        "figures": "; ".join(one.figures),
        "first_reported": one.first_reported,
        "reviewed": "; ".join(one.reviewed),
        "story_id": story_id,
        "story": title,
    }
