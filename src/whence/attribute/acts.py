"""What kind of speech act a telling is."""

from __future__ import annotations

from whence.attribute.subjects import is_negated
from whence.attribute.tables import CueRule, words
from whence.attribute.telling import Telling
from whence.records import Act


def act(telling: Telling, text: str) -> Act:
    """The act of the cue as negated, narrowed for plain assertions by what is said: one's own denied or
    future deed, a question, a possibility."""
    rule = telling.rule
    if telling.negated:
        return negated_act(rule)
    if rule.act == "evaluates" and _rejects(telling):
        return "denies"
    if rule.act != "asserts" or rule.commitment == "factive":
        return rule.act
    end = telling.content[-1][1]
    if text[end - 1 : end + 1].strip("”\"' ").endswith("?"):
        return "asks"
    head = telling.complement
    if head is None or "clause" not in rule.frames:
        return rule.act
    sentence = telling.sentence
    own = sentence.child(head, "nsubj")
    auxiliaries = {w.lemma.lower() for w in sentence.children(head, "aux")} | {
        w.text.lower() for w in sentence.children(head, "aux")
    }
    if own is not None and own.text.lower() in words("own speaker"):
        if is_negated(sentence, head) and not auxiliaries & (words("future") | words("modal")):
            return "denies"
        if auxiliaries & words("future"):
            return "promises" if own.text.lower() in ("i", "we") else "plans"
    return "hypothesises" if auxiliaries & words("modal") else rule.act


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
    if rule.act == "hypothesises" or rule.cue == "know":
        return "doubts"
    if rule.act == "doubts":
        return "asserts"
    if rule.act in ("plans", "promises", "threatens", "orders", "asks"):
        return "denies"
    return "no_comment"
