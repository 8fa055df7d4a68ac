"""A whole made-up site by its feeds and sitemap: every article with its text, publisher and day, and once only."""

import json
from datetime import date

import polars as pl
import pytest

from orchestration.landing.feeds import feed_health
from orchestration.landing.fetch import FetchLimits
from orchestration.landing.land import Sources, land
from orchestration.landing.reading import read_landed
from orchestration.landing.store import landing_quarantine
from tests.orchestration.landing import site
from transforms.articles.limits import Limits

DAY, NEXT_DAY = date(2024, 11, 4), date(2024, 11, 5)
LIMITS = FetchLimits(delay_seconds=0, allow_private=True, timeout_seconds=10)
PAGES = site.pages()


@pytest.fixture
def feed_list(server, tmp_path):
    """The site, and a list of its RSS feed (ten pages), Atom feed (ten), sitemap (all) and one single page."""
    for page in PAGES:
        server.answers[page.path] = (200, {"Content-Type": "text/html"}, site.html(page))
    server.answers |= {
        "/robots.txt": b"User-agent: *\nDisallow: /private/\n",
        "/feed.xml": (200, {"ETag": '"one"'}, site.rss(server.base, PAGES[:10], f"<item><link>{server.base}/private/a</link></item>")),
        "/atom.xml": site.atom(server.base, PAGES[10:20]),
        "/sitemap.xml": site.sitemap_index(f"{server.base}/sitemap-news.xml"),
        "/sitemap-news.xml": site.sitemap(server.base, PAGES),
        "/private/a": site.html(PAGES[0]),
    }
    path = tmp_path / "feeds.csv"
    rows = "".join(
        f",GB,en,Europe/London,{kind},{server.base}{address},yes\n"
        for kind, address in (("feed", "/feed.xml"), ("feed", "/atom.xml"), ("sitemap", "/sitemap.xml"), ("page", PAGES[3].path))
    )
    path.write_text(f"publisher,country,language,time_zone,kind,url,enabled\n{rows},,,,feed,{server.base}/off.xml,no\n")
    return path


@pytest.fixture
def articles(feed_list, tmp_path):
    """The site's articles by path."""
    landed = land(tmp_path / "data", DAY, Sources(feeds_file=feed_list, fetch_limits=LIMITS))
    found, quarantine = read_landed(tmp_path / "data", landed, Limits())
    assert quarantine.is_empty(), quarantine["detail"].to_list()
    return {row["url"].partition("127.0.0.1:")[2].partition("/")[2]: row for row in found.iter_rows(named=True)}


def unmarked(row: dict) -> str:
    """The text without the lines that are marked as furniture."""
    text = row["text"]
    for start, end, _ in reversed(json.loads(row["marked_spans"])):
        text = text[:start].rstrip("\n") + text[end:]
    return text


def test_every_article_has_its_text_publisher_and_day(articles):
    assert len(articles) == len(PAGES) == 30
    by_title = {row["title"]: row for row in articles.values()}
    for page in PAGES:
        row = by_title[page.title]
        assert unmarked(row) == page.text
        assert (row["publisher"], row["published_on"]) == (page.publisher, page.published), page.path
        assert row["canonical_url"].endswith(page.path)


def test_notices_are_marked_with_their_reason_and_stay_in_the_text(articles):
    row = next(row for row in articles.values() if row["title"] == PAGES[9].title)
    marked = [(row["text"][start:end], reason) for start, end, reason in json.loads(row["marked_spans"])]
    assert marked == [
        ("Your browser doesn’t support HTML5", "video_notice"),
        ("Image credit: Olaf Brandt/Northern Press", "credit"),
        ("5 min read", "read_time"),
        ("14:32 GMT", "live_stamp"),
    ]


def test_evidence_of_each_field_is_kept(articles):
    by_layout = {page.number % 10: next(row for row in articles.values() if row["title"] == page.title) for page in PAGES[20:]}
    origins = [by_layout[layout]["published_origin"] for layout in range(10)]
    assert origins == ["json_ld", "open_graph", "meta", "meta", "meta", "url", "json_ld", "meta", "open_graph", "open_graph"]
    assert by_layout[0]["authors"] == ["Ida Fen"]


def test_the_next_landing_fetches_only_the_lists(articles, feed_list, server, tmp_path):
    before = server.requests.copy()
    assert land(tmp_path / "data", NEXT_DAY, Sources(feeds_file=feed_list, fetch_limits=LIMITS)).is_empty()
    again = {path for path, count in server.requests.items() if count > before[path]}
    assert again == {"/robots.txt", "/feed.xml", "/atom.xml", "/sitemap.xml", "/sitemap-news.xml", PAGES[3].path}
    outcomes = dict(feed_health(tmp_path / "data").select("url", "outcome").iter_rows())
    assert outcomes[f"{server.base}/feed.xml"] == "unchanged"


def test_a_changed_page_lands_again_when_its_list_says_so(articles, feed_list, server, tmp_path):
    page = PAGES[12]
    changed = site.html(page).replace(b"At least", b"More than")
    server.answers[page.path] = changed
    server.answers["/atom.xml"] = site.atom(server.base, PAGES[10:20]).replace(f"{page.published}T11".encode(), f"{page.published}T15".encode())
    landed = land(tmp_path / "data", NEXT_DAY, Sources(feeds_file=feed_list, fetch_limits=LIMITS))
    found, _ = read_landed(tmp_path / "data", landed, Limits())
    before = next(row for row in articles.values() if row["title"] == page.title)
    assert found["article_id"].to_list() == [before["article_id"]]
    assert found["text_hash"].to_list() != [before["text_hash"]]


def test_robots_are_obeyed_and_said(articles, server, tmp_path):
    assert server.requests["/private/a"] == 0
    refused = landing_quarantine(tmp_path / "data", DAY).filter(pl.col("origin").str.ends_with("/private/a"))
    assert "robots.txt forbids" in refused["detail"][0]


def test_health_tells_of_each_feed(articles, server, tmp_path):
    health = feed_health(tmp_path / "data").filter(pl.col("url").str.ends_with(".xml")).sort("url")
    assert health["outcome"].to_list() == ["ok", "ok", "ok"]
    assert health["entries"].to_list() == [10, 11, 30]
    assert not server.requests["/off.xml"]
