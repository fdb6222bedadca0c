"""Claims with their independent origins, annotated twice by ``guideline.md``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILES = {"newscluster": "newscluster_docs.jsonl", "helsinki": "helsinki_docs.jsonl"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    claim_id: str
    claim: str
    corpus: str
    documents: tuple[str, ...]
    """Of its group: the reports that are read."""
    tellings: tuple[Telling, ...]
    best: int
    """Independent origins that assert it."""
    denials: int


def claims() -> list[Claim]:
    """The claims as decided: where the two differ the smaller count, as the guideline has it for doubt."""
    first, second = annotated()
    return [_claim(min(first[key], second[key], key=lambda row: int(row["best"]))) for key in sorted(first)]


def annotated() -> tuple[Mapping[str, Mapping[str, Any]], Mapping[str, Mapping[str, Any]]]:
    """claim_id → what the first and the second annotator say."""
    folder = Path(__file__).parent
    one, two = (
        {str(row["claim_id"]): row for row in _rows(folder / name)}
        for name in ("first.jsonl", "second.jsonl")
    )
    return one, two


def groups(found: Sequence[Claim]) -> dict[tuple[str, tuple[str, ...]], list[Claim]]:
    """Corpus and documents → the claims on them."""
    result: dict[tuple[str, tuple[str, ...]], list[Claim]] = {}
    for claim in found:
        result.setdefault((claim.corpus, claim.documents), []).append(claim)
    return result


def texts(folder: Path) -> dict[str, dict[str, Mapping[str, Any]]]:
    """Corpus → id → document, as the corpora have them."""
    return {name: {str(row["id"]): row for row in _rows(folder / file)} for name, file in FILES.items()}


def _claim(row: Mapping[str, Any]) -> Claim:
    return Claim(
        claim_id=str(row["claim_id"]),
        claim=str(row["claim"]),
        corpus=str(row["corpus"]),
        documents=tuple(sorted(map(str, row["documents"]))),
        tellings=tuple(
            Telling(document=str(t["document"]), start=int(t["start"]), end=int(t["end"]))
            for t in row["tellings"]
        ),
        best=int(row["best"]),
        denials=len(row["denials"]),
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
