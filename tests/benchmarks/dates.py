"""Predict time expressions for a gold file of dates: `python dates.py GOLD OUT`.

Reads texts and days (`dct`), never answers; writes a JSON line a document in the scorer's format. Where TimeBank's
annotation differs from plain TIMEX3, the difference is mapped here and not in the product.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from transforms.dates.expression import TimeExpression
from transforms.dates.find import find
from transforms.language.document import Document


def timebank(expression: TimeExpression) -> dict[str, object]:
    """A time expression in TimeBank's convention."""
    kind, value = expression.type, expression.value or ""
    words = " ".join(expression.text.lower().split())
    if value.startswith("FY"):
        value = value[2:]
    elif words == "year-end":
        value += "-31"
    elif re.fullmatch(r"(?:the )?year(?:['’]s)? end", words):
        value = value[:4]
    elif words in ("the past year", "the last decade") and expression.first is not None:
        kind, value = "DATE", str(expression.first.year)[: 4 if "year" in words else 3]
    return {"start": expression.start, "end": expression.end, "type": kind, "value": value}


def main() -> None:
    """Predict every document of the gold file."""
    if len(sys.argv) != 3:
        sys.exit("usage: dates.py GOLD OUT")
    gold, out = map(Path, sys.argv[1:])
    opener = gzip.open if gold.suffix == ".gz" else open
    with opener(gold, "rt", encoding="utf-8") as file, out.open("w", encoding="utf-8") as written:
        for line in file:
            if not line.strip():
                continue
            row = json.loads(line)
            published = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
            found = find(Document(row["text"], published))
            json.dump({"id": row["id"], "timexes": [timebank(expression) for expression in found]}, written)
            written.write("\n")


if __name__ == "__main__":
    main()
