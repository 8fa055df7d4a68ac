"""The only home of columns: every frame's and table's columns with type, unit and meaning.

The DDL, DuckDB's comments, Dagster's column schemas, the data dictionary and the expectations' closed lists are made
from here or tested against it. It never holds a rule about language.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

COMPARATORS = ("=", ">", ">=", "<", "<=", "~")
TRENDS = ("up", "down")
STATUSES = ("asserted", "projected", "denied", "hypothetical")
QUOTES = ("direct", "indirect", "none")
METRICS = (
    "killed", "wounded", "casualties", "missing", "captured", "displaced", "affected", "personnel", "population",
    "equipment", "attacks", "infrastructure", "money", "share", "measure", "other",
)  # fmt: skip
NOT_CLAIM_REASONS = (
    "date", "time", "age", "ordinal", "name", "reference", "score", "idiom", "pronoun", "multiplier", "furniture",
    "contact", "list_number", "known_set", "duration_placing", "version",
)  # fmt: skip
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
DATE_PRECISIONS = ("time", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "unknown")
DATE_ANCHORS = ("none", "publication", "named")
SOURCE_KINDS = ("person", "organisation", "document", "group", "anonymous", "unknown")
SEVERITIES = ("error", "warning")
LOAD_OUTCOMES = ("published", "unchanged", "stopped", "failed")
STAGES = ("landed", "articles", "mentions", "dates", "claims", "warehouse")
ORIGIN_KINDS = ("file", "inbox", "stdin", "feed", "page", "sitemap", "archive_member", "warc_record")
EVIDENCE = (
    "given", "front_matter", "fields", "json_ld", "open_graph", "meta", "feed", "url", "dateline", "text", "header",
    "host", "file_time", "folder", "detected",
)  # fmt: skip
QUARANTINE_REASONS = (
    # landing: the bytes could not be taken in
    "unreadable", "too_large", "outside_inbox", "archive_limit", "truncated", "unsupported_format",
    # reading: the document could not be made an article
    "empty", "binary", "encoding", "malformed", "missing_field", "wrong_type", "no_text", "no_date", "date_out_of_range",
    "language", "no_publisher", "timeout", "forgotten",
    # validation: a row broke a row-level expectation
    "expectation",
    # extraction of one article failed
    "extraction_error",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `dtype` in frames, `sql` in DuckDB; `at_load` columns exist in the warehouse's table only."""

    name: str
    dtype: pl.DataType
    description: str
    unit: str | None = None
    nullable: bool = False
    values: tuple[str, ...] | None = None
    at_load: bool = False

    @property
    def sql(self) -> str:
        """DuckDB's type for this column."""
        return _sql_type(self.dtype)


@dataclass(frozen=True, slots=True)
class Table:
    """One frame and table: the key is a tuple of column names; `row` says what one row is."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    partitioned: bool = True

    def frame_schema(self) -> dict[str, pl.DataType]:
        """The Polars schema of the asset's frame, in order."""
        return {column.name: column.dtype for column in self.columns if not column.at_load}

    def table_schema(self) -> dict[str, pl.DataType]:
        """The Polars schema of the warehouse's table, in order."""
        return {column.name: column.dtype for column in self.columns}

    def column(self, name: str) -> Column:
        """The column of that name; KeyError names the table."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}; it has {', '.join(c.name for c in self.columns)}")

    def empty(self) -> pl.DataFrame:
        """A frame of this table without rows."""
        return pl.DataFrame(schema=self.frame_schema())


TEXT = pl.String()
INT = pl.Int64()
FLOAT = pl.Float64()
BOOL = pl.Boolean()
DATE = pl.Date()
STAMP = pl.Datetime("us", "UTC")
TEXTS = pl.List(pl.String())

_SQL = {TEXT: "VARCHAR", INT: "BIGINT", FLOAT: "DOUBLE", BOOL: "BOOLEAN", DATE: "DATE", STAMP: "TIMESTAMPTZ", TEXTS: "VARCHAR[]"}


def _sql_type(dtype: pl.DataType) -> str:
    return _SQL[dtype]


ARRIVAL = Column("arrival_date", DATE, "The day on which the document was found, in the configured time zone; the partition.")
LOAD = Column("load_id", TEXT, "The load that first wrote this row.", at_load=True)
ARTICLE = Column("article_id", TEXT, "The article: hash of publisher and canonical URL, or of publisher and text where there is no URL.")
TEXT_HASH = Column("text_hash", TEXT, "SHA-256 of articles.text: with article_id it names one version, whatever was loaded before.")
VERSION = Column("version", INT, "Version of the article, from 1 in order of arrival; a changed text is the next one.", at_load=True)
CHAR_START = Column("char_start", INT, "Where it starts in articles.text, 0-based.", unit="code point")
CHAR_END = Column("char_end", INT, "Where it ends in articles.text, exclusive.", unit="code point")
SENTENCE_START = Column("sentence_start", INT, "Where its sentence starts in articles.text, 0-based.", unit="code point")
SENTENCE_END = Column("sentence_end", INT, "Where its sentence ends in articles.text, exclusive.", unit="code point")
EXTRACTOR = Column("extractor_version", TEXT, "Version of the extraction that read this row out of the text.")

NUMBER_COLUMNS = (
    Column("number_text", TEXT, "The numeral as written, with multiplier, range and currency or percent sign."),
    Column("comparator", TEXT, "How the number is meant: exactly, more than, at least, less than, at most, about.", values=COMPARATORS),
    Column("hedge_text", TEXT, "The words that gave the comparator, as written.", nullable=True),
    Column("low", FLOAT, "Lower end of the claimed interval; null when only an upper end is claimed.", unit="the row's unit", nullable=True),
    Column("high", FLOAT, "Upper end of the claimed interval; null when only a lower end is claimed.", unit="the row's unit", nullable=True),
    Column("trend", TEXT, "Whether the number is, or is reached by, a rise or a fall.", nullable=True, values=TRENDS),
    Column("unit", TEXT, "ISO 4217 code, %, pp, symbol of measure, rate, duration, or the singular noun that is counted.", nullable=True),
    Column("unit_text", TEXT, "The unit's words as written, where the text writes one.", nullable=True),
    Column("counted", TEXT, "The noun phrase of the thing counted, without number and hedge.", nullable=True),
    Column("counted_head", TEXT, "Lower-case singular head noun of the thing counted.", nullable=True),
    Column("metric", TEXT, "The normalised kind of figure.", values=METRICS),
    Column("subject", TEXT, "Whose figure it is: the side, state, group or body that the counted thing belongs to.", nullable=True),
    Column("place", TEXT, "Where, if the sentence says.", nullable=True),
    Column("status", TEXT, "Asserted, projected, denied by its source, or hypothetical.", values=STATUSES),
)

SOURCE_COLUMNS = (
    Column("source", TEXT, "Who is responsible for the number, by the fullest name in the article; null when the article itself.", nullable=True),
    Column("source_text", TEXT, "The source's words where the sentence names it, as written.", nullable=True),
    Column("source_chain", TEXTS, "The links of a second-hand claim, nearest to the publisher first; the last is the source; empty for one link."),
    Column("cue_text", TEXT, "The words that attribute the number (said, according to), as written.", nullable=True),
    Column("cue_start", INT, "Where the cue starts in articles.text, 0-based.", unit="code point", nullable=True),
    Column("cue_end", INT, "Where the cue ends in articles.text, exclusive.", unit="code point", nullable=True),
    Column("quote", TEXT, "Whether the number stands in quotation marks, in reported speech, or in the article's own voice.", values=QUOTES),
    Column("stated_on", TEXT, "When the source said it: ISO day, YYYY-MM or YYYY; null without a source or a known day.", nullable=True),
    Column("period", TEXT, "The time that the number is about: first/last as precise as the text, an end empty when open.", nullable=True),
    Column("stated_date_id", TEXT, "The time expression that gave stated_on, where one did.", nullable=True),
    Column("period_date_id", TEXT, "The time expression that gave period, where one did.", nullable=True),
)

SENTENCE_COLUMNS = (
    Column("sentence", TEXT, "The sentence that holds the number."),
    SENTENCE_START,
    SENTENCE_END,
)

LANDED = Table(
    "landed",
    "a document as it was found",
    ("document_id",),
    (
        Column("document_id", TEXT, "SHA-256 of the document's bytes and of what was said about them from outside."),
        ARRIVAL,
        Column("found_at", STAMP, "When it was found.", unit="UTC"),
        Column("origin_kind", TEXT, "How it came.", values=ORIGIN_KINDS),
        Column("origin", TEXT, "Path or URL where it was found; members of archives as archive!member."),
        Column("stored_path", TEXT, "Where its bytes lie, relative to the landing folder."),
        Column("size_bytes", INT, "Size of the document.", unit="byte"),
        Column("media_type", TEXT, "Format recognised from the content."),
        Column("http_status", INT, "Status of the response that brought it.", nullable=True),
        Column("headers", TEXT, "Headers of the response that brought it, as JSON.", nullable=True),
        Column("given_publisher", TEXT, "Publisher named by who brought it (option, feed list).", nullable=True),
        Column("given_published", TEXT, "Publication date named by who brought it, as given.", nullable=True),
        Column("given_country", TEXT, "Publisher's country named by the feed list, ISO 3166 alpha-2.", nullable=True),
        Column("given_zone", TEXT, "Publisher's time zone named by the feed list, IANA name.", nullable=True),
        Column("modified_at", STAMP, "The file's own modification time.", unit="UTC", nullable=True),
        Column("is_example", BOOL, "Whether it is one of the examples that come with the product."),
        LOAD,
    ),
)

ARTICLES = Table(
    "articles",
    "a readable article, one version of it",
    ("article_id", "version"),
    (
        ARTICLE,
        VERSION,
        Column("is_current", BOOL, "Whether it is the newest version of the article.", at_load=True),
        Column("document_id", TEXT, "The landed document that it was read from."),
        Column("document_index", INT, "Position within the document, where one holds several articles."),
        ARRIVAL,
        Column("url", TEXT, "Address as found.", nullable=True),
        Column("canonical_url", TEXT, "Address without tracking parameters and variants.", nullable=True),
        Column("publisher", TEXT, "Who published it."),
        Column("publisher_origin", TEXT, "What evidence gave the publisher.", values=EVIDENCE),
        Column("title", TEXT, "Headline.", nullable=True),
        Column("authors", TEXTS, "Authors as named."),
        Column("section", TEXT, "Section of the publication.", nullable=True),
        Column("language", TEXT, "ISO 639-1 code of the text's language."),
        Column("language_origin", TEXT, "What evidence gave the language.", values=EVIDENCE),
        Column("published_on", DATE, "Publication day in the publisher's zone."),
        Column("published_at", STAMP, "Publication time, where the evidence gives one.", unit="UTC", nullable=True),
        Column("published_text", TEXT, "The publication date as written.", nullable=True),
        Column("published_origin", TEXT, "What evidence gave the publication date.", values=EVIDENCE),
        Column("modified_at", STAMP, "When the publisher says it was changed.", unit="UTC", nullable=True),
        Column("text", TEXT, "Title, blank line, body; never changed after landing; all offsets are into it."),
        TEXT_HASH,
        Column("marked_spans", TEXT, "JSON list of [start, end, reason] of page furniture that makes no claims."),
        Column("word_count", INT, "Words of the text.", unit="word"),
        Column("story_id", TEXT, "Group of near-identical articles (syndicated copies); its own article_id when alone.", at_load=True),
        Column("is_story_origin", BOOL, "Whether it is the likely origin of its story.", at_load=True),
        Column("is_example", BOOL, "Whether it is one of the examples that come with the product."),
        LOAD,
    ),
)

ARRIVALS = Table(
    "article_arrivals",
    "a text of an article as found on one day; the earliest day owns the text's rows in the other tables",
    ("article_id", "text_hash", "arrival_date"),
    (
        ARTICLE, TEXT_HASH, ARRIVAL,
        Column("found_at", STAMP, "When its document was found.", unit="UTC", nullable=True),
        Column("document_id", TEXT, "The landed document that it was read from."),
        Column("document_index", INT, "Position within the document, where one holds several articles."),
    ),
)  # fmt: skip

MENTIONS = Table(
    "mentions",
    "a quantity at one place, whether or not it claims something",
    ("mention_id",),
    (
        Column("mention_id", TEXT, "Hash of article, text and span."),
        ARTICLE, TEXT_HASH, VERSION, ARRIVAL, CHAR_START, CHAR_END,
        *NUMBER_COLUMNS,
        *SOURCE_COLUMNS,
        *SENTENCE_COLUMNS,
        Column("is_claim", BOOL, "Whether the quantity claims something."),
        Column("not_claim_reason", TEXT, "Why it claims nothing.", nullable=True, values=NOT_CLAIM_REASONS),
        EXTRACTOR, LOAD,
    ),
)  # fmt: skip

DATES = Table(
    "dates",
    "a time expression at one place",
    ("date_id",),
    (
        Column("date_id", TEXT, "Hash of article, text and span."),
        ARTICLE, TEXT_HASH, VERSION, ARRIVAL, CHAR_START, CHAR_END,
        Column("date_text", TEXT, "The expression as written."),
        Column("timex_type", TEXT, "TIMEX3 type.", values=TIMEX_TYPES),
        Column("timex_value", TEXT, "TIMEX3 value.", nullable=True),
        Column("first_day", DATE, "First day meant; null when open or unknown.", nullable=True),
        Column("last_day", DATE, "Last day meant; null when open or unknown.", nullable=True),
        Column("precision", TEXT, "How precise the text is.", values=DATE_PRECISIONS),
        Column("anchor", TEXT, "What it was resolved against.", values=DATE_ANCHORS),
        SENTENCE_START, SENTENCE_END, EXTRACTOR, LOAD,
    ),
)  # fmt: skip

CLAIMS = Table(
    "claims",
    "a numeric claim at one place in the current version of an article",
    ("claim_id",),
    (
        Column("claim_id", TEXT, "Hash of article, text and span."),
        Column("mention_id", TEXT, "The mention that claims it."),
        ARTICLE, TEXT_HASH, VERSION, ARRIVAL,
        Column("published_on", DATE, "Publication day of the article."),
        CHAR_START, CHAR_END,
        *NUMBER_COLUMNS,
        *SOURCE_COLUMNS,
        Column("stated_first", DATE, "First day of stated_on.", nullable=True),
        Column("stated_last", DATE, "Last day of stated_on.", nullable=True),
        Column("period_first", DATE, "First day of period; null when open.", nullable=True),
        Column("period_last", DATE, "Last day of period; null when open.", nullable=True),
        *SENTENCE_COLUMNS,
        Column("source_id", TEXT, "The source across articles.", nullable=True, at_load=True),
        Column("figure_id", TEXT, "The figure across articles.", nullable=True, at_load=True),
        EXTRACTOR, LOAD,
    ),
)  # fmt: skip

SOURCES = Table(
    "sources",
    "someone who claims numbers, under one name",
    ("source_id",),
    (
        Column("source_id", TEXT, "Hash of the normalised name; of name and article for who has no name."),
        Column("name", TEXT, "The commonest full name."),
        Column("aliases", TEXTS, "Every form under which it stands in an article."),
        Column("kind", TEXT, "What kind of source it is.", values=SOURCE_KINDS),
        Column(
            "is_named",
            BOOL,
            "Whether it has a name of its own; who has none is a source of one article only, and counts among no sources.",
            nullable=True,
        ),
        Column("claim_count", INT, "Claims it is responsible for.", unit="claim"),
        Column("article_count", INT, "Articles that quote it.", unit="article"),
        Column("first_published", DATE, "Publication day of the first such article.", nullable=True),
        Column("last_published", DATE, "Publication day of the last such article.", nullable=True),
    ),
    partitioned=False,
)

FIGURES = Table(
    "figures",
    "one thing being counted, across articles",
    ("figure_id",),
    (
        Column("figure_id", TEXT, "Hash of metric, unit, counted head, subject and place."),
        Column("label", TEXT, "The figure in words."),
        Column("metric", TEXT, "The normalised kind of figure.", values=METRICS),
        Column("unit", TEXT, "Unit of its numbers.", nullable=True),
        Column("counted_head", TEXT, "Lower-case singular head noun of the thing counted.", nullable=True),
        Column("subject", TEXT, "Whose figure it is.", nullable=True),
        Column("place", TEXT, "Where.", nullable=True),
        Column("claim_count", INT, "Claims about it.", unit="claim"),
        Column("article_count", INT, "Articles that give it.", unit="article"),
        Column("source_count", INT, "Different named sources that give it.", unit="source"),
        Column("first_published", DATE, "Publication day of the first claim.", nullable=True),
        Column("last_published", DATE, "Publication day of the last claim.", nullable=True),
    ),
    partitioned=False,
)

QUARANTINE = Table(
    "quarantine",
    "something that could not be used, with the reason and all of it",
    ("quarantine_id",),
    (
        Column("quarantine_id", TEXT, "Hash of stage, reason, origin and row."),
        Column("stage", TEXT, "Where it was stopped.", values=STAGES),
        Column("reason", TEXT, "Why, from a closed list.", values=QUARANTINE_REASONS),
        Column("detail", TEXT, "The thing, the value, what was expected and what to do."),
        Column("origin", TEXT, "Path or URL, or the row's key."),
        Column("document_id", TEXT, "The landed document, where there is one.", nullable=True),
        Column("row_json", TEXT, "The whole row as JSON."),
        ARRIVAL,
        LOAD,
    ),
)

CHECK_RESULTS = Table(
    "check_results",
    "one expectation in one load",
    ("load_id", "table_name", "check_name", "partition"),
    (
        Column("load_id", TEXT, "The load that ran the check."),
        Column("table_name", TEXT, "The table that was checked."),
        Column("check_name", TEXT, "The expectation's name."),
        Column("partition", TEXT, "Day or range of days that was checked; empty for the warehouse."),
        Column("column_name", TEXT, "The column it is about.", nullable=True),
        Column("severity", TEXT, "What a failure means.", values=SEVERITIES),
        Column("is_row_level", BOOL, "Whether failing rows are quarantined rather than the load stopped."),
        Column("passed", BOOL, "Whether it held."),
        Column("observed_value", TEXT, "What was observed.", nullable=True),
        Column("failing_count", INT, "Rows that broke it.", unit="row"),
        Column("row_count", INT, "Rows that were checked.", unit="row"),
        Column("sample_json", TEXT, "A few failing rows as JSON.", nullable=True),
        Column("checked_at", STAMP, "When it ran.", unit="UTC"),
    ),
)

LOADS = Table(
    "loads",
    "one load",
    ("load_id",),
    (
        Column("load_id", TEXT, "The load: UTC time stamp and the Dagster run's first characters."),
        Column("run_id", TEXT, "The Dagster run."),
        Column("started_at", STAMP, "When it started.", unit="UTC"),
        Column("finished_at", STAMP, "When it ended.", unit="UTC"),
        Column("outcome", TEXT, "How it ended.", values=LOAD_OUTCOMES),
        Column("message", TEXT, "Why it stopped or failed.", nullable=True),
        Column("first_day", DATE, "First day of arrival that it covered."),
        Column("last_day", DATE, "Last day of arrival that it covered."),
        Column("extractor_version", TEXT, "Version of the extraction."),
        Column("package_versions", TEXT, "Versions of the packages that matter to the result, as JSON."),
        Column("landed_count", INT, "Documents in those days.", unit="document"),
        Column("article_count", INT, "Articles in those days.", unit="article"),
        Column("mention_count", INT, "Mentions in those days.", unit="mention"),
        Column("date_count", INT, "Time expressions in those days.", unit="time expression"),
        Column("claim_count", INT, "Claims in those days.", unit="claim"),
        Column("claims_added", INT, "Claims that the warehouse did not have.", unit="claim"),
        Column("claims_removed", INT, "Claims that were superseded.", unit="claim"),
        Column("quarantined_count", INT, "Rows put in quarantine.", unit="row"),
        Column("word_count", INT, "Words of the articles.", unit="word"),
        Column("claims_per_1000_words", FLOAT, "Density of claims.", unit="claim per 1,000 words", nullable=True),
        Column("sourced_share", FLOAT, "Share of claims with a source.", unit="fraction", nullable=True),
        Column("other_metric_share", FLOAT, "Share of claims whose metric is other.", unit="fraction", nullable=True),
    ),
    partitioned=False,
)

SUPERSEDED = Table(
    "claims_superseded",
    "a claim that a later load replaced",
    ("claim_id", "superseded_by_load"),
    (
        *CLAIMS.columns,
        Column("superseded_by_load", TEXT, "The load that replaced it."),
        Column("superseded_why", TEXT, "Why.", values=("article_changed", "reprocessed")),
    ),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        LANDED, ARTICLES, ARRIVALS, MENTIONS, DATES, CLAIMS, SOURCES, FIGURES, QUARANTINE, CHECK_RESULTS, LOADS, SUPERSEDED,
    )
}  # fmt: skip
