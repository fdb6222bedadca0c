from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import whence.brief
from brief_builders import saying
from builders import event
from whence.brief.model import Brief, Line, Section, SectionKey, Unread
from whence.brief.pieces import Piece, Words
from whence.brief.words import EMPTY, TITLE, page
from whence.records import EventParty, TimeValue, ValueRange
from whence.store import Query

BANNED = re.compile(r"\b(confirmed|verified|true|truth|facts?|debunked|proven)\b", re.IGNORECASE)


def said(words: Words) -> str:
    return "".join(f"[{one.text}]" if one.kind == "note" else one.text for one in words.pieces)


def lines(brief: Brief, title: str) -> list[Words]:
    (part,) = [one for one in page(brief).parts if one.title == title]
    return [line for _, found in part.stories for line in found]


def closing(brief: Brief, title: str) -> str:
    (part,) = [one for one in page(brief).parts if one.title == title]
    return " ".join(part.closing)


def with_line(key: SectionKey, **fields: object) -> Brief:
    """A brief whose only line is the first of that section, but for ``fields`` of its event."""
    brief = saying("Ada")
    (section,) = [one for one in brief.sections if one.key == key]
    told = section.stories[0]
    line = replace(told.lines[0], event=replace(told.lines[0].event, **fields))  # type: ignore[arg-type]
    return replace(brief, sections=(replace(section, stories=(replace(told, lines=(line,)),)),))


def emptied(brief: Brief) -> Brief:
    sections = tuple(Section(key=one.key, stories=(), left_out=0) for one in brief.sections)
    unread = Unread(
        losses=(), left_out=0, reasons=(), languages=(), reports=3, languages_within=(), reports_within=2
    )
    return replace(brief, sections=sections, unread=unread, notes=())


def test_no_words_of_ours_assert_truth() -> None:
    strings = re.compile(r'"([^"\n]*)"')
    for path in sorted(Path(whence.brief.__path__[0]).glob("*.py")):
        code = re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8"))
        for text in strings.findall(code):
            assert not BANNED.search(text), f"{path.name}: {text!r}"


def test_every_line_tells_three_dates_apart() -> None:
    for part in page(saying("Ada")).parts[:5]:
        for _, found in part.stories:
            for line in found:
                assert re.search(r"event date (\(planned\) )?2031-03-11;", said(line)), said(line)
                assert re.search(r"; first published 2031-03-12; captured 2031-03-1", said(line)), said(line)


def test_every_line_or_the_accounts_below_it_have_passages() -> None:
    def noted(line: Words) -> Iterator[bool]:
        yield any(piece.kind == "note" for piece in line.pieces)
        for one in line.below:
            yield from noted(one)

    for part in page(saying("Ada")).parts[:5]:
        for _, found in part.stories:
            assert all(any(noted(line)) for line in found), part.title


def test_unknown_dates_are_said_to_be_unknown() -> None:
    brief = with_line("new", date=None)
    line = brief.sections[0].stories[0].lines[0]
    unknown = replace(line, first=replace(line.first, published=None, captured=None))
    told = replace(brief.sections[0].stories[0], lines=(unknown,))
    section = replace(brief.sections[0], stories=(told,))
    (words,) = lines(replace(brief, sections=(section,)), "New")
    assert "event date not told; publication date unknown; capture date unknown;" in said(words)


@pytest.mark.parametrize(
    ("precision", "shown"), [("month", "2031-03"), ("year", "2031"), ("day", "2031-03-12")]
)
def test_a_publication_known_to_the_month_is_shown_so(precision: str, shown: str) -> None:
    brief = with_line("new")
    line = brief.sections[0].stories[0].lines[0]
    vague = replace(line, first=replace(line.first, published_precision=precision))  # type: ignore[arg-type]
    section = replace(brief.sections[0], stories=(replace(brief.sections[0].stories[0], lines=(vague,)),))
    (words,) = lines(replace(brief, sections=(section,)), "New")
    assert f"; first published {shown}; captured" in said(words)


def test_a_line_says_who_in_how_many_reports_and_the_count_as_an_interval() -> None:
    brief = with_line("new")
    line = brief.sections[0].stories[0].lines[0]
    assert "according to Ada; denied by Ada; told in 1 report of 1 outlet;" in said(lines(brief, "New")[0])
    origins = replace(line.event.origins, low=1, high=2)
    assert "1–2 independent origins in the 3 reports read" in said(
        lines(with_line("new", origins=origins), "New")[0]
    )


def test_what_is_planned_is_never_said_to_have_happened() -> None:
    plan = with_line("new", status="planned", realis="future")
    (words,) = lines(plan, "New")
    assert "planned; event date (planned) 2031-03-11" in said(words)
    assert "happened" not in said(words)
    due = lines(saying("Ada"), "Announced dates now due")
    assert all("happened" not in said(line) for line in due)
    assert "reported as happened" in said(due[0].below[0]), "that which follows it"


def test_a_plan_that_nothing_follows_says_so() -> None:
    followed, open_ = lines(saying("Ada"), "Announced dates now due")
    assert said(followed.below[0]).startswith("followed by ")
    assert "announced for 2031-03-12; according to" in said(followed)
    assert (
        "announced for 2031-03-01, before the period; no report of it so far in the 3 reports read;"
        in said(open_)
    )


def test_figures_are_told_in_steps_each_with_who_gives_it() -> None:
    (words,) = lines(saying("Ada"), "Figures changed")
    assert words.pieces[0] == Piece("killed: 3 → 4", "strong")
    assert "figures revised; reported as happened;" in said(words)
    assert said(words.below[0]) == (
        "3 — told by Ada, Ada in 2 reports; first published 2031-03-13; captured 2031-03-12T10:00:00+02:00;"
        " new in the period[1]"
    )


def test_figures_of_one_day_are_no_step() -> None:
    brief = with_line("figures")
    line = brief.sections[0].stories[0].lines[0]
    sides = tuple(replace(side, first=line.sides[0].first) for side in line.sides)
    told = replace(brief.sections[0].stories[0], lines=(replace(line, sides=sides, left_out=2),))
    section = replace(brief.sections[0], stories=(told,))
    (words,) = lines(replace(brief, sections=(section,)), "Figures changed")
    assert words.pieces[0].text == "killed: … → 3, 4"


def test_a_figure_that_a_later_capture_has_in_place_of_another_says_so() -> None:
    brief = with_line("figures")
    line = brief.sections[0].stories[0].lines[0]
    corrected = replace(line.sides[1], in_place_of=(ValueRange(low=31, high=31),))
    told = replace(brief.sections[0].stories[0], lines=(replace(line, sides=(corrected,)),))
    section = replace(brief.sections[0], stories=(told,))
    (words,) = lines(replace(brief, sections=(section,)), "Figures changed")
    assert " in 2 reports, in place of 31 in an earlier capture of the report; " in said(words.below[0])


def test_each_account_has_its_own_tellers() -> None:
    differing, occurrence = lines(saying("Ada"), "Newly denied or differing")
    assert said(differing).startswith("accounts differ on the actor: the actor differs — ")
    told, denied, more = map(said, differing.below)
    assert told.startswith("“Ada” — told by Ada")
    assert denied.startswith("“Ada” — denied by Ada")
    assert more == "and 1 further account"
    assert said(occurrence.below[0]).startswith("told by Ada"), "the verb says it"


def test_what_changed_but_is_no_figure_is_not_called_one() -> None:
    brief = with_line("differing")
    line = brief.sections[0].stories[0].lines[0]
    assert line.conflict is not None
    revised = replace(line, conflict=replace(line.conflict, kind="revision"))
    told = replace(brief.sections[0].stories[0], lines=(revised,))
    section = replace(brief.sections[0], stories=(told,))
    (words,) = lines(replace(brief, sections=(section,)), "Newly denied or differing")
    assert words.pieces[0].text == "an account changed on the actor"


def test_empty_sections_are_said_to_be_empty() -> None:
    brief = emptied(saying("Ada"))
    assert set(EMPTY) == set(TITLE)
    for key, title in TITLE.items():
        assert closing(brief, title) == EMPTY[key]
    assert closing(brief, "Not read").startswith("Nothing was lost")


def test_what_is_left_out_is_counted() -> None:
    assert closing(saying("Ada"), "New") == (
        "1 more, told by fewer reports, are not shown: give --most, or narrow the filter."
    )
    assert "for days before the period" in closing(saying("Ada"), "Announced dates now due")


def test_an_area_says_why_it_lists_what_lies_nowhere() -> None:
    assert "whatever the area" not in closing(saying("Ada"), "Place unknown")
    narrowed = replace(saying("Ada"), filter=Query(type="AID", within=Query(place="Aleppo")))
    assert "whatever the area" in closing(narrowed, "Place unknown")


def test_what_was_not_read_is_said_in_shares() -> None:
    languages, lost = lines(saying("ar"), "Not read")[0], lines(saying("ar"), "Not read")[-1]
    assert said(languages) == "1 of 3 texts of the account (33%) in languages not read, ar 1"
    assert said(lost) == "lost, at any time: binary 2"
    assert said(lost.below[0]) == "ar d-2: “ar”"
    assert "whence check" in said(lost.below[1])


def test_the_head_says_period_filter_reports_outlets_account_and_version() -> None:
    head = dict(page(saying("Ada")).head)
    assert head["Period"].startswith("reports published from 2031-03-12 to 2031-03-13")
    assert head["Filter"] == "actor Ada"
    assert head["Reports"] == "2 in the period, 1 before it, 3 read in all"
    assert head["Outlets in the period"] == "Ada (2)"
    assert head["Account"] == f"SHA-256 {'0' * 64}"
    assert head["Version"] == "whence 0.1.0"
    odd = replace(saying("Ada"), filter=Query(), undated=2, after=1, outlets=((None, 1),))
    head = dict(page(odd).head)
    assert head["Filter"] == "none"
    assert head["Reports"].endswith(", 1 after it; 2 without any date are in neither")
    assert head["Outlets in the period"] == "outlet unknown (1)"


def test_a_value_that_is_told_after_the_period_is_not_said_to_be_old() -> None:
    brief = with_line("figures")
    line = brief.sections[0].stories[0].lines[0]
    later = replace(line, sides=tuple(replace(side, told="other") for side in line.sides))
    section = replace(brief.sections[0], stories=(replace(brief.sections[0].stories[0], lines=(later,)),))
    (words,) = lines(replace(brief, sections=(section,)), "Figures changed")
    assert "; told after the period or without a date[1]" in said(words.below[0])


def test_a_long_name_hides_no_denial_and_no_place() -> None:
    (_, denied), long = lines(saying("Ada"), "New"), lines(saying("x" * 3000), "New")[1]
    for words in (denied, long):
        assert "; denied by " in said(words).replace("according to", "; according to")
        assert " at at " in said(words)


def test_long_names_are_cut() -> None:
    brief = saying("x" * 3000)
    for part in page(brief).parts:
        for _, found in part.stories:
            assert all(len(said(line)) < 2500 for line in found)


def test_an_event_of_no_actor_and_no_date_is_still_a_line() -> None:
    bare = event(
        "e-9",
        date=TimeValue(from_=None, to=None, precision=None),
        actors=(EventParty(actor_id=None, name=""),),
    )
    brief = with_line("new")
    line: Line = replace(brief.sections[0].stories[0].lines[0], event=bare, origins=(), notes=())
    section = replace(brief.sections[0], stories=(replace(brief.sections[0].stories[0], lines=(line,)),))
    (words,) = lines(replace(brief, sections=(section,)), "New")
    assert "no one here commits to it" in said(words)
