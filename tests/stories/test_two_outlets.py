"""Two outlets on one developing story, read end to end.

The reports are fiction written for this test; what is expected of each sentence follows from the rules of
attribution and independence, not from what the program says.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import whence
from whence.account import Account
from whence.records import EventMention, Stance

REPORTS = Path(__file__).parent / "two_outlets"


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    with whence.read(REPORTS, into=tmp_path_factory.mktemp("story") / "libya.db") as account:
        yield account


def told(account: Account, trigger: str, near: str) -> EventMention:
    """The mention with this trigger in the sentence that holds ``near``."""
    texts = {d.document_id: d.text for d in account.documents}
    return next(
        m
        for m in account.event_mentions
        if m.trigger.text == trigger and near in texts[m.document_id][slice(*m.sentence)]
    )


def ladder(account: Account, mention: EventMention) -> list[str]:
    """Names of the sources above a mention, outermost first."""
    by_id = {a.attribution_id: a for a in account.attributions}
    names: list[str] = []
    key = mention.attribution_id
    while key:
        names.insert(0, by_id[key].source.name or by_id[key].source.text or "")
        key = by_id[key].parent_id
    return names


def held(account: Account, mention: EventMention, scope: str = "event") -> dict[str, str]:
    """Holder (source text, "" for the article) → sign."""
    by_id = {a.attribution_id: a for a in account.attributions}
    rows: list[Stance] = [s for s in account.stances if s.event_mention_id == mention.event_mention_id]
    return {
        (by_id[s.attribution_id].source.text or "?") if s.attribution_id else "": s.sign
        for s in rows
        if s.scope == scope
    }


def test_two_reports_one_story_nothing_lost(account: Account) -> None:
    assert len(account.documents) == 2
    assert len(account.stories) == 1
    assert len(account.losses) == 0


def test_the_arrival_is_one_event_of_two_unnamed_origins(account: Account) -> None:
    first = told(account, "arrived", "Turkish soldiers")
    second = told(account, "come", "in the last 10 days")
    assert first.type == second.type == "MOBILIZE"
    assert first.event_id == second.event_id
    (event,) = account.events.where(event_id=first.event_id)
    assert event.reports == 2
    assert (event.origins.low, event.origins.high) == (1, 2)
    assert 1.5 < event.origins.expected < 2
    assert event.status == "reported"


def test_each_arrival_has_its_ladder(account: Account) -> None:
    outlet, officials = ladder(account, told(account, "arrived", "Turkish soldiers"))
    assert ("BBC" in outlet, officials) == (True, "defence officials")
    (agency,) = ladder(account, told(account, "come", "in the last 10 days"))
    assert agency in ("AFP", "Agence France-Presse")
    agency, source = ladder(account, told(account, "arriving", "ground units"))
    assert agency in ("AFP", "Agence France-Presse")
    assert source.lower().startswith("source")


def test_a_ladder_stands_for_every_holder(account: Account) -> None:
    stances = held(account, told(account, "arrived", "Turkish soldiers"))
    assert stances == {"defence officials": "+", "the BBC": "?", "": "?"}


def test_hundreds_in_the_last_ten_days(account: Account) -> None:
    mention = told(account, "come", "in the last 10 days")
    (quantity,) = mention.quantities
    assert (quantity.role, quantity.low, quantity.high) == ("size", 200, None)
    assert mention.date is not None
    assert (mention.date.from_, mention.date.to) == ("2019-03-25", "2019-04-04")


def test_a_coming_arrival_is_future_and_certain_to_its_source(account: Account) -> None:
    mention = told(account, "arrive", "Chadian fighters")
    assert mention.realis == "future"
    agency, sources = ladder(account, mention)
    assert (agency in ("AFP", "Agence France-Presse"), sources) == (True, "sources")
    (event,) = account.events.where(event_id=mention.event_id)
    assert event.status == "planned"


def test_the_goal_is_told_by_the_same_sources(account: Account) -> None:
    mention = told(account, "recapture", "The goal")
    assert mention.realis in ("future", "conditional")
    assert ladder(account, mention)[1].endswith("sources")


def test_the_meeting_was_first_reported_by_the_outlet_itself(account: Account) -> None:
    mention = told(account, "meeting", "late March")
    assert mention.type == "CONSULT"
    assert {a.name for a in mention.actors} >= {"Hakan Demir"}
    assert len(mention.actors) == 2
    assert mention.date is not None
    assert (mention.date.from_, mention.date.to) == ("2019-03-21", "2019-03-31")
    (outlet,) = ladder(account, mention)
    assert "BBC" in outlet


def test_the_video_conference_is_today_and_between_two_countries(account: Account) -> None:
    mention = told(account, "conference", "video conference")
    assert (mention.type, mention.attribution_id) == ("CONSULT", None)
    assert {a.name for a in mention.actors} == {"Qatar", "United States"}
    assert mention.date is not None and mention.date.from_ == "2019-04-04"


def test_a_denied_target_is_narrowed_and_the_strike_undisputed(account: Account) -> None:
    mention = told(account, "hit", "Islamic State")
    assert held(account, mention) == {"Capt. Miller": "-", "": "?"}
    assert held(account, mention, "recipient") == {"Capt. Miller": "-"}
    (event,) = account.events.where(event_id=mention.event_id)
    assert event.status not in ("denied", "disputed")
    assert "recipient" in event.disputed_fields
    conflict = next(c for c in account.conflicts if mention.event_id in c.event_ids)
    assert {side.sign for side in conflict.sides} == {"+", "-"}


def test_an_officer_is_named_in_full_wherever_he_speaks(account: Account) -> None:
    names = {a.source.name for a in account.attributions if "Miller" in (a.source.text or "")}
    assert names == {"John Miller"}


def test_a_refusal_to_disclose_is_no_comment_without_stance(account: Account) -> None:
    refusal = next(a for a in account.attributions if a.act == "no_comment")
    assert (refusal.source.text or "").startswith("The officials")
    assert refusal.source.reason
    assert not [s for s in account.stances if s.attribution_id == refusal.attribution_id and s.sign != "?"]


def test_standing_ties(account: Account) -> None:
    ties = {
        (r.subject.name or r.subject.text, r.type, r.object.name or r.object.text) for r in account.relations
    }
    assert ("Hakan Demir", "leads", "Third Brigade") in ties
    assert {("Wadi Front", "ally_of", "Qatar"), ("Wadi Front", "ally_of", "Turkey")} <= ties
    assert any(kind == "supports" and subject == "United States" for subject, kind, _ in ties)


def test_site_furniture_is_marked_and_kept_out(account: Account) -> None:
    texts = {d.document_id: d.text for d in account.documents}
    kinds = {texts[p.document_id][p.start : p.end].strip(): p.kind for p in account.passages}
    assert kinds["Washington surprised by airstrikes in Libya"] == "related"
    assert kinds["Photo via the Harbour Institute"] in ("credit", "caption")
    assert kinds["…Read More"] == "truncation"
    analysed = [p for p in account.passages if p.kind in ("headline", "body")]
    for mention in account.event_mentions:
        assert any(
            p.document_id == mention.document_id and p.start <= mention.trigger.start < p.end
            for p in analysed
        )
