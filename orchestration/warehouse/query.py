"""Questions to the published warehouse: any SQL, or a saved one of `sql/queries/` by name. Rows come as Polars frames.

A saved question starts with comment lines: its title, its description, and `-- $name TYPE = default: meaning` a parameter.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from orchestration.warehouse.connect import connect
from orchestration.warehouse.ddl import SQL, literal
from orchestration.warehouse.folders import Warehouse, WarehouseError
from transforms import schema

LOADS_SHOWN = 30
# read by Polars as something else, or not at all
_FOREIGN_TYPE = re.compile(r"\b(INTERVAL|UNION|BIT|BIGNUM|UHUGEINT|TIME WITH TIME ZONE)\b")
# parameters of saved questions whose values come from a closed list, with table and column
_LISTED = {"metric": ("figures", "metric"), "kind": ("sources", "kind")}
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


def run(warehouse: Warehouse, sql: str, parameters: Mapping[str, object] | None = None, memory: str | None = None) -> pl.DataFrame:
    """The rows of a statement, of the last one where there are several; none for one that returns nothing.

    WarehouseError says what DuckDB objects to, or that there is no statement.
    """
    *_, last = run_all(warehouse, sql, parameters, memory)
    return last


def run_all(warehouse: Warehouse, sql: str, parameters: Mapping[str, object] | None = None, memory: str | None = None) -> Iterator[pl.DataFrame]:
    """The rows of each statement, one after the other on one connection with so much memory (`1GB`); errors as `run` has them."""
    with connect(warehouse, memory) as connection:
        try:
            statements = connection.extract_statements(sql)
            if not statements:
                raise WarehouseError("the query is empty; expected SQL, such as SELECT * FROM claims_wide LIMIT 5")
            for statement in statements:
                yield _rows(connection, statement.query, dict(parameters or {}))
        except duckdb.Error as error:
            raise WarehouseError(f"the query failed: {error}") from error


def _rows(connection: duckdb.DuckDBPyConnection, statement: str, parameters: dict[str, object]) -> pl.DataFrame:
    """The statement's rows; columns of types that Polars has not got, such as INTERVAL, as DuckDB writes them."""
    result = connection.execute(statement, parameters) if parameters else connection.execute(statement)
    if not result.description:
        return pl.DataFrame()
    if not any(_FOREIGN_TYPE.search(str(column[1])) for column in result.description):
        return result.pl()
    relation = connection.sql(statement, params=parameters or None)
    columns = zip(relation.columns, relation.types, strict=True)
    named = ((_quoted(name), _FOREIGN_TYPE.search(str(dtype))) for name, dtype in columns)
    return relation.project(", ".join(f"{name}::VARCHAR AS {name}" if is_foreign else name for name, is_foreign in named)).pl()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def saved(warehouse: Warehouse, name: str, values: Mapping[str, str] | None = None, memory: str | None = None) -> pl.DataFrame:
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
    return run(warehouse, re.sub(r"\$(\w+)", lambda match: bound.get(match[1], match[0]), question.sql), memory=memory)


def values_of(warehouse: Warehouse, parameter: str) -> list[str]:
    """The values that the warehouse has for a parameter of the saved questions, in order; none for one that takes any text."""
    if parameter not in _LISTED:
        return []
    table, column = _LISTED[parameter]
    return run(warehouse, f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY 1")[column].to_list()


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
