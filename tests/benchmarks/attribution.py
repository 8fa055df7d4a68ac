"""Predict who says each number for a gold file of attributions: `python attribution.py GOLD OUT`.

Reads texts and days, never answers; finds the numerals itself (those that are no claim too) and writes a JSON line an
article in the scorer's format.
"""

from __future__ import annotations

import gzip
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from transforms.attribution.attribute import attribute
from transforms.dates.find import find as find_dates
from transforms.language.document import Document
from transforms.quantities.find import find as find_quantities


def predicted(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Span, source and quote of every numeral of one article."""
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    document = Document(row["text"], published, row.get("publisher"), row.get("title"))
    spans = [(quantity.start, quantity.end) for quantity in find_quantities(document, find_dates(document))]
    found = zip(spans, attribute(document, spans), strict=True)
    return [{"start": start, "end": end, "source": said.source, "quote": said.quote} for (start, end), said in found]


def main() -> None:
    """Predict every article of the gold file."""
    if len(sys.argv) != 3:
        sys.exit("usage: attribution.py GOLD OUT")
    gold, out = map(Path, sys.argv[1:])
    opener = gzip.open if gold.suffix == ".gz" else open
    with opener(gold, "rt", encoding="utf-8") as file, out.open("w", encoding="utf-8") as written:
        for line in file:
            if line.strip():
                row = json.loads(line)
                written.write(json.dumps({"id": row["id"], "claims": predicted(row)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
