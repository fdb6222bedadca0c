"""Documents are parsed by hand: "She/2 said/0" is a sentence whose words have these heads."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.annotated import SILVER_WEIGHT, corpora, georgetown, gold, is_shareable, polnear, silver
from training.document import NOWHERE, UNKNOWN
from training.labels import ROLES
from training.words import Words

from builders import clean
from training import annotated
from whence.handover import EventCandidate, Extraction, ParsedDocument, Phrase, Sentence, Word
from whence.records import Span

NOTHING = Extraction(phrases=(), events=(), relations=())


def parsed(*sentences):
    """Words of a sentence are a blank apart, but for commas; sentences two."""
    text, made = "", []
    for number, marked in enumerate(sentences):
        text += "  " if text else ""
        words = []
        for index, item in enumerate(marked.split(), start=1):
            form, _, head = item.rpartition("/")
            text += " " if index > 1 and form != "," else ""
            words.append(
                Word(
                    index=index, start=len(text), end=len(text) + len(form), text=form, lemma=form.lower(),
                    upos="X", xpos="FW", feats=None, head=int(head), deprel="dep" if int(head) else "root",
                    head_type=None,
                )
            )  # fmt: skip
            text += form
        made.append(
            Sentence(
                index=number,
                start=words[0].start,
                end=words[-1].end,
                passage="body",
                paragraph=0,
                words=tuple(words),
            )
        )
    given = clean(text)
    return ParsedDocument(document=given.document, passages=given.passages, sentences=tuple(made), names=())


def span(document, part, *, after=""):
    """Where ``part`` stands in the text, after ``after``."""
    start = document.text.index(part, document.text.index(after))
    return [start, start + len(part)]


def where(document, part, **how):
    """The same as annotations of events have it."""
    start, end = span(document, part, **how)
    return {"start": start, "end": end}


TWO = ("Rebels/2 left/0 ./2", "He/2 saw/0 them/2")


def test_words_of_all_sentences_stand_in_one_row():
    # "Rebels left ." ends at 13; two blanks; "He" begins at 15.
    words = Words.of(parsed(*TWO))
    assert words.forms == ["Rebels", "left", ".", "He", "saw", "them"]
    assert words.sentences == [0, 3]
    assert words.starts == [0, 7, 12, 15, 18, 22]
    assert words.ends == [6, 11, 13, 17, 21, 26]
    assert words.heads == [1, NOWHERE, 1, 4, NOWHERE, 4]


def test_the_sentence_of_a_word_is_the_last_that_began():
    words = Words.of(parsed(*TWO))
    assert [words.sentence(word) for word in range(6)] == [0, 0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 6)], [0]),
        ([(5, 8)], [0, 1]),
        ([(6, 7)], []),
        ([(6, 12)], [1]),
        ([(13, 15)], []),
        ([(12, 16)], [2, 3]),
        ([(18, 26), (0, 1)], [0, 4, 5]),
        ([(0, 3), (3, 6), (1, 2)], [0]),
        ([(0, 26)], [0, 1, 2, 3, 4, 5]),
        ([(26, 40)], []),
        ([], []),
    ],
)
def test_words_within_spans_share_a_character_with_one(spans, expected):
    assert Words.of(parsed(*TWO)).within(spans) == expected


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda s: (s[0], sum(s))), max_size=4))
def test_words_within_any_spans_are_those_found_character_by_character(spans):
    words = Words.of(parsed(*TWO))
    marked = {place for start, end in spans for place in range(start, end)}
    expected = [i for i in range(6) if marked & set(range(words.starts[i], words.ends[i]))]
    assert words.within(spans) == expected


def test_the_head_of_some_words_is_the_first_whose_own_head_is_outside():
    words = Words.of(parsed("The/3 old/3 mayor/4 spoke/0 of/6 Karm/3"))
    assert words.head([0, 1, 2]) == 2
    assert words.head([0, 1, 2, 4, 5]) == 2
    assert words.head([0, 1]) == 0
    assert words.head([5]) == 5
    assert words.head([2, 3]) == 3


def said(document, *attributions):
    """A row of PolNeAR with (source, cue, content) as spans."""
    parts = ("source", "cue", "content")
    return {
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
    made = polnear(said(document, *(told[::-1] if turned else told)), document, labels)
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
    made = polnear(said(document, told), document, labels)
    assert tags(made, "cue", labels) == "OBIIIOO"
    assert made.links["source_cue"] == [2, *[NOWHERE] * 6]
    assert made.links["content_cue"] == [*[NOWHERE] * 5, 2, 2]


@pytest.mark.usefixtures("no_events")
def test_every_piece_of_a_broken_content_begins_anew(labels):
    document = parsed('"/2 Go/5 "/2 he/5 said/0 "/7 now/2 "/7')
    told = ([span(document, "he")], [span(document, "said")], [[0, 6], [15, 22]])
    made = polnear(said(document, told), document, labels)
    assert document.text == '" Go " he said " now "'
    assert tags(made, "content", labels) == "BIIOOBII"
    assert made.links["content_cue"] == [4, 4, 4, NOWHERE, NOWHERE, 4, 4, 4]


@pytest.mark.usefixtures("no_events")
def test_without_a_cue_it_is_unknown_where_words_lead(labels):
    document = parsed("Novak/4 :/1 he/4 fled/0 ./4")
    made = polnear(
        said(document, ([span(document, "Novak")], [], [span(document, "he fled")])), document, labels
    )
    assert tags(made, "source", labels) == "BOOOO"
    assert tags(made, "content", labels) == "OOBIO"
    assert made.links["source_cue"] == [UNKNOWN, *[NOWHERE] * 4]
    assert made.links["content_cue"] == [NOWHERE, NOWHERE, UNKNOWN, UNKNOWN, NOWHERE]


@pytest.mark.usefixtures("no_events")
def test_a_content_without_a_cue_inside_another_leads_to_neither(labels):
    document = parsed(NESTED)
    outer, inner = nested(document)
    made = polnear(said(document, outer, (inner[0], [], inner[2])), document, labels)
    assert made.links["content_cue"] == [NOWHERE, NOWHERE, 1, 1, UNKNOWN, UNKNOWN, UNKNOWN, NOWHERE]


@pytest.mark.usefixtures("no_events")
def test_nothing_of_attribution_is_known_where_an_annotation_was_discarded(labels):
    document = parsed(NESTED)
    outer, _ = nested(document)
    row = said(document, outer) | {"discard": [span(document, "troops fired")]}
    made = polnear(row, document, labels)
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


def event(trigger, kind="ASSAULT", mode=None, **fields):
    blank = {
        "type": kind, "mode": mode, "actors": [], "recipients": [], "place": None, "date": None,
        "realis": "past", "sign": "+", "certainty": "certain",
    }  # fmt: skip
    return blank | trigger | fields


def article(*events, sources=(), attributions=(), name="a"):
    return {"id": name, "sources": list(sources), "attributions": list(attributions), "events": list(events)}


def value(made, layer, word, labels):
    return labels[layer][made.tags[layer][word]]


TALKS = "Envoys/3 have/3 taken/0 part/3 in/6 talks/4 ./3"


def test_the_head_of_a_trigger_of_several_words_is_the_trigger(labels):
    document = parsed(TALKS)
    row = article(
        event(
            where(document, "have taken part"),
            "CONSULT",
            "visit",
            realis="ongoing",
            sign="-",
            certainty="probable",
        )
    )
    made = gold(row, document, labels, dense={})
    assert made.corpus == "gold"
    assert made.trigger == [0, 0, 1, 0, 0, 0, 0]
    assert made.trigger_weight == 1.0
    assert value(made, "event_type", 2, labels) == "CONSULT"
    assert value(made, "event_mode", 2, labels) == "CONSULT visit"
    assert value(made, "realis", 2, labels) == "ongoing"
    assert value(made, "sign", 2, labels) == "-"
    assert value(made, "certainty", 2, labels) == "probable"
    for layer in ("event_type", "event_mode", "realis", "sign", "certainty"):
        assert [made.tags[layer][word] for word in (0, 1, 3, 4, 5, 6)] == [UNKNOWN] * 6


def test_an_event_without_a_mode_is_known_to_have_none(labels):
    document = parsed(TALKS)
    made = gold(article(event(where(document, "talks"), "NONE")), document, labels, dense={})
    assert made.trigger == [0, 0, 0, 0, 0, 1, 0]
    assert value(made, "event_type", 5, labels) == "NONE"
    assert value(made, "event_mode", 5, labels) == "-"


def test_a_value_that_is_not_learned_is_unknown(labels):
    document = parsed(TALKS)
    made = gold(
        article(event(where(document, "talks"), "CONSULT", certainty="none")), document, labels, dense={}
    )
    assert made.tags["certainty"] == [UNKNOWN] * 7
    assert value(made, "event_type", 5, labels) == "CONSULT"


def test_the_second_pass_adds_events_half_sure_and_leaves_open_what_is_none(labels):
    document = parsed(TALKS)
    row = article(event(where(document, "taken"), "CONSULT", "visit"))
    dense = article(
        event(where(document, "Envoys"), "NONE"),
        event(where(document, "taken part"), "AGREE"),
        event(where(document, "talks"), "COOPERATE", realis="future", actors=[where(document, "Envoys")]),
    )
    made = gold(row, document, labels, dense={"a": dense})
    assert made.trigger == [UNKNOWN, 0, 1, 0, 0, 0.5, 0]
    assert value(made, "event_type", 2, labels) == "CONSULT"
    assert value(made, "event_mode", 2, labels) == "CONSULT visit"
    assert value(made, "event_type", 5, labels) == "COOPERATE"
    assert value(made, "realis", 5, labels) == "future"
    assert made.tags["event_type"][0] == UNKNOWN
    assert set(made.roles) == {2}


def test_the_second_pass_takes_nothing_back(labels):
    document = parsed(TALKS)
    row = article(event(where(document, "taken"), "CONSULT"))
    dense = article(event(where(document, "taken"), "NONE"))
    made = gold(row, document, labels, dense={"a": dense})
    assert made.trigger == [0, 0, 1, 0, 0, 0, 0]
    assert value(made, "event_type", 2, labels) == "CONSULT"


def test_the_second_pass_over_another_article_changes_nothing(labels):
    document = parsed(TALKS)
    dense = article(event(where(document, "talks")), name="b")
    made = gold(article(name="a"), document, labels, dense={"b": dense})
    assert made.trigger == [0] * 7


ATTACK = ("On/2 Friday/5 the/4 army/5 shelled/0 the/7 town/5 of/9 Karm/7 in/12 the/12 Bala/5 Valley/12 ./5",)


def roles(made, trigger):
    return {(argument, ROLES[role]) for argument, role in made.roles[trigger]}


def test_arguments_are_heads_of_their_phrases(labels):
    document = parsed(*ATTACK)
    shelled = event(
        where(document, "shelled"),
        actors=[where(document, "the army")],
        recipients=[where(document, "the town of Karm")],
        place=where(document, "the Bala Valley"),
        date={"text": "on friday"},
    )
    made = gold(article(shelled), document, labels, dense={})
    # "On Friday": Friday is the head of "On".
    assert roles(made, 4) == {(3, "actor"), (6, "recipient"), (11, "place"), (1, "time")}


def test_an_event_whose_arguments_are_not_expressed_has_none(labels):
    document = parsed(*ATTACK)
    bare = event(where(document, "shelled"), place={"name": "Karm", "start": None}, date={"text": None})
    made = gold(article(bare), document, labels, dense={})
    assert made.roles == {4: []}


def test_every_actor_is_an_argument(labels):
    document = parsed("Novak/4 and/3 Khan/1 met/0")
    met = event(where(document, "met"), "CONSULT", actors=[where(document, "Novak"), where(document, "Khan")])
    assert roles(gold(article(met), document, labels, dense={}), 3) == {(0, "actor"), (2, "actor")}


def test_a_date_is_looked_for_in_the_sentence_of_its_event_only(labels):
    document = parsed("On/2 Friday/3 Karm/0 fell/3", "Rebels/2 left/0 on/4 Friday/2", "They/2 fled/0")
    left = event(where(document, "left"), "RETREAT", date={"text": "Friday"})
    fled = event(where(document, "fled"), "RETREAT", date={"text": "Friday"})
    made = gold(article(left, fled), document, labels, dense={})
    assert roles(made, 5) == {(7, "time")}
    assert roles(made, 9) == set()


def test_a_date_with_a_comma_is_found(labels):
    document = parsed("They/2 fled/0 on/4 July/2 1/4 ,/4 2020/4 ./2")
    row = article(event(where(document, "fled"), "RETREAT", date={"text": "July 1, 2020"}))
    assert "July 1, 2020" in document.text
    assert roles(gold(row, document, labels, dense={}), 1) == {(3, "time")}


def test_an_event_that_is_no_word_is_left_out(labels):
    document = parsed(*TWO)
    made = gold(article(event({"start": 13, "end": 15})), document, labels, dense={})
    assert made.trigger == [0] * 6
    assert made.roles == {}


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
    made = gold(article(sources=sources, attributions=attributions), document, labels, dense={})
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
    made = gold(article(sources=sources, attributions=attributions), document, labels, dense={})
    assert tags(made, "source", labels) == "OOO????BOO"
    assert made.links["source_cue"] == [*[NOWHERE] * 3, *[UNKNOWN] * 4, 8, NOWHERE, NOWHERE]
    assert tags(made, "content", labels) == "OOOOOBIOOB"
    assert made.links["content_cue"] == [*[NOWHERE] * 5, 4, 4, NOWHERE, NOWHERE, 8]


def test_another_source_of_that_sentence_stays_known(labels):
    document = parsed("Novak/2 spoke/0 ./2", "She/2 said/0 Khan/4 lied/2", "He/2 fled/0")
    sources = [{"id": "s1", **where(document, "Novak")}, {"id": "s2", **where(document, "Khan")}]
    attributions = [told(document, "s1", "said", "Khan lied"), told(document, "s2", "lied", "fled")]
    made = gold(article(sources=sources, attributions=attributions), document, labels, dense={})
    assert tags(made, "source", labels) == "OOO??B?OO"
    assert made.links["source_cue"] == [*[NOWHERE] * 3, UNKNOWN, UNKNOWN, 6, UNKNOWN, NOWHERE, NOWHERE]


def phrase(index, sentence, head):
    return Phrase(
        index=index, sentence=sentence, head=head, start=0, end=1, text="x", kind="thing", form="common",
        name=None,
    )  # fmt: skip


ASSAULT = EventCandidate(
    index=0, sentence=1, head=2, trigger=Span(text="saw", start=0, end=3), lemma="see", type="ASSAULT",
    mode="aerial", contexts=(), other=None, cameo=None, actors=(0,), recipients=(1, 2), place=None, time=3,
    realis="future", polarity="+", polarity_cue=None, purpose=None, quantities=(), cluster=0, why={},
)  # fmt: skip
PHRASES = (phrase(0, 1, 1), phrase(1, 1, 3), phrase(2, 0, 1), phrase(3, 0, 3))


def with_silver(labels, *events):
    words = Words.of(parsed(*TWO))
    made = annotated._document("polnear", words)
    silver(made, Extraction(phrases=PHRASES, events=events, relations=()), words, labels)
    return made


def test_events_of_the_lexicon_are_likely_and_count_less(labels):
    made = with_silver(labels, ASSAULT)
    assert made.trigger == [0, 0, 0, 0, 0.9, 0]
    assert made.trigger_weight == SILVER_WEIGHT < 1
    assert value(made, "event_type", 4, labels) == "ASSAULT"
    assert value(made, "event_mode", 4, labels) == "ASSAULT aerial"
    assert value(made, "realis", 4, labels) == "future"
    assert made.tags["sign"] == made.tags["certainty"] == [UNKNOWN] * 6


def test_arguments_of_the_lexicon_may_stand_in_another_sentence(labels):
    made = with_silver(labels, ASSAULT)
    assert roles(made, 4) == {(3, "actor"), (5, "recipient"), (0, "recipient"), (2, "time")}


def test_a_time_taken_from_another_mention_is_no_argument(labels):
    made = with_silver(labels, replace(ASSAULT, time_inherited=True, place=2, recipients=()))
    assert roles(made, 4) == {(3, "actor"), (0, "place")}


def test_a_text_without_events_has_none_anywhere(labels):
    made = with_silver(labels)
    assert made.trigger == [0] * 6
    assert made.roles == {}


def test_events_of_an_article_are_extracted_from_its_parse(labels, monkeypatch):
    monkeypatch.setattr(
        annotated, "extract", lambda _parsed: Extraction(phrases=PHRASES, events=(ASSAULT,), relations=())
    )
    document = parsed(*TWO)
    for read in (polnear, georgetown):
        assert read(said(document), document, labels).trigger == [0, 0, 0, 0, 0.9, 0]


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


def test_the_gold_articles_are_read_with_their_second_pass(tmp_path, labels):
    document = parsed(TALKS)
    dense = article(event(where(document, "talks"), "CONSULT"))
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/train_dense.jsonl").write_text(json.dumps(dense) + "\n", encoding="utf-8")
    made = corpora(tmp_path)["gold"].read(article(), document, labels)
    assert made.trigger == [0, 0, 0, 0, 0, 0.5, 0]
