"""ECB+ documents linked as one account by the product's own stages."""

from __future__ import annotations

from collections.abc import Sequence

from evals.events_across.gold import Document, Key
from whence.link import link
from whence.link.events import Told, joined, tellings_of
from whence.tables import Held


def told_by_story(documents: Sequence[Document]) -> list[list[Told]]:
    """The tellings at gold triggers, by story, as the linker compares them."""
    items = sorted((d.at_gold.with_known_parties() for d in documents), key=lambda i: i.document.document_id)
    linked = link(Held(items))
    by_id = {item.document.document_id: item for item in items}
    return [
        list(tellings_of([by_id[key] for key in story.document_ids], linked.actor_of))
        for story in linked.stories
    ]


def at_gold(documents: Sequence[Document]) -> dict[Key, str]:
    """Gold trigger → event, with gold triggers for event mentions."""
    event_of = {
        item.mention.event_mention_id: group[0].mention.event_mention_id
        for told in told_by_story(documents)
        for group in joined(told)
        for item in group
    }
    return {key: event_of[mention] for d in documents for key, mention in d.mention_of.items()}


def same_lemma(documents: Sequence[Document]) -> dict[Key, str]:
    """The floor: triggers of one lemma in one story are one event."""
    label = {
        item.mention.event_mention_id: f"{number} {item.mention.lemma.lower()}"
        for number, told in enumerate(told_by_story(documents))
        for item in told
    }
    return {key: label[mention] for d in documents for key, mention in d.mention_of.items()}


def as_read(documents: Sequence[Document]) -> dict[Key, str]:
    """Gold trigger → event of the account that a user gets; triggers that are no event there are left out."""
    event_of = link(Held(document.read for document in documents)).event_of
    found: dict[Key, str] = {}
    for document in documents:
        for trigger in document.triggers:
            for mention in document.read.event_mentions:
                if mention.trigger.start < trigger.end and trigger.start < mention.trigger.end:
                    found.setdefault(trigger.key, event_of[mention.event_mention_id])
    return found
