"""``python -m evals.heads``: the heads for attribution, mentions and events alone, on dev data.

Nothing here has met a lexicon or a rule of the product; what the product makes of it is measured by
``evals.attribution`` and ``evals.account``. ``--model`` scores other weights than the package's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from evals.gold import articles
from evals.heads.scores import Tally, attribution, events, mention_types
from evals.syntax.conllu import read
from whence.parse import Parser

_FLOORS = Path(__file__).with_name("floors.yaml")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m evals.heads", description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the data")
    options.add_argument("--model", type=Path, help="folder of other weights")
    options.add_argument("--sweep", action="store_true", help="also triggers at other thresholds")
    given = options.parse_args()
    parser, tally = Parser(given.model), Tally()
    polnear = given.shared / "data/attribution/polnear_dev.jsonl"
    gum, gold = given.shared / "data/ud/gum-dev.conllu", given.shared / "gold/dev.jsonl"
    missing = [str(path) for path in (polnear, gum, gold) if not path.exists()]
    if missing:
        print(f"Skipped: there is no {', '.join(missing)}.")
        return 0
    attribution(parser, articles(polnear), tally)
    documents = read(gum)
    mention_types(parser, documents, tally, "mention types, GUM")
    mention_types(parser, [d for d in documents if d.genre == "news"], tally, "mention types, GUM news")
    rows = articles(gold)
    events(parser, rows, tally)
    ceilings = yaml.safe_load(_FLOORS.read_text(encoding="utf-8"))
    below = 0
    print(f"{'measure':<24}{'P':>7}{'R':>7}{'F1':>7}  people  floor")
    for measure in tally.said:
        ceiling, floor = ceilings[measure]["people"], ceilings[measure]["floor"]
        failed = floor is not None and tally.f1(measure) < floor
        below += failed
        shown = "–" if ceiling is None else f"{ceiling:.1f}"
        print(
            f"{measure:<24}{tally.precision(measure):7.1f}{tally.recall(measure):7.1f}{tally.f1(measure):7.1f}"
            f"{shown:>8}{'–' if floor is None else floor:>7}" + ("  BELOW" if failed else "")
        )
    words = tally.true["words"] / 1000
    gold_rate, our_rate = tally.true["trigger"] / words, tally.said["trigger"] / words
    print(f"events per 1,000 words: gold {gold_rate:.1f}, said {our_rate:.1f}")
    if given.sweep:
        for least in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
            other = Tally()
            events(parser, rows, other, least=least)
            f1 = " ".join(f"{measure} {other.f1(measure):.1f}" for measure in ("trigger", "typed"))
            print(f"at {least:.2f}: {f1}, {other.said['trigger'] / words:.1f} in 1,000 words")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
