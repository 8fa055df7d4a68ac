"""Sources, figures and versions across articles: pure functions on a few rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest

from transforms import figures, schema, source_kinds, sources, versions

SAME_SOURCE = [
    ("Ada Lorne", "ada lorne"),
    ("Ms. Ada Lorne", "Ada Lorne"),
    ("the Ministry of Rivers", "Ministry of Rivers"),
    ("Ostrava’s Office", "Ostrava's Office"),
    ("Red Kite Relief (RKR)", "Red Kite Relief"),
    ("U.N.", "UN"),
    ("Lenn  Post", "Lenn Post"),
    ("Prof Sir Ivo Brandt", "Ivo Brandt"),
]


@pytest.mark.parametrize("one,other", SAME_SOURCE)
def test_same_source(one: str, other: str) -> None:
    assert sources.normalised(one) == sources.normalised(other)


OTHER_SOURCE = [("Ada Lorne", "Lorne"), ("officials", "official"), ("Red Kite", "Red Kite Relief"), ("The", "A"), ("Mr", "Dr")]


@pytest.mark.parametrize("one,other", OTHER_SOURCE)
def test_other_source(one: str, other: str) -> None:
    assert sources.normalised(one) != sources.normalised(other)


KINDS = [
    ("Ada Lorne", "person"),
    ("Mr Brandt", "person"),
    ("Ministry of Rivers", "organisation"),
    ("the agency", "organisation"),
    ("police", "organisation"),
    ("RKR", "organisation"),
    ("France", "organisation"),
    ("census data", "document"),
    ("the Lenn River Report", "document"),
    ("a survey of 200 farmers", "document"),
    ("officials", "anonymous"),
    ("a senior official familiar with the talks", "anonymous"),
    ("residents", "group"),
    ("analysts at two banks", "group"),
    ("…", "unknown"),
    ("Brandt", "unknown"),
    # a person has a given name or a title; two large words alone are no person
    ("Ada M. Lorne", "person"),
    ("José Brandt", "person"),
    ("Judge Osei Lenn", "person"),
    ("Lumen's analyst Chris Rosso", "person"),
    ("Red Kite", "unknown"),
    ("Gazzetta dello Sport", "unknown"),
    ("Lennport Rovers", "unknown"),
    ("Norvane General Dynamics", "unknown"),
    ("Prime Minister", "anonymous"),
    ("Forecasters at Colorado State", "group"),
    ("Prosecutors", "group"),
]


@pytest.mark.parametrize("name,kind", KINDS)
def test_kind_of_source(name: str, kind: str) -> None:
    assert sources.kind_of(name) == kind


TOLD = [
    # name, the source's words, sentence, what the article says it is
    ("Paulo Renn", "he", '"It will be 2,500," he said.', "person"),
    ("Lennor Halan", "president, Lennor Halan", "Norrby's president, Lennor Halan, told reporters that 40 died.", "person"),
    ("Lennor Halan", "Halan", "Halan said that 40 died.", "person"),
    ("Fair Power", "Fair Power", "It costs 31 cents, consumer group Fair Power complained.", "organisation"),
    ("Interlenn", "Interlenn", "According to the news agency Interlenn, 40 died.", "organisation"),
    ("Lennport Rovers", "Rovers", "Rovers said that 2,000 came.", "unknown"),
    ("Red Kite", "Red Kite", "The ministry's Red Kite said that 40 died.", "unknown"),
]


@pytest.mark.parametrize("name,words,sentence,kind", TOLD)
def test_kind_that_the_article_tells(name: str, words: str, sentence: str, kind: str) -> None:
    assert source_kinds.kind_in_text(name, words, sentence) == kind


NAMED = [
    ("Ada Lorne", True),
    ("government of Valdoria", True),
    ("French police", True),
    ("Harbour Workers' Union", True),
    ("poll by the Ellery Institute", True),
    ("Optima poll", True),
    ("Health Ministry", True),
    ("RKR", True),
    ("the government", False),
    ("miners' union", False),
    ("Police", False),
    ("Prosecutors", False),
    ("English club", False),
    ("her teams", False),
    ("two officials of the Lenn Bank", False),
    ("Finance minister", False),
    ("City council", False),
    ("data released on Friday", False),
    ("…", False),
]


@pytest.mark.parametrize("name,is_named", NAMED)
def test_source_with_a_name_of_its_own(name: str, is_named: bool) -> None:
    assert source_kinds.is_named(name) is is_named


def _claims(*rows: dict[str, Any]) -> pl.DataFrame:
    sound = {
        "article_id": "a",
        "published_on": date(2025, 3, 4),
        "source": None,
        "source_text": None,
        "sentence": "",
        "metric": "killed",
        "unit": "person",
        "counted_head": "person",
        "subject": None,
        "place": "Lennport",
    }
    columns = {name: schema.CLAIMS.table_schema()[name] for name in ("claim_id", *sound)}
    return pl.DataFrame([sound | {"claim_id": str(number)} | row for number, row in enumerate(rows)], schema=columns, orient="row")


def test_sources_have_one_row_a_name_with_its_forms() -> None:
    claims = _claims(
        {"source": "Ada Lorne"}, {"source": "Ms Ada Lorne", "article_id": "b", "published_on": date(2025, 3, 6)}, {"source": "Ada Lorne"}, {}
    )
    rows, ids = sources.sources(claims)
    assert rows.drop("source_id").rows() == [("Ada Lorne", ["Ada Lorne", "Ms Ada Lorne"], "person", True, 3, 2, date(2025, 3, 4), date(2025, 3, 6))]
    assert ids["source_id"].to_list() == [*rows["source_id"].to_list() * 3, None]
    assert dict(rows.schema) == schema.SOURCES.table_schema()


def test_sources_without_a_name_are_of_one_article() -> None:
    rows, ids = sources.sources(
        _claims({"source": "the government"}, {"source": "Government"}, {"source": "government", "article_id": "b"}, {"source": "Ada Lorne"})
    )
    assert sorted(rows.select("name", "is_named", "claim_count", "article_count").rows()) == [
        ("Ada Lorne", True, 1, 1),
        ("government", False, 1, 1),
        ("the government", False, 2, 1),
    ]
    assert ids["source_id"].n_unique() == 3
    assert ids["source_id"][0] == ids["source_id"][1]


def test_kind_of_a_name_that_no_list_knows_comes_from_its_articles() -> None:
    claims = _claims({"source": "Lennor Halan", "source_text": "Lennor Halan"}, {"source": "Lennor Halan", "source_text": "she", "article_id": "b"})
    assert sources.sources(claims)[0]["kind"].to_list() == ["person"]


def test_no_claims_give_no_sources_and_no_figures() -> None:
    rows, ids = sources.sources(_claims())
    assert (rows.height, ids.height) == (0, 0)
    assert figures.figures(_claims().with_columns(pl.lit(None, pl.String).alias("source_id")))[0].is_empty()


def test_figure_needs_something_that_is_counted() -> None:
    assert figures.figure_id("share", "%", None, None, None) is None
    assert figures.figure_id("share", "%", "vote", None, None) is not None


SAME_FIGURE = [
    # two keys (metric, unit, counted head, subject, place), whether they are one figure
    (("killed", "person", "person", None, "the Lenn Valley"), ("killed", "person", "person", None, "Lenn valley"), True),
    (("killed", "person", "person", None, "Lennport"), ("killed", "person", "person", None, "Norrby"), False),
    (("killed", "person", "person", None, "Lennport"), ("wounded", "person", "person", None, "Lennport"), False),
    (("money", "EUR", "aid", "Norrby", None), ("money", "USD", "aid", "Norrby", None), False),
    (("money", "EUR", "aid", "Norrby", None), ("money", "EUR", "aid", None, "Norrby"), False),
]


@pytest.mark.parametrize("one,other,same", SAME_FIGURE)
def test_same_figure(one: tuple[str | None, ...], other: tuple[str | None, ...], same: bool) -> None:
    assert (figures.figure_id(*one) == figures.figure_id(*other)) is same


def test_figures_count_claims_articles_and_sources() -> None:
    claims = _claims({}, {"article_id": "b", "place": "LENNPORT"}, {"counted_head": None, "place": None})
    rows, ids = figures.figures(claims.with_columns(pl.Series("source_id", ["s", "t", "t"])))
    found = rows.select("label", "claim_count", "article_count", "source_count").rows()
    assert found[0][1:] == (2, 2, 2)
    assert found[0][0].casefold() == "killed: person in lennport (person)".removesuffix(" (person)")
    assert ids["figure_id"].null_count() == 1


def _arrivals(*rows: tuple[str, str, int, int]) -> pl.DataFrame:
    """(article, text, day of March, hour) as rows of schema.ARRIVALS."""
    return pl.DataFrame(
        [
            {
                "article_id": a,
                "text_hash": t,
                "arrival_date": date(2025, 3, d),
                "found_at": datetime(2025, 3, d, h, tzinfo=UTC),
                "document_id": f"{a}{t}{d}{h}",
                "document_index": 0,
            }
            for a, t, d, h in rows
        ],
        schema=schema.ARRIVALS.table_schema(),
        orient="row",
    )


NUMBERED = [
    ("one text", [("a", "x", 1, 6)], [("x", 1, True, 1)]),
    ("a changed text", [("a", "y", 2, 6), ("a", "x", 1, 6)], [("x", 1, False, 1), ("y", 2, True, 2)]),
    ("two texts of a day by hour", [("a", "y", 1, 9), ("a", "x", 1, 6)], [("x", 1, False, 1), ("y", 2, True, 1)]),
    ("the same text again is owned by the first day", [("a", "x", 3, 6), ("a", "x", 1, 6)], [("x", 1, True, 1)]),
    ("the old text again makes no version", [("a", "x", 1, 6), ("a", "y", 2, 6), ("a", "x", 3, 6)], [("x", 1, False, 1), ("y", 2, True, 2)]),
]


@pytest.mark.parametrize("name,found,expected", NUMBERED)
def test_versions(name: str, found: list[tuple[str, str, int, int]], expected: list[tuple[str, int, bool, int]]) -> None:
    numbered = versions.numbered(_arrivals(*found)).sort("version")
    assert [(row["text_hash"], row["version"], row["is_current"], row["arrival_date"].day) for row in numbered.to_dicts()] == expected
