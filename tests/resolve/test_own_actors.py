"""A user's own file of actors: what is wrong in it is said, and what is in it goes before the table."""

from __future__ import annotations

from pathlib import Path

import pytest

import whence
from whence.clean import document_of
from whence.own import Own
from whence.pipeline import analyse_or_lose
from whence.resolve import ActorFile, ActorFileError, load_actors

HEAD = "kind\tname\taliases\tcountry\tsectors\ttitle\torganization\tfrom\tto\n"


def written(tmp_path: Path, *lines: str, head: str = HEAD) -> Path:
    path = tmp_path / "my.tsv"
    path.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def named(text: str, own: ActorFile, published: str = "2020-05-01") -> dict[str, tuple[str | None, ...]]:
    """Text of actor mentions → name, country and sectors of the actor."""
    records, loss = analyse_or_lose(document_of(text, published=published), Own(actors=own))
    assert loss is None
    actors = {actor.actor_id: actor for actor in records.actors}
    return {
        m.text: (actors[m.refers_to].name, actors[m.refers_to].country, *actors[m.refers_to].sectors)
        for m in records.mentions
        if m.kind == "actor" and m.refers_to in actors
    }


def test_own_rows_name_code_and_date_actors(tmp_path: Path) -> None:
    own = load_actors(
        written(
            tmp_path,
            "person\tAna Lima\tAnita Lima\tPRT\tGOV\tmayor\tPorto\t2019-10\t",
            "armed_group\tRed Dawn Brigade\tRDB\tMLI\tREB\t\t\t\t",
            "person\tJan Novak\t\tSVK\tGOV\tForeign Minister\t\t2020-01\t2020-12",
        )
    )
    assert named("Anita Lima spoke on Monday.", own)["Anita Lima"] == ("Ana Lima", "PRT", "GOV")
    assert named("Police arrested the mayor of Porto.", own)["the mayor of Porto"][0] == "Ana Lima"
    assert named("Fighters of the RDB attacked a village.", own)["the RDB"] == (
        "Red Dawn Brigade",
        "MLI",
        "REB",
    )
    minister = named("Slovakia's foreign minister resigned.", own)["Slovakia's foreign minister"]
    assert minister[0] == "Jan Novak"


def test_without_the_file_nothing_of_it_stays(tmp_path: Path) -> None:
    own = load_actors(written(tmp_path, "armed_group\tRed Dawn Brigade\t\tMLI\tREB\t\t\t\t"))
    text = "The Red Dawn Brigade attacked a village."
    assert named(text, own)["The Red Dawn Brigade"][1] == "MLI"
    (plain,) = [a for a in whence.analyse(text, published="2020-05-01").actors if "Brigade" in a.name]
    assert plain.country is None


def test_a_person_of_the_table_gets_a_role_more_and_keeps_its_id(tmp_path: Path) -> None:
    own = load_actors(written(tmp_path, "person\tAngela Merkel\t\tDEU\tGOV\tpatron\tHarbour Museum\t2022\t"))
    text = "Angela Merkel opened the hall."
    records, _ = analyse_or_lose(document_of(text, published="2022-05-01"), Own(actors=own))
    (before,) = whence.analyse(text, published="2022-05-01").actors
    (after,) = records.actors
    assert after.actor_id == before.actor_id
    assert len(after.roles) == len(before.roles) + 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("hero\tAna Lima\t\t\t\t\t\t\t", "kind is one of"),
        ("person\t\t\tPRT\t\t\t\t\t", "name is filled"),
        ("person\tAna Lima\t\tPortugal\t\t\t\t\t", "alpha-3"),
        ("person\tAna Lima\t\tPRT\tgovernment\t\t\t\t", "PLOVER"),
        ("person\tAna Lima\t\tPRT\tGOV\tmayor\tPorto\tOctober\t", "2015-10"),
        ("person\t" + "x" * 3000, "tab-separated"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, line: str, why: str) -> None:
    with pytest.raises(ActorFileError, match=why) as caught:
        load_actors(written(tmp_path, "person\tJan Novak\t\tSVK\tGOV\t\t\t\t", line))
    assert "my.tsv:3:" in str(caught.value)


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ActorFileError, match="names the columns"):
        load_actors(written(tmp_path, head="name;country\n"))
    with pytest.raises(ActorFileError, match="Give the path"):
        load_actors(tmp_path / "none.tsv")
    (tmp_path / "bytes.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ActorFileError, match="UTF-8"):
        load_actors(tmp_path / "bytes.tsv")
