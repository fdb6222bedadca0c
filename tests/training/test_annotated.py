import json
from functools import partial

import pytest
from training.annotated import corpora, georgetown, gold, is_shareable, polnear
from training.document import NOWHERE, UNKNOWN

from training import annotated
from training_builders import TALKS, TWO, article, event, parsed, roles, span, value, where
from whence.handover import Extraction

NOTHING = Extraction(phrases=(), events=(), relations=())


def said(document, *attributions):
    """A row of PolNeAR with (source, cue, content) as spans."""
    parts = ("source", "cue", "content")
    return {
        "id": "a",
        "text": document.text,
        "attributions": [dict(zip(parts, one, strict=True)) for one in attributions],
    }


@pytest.fixture
def no_events(monkeypatch):
    monkeypatch.setattr(annotated, "extract", lambda _parsed: NOTHING)


def tags(made, layer, labels):
    return "".join("?" if tag == UNKNOWN else labels[layer][tag] for tag in made.tags[layer])


NESTED = "She/2 said/0 he/4 denied/2 that/7 troops/7 fired/4 ./2"


def nested(document):
    outer = (
        [span(document, "She")],
        [span(document, "said")],
        [span(document, "he denied that troops fired")],
    )
    inner = (
        [span(document, "he", after="said")],
        [span(document, "denied")],
        [span(document, "that troops fired")],
    )
    return outer, inner


@pytest.mark.usefixtures("no_events")
@pytest.mark.parametrize("turned", [False, True])
def test_words_of_nested_contents_lead_to_the_innermost_cue(labels, turned):
    document = parsed(NESTED)
    told = nested(document)
    made = polnear(said(document, *(told[::-1] if turned else told)), document, labels, coded={})
    assert made.corpus == "polnear"
    assert tags(made, "source", labels) == "BOBOOOOO"
    assert tags(made, "cue", labels) == "OBOBOOOO"
    assert tags(made, "content", labels) == "OOBIBIIO"
    assert made.links["source_cue"] == [1, NOWHERE, 3, *[NOWHERE] * 5]
    assert made.links["content_cue"] == [NOWHERE, NOWHERE, 1, 1, 3, 3, 3, NOWHERE]


@pytest.mark.usefixtures("no_events")
def test_words_lead_to_the_head_of_a_cue_of_several_words(labels):
    document = parsed("Police/3 have/3 said/0 so/3 far/4 he/7 fled/3")
    told = ([span(document, "Police")], [span(document, "have said so far")], [span(document, "he fled")])
    made = polnear(said(document, told), document, labels, coded={})
    assert tags(made, "cue", labels) == "OBIIIOO"
    assert made.links["source_cue"] == [2, *[NOWHERE] * 6]
    assert made.links["content_cue"] == [*[NOWHERE] * 5, 2, 2]


@pytest.mark.usefixtures("no_events")
def test_every_piece_of_a_broken_content_begins_anew(labels):
    document = parsed('"/2 Go/5 "/2 he/5 said/0 "/7 now/2 "/7')
    told = ([span(document, "he")], [span(document, "said")], [[0, 6], [15, 22]])
    made = polnear(said(document, told), document, labels, coded={})
    assert document.text == '" Go " he said " now "'
    assert tags(made, "content", labels) == "BIIOOBII"
    assert made.links["content_cue"] == [4, 4, 4, NOWHERE, NOWHERE, 4, 4, 4]


@pytest.mark.usefixtures("no_events")
def test_without_a_cue_it_is_unknown_where_words_lead(labels):
    document = parsed("Novak/4 :/1 he/4 fled/0 ./4")
    made = polnear(
        said(document, ([span(document, "Novak")], [], [span(document, "he fled")])),
        document,
        labels,
        coded={},
    )
    assert tags(made, "source", labels) == "BOOOO"
    assert tags(made, "content", labels) == "OOBIO"
    assert made.links["source_cue"] == [UNKNOWN, *[NOWHERE] * 4]
    assert made.links["content_cue"] == [NOWHERE, NOWHERE, UNKNOWN, UNKNOWN, NOWHERE]


@pytest.mark.usefixtures("no_events")
def test_a_content_without_a_cue_inside_another_leads_to_neither(labels):
    document = parsed(NESTED)
    outer, inner = nested(document)
    made = polnear(said(document, outer, (inner[0], [], inner[2])), document, labels, coded={})
    assert made.links["content_cue"] == [NOWHERE, NOWHERE, 1, 1, UNKNOWN, UNKNOWN, UNKNOWN, NOWHERE]


@pytest.mark.usefixtures("no_events")
def test_nothing_of_attribution_is_known_where_an_annotation_was_discarded(labels):
    document = parsed(NESTED)
    outer, _ = nested(document)
    row = said(document, outer) | {"discard": [span(document, "troops fired")]}
    made = polnear(row, document, labels, coded={})
    assert tags(made, "source", labels) == "BOOOO??O"
    assert tags(made, "cue", labels) == "OBOOO??O"
    assert tags(made, "content", labels) == "OOBII??O"
    assert made.links["source_cue"] == [1, *[NOWHERE] * 4, UNKNOWN, UNKNOWN, NOWHERE]
    assert made.links["content_cue"] == [NOWHERE, NOWHERE, 1, 1, 1, UNKNOWN, UNKNOWN, NOWHERE]
    assert made.trigger == [0.0] * 8


@pytest.mark.usefixtures("no_events")
def test_the_cues_of_gum_are_not_annotated(labels):
    document = parsed(NESTED)
    outer, inner = nested(document)
    made = georgetown(said(document, outer, inner), document, labels)
    assert made.corpus == "gum-attribution"
    assert "cue" not in made.tags
    assert made.links == {}
    assert tags(made, "source", labels) == "BOBOOOOO"
    assert tags(made, "content", labels) == "OOBIBIIO"


@pytest.mark.parametrize(
    ("genre", "licence", "shareable"),
    [
        ("news", "CC BY 2.5", True),
        ("conversation", "see GUM LICENSE", True),
        ("letter", "see GUM LICENSE", False),
        ("news", "CC BY-NC-SA 4.0", False),
        *((genre, "CC BY-NC-SA 3.0", False) for genre in ("fiction", "whow", "essay", "podcast")),
    ],
)
def test_texts_under_a_non_commercial_licence_are_not_wanted(genre, licence, shareable):
    assert is_shareable({"genre": genre, "licence": licence}) == shareable


def test_the_second_pass_adds_events_with_their_arguments(labels):
    document = parsed(TALKS)
    row = article(event(where(document, "taken"), "CONSULT", "visit"))
    added = event(where(document, "talks"), "COOPERATE", realis="future", actors=[where(document, "Envoys")])
    made = gold(row, document, labels, added={"a": [added]})
    assert made.trigger == [0, 0, 1, 0, 0, 1, 0]
    assert value(made, "event_mode", 2, labels) == "CONSULT visit"
    assert value(made, "event_type", 5, labels) == "COOPERATE"
    assert value(made, "realis", 5, labels) == "future"
    assert roles(made, 5) == {(0, "actor")}


def test_the_second_pass_takes_nothing_back(labels):
    document = parsed(TALKS)
    row = article(event(where(document, "taken"), "CONSULT"))
    made = gold(row, document, labels, added={"a": [event(where(document, "taken"), "NONE")]})
    assert made.trigger == [0, 0, 1, 0, 0, 0, 0]
    assert value(made, "event_type", 2, labels) == "CONSULT"


def test_the_second_pass_over_another_article_changes_nothing(labels):
    document = parsed(TALKS)
    made = gold(article(name="a"), document, labels, added={"b": [event(where(document, "talks"))]})
    assert made.trigger == [0] * 7


def told(document, source, cue, content, **how):
    start, end = span(document, cue, **how) if cue else (None, None)
    return {
        "source": source,
        "cue_start": start,
        "cue_end": end,
        "content": [span(document, content)],
    }


def test_sources_cues_and_contents_of_gold_are_those_of_its_attributions(labels):
    document = parsed(NESTED)
    sources = [{"id": "s1", **where(document, "She")}, {"id": "s2", "start": None, "end": None}]
    attributions = [
        told(document, "s1", "said", "he denied that troops fired"),
        told(document, "s2", "denied", "that troops fired"),
    ]
    made = gold(article(sources=sources, attributions=attributions), document, labels, added={})
    assert tags(made, "source", labels) == "BOOOOOOO"
    assert tags(made, "cue", labels) == "OBOBOOOO"
    assert tags(made, "content", labels) == "OOBIBIIO"
    assert made.links["content_cue"] == [NOWHERE, NOWHERE, 1, 1, 3, 3, 3, NOWHERE]


def test_a_source_annotated_elsewhere_is_unknown_at_its_cue(labels):
    document = parsed("Novak/2 spoke/0 ./2", "She/2 said/0 Karm/4 fell/2", "Khan/2 said/0 so/2")
    sources = [{"id": "s1", **where(document, "Novak")}, {"id": "s2", **where(document, "Khan")}]
    attributions = [
        told(document, "s1", "said", "Karm fell"),
        told(document, "s2", "said", "so", after="Khan"),
    ]
    made = gold(article(sources=sources, attributions=attributions), document, labels, added={})
    assert tags(made, "source", labels) == "OOO????BOO"
    assert made.links["source_cue"] == [*[NOWHERE] * 3, *[UNKNOWN] * 4, 8, NOWHERE, NOWHERE]
    assert tags(made, "content", labels) == "OOOOOBIOOB"
    assert made.links["content_cue"] == [*[NOWHERE] * 5, 4, 4, NOWHERE, NOWHERE, 8]


def test_another_source_of_that_sentence_stays_known(labels):
    document = parsed("Novak/2 spoke/0 ./2", "She/2 said/0 Khan/4 lied/2", "He/2 fled/0")
    sources = [{"id": "s1", **where(document, "Novak")}, {"id": "s2", **where(document, "Khan")}]
    attributions = [told(document, "s1", "said", "Khan lied"), told(document, "s2", "lied", "fled")]
    made = gold(article(sources=sources, attributions=attributions), document, labels, added={})
    assert tags(made, "source", labels) == "OOO??B?OO"
    assert made.links["source_cue"] == [*[NOWHERE] * 3, UNKNOWN, UNKNOWN, 6, UNKNOWN, NOWHERE, NOWHERE]


def test_events_of_an_article_are_extracted_from_its_parse(labels, monkeypatch):
    monkeypatch.setattr(annotated, "extract", lambda _parsed: NOTHING)
    monkeypatch.setattr(annotated.events, "silver", lambda made, *_: setattr(made, "trigger", [0.5]))
    document = parsed(*TWO)
    for read in (partial(polnear, coded={}), georgetown):
        assert read(said(document), document, labels).trigger == [0.5]


KEY = "148de9c5a7a44d19"
"""The first 16 digits of the SHA-256 of "p"."""


def test_events_annotated_in_polnear_take_the_place_of_extracted_ones(labels):
    document = parsed(TALKS)
    row = said(document) | {"id": "p"}
    made = polnear(row, document, labels, coded={KEY: [event(where(document, "talks"), "CONSULT")]})
    assert (made.corpus, made.trigger_weight) == ("polnear-events", 1.0)
    assert made.trigger == [0, 0, 0, 0, 0, 1, 0]


def test_rows_end_at_line_feeds_only(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = [{"text": "one\u2028line"}, {"text": "two"}]
    path.write_text("\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    assert list(annotated._rows(path)) == rows


def test_only_polnear_may_not_be_shared(tmp_path):
    found = corpora(tmp_path)
    assert {name for name, corpus in found.items() if not corpus.open} == {"polnear"}
    assert all(name == corpus.name for name, corpus in found.items())


def test_only_what_may_be_shared_is_wanted_of_gum(tmp_path):
    wanted = corpora(tmp_path)["gum-attribution"].wanted
    assert wanted({"genre": "news", "licence": "CC BY 2.5"})
    assert not wanted({"genre": "whow", "licence": "CC BY-NC-SA 3.0"})


def test_of_the_second_pass_what_the_review_kept_is_read_as_it_was_corrected(tmp_path, labels, monkeypatch):
    document = parsed(TALKS)
    second = article(
        event(where(document, "talks"), "AGREE", id="e1"),
        event(where(document, "Envoys"), "NONE", id="e2"),
        event(where(document, "part"), "NONE", id="e3"),
    )
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/train_dense.jsonl").write_text(json.dumps(second) + "\n", encoding="utf-8")
    lines = ["article event keep type mode other", "a e1 1 CONSULT visit ", "a e2 0   ", "b e3 1 NONE  fire"]
    reviewed = tmp_path / "reviewed.tsv"
    reviewed.write_text("\n".join(lines).replace(" ", "\t"), encoding="utf-8")
    monkeypatch.setattr(annotated, "REVIEWED", reviewed)
    made = corpora(tmp_path)["gold"].read(article(), document, labels)
    assert made.trigger == [0, 0, 0, 0, 0, 1, 0]
    assert value(made, "event_mode", 5, labels) == "CONSULT visit"
