import pytest

from whence.clean.furniture import furniture
from whence.clean.paragraphs import paragraphs


def kinds(*lines):
    return furniture(paragraphs("\n\n".join(lines)))


@pytest.mark.parametrize(
    "line",
    [
        "The army said images of the attack were being checked.",
        "Images of the attack were shared by residents.",
        "Share prices in the capital fell by a tenth on Thursday.",
        "Read the agreement before you sign it, the envoy told both sides.",
        "By Thursday the town had fallen, two residents told the Post.",
        "More than 70 people were hurt in the north.",
        "Follow the money, the prosecutor told the court.",
        "Join us or leave, the commander told the villagers.",
        "Sources said the army would leave by the end of June.",
        "Watch towers were built along the road to the coast.",
        "“We are tired of this war,” he said.",
        "Copyright law is not at issue in this case, the court said.",
        "In this picture, the general said, nothing is clear.",
        "Photos show tanks near the border.",
        "Like others on YouTube, she makes money with advertisements.",
        "The drought may have contributed to the war.",
        "Images from the video are below, showing the bridge before the strike:",
    ],
)
def test_sentences_of_a_report_are_not_furniture(line):
    assert kinds(line) == [None]


def test_a_list_of_related_headlines_ends_where_text_resumes():
    found = kinds(
        "The army left the town.",
        "More on this…",
        "Army takes the bridge",
        "Will the truce hold?",
        "The minister denied it. He spoke on Thursday.",
        "What comes next",
    )
    assert found == [None, "related", "related", "related", None, None]


def test_a_list_of_sources_holds_entries_with_stops():
    found = kinds(
        "The army left the town.",
        "Sources",
        'Jane Doe. "Army leaves the town in the north" — The Post, June 3, 2019.',
        "Have an opinion on this story?",
        "Share this:",
    )
    assert found == [None, "related", "related", "related", "promotion"]


def test_a_source_after_its_quotation_is_part_of_the_report():
    assert kinds("“We will go on and on.”", "— Jane Doe") == [None, None]
    assert kinds("The army left the town.", "— Jane Doe") == [None, "caption"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Jane\u00a0Doe\u2011Roe, Karm Gazette", "byline"),
        ("BY JANE DOE", "byline"),
        ("Reporting by Jane Doe in Karm; editing by John Roe", "byline"),
        ("Associated Press writer Jane Doe contributed to this report.", "byline"),
        ("Published: 31/02/2015 25:61", "dateline"),
        ("Last updated: October 1, 2015, 10:30 a.m. GMT", "dateline"),
        ("4 hours ago", "dateline"),
        ("— Jane Doe (@janedoe) July 16, 2018", "byline"),
        ("FILE - In this Nov. 11, 2017, file photo, a soldier waits at the bridge.", "caption"),
        ("PHOTOS: Ten views of the town after the war", "related"),
        ("CreditJane Doe/Agency", "credit"),
        ("Photo by Jane Doe", "credit"),
        ("Jane Doe/Getty Images", "credit"),
        ("Troops at the bridge – photo via Example", "credit"),
        ("Image 3 of 12", "caption"),
        ("READ MORE: Army takes the bridge", "related"),
        ("https://example.org/karm", "related"),
        ("Share this: Twitter | Facebook | Email", "promotion"),
        ("Share on Facebook", "promotion"),
        ("Follow us on Twitter and Facebook.", "promotion"),
        ("Click here to subscribe to our newsletter.", "promotion"),
        ("© 2015 The Example Post. All rights reserved.", "promotion"),
        ("Advertisement", "promotion"),
        ("Continue reading →", "truncation"),
    ],
)
def test_furniture_of_one_line(line, kind):
    assert kinds("The army left the town.", line) == [None, kind]


def test_rules_and_stars():
    assert kinds("The army left.", "* * *", "It came back.") == [None, "promotion", None]
