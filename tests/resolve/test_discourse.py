from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from whence.handover import Extraction, ParsedDocument
from whence.resolve.discourse import Discourse, dominant_country, publication_date

Build = Callable[..., tuple[ParsedDocument, Extraction]]


def test_dominant_country_needs_a_majority() -> None:
    found = dominant_country({"FRA": 3, "DEU": 1})
    assert found is not None and found.iso3 == "FRA"
    assert dominant_country({"FRA": 2, "DEU": 2}) is None
    assert dominant_country({"FRA": 1}) is None
    assert dominant_country({}) is None


def test_short_forms_of_a_body(tree_document: Build) -> None:
    parsed, extraction = tree_document(["Rain rain NOUN 0 root"], [])
    discourse = Discourse(parsed, extraction, ())
    fund = discourse.new("Coastal Relief Fund", "organization")
    discourse.learn_name(fund, fund.name)
    assert discourse.body("coastal relief fund") is fund
    assert discourse.body_shortened("crf") is fund
    assert discourse.body_shortened("coastal") is fund
    assert discourse.body_shortened("fund") is None
    assert discourse.bodies_worded("fund") == [fund]


def test_one_cluster_per_key(tree_document: Build) -> None:
    parsed, extraction = tree_document(["Rain rain NOUN 0 root"], [])
    discourse = Discourse(parsed, extraction, ())
    first = discourse.keyed("country:FRA", "France", "country", "FRA", ())
    assert discourse.keyed("country:FRA", "France", "country", "FRA", ()) is first


def test_the_publication_date_is_no_finer_than_it_is_known(tree_document: Build) -> None:
    document = tree_document(["Rain rain NOUN 0 root"], [])[0].document
    assert (
        publication_date(replace(document, published="2015-10-01", published_precision="day")) == "2015-10-01"
    )
    assert (
        publication_date(replace(document, published="2015-10-01", published_precision="month")) == "2015-10"
    )
    assert publication_date(replace(document, published="2015-01-01", published_precision="year")) == "2015"
    assert publication_date(replace(document, published=None)) is None
