"""Nouns that report: "the claim that …", "an order that …", "the argument was that …", "claims of fraud"."""

from __future__ import annotations

from whence.attribute.contents import clause_content
from whence.attribute.subjects import agent, case_of, subject
from whence.attribute.tables import CueRule, words
from whence.attribute.telling import Telling
from whence.handover import Sentence, Word


def noun_telling(sentence: Sentence, noun: Word, rule: CueRule, text: str) -> Telling | None:
    """The telling of a cue noun with the clause or deed it is about, if it has one."""
    clause = (
        next(
            (
                c
                for c in sentence.children(noun, "acl", "ccomp")
                if c.index > noun.index and _that_clause(sentence, c)
            ),
            None,
        )
        or _displaced_clause(sentence, noun)
        or _of_what(sentence, noun)
    )
    if clause is None:
        return None
    source = sentence.child(noun, "nmod:poss") or next(
        (
            n
            for n in sentence.children(noun, "nmod")
            if case_of(sentence, n) in words("possessing") and n.index != clause.index
        ),
        None,
    )
    governor = sentence.head(noun)
    if (
        source is None
        and governor is not None
        and noun.relation == "obj"
        and governor.lemma in ("make", "issue", "have")
    ):
        source = subject(sentence, governor)
    if source is None and governor is not None and noun.relation == "nsubj" and noun.deprel == "nsubj:pass":
        source = agent(sentence, governor)
    if source is None and rule.cue == "report":
        source = noun
    return Telling(
        sentence=sentence,
        rule=rule,
        cue=noun,
        cue_range=(noun.start, noun.end),
        source=source,
        source_sentence=sentence,
        content=clause_content(
            sentence,
            clause,
            without=(*_predication(sentence, noun, clause), *sentence.children(clause, "case")),
            text=text,
        ),
        clause=(noun.start, noun.end),
        complement=clause,
        link=None,
        negated=False,
        awaits_quote=False,
    )


def _displaced_clause(sentence: Sentence, noun: Word) -> Word | None:
    """The that-clause of a noun where it hangs on the noun's verb: "issued an order yesterday that …", or
    where the noun is its subject: "The argument was that …"."""
    governor = sentence.head(noun)
    if governor is None or governor.upos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    if noun.relation == "nsubj" and sentence.child(governor, "cop") is not None:
        marks = [m for m in sentence.children(governor, "mark") if m.lemma.lower() == "that"]
        return governor if marks and marks[0].index > noun.index else None
    if noun.relation != "obj":
        return None
    for clause in sentence.children(governor, "advcl", "ccomp"):
        marks = [m for m in sentence.children(clause, "mark") if m.lemma.lower() == "that"]
        if marks and clause.index > noun.index:
            return clause
    return None


def _of_what(sentence: Sentence, noun: Word) -> Word | None:
    """The deed of a claim, "the president's claim of fraud", where somebody claims it."""
    if noun.lemma.lower() not in words("of what"):
        return None
    return next(
        (
            n
            for n in sentence.children(noun, "nmod")
            if case_of(sentence, n) == "of"
            and n.upos == "NOUN"
            and n.lemma.lower() not in words("part in a deed")
        ),
        None,
    )


def _predication(sentence: Sentence, noun: Word, clause: Word) -> tuple[Word, ...]:
    """What says that the noun is the clause: "The argument was" of "The argument was that …"."""
    if noun.head != clause.index:
        return ()
    mark = next((m for m in sentence.children(clause, "mark") if m.lemma.lower() == "that"), None)
    return tuple(w for w in sentence.subtree(clause) if mark is not None and w.index < mark.index)


def _that_clause(sentence: Sentence, clause: Word) -> bool:
    marks = {m.lemma.lower() for m in sentence.children(clause, "mark", "case")}
    if marks:
        return "that" in marks
    own = sentence.child(clause, "nsubj")
    return clause.deprel != "acl:relcl" and own is not None and own.lemma not in ("who", "which", "that")
