"""Copies of one report are one story with its likely origin; reports that are only alike are not."""

from datetime import UTC, date, datetime

import polars as pl

from transforms.articles.stories import SCHEMA, stories
from transforms.ids import text_hash

REPORT = (
    "The river Ale rose by two metres on Monday and at least {n} people in {p} were moved to safety, the mayor said. "
    "Volunteers filled {m} sandbags during the night while soldiers carried patients out of the hospital by boat. "
    "The weather service expects more rain before the weekend, and the governor has asked for federal help. "
    "Schools stay closed until Thursday. Trains between the coast and the capital were cancelled for the third day in a row."
)


def frame(*rows: tuple) -> pl.DataFrame:
    """Articles from id, title, text, day, hour."""
    return pl.DataFrame(
        [
            {
                "article_id": key, "text_hash": text_hash(f"{title}\n\n{text}"), "title": title, "text": f"{title}\n\n{text}",
                "published_on": date(2024, 10, day), "published_at": datetime(2024, 10, day, hour, tzinfo=UTC) if hour is not None else None,
                "arrival_date": date(2024, 11, 4),
            }
            for key, title, text, day, hour in rows
        ],
        schema_overrides={"published_at": pl.Datetime("us", "UTC")},
    )  # fmt: skip


def story_of(articles: pl.DataFrame) -> dict[str, str]:
    return dict(stories(articles).select("article_id", "story_id").iter_rows())


BASE = REPORT.format(n=300, p="Alverton", m=4000)
WIRE = ("wire", "River rises in Alverton", BASE, 28, 8)
COPY = ("copy", "Hundreds flee flood", BASE, 28, 9)
EDITED = ("edited", "Flood", "Our reporter writes: " + BASE.replace("Schools stay closed until Thursday. ", ""), 29, None)
OTHER = ("other", "Strike", "Workers at the Corley mill walked out on Monday after talks over pay broke down, the union said. " * 3, 28, 7)


def test_copies_are_one_story_and_the_earliest_is_its_origin():
    found = stories(frame(EDITED, COPY, WIRE, OTHER))
    assert found.schema == SCHEMA
    assert dict(found.select("article_id", "story_id").iter_rows()) == {"edited": "wire", "copy": "wire", "wire": "wire", "other": "other"}
    assert found.filter("is_story_origin")["article_id"].sort().to_list() == ["other", "wire"]


def test_the_order_of_articles_changes_nothing():
    rows = [WIRE, COPY, EDITED, OTHER]
    assert story_of(frame(*rows)) == story_of(frame(*reversed(rows)))


def test_versions_of_one_article_are_one_story():
    changed = ("wire", "River rises in Alverton", OTHER[2], 28, 8)
    assert set(story_of(frame(WIRE, changed)).values()) == {"wire"}


def test_a_form_filled_in_on_a_far_day_is_no_copy():
    again = ("again", "River rises", REPORT.format(n=310, p="Alverton", m=4100), 8, 8)
    assert story_of(frame(WIRE, again)) == {"wire": "wire", "again": "again"}


def test_short_texts_are_compared_with_nothing():
    assert story_of(frame(("a", "A", "Too short.", 1, None), ("b", "B", "Too short.", 1, None))) == {"a": "a", "b": "b"}


def test_no_articles_are_no_stories():
    assert stories(frame(WIRE).clear()).is_empty()
