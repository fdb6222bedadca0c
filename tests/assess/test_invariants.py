"""The invariants of the origin count, on small reports read by all stages.

Reports are made of sentences of templates: who says it, what happened. A report's analysis is made once. An
event is compared with itself where linking gave it the same tellings of the same reports: which tellings are
of one event is for ``link``, how many stand behind it is for ``assess``.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from whence.assess import assess
from whence.clean import clean
from whence.export import jsonl
from whence.handover import Capture, CleanDocument
from whence.link import link
from whence.own import NOTHING
from whence.pipeline import Summary, coded, parser, relink
from whence.records import Event
from whence.store import Store
from whence.tables import DocumentRecords, Held

HAPPENED = [
    "the army shelled the hospital in Idlib on Monday",
    "gunmen killed the opposition leader Boris Lund in Homs on Sunday",
    "police arrested 14 protesters in Minsk on Monday",
    "Russian warplanes bombed a market in Raqqa on Monday, killing 12 people",
    "Russian warplanes bombed a market in Raqqa on Monday, killing 31 people",
]
SAID = [
    "{first}, Samer Hadi, a doctor, said.",
    "Governor Omar Nasser said {then}.",
    "Witness Lea Brook said {then}.",
    "{first}, the defence ministry said.",
    "Military spokesman Ivan Petrov denied that {then}.",
    "Officials told Reuters that {then}.",
    "Reuters, citing officials, reported that {then}.",
    "{first}, Reuters reported.",
    "{first}, residents said.",
    "{first}, according to sources.",
    "A security official said that {then}.",
    "Reportedly, {then}.",
    "{first}.",
]
OUTLETS = ["Gazette", "Courier", "Herald", "Reuters", None]
CREDIT = "IDLIB (Reuters) - "
DAYS = ["2020-03-02", "2020-03-03"]
LATER = "2020-03-04"
EXAMPLES = settings(max_examples=40)


@dataclass(frozen=True)
class Report:
    text: str
    outlet: str | None
    published: str

    @property
    def records(self) -> DocumentRecords:
        return read(self.text, self.outlet, self.published)


@cache
def read(text: str, outlet: str | None, published: str) -> DocumentRecords:
    cleaned = clean(
        Capture(path=f"{outlet}-{published}.txt", record=None, media_type="text/plain", data=text.encode(),
                outlet=outlet, published=published, language="en")
    )  # fmt: skip
    assert isinstance(cleaned, CleanDocument)
    return coded(parser().parse(cleaned))


def told(said: str, happened: str) -> str:
    return said.format(then=happened, first=happened[0].upper() + happened[1:])


def reports_of(
    sentences: int, most: int = 4, outlets: Sequence[str | None] = tuple(OUTLETS)
) -> st.SearchStrategy[Report]:
    sentence = st.builds(told, st.sampled_from(SAID), st.sampled_from(HAPPENED))
    texts = st.lists(sentence, min_size=sentences, max_size=most, unique=most > 4).map(" ".join)
    credited = st.tuples(st.sampled_from(["", "", CREDIT]), texts).map("".join)
    return st.builds(Report, credited, st.sampled_from(outlets), st.sampled_from(DAYS))


accounts = st.lists(reports_of(1), min_size=1, max_size=4, unique=True)


@dataclass(frozen=True)
class Account:
    """The events of some reports, by their tellings."""

    events: dict[frozenset[str], Event]
    mentions: tuple[str, ...]

    def shared(self, later: "Account") -> Iterator[tuple[Event, Event]]:
        """Each event of this account, beside what a larger one makes of the same tellings."""
        for ids, event in self.events.items():
            for more, grown in later.events.items():
                if more & set(self.mentions) == ids:
                    yield event, grown


@cache
def account(reports: tuple[Report, ...]) -> Account:
    records = [report.records for report in dict.fromkeys(reports)]
    linked = link(Held(records))
    events = {event.event_id: event for event in assess(records, linked).events}
    tellings: dict[str, set[str]] = {}
    for mention_id, event_id in linked.event_of.items():
        tellings.setdefault(event_id, set()).add(mention_id)
    return Account(
        events={frozenset(ids): events[event_id] for event_id, ids in tellings.items()},
        mentions=tuple(m.event_mention_id for item in records for m in item.event_mentions),
    )


@given(accounts)
@EXAMPLES
def test_the_interval_is_ordered(reports: list[Report]) -> None:
    for event in account(tuple(reports)).events.values():
        for count in (event.origins, event.denials):
            assert 0 <= count.low <= count.expected <= count.high


@given(accounts, st.sampled_from([*OUTLETS[:3], "Copyist", None]), st.data())
@EXAMPLES
def test_a_verbatim_copy_changes_nothing(
    reports: list[Report], outlet: str | None, data: st.DataObject
) -> None:
    original = data.draw(st.sampled_from(reports))
    copy = replace(original, outlet=outlet, published=LATER)
    for before, after in account(tuple(reports)).shared(account((*reports, copy))):
        assert (after.origins, after.denials, after.status) == (before.origins, before.denials, before.status)


@given(st.lists(reports_of(6, 6), min_size=1, max_size=2, unique=True), st.data())
@EXAMPLES
def test_a_copy_with_another_credit_changes_nothing(reports: list[Report], data: st.DataObject) -> None:
    """Six sentences are text enough to be surely known for a copy under another dateline."""
    original = data.draw(st.sampled_from(reports))
    bare = original.text.removeprefix(CREDIT)
    text = bare if original.text != bare else CREDIT + bare
    copy = Report(text, "Copyist", LATER)
    for before, after in account(tuple(reports)).shared(account((*reports, copy))):
        assert (after.origins, after.denials, after.status) == (before.origins, before.denials, before.status)


@given(st.lists(reports_of(1, outlets=OUTLETS[:4]), min_size=1, max_size=3, unique=True), st.data())
@EXAMPLES
def test_a_copy_of_the_same_day_adds_no_origin(reports: list[Report], data: st.DataObject) -> None:
    """Nothing says who had the text first, so the newsroom of an unnamed source may be the other one."""
    copy = replace(data.draw(st.sampled_from(reports)), outlet="Copyist")
    for before, after in account(tuple(reports)).shared(account((*reports, copy))):
        assert (after.origins.low, after.denials.low) == (before.origins.low, before.denials.low)
        assert (after.origins.high, after.denials.high) == (before.origins.high, before.denials.high)


def test_a_copy_does_not_change_whose_report_another_one_is() -> None:
    """One stands half in a credited report: a copy may change which of both is the child, nothing else."""
    shelled = "rmy shelled the hospital in Idlib on Monday"
    arrested = "olice arrested 14 protesters in Minsk on Monday"
    first = Report(f"The a{shelled}, Samer Hadi, a doctor, said.", "Gazette", "2020-03-02")
    half = Report(
        f"Governor Omar Nasser said the a{shelled}. P{arrested}, Samer Hadi, a doctor, said."
        f" The a{shelled}, Samer Hadi, a doctor, said. The a{shelled}, residents said.",
        "Gazette",
        "2020-03-03",
    )
    credited = Report(
        f"IDLIB (Reuters) - Reuters, citing officials, reported that the a{shelled}."
        f" P{arrested}, Samer Hadi, a doctor, said.",
        "Gazette",
        "2020-03-03",
    )
    before, after = (
        account((first, half, credited)),
        account((first, half, credited, replace(half, outlet="Copyist"))),
    )
    pairs = list(before.shared(after))
    assert pairs
    assert all(one.origins == other.origins for one, other in pairs)


@given(accounts, st.sampled_from(HAPPENED))
@EXAMPLES
def test_a_new_named_witness_adds_exactly_one(reports: list[Report], happened: str) -> None:
    witness = Report(told("Shopkeeper Nora Okafor said {then}.", happened), "Late Paper", LATER)
    later = account((*reports, witness))
    new = [event for ids, event in later.events.items() if not ids <= set(account(tuple(reports)).mentions)]
    for before, after in account(tuple(reports)).shared(later):
        added = int(after in new)
        assert (after.origins.low, after.origins.high) == (
            before.origins.low + added,
            before.origins.high + added,
        )
        assert after.origins.expected == round(before.origins.expected + added, 1)
        assert after.denials == before.denials


@given(accounts)
@EXAMPLES
def test_deleting_a_credit_line_never_raises_low(reports: list[Report]) -> None:
    bare = [replace(report, text=report.text.removeprefix(CREDIT)) for report in reports]
    assume(bare != reports)
    for before, after in _aligned(reports, bare):
        assert after.origins.low <= before.origins.low
        assert after.denials.low <= before.denials.low


def _aligned(reports: Sequence[Report], bare: Sequence[Report]) -> Iterator[tuple[Event, Event]]:
    """The events of tellings at the same places of both, where linking made the same events of them."""
    pairs = [
        (a.event_mention_id, b.event_mention_id)
        for one, other in zip(reports, bare, strict=True)
        for a, b in zip(one.records.event_mentions, other.records.event_mentions, strict=True)
    ]
    same = dict(pairs)
    later = account(tuple(bare)).events
    for ids, event in account(tuple(reports)).events.items():
        moved = frozenset(same[key] for key in ids)
        if moved in later:
            yield event, later[moved]


@given(st.lists(reports_of(1), min_size=2, max_size=4, unique=True), st.data())
@EXAMPLES
def test_merging_two_reports_lowers_no_count(reports: list[Report], data: st.DataObject) -> None:
    first, second = data.draw(st.permutations(reports))[:2]
    merged = Report(f"{first.text}\n\n{second.text}", "Merger", LATER)
    for before, after in account(tuple(reports)).shared(account((*reports, merged))):
        assert after.origins.low >= before.origins.low and after.origins.high >= before.origins.high
        assert after.denials.low >= before.denials.low and after.denials.high >= before.denials.high


@given(accounts, st.randoms())
@EXAMPLES
def test_input_order_changes_nothing(reports: list[Report], chance: random.Random) -> None:
    records = [report.records for report in reports]
    shuffled = chance.sample(records, len(records))
    assert assess(shuffled, link(Held(shuffled))) == assess(records, link(Held(records)))


@given(st.lists(reports_of(2), min_size=7, max_size=7, unique=True), st.randoms())
@settings(max_examples=4)
def test_batches_change_no_byte_of_an_export(
    tmp_path_factory: object, reports: list[Report], chance: random.Random
) -> None:
    folder: Path = tmp_path_factory.mktemp("batches")  # type: ignore[attr-defined]
    records = [report.records for report in reports]
    exports = []
    for count in (1, 2, 7):
        shuffled = chance.sample(records, len(records))
        batches = [shuffled[n::count] for n in range(count)]
        exports.append(_exported(folder / f"{count}.db", batches))
    assert exports[0] == exports[1] == exports[2]


def _exported(path: Path, batches: Sequence[Sequence[DocumentRecords]]) -> dict[str, bytes]:
    with Store.open(path, create=True) as store:
        for number, batch in enumerate(batches):
            store.add(*batch)
            summary = Summary(run_id=f"run-{number}")
            relink(store, summary, started=str(number), digests=NOTHING.digests, tell=lambda *_: None)
        written = jsonl.export(store, path.with_suffix(".out"))
    return {file.name: file.read_bytes() for file in written if file.stem not in ("runs", "changes")}
