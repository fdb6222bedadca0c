"""Lemmas from the model's edit scripts."""

from __future__ import annotations


def apply_script(form: str, script: str) -> str:
    """``form`` edited by a script: how to treat case, then ``=whole`` or ``cut+suffix``.

    Case: ``l`` lower, ``u`` upper, ``t`` title, ``k`` as in the form. ``l2+e``: lower, drop two, add "e".
    """
    case, body = script[0], script[1:]
    if body.startswith("="):
        base = body[1:]
    else:
        cut, _, suffix = body.partition("+")
        if int(cut) > len(form):
            return form
        base = (form if case == "k" else form.lower())[: len(form) - int(cut)] + suffix
    match case:
        case "l":
            return base.lower()
        case "u":
            return base.upper()
        case "t":
            return base.capitalize()
        case _:
            return base
