from dataclasses import replace
from pathlib import Path

from whence.account import Account
from whence.records import EventParty
from whence.show.notebook import event_html


def test_a_card_renders_with_ladder_and_trigger(example_account: Path) -> None:
    with Account(example_account) as account:
        event = max(account.events, key=lambda e: (e.reports, e.event_id))
        html = account.event(event.event_id)._repr_html_()
    assert "<mark>" in html
    assert "Wikinews" in html
    assert f"in the {event.reports} reports read" in html


def test_everything_from_an_article_is_escaped(example_account: Path) -> None:
    with Account(example_account) as account:
        card = account.event(next(iter(account.events)).event_id)
    hostile = EventParty(actor_id=None, name="<script>alert(1)</script>")
    document = replace(card.tellings[0].document, outlet="<img src=x>")
    tellings = (replace(card.tellings[0], document=document),)
    html = event_html(replace(card, event=replace(card.event, actors=(hostile,)), tellings=tellings))
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "<img" not in html
