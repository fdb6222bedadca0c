"""All measures on small hand-made articles, gold beside prediction."""

import copy
from dataclasses import replace
from typing import Any

import pytest
from evals.account import analysis, gold
from evals.account.attributions import content_overlap
from evals.account.baseline import plain, verbs
from evals.account.counts import Tally
from evals.account.errors import KINDS, errors
from evals.account.report import measures
from evals.account.score import score
from evals.account.telling import (
    Attribution,
    Days,
    Event,
    Number,
    Phrase,
    Relation,
    Source,
    Telling,
    chain_of,
)
from hypothesis import given
from hypothesis import strategies as st

TEXT = (
    "Rebels killed at least 20 soldiers in Aleppo on Tuesday, sources told Reuters. "
    "The attack was led by Omar Said, head of the Northern Front. "
    "The army denied the killing and will withdraw."
)


def at(text: str, nth: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return {"text": text, "start": start, "end": start + len(text)}


def named(text: str, name: str | None = None) -> dict[str, Any]:
    return {**at(text), "name": name or text}


def event(key: str, trigger: str, kind: str, **more: Any) -> dict[str, Any]:
    span = at(trigger)
    return {
        "id": key,
        "trigger": trigger,
        "start": span["start"],
        "end": span["end"],
        "type": kind,
        "mode": None,
        "other": None,
        "actors": [],
        "recipients": [],
        "place": None,
        "date": None,
        "realis": "past",
        "quantities": [],
        "via": None,
        "sign": "+",
        "certainty": "certain",
        **more,
    }


def attribution(key: str, source: str, parent: str | None, cue: str | None, content: str) -> dict[str, Any]:
    span, told = at(cue) if cue else {"start": None, "end": None}, at(content)
    return {
        "id": key,
        "parent": parent,
        "source": source,
        "cue": cue,
        "cue_start": span["start"],
        "cue_end": span["end"],
        "content": [[told["start"], told["end"]]],
        "act": "asserts",
        "form": "indirect",
    }


FIRST = "Rebels killed at least 20 soldiers in Aleppo on Tuesday"
TUESDAY = {"from": "2015-09-29", "to": "2015-09-29"}
GOLD: dict[str, Any] = {
    "id": "x",
    "text": TEXT,
    "published": "2015-10-01",
    "sources": [
        {"id": "s1", **named("Reuters"), "kind": "outlet", "naming": "named", "affiliation": None},
        {"id": "s2", **named("sources"), "kind": "unspecified", "naming": "bare", "affiliation": None},
        {
            "id": "s3",
            **named("The army", "army"),
            "kind": "organization",
            "naming": "named",
            "affiliation": None,
        },
    ],
    "attributions": [
        attribution("a1", "s1", None, None, FIRST),
        attribution("a2", "s2", "a1", "told", FIRST),
        attribution("a3", "s3", None, "denied", "the killing"),
    ],
    "events": [
        event(
            "e1",
            "killed",
            "ASSAULT",
            mode="firearms",
            actors=[named("Rebels")],
            recipients=[named("at least 20 soldiers", "soldiers")],
            place=named("Aleppo", "Aleppo, Syria"),
            date={**TUESDAY, "text": "Tuesday"},
            quantities=[{"role": "killed", **at("at least 20"), "low": 20, "high": None}],
            via="a2",
            stances=[{"attribution": "a3", "sign": "-", "certainty": "certain"}],
        ),
        event("e2", "attack", "ASSAULT", actors=[named("Omar Said")]),
        event("e3", "withdraw", "RETREAT", realis="future", sign="?", certainty="possible"),
    ],
    "same": [["e1", "e2"]],
    "relations": [
        {
            "subject": "Omar Said",
            "type": "leads",
            "object": "Northern Front",
            **at("Omar Said, head of the Northern Front"),
            "via": None,
        }
    ],
}


def perfect() -> dict[str, Any]:
    """What ``to_dict()`` gives for an analysis that says exactly what :data:`GOLD` says."""
    sources = {source["id"]: {k: v for k, v in source.items() if k != "id"} for source in GOLD["sources"]}
    stances = [
        {"event_mention_id": e["id"], "attribution_id": e["via"], "sign": e["sign"], "scope": "event"}
        | {"certainty": e["certainty"]}
        for e in GOLD["events"]
    ]
    stances += [
        {"event_mention_id": "e1", "attribution_id": key, "sign": sign, "scope": "event", "certainty": how}
        for key, sign, how in ((None, "?", "none"), ("a1", "+", "certain"), ("a3", "-", "certain"))
    ]
    stances.append(
        {"event_mention_id": "e2", "attribution_id": None, "sign": "-", "scope": "place", "certainty": "none"}
    )
    return {
        "document": {"text": TEXT, "published": "2015-10-01"},
        "tokens": [{**at("killed"), "upos": "VERB", "lemma": "kill"}],
        "attributions": [
            {
                "attribution_id": a["id"],
                "parent_id": a["parent"],
                "source": sources[a["source"]],
                "cue": at(a["cue"]) if a["cue"] else None,
                "content": a["content"],
                "act": a["act"],
                "form": a["form"],
            }
            for a in GOLD["attributions"]
        ],
        "event_mentions": [
            {
                "event_mention_id": e["id"],
                "event_id": "k1" if e["id"] in ("e1", "e2") else e["id"],
                "trigger": at(e["trigger"]),
                "lemma": e["trigger"],
                **{
                    k: e[k]
                    for k in (
                        "type",
                        "mode",
                        "actors",
                        "recipients",
                        "place",
                        "date",
                        "realis",
                        "quantities",
                    )
                },
                "attribution_id": e["via"],
                "factuality": ["future"] if e["realis"] == "future" else [],
            }
            for e in GOLD["events"]
        ],
        "stances": stances,
        "relations": [
            {
                **at("Omar Said, head of the Northern Front"),
                "subject": named("Omar Said"),
                "type": "leads",
                "object": {**at("the Northern Front"), "name": "The Northern Front"},
            }
        ],
    }


def scored(prediction: dict[str, Any]) -> Tally:
    return score(gold.telling(GOLD), analysis.telling(prediction))


def edited(**changes: Any) -> dict[str, Any]:
    """The perfect prediction with fields of its first event changed."""
    prediction = copy.deepcopy(perfect())
    prediction["event_mentions"][0].update(changes)
    return prediction


def test_a_perfect_prediction_scores_one_in_everything() -> None:
    tally = scored(perfect())
    for measure in measures():
        value = measure.value(tally[measure.measure])
        assert value in ({0.0, None} if measure.lower_is_better else {100.0, None}), measure.measure
    assert tally["coreference links"].f1 == tally["coreference B3"].f1 == 1
    assert tally["other stances"].recall == 1
    assert tally["chain of two or more"].recall == 1


def test_an_empty_prediction_scores_nothing() -> None:
    empty = perfect() | {"attributions": [], "event_mentions": [], "stances": [], "relations": []}
    tally = scored(empty)
    assert all(counts.hits == counts.found == 0 for counts in tally.values())
    for name in ("trigger", "typed", "attribution", "relations", "chain of all gold"):
        assert tally[name].f1 == 0
    assert tally["realis"].f1 is None, "nothing was matched, so there is nothing to measure"


def test_an_empty_article_is_no_error() -> None:
    nothing = Telling(words=0, published=None, events=(), attributions=(), relations=())
    assert all(counts.f1 is None for name, counts in score(nothing, nothing).items() if name != "words")


def test_a_wrong_type_costs_the_typed_measure_only() -> None:
    tally = scored(edited(type="COERCE"))
    assert tally["trigger"].f1 == 1
    assert tally["typed"].f1 == pytest.approx(2 / 3)
    assert tally["typed: ASSAULT"].recall == 0.5
    assert tally["typed: COERCE"].precision == 0


def test_events_outside_plover_do_not_count_within_it() -> None:
    tally = scored(edited(type="NONE"))
    assert (tally["typed within PLOVER"].told, tally["typed within PLOVER"].gold) == (2, 3)


def test_a_trigger_with_its_particle_overlaps_but_is_not_exact() -> None:
    tally = scored(edited(trigger=at("killed at")))
    assert tally["trigger"].f1 == 1
    assert tally["trigger exact"].recall == pytest.approx(2 / 3)


def test_arguments_count_by_head_or_name() -> None:
    tally = scored(edited(recipients=[named("soldiers", "Syrian Army")], actors=[named("Aleppo")]))
    assert tally["recipients"].f1 == 1, "the head of the phrase is enough"
    assert (tally["actors"].hits, tally["actors"].told, tally["actors"].gold) == (1, 2, 2)
    again = scored(edited(actors=[{"text": "they", "start": 150, "end": 154, "name": "rebels"}]))
    assert again["actors"].f1 == 1, "so is the name"


def test_a_date_needs_both_ends() -> None:
    tally = scored(edited(date={"from": "2015-09-29", "to": "2015-09-30"}))
    assert tally["date"].f1 == 0
    assert tally["date where both give one"].recall == 0
    assert scored(edited(date={"from": None, "to": None}))["date"].told == 0, "an empty interval is no date"


def test_a_place_or_date_where_gold_has_none_is_counted() -> None:
    prediction = perfect()
    prediction["event_mentions"][1] |= {"place": named("Aleppo"), "date": TUESDAY}
    tally = scored(prediction)
    assert tally["place told where gold has none"].recall == 0.5
    assert tally["date told where gold has none"].recall == 0.5
    assert tally["place"].precision == 0.5


def test_places_are_alike_up_to_what_encloses_them() -> None:
    elsewhere = {"text": "there", "start": 100, "end": 105, "name": "Aleppo"}
    assert scored(edited(place=elsewhere))["place"].f1 == 1


def test_a_quantity_needs_role_and_bounds() -> None:
    wrong = [{"role": "killed", **at("at least 20"), "low": 20, "high": 20}]
    assert scored(edited(quantities=wrong))["quantities"].f1 == 0


def test_the_chain_is_followed_outwards() -> None:
    told = analysis.telling(perfect()).events[0].chain
    assert [source.name for source in told] == ["sources", "Reuters"]


def test_a_lost_outer_link_keeps_the_terminal_source() -> None:
    prediction = perfect()
    prediction["attributions"][1]["parent_id"] = None
    tally = scored(prediction)
    assert tally["terminal source where attributed"].recall == 1
    assert tally["chain where attributed"].recall == 0
    assert tally["chain of two or more"].recall == 0
    assert tally["chain"].recall == pytest.approx(2 / 3)


def test_the_outlet_instead_of_the_source_is_wrong() -> None:
    tally = scored(edited(attribution_id="a1"))
    assert tally["terminal source where attributed"].recall == 0
    assert tally["attributed or not"].recall == 1


def test_events_not_found_count_as_wrong_of_all_gold() -> None:
    prediction = perfect()
    del prediction["event_mentions"][0]
    tally = scored(prediction)
    assert tally["chain"].recall == 1
    assert tally["chain of all gold"].recall == pytest.approx(2 / 3)
    assert tally["chain of all gold where attributed"].recall == 0


def test_the_stance_of_the_innermost_holder_counts() -> None:
    prediction = perfect()
    prediction["stances"][0]["sign"] = "-"
    tally = scored(prediction)
    assert tally["sign"].recall == pytest.approx(2 / 3)
    assert (tally["sign: -"].told, tally["sign: -"].gold) == (1, 0)
    del prediction["stances"][0]
    assert scored(prediction)["sign"].recall == pytest.approx(2 / 3), "no stance is no agreement"


def test_a_missing_denial_is_missed() -> None:
    prediction = perfect()
    prediction["stances"] = [row for row in prediction["stances"] if row["attribution_id"] != "a3"]
    assert scored(prediction)["other stances"].recall == 0


def test_attributions_need_half_the_content_and_source_or_cue() -> None:
    prediction = perfect()
    start, end = prediction["attributions"][1]["content"][0]
    prediction["attributions"][1]["content"] = [[start, start + (end - start) // 4]]
    prediction["attributions"][2]["source"] = {**GOLD["sources"][0]}
    tally = scored(prediction)
    assert tally["attribution"].hits == 2, "a1 as it was; a3 by its cue, though its source is wrong"
    assert tally["source"].recall == 0.5


def test_content_overlap_is_the_f1_of_characters() -> None:
    assert content_overlap([(0, 10)], [(5, 10)]) == pytest.approx(2 * 5 / 15)
    assert content_overlap([(0, 5), (5, 10), (2, 8)], [(0, 10)]) == 1
    assert content_overlap([], []) == 1
    assert content_overlap([(0, 4)], []) == 0


def test_relations_need_type_and_names() -> None:
    prediction = perfect()
    prediction["relations"][0]["type"] = "part_of"
    assert scored(prediction)["relations"].f1 == 0
    prediction = perfect()
    prediction["relations"][0]["object"] = named("Aleppo")
    assert scored(prediction)["relations"].f1 == 0


def test_coreference_of_singletons() -> None:
    """Gold {e1 e2} {e3}; told apart: no link is told, each mention is alone, so B³ precision is 1."""
    tally = scored(edited(event_id="alone"))
    assert tally["coreference links"].f1 == 0
    assert tally["coreference B3"].precision == 1
    assert tally["coreference B3"].recall == pytest.approx((0.5 + 0.5 + 1) / 3)


def test_groups_that_share_an_event_are_one() -> None:
    row = {"events": [{"id": k} for k in "abcd"], "same": [["c", "d"], ["b", "c"]]}
    assert gold.clusters(row) == {"a": "a", "b": "b", "c": "b", "d": "b"}


def test_circular_parents_end_the_chain() -> None:
    told = analysis.telling(perfect()).attributions
    circle = {"a": replace(told[0], key="a", parent="b"), "b": replace(told[1], key="b", parent="a")}
    assert len(chain_of("a", circle)) == 2
    assert chain_of("gone", circle) == ()


def test_baselines() -> None:
    told = analysis.telling(perfect())
    assert {event.realis for event in plain(told).events} == {"past"}
    assert all(event.chain == () for event in plain(told).events)
    assert [event.text for event in verbs(told, perfect()["tokens"]).events] == ["killed"]
    tally = score(gold.telling(GOLD), plain(told))
    assert tally["realis"].recall == pytest.approx(2 / 3), "one of three is in the future"
    assert tally["chain"].recall == pytest.approx(2 / 3), "two of three are the article's own"


def test_a_perfect_prediction_has_no_errors_and_a_poor_one_has_known_kinds() -> None:
    ours = gold.telling(GOLD)
    assert errors(ours, analysis.telling(perfect()), [], "x") == []
    poor = edited(type="NONE", realis="future", date=None, actors=[], attribution_id=None)
    poor["attributions"] = []
    found = errors(ours, analysis.telling(poor), poor["tokens"], "x")
    kinds = {kind for kind, _, _ in found}
    assert kinds <= set(KINDS)
    assert {"wrong type", "wrong realis", "wrong date", "wrong argument", "wrong chain"} <= kinds


# --- symmetry ---------------------------------------------------------------------------------------

names = st.sampled_from(["Reuters", "officials", "Iran", "Omar Said"])


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    start = draw(st.integers(0, 40))
    name = draw(names)
    return Phrase(start=start, end=start + len(name), text=name, name=name)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    phrase, naming = draw(phrases()), draw(st.sampled_from(["named", "described", "withheld"]))
    gone = naming == "withheld"
    return Source(
        start=None if gone else phrase.start,
        end=None if gone else phrase.end,
        text=None if gone else phrase.text,
        name=phrase.name,
        kind="person",
        naming=naming,
    )


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    """Triggers, contents and relations lie in a grid, so that at most one of the other side overlaps each."""
    few = st.lists(phrases(), max_size=2).map(tuple)
    events = tuple(
        Event(
            start=10 * n,
            end=10 * n + draw(st.integers(1, 9)),
            text="x",
            lemma=None,
            type=draw(st.sampled_from(["ASSAULT", "NONE"])),
            mode=draw(st.sampled_from([None, "aerial"])),
            actors=draw(few),
            recipients=draw(few),
            place=draw(st.none() | phrases()),
            date=draw(st.none() | st.builds(Days, first=st.just("2015-10-01"), last=st.none())),
            realis=draw(st.sampled_from(["past", "future"])),
            sign=draw(st.sampled_from(["+", "-", "?"])),
            certainty="certain",
            chain=tuple(draw(st.lists(sources(), max_size=2))),
            others=(),
            numbers=tuple(draw(st.lists(st.just(Number(role="killed", low=1, high=2)), max_size=2))),
            cluster=draw(st.sampled_from("abc")),
        )
        for n in draw(st.lists(st.integers(0, 5), unique=True))
    )
    attributions = tuple(
        Attribution(
            key=f"a{n}",
            parent=None,
            source=draw(sources()),
            cue=(10 * n, 10 * n + 2),
            content=((10 * n + 3, 10 * n + draw(st.integers(4, 9))),),
            act=draw(st.sampled_from(["asserts", "denies"])),
            form="indirect",
        )
        for n in draw(st.lists(st.integers(0, 5), unique=True))
    )
    relations = tuple(
        Relation(start=0, end=9, subject=draw(names), type="leads", object=draw(names))
        for _ in range(draw(st.integers(0, 3)))
    )
    return Telling(words=60, published=None, events=events, attributions=attributions, relations=relations)


ONE_SIDED = ("other stances", "chain of all gold where attributed", "terminal source of all gold")


@given(tellings(), tellings())
def test_scoring_the_other_way_round_swaps_precision_and_recall(a: Telling, b: Telling) -> None:
    forth, back = score(a, b), score(b, a)
    for name, counts in forth.items():
        if name in ONE_SIDED or "gold has none" in name or "of all gold" in name:
            continue
        swapped = back[name].swapped()
        assert swapped.f1 == (None if counts.f1 is None else pytest.approx(counts.f1)), name
        assert swapped.precision == (None if counts.precision is None else pytest.approx(counts.precision))


@given(tellings())
def test_anything_scored_against_itself_is_perfect(a: Telling) -> None:
    for name, counts in score(a, a).items():
        if name != "words" and "gold has none" not in name and counts.gold:
            assert counts.recall == pytest.approx(1), name


@given(tellings(), tellings())
def test_scores_are_shares_and_the_same_every_time(a: Telling, b: Telling) -> None:
    tally = score(a, b)
    assert tally == score(a, b)
    for counts in tally.values():
        assert 0 <= counts.hits <= counts.told + 1e-9
        assert 0 <= counts.found <= counts.gold + 1e-9
        for value in (counts.precision, counts.recall, counts.f1):
            assert value is None or 0 <= value <= 1 + 1e-9
