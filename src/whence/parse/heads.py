"""What the heads for events and attribution see in a window, as words of the document.

These are scores, not decisions: ``extract`` and ``attribute`` weigh them against lexicons and rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from whence.handover import ArgumentScore, CueScore, TriggerScore, WordRef
from whence.parse.runtime import Scores, softmax

TRIGGER = 0.4
"""The least probability at which the head alone calls a word a trigger. It was trained on articles annotated
more sparsely (59 events in 1,000 words) than the dev articles (79), so it says too few at 0.5; at 0.4 it says
as many as there are (`python -m evals.heads --sweep`)."""
_NONE_EXCESS = 0.5
"""Taken off the score of type ``NONE``, which 41 % of the training events have and 23 % of dev's: typed F1
rose by 0.4 on dev, and by no more at 1.0 (weights of the gold stage)."""
_NO_CUE_EXCESS = 0.5
"""Taken off the score of a word being no cue: of 0, 0.5 and 1.0 it gives sentences with an attribution their
best F1 on PolNeAR dev (87.4, 88.0, 88.2) at no cost to chains on own gold dev (77.0, 77.0, 76.4)."""
_LEAST_TRIGGER = 0.1
_LEAST_ARGUMENT = 0.2
_LEAST_TYPE = 0.05
"""What is less probable is not handed on."""

Labels = Mapping[str, Sequence[str]]
Bounds = Sequence[tuple[int, int]]


def _places(bounds: Bounds, first: int) -> list[WordRef]:
    """The place of every word of a window whose first sentence is number ``first`` of the document."""
    return [(first + number, i) for number, (a, b) in enumerate(bounds) for i in range(1, b - a + 1)]


def triggers(scores: Scores, labels: Labels, bounds: Bounds, first: int) -> Iterator[TriggerScore]:
    """Words that may be heads of triggers, in text order."""
    probability = _sigmoid(scores["trigger"])
    found = np.flatnonzero(probability >= _LEAST_TRIGGER)
    if not len(found):
        return
    places = _places(bounds, first)
    typed = scores["event_type"][found].copy()
    typed[:, labels["event_type"].index("NONE")] -= _NONE_EXCESS
    types = softmax(typed)
    best = {
        head: [labels[head][i] for i in scores[head][found].argmax(-1).tolist()]
        for head in ("realis", "sign", "certainty")
    }
    modes = _modes(labels["event_mode"])
    roles = _sigmoid(scores["role"][:, found])
    for row, word in enumerate(found.tolist()):
        ranked = sorted(zip(types[row].tolist(), labels["event_type"], strict=True), reverse=True)
        possible = [*modes.get(ranked[0][1], ()), *modes[""]]
        likeliest = possible[int(scores["event_mode"][word][possible].argmax())]
        mode = labels["event_mode"][likeliest].partition(" ")[2]
        sentence, index = places[word]
        yield TriggerScore(
            sentence=sentence,
            word=index,
            probability=float(probability[word]),
            types={name: share for share, name in ranked if share >= _LEAST_TYPE},
            mode=mode or None,
            realis=best["realis"][row],
            sign=best["sign"][row],
            certainty=best["certainty"][row],
            arguments=tuple(
                ArgumentScore(
                    role=labels["role"][role],
                    sentence=places[argument][0],
                    word=places[argument][1],
                    probability=float(roles[role, row, argument]),
                )
                for role, argument in np.argwhere(roles[:, row] >= _LEAST_ARGUMENT).tolist()
            ),
        )


def _modes(labels: Sequence[str]) -> Mapping[str, list[int]]:
    """Type → numbers of its modes among the labels ("ASSAULT aerial"); ``""`` → that of having none."""
    found: dict[str, list[int]] = {}
    for number, label in enumerate(labels):
        name, mode_of, _ = label.partition(" ")
        found.setdefault(name if mode_of else "", []).append(number)
    return found


def cues(scores: Scores, labels: Labels, bounds: Bounds, first: int) -> Iterator[CueScore]:
    """Words that report, with the words of their source and of their content, in text order.

    A word of a source or a content leads to one cue. What is told inside a content belongs to it as well.
    """
    begin, inside = labels["cue"].index("B"), labels["cue"].index("I")
    told = scores["cue"].copy()
    told[:, labels["cue"].index("O")] -= _NO_CUE_EXCESS
    tags = told.argmax(-1)
    of = np.full(len(tags) + 1, -1)
    spans: list[list[int]] = []
    for word, tag in enumerate(tags.tolist()):
        if tag == begin or (tag == inside and not (spans and spans[-1][-1] == word - 1)):
            spans.append([word])
        elif tag == inside:
            spans[-1].append(word)
        else:
            continue
        of[word + 1] = len(spans) - 1
    if not spans:
        return
    outside = labels["cue"].index("O")
    places, shares = _places(bounds, first), softmax(scores["cue"])
    sources: list[list[int]] = [[] for _ in spans]
    contents: list[list[int]] = [[] for _ in spans]
    for layer, links, members in (("source", "source_cue", sources), ("content", "content_cue", contents)):
        held = scores[layer].argmax(-1) != labels[layer].index("O")
        leads = of[scores[links].argmax(-1)]
        for word in np.flatnonzero(held & (leads >= 0)).tolist():
            members[leads[word]].append(word)
    for number, span in enumerate(spans):
        content = set(contents[number])
        for other, words in enumerate(spans):
            if other != number and words[0] in content:
                content.update(contents[other], sources[other])
        yield CueScore(
            cue=tuple(places[word] for word in span),
            probability=float(1 - shares[span, outside].mean()),
            source=tuple(places[word] for word in sources[number]),
            content=tuple(places[word] for word in sorted(content)),
        )


def _sigmoid(scores: np.ndarray) -> np.ndarray:
    result: np.ndarray = 1 / (1 + np.exp(-scores.astype(np.float64)))
    return result
