"""Constructions a cue can report in: where in the tree its content hangs."""

from __future__ import annotations

from whence.attribute.subjects import agent, case_of, is_passive
from whence.attribute.tables import source_noun, words
from whence.handover import Sentence, Word

_QUOTES = frozenset("“”\"‘’'")


def complement_of(sentence: Sentence, verb: Word, frame: str) -> Word | None:
    """Head of what ``verb`` reports in construction ``frame``, or ``None`` if it is not in it."""
    if frame == "clause":
        return _clause(sentence, verb)
    infinitive = sentence.child(verb, "xcomp")
    obj = sentence.child(verb, "obj", "iobj")
    if infinitive is not None and not any(
        m.lemma == "to" for m in sentence.children(infinitive, "mark", "aux")
    ):
        predicate, infinitive = infinitive, None
    else:
        predicate = None
    if frame == "infinitive":
        if infinitive is None or obj is not None:
            return None
        if verb.lemma in ("decline", "refuse") and infinitive.lemma.lower() not in words("mute infinitive"):
            return None
        return infinitive
    if frame == "object-infinitive":
        clause = infinitive or _infinitive_clause(sentence, verb)
        addressed = obj or sentence.child(verb, "obl") or sentence.child(verb, "nsubj:pass")
        return clause if clause is not None and addressed is not None else None
    if frame == "passive-infinitive":
        return infinitive if infinitive is not None and is_passive(sentence, verb) else None
    if frame == "not-guilty":
        guilty = next((w for w in sentence.words[verb.index :] if w.lemma.lower() == "guilty"), None)
        if guilty is None or not any(
            w.lemma.lower() == "not" for w in sentence.words[verb.index : guilty.index]
        ):
            return None
        charges = (*sentence.children(verb, "obl"), *sentence.children(guilty, "obl", "nmod"))
        return next((w for w in charges if case_of(sentence, w) == "to"), guilty)
    if frame == "passive-noun":
        return sentence.child(verb, "nsubj:pass") if agent(sentence, verb) is None else None
    if frame == "passive-predicate":
        return predicate if predicate is not None and sentence.child(verb, "nsubj:pass") else None
    if frame == "document-noun":
        subject = sentence.child(verb, "nsubj")
        noun = source_noun(subject) if subject is not None else None
        return sentence.child(verb, "obj") if noun is not None and noun.kind == "document" else None
    if frame == "noun":
        obj = sentence.child(verb, "obj")
        passive = sentence.child(verb, "nsubj:pass")
        if obj is None and predicate is not None and not is_passive(sentence, verb):
            obj = predicate  # no verb of this frame is a copula: a lone nominal complement is its object
        if passive is not None and obj is None and agent(sentence, verb) is not None:
            return passive
        if verb.lemma == "deny" and (
            passive is not None or (obj is not None and obj.lemma in words("refusable"))
        ):
            return None
        turned_down = _antecedent(sentence, verb, obj) if verb.lemma in words("turning down") else None
        if turned_down is not None and turned_down.lemma not in words("deed"):
            return None
        if obj is not None and obj.upos == "PRON" and verb.lemma in words("denying"):
            return obj
        return obj if obj is not None and obj.upos in ("NOUN", "PROPN") else None
    if frame == "object-predicate":
        objects = sentence.children(verb, "obj")
        if len(objects) > 1:
            return objects[1]
        predicates = sentence.children(verb, "xcomp")
        if not objects and len(predicates) > 1:
            return predicates[1]
        if predicate is not None and (obj or sentence.child(verb, "nsubj:pass")):
            return predicate
        later = sentence.words[verb.index :] if obj is not None and obj.lemma in words("deed") else ()
        return next((w for w in later if w.lemma.lower() in words("discrediting")), None)
    if frame == "clear":
        clear = next((w for w in sentence.children(verb, "xcomp", "obj") if w.lemma == "clear"), None)
        if clear is None:
            return None
        clauses = (*sentence.children(verb, "ccomp", "xcomp", "advcl"), *sentence.children(clear, "ccomp"))
        return next((c for c in clauses if sentence.child(c, "mark") is not None), None)
    if frame == "quote":
        return None
    return _prepositional(sentence, verb, frame)


def _antecedent(sentence: Sentence, verb: Word, obj: Word | None) -> Word | None:
    """``obj``, or what it stands for where ``verb`` heads a relative clause ("a *plan*, which they
    rejected"), also where the tree hangs that on the whole clause before it."""
    if obj is None or obj.xpos != "WDT":
        return obj
    if verb.deprel == "acl:relcl":
        return sentence.head(verb)
    host = sentence.head(verb)
    if verb.relation != "advcl" or host is None or obj.index < 3:
        return obj
    last = obj.index - (2 if sentence.word(obj.index - 1).text == "," else 1)
    nouns = (w for w in sentence.children(host, "obj", "obl", "nsubj") if w.index < obj.index)
    return next((n for n in nouns if _last_before(sentence, n, obj) == last), obj)


def _last_before(sentence: Sentence, noun: Word, word: Word) -> int:
    return max(w.index for w in sentence.subtree(noun) if w.index < word.index)


def _clause(sentence: Sentence, verb: Word) -> Word | None:
    for clause in sentence.children(verb, "ccomp"):
        return clause
    for clause in sentence.children(verb, "parataxis"):
        if clause.index > verb.index and sentence.words[clause.index - 2].text in (":", "“", '"'):
            return clause
    return _clause_of_occasion(sentence, verb) or _without_subject(sentence, verb)


def _without_subject(sentence: Sentence, verb: Word) -> Word | None:
    """The reported clause whose subject the tree made the object of the cue ("maintains Paris and the
    coalition *see* eye to eye"): no adverbial clause lacks subject, mark and participle."""
    obj = sentence.child(verb, "obj")
    if obj is None or obj.index < verb.index or verb.lemma in words("hearer"):
        return None
    for clause in sentence.children(verb, "advcl"):
        bare = clause.upos == "VERB" and clause.xpos not in ("VBG", "VBN")
        if not bare or sentence.children(clause, "mark", "nsubj", "aux", "case", "expl"):
            continue
        first = next(w.index for w in sentence.subtree(clause) if w.upos != "PUNCT" or w.text not in _QUOTES)
        between = sentence.words[sentence.subtree(obj)[-1].index : first - 1]
        if clause.index > obj.index and all(w.text in _QUOTES for w in between):
            return clause
    return None


def _clause_of_occasion(sentence: Sentence, verb: Word) -> Word | None:
    """The reported clause where the tree hung it on the occasion: "told X in a statement that …"."""
    for noun in sentence.children(verb, "obl", "nmod"):
        occasion = noun.lemma.lower() in words("speech noun") or noun.head_type == "time"
        if noun.index < verb.index or not occasion:
            continue
        for clause in sentence.children(noun, "acl", "ccomp", "advcl"):
            marks = {m.lemma.lower() for m in sentence.children(clause, "mark")}
            own = sentence.child(clause, "nsubj")
            relatives = ("who", "which", "that", "when")
            told = own is not None and not any(
                w.lemma.lower() in relatives for w in sentence.children(clause, "nsubj", "obj", "advmod")
            )
            if clause.index > noun.index and ("that" in marks or (told and not marks)):
                return clause
    return None


def _infinitive_clause(sentence: Sentence, verb: Word) -> Word | None:
    for clause in sentence.children(verb, "advcl", "ccomp", "acl"):
        if clause.index > verb.index and any(m.lemma == "to" for m in sentence.children(clause, "mark")):
            return clause
    return None


def _prepositional(sentence: Sentence, verb: Word, preposition: str) -> Word | None:
    for dependent in sentence.children(verb, "obl", "advcl", "xcomp", "nmod"):
        if dependent.index > verb.index and case_of(sentence, dependent).split(" ")[0] == preposition:
            return dependent
    obj = sentence.child(verb, "obj")
    if obj is not None:
        for dependent in sentence.children(obj, "nmod", "acl"):
            if case_of(sentence, dependent) == preposition and preposition in ("as", "of", "for"):
                return dependent
    return None
