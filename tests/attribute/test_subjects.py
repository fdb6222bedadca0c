from __future__ import annotations

from whence.attribute.subjects import agent, is_negated, is_passive, subject


def of(parse, text: str, verb: str):
    sentence = parse(text).sentences[0]
    return sentence, next(w for w in sentence.words if w.text == verb)


def test_shared_subject_of_a_participle(parse) -> None:
    sentence, verb = of(parse, "The mayor resigned on Monday, saying that he was ill.", "saying")
    assert subject(sentence, verb).text == "mayor"


def test_passive_and_its_agent(parse) -> None:
    sentence, verb = of(parse, "The raid was confirmed by the ministry.", "confirmed")
    assert is_passive(sentence, verb)
    assert agent(sentence, verb).text == "ministry"


def test_negation(parse) -> None:
    assert is_negated(*of(parse, "The ministry did not confirm the raid.", "confirm"))
    assert not is_negated(*of(parse, "The ministry confirmed the raid.", "confirmed"))
