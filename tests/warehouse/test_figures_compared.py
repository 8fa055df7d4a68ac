"""Which numbers the views compare: disagreements, revisions and corroboration on small made-up stories, true ones and traps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from orchestration.warehouse import query
from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.load import load
from tests import factories as make

DAY = date(2025, 3, 4)
PAPER = "Lenn Post"
Said = tuple[str, str | None, dict[str, Any]]
Article = tuple[dict[str, Any], list[dict[str, Any]]]

DEATHS = {"counted": "deaths", "counted_head": "death", "unit": "death"}
CIVILIANS = DEATHS | {"counted": "civilian deaths"}
MILITARY = DEATHS | {"counted": "military deaths"}
DOLLARS = {"metric": "money", "unit": "USD", "counted": None, "counted_head": None, "place": None}
JOBS = {"metric": "other", "unit": "job", "counted": "jobs", "counted_head": "job", "place": None}
PROTESTERS = {"metric": "population", "unit": "protester", "counted": "protesters", "counted_head": "protester"}
VOTERS = {"metric": "share", "unit": "%", "counted": "voters", "counted_head": "voter", "subject": "Ada Lorne", "place": None}


def _article(name: str, text: str, *said: Said, publisher: str = PAPER, published: date = DAY, filler: str | None = None) -> Article:
    """An article and its claims: number as written, source (None for the article itself), other columns."""
    words = " ".join(f"{filler or name}{number}" for number in range(60))
    article = make.article(name, f"{name}\n\n{text}\n\n{words}", publisher=publisher, published_on=published)
    mentions = []
    for number, source, values in said:
        value = float(number.replace(",", ""))
        about = {"low": value, "high": value, "source": source, "source_text": source, "quote": "indirect" if source else "none"}
        mentions.append(make.mention(article, number, **(about | {"stated_on": published.isoformat() if source else None} | values)))
    return article, mentions


def _loaded(folder: Path, *articles: Article) -> Warehouse:
    frames = make.frames([article for article, _ in articles], mentions=[mention for _, mentions in articles for mention in mentions])
    ends = pl.col("period").str.split("/")
    days = {f"period_{name}": ends.list.get(at, null_on_oob=True).str.to_date(strict=False) for at, name in enumerate(("first", "last"))}
    parts = {name: frames.claims.with_columns(**days) if name == "claims" else frames[name] for name in make.FRAME_TABLES}
    warehouse = Warehouse(folder)
    assert load(warehouse, make.Frames(frames.days, **parts), make.record(1)).outcome == "published"
    return warehouse


DISPUTED = "disputed in the text"
IN_ONE_ARTICLE = [
    (
        "deaths against people killed, a place without a name",
        "The Health Ministry said 371 people died in Lennport.\nRed Kite disputed the count. It found at least 520 deaths in villages.",
        [
            ("371", "Health Ministry", {"period": "2025-01-09/"}),
            ("520", "Red Kite", DEATHS | {"high": None, "comparator": ">=", "place": "villages", "period": "/2025-01-31"}),
        ],
        [("Health Ministry", "371", "Red Kite", "520", DISPUTED)],
    ),
    (
        "a sum that nothing is counted by",
        "Prosecutors said he took at least 310 dollars.\nHis lawyers argued that the sum was no more than 60 dollars.",
        [
            ("310", "Prosecutors", DOLLARS | {"subject": "Ivo Brandt", "high": None, "comparator": ">=", "period": "2015-01-01/2019-12-31"}),
            ("60", "His lawyers", DOLLARS | {"subject": "Ivo Brandt", "low": None, "comparator": "<="}),
        ],
        [("His lawyers", "60", "Prosecutors", "310", "one figure")],
    ),
    (
        "men against miners",
        "The company said 29 miners were trapped.\nThe union disputed the numbers. It said that 35 men had not come up.",
        [
            ("29", "company", {"metric": "affected", "unit": "miner", "counted": "miners", "counted_head": "miner", "place": "Lenn mine"}),
            ("35", "union", {"metric": "population", "unit": "man", "counted": "men", "counted_head": "man", "place": None}),
        ],
        [("company", "29", "union", "35", DISPUTED)],
    ),
    (
        "a sum against a sum a year",
        "Ivo Brandt said it would cost 3,500 dollars.\nThe Treasury rejected that, saying the true cost was 400 dollars a year.",
        [
            ("3,500", "Ivo Brandt", DOLLARS | {"counted": "measures", "counted_head": "measure", "status": "projected"}),
            ("400", "Treasury", DOLLARS | {"unit": "USD/year", "counted": "true cost", "counted_head": "cost"}),
        ],
        [("Treasury", "400", "Ivo Brandt", "3,500", DISPUTED)],
    ),
    (
        "what could be lost against what will be",
        "It could cost 8,000 jobs, the union warned.\nAda Lorne denied this. It will be no more than 2,500 jobs, she said.",
        [
            ("8,000", "union", JOBS | {"status": "hypothetical"}),
            ("2,500", "Ada Lorne", JOBS | {"status": "projected", "low": None, "comparator": "<="}),
        ],
        [("Ada Lorne", "2,500", "union", "8,000", DISPUTED)],
    ),
    (
        "one figure of one time needs no dispute",
        "Police said 8,000 protesters came to Lennport. The union counted 30,000 protesters.",
        [("8,000", "Police", PROTESTERS), ("30,000", "union", PROTESTERS)],
        [("Police", "8,000", "union", "30,000", "one figure")],
    ),
    (
        "without a dispute, deaths in villages are others",
        "The Health Ministry said 371 people died in Lennport.\nRed Kite found 520 deaths in villages.",
        [("371", "Health Ministry", {}), ("520", "Red Kite", DEATHS | {"place": "villages"})],
        [],
    ),
    (
        "a dispute about something else, sentences before",
        "The company said 29 people were trapped.\nThe union disputed the fine."
        + " It had been set by a court in Norrby, which heard both sides for a whole week, and was paid in full." * 2
        + "\nThe hospital said that 35 people came.",
        [("29", "company", {"place": None}), ("35", "hospital", {"place": None})],
        [],
    ),
    (
        "a dispute about the number before",
        "The company said 29 people were trapped.\nThe union disputed that: 35 people. It forgot 6 people, said Rosa Quint.",
        [("29", "company", {"place": None}), ("35", "union", {"place": None}), ("6", "Rosa Quint", {"place": None})],
        [("company", "29", "union", "35", DISPUTED)],
    ),
    (
        "a day against months",
        "The Health Ministry said 371 people died in Lennport.\nElias Banda denied it. Within a day 116 people died.",
        [("371", "Health Ministry", {"period": "2025-01-09/"}), ("116", "Elias Banda", {"period": "2025-03-03/2025-03-04"})],
        [],
    ),
    (
        "the article's own voice is no second source",
        "Police said 8,000 protesters came to Lennport. It disputed the 30,000 protesters.",
        [("8,000", "Police", PROTESTERS), ("30,000", None, PROTESTERS)],
        [],
    ),
    (
        "one source of several values",
        "Police said 30 people died and 60 people died in Lennport. The union said 90 people died.",
        [("30", "Police", {}), ("60", "Police", {}), ("90", "union", {})],
        [],
    ),
    (
        "a part of them",
        "Officials said 17 people died.\nThe hospital disputed that: 40 civilian deaths, 12 children.",
        [
            ("17", "officials", {"place": None}),
            ("40", "hospital", DEATHS | {"counted": "civilian deaths", "place": None}),
            ("12", "hospital", {"counted": "children", "counted_head": "child", "unit": "child", "place": None}),
        ],
        [],
    ),
    (
        "another size",
        "Police said 80 protesters came to Lennport. The union disputed it and counted 30,000 protesters.",
        [("80", "Police", PROTESTERS), ("30,000", "union", PROTESTERS)],
        [],
    ),
    (
        "other places",
        "Police said 80 people died in Lennport.\nThe union disputed that: 200 people died in Norrby.",
        [("80", "Police", {}), ("200", "union", {"place": "Norrby"})],
        [],
    ),
    (
        "two polls",
        "The Optima poll gives her 48 percent. The Lenn survey disputed that, with 52 percent.",
        [("48", "Optima poll", VOTERS), ("52", "Lenn survey", VOTERS)],
        [],
    ),
    (
        "all and some of them, each against its own",
        "The hospital counted 100 deaths, 30 civilian deaths.\nThe army disputed that: 60 deaths, 12 civilian deaths.",
        [("100", "hospital", DEATHS), ("30", "hospital", CIVILIANS), ("60", "army", DEATHS), ("12", "army", CIVILIANS)],
        [("army", "12", "hospital", "30", "one figure"), ("army", "60", "hospital", "100", "one figure")],
    ),
    (
        "some against others of them",
        "The hospital counted 30 civilian deaths, 20 military deaths.\nThe army disputed that: 60 military deaths.",
        [("30", "hospital", CIVILIANS), ("20", "hospital", MILITARY), ("60", "army", MILITARY)],
        [("hospital", "20", "army", "60", "one figure")],
    ),
    (
        "what a source denies is not what it says",
        "Police said 80 people died in Lennport. The union denied that 200 people died.",
        [("80", "Police", {}), ("200", "union", {"status": "denied"})],
        [],
    ),
]


@pytest.fixture(scope="module")
def articles_of_two(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    """The pairs that conflicting_figures finds in the articles of IN_ONE_ARTICLE, by their case."""
    articles = [_article(f"{at} {case[0]}", case[1], *case[2], published=DAY + timedelta(days=100 * at)) for at, case in enumerate(IN_ONE_ARTICLE)]
    sql = (
        "SELECT source_a, number_a, source_b, number_b, basis, title FROM conflicting_figures JOIN claims_wide ON claim_id = claim_id_a ORDER BY ALL"
    )
    found = query.run(_loaded(tmp_path_factory.mktemp("articles"), *articles), sql).rows()
    return {case[0]: [row[:-1] for row in found if row[-1].split(" ", 1)[1] == case[0]] for case in IN_ONE_ARTICLE}


@pytest.mark.parametrize("name,expected", [(case[0], case[3]) for case in IN_ONE_ARTICLE])
def test_disagreements_in_one_article(articles_of_two: dict[str, list[tuple[Any, ...]]], name: str, expected: list[tuple[str, ...]]) -> None:
    assert articles_of_two[name] == expected


Toll = tuple[str, str | None, dict[str, Any]]
"""Killed in Lennport: how many, according to whom, and what else is to be known: `publisher`, `days` after the first day,
`filler` (stories of one filler are copies), columns of the claim."""
TIMES = "Norrby Times"


def _apart(cases: Sequence[tuple[str, Sequence[Toll], Any]]) -> list[Article]:
    """The stories of all cases, years apart from one another's; a title is the case's name and the story's number."""
    articles = []
    for at, (name, tolls, _) in enumerate(cases):
        for number, (killed, source, values) in enumerate(tolls):
            about = dict(values)
            publisher, days, filler = about.pop("publisher", PAPER), about.pop("days", 0), about.pop("filler", f"own{number}")
            text = f"In Lennport {killed} people were killed, {source or 'we know'} said."
            published = DAY + timedelta(days=_YEARS * at + days)
            articles.append(
                _article(f"{name} {number}", text, (killed, source, about), publisher=publisher, published=published, filler=f"{filler}of{at}")
            )
    return articles


_YEARS = 800


def _case(published: date) -> int:
    return (published - DAY).days // _YEARS


BETWEEN_STORIES: list[tuple[str, list[Toll], int]] = [
    ("two sources of one day", [("40", "Ada Lorne", {}), ("70", "Red Kite", {"publisher": TIMES, "days": 1})], 1),
    ("a publisher against a source", [("40", None, {}), ("70", "Red Kite", {"publisher": TIMES})], 1),
    ("tolls of other days", [("40", "Ada Lorne", {}), ("70", "Red Kite", {"publisher": TIMES, "days": 2})], 0),
    ("copies of one story", [("40", None, {"filler": "x"}), ("70", None, {"publisher": TIMES, "filler": "x"})], 0),
    ("one source", [("40", "Ada Lorne", {}), ("70", "Ada Lorne", {"publisher": TIMES})], 0),
    ("sources without a name and of one name", [("40", "officials", {}), ("70", "Officials", {"publisher": TIMES})], 0),
    ("no place", [("40", "Ada Lorne", {"place": None}), ("70", "Red Kite", {"publisher": TIMES, "place": None})], 0),
    ("no name of the place", [("40", "Ada Lorne", {"place": "villages"}), ("70", "Red Kite", {"publisher": TIMES, "place": "villages"})], 0),
    ("voters at no time", [("40", "Ada Lorne", VOTERS), ("70", "Red Kite", {"publisher": TIMES, **VOTERS})], 0),
    ("civilians among all", [("40", "Ada Lorne", CIVILIANS), ("70", "Red Kite", {"publisher": TIMES})], 0),
    (
        "a copy of one of them",
        [
            ("40", "Ada Lorne", {"filler": "x"}),
            ("70", "Red Kite", {"publisher": TIMES}),
            ("40", "Ada Lorne", {"publisher": "Lower Post", "filler": "x"}),
        ],
        1,
    ),
]


@pytest.fixture(scope="module")
def conflicting(tmp_path_factory: pytest.TempPathFactory) -> list[int]:
    """The cases of BETWEEN_STORIES that conflicting_figures finds."""
    return [_case(day) for (day,) in _asked(tmp_path_factory, BETWEEN_STORIES, "SELECT published_a FROM conflicting_figures")]


@pytest.mark.parametrize("at", range(len(BETWEEN_STORIES)), ids=[case[0] for case in BETWEEN_STORIES])
def test_disagreements_between_stories(conflicting: list[int], at: int) -> None:
    assert conflicting.count(at) == BETWEEN_STORIES[at][2]


SINCE = {"period": "2025-01-01/"}
REVISIONS: list[tuple[str, list[Toll], list[float]]] = [
    ("a later toll", [("40", "Ada Lorne", {}), ("55", "Ada Lorne", {"days": 2})], [15.0]),
    ("a toll that is told to rise", [("40", "Ada Lorne", {}), ("55", "Ada Lorne", {"days": 2, "trend": "up"})], [15.0]),
    ("one day", [("40", "Ada Lorne", {}), ("55", "Ada Lorne", {})], []),
    ("a copy", [("40", "Ada Lorne", {"filler": "x"}), ("55", "Ada Lorne", {"publisher": TIMES, "days": 2, "filler": "x"})], []),
    ("months later", [("40", "Ada Lorne", {}), ("55", "Ada Lorne", {"days": 40})], []),
    ("months later of one time", [("40", "Ada Lorne", SINCE), ("55", "Ada Lorne", SINCE | {"days": 40})], [15.0]),
    (
        "of two times",
        [("40", "Ada Lorne", {"period": "2025-03-03/2025-03-03"}), ("55", "Ada Lorne", {"days": 2, "period": "2025-03-05/2025-03-05"})],
        [],
    ),
    ("no place", [("40", None, {"place": None}), ("55", None, {"days": 2, "place": None})], []),
    ("sources without a name", [("40", "officials", {}), ("55", "officials", {"days": 2})], []),
    ("civilians among all", [("70", "Ada Lorne", {}), ("55", "Ada Lorne", CIVILIANS | {"days": 2})], []),
]


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, float]]:
    """The cases of REVISIONS that figure_history finds, with the change."""
    rows = _asked(tmp_path_factory, REVISIONS, "SELECT given_on, change FROM figure_history WHERE change <> 0")
    return [(_case(day), change) for day, change in rows]


@pytest.mark.parametrize("at", range(len(REVISIONS)), ids=[case[0] for case in REVISIONS])
def test_revisions(revised: list[tuple[int, float]], at: int) -> None:
    assert [change for case, change in revised if case == at] == REVISIONS[at][2]


def test_numbers_of_one_article_are_no_revision(tmp_path: Path) -> None:
    boats = ("13,489", None, {"period": "2024-01-01/2024-06-30"}), ("55", None, {"period": "2025-01-01/2025-06-30"})
    article = _article("boats", "We saw 13,489 boats and now 55 boats in Lennport.", *boats)
    assert query.saved(_loaded(tmp_path, article), "revisions").is_empty()


CORROBORATED: list[tuple[str, list[Toll], list[tuple[int, int]]]] = [
    # publishers, sources with a name
    ("two stories", [("40", "Ada Lorne", {}), ("40", "officials", {"publisher": TIMES, "days": 5})], [(2, 1)]),
    ("two stories of other months", [("40", "Ada Lorne", {}), ("40", "Ada Lorne", {"publisher": TIMES, "days": 50})], []),
    ("no place", [("40", None, {"place": None}), ("40", None, {"publisher": TIMES, "place": None})], []),
    ("voters", [("40", None, VOTERS), ("40", None, {"publisher": TIMES, **VOTERS})], []),
    ("one publisher", [("40", "Ada Lorne", {}), ("40", "Ada Lorne", {})], []),
    ("civilians among all", [("40", "Ada Lorne", CIVILIANS), ("40", "Red Kite", DEATHS | {"publisher": TIMES})], []),
    ("civilians twice", [("40", "Ada Lorne", CIVILIANS), ("40", "Red Kite", CIVILIANS | {"publisher": TIMES})], [(2, 2)]),
]


@pytest.fixture(scope="module")
def corroborated(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Any, ...]]:
    """Case, publishers and sources of what corroboration finds in CORROBORATED."""
    sql = "SELECT first_published, publisher_count, source_count FROM corroboration WHERE publisher_count > 1"
    return [(_case(row[0]), *row[1:]) for row in _asked(tmp_path_factory, CORROBORATED, sql)]


@pytest.mark.parametrize("at", range(len(CORROBORATED)), ids=[case[0] for case in CORROBORATED])
def test_corroboration(corroborated: list[tuple[Any, ...]], at: int) -> None:
    assert [row[1:] for row in corroborated if row[0] == at] == CORROBORATED[at][2]


def test_a_toll_goes_by_time(tmp_path: Path) -> None:
    tolls: list[Toll] = [("70", "Red Kite", {}), ("40", "Ada Lorne", {"days": 1, "place": "Ahrport"}), ("55", "Red Kite", {"days": 2})]
    found = query.saved(_loaded(tmp_path, *_apart([("tolls", tolls, None)])), "toll_over_time")
    assert found["given_on"].to_list() == [DAY, DAY + timedelta(days=1), DAY + timedelta(days=2)]


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Red Kite counts 100 deaths, 30 of them civilian, two days later 110 and 34; two other papers give 40 civilian deaths and 40 deaths.
    Jobs at Fair Power rise by 300 and fall by 200 within a day, to 5,000."""
    later = ("110", "Red Kite", DEATHS), ("34", "Red Kite", CIVILIANS)
    fair = JOBS | {"subject": "Fair Power", "place": "Lennport"}
    return _loaded(
        tmp_path_factory.mktemp("valley"),
        _article("both", "Red Kite counts 100 deaths, 30 civilian deaths.", ("100", "Red Kite", DEATHS), ("30", "Red Kite", CIVILIANS)),
        _article("later", "Red Kite counts 110 deaths, 34 civilian.", *later, published=DAY + timedelta(days=2)),
        _article("wire", "Ada Lorne counts 40 civilian deaths.", ("40", "Ada Lorne", CIVILIANS), publisher="Lenn Wire"),
        _article("courier", "Ivo Brandt counts 40 deaths.", ("40", "Ivo Brandt", DEATHS), publisher="Lenn Courier"),
        _article(
            "jobs",
            "Rosa Quint said jobs rose by 300, fell by 200, and are 5,000.",
            ("300", "Rosa Quint", fair | {"trend": "up"}),
            ("200", "Rosa Quint", fair | {"trend": "down"}),
            ("5,000", "Rosa Quint", fair),
        ),
    )


def test_some_of_them_do_not_corroborate_all(valley: Warehouse) -> None:
    sql = "SELECT counted_as, publisher_count FROM corroboration WHERE low = 40 ORDER BY ALL"
    assert query.run(valley, sql).rows() == [("civilian deaths", 1), ("people", 1)]
    assert query.saved(valley, "well_corroborated").is_empty()


def test_the_history_keeps_all_beside_some_of_them(valley: Warehouse) -> None:
    sql = "SELECT counted_as, value, previous_value FROM figure_history WHERE source = 'Red Kite' ORDER BY given_on, value"
    assert query.run(valley, sql).rows() == [
        ("civilian deaths", 30.0, None),
        ("people", 100.0, None),
        ("civilian deaths", 34.0, 30.0),
        ("people", 110.0, 100.0),
    ]
    told = query.saved(valley, "toll_over_time").filter(pl.col("source") == "Red Kite")
    assert told.select("counted_as", "low").rows() == [("civilian deaths", 30.0), ("people", 100.0), ("civilian deaths", 34.0), ("people", 110.0)]
    revised = query.saved(valley, "revisions")
    assert revised.select("counted_as", "previous_value", "value").rows() == [("civilian deaths", 30.0, 34.0), ("people", 100.0, 110.0)]


@pytest.mark.parametrize("view", ["figure_history", "latest_figures"])
def test_a_rise_does_not_hide_a_fall_nor_the_level(valley: Warehouse, view: str) -> None:
    sql = f"SELECT direction, value FROM {view} WHERE source = 'Rosa Quint' ORDER BY value"
    assert query.run(valley, sql).rows() == [("down", 200.0), ("up", 300.0), (None, 5000.0)]


def test_the_latest_figures_have_all_beside_some_of_them(valley: Warehouse) -> None:
    sql = "SELECT counted_as, value, previous_value FROM latest_figures WHERE source = 'Red Kite' ORDER BY value"
    assert query.run(valley, sql).rows() == [("civilian deaths", 34.0, 30.0), ("people", 110.0, 100.0)]


def _asked(folders: pytest.TempPathFactory, cases: Sequence[tuple[str, Sequence[Toll], Any]], sql: str) -> list[tuple[Any, ...]]:
    return query.run(_loaded(folders.mktemp("cases"), *_apart(cases)), sql).rows()
