"""Running the extraction over a frame of articles on all cores, one article's fault never being another's."""

import multiprocessing
import traceback
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

import polars as pl

from orchestration.kept import KEY, Kept, key_of, packed
from orchestration.parallel import end_with_parent
from transforms import schema
from transforms.claim_frames import article_texts, mention_frames
from transforms.extract import ArticleText, Extraction, extract
from transforms.ids import stable_id

# below this many characters, starting processes and loading the model in each costs more than it saves
SERIAL_CHARACTERS = 400_000
CHUNK_ARTICLES = 16

KEPT_COLUMNS = {table.name: pl.List(pl.Struct(table.frame_schema())) for table in (schema.MENTIONS, schema.DATES)}
SCHEMA: dict[str, pl.DataType] = {KEY: pl.String(), **KEPT_COLUMNS}

Outcome = Extraction | str
Progress = Callable[[int, int], None]


def extract_articles(
    articles: pl.DataFrame, workers: int = 1, progress: Progress | None = None, kept: Kept | None = None
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The frames `mentions`, `dates` and `quarantine` of a frame of articles, in the articles' order.

    `progress` is called with (articles done, articles in all). An article whose extraction raises goes to quarantine as
    `extraction_error` with its traceback; the others go on. What `kept` (of KEPT_COLUMNS) has of the articles' days isn't extracted
    again; what is extracted is kept there, unless it raised.
    """
    texts = list(article_texts(articles))
    keys = [key_of(article) for article in texts]
    days = articles["arrival_date"].unique().sort()
    known = {day: kept.of(day) for day in days} if kept else {}
    found = pl.concat([pl.DataFrame(schema=SCHEMA), *known.values()]).filter(pl.col(KEY).is_in(keys)).unique(KEY)
    has = set(found[KEY])
    unread = [(key, article) for key, article in zip(keys, texts, strict=True) if key not in has]
    outcomes = dict(zip([key for key, _ in unread], _extracted([article for _, article in unread], len(texts), workers, progress), strict=True))
    fresh = _packed({key: outcome for key, outcome in outcomes.items() if isinstance(outcome, Extraction)})
    readings = (
        articles.select("arrival_date")
        .with_columns(pl.Series(KEY, keys, pl.String()))
        .join(pl.concat([found, fresh]), on=KEY, how="inner", maintain_order="left")
    )
    for day, before in known.items():
        of_day = readings.filter(arrival_date=day)
        if kept and set(of_day[KEY]) != set(before[KEY]):
            kept.keep(day, of_day)
    traces = {key: outcome for key, outcome in outcomes.items() if isinstance(outcome, str)}
    faults = [(row, traces[key]) for row, key in zip(articles.iter_rows(named=True), keys, strict=True) if key in traces]
    return _unpacked(readings, "mentions"), _unpacked(readings, "dates"), _quarantine(faults)


def _extracted(texts: list[ArticleText], total: int, workers: int, progress: Progress | None) -> list[Outcome]:
    """The outcome of each text; `total` counts those with them that need no extraction."""
    is_large = sum(len(article.text) for article in texts) > SERIAL_CHARACTERS
    outcomes: list[Outcome] = []
    for outcome in _parallel(texts, workers) if workers > 1 and is_large else map(_attempt, texts):
        outcomes.append(outcome)
        if progress:
            progress(total - len(texts) + len(outcomes), total)
    return outcomes


def _packed(extractions: Mapping[str, Extraction]) -> pl.DataFrame:
    """One row an extraction, of SCHEMA: its key and its rows as lists."""
    frames = zip(KEPT_COLUMNS, mention_frames(list(extractions.values())), strict=True)
    rows = {name: ([key for key, extraction in extractions.items() for _ in getattr(extraction, name)], frame.to_struct()) for name, frame in frames}
    return packed(list(extractions), KEPT_COLUMNS, rows)


def _unpacked(readings: pl.DataFrame, name: str) -> pl.DataFrame:
    """The rows of all extractions, in their order, as the frame of that table."""
    return readings.filter(pl.col(name).list.len() > 0).select(pl.col(name).explode()).unnest(name)


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
            "detail": f'{row["publisher"]}, "{row["title"] or row["url"] or row["article_id"]}": the extraction raised; '
            f"please report it with this text. {trace}",
            "origin": row["url"] or row["article_id"],
            "document_id": row["document_id"],
            "row_json": pl.DataFrame([row]).write_json()[1:-1],
            "arrival_date": row["arrival_date"],
        }
        for row, trace in faults
    ]
    return pl.DataFrame(rows, schema=schema.QUARANTINE.frame_schema(), orient="row")
