"""The same article has the same id, whatever variant of its address or publisher's name brought it."""

import pytest

from transforms.articles.identity import article_id, canonical_url, host_of

SAME = [
    "https://gazette.example/news/river",
    "http://www.gazette.example/news/river/",
    "https://m.gazette.example/news/river?utm_source=x&utm_medium=y",
    "https://GAZETTE.example:443/news/river#top",
    "https://gazette.example/news/river/amp",
    "https://amp.gazette.example/news/river.amp?fbclid=1",
]


@pytest.mark.parametrize("url", SAME)
def test_variants_of_an_address_are_one(url):
    assert canonical_url(url) == "https://gazette.example/news/river"


def test_what_tells_pages_apart_stays():
    assert canonical_url("https://gazette.example/?p=12&a=1") == "https://gazette.example/?a=1&p=12"
    assert canonical_url("https://gazette.example:8080/a b") == "https://gazette.example:8080/a%20b"
    assert canonical_url("https://www.uk/x") == "https://www.uk/x"


@pytest.mark.parametrize("url", [None, "", "ftp://gazette.example/a", "/news/river", "https://", "https://[bad", "https://a:port/x"])
def test_what_is_no_web_address_is_none(url):
    assert canonical_url(url) is None


def test_the_host_names_a_publisher():
    assert host_of("https://www.gazette.example/a") == "gazette.example"
    assert host_of("gazette.example") == "gazette.example"


def test_ids_depend_on_publisher_and_address_or_text():
    one = article_id("The Alverton Gazette", "https://gazette.example/a", "hash 1")
    assert one == article_id("Alverton gazette", "https://gazette.example/a", "hash 2")
    assert one != article_id("Brackwater Herald", "https://gazette.example/a", "hash 1")
    assert article_id("Gazette", None, "hash 1") != article_id("Gazette", None, "hash 2")
