"""Compile ``src/whence/data/actors/actors.sqlite`` from the open sources listed in its ``SOURCE.md``.

    python compile/actors.py [--sources ../shared/data/actors] [--data src/whence/data/actors]

The file is the same byte for byte whenever the inputs are: rows are written in a fixed order, nothing
depends on the clock, and the database is vacuumed at the end.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from actor_sources.entities import rows
from actor_sources.labels import common_words
from actor_sources.merging import merge
from actor_sources.readers import armed_groups, curated, outlets, staged
from actor_sources.sectors import agent_sectors
from actor_sources.table import write

from whence.resolve.names import name_key


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sources", type=Path, default=Path("../shared/data/actors"))
    arguments.add_argument("--data", type=Path, default=Path("src/whence/data/actors"))
    given = arguments.parse_args()
    iso3: dict[str, str] = {}
    territories: set[str] = set()
    with (given.sources / "countries.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            territory = json.loads(line)
            territories |= {name_key(label) for label in [territory["name"], *territory.get("aliases", [])]}
            if territory.get("is_country"):
                iso3[territory["code"]] = territory["iso3"]
    countries = {
        name_key(name): row["iso3"]
        for row in rows(given.data / "nationalities.tsv")
        for name in [row["name"], *row["other_names"].split(";")]
        if name
    }
    agents: dict[str, list[str]] = {}
    # PLOVER's own list wins over the older CAMEO one where both have a noun.
    for row in sorted(rows(given.sources / "agents.tsv"), key=lambda r: r["source"] != "plover"):
        sectors = agent_sectors(row["code"], row["source"])
        if sectors and sectors != ["UNK"]:
            for noun in (row["noun"], row["plural"]):
                if noun:
                    agents.setdefault(name_key(noun), sectors)
    for row in rows(given.data / "agents.tsv"):
        agents[name_key(row["noun"])] = row["sectors"].split(";")
    others = [
        *staged(given.sources / "entities.jsonl"),
        *armed_groups(given.sources / "ucdp_actors.tsv", countries),
        *outlets(given.sources / "media_outlets.tsv", iso3),
    ]
    # Phoenix has territories among its organisations ("Guam"), UCDP the sides of old wars ("Tibet").
    others = [e for e in others if e.kind == "person" or name_key(e.name) not in territories]
    entities = merge(curated(given.data / "curated.tsv"), others)
    words = common_words(given.data.parent / "lemmas" / "attested.tsv")
    write(given.data / "actors.sqlite", entities, agents, given.data, words)


if __name__ == "__main__":
    main()
