"""Mends of the parser's systematic slips, so that every later reading sees one tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from whence.handover import Name, Sentence, Word

NOUNS = frozenset({"NOUN", "PROPN"})
OF_THE_WHOLE = frozenset({"case", "punct", "appos", "conj", "cc", "acl:relcl", "flat"})
"""Relations of what hangs on a title but belongs to the name as well."""
PARTICLES = frozenset({"up", "off", "out", "down", "away", "back", "apart", "aside"})
"""Words right after a verb that are its particle, where those of no object of a verb are prepositions."""
HAVE_FIELDS = frozenset({"secretary", "undersecretary", "minister"})
"""Offices of a field ("*secretary* of state Berg"), unlike "the *killing* of journalist Berg"."""
OF_A_TITLE = frozenset({"amod", "compound", "nmod:desc"})
"""Relations in which the first words of a title hang on the name instead of the title's noun."""


def repaired(sentence: Sentence, names: Sequence[Name]) -> Sentence:
    """``sentence`` with titles hung on the names that follow them and agents of passives labelled.

    Word indices and offsets stay as they are, and the heads stay a tree.
    """
    changed: dict[int, Word] = {}
    for name in names:
        title = _title_before(sentence, name)
        above = _name_head(sentence, name)
        for child in sentence.children(title[0]) if title else ():
            if child.deprel in OF_THE_WHOLE and not title[0].index < child.index < above.index:
                changed[child.index] = replace(child, head=above.index)
        for word in title:
            deprel = "nmod:desc" if word == title[0] else word.deprel
            changed[word.index] = replace(word, head=above.index, deprel=deprel)
            above = word
        changed.update(_turned(sentence, name) or _below_rank(sentence, name) or _split(sentence, name))
    for word in sentence.words:
        changed.update(_objects(sentence, word) or _time_spent(sentence, word))
        if word.index not in changed and _is_first_of_title(sentence, word):
            changed[word.index] = replace(word, head=word.index + 1, deprel="compound")
        changed.update(_object(sentence, word) or _of_small_clause(sentence, word))
        changed.update(_of_noun_clause(sentence, word) or _inside_phrase(sentence, word))
        changed.update(_of_participle(sentence, word))
        if word.index not in changed and word.deprel == "obl" and _is_agent(sentence, word):
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
    mended = _mended(sentence, changed)
    # What a rank took from a name is only seen once the rank is in its place.
    return _mended(mended, {i: word for name in names for i, word in _one_person(mended, name).items()})


def _mended(sentence: Sentence, changed: Mapping[int, Word]) -> Sentence:
    """``sentence`` with other words; as it was, if the root were touched or the heads no tree."""
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


def _one_person(sentence: Sentence, name: Name) -> dict[int, Word]:
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
    beside = case.head == head.index and field.head == head.index
    below = field.head == title.index and title.lemma.lower() in HAVE_FIELDS
    if title.index != head.head or not (beside or below) or not _may_be_title(title):
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


def _objects(sentence: Sentence, verb: Word) -> dict[int, Word]:
    """Words of the objects of a verb as Universal Dependencies has them: an object has no preposition
    ("blew *up* the bridge", "called *on* the minister to resign"), and a verb no two of them."""
    changed: dict[int, Word] = {}
    objects = sentence.children(verb, "obj") if verb.upos == "VERB" else ()
    if not objects or verb.index == len(sentence.words):
        return changed
    first, after = objects[0], sentence.word(verb.index + 1)
    begin = sentence.subtree(first)[0].index
    if after.upos == "ADP" and after.head == first.index and after.deprel == "case":
        if after.text.lower() in PARTICLES:
            changed[after.index] = replace(after, head=verb.index, deprel="compound:prt")
        elif first.upos != "NUM" and sentence.child(first, "nummod") is None:  # "killed over 100 people"
            changed[first.index] = replace(first, deprel="obl")
    elif after.upos == "ADP" and after.deprel == "mark" and begin == after.index + 1:
        clause = sentence.head(after)
        if clause is not None and clause.head == verb.index and clause.index > first.index:
            changed[after.index] = replace(after, head=first.index, deprel="case")
            changed[first.index] = replace(first, deprel="obl")
    elif len(objects) == 2 and verb.index < begin and first.upos in NOUNS:
        last, second = sentence.subtree(first)[-1].index, objects[1]
        if sentence.child(second, "case") is not None:  # "imposed sanctions on the *firm*"
            changed[second.index] = replace(second, deprel="obl")
        elif sentence.subtree(second)[0].index == last + 1:
            changed[first.index] = replace(first, deprel="iobj")
    return changed


def _time_spent(sentence: Sentence, verb: Word) -> dict[int, Word]:
    """The time right after "spend" or "serve", which is its object ("served two *years* in prison")."""
    if verb.upos != "VERB" or verb.lemma.lower() not in {"spend", "serve"}:
        return {}
    if sentence.child(verb, "obj", "nsubj:pass") is not None:
        return {}
    for word in sentence.words[verb.index :]:
        unmarked = word.deprel in {"nmod:unmarked", "obl:unmarked"} and word.head_type == "time"
        if unmarked and sentence.subtree(word)[0].index == verb.index + 1:
            return {word.index: replace(word, head=verb.index, deprel="obj")}
    return {}


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


def _object(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The noun phrase right after an active verb that the tree makes an oblique without a preposition
    ("condemned the *attack* on the market"): the treebanks have no such, but for adverbials that they call
    ``obl:unmarked``."""
    verb = sentence.head(word)
    if word.deprel != "obl" or word.upos not in NOUNS or word.head_type == "time" or verb is None:
        return {}
    if verb.upos != "VERB" or sentence.child(word, "case") is not None:
        return {}
    if sentence.children(verb, "obj", "ccomp", "nsubj:pass", "aux:pass"):
        return {}
    first = sentence.subtree(word)[0]
    particle = sentence.child(verb, "compound:prt")  # "handed over the weapons"
    before = particle.index if particle is not None else verb.index
    if first.index != before + 1 or first.upos in {"ADP", "SCONJ", "ADV"}:
        return {}
    return {word.index: replace(word, deprel="obj")}


def _of_small_clause(sentence: Sentence, word: Word) -> dict[int, Word]:
    """Object and predicate of "dubbed the *law* a gag *order*", where the tree makes the object the subject
    of the predicate. What has a verb left out, as in headlines, has no article ("say suspect armed")."""
    verb = sentence.head(word)
    if word.deprel not in {"xcomp", "ccomp"} or word.upos not in {"NOUN", "PROPN", "ADJ"} or verb is None:
        return {}
    if verb.upos != "VERB" or sentence.children(verb, "obj", "nsubj:pass", "aux:pass"):
        return {}
    if len(sentence.children(verb, "xcomp", "ccomp")) > 1:
        return {}
    if sentence.children(word, "cop", "aux", "mark") or not (
        word.deprel == "xcomp" or sentence.child(word, "det")
    ):
        return {}
    own = sentence.children(word, "nsubj")
    if len(own) != 1 or sentence.subtree(own[0])[0].index != verb.index + 1 or own[0].index > word.index:
        return {}
    if own[0].feature("Case") == "Nom" or any(
        w.upos in {"VERB", "AUX"} for w in sentence.words[own[0].index : word.index - 1]
    ):
        return {}
    return {
        own[0].index: replace(own[0], head=verb.index, deprel="obj"),
        word.index: replace(word, deprel="xcomp"),
    }


def _of_noun_clause(sentence: Sentence, word: Word) -> dict[int, Word]:
    """Words of "the claim *that* the vote was *fair*" where the tree makes the clause an adjective of the
    noun, and of "the revelation *that* the minister was *paid*" where "that", though tagged as a conjunction,
    is a second object of a passive."""
    noun = sentence.head(word)
    if noun is None or noun.upos not in NOUNS or word.index < noun.index:
        return {}
    that = next((w for w in sentence.children(word, "mark", "obj") if w.text.lower() == "that"), None)
    if that is None or that.index > word.index or not sentence.children(word, "nsubj"):
        return {}
    if that.deprel == "mark" and word.deprel == "amod":
        return {word.index: replace(word, deprel="acl")}
    passive = any(child.deprel == "nsubj:pass" for child in sentence.children(word))
    if that.deprel == "obj" and that.upos == "SCONJ" and passive and word.relation == "acl":
        return {
            word.index: replace(word, deprel="acl"),
            that.index: replace(that, deprel="mark"),
        }
    return {}


def _inside_phrase(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The word right after a determiner that the tree hangs on what the determiner's noun hangs on, before
    both ("the Wadi Front, a *Qatari* and Turkish ally", with two appositions or a compound of "Front")."""
    if word.deprel not in {"appos", "compound", "amod"} or word.index < 2:
        return {}
    determiner = sentence.word(word.index - 1)
    noun = sentence.head(determiner)
    if determiner.deprel != "det" or noun is None or noun.upos not in NOUNS:
        return {}
    if noun.head != word.head or not 0 < word.head < word.index < noun.index:
        return {}
    relation = "amod" if word.deprel == "appos" else word.deprel
    return {word.index: replace(word, head=noun.index, deprel=relation)}


def _of_participle(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The "by" phrase right after a passive participle that the tree hangs on the clause after it ("as
    reported by *Reuters*, rebels attacked")."""
    by = sentence.child(word, "case")
    if word.deprel not in {"obl", "obl:agent"} or by is None or by.index < 2 or by.text.lower() != "by":
        return {}
    participle = sentence.word(by.index - 1)
    above = participle.head == word.head and participle.relation in {"advcl", "acl"}
    if participle.xpos not in {"VBN", "VBD"} or not above or not by.index < word.index < word.head:
        return {}
    agent = replace(word, head=participle.index, deprel="obl")
    return {word.index: replace(agent, deprel="obl:agent") if _may_act(word) else agent}


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
    return _may_act(word)


def _may_act(word: Word) -> bool:
    return word.head_type in {"person", "organization", "place"} or word.lemma.lower() in _agent_nouns()


@cache
def _agent_nouns() -> frozenset[str]:
    """Lemmas of nouns that name people or groups of people."""
    table = (resources.files("whence.data") / "phrases" / "agent_nouns.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t", 1)[0] for line in table.splitlines()[1:])
