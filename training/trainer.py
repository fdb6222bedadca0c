"""Trains one stage: time-budgeted, resumable, on one process or several that average their gradients.

On a CPU two processes of one thread each are faster and steadier than one of two threads, which waits for
its slower thread whenever anything else runs. On a GPU one process is used.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import distributed, nn
from torch.multiprocessing.spawn import spawn

from training.batches import Batch, Batcher, shards
from training.document import LabelledDocument
from training.labels import Labels
from training.losses import losses, total
from training.network import Network
from whence.parse.encode import Encoder

_REPORT, _SAVE = 25, 180
"""Steps between two lines of the log; seconds between two checkpoints."""
_AVERAGED = 4
"""Steps between two updates of the running average, which is over some eighty steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    name: str
    minutes: float
    rates: Mapping[str, float]
    encoder: tuple[float, float]
    heads: tuple[float, float]
    room: int
    warmup: int
    average: float
    seed: int
    processes: int = 2


def run(
    stage: Stage,
    folder: Path,
    labels: Labels,
    documents: Sequence[LabelledDocument],
    start: Path,
    encoder: Callable[[], Encoder],
) -> Path:
    """Train ``stage`` into ``folder`` and return its final weights (``average.pt``).

    ``start`` is a checkpoint of an earlier stage, or the folder of the base model. A stage that was
    interrupted goes on from its last checkpoint; one that is done is not run again.
    """
    done = folder / "average.pt"
    if done.exists():
        return done
    folder.mkdir(parents=True, exist_ok=True)
    processes = 1 if torch.cuda.is_available() else stage.processes
    used = [d for d in documents if d.corpus in stage.rates]
    arguments = (processes, stage, folder, labels, used, start, encoder)
    if processes == 1:
        _worker(0, *arguments)
    else:
        os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
        os.environ.setdefault("MASTER_PORT", str(29400 + os.getpid() % 500))
        spawn(_worker, arguments, nprocs=processes)  # type: ignore[no-untyped-call]
    return done


def _worker(
    rank: int,
    processes: int,
    stage: Stage,
    folder: Path,
    labels: Labels,
    documents: Sequence[LabelledDocument],
    start: Path,
    encoder: Callable[[], Encoder],
) -> None:
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if processes > 1:
        torch.set_num_threads(1)
        distributed.init_process_group("gloo", rank=rank, world_size=processes)
    torch.manual_seed(stage.seed)
    network = Network({head: len(values) for head, values in labels.items()})
    if start.is_dir():
        network.load_base(start)
    else:
        network.load_state_dict(torch.load(start, weights_only=True)["network"])
    network.pieces.weight.requires_grad_(False)
    torch.manual_seed(stage.seed * 1000 + rank)
    trainer = _Trainer(network.to(device), stage, folder, rank, processes)
    trainer.train(Batcher(documents, stage.rates, encoder()))
    if processes > 1:
        distributed.destroy_process_group()


class _Trainer:
    def __init__(self, network: Network, stage: Stage, folder: Path, rank: int, processes: int) -> None:
        self.network, self.stage, self.folder = network, stage, folder
        self.rank, self.processes = rank, processes
        names = ("positions", "embedded", "blocks", "shapes")
        trained = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
        body = [p for name, p in trained if name.split(".")[0] in names]
        heads = [p for name, p in trained if name.split(".")[0] not in names]
        self.parameters = body + heads
        self.optimizer = torch.optim.AdamW(
            [{"params": body, "span": stage.encoder}, {"params": heads, "span": stage.heads}],
            betas=(0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )
        self.step, self.used, self.words = 0, 0.0, 0
        self.average = [p.detach().clone() for p in self.parameters]
        self.flat = torch.zeros(sum(p.numel() for p in self.parameters))
        last = folder / "last.pt"
        if last.exists():
            state = torch.load(last, weights_only=True)
            network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            for group, span in zip(self.optimizer.param_groups, (stage.encoder, stage.heads), strict=True):
                group["span"] = span  # of the recipe as it is now
            self.average = state["average"]
            self.step, self.used, self.words = state["step"], state["used"], state["words"]

    def train(self, batcher: Batcher) -> None:
        self.network.train()
        budget, saved = self.stage.minutes * 60, time.monotonic()
        while self.used < budget:
            # All processes draw the same batches and take every so-manyth of them.
            chance = random.Random(f"{self.stage.seed} {self.step}")
            batches = batcher.round(chance, self.stage.room)
            own = random.Random(f"{self.stage.seed} {self.step} {self.rank}")
            log: dict[str, float] = defaultdict(float)
            if len(batches) < self.processes:
                raise ValueError(
                    f"Stage {self.stage.name} has too few documents for {self.processes} processes."
                )
            for windows in shards(batches, self.rank, self.processes):
                began = time.monotonic()
                self._learn(batcher.collate(windows, own), log)
                self.used += time.monotonic() - began
                self._agree()
                self.step += 1
                if self.step % _REPORT == 0:
                    self._report(log)
                    log.clear()
                if self.rank == 0 and time.monotonic() - saved > _SAVE:
                    self._save()
                    saved = time.monotonic()
                if self.used >= budget:
                    break
        if self.rank == 0:
            self._finish()

    def _learn(self, batch: Batch, log: dict[str, float]) -> None:
        share = min(1.0, self.used / (self.stage.minutes * 60))
        warm = min(1.0, (self.step + 1) / self.stage.warmup)
        for group in self.optimizer.param_groups:
            high, low = group["span"]
            group["lr"] = warm * (high + (low - high) * share)
        device = next(self.network.parameters()).device
        with torch.autocast(device.type, dtype=torch.bfloat16):
            outputs = self.network(*(x.to(device) for x in batch.inputs))
            found = losses(
                self.network,
                {k: v.cpu() for k, v in outputs.items()} if device.type != "cpu" else outputs,
                batch,
            )
        loss = total(found)
        loss.backward()  # type: ignore[no-untyped-call]
        self._share_gradients()
        nn.utils.clip_grad_norm_(self.parameters, 2.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.words += int(batch.words.sum())
        for head, value in found.items():
            log[head] += float(value.detach())
            log["#" + head] += 1
        if self.step % _AVERAGED == 0:
            torch._foreach_lerp_(self.average, [p.detach() for p in self.parameters], 1 - self.stage.average)

    def _share_gradients(self) -> None:
        """Replace gradients by their mean over the processes."""
        if self.processes == 1:
            return
        place = 0
        for p in self.parameters:
            if p.grad is None:
                self.flat[place : place + p.numel()].zero_()
            else:
                self.flat[place : place + p.numel()].copy_(p.grad.reshape(-1))
            place += p.numel()
        distributed.all_reduce(self.flat)
        self.flat /= self.processes
        place = 0
        for p in self.parameters:
            p.grad = self.flat[place : place + p.numel()].view_as(p)
            place += p.numel()

    def _agree(self) -> None:
        """One clock for all processes, so that they stop at the same step."""
        if self.processes > 1:
            clock = torch.tensor([self.used])
            distributed.all_reduce(clock, op=distributed.ReduceOp.MAX)
            self.used = float(clock)

    def _report(self, log: dict[str, float]) -> None:
        if self.rank:
            return
        parts = " ".join(f"{head} {log[head] / log['#' + head]:.3f}" for head in log if "#" + head in log)
        speed = self.processes * self.words / self.used
        line = f"{self.used / 60:5.1f} min, step {self.step}, {speed:.0f} words/s: {parts}"
        with (self.folder / "log.txt").open("a", encoding="utf-8") as log_file:
            log_file.write(line + "\n")

    def _save(self) -> None:
        state: dict[str, Any] = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average,
            "step": self.step,
            "used": self.used,
            "words": self.words,
        }
        _replace(self.folder / "last.pt", state)

    def _finish(self) -> None:
        with torch.no_grad():
            for p, mean in zip(self.parameters, self.average, strict=True):
                p.copy_(mean)
        summary = {
            "step": self.step,
            "minutes": round(self.used / 60, 1),
            "words": self.processes * self.words,
        }
        (self.folder / "summary.json").write_text(json.dumps(summary) + "\n", encoding="utf-8")
        _replace(self.folder / "average.pt", {"network": self.network.state_dict()})


def _replace(path: Path, state: Mapping[str, Any]) -> None:
    """Write whole or not at all: a run may be cut off at any moment."""
    scratch = path.with_suffix(".tmp")
    torch.save(dict(state), scratch)
    scratch.replace(path)
