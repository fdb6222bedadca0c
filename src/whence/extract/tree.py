"""Readings of a dependency tree that several parts of the extraction share (Universal Dependencies v2)."""

from __future__ import annotations

from whence.extract.tables import words
from whence.handover import Sentence, Word

CLAUSAL = frozenset(
    {
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "ccomp",
        "csubj",
        "csubj:outer",
        "csubj:pass",
        "parataxis",
        "discourse",
        "vocative",
    }
)
"""Relations of dependents that are clauses or stand outside the phrase they hang on."""
PREDICATE_ONLY = frozenset(
    {
        "cc",
        "conj",
        "case",
        "cop",
        "mark",
        "aux",
        "aux:pass",
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "expl",
        "punct",
        "obl:tmod",
        "iobj",
        "xcomp",
        "orphan",
    }
)
"""Relations of dependents of a head that belong to its clause or its coordination, not to its noun phrase."""
OPENING = frozenset("([{")


def is_apposition_aside(sentence: Sentence, word: Word) -> bool:
    """Whether an apposition is set off by a comma, dash or bracket ("Lavrov, the minister"), unlike "the
    militant group Hezbollah"."""
    if word.relation != "appos":
        return False
    first = sentence.subtree(word)[0]
    head = sentence.head(word)
    assert head is not None
    between = sentence.words[min(head.index, first.index - 1) : first.index - 1]
    return any(w.upos == "PUNCT" and w.text not in {'"', "“", "‘", "'"} for w in between) or any(
        w.upos == "PUNCT" for w in sentence.subtree(word)[:1]
    )


def is_emphatic(word: Word) -> bool:
    """Whether a pronoun only stresses the noun it hangs on ("the president *himself*")."""
    pronoun = word.upos == "PRON" and word.text.lower().endswith(("self", "selves"))
    return pronoun and word.deprel in {"nmod:unmarked", "appos"}


def in_brackets(sentence: Sentence, word: Word) -> bool:
    """Whether the branch headed by ``word`` opens with a bracket or follows one."""
    first = sentence.subtree(word)[0]
    return first.text in OPENING or (first.index > 1 and sentence.word(first.index - 1).text in OPENING)


def noun_phrase(sentence: Sentence, head: Word, *, with_asides: bool = False) -> tuple[Word, Word]:
    """First and last word of the noun phrase of ``head`` without relative clauses, appositions set off by
    punctuation, brackets, its preposition and its conjuncts; ``with_asides`` keeps the appositions."""
    keep: set[int] = {head.index}
    queue = [
        child
        for child in sentence.children(head)
        if child.deprel not in PREDICATE_ONLY
        and not (child.relation == "advmod" and head.upos not in {"NUM", "ADV", "ADP"})
        and not (child.relation == "obl" and sentence.child(head, "cop") is not None)
    ]
    while queue:
        word = queue.pop()
        if word.deprel in CLAUSAL and not (word.deprel == "acl" and word.index < head.index):
            continue
        if is_emphatic(word):
            continue
        if in_brackets(sentence, word) and word.index > head.index:
            continue
        if word.relation == "appos" and not with_asides and is_apposition_aside(sentence, word):
            continue
        keep.add(word.index)
        queue.extend(sentence.children(word))
    for index in range(min(keep), max(keep)):
        if index not in keep and sentence.word(index).text in {"-", '"', "“", "”", "‘", "’", "'"}:
            keep.add(index)
    first = last = head.index
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    while first < head.index and sentence.word(first).upos == "PUNCT":
        first += 1
    while last > head.index and (
        sentence.word(last).upos == "PUNCT" or sentence.word(last).deprel in {"cc", "mark"}
    ):
        last -= 1
    opened = sum((w.text == "[") - (w.text == "]") for w in sentence.words[first - 1 : last])
    if opened == 1 and last < len(sentence.words) and sentence.word(last + 1).text == "]":
        last += 1
    return sentence.word(first), sentence.word(last)


def conjuncts(sentence: Sentence, word: Word) -> tuple[Word, ...]:
    """``word`` and the words coordinated with it, in text order."""
    found, queue = [word], [word]
    while queue:
        for child in sentence.children(queue.pop(), "conj"):
            found.append(child)
            queue.append(child)
    return tuple(sorted(found, key=lambda w: w.index))


def first_conjunct(sentence: Sentence, word: Word) -> Word:
    """The word that heads the coordination ``word`` stands in (itself if in none)."""
    while word.relation == "conj":
        head = sentence.head(word)
        if head is None:
            break
        word = head
    return word


def preposition(sentence: Sentence, word: Word) -> str:
    """Lemma of the preposition on ``word``, with its fixed parts joined by ``_`` ("because_of"), inherited
    from the first conjunct; empty if there is none."""
    cases = [c for c in sentence.children(word, "case") if c.xpos != "POS"]
    if not cases:
        cases = [c for c in sentence.children(word, "mark") if c.upos in {"ADP", "SCONJ"}]
    if not cases:
        first = first_conjunct(sentence, word)
        return "" if first.index == word.index else preposition(sentence, first)
    parts = [cases[0], *sentence.children(cases[0], "fixed")]
    return "_".join(part.text.lower() for part in parts)


def argument_relation(sentence: Sentence, word: Word) -> tuple[str, Word | None]:
    """Relation and governor of a word with coordination undone."""
    first = first_conjunct(sentence, word)
    return first.deprel, sentence.head(first)


def measured(sentence: Sentence, word: Word) -> tuple[Word, ...]:
    """What a partitive measures, coordination included: "troops" for "hundreds" of "hundreds of troops"; the
    word itself if it is none."""
    if word.upos != "NUM" and word.lemma.lower() not in words("frames/partitives.tsv", "lemma"):
        return (word,)
    of = sentence.children(word, "nmod", "obl")
    content = next((w for w in of if preposition(sentence, w) == "of" and w.upos in {"NOUN", "PROPN"}), None)
    return conjuncts(sentence, content) if content is not None else (word,)


def measure(sentence: Sentence, word: Word) -> Word:
    """The partitive that measures ``word`` ("hundreds" for "troops"), else ``word``."""
    first = first_conjunct(sentence, word)
    head = sentence.head(first)
    return head if head is not None and word in measured(sentence, head) else word
