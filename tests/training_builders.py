"""Documents parsed by hand: "She/2 said/0" is a sentence whose words have these heads."""

from training.labels import ROLES

from builders import clean
from whence.handover import ParsedDocument, Sentence, Word

TWO = ("Rebels/2 left/0 ./2", "He/2 saw/0 them/2")


def parsed(*sentences):
    """Words of a sentence are a blank apart, but for commas; sentences two."""
    text, made = "", []
    for number, marked in enumerate(sentences):
        text += "  " if text else ""
        words = []
        for index, item in enumerate(marked.split(), start=1):
            form, _, head = item.rpartition("/")
            text += " " if index > 1 and form != "," else ""
            words.append(
                Word(
                    index=index, start=len(text), end=len(text) + len(form), text=form, lemma=form.lower(),
                    upos="X", xpos="FW", feats=None, head=int(head), deprel="dep" if int(head) else "root",
                    head_type=None,
                )
            )  # fmt: skip
            text += form
        made.append(
            Sentence(
                index=number,
                start=words[0].start,
                end=words[-1].end,
                passage="body",
                paragraph=0,
                words=tuple(words),
            )
        )
    given = clean(text)
    return ParsedDocument(document=given.document, passages=given.passages, sentences=tuple(made), names=())


def span(document, part, *, after=""):
    """Where ``part`` stands in the text, after ``after``."""
    start = document.text.index(part, document.text.index(after))
    return [start, start + len(part)]


def where(document, part, **how):
    """The same as annotations of events have it."""
    start, end = span(document, part, **how)
    return {"start": start, "end": end}


def value(made, layer, word, labels):
    return labels[layer][made.tags[layer][word]]


def roles(made, trigger):
    return {(argument, ROLES[role]) for argument, role in made.roles[trigger]}


def event(trigger, kind="ASSAULT", mode=None, **fields):
    blank = {
        "type": kind, "mode": mode, "actors": [], "recipients": [], "place": None, "date": None,
        "realis": "past", "sign": "+", "certainty": "certain",
    }  # fmt: skip
    return blank | trigger | fields


def article(*events, sources=(), attributions=(), name="a"):
    return {"id": name, "sources": list(sources), "attributions": list(attributions), "events": list(events)}


TALKS = "Envoys/3 have/3 taken/0 part/3 in/6 talks/4 ./3"
