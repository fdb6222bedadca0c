"""Dependency tree → frames: every verb, noun and predicative adjective with its slots filled.

Which of them is an event the lexicon decides. Slots are normalised for voice, coordination, relative
clauses, participles, control and light verbs (Universal Dependencies v2, English guidelines).
"""

from __future__ import annotations

from collections.abc import Iterable

from whence.extract.frame import Frame
from whence.extract.nominal import nominal_frame, verb_lemma
from whence.extract.tree import conjuncts, measured, preposition
from whence.handover import Sentence, Word

PARTY_TYPES = frozenset({"person", "organization", "place"})
"""Types of mention (GUM) of what can be a party itself."""
SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "agree", "swear"})
"""Verbs whose infinitive belongs to their subject even beside an object ("promised them to leave")."""


def frames(sentence: Sentence) -> tuple[Frame, ...]:
    """All frames of a sentence, in text order of their heads."""
    found: list[Frame] = []
    for word in sentence.words:
        if word.upos == "VERB":
            found.append(verbal_frame(sentence, word))
        elif word.upos in {"NOUN", "PROPN"}:
            found.append(nominal_frame(sentence, word, slots=slots_of_verb))
        elif word.upos == "ADJ" and is_predicative(sentence, word):
            found.append(verbal_frame(sentence, word))
    return tuple(found)


def is_predicative(sentence: Sentence, word: Word) -> bool:
    """Whether an adjective is what is said of something ("is *critical* of", "found *dead*")."""
    return sentence.child(word, "cop") is not None or word.relation in {"xcomp", "root", "ccomp", "acl"}


def verbal_frame(sentence: Sentence, verb: Word) -> Frame:
    agents, patients, indirect = slots_of_verb(sentence, verb)
    complement = next(
        (
            c
            for c in sentence.children(verb, "xcomp", "ccomp")
            if c.upos in {"VERB", "ADJ", "NOUN", "PROPN", "AUX"}
        ),
        None,
    )
    return Frame(
        sentence=sentence,
        head=verb,
        lemma=verb_lemma(sentence, verb),
        nominal=False,
        passive=is_passive(sentence, verb),
        light_verb=None,
        agents=agents,
        patients=patients,
        indirect=indirect,
        obliques=obliques(sentence, verb),
        complement=complement,
        modifiers=sentence.children(verb, "advmod"),
        governor=governor(sentence, verb),
    )


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """Whether the subject of a verb undergoes it: a passive clause or a past participle on a noun."""
    if verb.upos != "VERB":
        return False
    if sentence.child(verb, "aux:pass", "nsubj:pass") is not None:
        return True
    if sentence.child(verb, "obl:agent") is not None and sentence.child(verb, "nsubj") is None:
        return True
    if sentence.child(verb, "nsubj", "aux") is not None or verb.xpos not in {"VBN", "VBD"}:
        return False
    if verb.deprel in {"acl", "amod", "advcl"}:
        return verb.xpos == "VBN"
    if is_told_done(sentence, verb):
        return True
    if verb.relation == "conj" and (verb.xpos == "VBN" or sentence.child(verb, "obj", "ccomp") is None):
        head = sentence.head(verb)
        alike = head is not None and head.upos == "VERB" and head.xpos == "VBN"
        return alike and head is not None and is_passive(sentence, head)
    return verb.relation in {"xcomp", "root", "parataxis"} and verb.feature("Voice") == "Pass"


def is_told_done(sentence: Sentence, verb: Word) -> bool:
    """Whether a bare participle tells what was done to the object before it ("reported *ten people*
    killed")."""
    head = sentence.head(verb)
    if (
        verb.deprel not in {"xcomp", "ccomp"}
        or head is None
        or sentence.child(verb, "obj", "mark") is not None
    ):
        return False
    return any(w.index < verb.index for w in sentence.children(head, "obj"))


def slots_of_verb(
    sentence: Sentence, verb: Word
) -> tuple[tuple[Word, ...], tuple[Word, ...], tuple[Word, ...]]:
    """Agents, patients and indirect objects of a verb."""
    subject = subjects(sentence, verb)
    objects = (
        spread(sentence, own(sentence, verb, "obj"))
        or told(sentence, verb)
        or gerund_object(sentence, verb)
        or extracted_object(sentence, verb)
        or shared_objects(sentence, verb)
    )
    indirect = spread(sentence, own(sentence, verb, "iobj"))
    if not is_passive(sentence, verb):
        return subject, without(objects, subject), indirect
    agents = spread(sentence, sentence.children(verb, "obl:agent"))
    if objects:
        return agents, objects, subject
    return agents, subject, indirect


def told(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """Whom a verb like "ask" or "urge" is directed at, where the tree makes it the subject of the infinitive
    ("asked *the court* to block")."""
    for complement in sentence.children(verb, "ccomp", "xcomp"):
        mark = sentence.child(complement, "mark")
        if complement.xpos == "VB" and mark is not None and mark.text.lower() == "to":
            return spread(sentence, sentence.children(complement, "nsubj"))
    return ()


def gerund_object(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """What a gerund with an article or possessor is done to ("the shelling of *the town*")."""
    if verb.xpos != "VBG" or sentence.child(verb, "det", "nmod:poss") is None:
        return ()
    of = (w for w in sentence.children(verb, "obl", "nmod") if preposition(sentence, w) == "of")
    return spread(sentence, of)


def extracted_object(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """What a relative pronoun further up stands for, if its own verb has an object already ("troops which he
    got permission to *send*")."""
    clause = verb
    for _ in range(4):
        head = sentence.head(clause)
        if head is None or clause.relation not in {"acl", "xcomp", "ccomp"} or clause.deprel == "acl:relcl":
            break
        clause = head
    if clause.index == verb.index:
        return ()
    if clause.upos in {"NOUN", "PROPN"}:
        above = sentence.head(clause)
        clause = above if above is not None and clause.relation == "obj" else clause
    objects = sentence.children(clause, "obj")
    pronoun = next((o for o in objects if is_relative(o)), None)
    if clause.deprel != "acl:relcl" or pronoun is None or len(objects) < 2:
        return ()
    found = antecedent(sentence, pronoun, clause)
    return spread(sentence, (found,)) if found is not None else ()


def own(sentence: Sentence, verb: Word, relation: str) -> tuple[Word, ...]:
    """Dependents of one relation, relative pronouns replaced by what they stand for; a second object's
    pronoun belongs to a clause further down."""
    children = sentence.children(verb, relation)
    if relation == "obj" and len(children) > 1:
        children = tuple(c for c in children if not is_relative(c))
    return tuple(antecedent(sentence, child, verb) or child for child in children)


def antecedent(sentence: Sentence, pronoun: Word, verb: Word) -> Word | None:
    """The noun that a relative pronoun on ``verb`` stands for."""
    if not is_relative(pronoun):
        return None
    clause: Word | None = verb
    while clause is not None and clause.deprel != "acl:relcl":
        clause = sentence.head(clause)
    return sentence.head(clause) if clause is not None else None


def is_relative(word: Word) -> bool:
    """Whether a word is "who", "which", "that" or "whom" used as a relative pronoun."""
    return word.upos in {"PRON", "SCONJ", "DET"} and word.text.lower() in {"who", "which", "that", "whom"}


def subjects(sentence: Sentence, verb: Word, *, depth: int = 8) -> tuple[Word, ...]:
    """Who or what a verb is said of: its own subject, else the one it shares. ``depth`` bounds the walk."""
    explicit = own(sentence, verb, "nsubj") or sentence.children(verb, "nmod:poss")
    if verb.deprel == "xcomp":  # has no subject of its own in UD; one behind it is an apposition gone astray
        explicit = tuple(w for w in explicit if w.index < verb.index)
    if explicit:
        return spread(sentence, tuple(w for w in explicit if w.index != verb.index))
    head = sentence.head(verb)
    if head is None or depth == 0:
        return ()
    match verb.deprel:
        case "conj":
            return subjects(sentence, head, depth=depth - 1) if head.upos in {"VERB", "ADJ", "NOUN"} else ()
        case "acl:relcl":
            taken = any(is_relative(child) for child in sentence.children(verb))
            return () if taken else spread(sentence, (head,))
        case "acl" | "amod":
            if sentence.child(verb, "mark") is not None:
                return holder(sentence, head)
            written = head.head_type in {"abstract", "object"} and verb.xpos == "VBG"
            return (holder(sentence, head) if written else ()) or spread(sentence, (head,))
        case "ccomp" if not is_told_done(sentence, verb):
            return ()
        case "xcomp" | "ccomp":
            return controller(sentence, verb, head, depth=depth)
        case "advcl" | "parataxis" if verb.xpos in {"VBG", "VBN", "VB"}:
            return subjects(sentence, head, depth=depth - 1) if head.upos in {"VERB", "ADJ"} else ()
        case _:
            return ()


def controller(sentence: Sentence, verb: Word, head: Word, *, depth: int) -> tuple[Word, ...]:
    """Who does what an open complement says: the object of its governor, else the subject."""
    if head.lemma.lower() not in SUBJECT_CONTROL:
        objects = spread(sentence, own(sentence, head, "obj") + own(sentence, head, "iobj"))
        before = tuple(o for o in objects if o.index < verb.index and o.upos != "NUM")
        if before:
            return before
        called = tuple(
            w for w in sentence.children(head, "obl") if preposition(sentence, w) in {"on", "for", "to"}
        )
        if head.lemma.lower() in {"call", "appeal", "push", "press"} and called:
            return spread(sentence, called)
    return subjects(sentence, head, depth=depth - 1)


def holder(sentence: Sentence, noun: Word) -> tuple[Word, ...]:
    """Who a noun with an infinitive belongs to: "*Russia*'s decision to leave", "*they* promised to"."""
    possessors = sentence.children(noun, "nmod:poss")
    if possessors:
        return spread(sentence, possessors)
    verb = sentence.head(noun)
    if verb is not None and verb.upos == "VERB" and noun.relation == "obj":
        return subjects(sentence, verb, depth=2)
    return ()


def shared_objects(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """Objects a verb shares in coordination ("arrested and *questioned* the student") or as a relative
    clause ("the bomb they *planted*")."""
    if verb.deprel == "acl:relcl":
        head = sentence.head(verb)
        subject = sentence.child(verb, "nsubj")
        if head is not None and subject is not None and not is_relative(subject):
            return (
                () if sentence.child(verb, "obl", "advmod", "ccomp", "xcomp") else spread(sentence, (head,))
            )
    if is_passive(sentence, verb):
        return ()
    if verb.relation == "conj":
        head = sentence.head(verb)
        if head is not None and head.upos == "VERB":
            return spread(sentence, tuple(o for o in own(sentence, head, "obj") if o.index > verb.index))
    for other in sentence.children(verb, "conj"):
        between = sentence.words[verb.index : other.index - 1]
        if other.upos == "VERB" and all(w.upos in {"CCONJ", "PUNCT", "ADV", "VERB"} for w in between):
            return spread(sentence, own(sentence, other, "obj"))
    return ()


def obliques(sentence: Sentence, head: Word) -> tuple[tuple[str, Word], ...]:
    """(preposition, head) of the oblique modifiers of a predicate, coordination spread; of a verb also those
    of its object, which the parser can hang on either ("sent aid *to Chad*"), but for "of"."""
    modifiers = sentence.children(head, "obl", "nmod")
    for thing in sentence.children(head, "obj") if head.upos == "VERB" else ():
        if thing.head_type not in PARTY_TYPES:
            modifiers += tuple(
                w for w in sentence.children(thing, "nmod") if preposition(sentence, w) not in ("", "of")
            )
    found = [
        (preposition(sentence, word), each)
        for word in modifiers
        if word.deprel
        not in {"obl:agent", "nmod:poss", "nmod:desc", "obl:unmarked", "nmod:unmarked", "obl:tmod"}
        for each in spread(sentence, (antecedent(sentence, word, head) or word,))
    ]
    return tuple(sorted(found, key=lambda pair: pair[1].index))


def governor(sentence: Sentence, word: Word) -> Word | None:
    """The predicate that controls a clause or whose object an action noun is."""
    top = word
    while top.relation == "conj":
        head = sentence.head(top)
        if head is None:
            return None
        top = head
    if top.deprel in {"xcomp", "ccomp", "csubj", "csubj:pass"} or (
        top.deprel == "acl" and sentence.child(top, "mark") is not None
    ):
        return sentence.head(top)
    return None


def spread(sentence: Sentence, heads: Iterable[Word]) -> tuple[Word, ...]:
    """``heads`` and everything coordinated with them, without repetition; partitives give way to what they
    measure."""
    found: list[Word] = []
    for head in heads:
        for each in conjuncts(sentence, head):
            for word in measured(sentence, each):
                if word not in found and word.upos not in {"VERB", "AUX"}:
                    found.append(word)
    return tuple(found)


def without(words: tuple[Word, ...], others: tuple[Word, ...]) -> tuple[Word, ...]:
    """``words`` that are not among ``others``."""
    return tuple(w for w in words if w not in others)
