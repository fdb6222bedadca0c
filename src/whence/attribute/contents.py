"""Content spans read from the tree: what was said, without the words that say who said it."""

from __future__ import annotations

from collections.abc import Iterable

from whence.attribute.quotes import trim
from whence.handover import Sentence, Word
from whence.records import Range


def clause_content(
    sentence: Sentence, head: Word, *, without: Iterable[Word] = (), text: str
) -> tuple[Range, ...]:
    """Ranges of ``head``'s subtree, less the words of ``without``, the complementiser and edge marks."""
    left_out = {word.index for word in without}
    words = [w for w in sentence.subtree(head) if w.index not in left_out]
    return ranges_of(words, text)


def ranges_of(words: list[Word], text: str) -> tuple[Range, ...]:
    """Runs of neighbouring words as ranges, without "that" and punctuation at the edges."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.index == runs[-1][-1].index + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    found: list[Range] = []
    for run in runs:
        while run and (run[0].upos == "PUNCT" or _complementiser(run[0])):
            run.pop(0)
        while run and run[-1].upos == "PUNCT" and run[-1].text not in (")", "]"):
            run.pop()
        if not any(word.upos not in ("PUNCT", "CCONJ", "SYM") for word in run):
            continue
        start, end = trim(text, run[0].start, run[-1].end)
        if start < end:
            found.append((start, end))
    return tuple(found)


def _complementiser(word: Word) -> bool:
    return word.lemma.lower() == "that" and word.relation == "mark"
