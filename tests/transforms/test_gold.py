"""A quality floor that only rises: the extraction against the project's own marked articles.

Raise the floors when the extraction improves; never lower one without saying why in docs/accuracy.md.
"""

import importlib.util
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from transforms.extract import ArticleText, extract

_PATH = Path(__file__).parents[1] / "gold" / "score.py"
_SPEC = importlib.util.spec_from_file_location("gold_score", _PATH)
score = importlib.util.module_from_spec(_SPEC)
sys.modules["gold_score"] = score
_SPEC.loader.exec_module(score)

ARTICLES, PASSAGES = score.read_articles(), score.read_passages()
FLOORS = {
    "articles": {"precision": 0.98, "recall": 0.98, "comparator": 0.98, "unit": 0.98, "metric": 0.9, "status": 0.98, "source": 0.95, "quote": 0.98},
    "passages": {
        "precision": 0.99, "recall": 0.99, "whole": 0.90, "comparator": 0.99, "unit": 0.97, "counted": 0.96, "metric": 0.975, "subject": 0.925,
        "place": 0.965, "status": 0.98, "source": 0.955, "quote": 0.96, "stated_on": 0.96, "period": 0.985,
    },
}  # fmt: skip


@cache
def tallied(name):
    return score.tally({"articles": ARTICLES, "passages": PASSAGES}[name])


@pytest.mark.parametrize(("name", "figure"), [(name, figure) for name, floors in FLOORS.items() for figure in floors])
def test_floor(name, figure):
    counts = tallied(name)
    figures = counts.figures()
    assert figures[figure] >= FLOORS[name][figure], f"{figures}\n" + "\n".join(map(str, counts.wrong))


@pytest.mark.parametrize("article", PASSAGES, ids=lambda article: article["id"])
def test_marks_stand_where_they_say(article):
    for claim in article["claims"]:
        assert article["text"][claim["start"] : claim["end"]] == claim["number_text"]


@pytest.mark.parametrize("article", ARTICLES + PASSAGES, ids=lambda article: article["id"])
def test_offsets_slice_the_article(article):
    text = article["text"]
    extraction = extract(ArticleText(text, date.fromisoformat(article["published"]), article["publisher"]))
    for row in extraction.mentions:
        assert text[row["char_start"] : row["char_end"]] == row["number_text"]
        assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        assert row["sentence_start"] <= row["char_start"] < row["char_end"] <= row["sentence_end"]
    for row in extraction.dates:
        assert text[row["char_start"] : row["char_end"]] == row["date_text"]
