"""Every row-level expectation catches its planted fault and leaves sound rows alone; one frame a table holds all faults."""

from __future__ import annotations

from functools import cache
from typing import Any

import polars as pl
import pytest

from expectations.convert import Outcome, outcomes
from expectations.derived import derive
from expectations.run import _is_of_facts
from expectations.suites import SUITES, checks_for
from tests import factories as make
from tests.expectations.faults import FAULTS, REPEATED

ROW_CHECKS = [(table, check.name) for table in FAULTS for check in checks_for(table) if not _is_of_facts(check)]


def _sound(table: str, article: dict[str, Any]) -> dict[str, Any]:
    killed = make.mentions_of(article)[0]
    rows = {"articles": article, "mentions": killed, "dates": make.time_expression(article), "claims": make.claim(article, killed)}
    return rows[table]


@cache
def _run(table: str) -> tuple[dict[str, Outcome], dict[str, int]]:
    """The outcome of each check on a frame with a sound row first, then one faulty row a check; the rows' positions."""
    names = ["sound", *FAULTS[table]]
    articles = {name: make.article(name.replace("_", "-"), make.TEXT + f"\n\n{name}.") for name in names}
    rows, positions = [_sound(table, articles["sound"])], {}
    for name, fault in FAULTS[table].items():
        rows += [_sound(table, articles[name])] if name in REPEATED else []
        positions[name] = len(rows)
        rows.append(_sound(table, articles[name]) | fault)
    found = list(articles.values())
    context = {
        "landed": make.frame("landed", [make.document(name.replace("_", "-")) for name in names]),
        "articles": make.frame("articles", found),
        "mentions": make.frame("mentions", [row for one in found for row in make.mentions_of(one)]),
        "dates": make.frame("dates", [make.time_expression(one) for one in found]),
    }
    checks = [check for check in checks_for(table) if not _is_of_facts(check)]
    return outcomes(checks, derive(table, make.frame(table, rows), context)), positions


@pytest.mark.parametrize("table,name", ROW_CHECKS)
def test_fault_is_caught(table: str, name: str) -> None:
    found, positions = _run(table)
    assert not found[name].passed
    assert positions[name] in found[name].failing


@pytest.mark.parametrize("table", FAULTS)
def test_sound_row_passes_all(table: str) -> None:
    found, _ = _run(table)
    assert [name for name, outcome in found.items() if 0 in outcome.failing or outcome.error] == []


@pytest.mark.parametrize("table", FAULTS)
def test_first_of_a_repeated_key_stays(table: str) -> None:
    found, positions = _run(table)
    (name,) = REPEATED & set(FAULTS[table])
    assert found[name].failing == (positions[name],)


@pytest.mark.parametrize("table", FAULTS)
def test_every_fault_belongs_to_an_expectation(table: str) -> None:
    assert set(FAULTS[table]) == {name for of, name in ROW_CHECKS if of == table}


@pytest.mark.parametrize("table", SUITES)
def test_names_are_unique_and_fit_for_dagster(table: str) -> None:
    names = [check.name for check in checks_for(table)]
    assert len(set(names)) == len(names)
    assert all(name.replace("_", "").isalnum() and name.isascii() for name in names)
    assert all(check.description for check in checks_for(table))


COMPARATORS = [
    # comparator, low, high, whether they fit
    ("=", 5.0, 5.0, True),
    ("=", 5.0, None, False),
    ("~", 5.0, 6.0, True),
    ("~", None, 5.0, False),
    (">", 5.0, None, True),
    (">", 5.0, 5.0, False),
    (">=", 5.0, None, True),
    (">=", None, None, False),
    ("<", None, 5.0, True),
    ("<", 5.0, 5.0, False),
    ("<=", None, 5.0, True),
    ("<=", 5.0, None, False),
]


@pytest.mark.parametrize("comparator,low,high,fits", COMPARATORS)
def test_bounds_fit_comparator(comparator: str, low: float | None, high: float | None, fits: bool) -> None:
    assert _facts(comparator=comparator, low=low, high=high)["_bounds_fit_comparator"] is fits


UNITS = [
    # metric, unit, share fits, money fits
    ("share", "%", True, True),
    ("share", "pp", True, True),
    ("share", "person", False, True),
    ("share", None, False, True),
    ("killed", "%", False, True),
    ("money", "EUR", True, True),
    ("money", "USD/barrel", True, True),
    ("money", "barrel/day", True, False),
    ("money", None, True, False),
    ("measure", "EUR", True, False),
    ("measure", "km", True, True),
    ("money", "%", False, False),
]


@pytest.mark.parametrize("metric,unit,share,money", UNITS)
def test_metric_fits_unit(metric: str, unit: str | None, share: bool, money: bool) -> None:
    facts = _facts(metric=metric, unit=unit)
    assert (facts["_share_is_percent"], facts["_money_is_currency"]) == (share, money)


PERIODS = [
    # period, first, last, whether the days fit the text
    (None, None, None, True),
    ("2025-03-01/2025-03-02", "2025-03-01", "2025-03-02", True),
    ("2025-03/", "2025-03-01", None, True),
    ("/2025", None, "2025-12-31", True),
    ("/2025", "2025-01-01", "2025-12-31", False),
    ("2025/2025", "2025-01-01", None, False),
    (None, "2025-01-01", None, False),
]


@pytest.mark.parametrize("period,first,last,fits", PERIODS)
def test_period_days_fit(period: str | None, first: str | None, last: str | None, fits: bool) -> None:
    days = [None if day is None else make.date.fromisoformat(day) for day in (first, last)]
    assert _facts(period=period, period_first=days[0], period_last=days[1])["_period_days_fit"] is fits


def test_spans_are_code_points() -> None:
    article = make.article("emoji", "Häuser 🏚️🏚️ in Lennport\n\nThe café owner counted 12 cats on Monday.")
    row = make.claim(article, make.mention(article, "12"))
    derived = derive("claims", make.frame("claims", [row]), {"articles": make.frame("articles", [article])}).to_dicts()[0]
    assert derived["_text_at_span"] == "12"
    assert derived["_sentence_at_span"] == "The café owner counted 12 cats on Monday."


def _facts(**values: Any) -> dict[str, Any]:
    """The derived facts of a sound claim with these values."""
    article = make.article("case")
    row = make.claim(article, make.mentions_of(article)[0]) | values
    derived = derive("claims", make.frame("claims", [row]), {"articles": make.frame("articles", [article])})
    return derived.select(pl.selectors.starts_with("_")).to_dicts()[0]
