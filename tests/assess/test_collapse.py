"""Which roots are surely one origin."""

from dataclasses import replace

from builders import document, link, mention
from whence.assess.assertions import Assertion
from whence.assess.collapse import CREDITED, RESTATED, collapse, in_order
from whence.assess.roots import Root
from whence.records import Attribution

ADA = Root("person", ("ada brook",), "Ada Brook")
BORIS = Root("person", ("boris lund",), "Boris Lund")
MINISTRY = Root("statement", ("ministry",), "Ministry")
REUTERS = Root("newsroom", ("reuters",), "Reuters")
OFFICIAL = Root("anonymous", ("reuters", "official"), "officials (Reuters)")
RESIDENT = Root("anonymous", ("gazette", "resident"), "residents (Gazette)")
GAZETTE = Root("unknown", ("outlet", "gazette"), "Gazette")
COURIER = Root("unknown", ("outlet", "courier"), "Courier")
REPORT = Root("document", ("report",), "a report")
OWN_REUTERS = Root("unknown", ("outlet", "reuters"), "Reuters")
HEDGE = Root("unknown", ("withheld", "outlet", "gazette"), "source withheld (Gazette)")


def told(outlet: str, *roots: Root) -> list[Assertion]:
    """A report of an outlet that has the event from these roots."""
    return [
        Assertion(
            mention=mention(f"n-{outlet}-{root.key}", document_id=f"d-{outlet}"),
            document=document(f"d-{outlet}", outlet=outlet),
            sign="+",
            root=root,
            chain=(),
            narrowed=frozenset(),
        )
        for root in roots
    ]


def origins(*reports: list[Assertion]) -> dict[Root, Root]:
    group = [item for report in reports for item in report]
    return collapse([item.root for item in group], group).origin_of


def test_firm_roots_come_first() -> None:
    assert in_order([GAZETTE, REUTERS, OFFICIAL, REPORT, MINISTRY, ADA, ADA]) == [
        ADA, MINISTRY, REPORT, OFFICIAL, REUTERS, GAZETTE,
    ]  # fmt: skip


def test_a_report_that_has_a_source_restates_it_in_its_own_voice() -> None:
    group = [*told("Gazette", ADA, GAZETTE), *told("Courier", COURIER)]
    found = collapse([ADA, GAZETTE, COURIER], group)
    assert found.origin_of == {ADA: ADA, GAZETTE: ADA, COURIER: COURIER}
    assert (found.steps[GAZETTE].basis, found.steps[GAZETTE].probability) == ("detail", RESTATED)
    assert found.steps.keys() == {GAZETTE}


def test_own_voice_restates_what_it_hedges_elsewhere() -> None:
    """ "The army reportedly shelled Karm. … After the shelling …": one origin, whatever it is."""
    assert origins(told("Gazette", HEDGE, GAZETTE))[GAZETTE] == HEDGE


def test_what_an_agency_sources_a_paper_that_only_credits_it_does_not_restate() -> None:
    """Dropping the credit makes the paper's voice its own, so with it no less may be counted."""
    with_credit = [told("Reuters", ADA, OWN_REUTERS), told("Gazette", OWN_REUTERS)]
    assert set(origins(*with_credit).values()) == {ADA, OWN_REUTERS}
    assert set(origins(told("Reuters", ADA, OWN_REUTERS), told("Gazette", GAZETTE)).values()) == {
        ADA,
        GAZETTE,
    }
    assert set(origins(told("Reuters", ADA, OWN_REUTERS)).values()) == {ADA}


def test_a_report_restates_the_newsroom_that_others_credit_if_it_is_its_own() -> None:
    assert origins(told("Reuters", OWN_REUTERS), told("Gazette", REUTERS))[OWN_REUTERS] == REUTERS


def test_a_credit_ties_no_paper_to_whom_the_agency_names() -> None:
    """Gazette prints it under Reuters's credit, Courier credits Reuters, Reuters has it from Ada Brook."""
    found = origins(told("Gazette", OWN_REUTERS), told("Courier", REUTERS), told("Reuters", ADA))
    assert set(found.values()) == {ADA, OWN_REUTERS}


def test_a_credited_newsroom_is_the_way_to_its_own_unnamed_sources() -> None:
    found = collapse([REUTERS, OFFICIAL, RESIDENT])
    assert found.origin_of[REUTERS] == OFFICIAL
    assert (found.steps[REUTERS].basis, found.steps[REUTERS].probability) == ("credit", CREDITED)
    assert collapse([REUTERS, RESIDENT]).origin_of[REUTERS] == REUTERS


def test_a_credited_newsroom_is_the_way_to_whom_its_own_report_names() -> None:
    """Gazette: "Reuters reported it"; Reuters: "Ada Brook said so". One could have known."""
    assert set(origins(told("Gazette", REUTERS), told("Reuters", ADA)).values()) == {ADA}
    assert set(origins(told("Gazette", REUTERS), told("Courier", ADA)).values()) == {ADA, REUTERS}


def test_an_act_of_speech_is_known_from_who_spoke_whoever_tells_it() -> None:
    named = [replace(item, spoken=True) for item in told("Gazette", ADA)]
    assert set(origins(named, told("Courier", COURIER)).values()) == {ADA}
    assert set(origins(told("Gazette", ADA), told("Courier", COURIER)).values()) == {ADA, COURIER}


def test_dependence_is_followed_to_the_end() -> None:
    found = origins(told("Reuters", OWN_REUTERS), told("Gazette", REUTERS), told("Courier", OFFICIAL))
    assert found[OWN_REUTERS] == OFFICIAL


def test_outlets_that_credit_one_another_are_one_origin() -> None:
    """Two or three in a circle, with nobody behind; with a witness in one of their reports it is none."""
    a, b, c = (Root("newsroom", (name.lower(),), name) for name in ("Alpha", "Beta", "Gamma"))
    for circle in (
        [told("Alpha", b), told("Beta", a)],
        [told("Alpha", b), told("Beta", c), told("Gamma", a)],
    ):
        group = [item for report in circle for item in report]
        found = collapse([item.root for item in group], group)
        (origin,) = set(found.origin_of.values())
        assert found.circles == {origin: tuple(in_order(item.root for item in group))}
    group = [*told("Alpha", b), *told("Beta", a, ADA)]
    found = collapse([item.root for item in group], group)
    assert set(found.origin_of.values()) == {ADA}
    assert not found.circles


def test_one_credit_is_no_circle() -> None:
    group = [*told("Gazette", REUTERS), *told("Reuters", OWN_REUTERS)]
    assert not collapse([REUTERS, OWN_REUTERS], group).circles


def test_a_member_of_an_institution_that_made_a_statement_speaks_for_it() -> None:
    officer = Root("person", ("igor lund",), "Igor Lund", "ministry")
    assert collapse([officer, MINISTRY, ADA]).origin_of == {
        ADA: ADA,
        officer: MINISTRY,
        MINISTRY: MINISTRY,
    }
    assert collapse([officer, ADA]).origin_of == {ADA: ADA, officer: officer}


def test_unnamed_members_and_the_bare_body_speak_for_an_institution_that_made_a_statement() -> None:
    police = Root("statement", ("a-police",), "the police")
    of_the_body = Root("anonymous", ("courier", "a-police"), "officers of the police (Courier)")
    bare = Root("anonymous", ("courier", "police"), "police (Courier)")
    assert set(collapse([police, of_the_body, bare]).origin_of.values()) == {police}
    assert set(collapse([police, RESIDENT]).origin_of.values()) == {police, RESIDENT}


def test_a_surname_alone_is_whoever_of_that_name_speaks_of_it_elsewhere() -> None:
    brook, brook_too = Root("person", ("a-7",), "Brook"), Root("person", ("a-8",), "Brook")
    assert set(collapse([brook, ADA, BORIS]).origin_of.values()) == {ADA, BORIS}
    assert len(set(collapse([brook, brook_too]).origin_of.values())) == 1
    other = Root("person", ("carl brook",), "Carl Brook")
    assert len(set(collapse([other, ADA]).origin_of.values())) == 2, "two full names are two persons"


def test_the_same_quoted_words_are_one_origin_whoever_is_named() -> None:
    words = "We saw six aircraft dropping bombs over the crowded hospital"

    def quoting(outlet: str, root: Root, text: str) -> Assertion:
        attribution: Attribution = link(root.name, form="direct")
        (item,) = told(outlet, root)
        return Assertion(
            mention=item.mention,
            document=document(f"d-{outlet}", outlet=outlet, text=text),
            sign="+",
            root=root,
            chain=(with_content(attribution, text),),
            narrowed=frozenset(),
        )

    same = [quoting("Gazette", ADA, words), quoting("Courier", RESIDENT, words)]
    found = collapse([ADA, RESIDENT], same)
    assert set(found.origin_of.values()) == {ADA}
    assert found.steps[RESIDENT].basis == "utterance"
    other = quoting("Courier", BORIS, "Nobody could sleep because children were screaming until morning")
    assert set(collapse([ADA, BORIS], [same[0], other]).origin_of.values()) == {ADA, BORIS}


def with_content(attribution: Attribution, text: str) -> Attribution:
    return replace(attribution, content=((0, len(text)),))
