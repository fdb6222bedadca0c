from __future__ import annotations

from whence.resolve.actor_lists import given_name_genders, group_nouns, person_noun_genders, rows


def test_lists_have_no_empty_keys() -> None:
    assert all(row["iso3"].isupper() and len(row["iso3"]) == 3 for row in rows("nationalities.tsv"))
    assert all(row["wordings"] for row in rows("positions.tsv"))
    assert all(row["kind"] and row["name"] for row in rows("curated.tsv"))


def test_curated_dates_are_iso_prefixes() -> None:
    for row in rows("curated.tsv"):
        for date in (row["from"], row["to"]):
            assert date == "" or [len(part) for part in date.split("-")] in ([4], [4, 2], [4, 2, 2])
        if row["from"] and row["to"]:
            assert row["from"][:4] <= row["to"][:4], row


def test_sectors_are_those_of_plover() -> None:
    codes = (
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
    )
    plover = set(codes.split())
    for file in ("curated.tsv", "positions.tsv", "titles.tsv", "agents.tsv", "institutions.tsv"):
        for row in rows(file):
            assert set(filter(None, row["sectors"].split(";"))) <= plover, row


def test_media_are_journalism_not_medicine() -> None:
    assert all(row["sectors"] == "JRN" for row in rows("curated.tsv") if row["kind"] == "outlet")


def test_genders() -> None:
    assert person_noun_genders()["spokeswoman"] == "f"
    assert person_noun_genders()["minister"] is None
    assert given_name_genders()["theresa"] == "f"
    assert not {n for n, g in given_name_genders().items() if g not in ("m", "f")}


def test_country_takes_up_countries_only() -> None:
    assert group_nouns()["country"] == {"country"}
