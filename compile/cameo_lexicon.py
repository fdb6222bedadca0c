"""Write ``data/events/cameo.tsv`` from the PETRARCH-2 verb dictionary (CAMEO.2.0.txt, MIT).

    python compile/cameo_lexicon.py [--dictionary FILE] [--target src/whence/data/events/cameo.tsv]

Only what ``cameo_kept.tsv`` (verb and object noun) and ``cameo_verbs_kept.tsv`` (verbs on their own) keep is
taken: most of its 4,668 patterns and its verbs are default codes of general verbs, WordNet synonyms in
another sense, or stand in ``lexicon.tsv``. A kept entry that the dictionary lacks is an error.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from whence.schema import CameoCode, cameo

COLUMNS = [
    "id",
    "lemma",
    "upos",
    "slots",
    "type",
    "mode",
    "other",
    "polarity",
    "contexts",
    "cameo",
    "actor",
    "recipient",
    "certain",
    "source",
    "licence",
    "example",
    "counterexample",
]
BLOCK = re.compile(r"---\s+\S+\s+\[(.*?)\]")
VERB = re.compile(r"\+?([A-Z_]+)\s*(?:\{.*?\})?\s*(?:\[(.*?)\])?")
PATTERN = re.compile(r"- \* \{?([A-Z -]+)\}?\s*\[([0-9]+)(?::[0-9]+)?\]\s*(?:#\s*([A-Z_]+))?")


def stem(noun: str) -> str:
    """A noun of the dictionary without its plural ending."""
    noun = noun.lower()
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches")):
        return noun[:-2]
    return (
        noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3 else noun
    )


def entries(path: Path) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """(code, verb) of verbs on their own and (code, verb, noun) of object patterns in the dictionary."""
    verbs: set[tuple[str, str]] = set()
    patterns: set[tuple[str, str, str]] = set()
    default, block = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := BLOCK.match(line):
            default, block = match[1].partition(":")[0].strip(), []
        elif match := PATTERN.match(line):
            noun = stem(match[1].split()[-1]) if match[1].split() else ""
            owners = [match[3].lower()] if match[3] else block
            patterns |= {(match[2], owner, noun) for owner in owners}
        elif not line.startswith(("-", "#", "&", "+{")) and (match := VERB.match(line.partition("#")[0])):
            code = (match[2] or default).partition(":")[0].strip()
            verb = match[1].strip("_").lower()
            verbs.add((code, verb))
            block.append(verb)
    return verbs, patterns


def row(name: str, lemma: str, slots: str, entry: CameoCode, *examples: str) -> list[str]:
    """One row; ``examples`` are the one that must match and the one that must not."""
    assert entry.type is not None
    return [
        f"cameo.{name}",
        lemma,
        "VERB",
        slots,
        entry.type,
        entry.mode or "",
        "",
        "+",
        " ".join(entry.contexts),
        entry.code,
        "agent",
        "patient",
        "1",
        "PETRARCH-2 CAMEO.2.0",
        "MIT",
        *examples,
    ]


def kept(name: str) -> Iterator[tuple[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        for code, items in list(csv.reader(lines, delimiter="\t"))[1:]:
            yield from ((code, item) for item in items.split())


def rows(dictionary: Path) -> Iterator[list[str]]:
    """The rows of ``cameo.tsv`` in the order of the kept lists."""
    verbs, patterns = entries(dictionary)
    codes = cameo()
    for code, item in kept("cameo_kept.tsv"):
        verb, _, nouns = item.partition(":")
        known = {noun for number, _, noun in patterns if number == code}
        unknown = [noun for noun in nouns.split(",") if noun not in known]
        if unknown:
            raise ValueError(f"{code} {verb}: not in the dictionary: {unknown}")
        act = verb.replace("_", " ")
        first = nouns.split(",")[0]
        yield row(
            f"{code}.{verb}.{first}",
            verb,
            f"agent=* patient={nouns}",
            codes[code],
            f"The government will {act} the {first}.",
            f"The government will {act} the tree.",
        )
    for code, verb in kept("cameo_verbs_kept.tsv"):
        if (code, verb) not in verbs:
            raise ValueError(f"{code} {verb}: not in the dictionary")
        yield row(
            f"{code}.{verb}",
            verb,
            "agent=@human,@forces,@state",
            codes[code],
            f"The government will {verb} the rebels.",
            "The tree grew.",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    source = "../shared/data/events/dictionaries/petrarch2/CAMEO.2.0.txt"
    parser.add_argument("--dictionary", type=Path, default=Path(source))
    parser.add_argument("--target", type=Path, default=Path("src/whence/data/events/cameo.tsv"))
    arguments = parser.parse_args()
    lines = ["\t".join(each) for each in (COLUMNS, *rows(arguments.dictionary))]
    arguments.target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
