"""ACLED-like: a row per event, with 31 columns laid out like ACLED (codebook of 2023).

The columns are remembered, all but the first six, not checked against ACLED, and this is not ACLED data:
files and manifest say "acled-like". ACLED codes what its researchers judge to have taken place; here somebody
reports it (:mod:`whence.export.plain`). How the columns are filled:

* *event_type* and *sub_event_type* come from the table in ``schema/acled.tsv``; they are empty where PLOVER
  does not tell them apart ("battle" or "against civilians"). *disorder_type* follows from them.
* *event_date* is an ISO day, empty if the day is not known; *time_precision* is 1 for a day, 2 for up to a
  week, 3 for up to a month, else empty; *year* is there if it is one.
* *actor1* and *actor2* are all actors and all recipients, "; " between them; nobody is picked as the first,
  so *assoc_actor_…* are empty. What accounts differ on is empty.
* *civilian_targeting* is there for a recipient that is civilian and nothing else.
* *country* is ISO 3166-1 alpha-3, *admin1* and *admin2* what the place is known as; *geo_precision* is 1 for
  a city or a point, 2 for a district or province. A country or a region has no coordinates.
* *fatalities* is a number only if everybody who gives one gives that one, exactly; never 0 for "not told".
* *notes* say who says so, with the sentence of the first report that tells it as happened; *tags* the status
  in words, and who reviewed it.
* Always empty: *inter1*, *inter2*, *interaction*, *iso* (the number), *region*, *admin3*, *source_scale*,
  *timestamp* (an export depends on no clock).

Events of types that ACLED does not know (words, meetings, aid) have no row, and are counted.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from whence.export import single
from whence.export.cells import one_line
from whence.export.delimited import Cell, Outside, write_events
from whence.export.folder import without_tokens
from whence.export.gathered import Gathered
from whence.export.view import View
from whence.records import Argument, TimeValue
from whence.schema import AcledCode, acled
from whence.show import wording
from whence.store import Store

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Riots": "Demonstrations",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
"""Event type → disorder type."""
ARMED = frozenset({"MIL", "COP", "SPY", "PRM", "REB", "UAF"})
"""PLOVER sectors of those who bear arms."""
CIVILIAN = frozenset({"CVL", "JRN", "EDU", "MED", "BUS", "REF", "LAB", "AGR", "REL", "SOC"})
"""PLOVER sectors of those who do not."""
LONGEST = {2: 7, 3: 31}
"""time_precision → days at most."""
GEO_PRECISION = {"point": 1, "city": 1, "admin": 2}


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``events.acled-like.csv`` (and ``left-out.acled-like.csv``) into the folder ``out``."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "An ACLED-like file", with_tokens=with_tokens)
    return write_events(
        view,
        out,
        name="acled-like",
        suffix="csv",
        delimiter=",",
        columns=COLUMNS,
        row=lambda found: _row(view, found),
    )


def _row(view: View, found: Gathered) -> dict[str, Cell]:
    event, place = found.event, found.place
    if event.type not in {name for name, _, _ in acled()}:
        raise Outside("outside ACLED")
    targets = single.parties(view, found, "recipient")
    code = _code(event.type, event.mode, _bearing(targets or ()))
    lat, lon = single.coordinates(view, found)
    told = event.date if "date" not in event.disputed_fields else None
    first, document = found.first, found.document(found.first)
    quote = one_line(view.quote(document, *first.sentence))
    return {
        "event_id_cnty": event.event_id,
        "event_date": single.day(view, found),
        "year": _year(told),
        "time_precision": _time_precision(told),
        "disorder_type": DISORDER[code.event_type] if code else None,
        "event_type": code.event_type if code else None,
        "sub_event_type": code.sub_event_type if code else None,
        "actor1": single.names(found, "actor") if single.parties(view, found, "actor") is not None else None,
        "actor2": single.names(found, "recipient") if targets is not None else None,
        "civilian_targeting": "Civilian targeting" if _bearing(targets or ()) == "civilian" else None,
        "country": place.country if place else None,
        "admin1": single.province(place),
        "admin2": single.district(place),
        "location": place.name if place and place.precision in single.PLACED else None,
        "latitude": lat,
        "longitude": lon,
        "geo_precision": GEO_PRECISION[place.precision or ""] if place and lat is not None else None,
        "source": single.outlets(found),
        "notes": f"{wording.who(event, found.origins)}: “{quote}”",
        "fatalities": single.killed(view, found),
        "tags": single.joined([wording.status(event), single.reviewed(found)]),
    }


def _code(kind: str, mode: str | None, recipient: str | None) -> AcledCode | None:
    return acled().get((kind, mode, None)) or acled().get((kind, mode, recipient))


def _bearing(parties: tuple[Argument, ...] | list[Argument]) -> str | None:
    """Whether all recipients are civilian, or all armed."""
    sectors = {sector for party in parties for sector in party.sectors}
    if not sectors or any(not party.sectors for party in parties):
        return None
    return "civilian" if sectors <= CIVILIAN else "armed" if sectors <= ARMED else None


def _year(told: TimeValue | None) -> str | None:
    if told is None or not told.from_ or not told.to:
        return None
    return told.from_[:4] if told.from_[:4] == told.to[:4] else None


def _time_precision(told: TimeValue | None) -> int | None:
    if told is None or not told.from_ or not told.to:
        return None
    days = (date.fromisoformat(told.to[:10]) - date.fromisoformat(told.from_[:10])).days + 1
    return 1 if days == 1 else next((code for code, most in LONGEST.items() if days <= most), None)
