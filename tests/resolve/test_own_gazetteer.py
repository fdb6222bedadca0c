"""A gazetteer of a GeoNames dump: what is read, what is left out, and that reading uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from whence.clean import document_of
from whence.own import Own
from whence.pipeline import analyse_or_lose
from whence.resolve import GazetteerError, build, load_gazetteer
from whence.resolve.gazetteer import look_up, using

# A town that the package has as well, under its GeoNames id: it teaches the codes SY and 28.
HAMA = "170017\tHama\tHama\t\t35.13\t36.75\tP\tPPLA\tSY\t\t28\t\t\t\t460602\t\t300\tAsia/Damascus\t2020-01-01"


def row(number: int, name: str, kind: str = "P\tPPL", lat: str = "35.3", alternates: str = "") -> str:
    return (
        f"{number}\t{name}\t{name}\t{alternates}\t{lat}\t36.6\t{kind}\tSY\t\t28\t\t\t\t0\t\t300\tAsia/Damascus\t"
        "2020-01-01"
    )


def dump(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "allCountries.txt"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_places_of_a_dump_are_added_with_kind_country_and_province(tmp_path: Path) -> None:
    lines = (
        HAMA,
        row(90000001, "Qarqur Zahra", alternates="Karkour Zahra,قرقور,QQZ"),
        row(90000002, "Zahra Dam", "S\tDAM"),
        row(90000003, "Zahra Parking", "R\tRD"),
        row(90000004, "Broken", lat="north"),
        "not a row",
    )
    built = build(dump(tmp_path, *lines), tmp_path / "places.sqlite")
    assert (built.added, built.left_out, built.wrong) == (2, 2, 2)
    own = load_gazetteer(tmp_path / "places.sqlite")
    assert look_up("Qarqur Zahra") == (), "the package does not have it"
    with using(own.path):
        (village,) = look_up("Qarqur Zahra")
        assert (village.geonames, village.kind, village.country, village.lat) == (
            90000001,
            "city",
            "SYR",
            35.3,
        )
        assert village.admin1 == next(e.admin1 for e in look_up("Hama") if e.id == 170017) is not None
        assert [e.id for e in look_up("Karkour Zahra")] == [90000001]
        assert look_up("Zahra Dam")[0].kind == "site"
        assert look_up("QQZ") == look_up("Zahra Parking") == ()
    assert look_up("Qarqur Zahra") == ()


def test_a_report_is_placed_with_it(tmp_path: Path) -> None:
    build(dump(tmp_path, HAMA, row(90000001, "Qarqur Zahra")), tmp_path / "places.sqlite")
    own = Own(gazetteer=load_gazetteer(tmp_path / "places.sqlite"))
    document = document_of(
        "Syrian forces shelled the village of Qarqur Zahra on Monday.", published="2015-10-02"
    )
    records, loss = analyse_or_lose(document, own)
    assert loss is None
    assert {p.geonames for p in records.places if p.name == "Qarqur Zahra"} == {90000001}
    assert records.document.analysis_key != analyse_or_lose(document)[0].document.analysis_key


def test_the_same_dump_gives_the_same_bytes(tmp_path: Path) -> None:
    path = dump(tmp_path, HAMA, row(90000001, "Qarqur Zahra"))
    for name in ("one", "two"):
        build(path, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"a,b,c\n", "no GeoNames dump"), (b"PK\x03\x04\xff\xfe", "not UTF-8"), (b"", "no GeoNames dump")],
)
def test_what_is_no_dump_leaves_an_earlier_gazetteer(tmp_path: Path, content: bytes, why: str) -> None:
    into = tmp_path / "places.sqlite"
    into.write_text("earlier")
    (tmp_path / "dump").write_bytes(content)
    with pytest.raises(GazetteerError, match=why):
        build(tmp_path / "dump", into)
    assert into.read_text() == "earlier"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dump", "places.sqlite"]


def test_a_missing_dump_or_gazetteer_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="No such file"):
        build(tmp_path / "none.txt", tmp_path / "places.sqlite")
    with pytest.raises(GazetteerError, match="whence gazetteer build"):
        load_gazetteer(tmp_path / "none.sqlite")
    (tmp_path / "text").write_text("text")
    with pytest.raises(GazetteerError, match="whence gazetteer build"):
        load_gazetteer(tmp_path / "text")
