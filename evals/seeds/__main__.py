"""The founding example: what a reader wants from the two reports of ``../shared/seeds``, checked one by one.

    python -m evals.seeds [--data ../shared/seeds]

Prints each expectation and whether the account holds it; exit status 1 if one is missing. The reports are
other people's text and are not in this repository, so it skips where they are absent.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import whence
from whence.account import Account
from whence.export.writing import write
from whence.records import EventMention

PUBLISHED = "2015-10-01"


class Reader:
    """Questions to one account."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.attributions = {a.attribution_id: a for a in account.attributions}
        self.mentions = list(account.event_mentions)
        self.events = {e.event_id: e for e in account.events}
        self.stances = list(account.stances)

    def told(
        self, trigger: str, type_: str, *, source: str | None = None, actor: str | None = None
    ) -> EventMention | None:
        """The mention with this trigger and type, told by ``source`` (innermost), with ``actor`` if given."""
        for mention in self.mentions:
            names = [a.name or a.text for a in (*mention.actors, *mention.recipients)]
            if mention.trigger.text != trigger or mention.type != type_:
                continue
            if source is not None and source not in " ".join(self.ladder(mention)[-1:]):
                continue
            if actor is None or any(actor in name for name in names):
                return mention
        return None

    def ladder(self, mention: EventMention | None) -> list[str]:
        names: list[str] = []
        key = mention.attribution_id if mention else None
        while key:
            source = self.attributions[key].source
            names.insert(0, source.name or source.text or "")
            key = self.attributions[key].parent_id
        return names

    def signs(self, mention: EventMention | None, scope: str = "event") -> set[tuple[str, str]]:
        if mention is None:
            return set()
        return {
            (self.attributions[s.attribution_id].source.name or "" if s.attribution_id else "", s.sign)
            for s in self.stances
            if s.event_mention_id == mention.event_mention_id and s.scope == scope
        }

    def days(self, mention: EventMention | None) -> tuple[str | None, str | None] | None:
        return (mention.date.from_, mention.date.to) if mention and mention.date else None


def expectations(r: Reader) -> Iterator[tuple[str, bool]]:
    """(what a reader wants, whether it is there)."""
    arrived, come = r.told("arrived", "MOBILIZE"), r.told("come", "MOBILIZE")
    yield (
        "arrival: officials via Fox News",
        r.ladder(arrived)[:1] == ["Fox News"] and "officials" in r.ladder(arrived)[-1],
    )
    yield (
        "arrival: hundreds in the last ten days via Reuters",
        (
            r.ladder(come) == ["Reuters"]
            and r.days(come) == ("2015-09-21", PUBLISHED)
            and any((q.low, q.high) == (200, None) for q in (come.quantities if come else ()))
        ),
    )
    event = r.events[arrived.event_id] if arrived else None
    yield (
        "arrival: one event of two reports",
        bool(event and come and come.event_id == event.event_id and event.reports == 2),
    )
    yield (
        "arrival: origins low 1, expected about 2",
        bool(event and event.origins.low == 1 and 1.5 <= event.origins.expected <= 2.5),
    )
    soon = r.told("arrive", "MOBILIZE")
    yield (
        "Hezbollah's coming arrival: future, sources via Reuters",
        (
            soon is not None
            and soon.realis == "future"
            and r.ladder(soon)[0] == "Reuters"
            and len(r.ladder(soon)) == 2
        ),
    )
    yield (
        "Hezbollah is the actor of it",
        bool(soon and any("Hezbollah" in (a.name or "") for a in soon.actors)),
    )
    goal = r.told("recapture", "COERCE")  # CAMEO 192, occupy territory
    yield "the stated goal, told by those sources", len(r.ladder(goal)) == 2
    yield (
        "… and not ISIS",
        ("sources", "-") in r.signs(r.told("target", "ASSAULT"))
        or any(sign == "-" for _, sign in r.signs(r.told("target", "ASSAULT"))),
    )
    fight = r.told("fight", "ASSAULT", source="Sergey Lavrov")
    yield "Lavrov + on fighting terrorists", ("Sergey Lavrov", "+") in r.signs(fight)
    hit = r.told("hit", "ASSAULT")
    yield "the colonel - on the hit as worded", ("Steve Warren", "-") in r.signs(hit)
    yield "… narrowed to the recipient", ("Steve Warren", "-") in r.signs(hit, "recipient")
    struck = r.events[hit.event_id] if hit else None
    yield "… the strikes themselves undisputed", bool(struck and struck.status not in ("denied", "disputed"))
    targeted = r.told("targeted", "ASSAULT", source="Human rights groups")
    yield (
        "human rights groups + on rebels",
        ("Human rights groups", "+") in r.signs(targeted)
        and bool(targeted and any("rebels" in (a.name or "") for a in targeted.recipients)),
    )
    observatory = r.told("airstrikes", "ASSAULT", source="Observatory")
    yield (
        "the Observatory + on the strikes",
        any("Observatory" in name and sign == "+" for name, sign in r.signs(observatory)),
    )
    conflicts = [c for c in r.account.conflicts if c.field == "recipient"]
    values = {(str(side.value), side.sign) for c in conflicts for side in c.sides}
    yield (
        "accounts differ on the target: rebels +, ISIS -",
        bool(
            any("rebel" in v and s == "+" for v, s in values)
            and any("Islamic State" in v and s == "-" for v, s in values)
        ),
    )
    yield "… terrorists + among the sides", any("terrorist" in v and s == "+" for v, s in values)
    meeting = r.told("meeting", "CONSULT")
    yield (
        "Soleimani met Putin in late July, first reported by Fox News",
        bool(
            meeting
            and {a.name for a in meeting.actors} == {"Qasem Soleimani", "Vladimir Putin"}
            and r.days(meeting) == ("2015-07-21", "2015-07-31")
            and r.ladder(meeting) == ["Fox News"]
        ),
    )
    call = r.told("call", "CONSULT") or r.told("conference", "CONSULT")
    yield (
        "the US-Russia video conference",
        bool(
            call
            and {a.name for a in call.actors} == {"Russia", "United States"}
            and r.days(call) == (PUBLISHED, PUBLISHED)
        ),
    )
    permission = next((m for m in r.mentions if m.trigger.text in ("permission", "received")), None)
    yield "Putin's permission on Wednesday", r.days(permission) == ("2015-09-30", "2015-09-30")
    ties = {
        (t.subject.name or t.subject.text, t.type, t.object.name or t.object.text)
        for t in r.account.relations
    }
    yield "Soleimani leads the Quds Force", ("Qasem Soleimani", "leads", "Quds Force") in ties
    yield (
        "the Quds Force is part of the Revolutionary Guard",
        any("Quds" in a and kind == "part_of" and "Revolutionary Guard" in b for a, kind, b in ties),
    )
    yield (
        "Hezbollah is an ally of Russia and Iran",
        {
            ("Hezbollah", "ally_of", "Russia"),
            ("Hezbollah", "ally_of", "Iran"),
        }
        <= ties,
    )
    yield (
        "the refusal to disclose numbers is no_comment",
        any(a.act == "no_comment" for a in r.attributions.values()),
    )
    kinds = [p.kind for p in r.account.passages]
    yield (
        "six related headlines, two photo credits, one broken-off end kept out",
        (
            kinds.count("related") == 7
            and kinds.count("credit") + kinds.count("caption") == 2
            and kinds.count("truncation") == 1
        ),
    )
    for form in ("polecat", "icews-like", "acled-like", "ftm"):
        yield f"no plan and no denied event stands as a plain row ({form})", _plain_rows(r, form)


def _plain_rows(r: Reader, form: str) -> bool:
    """Whether events stand in the first file of the format, and only such as are reported as happened."""
    with tempfile.TemporaryDirectory() as folder:
        _, (first, *_) = write(r.account.store, Path(folder), to=form)
        text = first.read_text(encoding="utf-8")
    there = [event for event in r.events.values() if re.search(rf"(?m)^[^\t,]*\b{event.event_id}\b", text)]
    return bool(there) and all(
        event.realis in ("past", "ongoing") and event.origins.high and event.status != "denied"
        for event in there
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/seeds"))
    data = parser.parse_args().data
    if not data.is_dir():
        print(f"skipped: no reports at {data}")
        return 0
    with (
        tempfile.TemporaryDirectory() as folder,
        whence.read(data, into=Path(folder) / "seeds.db", published=PUBLISHED) as account,
    ):
        results = list(expectations(Reader(account)))
    for label, there in results:
        print(f"{'yes' if there else 'NO ':<4}{label}")
    print(f"{sum(there for _, there in results)} of {len(results)}")
    return 0 if all(there for _, there in results) else 1


if __name__ == "__main__":
    sys.exit(main())
