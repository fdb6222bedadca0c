"""All tellings of a document: cues, citations and quotations put together."""

from __future__ import annotations

from dataclasses import replace

from whence.attribute.attach import attach
from whence.attribute.blocks import with_blocks
from whence.attribute.citations import citations
from whence.attribute.cues import verb_tellings
from whence.attribute.learned import completed, learned_tellings
from whence.attribute.modifiers import headline_telling, modifier_tellings
from whence.attribute.outlets import Outlet
from whence.attribute.quotes import Quotation, quotations
from whence.attribute.tables import verbs
from whence.attribute.telling import Telling
from whence.handover import ParsedDocument, Sentence
from whence.records import Range


def analysed_ranges(parsed: ParsedDocument) -> tuple[Range, ...]:
    """Stretches of text that quotations may span: headlines and body passages."""
    return tuple((p.start, p.end) for p in parsed.passages if p.kind in ("headline", "body"))


def document_quotations(parsed: ParsedDocument) -> tuple[Quotation, ...]:
    return quotations(parsed.text, analysed_ranges(parsed))


def tellings(parsed: ParsedDocument, quoted: tuple[Quotation, ...], outlet: Outlet) -> list[Telling]:
    """Tellings with content, in text order of their cues; ``parent`` refers to positions in the result."""
    implied = verbs()["say"][0]
    found: list[Telling] = []
    for sentence in parsed.sentences:
        if not sentence.analysed:
            continue
        own = [
            *verb_tellings(sentence, parsed.text, outlet),
            *modifier_tellings(sentence, parsed.text),
        ]
        reported = [t.complement.index for t in own if _by_verb(t) and t.complement is not None]
        own = [
            t
            for t in own
            if _by_verb(t)
            or t.rule.frames != ("that",)
            or t.complement is None
            or t.complement.index not in reported
        ]
        own = citations(sentence, own, parsed.text, outlet)
        if not own and _is_title(sentence):
            headline = headline_telling(sentence, parsed.text, implied, outlet)
            own = [headline] if headline is not None else []
        offset = len(found)
        found.extend(replace(t, parent=t.parent + offset) if t.parent is not None else t for t in own)
    found += learned_tellings(parsed, found, implied, outlet)
    found = with_blocks(parsed, attach(parsed, found, quoted, outlet, implied), quoted, implied)
    return _kept(completed(parsed, found))


def _by_verb(telling: Telling) -> bool:
    return telling.cue is not None and telling.cue.upos == "VERB"


def _is_title(sentence: Sentence) -> bool:
    """A headline, or a line in the body that ends without a full stop as headlines do."""
    last = sentence.words[-1].text if sentence.words else ""
    return sentence.passage == "headline" or (last[-1:].isalnum() and len(sentence.words) <= 20)


def _kept(found: list[Telling]) -> list[Telling]:
    """``found`` without tellings that got no content, sorted, with parents renumbered."""
    order = sorted(
        (i for i, t in enumerate(found) if t.content and not t.awaits_quote),
        key=lambda i: (found[i].anchor, found[i].content, i),
    )
    place = {old: new for new, old in enumerate(order)}
    return [
        replace(found[i], parent=place.get(found[i].parent) if found[i].parent is not None else None)  # type: ignore[arg-type]
        for i in order
    ]
