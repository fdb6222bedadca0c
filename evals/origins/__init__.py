"""Independent origins of claims, against two people's count."""
