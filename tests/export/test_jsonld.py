"""JSON-LD expanded by PyLD, which may fetch nothing."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, NoReturn

import pytest
from pyld import jsonld

from whence.export.jsonld import export
from whence.export.view import View
from whence.store import Store

SCHEMA = "https://schema.org/"


def refuse(url: str, _options: object) -> NoReturn:
    raise AssertionError(f"{url} was fetched")


def expanded(path: Path) -> dict[str, dict[str, Any]]:
    """@id → node, all names in full."""
    document = json.loads(path.read_text(encoding="utf-8"))
    nodes = jsonld.expand(document, {"documentLoader": refuse})
    return {node["@id"]: node for node in nodes}


def value(node: dict[str, Any], name: str) -> Any:
    (held,) = node[f"{SCHEMA}{name}"]
    return held.get("@value", held.get("@id"))


def test_reports_events_and_claims_are_nodes(world: Store, tmp_path: Path) -> None:
    view = View(world)
    (path,) = export(view, tmp_path / "out")
    nodes = expanded(path)
    kinds = Counter(node["@type"][0].removeprefix(SCHEMA) for node in nodes.values())
    assert kinds == view.written == {"NewsArticle": 9, "Event": 9, "Claim": 8}
    claim = next(n for n in nodes.values() if value_of(n, "about") == "urn:whence:e-denied")
    assert value(claim, "name").startswith("denies: ")
    assert value(claim, "firstAppearance") == value(claim, "appearance") == "urn:whence:d-denied"
    (author,) = claim[f"{SCHEMA}author"]
    assert (author["@type"], value(author, "name")) == ([f"{SCHEMA}Person"], "Ada Brook")
    assert value(claim, "text") == "Ada Brook said the army shelled Karm."


def value_of(node: dict[str, Any], name: str) -> Any:
    return value(node, name) if f"{SCHEMA}{name}" in node else None


def test_an_event_says_who_reports_plans_or_denies_it(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    nodes = expanded(path)
    said = {
        key: value(nodes[f"urn:whence:e-{key}"], "description") for key in ("planned", "denied", "reported")
    }
    assert said == {
        "planned": "planned: according to Ada Brook",
        "denied": "denied; reported as happened by no one here: denied by Ada Brook",
        "reported": "reported as happened: according to Ada Brook",
    }
    assert f"{SCHEMA}startDate" not in nodes["urn:whence:e-disputed"]
    (place,) = nodes["urn:whence:e-vague"][f"{SCHEMA}location"]
    assert f"{SCHEMA}geo" not in place, "the middle of a country is no place"


def test_a_claim_on_a_plan_says_that_it_is_one(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    claims = {value_of(node, "about"): node for node in expanded(path).values() if value_of(node, "about")}
    planned = value(claims["urn:whence:e-planned"], "name")
    assert planned.startswith("says so (as still to come): Libyan army: ASSAULT")
    assert planned.endswith(" · planned")
    assert (
        value(claims["urn:whence:e-reported"], "name") == "says so: Libyan army: ASSAULT at Karm · 2020-03-01"
    )


def test_no_verdict_is_ever_written(example_account: Path, tmp_path: Path) -> None:
    with Store.open(example_account) as store:
        (path,) = export(store, tmp_path / "out")
    types = {json.loads(line.rstrip(","))["@type"] for line in path.read_text().splitlines()[1:-1]}
    assert types == {"NewsArticle", "Event", "Claim"}
    assert expanded(path)


def test_two_unnamed_voices_are_two_claims_and_one_named_voice_is_one(
    example_account: Path, tmp_path: Path
) -> None:
    with Store.open(example_account) as store:
        attributions = {a.attribution_id: a for a in store.table("attributions")}
        held = [s for s in store.table("stances") if s.scope == "event" and s.sign != "?"]
        event_of = {m.event_mention_id: m.event_id for m in store.table("event_mentions")}
        outlets = {d.document_id: d.outlet or d.document_id for d in store.table("documents")}
        report_of = {m.event_mention_id: m.document_id for m in store.table("event_mentions")}
        voices = set()
        for stance in held:
            said = attributions.get(stance.attribution_id or "")
            who = (
                outlets[report_of[stance.event_mention_id]]
                if said is None
                else said.source.actor_id
                if said.source.naming == "named" and said.source.actor_id
                else said.attribution_id
            )
            voices.add((event_of[stance.event_mention_id], who, stance.sign))
        view = View(store)
        export(view, tmp_path / "out")
    assert view.written["Claim"] == len(voices)


def test_hostile_text_is_inert_and_no_link(world: Store, tmp_path: Path) -> None:
    view = View(world)
    (path,) = export(view, tmp_path / "out")
    assert not set("<>\u2028") & set(path.read_text(encoding="utf-8"))
    article = expanded(path)["urn:whence:d-reported"]
    assert value(article, "headline").startswith("</script><script>")
    assert f"{SCHEMA}url" not in article
    assert view.left_empty["address: not one of the web"] == 1


@pytest.mark.parametrize("no_text", [False, True])
def test_the_text_is_there_unless_left_out(world: Store, tmp_path: Path, no_text: bool) -> None:
    (path,) = export(world, tmp_path / "out", no_text=no_text)
    article = expanded(path)["urn:whence:d-planned"]
    assert (f"{SCHEMA}articleBody" in article) is not no_text
