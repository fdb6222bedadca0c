"""Write ``schema/plover.yaml`` and ``schema/cameo.yaml`` from the PLOVER manual's tables.

    python compile/event_schema.py [--source ../shared/data/events] [--target src/whence/schema]

The CAMEO table is the official one (CAMEO2PLOVER-2021) with the rows of ``cameo_corrections.tsv`` put right;
a corrected row keeps the reason in ``corrected`` and the official value in ``official``.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path
from typing import Any

import yaml

CREDIT = (
    "# {what}\n"
    "# From the PLOVER manual and tables, Open Event Data Alliance (github.com/openeventdata/PLOVER),\n"
    "# CC BY-SA 4.0; this file is under the same licence. Written by compile/event_schema.py: do not edit.\n"
)


def clean(text: str | None) -> str | None:
    """The text of a LaTeX field without leftover markup."""
    if text is None:
        return None
    for old, new in (("``", "“"), ("''", "”"), ("---", " — "), ("\\$", "$"), ("$+$", "+")):
        text = text.replace(old, new)
    return " ".join(text.split())


def plover(ontology: dict[str, Any]) -> dict[str, Any]:
    """The ontology without its CAMEO table, keyed by name."""
    return {
        "types": {
            event["event"]: {
                "definition": clean(event["definition"]),
                "quad": event["quad"],
                # The manual's score table prints 3 for ACCUSE, all whose modes are negative: a typo.
                "score": event["score"] if event["event"] != "ACCUSE" else None,
                "needs_recipient": event["requires_recipient"] == "Yes",
                "modes": {
                    mode["mode"]: {"definition": clean(mode["definition"]), "score": mode["score"]}
                    for mode in event["modes"]
                },
                "decisions": [clean(text) for text in event["ambiguities"]],
            }
            for event in ontology["events"]
        },
        "contexts": {each["context"]: clean(each["definition"]) for each in ontology["contexts"]},
        "sectors": {each["sector"]: clean(each["definition"]) for each in ontology["sectors"]},
    }


def cameo(
    ontology: dict[str, Any], codes: list[dict[str, str]], corrections: list[dict[str, str]]
) -> dict[str, Any]:
    """CAMEO code → label, Goldstein score and PLOVER coding (``type`` null: a statement, no event)."""
    official = {row["cameo"]: row for row in ontology["cameo_to_plover"]}
    corrected = {row["cameo"]: row for row in corrections}
    table: dict[str, Any] = {}
    for line in codes:
        code = line["code"]
        row, better = official.get(code), corrected.get(code)
        entry: dict[str, Any] = {
            "label": line["label"],
            "goldstein": float(line["goldstein"]) if line["goldstein"] else None,
            "type": row["plover"] if row else None,
            "mode": row["mode"] if row else None,
            "contexts": list(row["contexts"]) if row else [],
        }
        if better:
            entry["official"] = {name: entry[name] for name in ("type", "mode", "contexts")}
            entry |= {
                "type": better["type"],
                "mode": better["mode"] or None,
                "contexts": better["contexts"].split(),
                "corrected": better["why"],
            }
        table[code] = entry
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("../shared/data/events"))
    parser.add_argument("--target", type=Path, default=Path("src/whence/schema"))
    arguments = parser.parse_args()
    ontology = json.loads((arguments.source / "plover_ontology.json").read_text("utf-8"))
    with (arguments.source / "cameo_codes.tsv").open(encoding="utf-8", newline="") as lines:
        codes = list(csv.DictReader(lines, delimiter="\t"))
    with Path(__file__).with_name("cameo_corrections.tsv").open(encoding="utf-8", newline="") as lines:
        corrections = list(csv.DictReader(lines, delimiter="\t"))
    for name, what, content in (
        ("plover.yaml", "PLOVER 2021: event types, modes, contexts, sectors", plover(ontology)),
        (
            "cameo.yaml",
            "CAMEO codes and their PLOVER 2021 coding, corrected",
            cameo(ontology, codes, corrections),
        ),
    ):
        body = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
        (arguments.target / name).write_text(CREDIT.format(what=what) + body, encoding="utf-8")


if __name__ == "__main__":
    main()
