"""``python -m evals.events``: the coding of events by ``whence.analyse`` against every set people have coded.

Prints each measure with its interval beside the recorded output of PETRARCH-2 and UniversalPetrarch, what
people reach, the aim and the floor; ``--check`` exits 1 if a measure is below its floor or a text failed.
Without the folder of the sets it says so and exits 0. Nothing is kept between runs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from evals.events.coded import Reading
from evals.events.codes import Scheme, scheme
from evals.events.peers import PEERS, recorded
from evals.events.report import beside, differences, lines, table
from evals.events.scored import Scored, confusion, listing, scored
from evals.events.sets import FILES, FOLDER, Row, Sentence, TypedSentence, others
from evals.events.texts import Text, read


def _arguments() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(prog="python -m evals.events", description=__doc__)
    arguments.add_argument("--data", type=Path, default=FOLDER, help="folder of the sets")
    arguments.add_argument(
        "--sets", nargs="+", choices=tuple(FILES), default=tuple(FILES), metavar="SET", help=", ".join(FILES)
    )
    arguments.add_argument("--sample", type=int, metavar="N", help="N sentences of each set, spread over it")
    arguments.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read")
    arguments.add_argument("--confusion", action="store_true", help="types of plover_gsr, gold by said")
    arguments.add_argument(
        "--differences", action="store_true", help="whence less each peer, with paired intervals"
    )
    arguments.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list N wrong sentences of each set"
    )
    arguments.add_argument(
        "--others", action="store_true", help="also read every other text of the folder, to count failures"
    )
    arguments.add_argument(
        "--repeat", action="store_true", help="read everything again and say whether it is identical"
    )
    arguments.add_argument(
        "--check", action="store_true", help="exit 1 if a measure is below its floor or a text failed"
    )
    return arguments


def main() -> int:
    arguments = _arguments()
    given = arguments.parse_args()
    if not given.data.is_dir():
        print(f"Skipped: no event sets at {given.data} (see --data).")
        return 0
    whole = given.sample is None
    if given.check and not whole:
        arguments.error("floors hold for whole sets; leave out --sample")
    codes = scheme(given.data)
    sets, missing = scored(given.data, codes, given.sets, sample=given.sample)
    for name in missing:
        print(f"{name}: its files are not in {given.data}; not scored")
    sentences = [row.sentence for each in sets for row in each.rows]
    every = [*sentences, *(others(given.data, sample=given.sample) if given.others else ())]
    found = read(every, workers=given.workers)

    def ours(row: Row) -> Reading:
        return found[row.sentence.text, row.sentence.published]

    limits = beside()
    measured = [
        line
        for each in sets
        for line in lines(each, ours, _peers(given.data, each, codes), limits, whole=whole)
    ]
    print(table(measured), end="")
    if given.differences:
        print("\n" + differences(measured), end="")
    for each in sets:
        if given.confusion and each.name == "plover_gsr":
            pairs = [(row, ours(row)) for row in each.rows if isinstance(row, TypedSentence)]
            print("\n" + confusion(pairs), end="")
        if given.errors:
            print("\n" + listing(codes, each, ours, given.errors), end="")
    print(_failures(every, found), end="")
    same = True
    if given.repeat:
        again = read(every, workers=given.workers)
        differ = [text for text in found if found[text] != again[text]]
        same = not differ
        print(f"second run: {'identical' if same else f'{len(differ)} texts differ'}")
    failed = any(reading.failure for reading in found.values())
    return 1 if given.check and (failed or not same or any(line.below for line in measured)) else 0


def _peers(folder: Path, each: Scored, codes: Scheme) -> Mapping[str, Callable[[Row], Reading]]:
    """The peers that left a record of every sentence of the set."""
    records = {peer: recorded(folder, peer, FILES[each.name], codes) for peer in PEERS}
    return {
        peer: partial(_recorded, known)
        for peer, known in records.items()
        if all(row.sentence.id in known for row in each.rows)
    }


def _recorded(known: Mapping[str, Reading], row: Row) -> Reading:
    return known[row.sentence.id]


def _failures(sentences: list[Sentence], found: Mapping[Text, Reading]) -> str:
    """How many texts failed, and each with its reason."""
    failed = {text: reading.failure for text, reading in found.items() if reading.failure}
    lines = [f"failures: {len(failed)} in {len(found)} texts"]
    for each in sentences:
        reason = failed.pop((each.text, each.published), None)
        if reason:
            lines.append(f"  {each.id}: {reason}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
