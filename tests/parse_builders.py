"""Sentences with a tree, for tests of what reads one."""

from whence.handover import Sentence, Word


def sentence_of(*words: tuple[str, str, str, int, str]) -> Sentence:
    """A sentence of (form, UPOS, Penn tag, head, relation), one space between words."""
    made, start = [], 0
    for index, (form, upos, xpos, head, deprel) in enumerate(words, start=1):
        made.append(
            Word(
                index=index,
                start=start,
                end=start + len(form),
                text=form,
                lemma=form.lower(),
                upos=upos,
                xpos=xpos,
                feats=None,
                head=head,
                deprel=deprel,
                head_type=None,
            )
        )
        start += len(form) + 1
    return Sentence(index=0, start=0, end=start - 1, passage="body", paragraph=0, words=tuple(made))
