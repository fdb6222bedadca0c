"""What people judged of single documents, applied to the records that the stages wrote before anything is
linked: corrected events, attributions and stances change links, origins and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from whence.judge.anchors import anchored, identity
from whence.judge.attributions import judge_attributions
from whence.judge.decided import Decisions, of_field
from whence.judge.document import Draft
from whence.judge.events import judge_events
from whence.judge.fields import ATTRIBUTIONS
from whence.judge.known import Known, Named
from whence.judge.stances import judge_stances
from whence.judge.writing import items
from whence.names import normal_name
from whence.records import Anchor, Judgement
from whence.tables import DocumentRecords

__all__ = ["Judging", "judge", "unanchored"]


class Judging:
    """What people judged, ready to be applied to any of ``documents``, which are gone through once.

    The result depends on the sets of documents and judgements, not on their order. ``named`` looks up the
    actors that people name and no document does.
    """

    def __init__(
        self,
        documents: Iterable[DocumentRecords],
        judgements: Iterable[Judgement],
        named: Named = lambda _name, _date: None,
    ) -> None:
        about = [judgement for judgement in judgements if of_field(judgement)]
        texts = {anchor.sha256 for judgement in about for anchor in judgement.anchors}
        names = {name for j in about if j.value for name in (j.value, *items(j.value))}
        lengths: dict[str, int] = {}

        def seen() -> Iterator[DocumentRecords]:
            for item in documents if about else ():
                if item.document.sha256 in texts:
                    lengths[item.document.sha256] = len(item.document.text)
                yield item

        self._known = Known(seen(), named, wanted=frozenset(map(normal_name, names)))
        self._decisions = Decisions(about, lengths)

    @property
    def texts(self) -> frozenset[str]:
        """SHA-256 of the texts of which a field is judged."""
        return self._decisions.texts

    def of(self, records: DocumentRecords) -> DocumentRecords:
        """A document as people judged it; one of whose text nothing is judged is the same object."""
        return judged(records, self._decisions, self._known) if self.decides(records) else records

    def decides(self, records: DocumentRecords) -> bool:
        """Whether something is judged of a field of the document."""
        return records.document.sha256 in self.texts


def judge(
    analyses: Sequence[DocumentRecords],
    judgements: Iterable[Judgement],
    named: Named = lambda _name, _date: None,
) -> list[DocumentRecords]:
    """The documents as people judged them, in their order."""
    judging = Judging(analyses, judgements, named)
    return [judging.of(records) for records in analyses]


def judged(records: DocumentRecords, decisions: Decisions, known: Known) -> DocumentRecords:
    """One document with what was decided on its text. ``records`` is as the stages wrote it."""
    draft = Draft(records, known)
    judge_attributions(draft, decisions)
    judge_events(draft, decisions)
    judge_stances(draft, decisions)
    return draft.finished()


def unanchored(analyses: Sequence[DocumentRecords], judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements on fields that hold nowhere: the text is gone, nothing is read at the span any more, or the
    value cannot stand there."""
    about = [judgement for judgement in judgements if of_field(judgement)]
    texts = _lengths(analyses)
    there = {
        of
        for written, shown in zip(analyses, judge(analyses, about), strict=True)
        for of in anchored(written, shown)
    }
    there |= {identity(j) for j in about if j.verdict == "added" and j.field == "event"}
    not_understood = Decisions(about, texts).not_understood
    return [
        judgement
        for judgement in about
        if judgement in not_understood
        or judgement.anchors[0].sha256 not in texts
        or not {identity(judgement), *_attribution_given(judgement)} <= there
    ]


def _lengths(analyses: Iterable[DocumentRecords]) -> Mapping[str, int]:
    return {item.document.sha256: len(item.document.text) for item in analyses}


def _attribution_given(judgement: Judgement) -> Iterator[tuple[Anchor, ...]]:
    """The anchors of the attribution that is the value of a judgement."""
    about = identity(judgement)
    given = tuple(anchor for anchor in judgement.anchors if anchor not in about)
    if judgement.field in ATTRIBUTIONS and given:
        yield given
