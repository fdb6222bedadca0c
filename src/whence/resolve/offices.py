"""Who a description of an office means: whom it is said of, who holds it in the document, or by the table."""

from __future__ import annotations

from dataclasses import replace

from whence.handover import Sentence, Word
from whence.resolve.actor_lists import person_noun_genders
from whence.resolve.actor_table import Tenure, tenures
from whence.resolve.coreference import Cluster
from whence.resolve.discourse import Discourse
from whence.resolve.known import head_of, holder_of
from whence.resolve.names import name_key
from whence.resolve.nationality import strip_possessive
from whence.resolve.readings import Reading
from whence.resolve.roles import Role, head_noun, positions_titled

SERVING = frozenset({"serve", "work", "act", "continue", "return", "resign", "retire", "remain"})
"""Verbs whose subject holds the office worded after "as"."""


def bearer_of(discourse: Discourse, reading: Reading) -> Cluster | None:
    """The person of whom an office is said: "*she* is the mayor", "*he* served as the mayor", "named *her* as
    the minister"."""
    if reading.role is None or reading.number != "one" or reading.lemma not in person_noun_genders():
        return None
    sentence, head = reading.sentence, reading.head
    bearer: Word | None = None
    if sentence.child(head, "cop") is not None:
        bearer = sentence.child(head, "nsubj")
    elif any(case.text.lower() == "as" for case in sentence.children(head, "case")):
        bearer = _bearer(sentence, sentence.head(head))
    index = discourse.at.get((sentence.index, bearer.index)) if bearer is not None else None
    cluster = discourse.of.get(index) if index is not None else None
    return cluster if cluster is not None and cluster.kind == "person" and cluster.number == "one" else None


def _bearer(sentence: Sentence, governor: Word | None) -> Word | None:
    """Of what "as the mayor" hangs on, the word for whom it is said of."""
    if governor is None or governor.upos != "VERB":
        return governor
    if governor.lemma in SERVING:
        return sentence.child(governor, "nsubj")
    return sentence.child(governor, "obj", "nsubj:pass")


def office_holder(discourse: Discourse, reading: Reading) -> tuple[Cluster, str] | None:
    """Somebody of the document with the title worded, else who held the office on the document's date."""
    role = reading.role
    if reading.sentence.child(reading.head, "acl:relcl") is not None:
        return None  # "the president it deserves" is not the one told of before
    titled = discourse.titled_persons(reading)
    if role is not None and role.position is not None:
        fitting = [c for c in titled if role.country is None or c.country in (None, role.country.iso3)]
        holding = [c for c in fitting if _holds(discourse, c, role)]
        if holding:
            # Of two presidents the one that the report is about.
            return max(holding, key=lambda cluster: len(cluster.mentions)), "title"
        if role.country is None and reading.definite and discourse.dominant is not None:
            role = replace(role, country=discourse.dominant)
        if entity := holder_of(role, date=discourse.date):
            return discourse.entity_cluster(entity), "office-table"
    if role is not None and not role.former and (seat := _seat(reading)):
        entity = head_of(seat, reading.lemma, date=discourse.date, countries=discourse.countries)
        if entity is not None:
            return discourse.entity_cluster(entity), "office-table"
    if not reading.definite and not (role and role.country):
        return None
    same = next((cluster for cluster in titled if _same_title(discourse, reading, cluster)), None)
    return (same, "title") if same is not None else None


def _same_title(discourse: Discourse, reading: Reading, cluster: Cluster) -> bool:
    """Whether a person met before has the noun of the title: "the senator" after "Sen. Ann Poe"."""
    role = reading.role
    if cluster.last_before(reading) is None:
        return False
    if reading.country is not None and cluster.country not in (None, reading.country.iso3):
        return False
    if cluster.role is None:
        held = _titles_held(discourse, cluster)
        return role is not None and not role.former and any(head_noun(t.title) == reading.lemma for t in held)
    if role is not None and role.position is not None and cluster.role.position not in (None, role.position):
        return False
    if role is not None and " of " in role.title:
        return set(name_key(role.title).split()) <= set(name_key(cluster.role.title).split())
    return reading.lemma == head_noun(cluster.role.title)


def _titles_held(discourse: Discourse, cluster: Cluster) -> list[Tenure]:
    """A person's roles on the date, by the table."""
    if cluster.entity is None or discourse.date is None:
        return []
    return [tenure for tenure in tenures(cluster.entity.number) if tenure.holds_on(discourse.date)]


def _seat(reading: Reading) -> str | None:
    """The body or place that an office is of: "governor of *Louisiana*", "the *Quds Force* commander"."""
    if reading.role is None:
        return None
    if reading.role.organization:
        return reading.role.organization
    if reading.role.country is not None:
        return reading.role.country.name
    words = strip_possessive(reading.description.rpartition(" ")[0]).split()
    return " ".join(words) if words and all(word[:1].isupper() for word in words) else None


def _holds(discourse: Discourse, cluster: Cluster, role: Role) -> bool:
    """Whether a person holds a listed office (or held it, if that is worded) by the text or, on the
    document's date, by the table."""
    worded = cluster.role
    if worded and worded.position == role.position and worded.former == role.former:
        return True
    if cluster.entity is None or discourse.date is None:
        return False
    return any(
        role.position in positions_titled(tenure.title)
        and (tenure.holds_on(discourse.date) if not role.former else (tenure.to or "9999") < discourse.date)
        for tenure in tenures(cluster.entity.number)
    )
