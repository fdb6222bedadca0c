"""``python -m benchmarks.pages --account ACCOUNT``: how long each page of the web view takes, as a browser on
this machine would wait for it: the median and the greatest of some rounds, after one that is not counted.

The account may be any; one of ten thousand reports is made by ``benchmarks.linking --folder``.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient

from whence.show.web.app import application
from whence.store import Store


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    arguments.add_argument("--account", type=Path, required=True)
    arguments.add_argument("--words", default="police", help="what is searched for")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--events", type=int, default=60, help="events of two reports or more, by chance")
    given = arguments.parse_args()
    with Store.open(given.account) as store:
        counts = ", ".join(f"{store.count(name):,} {name}" for name in ("documents", "stories", "events"))
        addresses = list(_addresses(store, given.words))
        several = sorted(event.event_id for event in store.table("events") if event.reports > 1)
    print(f"{given.account.name}: {counts}")
    with TestClient(application(given.account), base_url="http://127.0.0.1") as browser:
        for address in addresses:
            seconds = [_seconds(browser, address) for _ in range(given.rounds + 1)][1:]
            size = len(browser.get(address).content) / 1024
            print(
                f"{address:36} median {1000 * statistics.median(seconds):6.0f} ms  "
                f"greatest {1000 * max(seconds):6.0f} ms  {size:6.0f} KiB",
                flush=True,
            )
        chosen = random.Random(1).sample(several, min(given.events, len(several)))
        if len(chosen) > 1:
            seconds = [_seconds(browser, f"/event/{key}") for key in chosen]
            print(
                f"{len(chosen)} events of two reports or more       median"
                f" {1000 * statistics.median(seconds):6.0f} ms  greatest {1000 * max(seconds):6.0f} ms"
            )
    return 0


def _seconds(browser: TestClient, address: str) -> float:
    start = time.perf_counter()
    answer = browser.get(address)
    seconds = time.perf_counter() - start
    assert answer.status_code == 200, address
    return seconds


def _addresses(store: Store, words: str) -> Iterator[str]:
    """Every screen; of stories, events and reports the one of most reports, which takes longest."""
    story = max(store.table("stories"), key=lambda story: (len(story.document_ids), story.story_id))
    event = max(
        store.table("events", story_id=story.story_id), key=lambda event: (event.reports, event.event_id)
    )
    yield from ("/", "/stories?mark=differ", f"/story/{story.story_id}", f"/claims/{story.story_id}")
    yield from (f"/event/{event.event_id}", f"/document/{event.document_ids[0]}", "/actors")
    yield from (f"/actor/{party.actor_id}" for party in event.actors[:1] if party.actor_id)
    yield from ("/network", "/map", f"/search?q={words}", f"/search?source={words}", "/losses", "/changes")


if __name__ == "__main__":
    raise SystemExit(main())
