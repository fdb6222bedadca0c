"""What kind of speech act a telling is."""

from __future__ import annotations

from whence.attribute.subjects import is_negated
from whence.attribute.tables import CueRule, evaluative, words
from whence.attribute.telling import Telling, within
from whence.handover import Sentence, Word
from whence.records import Act


def act(telling: Telling, text: str) -> Act:
    """The act of the cue as negated, narrowed for plain assertions by what is said: one's own denied or
    future deed, a question, a demand, a possibility, a judgement."""
    rule = telling.rule
    if telling.negated:
        return negated_act(rule)
    if rule.act == "evaluates" and _rejects(telling):
        return "denies"
    if rule.act != "asserts" or rule.commitment == "factive" or rule.cue in words("finding"):
        return rule.act
    end = telling.content[-1][1]
    if text[end - 1 : end + 1].strip("”\"' ").endswith("?"):
        return "asks"
    head = telling.complement
    if head is not None and rule.cue == "announce" and head.upos == "NOUN":
        return "plans"
    if head is None or not {"clause", "modified"} & set(rule.frames):
        return "evaluates" if _judges(telling, text) else rule.act
    return _of_clause(telling, head) or ("evaluates" if _judges(telling, text) else rule.act)


def _of_clause(telling: Telling, head: Word) -> Act | None:
    """The act that the reported clause's subject and auxiliaries make of a plain assertion."""
    sentence = telling.sentence
    subject = sentence.child(head, "nsubj", "expl")
    own = subject is not None and subject.text.lower() in words("own speaker")
    auxiliaries = {w.lemma.lower() for w in sentence.children(head, "aux")} | {
        w.text.lower() for w in sentence.children(head, "aux")
    }
    if auxiliaries & words("modal"):
        return "hypothesises"
    if own and is_negated(sentence, head) and not auxiliaries & words("future"):
        return "denies"
    if auxiliaries & words("future"):
        if own:
            return "plans" if telling.rule.cue in words("announcing") else "promises"
        return "plans" if subject is not None and subject.deprel == "nsubj:pass" else None
    if own and head.lemma.lower() in words("planning"):
        return "plans"
    return "asks" if _exhorts(sentence, head, auxiliaries) else None


def _exhorts(sentence: Sentence, head: Word, auxiliaries: set[str]) -> bool:
    """Whether a clause says what others must do: "the army must leave", "let us pray"."""
    opening = sentence.subtree(head)[0].lemma.lower()
    return bool(auxiliaries & words("deontic")) or opening == "let"


def _judges(telling: Telling, text: str) -> bool:
    """Whether the content praises, blames or voices a feeling, in words of the speaker's own: quoted, or as
    what is said of the subject."""
    low, high = telling.content[0][0], telling.content[-1][1]
    head = telling.complement
    quoted = any(mark in text[max(0, low - 2) : high + 2] for mark in '“”"')
    for word in telling.sentence.words:
        if not within(word.start, telling.content) or word.lemma.lower() not in evaluative():
            continue
        if quoted or (head is not None and word.index == head.index):
            return True
    return quoted and any(
        part.strip(".,!?;:“”\"'’").lower() in evaluative()
        for a, b in telling.content
        for part in text[a:b].split()
    )


def _rejects(telling: Telling) -> bool:
    """Whether an accusation is called untrue: "called the claims baseless"."""
    verb, said = telling.cue, telling.complement
    obj = telling.sentence.child(verb, "obj") if verb is not None else None
    return (
        said is not None
        and said.lemma.lower() in words("discrediting")
        and obj is not None
        and obj.lemma.lower() in words("deed")
    )


def negated_act(rule: CueRule) -> Act:
    """A negated belief is a doubt (negation raising: "don't believe that p" is read as "believe that not
    p"), a negated denial says nothing either way, other negated tellings are silence."""
    if rule.act == "hypothesises":
        return "doubts"
    if rule.act == "doubts":
        return "asserts"
    if rule.act in ("plans", "promises", "threatens", "orders", "asks"):
        return "denies"
    return "no_comment"
