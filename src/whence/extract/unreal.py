"""What a sentence tells of without saying that it happened: orders, aims, what happens in general."""

from __future__ import annotations

from whence.extract.tables import mapping
from whence.extract.tree import first_conjunct
from whence.handover import Sentence, Word
from whence.records import Realis

Judged = tuple[Realis, str]
"""A value and what decided it."""
AIMS = frozenset(
    {
        "aim",
        "call",
        "demand",
        "goal",
        "hope",
        "intent",
        "intention",
        "objective",
        "plan",
        "proposal",
        "purpose",
    }
)
"""Nouns whose predicate or part is what is wanted."""
LISTING = frozenset({"include", "comprise", "contain", "cover"})
"""Verbs whose object is a part of their subject."""
PEOPLE = frozenset({"those", "people", "anyone", "anybody", "everyone", "everybody", "whoever"})
"""Who is nobody in particular ("*those* who remain silent")."""
PRESENT_TENSES = frozenset({"VBP", "VBZ"})
IMPLICATIVE = frozenset(
    {"able", "cause", "compel", "drive", "enable", "force", "get", "have", "help", "lead", "oblige", "prompt"}
)
"""What in the past tense says that its infinitive came about (Karttunen 1971, 2012): "*had* to leave", "was
*able* to escape", "*forced* them to flee"."""
FEELINGS = frozenset(
    {"amazed", "delighted", "glad", "happy", "pleased", "proud", "relieved", "sad", "shocked", "sorry"}
    | {"surprised", "upset"}
)
"""Adjectives whose infinitive is what is felt about: "was *surprised* to learn"."""
AHEAD = frozenset({"before", "until", "till", "when", "whenever", "once"})
"""Conjunctions whose clause, in the present, is of no time told: "*when* the law takes effect"."""
PAST_TENSES = frozenset({"VBD"})
MAX_CLAUSES = 3
"""Clauses looked at above a verb for whom it is said of."""


def cue(kind: str, word: Word) -> Realis | None:
    value = mapping("realis/cues.tsv", "key", "realis").get(f"{kind} {word.lemma.lower()}")
    if value is None:
        value = mapping("realis/cues.tsv", "key", "realis").get(f"{kind} {word.text.lower()}")
    return _as_realis(value)


def _as_realis(value: str | None) -> Realis | None:
    match value:
        case "past" | "ongoing" | "future" | "conditional" | "generic":
            return value
        case _:
            return None


def generic(sentence: Sentence, verb: Word, auxiliaries: tuple[Word, ...]) -> str | None:
    """Why a verb in the present tells what happens in general: "*routinely* ignored", "never back down",
    "*those* who stay silent when a mosque is attacked"."""
    if verb.xpos in PRESENT_TENSES or any(a.xpos in PRESENT_TENSES for a in auxiliaries):
        for adverb in sentence.children(verb, "advmod"):
            if cue("generic", adverb) == "generic":
                return f"adverb {adverb.lemma}"
    clause, tense = verb, False
    for _ in range(MAX_CLAUSES):
        parts = (clause, *sentence.children(clause, "aux", "aux:pass", "cop"))
        if any(w.xpos in {"VBD", "MD"} for w in parts):
            return None
        tense = tense or any(w.xpos in PRESENT_TENSES for w in parts)
        head = sentence.head(clause)
        if head is None:
            return None
        if clause.deprel == "acl:relcl":
            named = sentence.child(head, "nmod", "nmod:poss") is not None
            return f"{head.lemma} who" if tense and head.text.lower() in PEOPLE and not named else None
        if clause.relation not in {"conj", "advcl", "xcomp"}:
            return None
        clause = head
    return None


def ordered(sentence: Sentence, verb: Word) -> Judged | None:
    """The base form in what is ordered or asked ("demanded that the army *leave*")."""
    head = sentence.head(verb)
    subject = sentence.child(verb, "nsubj")
    base = verb.xpos == "VB" or (
        verb.xpos == "VBP"
        and subject is not None
        and subject.upos != "PRON"
        and subject.feature("Number") == "Sing"
    )
    if head is None or verb.relation not in {"ccomp", "acl"} or not base:
        return None
    value = cue("noun" if head.upos in {"NOUN", "PROPN"} else "governor", head)
    return (value, f"governor {head.lemma}") if value in {"future", "conditional"} else None


def aimed(sentence: Sentence, word: Word) -> Judged | None:
    """What is told as a demand or an aim: "their demands include *dissolving* parliament and *elections*",
    "the aim is *ousting* the king"."""
    first = first_conjunct(sentence, word)
    over = sentence.head(first)
    if over is not None and over.lemma in LISTING and first.relation in {"obj", "xcomp"}:
        subject = sentence.child(over, "nsubj")
    elif sentence.child(first, "cop") is not None:
        subject = sentence.child(first, "nsubj", "nsubj:outer")
    elif (
        first.relation in {"csubj", "nsubj"} and over is not None and sentence.child(over, "cop") is not None
    ):
        subject = over
    else:
        return None
    if subject is None or subject.lemma.lower() not in AIMS:
        return None
    value = cue("noun", subject)
    return (value, f"told as {subject.lemma}") if value else None


def implied(sentence: Sentence, governor: Word) -> Judged | None:
    """The infinitive of a word in the past that says it came about; nothing if that is negated."""
    lemma = governor.lemma.lower()
    parts = (governor, *sentence.children(governor, "aux", "aux:pass", "cop"))
    past = any(w.xpos in PAST_TENSES for w in parts) or (
        governor.xpos == "VBN" and any(w.lemma.lower() == "have" for w in parts[1:])
    )
    if lemma not in IMPLICATIVE | FEELINGS or not past or any(w.xpos == "MD" for w in parts):
        return None
    negated = any(
        w.lemma.lower() in {"not", "never", "hardly"} for w in sentence.children(governor, "advmod")
    )
    return None if negated else ("past", f"implied by {governor.lemma}")


def habitual(sentence: Sentence, verb: Word) -> bool:
    """Whether "would" tells what used to happen: "he *would* always laugh"."""
    return any(cue("generic", adverb) == "generic" for adverb in sentence.children(verb, "advmod"))


def ahead(sentence: Sentence, verb: Word) -> Judged | None:
    """The present of a clause of time: it lies ahead, or happens whenever it does."""
    if verb.relation != "advcl":
        return None
    for word in sentence.children(verb, "mark", "advmod"):
        if word.lemma.lower() in AHEAD and word.index < verb.index:
            return "conditional", f"conjunction {word.lemma}"
    return None
