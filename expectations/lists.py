"""Expectations that every table of places in texts shares: keys, closed lists, spans, required values.

The closed lists and required columns come from transforms/schema.py; nothing here runs anything.
"""

from __future__ import annotations

from expectations.check import Check
from transforms import schema

ID_FORM = r"^[0-9a-f]{8,64}$"


def holds(table: str, name: str, description: str, *, about: str | None = None, severity: str = "error", is_row_level: bool = True) -> Check:
    """A fact of each row that expectations/derived.py works out as the column `_NAME`."""
    return Check(
        name, table, "expect_column_values_to_be_in_set", (f"_{name}",), description, {"value_set": [True]}, severity, is_row_level, about or name
    )


def schema_check(table: str) -> Check:
    """The frame has the schema's columns and types: the condition of all other checks."""
    return Check(
        "columns_as_in_schema", table, "expect_column_values_to_be_between", ("schema_faults",),
        "The frame has the columns and types of transforms/schema.py.", {"min_value": 0, "max_value": 0}, is_row_level=False, about=None,
    )  # fmt: skip


def required(table: str) -> Check:
    """Every column that may not be null has a value."""
    return Check(
        "required_values_set", table, "expect_column_values_to_be_null", ("_unset",),
        "No column that the schema calls not nullable is null.", about=None,
    )  # fmt: skip


def listed(table: str) -> tuple[Check, ...]:
    """Every column with a closed list holds one of its values, or null where it may."""
    return tuple(
        Check(
            f"{column.name}_listed", table, "expect_column_values_to_be_in_set", (column.name,),
            f"{column.name} is one of: {', '.join(column.values)}.", {"value_set": list(column.values)},
        )
        for column in schema.TABLES[table].columns
        if column.values and not column.at_load
    )  # fmt: skip


def keyed(table: str, key: str) -> tuple[Check, ...]:
    """The key is an id and stands once a day; of a repeated key the first row stays."""
    return (
        Check(f"{key}_formed", table, "expect_column_values_to_match_regex", (key,), f"{key} is a hexadecimal id.", {"regex": ID_FORM}),
        holds(table, f"{key}_unique", f"{key} stands once among the rows of a day.", about=key),
    )


def placed(table: str, text_column: str) -> tuple[Check, ...]:
    """The row's span and sentence are true of the article's text."""
    return (
        holds(table, "article_exists", "Its article, in this very text, is among the day's articles.", about="article_id"),
        Check(
            "span_not_empty", table, "expect_column_pair_values_a_to_be_greater_than_b", ("char_end", "char_start"),
            "The span ends after it starts.", about="char_end",
        ),
        Check(
            f"{text_column}_at_span", table, "expect_column_pair_values_to_be_equal", (text_column, "_text_at_span"),
            f"{text_column} is the article's text from char_start to char_end.", about=text_column,
        ),
        holds(table, "sentence_contains_span", "The sentence starts at or before the span and ends at or after it.", about="sentence_start"),
    )  # fmt: skip
