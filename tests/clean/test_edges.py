import pytest

from whence.clean.edges import split_edges
from whence.clean.paragraphs import Paragraph

REST = "The army said on Thursday it left."


def pieces(text, *, kind="body", lead=False, last=False):
    found = split_edges(Paragraph(text, 10, 10 + len(text), True), kind, lead=lead, last=last)
    return [(text[start - 10 : end - 10], kind) for start, end, kind in found]


@pytest.mark.parametrize(
    "mark",
    [
        "BAGHDAD (Reuters) -",
        "BAGHDAD, Jan. 3 (Reuters) -",
        "KABUL, Jan 3 —",
        "KABUL, Afghanistan (AP) —",
        "ST. PETERSBURG, Russia, 3 January 2019 (AFP) –",
        "Hong Kong (CNN) —",
        "(CNN) —",
    ],
)
def test_datelines(mark):
    assert pieces(f"{mark} {REST}") == [(mark, "dateline"), (REST, "body")]


@pytest.mark.parametrize("mark", ["WASHINGTON —", "NEW DELHI:"])
def test_a_bare_city_is_a_dateline_only_at_the_start_of_the_report(mark):
    assert pieces(f"{mark} {REST}", lead=True) == [(mark, "dateline"), (REST, "body")]
    assert pieces(f"{mark} {REST}") == [(f"{mark} {REST}", "body")]


@pytest.mark.parametrize(
    "text",
    [
        "ISIS — a group that holds the north — said it left.",
        "Lavrov: “We will go on.”",
        "BAGHDAD (population seven million) is the capital.",
        "Jane Doe (left) - the envoy - was there.",
        "The US-led coalition left.",
        "UPDATE: The army left.",
        "FILE - The army left.",
    ],
)
def test_no_datelines(text):
    assert pieces(text, lead=True) == [(text, "body")]


@pytest.mark.parametrize(
    "mark",
    [
        "…Read More",
        "… [+1234 chars]",
        "[+1234 chars]",
        "Read more »",
        "[…]",
        "... Continue reading",
        "(more)",
    ],
)
def test_truncation(mark):
    assert pieces(f"The targets included {mark}") == [("The targets included", "body"), (mark, "truncation")]


def test_an_ellipsis_is_truncation_only_at_the_end_of_the_text():
    assert pieces("The targets were …", last=True) == [("The targets were", "body"), ("…", "truncation")]
    assert pieces("The targets were …") == [("The targets were …", "body")]
    assert pieces("Who knows...", last=True) == [("Who knows...", "body")]


def test_a_credit_makes_a_short_paragraph_a_caption():
    assert pieces("Troops on the bridge, June 9. (Photo by Jane Doe/Agency)") == [
        ("Troops on the bridge, June 9.", "caption"),
        ("(Photo by Jane Doe/Agency)", "credit"),
    ]
    assert pieces("Troops on the bridge. Image: Jane Doe.") == [
        ("Troops on the bridge.", "caption"),
        ("Image: Jane Doe.", "credit"),
    ]


def test_reporters_named_at_the_end():
    assert pieces("The army left. (Reporting by Jane Doe; Editing by John Roe)") == [
        ("The army left.", "body"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "byline"),
    ]


def test_marks_can_follow_one_another():
    assert [kind for _, kind in pieces("The targets included … (File photo) Read more »")] == [
        "caption",
        "credit",
        "truncation",
    ]


def test_furniture_is_not_split():
    assert pieces("Photo: AP (File photo)", kind="credit") == [("Photo: AP (File photo)", "credit")]
