from whence.clean.markup import front_matter_end, unmarked
from whence.clean.paragraphs import paragraphs


def test_markers_are_set_apart():
    text = "# Title\n\n> Quoted.\n\n- Item\n\nOther\n=====\n\nPlain #1."
    found, markers, kinds = unmarked(paragraphs(text))
    assert [p.text for p in found] == ["Title", "Quoted.", "Item", "Other", "=====", "Plain #1."]
    assert all(text[p.start : p.end] == p.text for p in found)
    assert [(text[start:end], kind) for start, end, kind in markers] == [
        ("#", "promotion"),
        (">", "promotion"),
        ("-", "promotion"),
    ]
    assert {text[start:].split("\n")[0]: kind for start, kind in kinds.items()} == {
        "Title": "headline",
        "Other": "headline",
    }


def test_front_matter():
    assert front_matter_end("---\na: b\n---\nText") == 12
    assert front_matter_end("Text\n---\na\n---\n") == 0
