from __future__ import annotations

from dataclasses import fields, replace

from builders import Claim, report
from whence.assess import assess
from whence.link import link
from whence.link.events import tellings_of
from whence.records import TABLES, Mention
from whence.tables import Assessment, DocumentRecords, Held, Linked


def test_every_table_of_the_account_is_in_one_container_or_is_a_record_of_runs() -> None:
    found = [field.name for record in (DocumentRecords, Linked, Assessment) for field in fields(record)]
    kept_by_the_store = {"documents", "judgements", "changes", "losses", "runs"}
    assert set(TABLES) - kept_by_the_store == set(found) - {
        "document",
        "parse",
        "event_of",
        "actor_of",
        "version_of",
    }


def test_the_tables_of_a_document_are_in_the_order_of_the_contract() -> None:
    names = [field.name for field in fields(DocumentRecords) if field.name not in ("document", "parse")]
    assert names == [name for name in TABLES if name in names]


def they(outlet: str, target: str, refers_to: str | None) -> DocumentRecords:
    """A report in which "they" shelled ``target``."""
    item = report(outlet, [Claim(voice="Ada Brook", target=target)])
    (told,) = item.event_mentions
    (army,) = told.actors
    pronoun = replace(army, text="they", name=None, actor_id=refers_to)
    span = Mention(
        mention_id="m-1", document_id=told.document_id, start=army.start, end=army.end, text="they",
        kind="actor", form="pronoun", refers_to=refers_to, value=None,
    )  # fmt: skip
    return replace(item, mentions=(span,), event_mentions=(replace(told, actors=(pronoun,)),))


def test_a_pronoun_of_unknown_referent_is_nobody() -> None:
    (unknown,) = they("A", "Karm", None).with_known_parties().event_mentions
    assert unknown.actors == () and len(unknown.recipients) == 1
    (known,) = they("A", "Karm", "a-1").with_known_parties().event_mentions
    assert [argument.text for argument in known.actors] == ["they"]


def test_they_of_two_reports_are_neither_compared_nor_shown() -> None:
    reports = [they("A", "Karm", None), they("B", "Tarsk", None)]
    linked = link(Held(reports))
    one, other = [told.telling for told in tellings_of([r.with_known_parties() for r in reports], {})]
    assert one.actors == other.actors == frozenset()
    assert all(event.actors == () for event in assess(reports, linked).events)
