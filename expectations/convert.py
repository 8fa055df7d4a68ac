"""The one place where frames meet Great Expectations: Polars to its pandas engine through Arrow, results back by name.

Great Expectations has no Polars engine, and importing it costs seconds: it is imported inside the function, nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from expectations.check import Check

RESULT_FORMAT = {"result_format": "COMPLETE", "return_unexpected_index_query": False, "exclude_unexpected_values": True}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one expectation ended: `failing` are positions of rows in the frame; `error` says why it could not run."""

    passed: bool
    failing: tuple[int, ...]
    error: str | None


def outcomes(checks: Sequence[Check], frame: pl.DataFrame, bounds: Mapping[str, tuple[float, float]] | None = None) -> dict[str, Outcome]:
    """Run the expectations on the frame with Great Expectations; the outcome of each by name.

    `bounds` replace min_value and max_value of the named checks. An expectation that could not run has not passed.
    """
    if not checks:
        return {}
    gx, context = _great_expectations()
    needed = [name for name in dict.fromkeys(column for check in checks for column in check.columns) if name in frame.columns]
    # one column more than needed, as a frame without columns has no rows
    rows = frame.select(*needed).with_row_index("_row").to_arrow().to_pandas()
    asset = context.data_sources.add_or_update_pandas("frames").add_dataframe_asset(checks[0].table)
    batch = asset.add_batch_definition_whole_dataframe("whole").get_batch(batch_parameters={"dataframe": rows})
    suite = gx.ExpectationSuite(name=checks[0].table, expectations=[_expectation(gx, check, (bounds or {}).get(check.name)) for check in checks])
    validated = batch.validate(suite, result_format=RESULT_FORMAT)
    return {_name(result): _outcome(result) for result in validated.results}


@cache
def _great_expectations() -> tuple[Any, Any]:
    """The package and one context for the process, without analytics and progress bars."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    return gx, context


def _expectation(gx: Any, check: Check, bounds: tuple[float, float] | None) -> Any:
    kind = getattr(gx.expectations, "".join(part.capitalize() for part in check.kind.split("_")))
    columns = dict(zip(("column_A", "column_B") if len(check.columns) == 2 else ("column",), check.columns, strict=True))
    parameters = dict(check.parameters) | ({"min_value": bounds[0], "max_value": bounds[1]} if bounds else {})
    return kind(**columns, **parameters, meta={"name": check.name})


def _name(result: Any) -> str:
    # results come in another order than the suite's
    return str(result.expectation_config.meta["name"])


def _outcome(result: Any) -> Outcome:
    error = _error(result.exception_info)
    failing = () if error else tuple(int(position) for position in result.result.get("unexpected_index_list") or ())
    return Outcome(bool(result.success) and error is None, failing, error)


def _error(info: Mapping[str, Any] | None) -> str | None:
    """The message of an exception inside Great Expectations, which puts it either there or one level down, by metric."""
    for part in (info, *(info or {}).values()):
        if isinstance(part, Mapping) and part.get("raised_exception"):
            return str(part.get("exception_message"))
    return None
