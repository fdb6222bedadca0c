from whence.read.fields import Metadata
from whence.read.markdown import front_matter, read_markdown

REPORT = b"""---
title: Talks end
date: 2015-10-01
authors: [Jane Doe, John Roe]
---

# Talks end

They left.
"""


def test_front_matter_gives_metadata_and_stays_in_the_text():
    capture = read_markdown("a.md", REPORT, Metadata(outlet="The Post"))
    assert capture.media_type == "text/markdown"
    assert capture.data == REPORT
    assert (capture.title, capture.published) == ("Talks end", "2015-10-01")
    assert capture.byline == "Jane Doe, John Roe"
    assert capture.outlet == "The Post"


def test_stated_metadata_goes_before_front_matter():
    assert read_markdown("a.md", REPORT, Metadata(published="2014-01-01")).published == "2014-01-01"


def test_front_matter_that_is_broken_or_would_grow_is_ignored():
    assert front_matter("---\n: [\n---\nText.") == Metadata()
    assert front_matter("---\n- a list\n---\nText.") == Metadata()
    assert front_matter("---\na: &x [1]\nb: *x\ntitle: no\n---\n") == Metadata()
    assert front_matter("---\ndate: 2015-99-99\n---\n") == Metadata()
    assert front_matter("No block.") == Metadata()


def test_binary_and_empty():
    assert read_markdown("a.md", b"\x00\x00", Metadata()).reason == "binary"
    assert read_markdown("a.md", b"\n", Metadata()).reason == "empty"
