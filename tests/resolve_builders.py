"""Small hand-marked documents for tests of what phrases refer to.

``[place the outskirts of Damascus/LOC]`` marks a phrase by its kind and the words of a name by their type.
"""

from __future__ import annotations

import re
from datetime import date

from builders import document
from whence.handover import Extraction, Name, ParsedDocument, Phrase, Sentence, Word
from whence.resolve.calendar_intervals import Tense
from whence.resolve.time_ranges import interpret_at
from whence.resolve.time_setting import Setting

TIME_WORDS = (
    *("late", "the", "last", "May", "31", "30", "2015", "Feb", "Feb.", ".", ",", "-", "to", "and", "since"),
    *("ago", "two", "Friday", "next", "week", "day", "0", "99999", "“", '"'),
)
"""What any time phrase may be made of, in any order."""

_MARK = re.compile(r"\[(?P<kind>actor|place|time) |(?P<close>\])|(?P<word>[^\s\[\]]+)")
_NAME = re.compile(r"(?P<word>.+)/(?P<kind>LOC|PER|ORG)$", re.DOTALL)


def _read(marked: str) -> tuple[list[tuple[str, str | None]], list[tuple[str, int, int]]]:
    """Words with name types, and phrases as (kind, first, last) word positions from 0."""
    words: list[tuple[str, str | None]] = []
    phrases: list[tuple[str, int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(marked):
        if match["kind"]:
            opened = (match["kind"], len(words))
        elif match["close"]:
            if opened is not None and opened[1] < len(words):
                phrases.append((*opened, len(words) - 1))
            opened = None
        else:
            name = _NAME.fullmatch(match["word"])
            words.append((name["word"], name["kind"]) if name else (match["word"], None))
    return words, phrases


def _head(words: list[tuple[str, str | None]], first: int, last: int) -> int:
    """The last word before a preposition ("the *outskirts* of Damascus")."""
    for at in range(first + 1, last + 1):
        if words[at][0] in ("of", "in", "near"):
            return at - 1
    return last


def parsed(marked: str, *, document_id: str = "d-1", published: str | None = "2015-10-01") -> ParsedDocument:
    """One sentence. Words of a phrase hang on its head; everything else on the first word or phrase."""
    words, phrases = _read(marked)
    text = " ".join(word for word, _ in words)
    heads = {at: _head(words, first, last) for _, first, last in phrases for at in range(first, last + 1)}
    root = heads.get(0, 0)
    tree, names, offset = [], [], 0
    for at, (word, kind) in enumerate(words):
        head = heads.get(at, 0)
        inside = at in heads and head != at
        tree.append(
            Word(
                index=at + 1,
                start=offset,
                end=offset + len(word),
                text=word,
                lemma=word.lower(),
                upos="PROPN" if kind else "NOUN",
                xpos="NN",
                feats=None,
                head=head + 1 if inside else 0 if at == root else root + 1,
                deprel=("nmod" if at > head else "amod") if inside else "root" if at == root else "obl",
                head_type=None,
            )
        )
        if kind and names and names[-1].last == at and names[-1].kind == kind:
            before = names.pop()
            names.append(
                Name(
                    sentence=0,
                    first=before.first,
                    last=at + 1,
                    start=before.start,
                    end=offset + len(word),
                    kind=kind,
                )  # type: ignore[arg-type]
            )
        elif kind:
            names.append(
                Name(sentence=0, first=at + 1, last=at + 1, start=offset, end=offset + len(word), kind=kind)  # type: ignore[arg-type]
            )
        offset += len(word) + 1
    sentence = Sentence(index=0, start=0, end=len(text), passage="body", paragraph=0, words=tuple(tree))
    made = document(document_id, text=text, published=published)
    return ParsedDocument(document=made, passages=(), sentences=(sentence,), names=tuple(names))


def extraction(marked: str, tree: ParsedDocument) -> Extraction:
    """The marked phrases of the sentence that ``tree`` was made from."""
    words, marks = _read(marked)
    sentence = tree.sentences[0]
    found = []
    for kind, first, last in marks:
        head = _head(words, first, last) + 1
        name = next((n for n in tree.names if n.first <= head <= n.last), None)
        start, end = sentence.word(first + 1).start, sentence.word(last + 1).end
        found.append(
            Phrase(
                index=len(found),
                sentence=0,
                head=head,
                start=start,
                end=end,
                text=tree.text[start:end],
                kind=kind,  # type: ignore[arg-type]
                form="name" if name else "nominal",
                name=name,
            )
        )
    return Extraction(phrases=tuple(found), events=(), relations=())


def days(
    text: str,
    *,
    tense: Tense | None = "past",
    published: date | None = date(2015, 10, 1),
    told: date | None = None,
) -> tuple[str | None, str | None] | None:
    """First and last day of the one time phrase that ``text`` is, in a report of Thursday, 1 October 2015."""
    found = interpret_at(text, 0, len(text), Setting(published=published, tense=tense, told=told))
    if found is None:
        return None
    first, last = found.whole.first, found.whole.last
    return first.isoformat() if first else None, last.isoformat() if last else None
