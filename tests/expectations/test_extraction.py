"""What the extraction makes of made-up texts passes the row-level expectations: no rule may write a row that its own checks refuse."""

import json
import re
from pathlib import Path

import polars as pl
import pytest

from expectations.run import validate
from tests import factories
from tests.transforms.attribution import test_chains, test_naming, test_polls, test_quotes, test_scope
from tests.transforms.claims import test_counted, test_metric, test_status
from transforms import schema
from transforms.claim_frames import article_texts, claims, mention_frames
from transforms.extract import extract

PASSAGES = Path(__file__).parents[1] / "gold" / "passages.jsonl"
# lines that stand for what the tables of cases have none of
OWN = [
    "The far-out Harbour party is third at 14 percent, according to an Orlo poll for Channel 9 published on Friday.\nSome 9 percent of voters are undecided.",
    "Margins rose 80 basis points.",
    "Opposition leads by seven points a week before vote, poll finds",
    "In the poll, Brandt leads Cole by 4 points, 46 to 42.",
    "The ministry said more\nthan 40 men had lost up\nto $3 million, and that at\nleast 12 had left by\nSunday for the north.",
]


def _passages() -> list[str]:
    return [json.loads(line)["text"] for line in PASSAGES.read_text(encoding="utf-8").splitlines()]


def _attributions() -> list[str]:
    modules = (test_chains, test_naming, test_polls, test_quotes, test_scope)
    return [re.sub(r"\[\[|\]\]", "", case[0]) for module in modules for case in module.CASES]


def _descriptions() -> list[str]:
    return list(dict.fromkeys(case[0] for module in (test_counted, test_metric, test_status) for case in module.CASES))


@pytest.mark.parametrize("texts", [_passages, _attributions, _descriptions, lambda: OWN], ids=["passages", "attributions", "descriptions", "own"])
def test_rows_pass_their_own_expectations(texts):
    rows = [factories.article(f"text-{i}", text, title=None) for i, text in enumerate(texts())]
    articles = pl.DataFrame(rows, schema=schema.ARTICLES.frame_schema(), orient="row")
    mentions, dates = mention_frames([extract(article) for article in article_texts(articles)])
    assert mentions.height >= len(rows) / 2
    context = {"articles": articles, "mentions": mentions, "dates": dates}
    for table, frame in (("mentions", mentions), ("dates", dates), ("claims", claims(mentions, dates, articles))):
        failed = validate(table, frame, context).results.filter(pl.col("is_row_level") & ~pl.col("passed") & (pl.col("severity") == "error"))
        assert failed.select("check_name", "sample_json").rows() == []
