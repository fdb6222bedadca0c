from whence.clean.headings import mark_headings
from whence.clean.paragraphs import paragraphs


def kinds(*lines, given=None, title=None):
    found = paragraphs("\n\n".join(lines))
    marked = list(given or [None] * len(found))
    mark_headings(found, marked, title=title)
    return marked


def test_the_first_line_and_a_short_line_before_text():
    assert kinds("Army leaves town", "It left on Thursday.", "Rebels of the north", "They stayed.") == [
        "headline",
        "body",
        "headline",
        "body",
    ]


def test_a_first_sentence_is_body():
    assert kinds("The army left.", "It came back.") == ["body", "body"]


def test_a_known_title_is_a_headline_even_with_a_stop():
    assert kinds("The army left.", "It came back.", title="The Army left") == ["headline", "body"]


def test_a_short_last_line_is_body_for_it_may_be_broken_off():
    assert kinds("The army left.", "The targets included") == ["body", "body"]


def test_many_short_lines_are_captions():
    assert kinds(
        "The army left.", "Tank in the snow", "Bridge at night", "Empty school", "It came back."
    ) == [
        "body",
        "caption",
        "caption",
        "caption",
        "body",
    ]


def test_what_stands_between_credits_is_a_caption():
    assert kinds(
        "The army left.",
        "Tank in the snow",
        "Photo: Jane Doe",
        "a soldier waits",
        "Photo: Jane Doe",
        given=[None, None, "credit", None, "credit"],
    ) == ["body", "caption", "credit", "caption", "credit"]


def test_a_text_without_any_full_stop_is_body():
    assert kinds("army leaves", "Town is empty", "We will see") == ["body", "body", "body"]
