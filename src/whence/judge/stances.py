"""Stances as people judged them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from whence.judge.anchors import of_stance
from whence.judge.decided import Decisions, reason, review_of
from whence.judge.document import Draft
from whence.judge.writing import stance_text
from whence.records import Judgement, Stance


def judge_stances(draft: Draft, decisions: Decisions) -> None:
    """Correct stances. One on an argument that was judged none goes; on the event its holder is committed to
    nothing, since every holder on the chain has one."""
    written = {a.attribution_id: a for a in draft.records.attributions}
    for stance in list(draft.stances.values()):
        mention = draft.events[stance.event_mention_id]
        holder = written.get(stance.attribution_id or "")
        held = decisions.on(of_stance(draft.records.document, stance, mention, holder))
        if not held:
            continue
        if "stance" in held and held["stance"][-1].verdict == "wrong" and stance.scope != "event":
            del draft.stances[stance.stance_id]
        else:
            draft.stances[stance.stance_id] = _judged(stance, held)


def _judged(stance: Stance, held: Mapping[str, Sequence[Judgement]]) -> Stance:
    found = stance
    last = {field: judgements[-1] for field, judgements in held.items()}
    if "stance" in last and last["stance"].verdict == "wrong":
        found = replace(found, sign="?", certainty="none", why=reason(last["stance"]))
    if "sign" in last and last["sign"].verdict != "right":
        found = replace(found, sign=last["sign"].value, why=reason(last["sign"]))  # type: ignore[arg-type]
        # Who is not committed holds nothing for certain or likely; who is, does.
        if found.sign == "?":
            found = replace(found, certainty="none")
        elif found.certainty == "none":
            found = replace(found, certainty="certain")
    if "certainty" in last and last["certainty"].verdict != "right":
        value = last["certainty"].value
        found = replace(found, certainty=value, why=reason(last["certainty"]))  # type: ignore[arg-type]
    reviewed = tuple(review_of(held[field], stance_text(stance, field)) for field in sorted(held))
    return replace(found, reviewed=reviewed)
