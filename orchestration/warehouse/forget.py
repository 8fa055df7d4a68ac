"""Taking an article out for good: landed bytes, assets' files, check samples and every kept version; a tombstone stays.

The tombstone comes first, so that a kill in between leaves nothing that could land again; a second call ends the work.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from orchestration.kept import forget_kept
from orchestration.landing.forget import forget_documents
from orchestration.warehouse import build, ddl, publish
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.update import group_across_articles
from transforms import schema
from transforms.articles.identity import canonical_url

KEYS = ("article_id", "text_hash", "document_id", "document_index", "canonical_url", "url")
OF_ARTICLES = ("articles", "article_arrivals", "mentions", "dates", "claims", "claims_superseded")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out: ids of articles and documents, and how many kept versions were written anew."""

    article_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    landed_count: int
    version_count: int

    def __str__(self) -> str:
        articles = ", ".join(self.article_ids) or "no article that was loaded"
        return (
            f"taken out: {articles}; {self.landed_count} landed documents removed or cut, {self.version_count} kept versions written anew; "
            "a tombstone keeps it from landing again"
        )


def forget(warehouse: Warehouse, article: str, reason: str = "") -> Taken:
    """Take out the article with that id or address, in all its versions. An address that was never loaded gets a
    tombstone; WarehouseError for an id that is nowhere."""
    with publish.lock(warehouse):
        address = canonical_url(article)
        rows = _rows_of(warehouse, article, address)
        documents = _documents_at(warehouse, article)
        if rows.is_empty() and not documents and address is None:
            raise _unknown(article)
        ids = sorted(rows["article_id"].unique())
        # documents that hold other articles are cut there, so rows name position and all
        landed = forget_documents(
            warehouse.data_folder, rows.to_dicts(), document_ids=documents, urls=[article] if address else [], why=reason or "taken out"
        )
        gone = _Gone(tuple(ids), tuple(sorted({*rows["document_id"], *documents})), address or "")
        _clean_assets(warehouse, gone)
        _clean_samples(warehouse, gone)
        versions = publish.versions(warehouse)
        for version in versions:
            _write_anew(warehouse, version.file, gone)
        return Taken(gone.article_ids, gone.document_ids, landed, len(versions))


def known(warehouse: Warehouse, article: str) -> int:
    """How many texts and documents have that id or address; WarehouseError for an id that none has."""
    address = canonical_url(article)
    found = _rows_of(warehouse, article, address).height + len(_documents_at(warehouse, article))
    if not found and address is None:
        raise _unknown(article)
    return found


def _unknown(article: str) -> WarehouseError:
    return WarehouseError(f'"{article}": no article has this id; give an article_id of the table articles or an http(s) address')


@dataclass(frozen=True, slots=True)
class _Gone:
    article_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    address: str

    @property
    def marks(self) -> list[str]:
        """Texts that tell that a quarantined row or a sample is of what was taken out."""
        return [mark for mark in (*self.article_ids, *self.document_ids, self.address) if mark]


def _rows_of(warehouse: Warehouse, article: str, address: str | None) -> pl.DataFrame:
    """KEYS of every version of the article, in any kept version of the warehouse or in the assets' files."""
    found = [pl.DataFrame(schema={name: schema.TABLES["articles"].table_schema()[name] for name in KEYS})]
    for version in publish.versions(warehouse):
        with duckdb.connect(str(version.file), read_only=True) as connection:
            found.append(connection.execute(f"SELECT {', '.join(KEYS)} FROM articles").pl())
    found += [pl.read_parquet(file, columns=list(KEYS)).select(KEYS) for file in (warehouse.assets_folder / "articles").glob("*.parquet")]
    is_it = (pl.col("article_id") == article) | (pl.col("url") == article) | (pl.col("canonical_url") == (address or article))
    return pl.concat(found).filter(is_it.fill_null(False)).unique().sort("article_id", "text_hash", "document_id", "document_index")


def _documents_at(warehouse: Warehouse, origin: str) -> list[str]:
    """Landed documents that were found at this very address or are named by this id."""
    is_it = (pl.col("origin") == origin) | (pl.col("document_id") == origin)
    files = (warehouse.assets_folder / "landed").glob("*.parquet")
    return sorted({name for file in files for name in pl.read_parquet(file).filter(is_it)["document_id"]})


def _clean_assets(warehouse: Warehouse, gone: _Gone) -> None:
    forget_kept(warehouse.assets_folder)
    for name in ("articles", "mentions", "dates", "claims"):
        for file in (warehouse.assets_folder / name).glob("*.parquet"):
            _rewrite(file, lambda frame: frame.filter(~pl.col("article_id").is_in(gone.article_ids)))
    for file in (warehouse.assets_folder / "quarantine").rglob("*.parquet"):
        _rewrite(file, lambda frame: frame.filter(~_marked("origin", gone) & ~_marked("row_json", gone) & ~_marked("document_id", gone)))
    for file in (warehouse.assets_folder / "landed").glob("*.parquet"):
        articles = warehouse.assets_folder / "articles" / file.name
        # a document that holds other articles stays
        kept = pl.read_parquet(articles)["document_id"].to_list() if articles.exists() else []
        is_gone = pl.col("document_id").is_in([name for name in gone.document_ids if name not in kept])
        _rewrite(file, lambda frame, is_gone=is_gone: frame.filter(~is_gone))


def _clean_samples(warehouse: Warehouse, gone: _Gone) -> None:
    for file in warehouse.loads_folder.glob("*/checks/*.parquet"):
        _rewrite(file, lambda frame: frame.with_columns(pl.when(~_marked("sample_json", gone)).then("sample_json")))


def _marked(column: str, gone: _Gone) -> pl.Expr:
    return pl.col(column).fill_null("").str.contains_any(gone.marks)


def _rewrite(file: Path, change) -> None:  # type: ignore[no-untyped-def]
    """Write the changed frame in the file's place, if it changed."""
    before = pl.read_parquet(file)
    after = change(before)
    if after.equals(before):
        return
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    after.write_parquet(beside, compression="zstd")
    publish.sync(beside)
    beside.replace(file)


def _write_anew(warehouse: Warehouse, file: Path, gone: _Gone) -> None:
    """Write a version without what was taken out into a new file: deleted rows stay readable in a file that had them."""
    fresh = warehouse.versions_folder / f"{publish.BUILD_PREFIX}{file.name}"
    build.create(fresh)
    with build.open_build(warehouse, fresh) as connection:
        connection.execute(f"ATTACH {ddl.literal(str(file))} AS old (READ_ONLY)")
        connection.begin()
        connection.register("marks", pl.DataFrame({"mark": gone.marks}).to_arrow())
        for name, query in _kept_rows(gone).items():
            connection.execute(f"INSERT INTO {name} BY NAME {query}", _ids(query, gone))
        group_across_articles(connection, "")
        connection.commit()
        connection.execute("DETACH old")
        connection.execute("CHECKPOINT")
    publish.sync(fresh)
    fresh.chmod(0o444)
    fresh.replace(file)
    publish.sync(file.parent)


def _kept_rows(gone: _Gone) -> dict[str, str]:
    """For each table the query of the rows that stay."""
    unmarked = "NOT EXISTS (SELECT 1 FROM marks WHERE contains(concat_ws(' ', o.origin, o.document_id, o.row_json), mark))"
    queries = {name: f"FROM old.{name} WHERE article_id NOT IN (SELECT unnest($articles))" for name in OF_ARTICLES}
    return queries | {
        "landed": """FROM old.landed WHERE document_id NOT IN (SELECT unnest($documents)) OR document_id IN (
            SELECT document_id FROM old.articles WHERE article_id NOT IN (SELECT unnest($articles)))""",
        "quarantine": f"FROM old.quarantine o WHERE {unmarked}",
        "loads": "FROM old.loads",
        "check_results": """SELECT * REPLACE (CASE WHEN NOT EXISTS (
            SELECT 1 FROM marks WHERE contains(sample_json, mark)) THEN sample_json END AS sample_json) FROM old.check_results""",
        "sources": "FROM old.sources",
        "figures": "FROM old.figures",
    }


def _ids(query: str, gone: _Gone) -> dict[str, Sequence[str]]:
    known = {"articles": list(gone.article_ids), "documents": list(gone.document_ids)}
    return {name: ids for name, ids in known.items() if f"${name}" in query}
