"""The same words in quotation marks, whoever prints them."""

from dataclasses import replace

import pytest

from builders import document, link, mention
from whence.assess.assertions import Assertion
from whence.assess.roots import Root
from whence.assess.utterances import same_words, utterances

ADA = Root("person", ("ada brook",), "Ada Brook")
OFFICIAL = Root("anonymous", ("courier", "official"), "an official (Courier)")
WORDS = "Our forces have destroyed three ammunition depots and will not leave the valley"


def quoting(root: Root, outlet: str, text: str, form: str = "direct") -> Assertion:
    return Assertion(
        mention=mention(f"n-{outlet}", document_id=f"d-{outlet}"),
        document=document(f"d-{outlet}", outlet=outlet, text=text),
        sign="+",
        root=root,
        chain=(replace(link(root.name, form=form), content=((0, len(text)),)),),
        narrowed=frozenset(),
    )


def one(text: str, other: str, form: str = "direct") -> bool:
    group = [quoting(ADA, "Gazette", text), quoting(OFFICIAL, "Courier", other, form)]
    return (ADA, OFFICIAL) in same_words(group)


@pytest.mark.parametrize(
    "other",
    [
        WORDS,
        # Cut by one report.
        "will not leave the valley after we destroyed three ammunition depots",
        # Translated a second time.
        "Our troops destroyed three depots of ammunition and they will not leave the valley",
    ],
)
def test_most_of_the_words_shared_is_one_utterance(other: str) -> None:
    assert one(WORDS, other)


@pytest.mark.parametrize(
    "other",
    [
        "The enemy has destroyed our depots, and nobody in the valley believes those generals any more",
        "We will not leave",  # too short to be anyone's in particular
        "",
    ],
)
def test_other_words_on_the_same_thing_are_two(other: str) -> None:
    assert not one(WORDS, other)


def test_of_mixed_speech_only_what_is_quoted_counts() -> None:
    assert one(WORDS, f"the army said its men “{WORDS}”", "mixed")
    assert not one(WORDS, f"{WORDS}, said the army, calling it “a great day”", "mixed")
    assert not one(WORDS, WORDS, "indirect")


def test_one_report_quoting_twice_is_no_second_printing() -> None:
    group = [quoting(ADA, "Gazette", WORDS), quoting(OFFICIAL, "Gazette", WORDS)]
    assert not same_words(group)


def test_the_evidence_says_how_many_words_and_where() -> None:
    group = [quoting(ADA, "Gazette", WORDS), quoting(ADA, "Courier", WORDS)]
    # forces have destroyed three ammunition depots will leave valley
    assert same_words(group) == {
        (ADA, ADA): "one utterance: 9 words shared by the quotations in Courier and Gazette"
    }
    assert len(utterances(group)) == 2
