import re
from dataclasses import replace
from pathlib import Path

import pytest

import whence.cli
import whence.export
import whence.show
from builders import event
from whence.records import Judgement, Origin, OriginInterval, Review, TimeValue
from whence.show import wording
from whence.store import Query
from whence.store.query import CONDITIONS, narrowed

BANNED = re.compile(r"\b(confirmed|verified|true|truth|fact|facts|debunked)\b", re.IGNORECASE)


@pytest.mark.parametrize("package", [whence.show, whence.cli, whence.export])
def test_no_words_for_people_assert_truth(package) -> None:  # type: ignore[no-untyped-def]
    strings = re.compile(r'"([^"\n]*)"')
    for path in sorted(Path(package.__path__[0]).glob("*.py")):
        code = re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8"))
        for text in strings.findall(code):
            # "true" alone is how CSV writes yes.
            assert text == "true" or not BANNED.search(text), f"{path.name}: {text!r}"


def test_every_status_has_words_and_a_mark_of_its_own() -> None:
    assert set(wording.STATUS) == set(wording.MARK)
    assert len(set(wording.MARK.values())) == len(wording.MARK)


def test_what_is_ahead_is_not_said_to_have_happened_or_not() -> None:
    past = event("e-1", status="disputed")
    assert "whether it happened" in wording.status(past)
    assert "whether it is to happen" in wording.status(replace(past, realis="future"))
    assert wording.status(replace(past, status="planned", realis="future")) == "planned"


def test_counts_are_said_as_counts_in_the_texts_read() -> None:
    assert wording.origins(OriginInterval(low=1, expected=1.9, high=2), 2) == (
        "1–2 independent origins in the 2 reports read"
    )
    assert wording.origins(OriginInterval(low=1, expected=1, high=1), 1) == (
        "1 independent origin in the 1 report read"
    )


def origin(source: str, kind: str, sign: str = "+", *links: str) -> Origin:
    return Origin(
        origin_id=f"o-{source}", event_id="e-1", sign=sign, kind=kind, source=source, party="none",  # type: ignore[arg-type]
        event_mention_ids=(), attribution_ids=links, document_ids=(),
    )  # fmt: skip


def test_a_status_has_its_reason_in_words() -> None:
    ada, army = origin("Ada Brook", "person"), origin("the army", "statement", "-")

    def reason(status: str, *origins: Origin, low: int = 1, high: int = 1) -> str:
        count = OriginInterval(low=low, expected=float(high), high=high)
        return wording.because(event("e-1", status=status, origins=count), origins)

    assert reason("denied", army) == "denied: only the army commits to it here, and denies it"
    assert reason("disputed", ada, army) == "disputed: Ada Brook asserts it, the army denies it"
    assert reason("reported", ada) == "reported: only Ada Brook stands behind it"
    assert "may all be one" in reason("reported", ada, origin("officials", "anonymous"), high=2)
    assert reason("corroborated", low=2, high=3).startswith("corroborated: at least 2 origins")
    assert reason("hypothetical").endswith("no one here commits to it")
    assert "future" in reason("planned", ada)
    assert all(reason(status, ada, army).startswith(f"{status}: ") for status in wording.STATUS)


def test_who_says_so_in_one_line() -> None:
    army, ada = origin("the army", "statement", "-", "t-1"), origin("Ada Brook", "person", "+", "t-2")
    gazette = origin("The Gazette", "unknown")
    hedge = origin("source withheld (The Gazette)", "unknown", "+", "t-3")
    said = "according to Ada Brook; stated flatly by The Gazette; denied by the army"
    assert wording.who(event("e-1"), [army, gazette, ada]) == said
    assert wording.who(event("e-1"), [hedge]) == "according to source withheld (The Gazette)"
    feared = event("e-1", status="hypothetical", realis="conditional")
    assert wording.who(feared, [gazette]) == "considered by The Gazette"
    assert "no source given" in wording.origin_kind(gazette)
    assert "no source given" not in wording.origin_kind(hedge)
    assert wording.who(event("e-1"), []) == ""


def test_a_whole_year_or_month_is_shown_as_one() -> None:
    assert wording.when(TimeValue(from_="1997-01-01", to="1997-12-31", precision="year")) == "1997"
    assert wording.when(TimeValue(from_="2019-06-01", to="2019-06-30", precision="month")) == "2019-06"
    spread = TimeValue(from_="2019-06-01", to="2019-08-31", precision="month")
    assert wording.when(spread) == "2019-06-01 to 2019-08-31"


def test_amounts() -> None:
    assert wording.amount(12, 12, True) == "about 12"
    assert wording.amount(200, None, False) == "200 or more"
    assert wording.amount(None, 30, False) == "up to 30"
    assert wording.amount(36, 40, False) == "36–40"


def test_dates() -> None:
    assert wording.when(None) == "undated"
    assert wording.when(TimeValue(from_="2015-07-21", to="2015-07-31", precision="range")) == (
        "2015-07-21 to 2015-07-31"
    )
    assert wording.when(TimeValue(from_="2015-07-21", to=None, precision="day")) == "2015-07-21 to …"


def test_what_was_decided_is_said_in_a_few_words() -> None:
    given = {"value": "Iran", "who": "A. Nowak", "when": "2031-02-03T10:11:12"}
    review = Review(field="actor", verdict="corrected", **given)
    assert wording.review(review) == "actor corrected by A. Nowak, 2031-02-03"
    assert wording.review(replace(review, verdict="wrong", who=None, when=None)) == (
        "actor called wrong by an unnamed reader, undated"
    )
    assert wording.review(replace(review, verdict="same")) == "judged the same actor by A. Nowak, 2031-02-03"
    assert wording.reviews([]) is None
    assert wording.reviews([review, replace(review, field="place", value=None)]) == (
        "actor corrected by A. Nowak, 2031-02-03 (read: Iran); "
        "place corrected by A. Nowak, 2031-02-03 (read: nothing)"
    )
    judgement = Judgement(anchors=(), field="actor", verdict="corrected", note=None, **given)
    assert wording.judgement(judgement) == "actor corrected to Iran by A. Nowak, 2031-02-03"
    assert wording.judgement(replace(judgement, verdict="added")) == (
        "actor added: Iran; by A. Nowak, 2031-02-03"
    )


def test_what_a_filter_asks_for_is_said_widest_first() -> None:
    assert set(wording.ASKED) == set(CONDITIONS)
    wide = Query(actor="Russia", from_="2015-09-30")
    assert wording.asked(narrowed(Query(place="Idlib"), wide)) == (
        "actor Russia, event date from 2015-09-30, place Idlib"
    )
    assert wording.asked(Query()) == ""
