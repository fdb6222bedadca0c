"""The network: a six-layer MiniLM encoder over word pieces and one small head per question about a word.

Every group of heads reads its own learned mixture of the encoder's layers (Peters et al. 2018), at the
mean of a word's first and last piece. Trees are scored by biaffine attention (Dozat & Manning 2017); so are
the links from the words of a source or a content to their cue, and from a trigger to its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
SHAPES = 8
POSITIONS = 512
VOCABULARY = 30522
TREE_WIDTH = 256
RELATION_WIDTH = 64
LINK_WIDTH = 96
ROLE_WIDTH = 48
MENTION_WIDTH = 96
RARE = -4.0
"""Log odds of what one word in fifty is."""
NEVER = -1e4
"""Added to the score of what cannot be; bfloat16 holds it."""

GROUPS = ("tags", "tree", "names", "attribution", "events")
"""Groups of heads that share a mixture of layers and a hidden layer."""
TAG_HEADS = {
    "tags": ("upos", "xpos", "feats", "lemma"),
    "names": ("name", "head_type", "sentence_start"),
    "attribution": ("source", "cue", "content"),
    "events": ("event_type", "event_mode", "realis", "sign", "certainty"),
}
LINK_HEADS = ("source_cue", "content_cue")

Outputs = dict[str, Tensor]


class Dropout(nn.Module):
    """Dropout with one mask for all words of a window (Gal & Ghahramani 2016): a tenth of the random numbers,
    whose drawing takes 9 % of a step otherwise."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        mask = torch.empty(x.shape[0], *[1] * (x.dim() - 2), x.shape[-1], dtype=x.dtype, device=x.device)
        return x * mask.bernoulli_(1 - self.share).div_(1 - self.share)


class Block(nn.Module):
    """One transformer layer, normalised after each part (Vaswani et al. 2017), as BERT has it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.after_feedforward = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        size = WIDTH // ATTENTION_HEADS
        parts = self.attention(x).view(batch, length, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        # Written out: the fused kernel is half as fast backwards on a CPU (3,100 against 4,200 pieces/s).
        weights = torch.baddbmm(
            mask, query.flatten(0, 1), key.flatten(0, 1).transpose(1, 2), alpha=size**-0.5
        )
        mixed = (weights.softmax(-1) @ value.flatten(0, 1)).view(batch, ATTENTION_HEADS, length, size)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.after_attention(x + self.dropout(self.mixed(mixed)))
        return self.after_feedforward(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Biaffine(nn.Module):
    """Scores of every (dependent, head) pair: ``dependent · U · head + w · head`` over √width."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, width)
        self.head = nn.Linear(WIDTH, width)
        self.bilinear = nn.Linear(width, width, bias=False)
        self.prior = nn.Linear(width, 1)
        self.scale = width**-0.5
        nn.init.normal_(self.bilinear.weight, std=0.02)

    def forward(self, dependents: Tensor, heads: Tensor, dropout: nn.Module) -> Tensor:
        """[batch, n, width], [batch, m, width] → [batch, n, m]."""
        a = dropout(functional.gelu(self.dependent(dependents)))
        b = dropout(functional.gelu(self.head(heads)))
        return self.bilinear(a) @ b.transpose(1, 2) * self.scale + self.prior(b).transpose(1, 2)


class Relation(nn.Module):
    """Label scores of (dependent, head) pairs, from their vectors."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.labels = labels
        self.bilinear = nn.Linear(RELATION_WIDTH, labels * RELATION_WIDTH, bias=False)
        self.linear = nn.Linear(2 * RELATION_WIDTH, labels)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """[n, width] twice → [n, labels]."""
        crossed = self.bilinear(dependents).view(-1, self.labels, RELATION_WIDTH)
        return (crossed @ heads.unsqueeze(-1)).squeeze(-1) + self.linear(torch.cat([dependents, heads], -1))


class Network(nn.Module):
    """``sizes`` maps a head to its number of labels."""

    def __init__(self, sizes: Mapping[str, int], *, dropout: float = 0.1, head_dropout: float = 0.25) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList([Block(dropout) for _ in range(LAYERS)])
        self.mixtures = nn.Parameter(torch.zeros(len(GROUPS), LAYERS + 1))
        with torch.no_grad():
            self.mixtures[:, -1] = 2.0
        self.hidden = nn.ModuleDict(
            {
                group: nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.LayerNorm(WIDTH))
                for group in GROUPS
                if group != "tree"
            }
        )
        self.out = nn.ModuleDict(
            {head: nn.Linear(WIDTH, sizes[head]) for heads in TAG_HEADS.values() for head in heads}
        )
        self.trigger = nn.Linear(WIDTH, 1)
        self.tree = Biaffine(TREE_WIDTH)
        self.links = nn.ModuleDict({head: Biaffine(LINK_WIDTH) for head in LINK_HEADS})
        self.dependent = nn.Linear(WIDTH, RELATION_WIDTH)
        self.governor = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation = Relation(sizes["relation"])
        self.roles = sizes["role"]
        self.role_trigger = nn.Linear(WIDTH, self.roles * ROLE_WIDTH)
        self.role_argument = nn.Linear(WIDTH, ROLE_WIDTH)
        self.role_prior = nn.Linear(ROLE_WIDTH, self.roles)
        self.mention = nn.Linear(WIDTH, MENTION_WIDTH)
        self.antecedent = nn.Linear(MENTION_WIDTH, MENTION_WIDTH)
        with torch.no_grad():
            # Triggers and arguments are rare; a head that has learned nothing yet should find none.
            self.trigger.bias.fill_(RARE)
            self.role_prior.bias.fill_(RARE)
        self.dropout = Dropout(dropout)
        self.head_dropout = Dropout(head_dropout)

    def load_base(self, folder: Path) -> None:
        """Take embeddings and layers from a BERT checkpoint (``model.safetensors``)."""
        weights = {
            name.removeprefix("bert."): w for name, w in load_file(folder / "model.safetensors").items()
        }
        token_type = weights["embeddings.token_type_embeddings.weight"][0]
        with torch.no_grad():
            self.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + token_type)
            _copy(self.embedded, weights, "embeddings.LayerNorm")
            for number, block in enumerate(self.blocks):
                prefix = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    names = [f"{prefix}attention.self.{name}.{part}" for name in ("query", "key", "value")]
                    getattr(block.attention, part).copy_(torch.cat([weights[name] for name in names]))
                _copy(block.mixed, weights, prefix + "attention.output.dense")
                _copy(block.after_attention, weights, prefix + "attention.output.LayerNorm")
                _copy(block.up, weights, prefix + "intermediate.dense")
                _copy(block.down, weights, prefix + "output.dense")
                _copy(block.after_feedforward, weights, prefix + "output.LayerNorm")

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> Outputs:
        """``ids``, ``shapes``, ``mask`` [batch, pieces]; ``first``, ``last`` [batch, words + 1]: the pieces
        of each word, entry 0 standing for the root (the piece ``[CLS]``). Outputs are [batch, words, …]."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.embedded(x))
        if torch.is_autocast_enabled("cpu") or torch.is_autocast_enabled("cuda"):
            x = x.bfloat16()
        blocked = ((1 - mask) * NEVER)[:, None].repeat_interleave(ATTENTION_HEADS, 0).to(x.dtype)
        layers = [_words(x, first, last)]
        for block in self.blocks:
            x = block(x, blocked)
            layers.append(_words(x, first, last))
        stacked = torch.stack(layers)
        shares = self.mixtures.softmax(-1).to(stacked.dtype)
        mixed = (shares @ stacked.flatten(1)).view(len(GROUPS), *stacked.shape[1:])
        of = {group: self.head_dropout(mixed[i]) for i, group in enumerate(GROUPS)}
        hidden = {group: self.head_dropout(self.hidden[group](of[group])) for group in self.hidden}
        outputs: Outputs = {
            head: self.out[head](hidden[group][:, 1:]) for group, heads in TAG_HEADS.items() for head in heads
        }
        tree = of["tree"]
        outputs["arc"] = self.tree(tree[:, 1:], tree, self.head_dropout)
        outputs["dependent"] = self.head_dropout(functional.gelu(self.dependent(tree[:, 1:])))
        outputs["governor"] = self.head_dropout(functional.gelu(self.governor(tree)))
        told = hidden["attribution"]
        for head in LINK_HEADS:
            outputs[head] = self.links[head](told[:, 1:], told, self.head_dropout)
        events = hidden["events"][:, 1:]
        outputs["trigger"] = self.trigger(events).squeeze(-1)
        outputs["role"] = self._roles(events)
        outputs["mention"] = self.mention(hidden["names"][:, 1:])
        return outputs

    def _roles(self, events: Tensor) -> Tensor:
        """[batch, roles, triggers, arguments]."""
        batch, words, _ = events.shape
        triggers = self.role_trigger(events).view(batch, words, self.roles, ROLE_WIDTH).transpose(1, 2)
        arguments = self.role_argument(events)
        prior = self.role_prior(arguments).transpose(1, 2).unsqueeze(2)
        return triggers @ arguments.unsqueeze(1).transpose(-1, -2) * ROLE_WIDTH**-0.5 + prior


def _words(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Mean of the first and last piece of each word."""

    def at(places: Tensor) -> Tensor:
        return x.gather(1, places.unsqueeze(-1).expand(-1, -1, WIDTH))

    return 0.5 * (at(first) + at(last))


def _copy(module: Any, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])
