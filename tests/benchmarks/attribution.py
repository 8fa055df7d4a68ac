"""Predict who says each number for a gold file of attributions: `python attribution.py GOLD OUT`.

Reads texts and days, never answers; finds the numerals itself (those that are no claim too) and writes a JSON line an
article in the scorer's format. Where the set's annotation differs from the product's, the difference is mapped here.
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
from transforms.attribution.attribution import NONE
from transforms.dates.find import find as find_dates
from transforms.language.document import Document
from transforms.quantities.find import find as find_quantities


def predicted(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Span, source and quote of every numeral of one article."""
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    document = Document(row["text"], published, row.get("publisher"), row.get("title"))
    spans = [(quantity.start, quantity.end) for quantity in find_quantities(document, find_dates(document))]
    found = zip(spans, attribute(document, spans), strict=True)
    # results of a poll that go on without a cue: the set marks them as implied, with no source
    cued = ((span, NONE if said.implied else said) for span, said in found)
    return [{"start": start, "end": end, "source": said.source, "quote": said.quote} for (start, end), said in cued]


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
