"""Mends of the parser's systematic slips, so that every later reading sees one tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from whence.handover import Name, Sentence, Word

NOUNS = frozenset({"NOUN", "PROPN"})
OF_THE_WHOLE = frozenset({"case", "punct", "appos", "conj", "cc", "acl:relcl"})
"""Relations of what hangs on a title but belongs to the name as well."""


def repaired(sentence: Sentence, names: Sequence[Name]) -> Sentence:
    """``sentence`` with titles hung on the names that follow them and agents of passives labelled.

    Word indices and offsets stay as they are, and the heads stay a tree.
    """
    changed: dict[int, Word] = {}
    for name in names:
        title = _title_before(sentence, name)
        above = _name_head(sentence, name)
        for child in sentence.children(title[0]) if title else ():
            if child.deprel in OF_THE_WHOLE and child.index < title[0].index:
                changed[child.index] = replace(child, head=above.index)
        for word in title:
            deprel = "nmod:desc" if word == title[0] else word.deprel
            changed[word.index] = replace(word, head=above.index, deprel=deprel)
            above = word
        changed.update(_turned(sentence, name) or _below_rank(sentence, name))
    for word in sentence.words:
        if _is_first_of_title(sentence, word):
            changed[word.index] = replace(word, head=word.index + 1, deprel="compound")
        if word.deprel == "obl" and _is_agent(sentence, word):
            changed[word.index] = replace(word, deprel="obl:agent")
        if word.deprel == "obl:agent" and not _has_by(sentence, word):
            changed[word.index] = replace(word, deprel="obl")
    for name in names:
        changed.update(_apposed(sentence, name, changed))
    for word in sentence.words:
        first = _contrasted(sentence, word)
        if first is not None:
            denial = _denial(sentence, word)
            changed[word.index] = replace(word, head=first.index, deprel="conj")
            changed[denial.index] = replace(denial, head=word.index, deprel="advmod")
    if not changed or any(sentence.word(index).head == 0 for index in changed):
        return sentence
    mended = replace(sentence, words=tuple(changed.get(w.index, w) for w in sentence.words))
    return mended if _is_tree(mended, changed) else sentence


def _is_tree(sentence: Sentence, changed: Mapping[int, Word]) -> bool:
    """Whether every changed word still reaches the root."""
    for word in changed.values():
        head: Word | None = word
        for _ in sentence.words:
            head = sentence.head(head) if head is not None else None
        if head is not None:
            return False
    return True


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
    if case is not None and case.text.lower() == "of" and case.index > 1 and above is not None:
        if above.index not in (head.index, case.index - 1):
            return ()
        words = (sentence.word(case.index - 1), last)
    title = words[0]
    sisters = title.head == head.head and title.deprel == head.deprel
    # Of two conjuncts without a comma or "and" between them the first is no conjunct of its own.
    return words if sisters and title.upos in NOUNS else ()


def _is_first_of_title(sentence: Sentence, word: Word) -> bool:
    """Whether a noun hangs on a name beside the next word of its title ("*attorney* general X", "the
    *institute* director X")."""
    if word.deprel != "nmod:desc" or word.upos not in NOUNS or word.index == len(sentence.words):
        return False
    following = sentence.word(word.index + 1)
    return (following.deprel, following.head) == (word.deprel, word.head) and following.upos in NOUNS


def _turned(sentence: Sentence, name: Name) -> dict[int, Word]:
    """Words of "*secretary of* state *Anna Berg*" where the tree hangs the name on the title as one with its
    field: the name takes the title's place, the title and its field hang on it."""
    if name.kind != "PER" or name.first < 4:
        return {}
    title, case, field = sentence.words[name.first - 4 : name.first - 1]
    head = _name_head(sentence, name)
    if (title.index, case.head, field.head) != (head.head, head.index, head.index):
        return {}
    if case.text.lower() != "of" or head.deprel != "nmod" or title.head == 0 or title.upos not in NOUNS:
        return {}
    moved = {
        child.index: replace(child, head=head.index)
        for child in sentence.children(title)
        if child.deprel in OF_THE_WHOLE and child.index != head.index
    }
    return moved | {
        head.index: replace(head, head=title.head, deprel=title.deprel),
        title.index: replace(title, head=head.index, deprel="nmod:desc"),
        field.index: replace(field, head=title.index, deprel="nmod"),
        case.index: replace(case, head=field.index),
    }


def _below_rank(sentence: Sentence, name: Name) -> dict[int, Word]:
    """Words of "*Gen.* Anna Berg" where the rank is the head of the flat name: the name takes its place."""
    if name.kind != "PER" or name.first < 2:
        return {}
    head, rank = sentence.word(name.first), sentence.word(name.first - 1)
    if head.deprel != "flat" or head.head != rank.index or rank.head == 0 or rank.upos != "PROPN":
        return {}
    moved = {child.index: replace(child, head=head.index) for child in sentence.children(rank)}
    return moved | {
        head.index: replace(head, head=rank.head, deprel=rank.deprel),
        rank.index: replace(rank, head=head.index, deprel="nmod:desc"),
    }


def _apposed(sentence: Sentence, name: Name, changed: Mapping[int, Word]) -> dict[int, Word]:
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


def _contrasted(sentence: Sentence, word: Word) -> Word | None:
    """The infinitive that a later one denies ("to *retake* the town, not to attack ISIS"), if the tree hangs
    the later one elsewhere below it."""
    if not _is_infinitive(sentence, word) or word.relation == "conj":
        return None
    denial = _denial(sentence, word)
    if denial.text.lower() != "not" or sentence.word(denial.index - 1).text != ",":
        return None
    return next(
        (w for w in sentence.ancestors(word) if w.index < word.index and _is_infinitive(sentence, w)), None
    )


def _denial(sentence: Sentence, infinitive: Word) -> Word:
    """The "not" in the three words before the "to" of an infinitive; the "to" itself if there is none."""
    to = sentence.child(infinitive, "mark")
    assert to is not None
    before = sentence.words[max(1, to.index - 4) : to.index - 1]
    return next((w for w in before if w.text.lower() == "not"), to)


def _is_infinitive(sentence: Sentence, word: Word) -> bool:
    mark = sentence.child(word, "mark")
    return word.xpos == "VB" and mark is not None and mark.text.lower() == "to" and mark.index < word.index


def _has_by(sentence: Sentence, word: Word) -> bool:
    case = sentence.child(word, "case")
    return case is not None and case.text.lower() == "by"


def _is_agent(sentence: Sentence, word: Word) -> bool:
    """Whether "by X" on a participle or passive verb names who acts, not when or how."""
    head = sentence.head(word)
    if head is None or not _has_by(sentence, word) or head.xpos != "VBN":
        return False
    if any(child.deprel == "nsubj" for child in sentence.children(head)):
        return False
    return word.head_type in {"person", "organization", "place"} or word.lemma.lower() in _agent_nouns()


@cache
def _agent_nouns() -> frozenset[str]:
    """Lemmas of nouns that name people or groups of people."""
    table = (resources.files("whence.data") / "phrases" / "agent_nouns.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t", 1)[0] for line in table.splitlines()[1:])
