"""`claims extract`: the claims of one text or a JSONL file on the screen, without touching the warehouse."""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from orchestration.cli.console import EXIT_NOTHING_READ, clean, err, fail, out
from orchestration.cli.missing import warn_of_languages, with_dates

if TYPE_CHECKING:
    from transforms.extract import ArticleText

CLAIM_FIELDS = (
    "number_text", "comparator", "low", "high", "trend", "unit", "counted", "metric", "subject", "place", "status", "source",
    "source_chain", "quote", "stated_on", "period", "sentence",
)  # fmt: skip
STANDARD_INPUT = Path("-")
HEAD_BYTES = 65_536


class Format(StrEnum):
    """How the claims are printed."""

    table = "table"
    jsonl = "jsonl"


def extract(
    file: Annotated[
        Path,
        typer.Argument(
            help="Text, a document that `claims load` reads (HTML, PDF …), or JSONL with id, text, published, publisher, title; - is standard input.",
            allow_dash=True,
        ),
    ],
    published: Annotated[
        str | None, typer.Option(help="Publication date, as YYYY-MM-DD, for 'on Monday', 'last week'; JSONL rows that have one keep it.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the text.")] = None,
    output: Annotated[Format, typer.Option("--format", help="A table to read, or one JSON object a line.")] = Format.table,
) -> None:
    """Print the claims of a text without touching the warehouse.

    A table, then each sentence with number, cue, source and dates in colour. Without a publication date the one of a dateline is taken.

    [bold]claims extract article.txt --published 2024-10-28[/bold]

    [bold]cat articles.jsonl | claims extract - --format jsonl > claims.jsonl[/bold]
    """
    day = _day(published, "--published")
    articles = list(_articles(_bytes(file), str(file), day, publisher))
    if not articles:
        fail(f"{file}: empty; expected a text or JSONL rows with id and text", code=EXIT_NOTHING_READ)
    warn_of_languages(articles)
    articles = with_dates(articles)
    with err.status(f"reading {len(articles)} text{'s' if len(articles) != 1 else ''} …"):
        from transforms.extract import extract as extract_text

        for name, article in articles:
            extraction = extract_text(article)
            claims = [row for row in extraction.mentions if row["is_claim"]]
            if output is Format.jsonl:
                row = {"id": name, "claims": [_as_json(claim) for claim in claims]}
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            else:
                _print(name if len(articles) > 1 else None, article.text, claims, extraction.dates)


def _bytes(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == STANDARD_INPUT else file.read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror}; expected a readable file, or - for standard input", code=EXIT_NOTHING_READ)


def _articles(data: bytes, origin: str, published: date | None, publisher: str | None) -> Iterator[tuple[str, "ArticleText"]]:
    """The texts of JSONL rows as they stand, so that offsets fit them; other formats are read as `claims load` reads them."""
    from transforms.articles import formats

    media_type = formats.media_type(data[:HEAD_BYTES], origin)
    if _is_jsonl(data):
        yield from _jsonl_articles(data.decode("utf-8-sig", "replace"), origin, published, publisher)
    elif media_type == formats.TEXT and not data.lstrip().startswith(b"---"):
        yield from _plain_article(data, origin, published, publisher)
    else:
        yield from _document_articles(data, media_type, origin, published, publisher)


def _plain_article(data: bytes, origin: str, published: date | None, publisher: str | None) -> Iterator[tuple[str, "ArticleText"]]:
    from transforms.extract import ArticleText

    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        fail(f"{origin}: byte {error.start} is not UTF-8; convert it, or use `claims load`, which recognises encodings", code=EXIT_NOTHING_READ)
    if text.strip():
        yield Path(origin).stem, ArticleText(text, published, publisher)


def _document_articles(
    data: bytes, media_type: str, origin: str, published: date | None, publisher: str | None
) -> Iterator[tuple[str, "ArticleText"]]:
    from transforms.articles import cleaning
    from transforms.articles.found import Fault, Unusable
    from transforms.articles.limits import Limits
    from transforms.articles.moments import parse
    from transforms.articles.read import READERS
    from transforms.articles.trust import best, in_order
    from transforms.extract import ArticleText

    if media_type not in READERS:
        fail(f"{origin}: {media_type} is no format of articles; expected text, HTML, JSON or JSONL", code=EXIT_NOTHING_READ)
    try:
        for item in READERS[media_type](data, {"origin": origin, "origin_kind": "file", "media_type": media_type}, Limits()):
            if isinstance(item, Fault):
                fail(item.detail, code=EXIT_NOTHING_READ)
            title, named = best(item, "title"), best(item, "publisher")
            moments = (parse(said.value) for said in in_order(item, "published"))
            day = published or next((moment.day for moment in moments if moment), None)
            text = cleaning.compose(cleaning.line(title.value) if title else None, cleaning.characters(item.body))
            name = f"{Path(origin).stem}-{item.index + 1}" if item.index else Path(origin).stem
            yield name, ArticleText(text, day, publisher or (named.value if named else None), title.value if title else None)
    except Unusable as error:
        fail(str(error), code=EXIT_NOTHING_READ)


def _jsonl_articles(content: str, origin: str, published: date | None, publisher: str | None) -> Iterator[tuple[str, "ArticleText"]]:
    from transforms.extract import ArticleText

    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            row = _row(line, f"{origin}, line {number}")
            own = _moment(row.get("published"), f'{origin}, line {number}: "published"')
            yield str(row["id"]), ArticleText(row["text"], own or published, row.get("publisher") or publisher, row.get("title"))


def _is_jsonl(data: bytes) -> bool:
    """Whether the first line is a JSON object with an id: rows of texts. Other JSON is an article's file."""
    first = next((line for line in data.split(b"\n", 50) if line.strip()), b"")
    if not first.lstrip().startswith(b"{"):
        return False
    try:
        row = json.loads(first)
    except ValueError:
        return False
    return isinstance(row, dict) and "id" in row


def _row(line: str, where: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        fail(f"{where}: not JSON ({error}); expected an object with id and text", code=EXIT_NOTHING_READ)
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        fail(f'{where}: expected an object with "id" and a text in "text"', code=EXIT_NOTHING_READ)
    return row


def _day(value: object, what: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        _refuse(value, what)


def _moment(value: object, what: str) -> date | None:
    """The day of a point in time as documents write it; a row may give the hour too."""
    from transforms.articles.moments import parse

    if value is None or value == "":
        return None
    moment = parse(str(value))
    return moment.day if moment is not None else _refuse(value, what)


def _refuse(value: object, what: str) -> NoReturn:
    fail(f'{what} is "{clean(value)}"; expected an ISO 8601 date, such as 2024-10-28', code=EXIT_NOTHING_READ)


def _as_json(claim: Mapping[str, Any]) -> dict[str, Any]:
    return {"start": claim["char_start"], "end": claim["char_end"], **{name: claim[name] for name in CLAIM_FIELDS}}


def _print(name: str | None, text: str, claims: list[dict[str, Any]], dates: list[dict[str, Any]]) -> None:
    from orchestration.cli.evidence import spans_of
    from orchestration.cli.rendering import claims_table, legend, with_evidence

    if name:
        out.rule(clean(name), align="left")
    out.print(claims_table(claims))
    out.print(f"{len(claims)} claim{'s' if len(claims) != 1 else ''}")
    if not claims:
        return
    out.print()
    for start, end in dict.fromkeys((claim["sentence_start"], claim["sentence_end"]) for claim in claims):
        here = [claim for claim in claims if claim["sentence_start"] == start]
        for line in with_evidence(text, (start, end), spans_of(here, dates, text)):
            out.print(line)
        out.print()
    out.print(legend())
