"""Sectors of PLOVER by the actor codes of CAMEO."""

from __future__ import annotations

# CAMEO role codes (Phoenix) → PLOVER sectors. "MED" is media in CAMEO and medicine in PLOVER.
CAMEO_SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "REB": "REB", "INS": "REB", "SEP": "REB", "OPP": "OPP", "PTY": "PTY",
    "AGR": "AGR", "BUS": "BUS", "MNC": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI",
    "MED": "JRN", "JRN": "JRN", "HLH": "MED", "LAB": "LAB", "REF": "REF", "REL": "REL", "LEG": "LEG",
    "JUD": "JUD", "SPY": "SPY", "COP": "COP", "UAF": "UAF", "NGO": "SOC", "HRI": "SOC", "PRM": "PRM",
    "CHR": "REL", "MUS": "REL", "JEW": "REL", "HIN": "REL", "BUD": "REL", "SOC": "SOC", "UNK": "UNK",
    "PRE": "PRE",
}  # fmt: skip
PLOVER_ONLY = {"MED": "MED", "JRN": "JRN"}


def cameo_sectors(code: str) -> list[str]:
    """PLOVER sectors of a CAMEO actor code: "IRQGOVMIL" → GOV, MIL; the first three letters are a country
    or a group (IGO, NGO, MNC, IMG)."""
    found = []
    head = {"NGO": "SOC", "MNC": "BUS", "NGM": "SOC"}.get(code[:3])
    if head:
        found.append(head)
    for at in range(3, len(code) - 2, 3):
        sector = CAMEO_SECTORS.get(code[at : at + 3])
        if sector:
            found.append(sector)
    return list(dict.fromkeys(found))


def agent_sectors(code: str, source: str) -> list[str]:
    table = {**CAMEO_SECTORS, **(PLOVER_ONLY if source == "plover" else {})}
    parts = [table.get(code[at : at + 3]) for at in range(0, len(code) - 2, 3)]
    return list(dict.fromkeys(part for part in parts if part))
