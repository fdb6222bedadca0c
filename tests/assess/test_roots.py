"""Who could have known: the root a chain leads up to."""

from dataclasses import replace

from builders import document, link
from whence.assess.roots import Root, bodies, chain, root_of
from whence.records import Actor, Attribution

PAPER = document("d-1", outlet="The Gazette")
REUTERS = link("Reuters", kind="outlet", attribution_id="t-reuters")


def root(*links: Attribution, outlet: str = "The Gazette") -> Root:
    return root_of(links, replace(PAPER, outlet=outlet), {}, {}, {})


def actor(actor_id: str, name: str, kind: str, *aliases: str) -> Actor:
    return Actor(
        actor_id=actor_id, name=name, aliases=aliases, kind=kind,  # type: ignore[arg-type]
        country=None, sectors=(), wikidata=None, roles=(),
    )  # fmt: skip


def test_a_chain_is_innermost_first() -> None:
    officials = link("officials", parent_id="t-reuters", attribution_id="t-1", naming="described")
    held = {a.attribution_id: a for a in (REUTERS, officials)}
    assert chain("t-1", held) == (officials, REUTERS)
    assert chain("t-reuters", held) == (REUTERS,)
    assert chain(None, held) == ()


def test_a_missing_parent_and_a_circle_end_the_chain() -> None:
    lost = link("an aide", parent_id="t-gone", attribution_id="t-1")
    assert chain("t-1", {"t-1": lost}) == (lost,)
    a = link("an aide", parent_id="t-2", attribution_id="t-1")
    b = link("a clerk", parent_id="t-1", attribution_id="t-2")
    assert chain("t-1", {"t-1": a, "t-2": b}) == (a, b)


def test_the_articles_own_voice_is_an_unknown_origin_one_per_newsroom() -> None:
    own = root()
    assert (own.kind, own.name, own.firm) == ("unknown", "The Gazette", False)
    assert own == root_of((), document("d-2", outlet="The Gazette"), {}, {}, {}), "it may repeat itself"
    assert own != root(outlet="The Courier")


def test_documents_without_an_outlet_are_origins_apart_but_versions_of_one_are_not() -> None:
    first = root_of((), document("d-1"), {}, {}, {})
    assert first.of_unknown_outlet and not root().of_unknown_outlet
    assert first != root_of((), document("d-2"), {}, {}, {})
    assert first == root_of((), document("d-2"), {}, {}, {}, report="d-1")
    sources = link("sources", naming="bare")
    same_title = [root_of((sources,), document(key, title="Update"), {}, {}, {}) for key in ("d-1", "d-2")]
    assert same_title[0] != same_title[1], "a title is no newsroom"


def test_an_outlet_whose_reports_are_read_is_no_person() -> None:
    def of(kind: str, name: str = "The Courier") -> Root:
        return root_of((link(name, kind=kind),), PAPER, {}, {}, {}, outlets=frozenset({"courier"}))

    assert (of("person").kind, of("person").newsroom) == ("newsroom", "courier")
    assert of("person", "Ada Brook").kind == "person"
    assert of("organization").kind == "statement", "a body that publishes reports speaks as the body"


def test_what_another_report_calls_an_outlet_is_no_institution() -> None:
    def of(name: str) -> str:
        source = link(name, kind="organization")
        return root_of((source,), PAPER, {}, {}, {}, newsrooms=frozenset({"courier"})).kind

    assert (of("The Courier"), of("The Fund")) == ("newsroom", "statement")


def test_what_could_not_have_known_is_no_source() -> None:
    """ "The standoff underscores …": the article's own words."""

    def of(text: str, **fields: object) -> Root:
        thing = {"kind": "unspecified", "naming": "described", "name": text.removeprefix("the ")} | fields
        return root(link(text, **thing))  # type: ignore[arg-type]

    assert of("the standoff", number="one") == root()
    assert of("Common Sense", number="one").kind == "anonymous", "a name"
    assert of("others", number="several").kind == "anonymous"


def test_what_shows_an_event_and_has_no_name_is_one_record() -> None:
    def of(text: str, naming: str = "described") -> Root:
        return root(link(text, kind="document", naming=naming))

    assert of("dramatic video") == of("footage from the roof") != of("a police report")
    assert of("the Karm video", "named") != of("video")


def test_a_definite_description_refers_to_somebody_the_report_knows() -> None:
    def refers(text: str, number: str = "one") -> bool:
        return root(link(text, naming="described", number=number)).referring

    assert refers("the actress")
    assert not refers("an actress")
    assert not refers("the actors", "several")


def test_the_newsroom_that_vouches_for_a_root() -> None:
    officials = link("officials", naming="described")
    assert [root(*links).newsroom for links in ((), (officials,), (REUTERS,), (link("Ada Brook"),))] == [
        "gazette",
        "gazette",
        "reuters",
        "",
    ]


def test_a_named_person_is_firm_and_the_same_in_every_paper() -> None:
    person = root(link("Ada Brook"))
    assert (person.kind, person.name, person.firm) == ("person", "Ada Brook", True)
    assert person == root(link("Ada Brook"), outlet="The Courier")
    assert person == root(link("Ada Brook"), REUTERS), "who was told makes no other person of her"
    assert person != root(link("Boris Lund"))


def test_a_pronoun_is_the_person_it_stands_for() -> None:
    assert root(link("she", name="Ada Brook")) == root(link("Ada Brook"))


def test_two_ids_of_one_actor_are_one_person() -> None:
    found = [
        root_of((link("Lavrov", name=name, actor_id=key),), PAPER, {}, {"a-1": "a-9", "a-2": "a-9"}, {})
        for key, name in (("a-1", "Sergey Lavrov"), ("a-2", "Sergei Lavrov"))
    ]
    assert found[0] == found[1]


def test_an_institutions_words_are_a_statement_whoever_speaks_them() -> None:
    ministry = root(link("the Defense Ministry", kind="government", name="Defense Ministry"))
    spokesman = root(link("spokesman Igor Lund", name="Igor Lund", affiliation="Defense Ministry"))
    spokeswoman = root(link("a spokeswoman, Ada Brook", name="Ada Brook", affiliation="the Defense Ministry"))
    assert (ministry.kind, ministry.firm) == ("statement", True)
    assert ministry == spokesman == spokeswoman


def test_an_affiliation_in_words_is_the_actor_that_makes_the_statement() -> None:
    """The ministry is an actor with an id; its spokesman's affiliation is its name or an alias in words."""
    ministry = actor("a-1", "Ministry of Defense", "government", "Defense Ministry")
    body = bodies([ministry, actor("a-2", "Igor Lund", "person")], {"a-1": "a-9"})
    assert body == {"ministry of defense": "a-9", "defense ministry": "a-9"}

    def rooted(link_: Attribution) -> Root:
        return root_of((link_,), PAPER, {"a-1": ministry}, {"a-1": "a-9"}, body)

    statement = rooted(link("the Defense Ministry", kind="government", actor_id="a-1"))
    spokesman = rooted(link("spokesman Igor Lund", name="Igor Lund", affiliation="Ministry of Defense"))
    officer = rooted(link("Igor Lund", actor_id="a-2", affiliation="the Defense Ministry"))
    unlinked = rooted(link("the Defense Ministry", kind="government"))
    assert statement == spokesman == unlinked
    assert (officer.kind, officer.institution) == ("person", statement.key[0])


def test_a_name_that_two_bodies_share_stands_for_neither() -> None:
    police = [
        actor(key, f"{town} Police", "organization", "police")
        for key, town in (("a-1", "Karm"), ("a-2", "Tarsk"))
    ]
    assert bodies(police, {}) == {"karm police": "a-1", "tarsk police": "a-2"}


def test_an_officer_who_is_no_spokesperson_speaks_for_himself() -> None:
    assert root(link("Colonel Lund", name="Igor Lund", affiliation="Defense Ministry")).kind == "person"


def test_a_document_is_firm() -> None:
    report = root(link("a United Nations report", kind="document", naming="described"))
    assert (report.kind, report.firm) == ("document", True)


def test_an_outlet_without_a_deeper_source_is_a_newsroom() -> None:
    found = root(REUTERS)
    assert (found.kind, found.name, found.firm) == ("newsroom", "Reuters", False)
    assert found == root(REUTERS, outlet="The Courier")


def test_a_newsroom_goes_by_its_canonical_name() -> None:
    actors = {"a-nyt": actor("a-nyt", "The New York Times", "outlet")}
    short = root_of((link("the Times", kind="outlet", actor_id="a-nyt"),), PAPER, actors, {}, {})
    assert short == root(link("New York Times", kind="outlet"))


def test_unnamed_sources_are_one_per_newsroom_and_role() -> None:
    def told(text: str, *links: Attribution) -> Root:
        return root(link(text, naming="described"), *links)

    officials = told("two defense officials", REUTERS)
    assert (officials.kind, officials.firm) == ("anonymous", False)
    assert officials == told("an official", REUTERS), "officials may include that official"
    assert officials != told("two diplomats", REUTERS)
    assert officials != told("two defense officials")  # of the Gazette, not of Reuters


def test_the_government_of_a_known_state_makes_a_statement_though_only_described() -> None:
    actors = {"a-1": replace(actor("a-1", "Government of Lund", "government"), country="LUN")}

    def said(text: str, number: str, outlet: str) -> Root:
        source = link(
            text,
            name="Government of Lund",
            kind="government",
            naming="described",
            actor_id="a-1",
            number=number,
        )
        return root_of((source,), document("d-1", outlet=outlet), actors, {}, {})

    assert said("the government", "one", "The Gazette").kind == "statement"
    assert said("the government", "one", "The Gazette") == said("their government", "one", "The Courier")
    assert said("government officials", "several", "The Gazette").kind == "anonymous"


def test_a_pronoun_is_shown_and_classed_as_what_it_stands_for() -> None:
    they = root(link("they", name="Karm residents", naming="described"))
    assert they.name == "Karm residents (The Gazette)"
    assert they == root(link("residents of Karm town", name="residents", naming="described"))


def test_who_was_told_shows_in_the_name_of_an_unnamed_source() -> None:
    assert root(link("sources", naming="bare"), REUTERS).name == "sources (Reuters)"
    assert root(link("sources", naming="bare")).name == "sources (The Gazette)"


def test_a_withheld_source_is_an_unknown_origin_apart_from_the_articles_own_voice() -> None:
    hedged = root(link(None, naming="withheld", kind="unspecified"))
    assert (hedged.kind, hedged.firm) == ("unknown", False)
    assert hedged != root()
    assert "withheld" in hedged.name and "The Gazette" in hedged.name


def test_an_article_without_an_outlet_goes_by_title_path_or_id() -> None:
    assert root_of((), document("d-7", title="Shells fall"), {}, {}, {}).name == "Shells fall"
    assert root_of((), document("d-7", path="a.txt"), {}, {}, {}).name == "a.txt"
    assert root_of((), document("d-7"), {}, {}, {}).name == "d-7"


def test_names_do_not_tell_roots_apart() -> None:
    assert Root("person", ("ada brook",), "Ada Brook") == Root("person", ("ada brook",), "Brook")
