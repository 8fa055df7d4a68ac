"""Running the extraction over a frame of articles on all cores, one article's fault never being another's."""

import multiprocessing
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

import polars as pl

from orchestration.parallel import end_with_parent
from transforms import schema
from transforms.claim_frames import article_texts, mention_frames
from transforms.extract import ArticleText, Extraction, extract
from transforms.ids import stable_id

# below this many characters, starting processes and loading the model in each costs more than it saves
SERIAL_CHARACTERS = 400_000
CHUNK_ARTICLES = 16

Outcome = Extraction | str
Progress = Callable[[int, int], None]


def extract_articles(articles: pl.DataFrame, workers: int = 1, progress: Progress | None = None) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The frames `mentions`, `dates` and `quarantine` of a frame of articles, in the articles' order.

    `progress` is called with (articles done, articles in all). An article whose extraction raises goes to quarantine as
    `extraction_error` with its traceback; the others go on.
    """
    texts = list(article_texts(articles))
    is_large = sum(len(article.text) for article in texts) > SERIAL_CHARACTERS
    outcomes: list[Outcome] = []
    for outcome in _parallel(texts, workers) if workers > 1 and is_large else map(_attempt, texts):
        outcomes.append(outcome)
        if progress:
            progress(len(outcomes), len(texts))
    mentions, dates = mention_frames([outcome for outcome in outcomes if isinstance(outcome, Extraction)])
    faults = [(row, outcome) for row, outcome in zip(articles.iter_rows(named=True), outcomes, strict=True) if isinstance(outcome, str)]
    return mentions, dates, _quarantine(faults)


def _parallel(texts: list[ArticleText], workers: int) -> Iterator[Outcome]:
    # spawned, not forked: Polars' and Dagster's threads do not survive a fork
    context = multiprocessing.get_context("spawn")
    remaining = iter(texts)
    chunks = list(iter(lambda: list(islice(remaining, CHUNK_ARTICLES)), []))
    with ProcessPoolExecutor(workers, mp_context=context, initializer=end_with_parent) as pool:
        for results in pool.map(_attempt_all, chunks):
            yield from results


def _attempt_all(texts: list[ArticleText]) -> list[Outcome]:
    return [_attempt(article) for article in texts]


def _attempt(article: ArticleText) -> Outcome:
    try:
        return extract(article)
    except Exception as error:  # noqa: BLE001 - whatever a rule raises on one text must not stop the others; the row keeps it
        return "".join(traceback.format_exception(error, limit=-6))


def _quarantine(faults: list[tuple[dict, str]]) -> pl.DataFrame:
    rows = [
        {
            "quarantine_id": stable_id("mentions", "extraction_error", row["article_id"], row["text_hash"]),
            "stage": "mentions",
            "reason": "extraction_error",
            "detail": f"article {row['article_id']}: the extraction raised; please report it with this text. {trace}",
            "origin": row["url"] or row["article_id"],
            "document_id": row["document_id"],
            "row_json": pl.DataFrame([row]).write_json()[1:-1],
            "arrival_date": row["arrival_date"],
        }
        for row, trace in faults
    ]
    return pl.DataFrame(rows, schema=schema.QUARANTINE.frame_schema(), orient="row")
