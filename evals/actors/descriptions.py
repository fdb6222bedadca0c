"""``python -m evals.actors.descriptions``: offices described in dated news ("the Turkish foreign minister").

Drawn at random from Wikinews of 2019 (looked at while the rules were made) and from GUM and PolNeAR dev
(drawn once, later; kinds of errors were looked at); the answers were found by hand from the whole report and
general knowledge. An empty answer: nobody in particular is meant, or nothing says who. Right is the person,
or rightly nobody. Exit code 1 if a share is below its floor; without the reports it says so and exits 0.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import whence
from evals.gold import articles
from whence.resolve.names import name_key

FILE = Path(__file__).with_name("descriptions.tsv")
FLOORS = {"wikinews": 88.0, "gum, polnear": 80.0}
"""Measured, rounded down; lowering one needs a reason."""
Document = tuple[str, str]
"""Date and text."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.actors.descriptions", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--errors", action="store_true", help="print what is not right")
    given = arguments.parse_args()
    if not (given.data / "wikinews/wikinews_2019.csv").exists():
        print(f"Skipped: no reports in {given.data} (see --data).")
        return 0
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    documents = dict(_documents(given.data))
    below = 0
    for name, floor in FLOORS.items():
        wanted = [row for row in rows if row["corpus"] in name]
        right = 0
        for row in wanted:
            read = _read(documents[row["document"]], int(row["start"]), row["phrase"])
            good = is_right(read, row["person"])
            right += good
            if given.errors and not good:
                print(
                    f"    {row['document']}: {row['phrase']!r} is {row['person'] or '–'}, read {read or '–'}"
                )
        share = 100 * right / len(wanted)
        below += share < floor
        print(f"described {name:14} {right:4}/{len(wanted):<4} {share:5.1f}% (at least 90)")
    return 1 if below else 0


def is_right(read: str | None, expected: str) -> bool:
    """Whether the words of one of the names expected are among those of the name read, or the other way
    round; without a name expected, whether none was read."""
    if not read or not expected:
        return not read and not expected
    words = set(name_key(read).split())
    names = [set(name_key(name).split()) for name in expected.split("|")]
    return any(words <= name or name <= words for name in names)


def _documents(data: Path) -> Iterator[tuple[str, Document]]:
    csv.field_size_limit(10**8)
    with (data / "wikinews/wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["url"].rpartition("/")[2], (row["date"], row["text"])
    for row in articles(data / "times/gum_dates_train.jsonl"):
        yield row["id"], (row["dct"], row["text"])
    for row in articles(data / "attribution/polnear_dev.jsonl"):
        yield row["id"], (row["date"], row["text"])


def _read(document: Document, start: int, phrase: str) -> str | None:
    """Name of the actor that the description at ``start`` is read as, if it is more than the description."""
    date, text = document
    told = whence.analyse(text, published=date)
    names: Mapping[str, str] = {actor.actor_id: actor.name for actor in told.actors}
    for mention in told.mentions:
        if mention.kind == "actor" and mention.start == start and mention.text == phrase:
            name = names.get(mention.refers_to or "")
            described = name is None or name_key(name) in name_key(phrase)
            return None if described else name
    return None


if __name__ == "__main__":
    sys.exit(main())
