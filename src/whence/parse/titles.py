"""Mends of titles and names of people, which the tree makes sisters or divides in the wrong place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from whence.handover import Name, Sentence, Word

NOUNS = frozenset({"NOUN", "PROPN"})
OF_THE_WHOLE = frozenset({"case", "punct", "appos", "conj", "cc", "acl:relcl", "flat"})
"""Relations of what hangs on a title but belongs to the name as well."""
OF_A_TITLE = frozenset({"amod", "compound", "nmod:desc"})
"""Relations in which the first words of a title hang on the name instead of the title's noun."""


def titled(sentence: Sentence, name: Name) -> dict[int, Word]:
    """The words of the title before a name, hung on the name."""
    changed: dict[int, Word] = {}
    title = _title_before(sentence, name)
    above = _name_head(sentence, name)
    for child in sentence.children(title[0]) if title else ():
        if child.deprel in OF_THE_WHOLE and not title[0].index < child.index < above.index:
            changed[child.index] = replace(child, head=above.index)
    for word in title:
        deprel = "nmod:desc" if word == title[0] else word.deprel
        changed[word.index] = replace(word, head=above.index, deprel=deprel)
        above = word
    return changed | _split(sentence, name)


def _name_head(sentence: Sentence, name: Name) -> Word:
    inside = sentence.words[name.first - 1 : name.last]
    return next((w for w in inside if not name.first <= w.head <= name.last), inside[0])


def _title_before(sentence: Sentence, name: Name) -> tuple[Word, ...]:
    """The noun right before a person's name that the tree makes its sister ("*minister* Lavrov said" with
    two subjects), and what of it hangs on the name ("*secretary of state* Lavrov")."""
    if name.kind != "PER" or name.first < 2:
        return ()
    head, last = _name_head(sentence, name), sentence.word(name.first - 1)
    words: tuple[Word, ...] = (last,)
    case, above = sentence.child(last, "case"), sentence.head(last)
    of = case is not None and case.text.lower() == "of" and case.index > 1
    if case is not None and of and above is not None and _may_be_title(sentence.word(case.index - 1)):
        if above.index not in (head.index, case.index - 1):
            return ()
        words = (sentence.word(case.index - 1), last)
    title = words[0]
    sisters = title.head == head.head and title.deprel == head.deprel
    # Of two conjuncts without a comma or "and" between them the first is no conjunct of its own.
    return words if sisters and title.upos in NOUNS else ()


def _may_be_title(word: Word) -> bool:
    """Whether a noun before "of" may be a title, not a deed ("the *killing* of President Orlov")."""
    return word.head_type in {None, "person"}


def _split(sentence: Sentence, name: Name) -> dict[int, Word]:
    """First words of the title before a person's name that hang on the name, beside its noun ("*Russian*
    President Orlov", "*Deputy Prime* Minister Berg", "*Attorney* General Berg"): they hang on the noun."""
    if name.kind != "PER" or name.first < 3:
        return {}
    head, title = _name_head(sentence, name), sentence.word(name.first - 1)
    if (title.head, title.deprel) != (head.index, "nmod:desc"):
        return {}
    moved: dict[int, Word] = {}
    for word in reversed(sentence.words[: title.index - 1]):
        if word.head == title.index or word.head in moved:
            continue
        if word.head != head.index or word.deprel not in OF_A_TITLE or word.upos not in NOUNS | {"ADJ"}:
            break
        relation = "amod" if word.upos == "ADJ" else "compound"
        moved[word.index] = replace(word, head=title.index, deprel=relation)
    return moved


def one_person(sentence: Sentence, name: Name) -> dict[int, Word]:
    """What belongs to a person but hangs beside the first word of the name: later words of the name that the
    tree makes its sisters ("of Gen. *Hakan* *Demir*", two words under one preposition), and what the title
    before it has taken ("Gen. Hakan *Demir*, the *commander*")."""
    if name.kind != "PER":
        return {}
    first, changed = _name_head(sentence, name), dict[int, Word]()
    for word in sentence.words[first.index : name.last]:
        if (word.head, word.deprel) == (first.head, first.deprel):
            changed[word.index] = replace(word, head=first.index, deprel="flat")
            changed.update({c.index: replace(c, head=first.index) for c in sentence.children(word)})
    for title in sentence.children(first, "nmod:desc"):
        for child in sentence.children(title):
            if child.index > first.index and child.deprel in OF_THE_WHOLE:
                changed[child.index] = replace(child, head=first.index)
    return changed


def apposed(sentence: Sentence, name: Name, changed: Mapping[int, Word]) -> dict[int, Word]:
    """The person noun right after "…, a name *,*" that the tree puts in apposition to what the name hangs on
    ("under the command of Anna Berg, the *leader* of the front")."""
    if name.kind != "PER" or name.last + 1 >= len(sentence.words) or sentence.word(name.last + 1).text != ",":
        return {}
    head = _name_head(sentence, name)
    above = {word.index for word in sentence.ancestors(head)}
    for word in sentence.words[name.last + 1 :]:
        opened = word.deprel == "appos" and word.head in above and word.head_type == "person"
        first = min(child.index for child in sentence.subtree(word))
        if opened and first in (name.last + 1, name.last + 2) and word.index not in changed:
            holder = sentence.word(word.head)
            return {} if holder.head_type == "person" else {word.index: replace(word, head=head.index)}
    return {}


def described(sentence: Sentence, name: Name) -> dict[int, Word]:
    """The name after a description and a comma ("according to a doctor, *Salma Errahli*."), which the tree
    puts above the description or beside it: it is in apposition to it."""
    if name.kind != "PER" or name.first < 4 or sentence.word(name.first - 1).text != ",":
        return {}
    noun, head = sentence.word(name.first - 2), _name_head(sentence, name)
    closed = name.last == len(sentence.words) or sentence.word(name.last + 1).upos == "PUNCT"
    if not closed or noun.upos not in NOUNS or sentence.child(noun, "det") is None or not head.head:
        return {}
    apposition = replace(head, head=noun.index, deprel="appos")
    if (noun.head, noun.deprel) == (head.index, "nmod:desc"):
        by = sentence.child(noun, "case")
        relation = "obl" if by is not None and head.deprel == "parataxis" else head.deprel
        return {noun.index: replace(noun, head=head.head, deprel=relation), head.index: apposition}
    beside = noun.head == head.head and head.deprel == "parataxis"
    if sentence.child(head, "nsubj", "cop") is not None:
        return {}
    return {head.index: apposition} if beside else {}
