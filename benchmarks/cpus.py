"""``python -m benchmarks.cpus``: does the model decide the same on other kinds of CPU?

The bundled reports are parsed on this machine's CPU and again on others as ``qemu-x86_64`` (Debian's
qemu-user) emulates them: Haswell has AVX2 but no VNNI, Nehalem not even AVX. Decisions that differ are
counted. Emulation is some hundred times slower; the speed of other CPUs is not measured.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import ROOT
from whence.clean import document_of
from whence.handover import ParsedDocument
from whence.parse import Parser

EXAMPLE = ROOT / "examples/hong-kong-2019"
KINDS = ("Haswell", "Nehalem")
Decisions = dict[str, list[str]]


def decided(parsed: ParsedDocument) -> Decisions:
    """What is decided of a document, layer by layer, one entry per word, name, trigger, cue or entity."""
    words = [word for sentence in parsed.sentences for word in sentence.words]
    return {
        "sentences": [f"{s.start} {s.end}" for s in parsed.sentences],
        "tags": [f"{w.start} {w.upos} {w.xpos} {w.feats}" for w in words],
        "lemmas": [f"{w.start} {w.lemma}" for w in words],
        "tree": [f"{w.start} {w.head} {w.deprel}" for w in words],
        "mention types": [f"{w.start} {w.head_type}" for w in words],
        "names": [f"{n.start} {n.end} {n.kind}" for n in parsed.names],
        "triggers": [f"{t.sentence} {t.word} {next(iter(t.types))} {t.realis}" for t in parsed.triggers],
        "cues": [f"{c.cue} {c.source} {c.content}" for c in parsed.cues],
        "entities": [str(entity) for entity in parsed.entities],
    }


def all_decided(documents: int) -> Decisions:
    parser = Parser()
    found: Decisions = {}
    for number, path in enumerate(sorted(EXAMPLE.glob("*.txt"))[:documents]):
        for layer, values in decided(parser.parse(document_of(path.read_text(encoding="utf-8")))).items():
            found.setdefault(layer, []).extend(f"{number} {value}" for value in values)
    return found


def emulated(kind: str, documents: int) -> Decisions:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "decided.json"
        command = ["qemu-x86_64", "-cpu", kind, str(Path(sys.executable).resolve()), "-m", "benchmarks.cpus"]
        command += ["--documents", str(documents), "--write", str(target)]
        environment = {"PYTHONPATH": ":".join(path for path in sys.path if path), "OPENBLAS_NUM_THREADS": "1"}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{kind}: {done.stderr.strip().splitlines()[-1]}")
        found: Decisions = json.loads(target.read_text(encoding="utf-8"))
        return found


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.cpus", description=__doc__)
    options.add_argument("--documents", type=int, default=3, metavar="N", help="reports to parse")
    options.add_argument(
        "--write", type=Path, help="only write what this CPU decides (used by the emulated runs)"
    )
    given = options.parse_args()
    if given.write:
        given.write.write_text(json.dumps(all_decided(given.documents)), encoding="utf-8")
        return 0
    if shutil.which("qemu-x86_64") is None:
        print("Skipped: there is no qemu-x86_64 (Debian: apt-get install qemu-user).")
        return 0
    here = all_decided(given.documents)
    print(f"{'decisions':<16}{'here':>8}" + "".join(f"{kind:>12}" for kind in KINDS) + "  (that differ)")
    there = {kind: emulated(kind, given.documents) for kind in KINDS}
    for layer, values in here.items():
        counts = "".join(f"{len(set(values) ^ set(there[kind][layer])) / 2:>12.1f}" for kind in KINDS)
        print(f"{layer:<16}{len(values):>8}{counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
