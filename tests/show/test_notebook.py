import re
from dataclasses import replace
from pathlib import Path

from whence.account import Account
from whence.records import EventParty
from whence.show.notebook import event_html


def test_a_card_renders_with_ladder_and_trigger(example_account: Path) -> None:
    with Account(example_account) as account:
        event = max(account.events, key=lambda e: (e.reports, e.event_id))
        html = account.event(event.event_id)._repr_html_()
    assert "<svg" in html and "at-event" in html
    assert "Wikinews" in html
    assert f"in the {event.reports} reports read" in html


def test_everything_from_an_article_is_escaped(example_account: Path) -> None:
    with Account(example_account) as account:
        card = account.event(next(iter(account.events)).event_id)
    hostile = EventParty(actor_id=None, name="<script>alert(1)</script>")
    document = replace(card.tellings[0].document, outlet="<img src=x>")
    tellings = (replace(card.tellings[0], document=document),)
    html = event_html(replace(card, event=replace(card.event, actors=(hostile,)), tellings=tellings))
    assert "<script" not in html and "&lt;script&gt;" in html
    assert "<img" not in html


def test_every_kind_of_card_stands_alone(example_account: Path) -> None:
    with Account(example_account) as account:
        story = next(iter(account.stories))
        cards = {
            "account": account._repr_html_(),
            "story": account.story(story.story_id)._repr_html_(),
            "claims": account.claims(story.story_id)._repr_html_(),
            "document": account.document(story.document_ids[0])._repr_html_(),
            "attribution": account.attribution(next(iter(account.attributions)).attribution_id)._repr_html_(),
            "event": account.event(next(iter(account.events)).event_id)._repr_html_(),
        }
        assert repr(account.story(story.story_id)).startswith("<story: ")
    for name, html in cards.items():
        assert html.startswith('<div class="whence-card">'), name
        assert not re.findall(r'(?:href|src|action)="/', html), f"{name} leads to a server that is not there"
        assert "<form" not in html and "<script" not in html and "<link" not in html, name
