"""Records with fields: JSON, JSONL, CSV and Parquet in the own schema and in the shapes that scrapers write.

Which name stands for which field is `seeds/ingestion/fields.csv`; a value of the wrong type is a fault, never guessed at.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import polars as pl

from transforms.articles.blocks import html_text
from transforms.articles.decoding import beginning, is_binary, strict
from transforms.articles.found import Fault, Found, Unusable
from transforms.articles.identity import host_of
from transforms.articles.limits import Limits
from transforms.articles.tables import rows

csv.field_size_limit(20_000_000)
_NAME_KEYS = ("name", "full_name", "title", "text", "value", "@id", "url")


@cache
def _fields() -> dict[str, tuple[tuple[str, str], ...]]:
    """Names and forms by field, in order of preference."""
    table: dict[str, list[tuple[str, str]]] = {}
    for row in rows("fields"):
        table.setdefault(row["field"], []).append((row["name"], row["form"]))
    return {name: tuple(pairs) for name, pairs in table.items()}


def read_json(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """One record, a list of records, or an object that holds such a list."""
    loaded = _load(_text(data, landed), landed["origin"])
    for index, record in enumerate(_records(loaded, landed["origin"])):
        yield from one(record, index, landed["origin"], limits)


def read_jsonl(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """One record a line; a bad line is a fault of its own."""
    if is_binary(data):
        raise Unusable("binary", f"{landed['origin']}: holds bytes that no text has; expected one JSON object a line")
    for index, row in enumerate(data.split(b"\n")):
        where = f"{landed['origin']}, line {index + 1}"
        if not row.strip():
            continue
        if len(row) > limits.max_record_bytes:
            yield Fault("too_large", f"{where}: {len(row)} bytes; expected at most {limits.max_record_bytes}", index, {"beginning": beginning(row)})
            continue
        try:
            record = _load(strict(row, where), where)
        except Unusable as error:
            yield Fault(error.fault.reason, error.fault.detail, index, error.fault.row or {"beginning": beginning(row)})
            continue
        yield from one(record, index, where, limits)


def read_csv(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """One record a row; the header names the fields, the settings name the text column."""
    text = _text(data, landed)
    header = text[: text.find("\n") + 1] or text
    delimiter = max(",;\t|", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    _expect_text_column(list(reader.fieldnames or ()), landed["origin"], limits)
    index = 0
    try:
        for index, record in enumerate(reader):
            where = f"{landed['origin']}, row {index + 1}"
            if None in record:
                yield Fault(
                    "malformed",
                    f"{where}: more values than the header has columns; quote texts that hold a {delimiter!r}",
                    index,
                    {str(key): value for key, value in record.items()},
                )
                continue
            if any(record.values()):
                yield from one({key: value for key, value in record.items() if value}, index, where, limits)
    except csv.Error as error:
        raise Unusable("malformed", f"{landed['origin']}, after row {index + 1}: {error}; expected CSV with quoted texts") from error


def read_parquet(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """One record a row of a Parquet file."""
    try:
        frame = pl.read_parquet(io.BytesIO(data))
    except (pl.exceptions.PolarsError, OSError) as error:
        raise Unusable("malformed", f"{landed['origin']}: not readable as Parquet ({' '.join(str(error).split())[:200]})") from error
    _expect_text_column(frame.columns, landed["origin"], limits)
    for index, record in enumerate(frame.iter_rows(named=True)):
        plain = {key: value.isoformat() if isinstance(value, date | datetime) else value for key, value in record.items() if value is not None}
        if plain:
            yield from one(plain, index, f"{landed['origin']}, row {index + 1}", limits)


def one(record: object, index: int, where: str, limits: Limits) -> Iterator[Found | Fault]:
    """The article of one record, or the fault that it has."""
    if not isinstance(record, dict):
        yield Fault(
            "wrong_type", f"{where}: a {type(record).__name__}; expected an object with the field {limits.text_column}", index, {"value": record}
        )
        return
    try:
        found = Found(body=_body(record, where, limits), index=index, row=record)
        for field in ("title", "publisher", "published", "modified", "url", "authors", "section", "language"):
            _say(found, field, record, where)
    except Unusable as error:
        yield Fault(error.fault.reason, error.fault.detail, index, record)
        return
    yield found


def _text(data: bytes, landed: dict[str, Any]) -> str:
    if is_binary(data):
        raise Unusable("binary", f"{landed['origin']}: holds bytes that no text has; expected {landed['media_type']}")
    return strict(data, landed["origin"])


def _load(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unusable("malformed", f"{where}: not JSON ({error}); mend or remove it") from error


def _records(loaded: Any, origin: str) -> list[Any]:
    if isinstance(loaded, list):
        return loaded
    if not isinstance(loaded, dict):
        raise Unusable("wrong_type", f"{origin}: a {type(loaded).__name__}; expected an object or a list of objects", {"value": loaded})
    for name in ("@graph", "articles", "items", "data", "results"):
        inner = loaded.get(name)
        if isinstance(inner, list) and inner and all(isinstance(item, dict) for item in inner) and "text" not in loaded:
            if name != "@graph":
                return inner
            return [item for item in inner if _body_value(item, Limits())[1]] or inner
    return [loaded]


def _expect_text_column(names: list[str], origin: str, limits: Limits) -> None:
    if limits.text_column not in names and not any(name in names for name, _ in _fields()["text"]):
        raise Unusable(
            "missing_field", f"{origin}: no column {limits.text_column}; it has {', '.join(names)[:300]}: name the text column in the settings"
        )


def _body_value(record: dict[str, Any], limits: Limits) -> tuple[str, Any, str]:
    for name, form in ((limits.text_column, "text"), *_fields()["text"]):
        if record.get(name) is not None:
            return name, record[name], form
    for inner in ("bodies",):
        if isinstance(record.get(inner), list):
            return inner, [item.get("value") for item in record[inner] if isinstance(item, dict)][:1], "html"
    return limits.text_column, None, "text"


def _body(record: dict[str, Any], where: str, limits: Limits) -> str:
    name, value, form = _body_value(record, limits)
    if value is None:
        raise Unusable("missing_field", f'{where}: no field "{limits.text_column}"; it has {", ".join(map(str, record))[:300] or "none"}')
    if isinstance(value, list | dict) and form in ("blocks", "html"):
        value = _blocks(value)
    if not isinstance(value, str):
        raise Unusable("wrong_type", f'{where}: "{name}" is {json.dumps(value, default=str)[:80]}; expected a text')
    return html_text(value) if form == "html" else value


def _blocks(value: Any, depth: int = 0) -> str:
    """Paragraphs of nested bodies: fundus' summary and sections, ninjs' bodies."""
    if isinstance(value, str):
        return value
    if depth > 6 or not isinstance(value, list | dict):
        return ""
    inner = (
        value
        if isinstance(value, list)
        else [value[key] for key in ("summary", "sections", "headline", "paragraphs", "texts", "value") if key in value]
    )
    return "\n\n".join(part for part in (_blocks(item, depth + 1) for item in inner) if part.strip())


def _say(found: Found, field: str, record: dict[str, Any], where: str) -> None:
    for name, form in _fields()[field]:
        value = record.get(name)
        if value is None or value == "" or value == []:
            continue
        for text in _values(value, form, field, name, where):
            found.say(field, "host" if form == "host" and field == "publisher" else "fields", text, name)


def _values(value: Any, form: str, field: str, name: str, where: str) -> list[str]:
    if form in ("list", "names", "blocks"):
        named = [_name(item) for item in (value if isinstance(value, list) else [value])]
        if None in named:
            raise Unusable("wrong_type", f'{where}: "{name}" is {json.dumps(value, default=str)[:80]}; expected names')
        texts = [text for text in named if text]
        return texts if field == "authors" else texts[:1]
    if not isinstance(value, str):
        expected = "an ISO 8601 date, such as 2024-10-28" if form == "moment" else "a text"
        raise Unusable("wrong_type", f'{where}: "{name}" is {json.dumps(value, default=str)[:80]}; expected {expected}')
    return [host_of(value) or ""] if form == "host" else [value]


def _name(item: Any) -> str | None:
    """The name of a person or body, given as a string or as an object that names it; None for anything else."""
    if isinstance(item, str):
        return item
    if isinstance(item, dict):
        return next((item[key] for key in _NAME_KEYS if isinstance(item.get(key), str)), None)
    return None
