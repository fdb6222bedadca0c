"""Attribution relations against PolNeAR (Newell et al. 2018) and GUM's attributions (Zeldes 2017): sentences
with a cue, relations aligned one to one where cue and content overlap, and tokens of cues, sources and
contents. People among themselves on PolNeAR: relations 81.5 micro-F1; tokens 69, 81 and 91.

Of GUM's relations the whole attributing clause counts as the cue, as no cue is annotated. What annotators
set aside does not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evals.attribution.gold import Tally
from whence.handover import ParsedDocument
from whence.records import Attribution, Range

PARTS = ("cue", "source", "content")
KINDS = ("content first", "fragments", "pronoun", "nested", "no source")
"""Constructions whose relations are counted apart."""
PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "his", "her", "their"}
)


def score(
    corpus: str, row: Mapping[str, Any], parsed: ParsedDocument, ours: Sequence[Attribution], tally: Tally
) -> None:
    gold = [
        {part: tuple(map(tuple, a["phrase" if part == "cue" and "phrase" in a else part])) for part in PARTS}
        for a in row["attributions"]
    ]
    aside = [tuple(span) for span in row.get("discard") or ()]
    mine = [a for a in ours if a.cue is not None and not _meets((a.cue.start, a.cue.end), aside)]
    _sentences(corpus, gold, mine, parsed, tally)
    _relations(corpus, gold, mine, row["text"], tally)
    said = {
        "cue": [(a.cue.start, a.cue.end) for a in mine if a.cue],
        "source": [(a.source.start, a.source.end) for a in mine if a.source.start is not None],
        "content": [span for a in mine for span in a.content],
    }
    for part in PARTS:
        theirs = [span for a in gold for span in a[part]]
        for word in (word for sentence in parsed.sentences for word in sentence.words):
            token = (word.start, word.end)
            if not _meets(token, aside):
                true, found = _meets(token, theirs), _meets(token, said[part])  # type: ignore[arg-type]
                tally.counts[f"{corpus} {part}_gold"] += true
                tally.counts[f"{corpus} {part}_predicted"] += found
                tally.counts[f"{corpus} {part}"] += true and found


def _meets(span: Range, others: Iterable[Range]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _sentences(
    corpus: str,
    gold: Sequence[Mapping[str, Any]],
    mine: Sequence[Attribution],
    parsed: ParsedDocument,
    tally: Tally,
) -> None:
    for sentence in parsed.sentences:
        theirs = any(_meets((sentence.start, sentence.end), a["cue"]) for a in gold)
        found = any(a.cue and sentence.start <= a.cue.start < sentence.end for a in mine)
        tally.counts[f"{corpus} sentence_gold"] += theirs
        tally.counts[f"{corpus} sentence_predicted"] += found
        tally.counts[f"{corpus} sentence"] += theirs and found


def _relations(
    corpus: str,
    gold: Sequence[Mapping[str, Any]],
    mine: Sequence[Attribution],
    text: str,
    tally: Tally,
) -> None:
    candidates = []
    for i, a in enumerate(gold):
        for j, b in enumerate(mine):
            assert b.cue is not None
            shared = sum(max(0, min(y, d) - max(x, c)) for x, y in a["content"] for c, d in b.content)
            if shared and _meets((b.cue.start, b.cue.end), a["cue"]):
                candidates.append((-shared, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
    tally.counts[f"{corpus} relation"] += len(used[0])
    tally.counts[f"{corpus} relation_predicted"] += len(mine)
    tally.counts[f"{corpus} relation_gold"] += len(gold)
    for i, relation in enumerate(gold):
        for kind in _kinds(relation, gold, text):
            tally.counts[f"{corpus} {kind}_gold"] += 1
            tally.counts[f"{corpus} {kind}"] += i in used[0]
    for i in sorted(set(range(len(gold))) - used[0]):
        words = " ".join(text[x:y] for x, y in gold[i]["cue"])
        at = min((x for x, _ in (*gold[i]["cue"], *gold[i]["content"])), default=0)
        tally.errors.append((f"{corpus}-missed", f"{words!r} {text[max(0, at - 90) : at + 70]!r}"))
    for j in sorted(set(range(len(mine))) - used[1]):
        cue = mine[j].cue
        assert cue is not None
        around = text[max(0, cue.start - 60) : cue.end + 60]
        tally.errors.append((f"{corpus}-spurious", f"{cue.text!r} {around!r}"))


def _kinds(relation: Mapping[str, Any], gold: Sequence[Mapping[str, Any]], text: str) -> Iterator[str]:
    """The constructions that a relation is in; none if it is plain."""
    cue, content, source = relation["cue"], relation["content"], relation["source"]
    if cue and content and min(content)[0] < min(cue)[0]:
        yield "content first"
    if len(content) > 1:
        yield "fragments"
    if not source:
        yield "no source"
    elif " ".join(text[a:b] for a, b in source).strip().lower() in PRONOUNS:
        yield "pronoun"
    if any(other is not relation and cue and _meets(min(cue), other["content"]) for other in gold):
        yield "nested"


def report(corpus: str, tally: Tally) -> str:
    title = {"polnear": "PolNeAR", "gum": "GUM"}[corpus]
    lines = []
    for what in ("sentence", "relation", *PARTS):
        key = f"{corpus} {what}"
        name = f"{title} {what}s" if what in ("sentence", "relation") else f"{title} {what} tokens"
        lines.append(f"{name:<30}{tally.f1(key, f'{key}_predicted', f'{key}_gold')}\n")
    for kind in KINDS:
        key = f"{corpus} {kind}"
        lines.append(f"{f'{title} found: {kind}':<30}{tally.ratio(key, f'{key}_gold')}\n")
    return "".join(lines)
