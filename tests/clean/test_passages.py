import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whence.clean.passages import passages

REPORT = """\
Army leaves the town of Karm
By Jane Doe
June 3, 2019

KARM (Reuters) - The army left the town on Thursday, two officers told the Post. They gave no reason.

“We were not told. We saw the trucks go.” A resident to the Post

Photo via Example Institute

Rebels of the north

The rebels, who hold the bridge, said they would stay.

Related stories:

Army takes the bridge
Will the truce hold?

In addition, sources told the Post that the town would be rebuilt.

Sign up for our newsletter to get the news every morning.

The Observatory said the targets included …Read More"""

KINDS = """\
headline byline dateline dateline body body credit headline body
related related related body promotion body truncation"""


def test_a_report():
    found = passages(REPORT)
    assert [kind for _, _, kind in found] == KINDS.split()
    assert REPORT[found[3][0] : found[3][1]] == "KARM (Reuters) -"
    assert REPORT[found[-2][0] : found[-2][1]] == "The Observatory said the targets included"


def test_markdown():
    text = (
        "---\ntitle: x\n---\n# Army leaves\n\n![Tank](t.jpg)\n\nThe army *left* on Thursday.\n\n"
        "## See also\n\n- [Army takes the bridge](https://example.org/a)"
        "\n\nIt came back, [the Post](/p) said.\n"
    )
    found = passages(text, media_type="text/markdown")
    assert [(text[start:end], kind) for start, end, kind in found][3:] == [
        ("#", "promotion"),
        ("Army leaves", "headline"),
        ("![Tank](t.jpg)", "caption"),
        ("The army *left* on Thursday.", "body"),
        ("##", "promotion"),
        ("See also", "related"),
        ("-", "promotion"),
        ("[Army takes the bridge](https://example.org/a)", "related"),
        ("It came back, [the Post](/p) said.", "body"),
    ]
    assert {kind for _, _, kind in found[:3]} == {"promotion"}


def test_told_kinds_hold_unless_a_cue_says_otherwise():
    text = "Soldiers wait.\n\nThe army left.\n\nPhoto: Jane Doe"
    found = passages(text, told={0: "caption", text.index("Photo"): "body"})
    assert [kind for _, _, kind in found] == ["caption", "body", "credit"]


LINES = ["More on this…", "Army leaves", "It left.", "Photo via X", "…Read More", "KARM (AP) - "]
LINES += ["# ", "---", "\u200b", "By A B"]


@given(
    st.text() | st.lists(st.sampled_from(LINES) | st.text(max_size=20)).map("\n".join),
    st.sampled_from(["text/plain", "text/markdown", "text/html"]),
)
@example("---\n---\n", "text/markdown")
@example("\ufeff", "text/plain")
def test_passages_cover_every_character_once_in_order(text, media_type):
    found = passages(text, media_type=media_type)
    end = 0
    for start, stop, _ in found:
        assert end <= start < stop <= len(text)
        assert text[end:start].strip() == ""
        assert text[start:stop].strip() == text[start:stop]
        end = stop
    assert text[end:].strip() == ""


@pytest.mark.parametrize("unit", ["A ", "a\n", "(", "More on this…\n", "— x\n\n", "“", "[[", "> > "])
def test_long_odd_texts_are_read_in_linear_time(unit):
    text = unit * (50_000 // len(unit))
    assert passages(text)
