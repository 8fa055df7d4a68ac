"""Questions to the published warehouse: any SQL, or a saved one of `sql/queries/` by name. Rows come as Polars frames.

A saved question starts with comment lines: its title, its description, and `-- $name TYPE = default: meaning` a parameter.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from orchestration.warehouse.connect import connect
from orchestration.warehouse.ddl import SQL, literal
from orchestration.warehouse.folders import Warehouse, WarehouseError
from transforms import schema

LOADS_SHOWN = 30
_PARAMETER = re.compile(r"^\$(?P<name>\w+) (?P<type>[A-Z]+)(?: = (?P<default>[^:]*))?: (?P<meaning>.+)$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a saved question asks for; without a default it has to be given."""

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A saved question: `description` has the parameters' meaning as well."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sql: str


def run(warehouse: Warehouse, sql: str, parameters: Mapping[str, object] | None = None) -> pl.DataFrame:
    """The rows of a statement; none for one that returns nothing. WarehouseError says what DuckDB objects to."""
    with connect(warehouse) as connection:
        try:
            result = connection.execute(sql, dict(parameters)) if parameters else connection.execute(sql)
            return result.pl() if result.description else pl.DataFrame()
        except duckdb.Error as error:
            raise WarehouseError(f"the query failed: {error}") from error


def saved(warehouse: Warehouse, name: str, values: Mapping[str, str] | None = None) -> pl.DataFrame:
    """The rows of a saved question. WarehouseError names an unknown question or parameter, a missing or unfit value."""
    question = saved_query(name)
    given = dict(values or {})
    known = [parameter.name for parameter in question.parameters]
    for foreign in sorted(set(given) - set(known)):
        raise WarehouseError(f'question {name}: has no parameter "{foreign}"; expected {", ".join(known) or "none"}')
    bound = {}
    for parameter in question.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            raise WarehouseError(f"question {name}: needs {parameter.name} ({parameter.meaning}); give {parameter.name}=VALUE")
        bound[parameter.name] = f"({literal(value) if value else 'NULL'}::{parameter.type})"
    return run(warehouse, re.sub(r"\$(\w+)", lambda match: bound.get(match[1], match[0]), question.sql))


def saved_queries() -> list[SavedQuery]:
    """All saved questions, by name."""
    return [_read(file) for file in sorted((SQL / "queries").glob("*.sql"))]


def saved_query(name: str) -> SavedQuery:
    """The saved question of that name; WarehouseError lists the known ones."""
    file = SQL / "queries" / f"{name}.sql"
    if not re.fullmatch(r"\w+", name) or not file.is_file():
        known = ", ".join(question.name for question in saved_queries())
        raise WarehouseError(f'there is no saved question "{name}"; expected one of: {known}')
    return _read(file)


def recent_loads(warehouse: Warehouse, count: int = LOADS_SHOWN) -> pl.DataFrame:
    """The last loads as rows of schema.LOADS, oldest first; none before the first publication."""
    if not warehouse.link.exists():
        return pl.DataFrame(schema=schema.LOADS.table_schema())
    return run(warehouse, f"FROM loads ORDER BY started_at DESC, load_id LIMIT {int(count)}").reverse()


def _read(file: Path) -> SavedQuery:
    lines = file.read_text().splitlines()
    head = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
    if len(head) < 2:
        raise WarehouseError(f"{file}: expected a title and a description as its first comment lines")
    parameters, words = [], []
    for line in head[1:]:
        match = _PARAMETER.match(line)
        if match:
            parameters.append(Parameter(match["name"], match["type"], match["default"], match["meaning"]))
        else:
            words.append(line)
    about = [f"{parameter.name}: {parameter.meaning}" for parameter in parameters]
    sql = "\n".join(line for line in lines if not line.startswith("--"))
    return SavedQuery(file.stem, head[0], " ".join([*words, *about]), tuple(parameters), sql)
