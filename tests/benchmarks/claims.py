"""Predictions for the hand-marked claims set, in its scorer's format: `claims.py GOLD.jsonl OUT.jsonl`.

GOLD holds an article a line with id, publisher, published and text; OUT gets the extraction's claims of each.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from transforms.extract import ArticleText, extract

FIELDS = ("number_text", "comparator", "low", "high", "unit", "counted", "metric", "subject", "place", "status", "source",
          "source_chain", "quote", "stated_on", "period", "trend")  # fmt: skip


def predicted(article: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims of one gold article's text."""
    extraction = extract(ArticleText(article["text"], date.fromisoformat(article["published"]), article.get("publisher"), article.get("title")))
    return [
        {"start": row["char_start"], "end": row["char_end"]} | {field: row[field] for field in FIELDS}
        for row in extraction.mentions
        if row["is_claim"]
    ]


def main(gold: str, out: str) -> None:
    """Write a line of claims for each article of the gold file."""
    articles = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines() if line.strip()]
    with Path(out).open("w", encoding="utf-8") as file:
        for article in articles:
            file.write(json.dumps({"id": article["id"], "claims": predicted(article)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
