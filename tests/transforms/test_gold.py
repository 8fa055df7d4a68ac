"""A quality floor that only rises: the extraction against the project's own marked articles.

Raise FLOORS when the extraction improves; never lower one without saying why in docs/accuracy.md.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from transforms.extract import ArticleText, extract

ARTICLES = yaml.safe_load((Path(__file__).parents[1] / "gold" / "articles.yaml").read_text(encoding="utf-8"))
FIELDS = ("comparator", "unit", "metric", "status", "subject", "place", "source", "quote", "stated_on", "period", "source_chain")
DEFAULTS = {"comparator": "=", "status": "asserted", "quote": "none", "source_chain": []}
FLOORS = {
    "precision": 0.9,
    "recall": 0.9,
    "comparator": 0.9,
    "unit": 0.9,
    "metric": 0.78,
    "status": 0.9,
    "source": 0.8,
    "quote": 0.85,
    "stated_on": 0.85,
}


def gold_claims(article):
    """(start, end) -> the marked claim with its defaults filled in."""
    marked = {}
    for claim in article["claims"]:
        places = [m.span() for m in re.finditer(rf"(?<![\w,.]){re.escape(claim['number'])}(?!\w|[,.]\d)", article["text"])]
        filled = DEFAULTS | {"high": claim["low"]} | claim | {"source_chain": claim.get("chain", [])}
        marked[places[claim.get("at", 1) - 1]] = filled
    return marked


@cache
def tallies():
    right, paired, gold_count, found_count, wrong = dict.fromkeys(FIELDS, 0), 0, 0, 0, []
    for article in ARTICLES:
        gold = gold_claims(article)
        rows = extract(ArticleText(article["text"], date.fromisoformat(str(article["published"])), article["publisher"])).mentions
        found = [row for row in rows if row["is_claim"]]
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        for (start, end), claim in gold.items():
            partners = [row for row in found if row["char_start"] < end and start < row["char_end"]]
            partner = next((row for row in partners if (row["low"], row["high"]) == (claim["low"], claim["high"])), None)
            if partner is None:
                wrong.append((article["id"], claim["number"], "missed"))
                continue
            paired += 1
            for field in FIELDS:
                expected, actual = claim.get(field), partner[field]
                same = str(expected).lower() == str(actual).lower() if expected is not None else actual is None
                right[field] += same
                if not same:
                    wrong.append((article["id"], claim["number"], field, expected, actual))
        spans = list(gold)
        wrong += [
            (article["id"], row["number_text"], "spurious")
            for row in found
            if not any(row["char_start"] < e and s < row["char_end"] for s, e in spans)
        ]
    figures = {"precision": paired / max(found_count, 1), "recall": paired / gold_count}
    return figures | {field: count / max(paired, 1) for field, count in right.items()}, wrong


@pytest.mark.parametrize("figure", FLOORS)
def test_floor(figure):
    figures, wrong = tallies()
    assert figures[figure] >= FLOORS[figure], f"{figures}\n" + "\n".join(map(str, wrong))


def test_every_marked_number_stands_in_its_article():
    assert sum(len(gold_claims(article)) for article in ARTICLES) == sum(len(article["claims"]) for article in ARTICLES)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_offsets_slice_the_article(article):
    text = article["text"]
    extraction = extract(ArticleText(text, date.fromisoformat(str(article["published"])), article["publisher"]))
    for row in extraction.mentions:
        assert text[row["char_start"] : row["char_end"]] == row["number_text"]
        assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        assert row["sentence_start"] <= row["char_start"] < row["char_end"] <= row["sentence_end"]
    for row in extraction.dates:
        assert text[row["char_start"] : row["char_end"]] == row["date_text"]
