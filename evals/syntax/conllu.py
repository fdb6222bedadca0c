"""Gold data: CoNLL-U treebanks and Universal NER tags, with the raw text they were made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]
"""First word (0-based), one past the last, kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """A mention of GUM: words ``first``..``last`` (0-based, inclusive). Mentions of one ``entity`` of a
    document corefer; ``name`` is the Wikipedia title where GUM links one."""

    first: int
    last: int
    kind: str
    entity: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """One sentence; lists have one entry per syntactic word. ``names`` (UNER) and ``entities`` (GUM) are
    ``None`` where not annotated."""

    sent_id: str
    forms: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]
    spaces: list[bool]
    """Whether a space follows each word."""
    names: list[Span] | None = None
    entities: list[GoldEntity] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document: paragraphs of sentences."""

    doc_id: str
    paragraphs: list[list[GoldSentence]]

    @property
    def sentences(self) -> list[GoldSentence]:
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]

    @property
    def genre(self) -> str:
        """GUM names its documents GUM_<genre>_<title>."""
        return self.doc_id.split("_")[1] if self.doc_id.startswith("GUM_") else ""

    def raw(self) -> tuple[str, list[list[tuple[int, int]]]]:
        """The text, a blank line between paragraphs, and per sentence the offsets of its words."""
        text, offsets = "", list[list[tuple[int, int]]]()
        for paragraph in self.paragraphs:
            if text:
                text = text.rstrip() + "\n\n"
            for sentence in paragraph:
                spans = []
                for form, space in zip(sentence.forms, sentence.spaces, strict=True):
                    spans.append((len(text), len(text) + len(form)))
                    text += form + (" " if space else "")
                offsets.append(spans)
        return text, offsets


def read(path: Path, *, names: Path | None = None) -> list[GoldDocument]:
    """Documents of a treebank; with ``names``, the UNER tags of the same sentences. Entities are read where
    the file declares them (``# global.Entity``)."""
    tags = dict(_read_names(names)) if names else {}
    documents, rows, sent_id = list[GoldDocument](), list[list[str]](), ""
    entities = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id"):
            documents.append(GoldDocument(doc_id=line.partition("=")[2].strip(), paragraphs=[[]]))
        elif line.startswith("# global.Entity"):
            entities = True
        elif line.startswith("# newpar") and documents[-1].paragraphs[-1]:
            documents[-1].paragraphs.append([])
        elif line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            documents[-1].paragraphs[-1].append(_sentence(sent_id, rows, tags.get(sent_id), entities))
            rows = []
    return documents


def _sentence(
    sent_id: str, rows: list[list[str]], tagged: list[tuple[str, str]] | None, entities: bool
) -> GoldSentence:
    inside: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inside |= dict.fromkeys(range(first, last), False)
            inside[last] = "SpaceAfter=No" not in row[9]
    words = [row for row in rows if row[0].isdigit()]
    spaces = [inside.get(int(row[0]), "SpaceAfter=No" not in row[9]) for row in words]
    forms = [row[1] for row in words]
    return GoldSentence(
        sent_id=sent_id,
        forms=forms,
        lemmas=[row[2] for row in words],
        upos=[row[3] for row in words],
        xpos=[row[4] for row in words],
        feats=[row[5] for row in words],
        heads=[int(row[6]) for row in words],
        deprels=[row[7] for row in words],
        spaces=spaces,
        names=_names(forms, tagged) if tagged else None,
        entities=_entities([row[9] for row in words]) if entities else None,
    )


def head_of(sentence: GoldSentence, entity: GoldEntity) -> int:
    """The word of a mention whose own head lies outside it (0-based; the first, if several)."""
    for i in range(entity.first, entity.last + 1):
        if not entity.first <= sentence.heads[i] - 1 <= entity.last:
            return i
    return entity.first


_ENTITY = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


def _entities(cells: list[str]) -> list[GoldEntity]:
    """Mentions from the ``Entity`` field of MISC; one that crosses the end of its sentence is left out.

    ``(1-person-…-Barack_Obama`` opens entity 1, ``1)`` closes the innermost open mention of it, and
    ``(2-place-…)`` does both. The Wikipedia title is the eighth part, and may hold hyphens.
    """
    found, opened = list[GoldEntity](), list[tuple[int, list[str]]]()

    def close(first: int, last: int, parts: list[str]) -> None:
        name = "-".join(parts[7:]) or None
        found.append(GoldEntity(first=first, last=last, kind=parts[1], entity=parts[0], name=name))

    for i, cell in enumerate(cells):
        field = next((part[7:] for part in cell.split("|") if part.startswith("Entity=")), "")
        for opening, closed, ended in _ENTITY.findall(field):
            if ended:
                place = next((k for k in reversed(range(len(opened))) if opened[k][1][0] == ended), None)
                if place is not None:
                    first, parts = opened.pop(place)
                    close(first, i, parts)
            elif closed:
                close(i, i, opening.split("-"))
            else:
                opened.append((i, opening.split("-")))
    return sorted(found, key=lambda e: (e.first, -e.last))


def _read_names(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    sent_id, rows = "", list[tuple[str, str]]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            rows.append((cells[1], cells[2]))
        elif not line and rows:
            yield sent_id, rows
            rows = []


def _names(forms: list[str], tagged: list[tuple[str, str]]) -> list[Span] | None:
    """Name spans over ``forms``: UNER tags an earlier tokenisation, so they are aligned by characters."""
    if "".join(forms).replace(" ", "") != "".join(form for form, _ in tagged).replace(" ", ""):
        return None
    marked, position = list[tuple[int, int, str]](), 0
    for form, tag in tagged:
        end = position + len(form.replace(" ", ""))
        kind = tag[2:]
        if tag.startswith("I-") and marked and marked[-1][1] == position and marked[-1][2] == kind:
            marked[-1] = (marked[-1][0], end, kind)
        elif tag.startswith("B-") and kind in ("PER", "ORG", "LOC"):
            marked.append((position, end, kind))
        position = end
    starts = list(_character_spans(forms))
    spans = list[Span]()
    for start, end, kind in marked:
        inside = [i for i, (a, b) in enumerate(starts) if a < end and b > start]
        spans.append((inside[0], inside[-1] + 1, kind))
    return spans


def _character_spans(forms: Iterable[str]) -> Iterator[tuple[int, int]]:
    position = 0
    for form in forms:
        end = position + len(form.replace(" ", ""))
        yield position, end
        position = end
