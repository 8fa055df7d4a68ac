"""Which evidence wins for a field: the order of `seeds/ingestion/trust.csv`, the same for every format."""

from __future__ import annotations

from functools import cache

from transforms.articles.found import Found, Said
from transforms.articles.tables import rows


@cache
def ranks(name: str) -> dict[str, int]:
    """Rank by kind of evidence for one field; 1 is trusted most."""
    return {row["evidence"]: int(row["rank"]) for row in rows("trust") if row["field"] == name}


def in_order(found: Found, name: str) -> list[Said]:
    """All values for a field, the most trusted first, then in the document's order; untrusted evidence is left out."""
    order = ranks(name)
    return sorted((said for said in found.values(name) if said.evidence in order), key=lambda said: order[said.evidence])


def best(found: Found, name: str) -> Said | None:
    """The most trusted value for a field."""
    return next(iter(in_order(found, name)), None)
