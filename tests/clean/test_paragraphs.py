from hypothesis import given
from hypothesis import strategies as st

from whence.clean.paragraphs import paragraphs


def texts(text):
    return [paragraph.text for paragraph in paragraphs(text)]


def test_lines_and_blank_lines():
    found = paragraphs("  One. \nTwo.\r\n\r\n\u2028Three.\n")
    assert [(p.text, p.after_blank) for p in found] == [("One.", True), ("Two.", False), ("Three.", True)]
    assert [(p.start, p.end) for p in found] == [(2, 6), (8, 12), (17, 23)]


WRAPPED = """\
Troops left the town on Thursday after the last of the buses had gone, the
governor told reporters in the capital, adding that nobody would be held and
that the road to the coast would be opened to aid within a day or two, if the
other side kept to what had been agreed.
The mayor denied it.

What comes next
The army will hold the bridge until the end of the month, two officers said on
condition that their names were not given.
"""


def test_text_broken_to_a_width_is_joined():
    found = texts(WRAPPED)
    assert [text[:12] for text in found] == ["Troops left ", "The mayor de", "What comes n", "The army wil"]
    assert found[0].endswith("agreed.")


def test_headlines_below_one_another_stay_apart():
    lines = [
        "Army takes the bridge over the river in the north",
        "Minister denies that any troops have been sent",
    ] * 4
    assert texts("\n".join(lines)) == lines


def test_a_single_broken_line_is_joined_when_it_goes_on_in_lower_case():
    assert len(paragraphs("The governor told reporters in the capital on\nThursday. He left.")) == 2
    assert len(paragraphs("The governor told reporters in the capital that\nnobody was hurt.")) == 1


@given(st.text(alphabet=st.sampled_from("aB .\n\r\u2028\u00a0\x0b\x1c\u200b-")) | st.text())
def test_every_character_is_in_one_paragraph(text):
    found = paragraphs(text)
    covered = [index for p in found for index in range(p.start, p.end)]
    assert covered == sorted(set(covered))
    assert all(text[index].isspace() for index in set(range(len(text))) - set(covered))
    for p in found:
        assert text[p.start : p.end] == p.text == p.text.strip() != ""
