"""Each view and saved question gives the right rows, on one small warehouse about two floods."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from orchestration.warehouse import query
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.load import load
from tests import factories as make

BODY = "{title}\n\n{who} said on Monday that {number} people were killed in Lennport.\n\n{rest}"


def _story(
    name: str, publisher: str, who: str, number: str, low: float, published: date, **values: Any
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    # words of its own, so that only copies are one story
    text = BODY.format(title=name.capitalize(), who=who, number=number, rest=" ".join(f"{name}{n}" for n in range(40)))
    article = make.article(name, text, publisher=publisher, published_on=published)
    stated = published.isoformat()
    said = make.said(article, who) | {"stated_on": stated, "stated_date_id": None}
    return article, [make.mention(article, number, low=low, high=low, **(said | values))]


@pytest.fixture(scope="module")
def floods(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Ada Lorne revises 40 to 55; the Red Kite relief says 70 on the same day; two papers carry 40; one projects; one has no source and is copied."""
    day = date(2025, 3, 4)
    stories = [
        _story("early", "Lenn Post", "Ada Lorne", "40", 40.0, day),
        _story("twin", "Norrby Times", "Ms Ada Lorne", "40", 40.0, day),
        _story("later", "Lenn Post", "Ada Lorne", "55", 55.0, day + timedelta(days=2)),
        _story("relief", "Norrby Times", "Red Kite", "70", 70.0, day + timedelta(days=2)),
        _story("nearly", "Norrby Times", "Ivo Brandt", "50", 50.0, day + timedelta(days=2), comparator="~"),
        _story("outlook", "Lenn Post", "Ada Lorne", "90", 90.0, day, status="projected", period="/2025-06"),
        _story(
            "voice",
            "Lenn Post",
            "Nobody",
            "12",
            12.0,
            day,
            source=None,
            source_text=None,
            cue_text=None,
            cue_start=None,
            cue_end=None,
            quote="none",
            stated_on=None,
            place="Norrby",
        ),
    ]
    voice = stories[-1][0]
    copy = make.article("copy", voice["text"], publisher="Norrby Times", published_on=day, title=voice["title"], arrival_date=make.DAY)
    stories.append((copy, [make.mention(copy, "12", low=12.0, high=12.0, place="Norrby")]))
    articles = [article for article, _ in stories]
    articles += [make.article("silent", "Silent\n\nNothing was counted.", publisher="Lenn Post")]
    frames = make.frames(articles, mentions=[mention for _, mentions in stories for mention in mentions])
    due = frames.claims.with_columns(make.pl.when(make.pl.col("period") == "/2025-06").then(date(2025, 6, 30)).alias("period_last"))
    parts = {name: due if name == "claims" else frames[name] for name in make.FRAME_TABLES}
    warehouse = Warehouse(tmp_path_factory.mktemp("floods"))
    assert load(warehouse, make.Frames(frames.days, **parts), make.record(1)).outcome == "published"
    return warehouse


def _rows(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    return query.run(warehouse, sql).rows()


def test_claims_wide_has_each_claim_once_with_its_surroundings(floods: Warehouse) -> None:
    found = _rows(
        floods,
        "SELECT publisher, number_text, source, source_name, source_kind, figure FROM claims_wide WHERE title = 'Twin' OR (title = 'Voice' AND publisher = 'Lenn Post') ORDER BY title",
    )
    assert found == [
        ("Norrby Times", "40", "Ms Ada Lorne", "Ada Lorne", "person", "killed: person in Lennport"),
        ("Lenn Post", "12", None, None, None, "killed: person in Norrby"),
    ]
    assert _rows(floods, "SELECT count(*), count(DISTINCT claim_id) FROM claims_wide") == [(8, 8)]


def test_figure_history_shows_the_revision(floods: Warehouse) -> None:
    found = _rows(
        floods,
        "SELECT value, previous_value, change, days_since_previous FROM figure_history WHERE source = 'Ada Lorne' AND status = 'asserted' ORDER BY given_on",
    )
    assert found == [(40.0, None, None, None), (55.0, 40.0, 15.0, 2)]


def test_latest_figures_has_one_row_a_source(floods: Warehouse) -> None:
    found = _rows(floods, "SELECT source, value FROM latest_figures WHERE figure LIKE '%Lennport' ORDER BY source")
    assert found == [("Ada Lorne", 55.0), ("Ivo Brandt", 50.0), ("Red Kite", 70.0)]


def test_conflicting_figures_are_of_one_day_and_two_sources(floods: Warehouse) -> None:
    # about 50 meets 55, neither meets 70; the 40 of two days before is no conflict
    found = _rows(floods, "SELECT source_a, number_a, source_b, number_b FROM conflicting_figures ORDER BY ALL")
    assert found == [("Ada Lorne", "55", "Red Kite", "70"), ("Ivo Brandt", "50", "Red Kite", "70")]


def test_unsourced_claims(floods: Warehouse) -> None:
    assert _rows(floods, "SELECT publisher, title, number_text FROM unsourced_claims ORDER BY ALL") == [
        ("Lenn Post", "Voice", "12"),
        ("Norrby Times", "Voice", "12"),
    ]


def test_corroboration_counts_publishers(floods: Warehouse) -> None:
    found = _rows(floods, "SELECT low, publisher_count, source_count, publishers FROM corroboration WHERE publisher_count > 1")
    assert found == [(40.0, 2, 1, ["Lenn Post", "Norrby Times"])]


def test_corroboration_counts_a_copy_once(floods: Warehouse) -> None:
    found = _rows(floods, "SELECT story_count, publisher_count, claim_count, len(publishers), len(copied_by) FROM corroboration WHERE low = 12")
    assert found == [(1, 1, 2, 1, 1)]


def test_source_profile(floods: Warehouse) -> None:
    found = _rows(
        floods,
        "SELECT name, claim_count, publisher_count, round(projected_share, 2), contradicted_count, aliases FROM source_profile ORDER BY claim_count DESC, name LIMIT 2",
    )
    assert found == [("Ada Lorne", 4, 2, 0.25, 1, ["Ada Lorne", "Ms Ada Lorne"]), ("Ivo Brandt", 1, 1, 0.0, 1, ["Ivo Brandt"])]


def test_coverage_counts_articles_without_claims(floods: Warehouse) -> None:
    found = _rows(floods, "SELECT published_on::VARCHAR, publisher, article_count, articles_without_claim, claim_count FROM coverage ORDER BY ALL")
    assert found == [
        ("2025-03-04", "Lenn Post", 4, 1, 3),
        ("2025-03-04", "Norrby Times", 2, 0, 2),
        ("2025-03-06", "Lenn Post", 1, 0, 1),
        ("2025-03-06", "Norrby Times", 2, 0, 2),
    ]


QUESTIONS = [
    # question, values, first row's beginning, rows
    ("who_said_which_number", {"subject": "norrby"}, ("2025-03-04",), 2),
    ("who_said_which_number", {}, ("2025-03-06",), 8),
    ("disagreements", {}, ("killed: person in Lennport", "person", "Ivo Brandt"), 2),
    ("revisions", {}, ("killed: person in Lennport", "Ada Lorne", "2025-03-06", 40.0, 55.0, 15.0, 0.375), 1),
    ("revisions", {"since": "2025-03-07"}, None, 0),
    ("toll_over_time", {"about": "lennport"}, ("2025-03-04",), 5),
    ("toll_over_time", {"metric": "wounded"}, None, 0),
    ("unsourced_by_publisher", {}, ("Lenn Post", 4, 1, 0.25), 2),
    ("unsourced_by_publisher", {"at_least": "5"}, None, 0),
    ("projections_come_due", {"by": "2025-06-30"}, ("2025-06-30", "Ada Lorne"), 1),
    ("projections_come_due", {"by": "2025-06-29"}, None, 0),
    ("well_corroborated", {}, ("killed: person in Lennport", "people", "=", 40.0, 40.0), 1),
    ("well_corroborated", {"publishers": "3"}, None, 0),
    ("quarantine_by_reason", {}, None, 0),
    ("busiest_sources", {"kind": "person"}, ("Ada Lorne", "person", 4), 2),
]


@pytest.mark.parametrize("name,values,first,count", QUESTIONS)
def test_saved_question(floods: Warehouse, name: str, values: dict[str, str], first: tuple[Any, ...] | None, count: int) -> None:
    found = query.saved(floods, name, values)
    assert found.height == count
    if first is not None:
        row = tuple(str(value) if isinstance(value, date) else value for value in found.row(0))
        assert row[: len(first)] == first


def test_every_saved_question_has_a_case_a_title_and_a_description() -> None:
    questions = query.saved_queries()
    assert {question.name for question in questions} == {name for name, *_ in QUESTIONS}
    assert len(questions) >= 5
    assert all(question.title and question.description for question in questions)


def test_unfit_questions_say_what_is_expected(floods: Warehouse) -> None:
    with pytest.raises(WarehouseError, match='no saved question "drop table"; expected one of: busiest_sources, '):
        query.saved(floods, "drop table")
    with pytest.raises(WarehouseError, match='has no parameter "topic"; expected subject'):
        query.saved(floods, "who_said_which_number", {"topic": "x"})
    with pytest.raises(WarehouseError, match="the query failed"):
        query.saved(floods, "revisions", {"since": "yesterday"})
    with pytest.raises(WarehouseError, match="the query failed"):
        query.run(floods, "SELEC 1")


def test_values_cannot_break_out_of_a_question(floods: Warehouse) -> None:
    assert query.saved(floods, "who_said_which_number", {"subject": "x' OR TRUE --"}).is_empty()


def test_recent_loads(floods: Warehouse, tmp_path: Path) -> None:
    assert query.recent_loads(floods)["outcome"].to_list() == ["published"]
    assert query.recent_loads(Warehouse(tmp_path)).is_empty()
