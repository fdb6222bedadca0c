"""Block quotations: a paragraph without quotation marks after a sentence that ends in a colon."""

from __future__ import annotations

from dataclasses import replace

from whence.attribute.quotes import Quotation, trim
from whence.attribute.tables import CueRule
from whence.attribute.telling import Telling, implied_telling, merge
from whence.handover import ParsedDocument, Sentence
from whence.records import Range

_BLOCK_LIMIT = 20
"""Sentences: the longest block quotation that a signature closes."""
_SIGNATURE_LIMIT = 25
"""Words of a signature line."""


def with_blocks(
    parsed: ParsedDocument, tellings: list[Telling], quotations: tuple[Quotation, ...], implied: CueRule
) -> list[Telling]:
    """``tellings`` with the block quotations they introduce; where a sentence ends in a colon without a
    telling, its subject tells the block by the rule ``implied``."""
    found = list(tellings)
    sentences = tuple(s for s in parsed.sentences if s.analysed)
    for at, sentence in enumerate(sentences[:-1]):
        block = _block(parsed.text, sentences, at, quotations)
        if block is None:
            continue
        own = [
            (t.anchor, i)
            for i, t in enumerate(found)
            if t.sentence.index == sentence.index and t.source is not None
        ]
        if own:
            owner = max(own)[1]
            content = merge((*found[owner].content, block), parsed.text)
            found[owner] = replace(found[owner], content=content, awaits_quote=False)
        elif (telling := _announced(sentence, block, implied)) is not None:
            found.append(telling)
    return found


def _block(
    text: str, sentences: tuple[Sentence, ...], at: int, quotations: tuple[Quotation, ...]
) -> Range | None:
    """The paragraph after sentence ``at``, if that ends its own paragraph in a colon and no quotation mark
    opens the next. A list or a heading is no quotation: the block has a full sentence."""
    sentence, following = sentences[at], sentences[at + 1]
    if not text[sentence.start : sentence.end].rstrip().endswith(":") or sentence.passage == "headline":
        return None
    gap = text[sentence.end : following.start]
    if "\n" not in gap or following.passage != sentence.passage:
        return None
    if any(q.start - 2 <= following.start <= q.start for q in quotations):
        return None
    limit = text.find("\n", following.start)
    limit = limit if limit >= 0 else len(text)
    signature = _signature(text, sentences, at + 1)
    end = signature if signature is not None else limit
    rest = [s for s in sentences[at + 1 :] if s.start < end]
    block = trim(text, following.start, min(end, rest[-1].end))
    whole = any(w.feature("VerbForm") == "Fin" for s in rest for w in s.words)
    return block if whole and block[0] < block[1] and text[block[1] - 1] in '.!?…"”' else None


def _signature(text: str, sentences: tuple[Sentence, ...], first: int) -> int | None:
    """Where the line begins that signs a block of several paragraphs: "– Jane Roe, judge"."""
    for sentence in sentences[first : first + _BLOCK_LIMIT]:
        line = text.rfind("\n", 0, sentence.start) + 1
        opens = text[line : sentence.end].lstrip()[:1] in ("–", "—")
        if opens and len(sentence.words) <= _SIGNATURE_LIMIT and sentence.start > sentences[first].start:
            return line
    return None


def _announced(sentence: Sentence, block: Range, rule: CueRule) -> Telling | None:
    """The subject of the sentence as the one who tells the block ("gave another account:")."""
    root = sentence.root
    speaker = sentence.child(root, "nsubj") if root is not None else None
    if root is None or speaker is None or speaker.upos not in ("NOUN", "PROPN", "PRON"):
        return None
    telling = implied_telling(sentence, speaker, sentence, (speaker.start, root.end), rule, None)
    return replace(telling, content=(block,), awaits_quote=False)
