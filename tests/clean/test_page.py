from hypothesis import given, settings
from hypothesis import strategies as st

from whence.clean.page import read_page

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Army leaves Karm | The Example Post</title>
<meta property="og:site_name" content="The Example Post">
<link rel="canonical" href="https://example.org/karm">
<meta property="article:published_time" content="2015-10-01T10:00:00Z">
<meta name="author" content="Jane Doe">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Army leaves Karm</h1>
<figure><img src="tank.jpg"><figcaption>A tank at the <b>bridge</b>. Photo: AP</figcaption></figure>
<p>KARM (Reuters) - The army <b>left</b> the town on <i>Thursday</i>, two officers told reporters in the
capital,
adding that nobody had been hurt.<br>They gave no reason.</p>
<h2>Rebels of the north</h2>
<p>The rebels, who hold the bridge, said in a statement they would stay until the end of June.</p>
<ul><li>Three dead in the north</li></ul><table><tr><td>Dead</td><td>3</td></tr></table>
<blockquote><p>We saw the trucks go, one resident of the town said to the paper.</p></blockquote>
<p>Related: <a href="/x">Army takes the bridge</a></p></article>
<footer>© 2015 The Example Post</footer></body></html>"""


def test_a_page():
    page = read_page(PAGE.encode())
    assert page.text.split("\n\n") == [
        "Army leaves Karm",
        "A tank at the bridge. Photo: AP",
        "KARM (Reuters) - The army left the town on Thursday, two officers told reporters in the capital, "
        "adding that nobody had been hurt.",
        "They gave no reason.",
        "Rebels of the north",
        "The rebels, who hold the bridge, said in a statement they would stay until the end of June.",
        "Three dead in the north",
        "Dead 3",
        "We saw the trucks go, one resident of the town said to the paper.",
        "Related: Army takes the bridge",
    ]
    assert (page.title, page.byline, page.outlet) == ("Army leaves Karm", "Jane Doe", "The Example Post")
    assert (page.url, page.published) == ("https://example.org/karm", "2015-10-01")
    assert {page.text[start:].split("\n")[0]: kind for start, kind in page.kinds.items()} == {
        "Army leaves Karm": "headline",
        "A tank at the bridge. Photo: AP": "caption",
        "Rebels of the north": "headline",
        "Three dead in the north": "body",
    }


def test_the_charset_of_the_page_holds():
    text = "Войска покинули город в четверг, сообщил министр обороны на встрече с журналистами в столице."
    head = '<html><head><meta charset="windows-1251"></head>'
    page = read_page(f"{head}<body><p>{text}</p></body></html>".encode("cp1251"))
    assert text in page.text


def test_a_date_in_the_text_is_not_the_date_of_the_page():
    body = (
        "<p>The army left the town on 3 May 1999, two officers told reporters in the capital on Thursday.</p>"
    )
    assert read_page(f"<html><body><article>{body * 3}</article></body></html>".encode()).published is None


def test_a_date_after_the_capture_is_not_found():
    assert read_page(PAGE.encode(), captured="2015-09-30").published is None


def test_a_short_or_broken_page_still_gives_its_words():
    assert (
        read_page(b"<p>The army <b>left</b>.<p>It came back.<!-- never -->").text
        == "The army left.\n\nIt came back."
    )
    assert (
        read_page(b"<html><body><div>The army left.<script>x</script> It did.").text
        == "The army left. It did."
    )
    assert read_page("<p>Zoë".encode()).text == "Zoë"
    assert read_page(b"").text == ""


def test_scripts_are_not_text():
    page = read_page(PAGE.replace("<h2>", "<script>alert('x')</script><h2>").encode())
    assert "alert" not in page.text


@settings(max_examples=60)
@given(st.binary(max_size=300) | st.text(alphabet="<>/pbdivh1 \"='a&;!-\n", max_size=300).map(str.encode))
def test_any_bytes(data):
    page = read_page(data)
    assert all(start < len(page.text) for start in page.kinds)
