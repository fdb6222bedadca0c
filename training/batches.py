"""Windows to padded tensors: inputs of the network and the labels of every head."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from training.document import LINK_LAYERS, NOWHERE, TAG_LAYERS, UNKNOWN, LabelledDocument, Window, windows
from whence.parse.encode import CLS, MAX_WINDOW_PIECES, SEP, Encoder, shape

_RECASED = 0.02
"""Share of windows read all in lower case, all in capitals, and with every word capitalised: headlines and
careless copy have no other sign of what is a name."""


@dataclass(slots=True)
class Batch:
    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    words: Tensor
    """Number of words of each window [batch]."""
    tags: dict[str, Tensor]
    """Layer → label numbers [batch, words]."""
    links: dict[str, Tensor]
    """Layer → 0 for nowhere, else the number of the word from 1, ``UNKNOWN`` [batch, words]."""
    trigger: Tensor
    """Probabilities [batch, words], ``UNKNOWN`` where not annotated."""
    trigger_weight: Tensor
    """[batch]."""
    role_rows: list[tuple[int, int]]
    """(window, trigger) of the triggers whose arguments are known."""
    role_marks: list[tuple[int, int, int]]
    """(row of ``role_rows``, argument, role) of every argument."""
    mentions: list[list[tuple[int, int]]]
    """Per window: (head word, entity), in text order."""

    def to(self, device: torch.device) -> Batch:
        """The batch with its labels on ``device``."""
        return replace(
            self,
            words=self.words.to(device),
            tags={layer: labels.to(device) for layer, labels in self.tags.items()},
            links={layer: labels.to(device) for layer, labels in self.links.items()},
            trigger=self.trigger.to(device),
            trigger_weight=self.trigger_weight.to(device),
        )


class Batcher:
    """Draws windows of several corpora and groups windows of like length."""

    def __init__(
        self, documents: Sequence[LabelledDocument], rates: Mapping[str, float], encoder: Encoder
    ) -> None:
        self._rates = rates
        self._encoder = encoder
        self._documents = documents
        self._sizes = [[len(encoder.pieces(form)) for form in d.forms] for d in documents]

    def round(self, chance: random.Random, room: int) -> list[list[Window]]:
        """Batches of about ``room`` pieces each: every corpus at its rate (2: twice, 0.5: half of it)."""
        drawn: list[tuple[float, Window]] = []
        for document, sizes in zip(self._documents, self._sizes, strict=True):
            rate = self._rates[document.corpus]
            times = int(rate) + (chance.random() < rate % 1)
            for _ in range(times):
                for window in windows(document, sizes, chance, most=MAX_WINDOW_PIECES):
                    length = sum(sizes[window.start : window.end]) + 2
                    drawn.append((length * chance.uniform(0.95, 1.05), window))
        drawn.sort(key=lambda item: item[0])
        batches, current, longest = list[list[Window]](), list[Window](), 0.0
        for size, window in drawn:
            longest = max(longest, size)
            if current and longest * (len(current) + 1) > room:
                batches.append(current)
                current, longest = [], size
            current.append(window)
        if current:
            batches.append(current)
        chance.shuffle(batches)
        return batches

    def collate(self, chosen: Sequence[Window], chance: random.Random | None = None) -> Batch:
        """Tensors of ``chosen`` windows; with ``chance``, the case of a few is changed."""
        pieces = [[self._encoder.pieces(f) for f in w.document.forms[w.start : w.end]] for w in chosen]
        length = max(sum(map(len, words)) for words in pieces) + 2
        size, words = len(chosen), max(map(len, pieces))
        ids, shapes = np.zeros((size, length), np.int64), np.zeros((size, length), np.int64)
        mask = np.zeros((size, length), np.float32)
        first, last = np.zeros((size, words + 1), np.int64), np.zeros((size, words + 1), np.int64)
        tags = {layer: np.full((size, words), UNKNOWN, np.int64) for layer in TAG_LAYERS}
        links = {layer: np.full((size, words), UNKNOWN, np.int64) for layer in LINK_LAYERS}
        trigger = np.full((size, words), UNKNOWN, np.float32)
        batch = Batch(
            inputs=(torch.empty(0),) * 5,
            words=torch.tensor([len(p) for p in pieces]),
            tags={},
            links={},
            trigger=torch.empty(0),
            trigger_weight=torch.tensor([w.document.trigger_weight for w in chosen]),
            role_rows=[],
            role_marks=[],
            mentions=[],
        )
        for row, (window, of_words) in enumerate(zip(chosen, pieces, strict=True)):
            document, start, end = window.document, window.start, window.end
            cases = _recased(document.forms[start:end], chance)
            ids[row, 0], place = CLS, 1
            for i, (word, case) in enumerate(zip(of_words, cases, strict=True)):
                after = place + len(word)
                ids[row, place:after], shapes[row, place:after] = word, case
                first[row, i + 1], last[row, i + 1] = place, after - 1
                place = after
            ids[row, place] = SEP
            mask[row, : place + 1] = 1
            for layer, values in document.tags.items():
                tags[layer][row, : end - start] = values[start:end]
            for layer, values in document.links.items():
                links[layer][row, : end - start] = [_within(v, start, end) for v in values[start:end]]
            if document.trigger is not None:
                trigger[row, : end - start] = document.trigger[start:end]
            for trigger_word, arguments in document.roles.items():
                if start <= trigger_word < end:
                    for argument, role in arguments:
                        if start <= argument < end:
                            batch.role_marks.append((len(batch.role_rows), argument - start, role))
                    batch.role_rows.append((row, trigger_word - start))
            batch.mentions.append(
                [(m.head - start, m.entity) for m in document.mentions or () if start <= m.head < end]
            )
        batch.inputs = tuple(map(torch.from_numpy, (ids, shapes, mask, first, last)))  # type: ignore[assignment]
        batch.tags = {layer: torch.from_numpy(values) for layer, values in tags.items()}
        batch.links = {layer: torch.from_numpy(values) for layer, values in links.items()}
        batch.trigger = torch.from_numpy(trigger)
        return batch


def _within(link: int, start: int, end: int) -> int:
    """A document-wide link as the window has it; one that leaves the window is unknown there."""
    if link in (UNKNOWN, NOWHERE):
        return 0 if link == NOWHERE else UNKNOWN
    return link - start + 1 if start <= link < end else UNKNOWN


def _recased(forms: Sequence[str], chance: random.Random | None) -> list[int]:
    """Shapes of ``forms``, now and then as if all were written in one case."""
    drawn = chance.random() if chance else 1.0
    for i, recase in enumerate((str.lower, str.upper, str.title)):
        if drawn < (i + 1) * _RECASED:
            return [shape(recase(form)) if form.isalpha() else shape(form) for form in forms]
    return [shape(form) for form in forms]


def shards(batches: Sequence[Sequence[Window]], rank: int, processes: int) -> Iterator[Sequence[Window]]:
    """The batches of one of several processes, as many for each."""
    for i in range(len(batches) // processes):
        yield batches[i * processes + rank]
