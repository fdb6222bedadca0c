"""What was not read and why, and what changed since the last run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from whence.records import Change, Loss, Run
from whence.show import wording
from whence.show.card import one_line
from whence.show.web.page import Ask, Page

MOST = 400
"""Losses on a page; the CSV has all."""
OF_A_KIND = 40
"""Changes of one kind on a page; the CSV has all."""
KINDS = ("merged", "split", "renamed", "gone", "new")
TABLES: Mapping[str, str] = {"stories": "story", "events": "event", "actors": "actor"}
"""Table → its page. Changes are shown in these orders: what somebody may have cited comes first."""


def losses(ask: Ask) -> Page:
    found: list[Loss] = list(ask.store.table("losses"))
    reasons = Counter((loss.stage, loss.reason) for loss in found)
    languages = Counter(loss.detail for loss in found if loss.reason == "language")
    return Page(
        template="losses.html",
        title="Not read",
        data={
            "reasons": [
                {"stage": stage, "reason": reason, "count": count}
                for (stage, reason), count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
            ],
            "languages": dict(sorted(languages.items())),
            "losses": found[:MOST],
            "total": len(found),
            "reports": ask.store.count("documents"),
        },
        rows=[
            {"path": loss.path, "document_id": loss.document_id, "stage": loss.stage, "reason": loss.reason,
             "detail": loss.detail}
            for loss in found
        ],
    )  # fmt: skip


def changes(ask: Ask) -> Page:
    runs: list[Run] = sorted(ask.store.table("runs"), key=lambda run: (run.started, run.run_id), reverse=True)
    run_id = ask.get("run") or next((run.run_id for run in runs), "")
    found: list[Change] = list(ask.store.table("changes", run_id=run_id)) if run_id else []
    return Page(
        template="changes.html",
        title="What changed",
        data={
            "runs": runs,
            "run": run_id,
            "kinds": _kinds(ask, found),
            "total": len(found),
            "judgements": list(dict.fromkeys(wording.judgement(j) for j in ask.store.table("judgements"))),
        },
        rows=[_change(change) for change in found],
    )


def _kinds(ask: Ask, found: Sequence[Change]) -> list[dict[str, Any]]:
    """Changes by what they are, of each kind the first with what they are of."""
    kinds: dict[tuple[str, str], list[Change]] = {}
    for change in found:
        kinds.setdefault((change.table, change.kind), []).append(change)
    order = sorted(kinds, key=lambda key: (KINDS.index(key[1]), list(TABLES).index(key[0])))
    shown = {key: kinds[key][:OF_A_KIND] for key in order}
    names = _names(ask, [change for some in shown.values() for change in some])
    return [
        {
            "table": table,
            "kind": kind,
            "count": len(kinds[table, kind]),
            "shown": [
                {**_change(change), "name": names.get(change.new_id or "")} for change in shown[table, kind]
            ],
        }
        for table, kind in order
    ]


def _names(ask: Ask, changes: Sequence[Change]) -> dict[str, str]:
    """Id → what a reader knows it by."""
    ids = {name: sorted({c.new_id for c in changes if c.table == name and c.new_id}) for name in TABLES}
    events = ask.store.table("events", event_id=ids["events"])
    stories = ask.store.table("stories", story_id=ids["stories"])
    actors = ask.store.table("actors", actor_id=ids["actors"])
    return {
        **{story.story_id: one_line(story.title) for story in stories},
        **{event.event_id: wording.sentence(event) for event in events},
        **{actor.actor_id: one_line(actor.name) for actor in actors},
    }


def _change(change: Change) -> dict[str, Any]:
    page = TABLES.get(change.table)
    return {
        "run_id": change.run_id,
        "kind": change.kind,
        "table": change.table,
        "old_id": change.old_id,
        "new_id": change.new_id,
        "href": f"/{page}/{change.new_id}" if page and change.new_id else None,
    }
