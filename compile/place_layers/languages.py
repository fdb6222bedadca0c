"""The scripts that countries write their names in."""

from __future__ import annotations

from typing import Any

NON_LATIN = frozenset({
    *("ar", "fa", "ur", "ru", "uk", "be", "bg", "sr", "mk", "el", "hy", "ka", "he", "zh", "ja", "ko"),
    *("th", "km", "lo", "my", "hi", "bn", "ne", "si", "ta", "am", "ti", "dv", "dz", "mn"),
    *("kk", "ky", "tg", "ps", "pa"),
})  # fmt: skip
"""Main languages written in other scripts: their towns have several romanisations, all kept."""


def main_languages(country_items: dict[str, Any]) -> dict[str, str]:
    """ISO 3166-1 code → code of the first language GeoNames lists."""
    return {
        code: (item["languages"] or "").split(",")[0].split("-")[0] for code, item in country_items.items()
    }
