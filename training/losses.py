"""What the network is trained to lower: a weighted sum over the heads a batch has labels for."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.document import UNKNOWN
from training.network import NEVER, Network, Outputs

WEIGHTS = {
    **{"upos": 0.5, "xpos": 0.5, "feats": 0.5, "lemma": 0.5},
    **{"name": 1.0, "head_type": 0.7, "sentence_start": 0.7, "arc": 1.0, "relation": 1.0},
    **{"source": 0.7, "cue": 0.7, "content": 1.0, "source_cue": 0.7, "content_cue": 1.0},
    **{"trigger": 2.0, "event_type": 1.0, "event_mode": 0.3, "realis": 0.5, "sign": 0.3, "certainty": 0.3},
    **{"role": 2.0, "antecedent": 0.2},
}
"""Head → weight. Heads with labels on every word of a treebank count half: they are many and easy."""

Losses = dict[str, Tensor]


def losses(network: Network, outputs: Outputs, batch: Batch) -> Losses:
    """Head → mean loss over its labels, for every head that has any in ``batch``."""
    found: Losses = {}
    for layer, labels in batch.tags.items():
        if layer != "relation" and bool((labels >= 0).any()):
            scores = outputs[layer].float()
            found[layer] = functional.cross_entropy(
                scores.flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN
            )
    columns = torch.arange(outputs["arc"].shape[2], device=batch.words.device)
    outside = columns[None] > batch.words[:, None]
    for layer, head in (("head", "arc"), ("source_cue", "source_cue"), ("content_cue", "content_cue")):
        links = batch.links[layer]
        known = links >= 0
        if bool(known.any()):
            possible = outputs[head].float().masked_fill(outside[:, None], NEVER)
            found[head] = functional.cross_entropy(possible[known], links[known])
    labels = batch.tags["relation"]
    known = (labels >= 0) & (batch.links["head"] >= 0)
    if bool(known.any()):
        governors = outputs["governor"]
        at = batch.links["head"].clamp(min=0).unsqueeze(-1).expand(-1, -1, governors.shape[-1])
        chosen = network.relation(outputs["dependent"][known], governors.gather(1, at)[known])
        found["relation"] = functional.cross_entropy(chosen.float(), labels[known])
    found |= _trigger(outputs, batch) | _roles(outputs, batch) | _antecedents(network, outputs, batch)
    return found


def total(found: Losses) -> Tensor:
    return torch.stack([WEIGHTS[head] * loss for head, loss in found.items()]).sum()


def _trigger(outputs: Outputs, batch: Batch) -> Losses:
    known = batch.trigger >= 0
    if not bool(known.any()):
        return {}
    weights = batch.trigger_weight[:, None].expand_as(batch.trigger)[known]
    each = functional.binary_cross_entropy_with_logits(
        outputs["trigger"].float()[known], batch.trigger[known], reduction="none"
    )
    return {"trigger": (each * weights).sum() / known.sum()}


def _roles(outputs: Outputs, batch: Batch) -> Losses:
    if not batch.role_rows:
        return {}
    device = batch.words.device
    rows = torch.tensor(batch.role_rows, device=device)
    scores = outputs["role"].float()[rows[:, 0], :, rows[:, 1]]  # [rows, roles, words]
    target = torch.zeros_like(scores)
    if batch.role_marks:
        marks = torch.tensor(batch.role_marks, device=device)
        target[marks[:, 0], marks[:, 2], marks[:, 1]] = 1
    inside = torch.arange(scores.shape[2], device=device)[None] < batch.words[rows[:, 0]][:, None]
    each = functional.binary_cross_entropy_with_logits(scores, target, reduction="none") * inside[:, None]
    return {"role": each.sum() / (4 * len(rows))}


def _antecedents(network: Network, outputs: Outputs, batch: Batch) -> Losses:
    """Marginal likelihood of the right antecedents inside a window (Lee et al. 2017); the first mention of
    an entity has none, which scores 0."""
    parts = []
    for row, mentions in enumerate(batch.mentions):
        if len(mentions) < 2:
            continue
        vectors = outputs["mention"][row, [head for head, _ in mentions]]
        scores = (network.antecedent(vectors) @ vectors.transpose(0, 1)).float() * vectors.shape[-1] ** -0.5
        n = len(mentions)
        entities = torch.tensor([entity for _, entity in mentions], device=scores.device)
        before = torch.ones(n, n, device=scores.device).tril(-1) > 0
        right = (entities[:, None] == entities[None]) & before
        none = torch.zeros(n, 1, device=scores.device)
        everything = torch.cat([none, scores.masked_fill(~before, NEVER)], 1)
        wanted = torch.cat(
            [none.masked_fill(right.any(1, keepdim=True), NEVER), scores.masked_fill(~right, NEVER)], 1
        )
        parts.append((everything.logsumexp(1) - wanted.logsumexp(1)).mean())
    return {"antecedent": torch.stack(parts).mean()} if parts else {}
