from __future__ import annotations

from dataclasses import replace

from builders import document, link
from whence.records import Attribution, Passage, Reprint
from whence.show.web.taken import Weakened, taken

PARENT = "Two security officials said rebels shelled the port. The mayor said nobody was hurt there."
CHILD = "Officials said rebels shelled the port. It was raining in the town."


def said(text: str, words: str, content: str, document_id: str, naming: str) -> Attribution:
    start, at = text.index(words), text.index(content)
    made = link(words, naming=naming, start=start, end=start + len(words))
    return replace(made, document_id=document_id, content=((at, at + len(content)),))


def body(document_id: str, text: str) -> Passage:
    return Passage(document_id=document_id, start=0, end=len(text), kind="body")


def edge(shared: str) -> Reprint:
    a, b = CHILD.index(shared), PARENT.index(shared)
    return Reprint(
        document_id="d-c", of_document_id="d-p", direction="known", kind="edited", share=0.6,
        spans=((a, a + len(shared), b, b + len(shared)),), evidence="", probability=0.9, primary=True,
    )  # fmt: skip


SHARED = "said rebels shelled the port."
BOTH = (document("d-c", text=CHILD, outlet="Gazette"), document("d-p", text=PARENT, outlet="Reuters"))
PASSAGES = [body("d-c", CHILD), body("d-p", PARENT)]


def test_what_is_kept_cut_and_added() -> None:
    found = taken(edge(SHARED), *BOTH, PASSAGES, [])
    assert [CHILD[slice(*span)] for span in found.kept] == [SHARED]
    assert found.added == ("It was raining in the town.",)
    assert found.cut == ("Two security officials", "The mayor said nobody was hurt there.")


def test_a_source_that_is_worded_more_weakly() -> None:
    strong = said(PARENT, "Two security officials", "rebels shelled the port", "d-p", "described")
    weak = said(CHILD, "Officials", "rebels shelled the port", "d-c", "bare")
    found = taken(edge(SHARED), *BOTH, PASSAGES, [strong, weak])
    assert found.weakened == (Weakened(was="Two security officials", now="Officials", start=0),)
    shorter = said(CHILD, "Officials", "rebels shelled the port", "d-c", "described")
    found = taken(edge(SHARED), *BOTH, PASSAGES, [strong, shorter])
    assert [one.now for one in found.weakened] == ["Officials"], "of two who are described one is by less"
    as_it_was = said(CHILD, "Officials", "rebels shelled the port", "d-c", "named")
    assert taken(edge(SHARED), *BOTH, PASSAGES, [strong, as_it_was]).weakened == ()


def test_a_source_that_is_left_out() -> None:
    strong = said(PARENT, "Two security officials", "rebels shelled the port", "d-p", "described")
    (found,) = taken(edge(SHARED), *BOTH, PASSAGES, [strong]).weakened
    assert (found.was, found.now) == ("Two security officials", None)


def test_sources_of_what_was_not_taken_say_nothing() -> None:
    mayor = said(PARENT, "The mayor", "nobody was hurt", "d-p", "described")
    assert taken(edge(SHARED), *BOTH, PASSAGES, [mayor]).weakened == ()
