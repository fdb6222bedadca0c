from pathlib import Path

from whence.show.card import event_card
from whence.store import Store


def test_every_telling_opens_its_sentence(example_account: Path) -> None:
    with Store.open(example_account) as store:
        for event in list(store.table("events"))[:25]:
            card = event_card(store, event.event_id)
            assert card.tellings
            for telling in card.tellings:
                trigger = telling.mention.trigger
                assert telling.document.text[trigger.start : trigger.end] == trigger.text
                assert trigger.text in telling.sentence
                assert telling.where.endswith(f"{trigger.start}-{trigger.end}")


def test_every_telling_has_the_stance_of_every_holder_on_its_chain(example_account: Path) -> None:
    with Store.open(example_account) as store:
        for event in store.table("events"):
            for telling in event_card(store, event.event_id).tellings:
                holders = [s.attribution_id for _, s in telling.stances if s.scope == "event"]
                expected = {None, *(link.attribution_id for link in telling.chain)}
                assert expected <= set(holders)
                assert len(holders) == len(set(holders))


def test_a_chain_runs_from_the_article_down(example_account: Path) -> None:
    with Store.open(example_account) as store:
        for event in store.table("events"):
            for telling in event_card(store, event.event_id).tellings:
                parents = [link.parent_id for link in telling.chain]
                assert parents == [None, *(link.attribution_id for link in telling.chain)][: len(parents)]
