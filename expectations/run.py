"""Running a table's suite on a frame: results for `check_results`, the rows that passed, the rows for quarantine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import shorten

import polars as pl

from expectations.check import Check
from expectations.convert import Outcome, outcomes
from expectations.derived import derive
from expectations.facts import FEWEST_LOADS, Fact, bands, facts, schema_faults
from expectations.suites import checks_for
from transforms import schema
from transforms.ids import stable_id

SAMPLE_ROWS = 5
# longer ones are cut between words; the row has them whole
SENTENCE_LENGTH = 200
GIVEN_BY_LOAD = ("load_id", "partition", "checked_at")
RESULTS = {name: dtype for name, dtype in schema.CHECK_RESULTS.table_schema().items() if name not in GIVEN_BY_LOAD}


@dataclass(frozen=True, slots=True)
class Validation:
    """`results`: columns of schema.CHECK_RESULTS without load_id, partition, checked_at, one row an expectation, in the
    suite's order. `passed`: the frame without the rows that failed a row-level expectation of severity error;
    `quarantined`: rows of schema.QUARANTINE for those, one a row, naming all that it failed."""

    results: pl.DataFrame
    passed: pl.DataFrame
    quarantined: pl.DataFrame

    @property
    def stopping(self) -> list[str]:
        """Names of the failed table-level expectations of severity error: nothing may be published."""
        failed = self.results.filter(~pl.col("passed") & ~pl.col("is_row_level") & (pl.col("severity") == "error"))
        return failed["check_name"].to_list()


def validate(table: str, frame: pl.DataFrame, context: Mapping[str, pl.DataFrame] | None = None, history: pl.DataFrame | None = None) -> Validation:
    """Run the suite of `articles`, `mentions`, `dates` or `claims` on the asset's frame of one or more days.

    `context` holds the frames of the same days that the suite compares with: `landed` for articles; `articles` (needed)
    for mentions, dates and claims; `mentions`, `dates` for claims. `history` holds rows of schema.LOADS for the bands.
    """
    context = dict(context or {})
    checks = checks_for(table)
    faults = schema_faults(table, frame)
    if faults:
        return _unreadable(checks, frame, faults)
    facts_checks = [check for check in checks if _is_of_facts(check)]
    row_checks = [check for check in checks if not _is_of_facts(check)]
    bounds = bands(history)
    known: dict[str, Fact] = {"schema_faults": 0, **facts(table, frame, context)}
    found = outcomes(row_checks, derive(table, frame, context)) | outcomes(facts_checks, one_row(known), bounds)
    results = [
        fact_result(check, found[check.name], known, bounds) if _is_of_facts(check) else _row_result(check, found[check.name], frame)
        for check in checks
    ]
    failures = _failures(row_checks, found)
    is_kept = ~pl.int_range(frame.height, eager=True).is_in(list(failures))
    return Validation(_results(results), frame.filter(is_kept), _quarantine(table, frame, failures, _articles(table, frame, context)))


def validate_facts(table: str, known: Mapping[str, Fact], samples: Mapping[str, str]) -> Validation:
    """Run a suite of counts of failing rows, each a fact by its check's name; `samples` are JSON texts of such rows."""
    checks = checks_for(table)
    found = outcomes(checks, one_row(known))
    results = [
        fact_result(check, found[check.name], known, {}) | {"failing_count": int(known.get(check.name) or 0), "sample_json": samples.get(check.name)}
        for check in checks
    ]
    return Validation(_results(results), pl.DataFrame(), schema.QUARANTINE.empty())


def one_row(known: Mapping[str, Fact]) -> pl.DataFrame:
    """Facts as a frame of one row."""
    return pl.DataFrame({name: [None if value is None else float(value)] for name, value in known.items()}, schema=dict.fromkeys(known, pl.Float64))


def fact_result(check: Check, outcome: Outcome, known: Mapping[str, Fact], bounds: Mapping[str, tuple[float, float]]) -> dict[str, object]:
    """The result of an expectation about the frame as a whole."""
    value = known.get(check.columns[0])
    observed = outcome.error or ("nothing to measure" if value is None else f"{value:g}")
    if check.name.endswith("_in_band"):
        low, high = bounds.get(check.name, (None, None))
        observed += f"; band {low:.3g} to {high:.3g}" if low is not None else f"; no band before {FEWEST_LOADS} loads"
    return _result(check, outcome, observed, failing=0 if outcome.passed else 1, rows=1, sample=None)


def _is_of_facts(check: Check) -> bool:
    return not check.is_row_level and check.kind == "expect_column_values_to_be_between"


def _row_result(check: Check, outcome: Outcome, frame: pl.DataFrame) -> dict[str, object]:
    observed = outcome.error or f"{len(outcome.failing)} of {frame.height} rows failed"
    sample = json_rows(frame[list(outcome.failing[:SAMPLE_ROWS])].select(_shown(check, frame))) if outcome.failing else None
    return _result(check, outcome, observed, len(outcome.failing), frame.height, sample)


def _shown(check: Check, frame: pl.DataFrame) -> list[str]:
    """The columns of a sample: the key, the article, and what the check is about."""
    table = schema.TABLES[check.table]
    named = ("document_id", "url", "publisher") if check.table == "articles" else ("number_text", "date_text", "sentence")
    wanted = [*table.key, "article_id", *check.columns, check.column_name, *named]
    return [name for name in dict.fromkeys(wanted) if name in frame.columns]


def _result(check: Check, outcome: Outcome, observed: str, failing: int, rows: int, sample: str | None) -> dict[str, object]:
    # an expectation that could not run says nothing about any row: it stops the publication whatever it is about
    broken = outcome.error is not None
    return {
        "table_name": check.table,
        "check_name": check.name,
        "column_name": check.column_name,
        "severity": "error" if broken else check.severity,
        "is_row_level": check.is_row_level and not broken,
        "passed": outcome.passed,
        "observed_value": observed,
        "failing_count": failing,
        "row_count": rows,
        "sample_json": sample,
    }


def _results(rows: Sequence[Mapping[str, object]]) -> pl.DataFrame:
    return pl.DataFrame([{name: row[name] for name in RESULTS} for row in rows], schema=RESULTS, orient="row")


def _failures(checks: Sequence[Check], found: Mapping[str, Outcome]) -> dict[int, list[Check]]:
    """The checks that each failing row failed, by its position; warnings don't count."""
    failures: dict[int, list[Check]] = {}
    for check in checks:
        if check.severity == "error":
            for position in found[check.name].failing:
                failures.setdefault(position, []).append(check)
    return failures


def _articles(table: str, frame: pl.DataFrame, context: Mapping[str, pl.DataFrame]) -> dict[tuple[object, ...], dict[str, object]]:
    """The row of each text of an article, by article_id and text_hash, as far as it says where a fault lies."""
    articles = frame if table == "articles" else context.get("articles")
    if articles is None:
        return {}
    columns = ("article_id", "text_hash", "document_id", "publisher", "title", "url")
    return {(row["article_id"], row["text_hash"]): row for row in articles.select(columns).iter_rows(named=True)}


def _quarantine(
    table: str, frame: pl.DataFrame, failures: Mapping[int, Sequence[Check]], articles: Mapping[tuple[object, ...], Mapping[str, object]]
) -> pl.DataFrame:
    rows = []
    for position, failed in sorted(failures.items()):
        row = frame.row(position, named=True)
        key = row["claim_id" if table == "claims" else "article_id" if table == "articles" else schema.TABLES[table].key[0]]
        row_json = json_row(row)
        article = articles.get((row["article_id"], row["text_hash"]), {})
        rows.append(
            {
                "quarantine_id": stable_id(table, "expectation", key, row_json),
                "stage": table,
                "reason": "expectation",
                "detail": f"{_where(row, article)}: {' '.join(_complaint(check, row) for check in failed)} {_advice(table)}",
                "origin": str(key),
                "document_id": row.get("document_id") or article.get("document_id"),
                "row_json": row_json,
                "arrival_date": row["arrival_date"],
            }
        )
    return pl.DataFrame(rows, schema=schema.QUARANTINE.frame_schema(), orient="row")


def _where(row: Mapping[str, object], article: Mapping[str, object]) -> str:
    """The article by publisher and title or address, and the words that a row is read from."""
    title = f'"{article["title"]}"' if article.get("title") else article.get("url")
    name = ", ".join(str(part) for part in (article.get("publisher"), title) if part) or f"article {row['article_id']}"
    words = row.get("number_text") or row.get("date_text")
    if not words:
        return name
    sentence = row.get("sentence")
    return f'{name}: "{words}"' + (f' in "{shorten(str(sentence), SENTENCE_LENGTH, placeholder=" …")}"' if sentence else "")


def _advice(table: str) -> str:
    if table == "articles":
        return "Mend the article, or report the row if the article is right."
    return "This is a fault of the extraction, the article needs no mending and its other rows are loaded: report it with the row."


def _complaint(check: Check, row: Mapping[str, object]) -> str:
    about = [name for name in dict.fromkeys((*check.columns, check.column_name)) if name in row]
    values = ", ".join(f"{name} is {_short(row[name])}" for name in about if name)
    return f"{check.name}{f' ({values})' if values else ''}: expected: {check.description}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "…"


def _unreadable(checks: Sequence[Check], frame: pl.DataFrame, faults: Sequence[str]) -> Validation:
    """All expectations failed: without the schema's columns none can be run."""
    about = Outcome(False, (), "not run, as the columns are not those of the schema")
    results = [_result(check, about, str(about.error), 0, frame.height, None) for check in checks]
    results[0]["observed_value"] = "; ".join(faults)
    results[0]["failing_count"] = len(faults)
    return Validation(_results(results), frame.clear(), schema.QUARANTINE.empty())


def json_rows(frame: pl.DataFrame) -> str:
    """Rows as a JSON list of objects; dates and times in ISO form."""
    return json.dumps(frame.to_dicts(), default=_iso, ensure_ascii=False)


def json_row(row: Mapping[str, object]) -> str:
    """A row as a JSON object; dates and times in ISO form."""
    return json.dumps(dict(row), default=_iso, ensure_ascii=False)


def _iso(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{value!r} is {type(value).__name__}; rows hold texts, numbers, booleans, dates and lists of texts only")
