"""PLOVER contexts from rows and words."""

from __future__ import annotations

from builders import filled
from whence import schema
from whence.extract.contexts import context_words, contexts, nearby
from whence.extract.frame import Frame
from whence.handover import Sentence, Word


def clause(*lemmas: str) -> Frame:
    """A frame headed by the first of ``lemmas``; the others depend on it."""
    words = tuple(
        Word(
            index=i,
            start=i * 20,
            end=i * 20 + len(lemma),
            text=lemma,
            lemma=lemma,
            upos="NOUN",
            xpos="NN",
            feats=None,
            head=0 if i == 1 else 1,
            deprel="root" if i == 1 else "nmod",
            head_type=None,
        )
        for i, lemma in enumerate(lemmas, start=1)
    )
    made: Frame = filled(
        Frame,
        sentence=Sentence(index=0, start=0, end=999, passage="body", paragraph=0, words=words),
        head=words[0],
        lemma=words[0].lemma,
        nominal=True,
        passive=False,
    )
    return made


def test_contexts_of_the_row_come_first_and_once() -> None:
    assert contexts(clause("trial", "judge", "Parliament"), ("legal",)) == ("legal", "legislative")


def test_no_words_no_contexts() -> None:
    assert contexts(clause("walk", "dog"), ()) == ()


def test_every_context_is_defined() -> None:
    known = set(schema.plover().contexts)
    assert {name for names in context_words().values() for name in names} <= known


def test_without_words_in_its_clause_an_event_has_the_contexts_of_its_sentence() -> None:
    told = clause("attack", "court").sentence
    assert nearby(told, [clause("vote", "election").sentence]) == ("legal",)


def test_a_neighbour_must_point_to_a_context_more_than_once() -> None:
    bare = clause("attack", "town").sentence
    once, twice = clause("vote", "town").sentence, clause("vote", "ballot").sentence
    assert nearby(bare, [once]) == ()
    assert nearby(bare, [twice]) == ("election",)
    assert nearby(bare, [once, clause("poll", "town").sentence]) == ("election",)
    assert nearby(bare, []) == ()
