"""PROV-JSON read by the prov library."""

from pathlib import Path
from typing import Any

from prov.identifier import QualifiedName
from prov.model import PROV, ProvAlternate, ProvAttribution, ProvDerivation, ProvDocument

from whence.export.prov import export
from whence.export.view import View
from whence.store import Store


def read(path: Path) -> ProvDocument:
    return ProvDocument.deserialize(str(path))


def local(name: Any) -> str:
    assert isinstance(name, QualifiedName)
    return name.localpart


def derivations(document: ProvDocument) -> set[tuple[str, str, str]]:
    """(derived, source, kind)."""
    found = set()
    for record in document.get_records(ProvDerivation):
        derived, source = record.args[0], record.args[1]
        kinds = [local(kind) for kind in record.get_attribute("prov:type")]
        found.add((local(derived), local(source), kinds[0] if kinds else ""))
    return found


def test_the_ladder_of_a_report(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    document = read(path)
    found = derivations(document)
    assert ("e-reported", "o-reported", "PrimarySource") in found
    assert ("d-reported", "t-reported", "Quotation") in found, "told in quotation marks"
    assert ("d-planned", "t-planned", "") in found, "told in other words"
    assert ("t-reported", "o-reported", "") in found
    agents = {
        (local(record.args[0]), local(record.args[1])) for record in document.get_records(ProvAttribution)
    }
    assert {("t-reported", "a-1"), ("o-reported", "a-1")} <= agents
    (event,) = document.get_record("whence:e-denied")
    assert event.get_attribute("whence:status") == {"denied; reported as happened by no one here"}
    (origin,) = (r for r in document.get_records(ProvDerivation) if local(r.args[0]) == "e-denied")
    assert origin.get_attribute("whence:sign") == {"-"}


def test_everything_named_is_there(example_account: Path, tmp_path: Path) -> None:
    with Store.open(example_account) as store:
        view = View(store)
        (path,) = export(view, tmp_path / "out")
        counts = [store.count(name) for name in ("documents", "attributions", "origins", "events")]
    document = read(path)
    known = {local(record.identifier) for record in document.get_records() if record.identifier}
    for record in document.get_records((ProvDerivation, ProvAttribution)):
        assert {local(name) for name in record.args[:2]} <= known
    assert view.written["entity"] == sum(counts)
    assert len(document.get_records()) == sum(view.written.values())


def test_reprints_are_quotations_and_later_captures_revisions(marsa_talun: Path, tmp_path: Path) -> None:
    with Store.open(marsa_talun) as store:
        (path,) = export(store, tmp_path / "out")
        reprints = list(store.table("reprints"))
        revised = {(d.document_id, d.version_of) for d in store.table("documents") if d.version_of}
    found = derivations(read(path))
    quoted = {(r.document_id, r.of_document_id) for r in reprints if r.direction == "known"}
    assert quoted and revised
    assert {(one, other, "Quotation") for one, other in quoted} <= found
    assert {(one, other, "Revision") for one, other in revised} <= found
    undecided = {(r.document_id, r.of_document_id) for r in reprints if r.direction == "undecided"}
    pairs = {
        (local(record.args[0]), local(record.args[1])) for record in read(path).get_records(ProvAlternate)
    }
    assert pairs == undecided != set()
    assert not {(one, other) for one, other, _ in found} & undecided


def test_hostile_text_is_inert(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    assert not set("<>\u2028") & set(path.read_text(encoding="utf-8"))
    (report,) = read(path).get_record("whence:d-reported")
    (label,) = report.get_attribute(PROV["label"])
    assert str(label).startswith("</script><script>")
