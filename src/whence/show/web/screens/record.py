"""What was not read and why, and what changed since the last run."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import Any

from whence.records import Change, Loss, Run
from whence.show import wording
from whence.show.web.page import Ask, Page

MOST = 400
"""Rows on a page; the CSV has all."""


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
    kinds = Counter((change.table, change.kind) for change in found)
    return Page(
        template="changes.html",
        title="What changed",
        data={
            "runs": runs,
            "run": run_id,
            "kinds": [
                {"table": table, "kind": kind, "count": count}
                for (table, kind), count in sorted(kinds.items())
            ],
            "changes": [_change(change) for change in islice(found, MOST)],
            "total": len(found),
            "judgements": list(dict.fromkeys(wording.judgement(j) for j in ask.store.table("judgements"))),
        },
        rows=[_change(change) for change in found],
    )


def _change(change: Change) -> dict[str, Any]:
    page = {"events": "event", "stories": "story", "actors": "actor"}.get(change.table)
    return {
        "run_id": change.run_id,
        "kind": change.kind,
        "table": change.table,
        "old_id": change.old_id,
        "new_id": change.new_id,
        "href": f"/{page}/{change.new_id}" if page and change.new_id else None,
    }
